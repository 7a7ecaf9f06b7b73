"""A course, however spoiled -> what our own verbs do with it that they never may."""

from __future__ import annotations

import io
import json
import random
import re
import traceback
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import lxml.etree
import lxml.html

from edu.build import Order, build_course, check_course
from edu.language.words import load_words
from edu.outputs import DEFAULTS, OUTPUTS
from edu.problems import Level, Problem, describe_problem, word_message, word_problem
from edu.report import Report
from edu.translations.update import update_locales
from tests.fuzz.watch import ROOT, HangError, limit_time, watching

_SAYS = {lang: load_words(lang, [ROOT / "locales"]) for lang in ("en", "zh_CN")}
_XML = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass
class Finding:
    """Something that must not be: what it is in one word, the same for the same fault, and the details."""

    kind: str
    sign: str
    details: str


@dataclass
class Outcome:
    """How a run ended."""

    findings: list[Finding] = field(default_factory=list)
    valid: bool = False
    codes: set[str] = field(default_factory=set)


def probe_course(course: Path, output: Path, chance: random.Random) -> Outcome:
    """Build, check or update the course, and return what is wrong with how that went; products go to `output`."""
    outcome = Outcome()
    verb = chance.choices((_build, _check, _update), (8, 1, 1))[0]
    order = Order(
        course,
        output,
        languages=chance.choice(((), (), (), ("zh_CN",), ("en",))),
        outputs=chance.choice(((), (), (), ("pptx",), ("html",), ("web",))),
        strict=chance.random() < 0.1,
    )
    target = course / "locales" if verb is _update else output
    output.mkdir()
    with watching(course, target) as faults:
        try:
            limit_time(lambda: verb(order, outcome))
        except HangError:
            outcome.findings.append(Finding("hang", _find_spot(traceback.format_exc()), traceback.format_exc(limit=-12)))
        except Exception as error:
            text = traceback.format_exc()
            outcome.findings.append(Finding("traceback", f"{type(error).__name__} {_find_spot(text)}", text))
    outcome.findings += [Finding("outside", fault.partition(" ")[0], fault) for fault in faults[:5]]
    return outcome


def _find_spot(text: str) -> str:
    """Return the deepest of our own lines in a traceback."""
    spots = re.findall(r'File "[^"]*?/(edu/[^"]+)", line (\d+)', text)
    return ":".join(spots[-1]) if spots else ""


def _build(order: Order, outcome: Outcome) -> None:
    report = build_course(order)
    _judge(report, order, outcome)
    made = sorted(path for path in order.folder.rglob("*") if path.is_file())
    if report.failed and made and not any(problem.code.id.startswith("output.") for problem in report.problems):
        outcome.findings.append(Finding("written", "", f"{made}"))
    if not report.failed:
        outcome.valid = True
        _check_products(order, made, outcome)


def _check(order: Order, outcome: Outcome) -> None:
    report = check_course(order)
    _judge(report, order, outcome)
    outcome.valid = not report.failed


def _update(order: Order, outcome: Outcome) -> None:
    report = update_locales(Order(order.root), translations=True)
    _judge(report, Order(order.root), outcome)
    outcome.valid = not report.failed


# --- what is told ------------------------------------------------------------------------------------------------------


def _judge(report: Report, order: Order, outcome: Outcome) -> None:
    """Note problems that no one could act on, and an exit code that contradicts them."""
    outcome.codes = {problem.code.id for problem in report.problems}
    errors = any(problem.level is Level.ERROR for problem in report.problems)
    if (errors and not report.failed) or (report.failed and not report.problems):
        outcome.findings.append(Finding("exit code", "", f"failed: {report.failed}, errors: {errors}"))
    for problem in report.problems:
        outcome.findings += [
            Finding("wording", f"{problem.code} {what}", f"{problem!r}"[:600]) for what in _find_flaws(problem)
        ]


def _find_flaws(problem: Problem) -> list[str]:
    flaws = []
    elsewhere = problem.code.id.startswith(("output.", "usage."))  # these tell of no file of the course
    if (not elsewhere and not problem.place) or (problem.place and not re.match(r"(content|locales)(/|$)", problem.place.file)):
        flaws.append("no place")
    for say in _SAYS.values():
        text = word_problem(problem, say)
        json.dumps(describe_problem(problem, say)).encode()
        text.encode("utf-8", "strict")
        if len(text) > 1200 or re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text) or len(text.splitlines()) > 3:
            flaws.append("odd text")
    english, chinese = (word_message(Problem(problem.code), say) for say in _SAYS.values())
    if english == chinese and "{reason}" not in english:
        flaws.append("no Chinese")
    return flaws


# --- what is written ---------------------------------------------------------------------------------------------------


def _check_products(order: Order, made: list[Path], outcome: Outcome) -> None:
    for path in made:
        try:
            if path.suffix == ".pptx":
                _check_deck(path.read_bytes())
            elif path.suffix == ".html":
                _check_page(path.read_bytes())
        except Exception as error:
            outcome.findings.append(Finding("product", f"{path.suffix} {type(error).__name__}", traceback.format_exc()))
    if not {path.suffix for path in made} >= {f".{OUTPUTS[name].suffix.split('.')[-1]}" for name in order.outputs or DEFAULTS}:
        outcome.findings.append(Finding("product", "missing", str(made)))


def _check_deck(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                lxml.etree.fromstring(package.read(name), _XML)
            elif name.endswith(".xlsx"):
                _check_deck(package.read(name))


def _check_page(data: bytes) -> None:
    page = lxml.html.fromstring(data.decode("utf-8"))
    for script in page.xpath('//script[@type="application/json"]'):
        json.loads(str(script.text))
