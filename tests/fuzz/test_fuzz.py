"""No mutant of the flagship course and no random file brings a traceback, a hang or a file out of place to light."""

from __future__ import annotations

import copy
import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edu.source.yaml import read_yaml
from tests.fuzz.campaign import run_seeds
from tests.fuzz.probe import probe_course
from tests.fuzz.sample import SMALL, cut_samples
from tests.fuzz.watch import start_watching, watching

RUNS, SHARES = 200, 4
FILES = ("course.yaml", "facts.yaml", "glossary.yaml", "basics/lesson.yaml", "basics/quiz.yaml")
KNOWN = sorted({word for name in FILES for word in (SMALL / "content" / name).read_text(encoding="utf-8").split()})


def read_data(name: str) -> Any:
    """Return what a file of the small course says, as JSON can say it."""
    document, _ = read_yaml((SMALL / "content" / name).read_text(encoding="utf-8"), name, "x#")
    return json.loads(json.dumps(document.data)) if document else None


DATA = {name: read_data(name) for name in FILES}

TEXT = st.one_of(
    st.text(max_size=30),
    st.text("{}[]()*_`\\|<>&!#:- \n\"'a一。={x}", max_size=20),
    st.sampled_from(KNOWN),
)
VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KNOWN).map(lambda w: w.strip(":")), inner)
    ),
    max_leaves=6,
)
"""What JSON can say, and so YAML."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Return the courses that are changed."""
    return cut_samples(tmp_path_factory.mktemp("samples"))


@pytest.mark.parametrize("share", range(SHARES))
def test_no_mutant_of_the_flagship_breaks_anything(share: int, samples: tuple[Path, ...]) -> None:
    tally = run_seeds(range(share * RUNS // SHARES, (share + 1) * RUNS // SHARES), samples)
    assert not tally.findings, "\n".join(text for _, text in tally.findings.values())
    assert tally.runs == RUNS // SHARES
    assert 0.1 < tally.valid / tally.runs < 0.9


def probe(name: str, content: bytes) -> None:
    """Write `content` to a file of the small course, build it, and fail where something is found."""
    start_watching()
    with tempfile.TemporaryDirectory() as folder:
        course = shutil.copytree(SMALL, Path(folder) / "course")
        (course / "content" / name).write_bytes(content)
        outcome = probe_course(course, Path(folder) / "out", random.Random(1))
        assert not outcome.findings, outcome.findings[0].details


RARE = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@given(st.sampled_from(FILES), st.one_of(st.binary(), st.text("abc: -[]{}\"'\n#&*!|>%@`\t\r\\0.1一\ufeff").map(str.encode)))
@RARE
def test_no_random_file_breaks_anything(name: str, content: bytes) -> None:
    probe(name, content)


def list_spots(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path to every value."""
    yield path
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from list_spots(inner, (*path, step))


SPOTS = [(name, path) for name in FILES for path in list_spots(DATA[name])]


@given(st.sampled_from(SPOTS), VALUE)
@RARE
def test_no_value_of_another_kind_breaks_anything(spot: tuple[str, tuple[Any, ...]], value: Any) -> None:
    name, path = spot
    root = {"root": copy.deepcopy(DATA[name])}
    here: Any = root
    *above, last = ("root", *path)
    for step in above:
        here = here[step]
    here[last] = value
    probe(name, json.dumps(root["root"], ensure_ascii=True).encode())


def test_the_watch_sees_what_is_none_of_its_business(tmp_path: Path) -> None:
    start_watching()
    (tmp_path / "course").mkdir()
    (tmp_path / "secret.txt").write_text("x")
    with watching(tmp_path / "course", tmp_path / "out") as faults:
        (tmp_path / "secret.txt").read_text()
        with pytest.raises(PermissionError):
            (tmp_path / "course" / "new.txt").write_text("x")
    assert faults == [f"open {tmp_path}/secret.txt", f"open {tmp_path}/course/new.txt"]
