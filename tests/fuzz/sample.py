"""The flagship course -> small courses cut from it textually: a few slides of one module, with all that they rest on."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import polib

from edu.build import Order, build_course
from edu.translations.update import update_locales

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "courses" / "small"
SLIDES = 4
"""In each course that is cut."""


def cut_samples(folder: Path) -> tuple[Path, ...]:
    """Return courses below `folder`, each sound, translated and quick to build: pieces of the flagship, and the small one."""
    small = shutil.copytree(SMALL, folder / "small")
    _translate(small)
    modules = sorted(path.parent.name for path in ROOT.glob("content/*/lesson.yaml"))
    cut = [_cut_course(folder / f"{module}-{number}", module, number) for module in modules for number in range(2)]
    for course in (small, *cut):
        report = build_course(Order(course, folder / "out"))
        assert not report.failed, [problem for problem in report.problems if problem.level == "error"]
    shutil.rmtree(folder / "out")
    return (small, *cut)


def _translate(course: Path) -> None:
    update_locales(Order(course), translations=True)
    for path in course.glob("locales/en/LC_MESSAGES/*.po"):
        file = polib.pofile(str(path), wrapwidth=0)
        for entry in file:
            entry.msgstr = f"<{entry.msgid}>"
        file.save()


def _cut_course(course: Path, module: str, number: int) -> Path:
    """Write the `number`th piece of the flagship's `module` to `course`."""
    (course / "content" / module).mkdir(parents=True)
    lesson = _cut_lesson((ROOT / "content" / module / "lesson.yaml").read_text(encoding="utf-8"), number)
    quiz = _cut_quiz((ROOT / "content" / module / "quiz.yaml").read_text(encoding="utf-8"), lesson)
    book = _cut_facts((ROOT / "content" / "facts.yaml").read_text(encoding="utf-8"), lesson + quiz)
    settings = (ROOT / "content" / "course.yaml").read_text(encoding="utf-8")
    parts = {
        "course.yaml": re.sub(r"(?m)^modules: .*", f"modules: [{module}]", settings),
        "facts.yaml": book,
        "glossary.yaml": (ROOT / "content" / "glossary.yaml").read_text(encoding="utf-8"),
        f"{module}/lesson.yaml": lesson,
        f"{module}/quiz.yaml": quiz,
    }
    for name, text in parts.items():
        (course / "content" / name).write_text(text, encoding="utf-8", newline="\n")
    _cut_translations(course, module)
    return course


def _cut_lesson(text: str, number: int) -> str:
    """Return the lesson with some of its slides; checks ask questions, which may not be there, and are left out."""
    head, slides = _split(text, "slides")
    slides = [slide for slide in slides if "    kind: check\n" not in slide]
    start = len(slides) * (2 * number + 1) // 4
    return head + "".join(slides[start : start + SLIDES])


def _cut_quiz(text: str, lesson: str) -> str:
    """Return the quiz with three questions, about any slide: one of the lesson's stands in for those that are not there."""
    head, questions = _split(text, "questions")
    first = re.findall(r"(?m)^  - id: (\S+)", _split_at(lesson, "slides")[1])[0]
    known = set(re.findall(r"(?m)^  - id: (\S+)", lesson))

    def find_slide(found: re.Match[str]) -> str:
        return found[0] if found[1] in known else f"    slide: {first}"

    start = len(lesson) % max(1, len(questions) - 3)
    return head + "".join(re.sub(r"(?m)^    slide: (\S+)", find_slide, item) for item in questions[start : start + 3])


def _cut_facts(text: str, citing: str) -> str:
    """Return the facts that `citing` names, and those that they name."""
    head, facts = _split(text, "facts")
    ids = {str(re.findall(r"  - id: (\S+)", fact)[0]): fact for fact in facts}
    kept: set[str] = set()
    found = {id for id in ids if re.search(rf"\b{id}\b", citing)}
    while found:
        kept |= found
        found = {id for id in ids if id not in kept and any(re.search(rf"\b{id}\b", ids[other]) for other in kept)}
    return head + "".join(fact for id, fact in ids.items() if id in kept)


def _cut_translations(course: Path, module: str) -> None:
    for domain in ("course", module):
        (course / "locales" / "en" / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
        name = f"locales/en/LC_MESSAGES/{domain}.po"
        shutil.copyfile(ROOT / name, course / name)
    update_locales(Order(course), translations=True)
    for path in course.glob("locales/en/LC_MESSAGES/*.po"):
        file = polib.pofile(str(path), wrapwidth=0)
        for entry in file.obsolete_entries():
            file.remove(entry)
        file.save()


def _split(text: str, key: str) -> tuple[str, list[str]]:
    """Return what stands before the items of the list `key`, and each item."""
    head, body = _split_at(text, key)
    return head, list(_split_items(body))


def _split_at(text: str, key: str) -> tuple[str, str]:
    before, line, after = text.partition(f"\n{key}:\n")
    return before + line, after


def _split_items(body: str) -> Iterator[str]:
    yield from re.findall(r"(?ms)^  - id: .*?(?=^  - id: |\Z)", body)
