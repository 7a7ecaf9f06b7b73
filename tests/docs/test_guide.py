"""The guide says what is so: its examples build, its pages and pictures are made from them, its commands do what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.guide.cut import cut_item
from docs.guide.keys import list_kinds
from docs.guide.page import make_page
from docs.guide.plans import DOCS, LANGUAGES, MODULE, PICTURES, hash_plans, read_example, read_hashes
from docs.guide.run import list_blocks, run_page
from edu.cli.commands import edu
from edu.model.course import Course
from edu.model.prose import list_prose
from edu.model.values import compute_values

ROOT = DOCS.parent
PAGES = sorted(path for path in [*DOCS.glob("*.md"), ROOT / "README.md"])
MOST_BYTES = 2_500_000
"""All pictures of the guide together: a clone stays small."""

READ = {"zh_CN": r"[\u4e00-\u9fff]|[A-Za-z0-9_.]+", "en": r"[\w'.]+"}
MOST_READ = {"zh_CN": 600, "en": 480}
"""What is read in two minutes: 300 characters or 240 words in each."""

LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")


def read_course(lang: str) -> Course:
    return read_example(lang).bench.editions[lang].course


def list_links(text: str) -> list[tuple[str, str, str]]:
    """Return the links outside code: `!` for a picture, its words, its target."""
    plain = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    return LINK.findall(plain)


def list_anchors(text: str) -> set[str]:
    """Return the anchors of the headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


# --- the examples ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_has_nothing_wrong_with_it(lang: str) -> None:
    assert read_example(lang).problems == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_shows_every_kind_of_slide_and_question(lang: str) -> None:
    (module,) = read_course(lang).modules
    assert {slide.kind for slide in module.lesson.slides} == set(list_kinds("lesson.json"))
    assert sorted(question.kind for question in module.quiz.questions) == sorted(list_kinds("quiz.json"))
    assert {slide.chart for slide in module.lesson.slides if slide.kind == "chart"} == {"column", "bar", "line", "doughnut"}


def test_both_examples_are_the_same_course() -> None:
    chinese, english = (read_course(lang) for lang in LANGUAGES)
    trails = [
        [(trail, type(text)) for trail, text in list_prose(course) if "accepted" not in trail] for course in (chinese, english)
    ]
    assert trails[0] == trails[1]
    assert compute_values(chinese.book) == compute_values(english.book)
    for one, other in zip(chinese.modules[0].lesson.slides, english.modules[0].lesson.slides, strict=True):
        assert (one.id, one.kind, one.minutes, one.facts) == (other.id, other.kind, other.minutes, other.facts)
    for one, other in zip(chinese.modules[0].quiz.questions, english.modules[0].quiz.questions, strict=True):
        assert (one.id, one.kind, one.level, one.slide, one.objective) == (
            other.id, other.kind, other.level, other.slide, other.objective,
        )  # fmt: skip


# --- the pages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["authors", "questions"])
def test_a_page_of_the_handbook_is_made_from_its_sources(name: str, lang: str) -> None:
    written = (DOCS / f"{name}.{lang}.md").read_text(encoding="utf-8")
    assert written == make_page(name, lang), "make guide"


@pytest.mark.parametrize("name", ["authors", "questions", "teachers"])
def test_a_page_has_the_same_parts_in_every_language(name: str) -> None:
    shapes = []
    for lang in LANGUAGES:
        text = (DOCS / f"{name}.{lang}.md").read_text(encoding="utf-8")
        pictures = [target.replace(f".{lang}.", ".") for mark, _, target in list_links(text) if mark]
        heads = re.findall(r"^(##+) \w", text, re.MULTILINE)
        shapes.append(
            (heads, pictures, [(block.language, block.mark.split(" ")[0]) for block in list_blocks(text.splitlines())])
        )
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_way_to_the_first_deck_is_read_in_two_minutes(lang: str) -> None:
    parts = re.split(r"^## ", (DOCS / f"teachers.{lang}.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.sub(r"<!--.*?-->|\(.*?\)|^- .*$", "", parts[0] + parts[2], flags=re.MULTILINE)
    assert 300 < len(re.findall(READ[lang], text)) <= MOST_READ[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_a_heading_of_its_own(lang: str) -> None:
    text = (DOCS / f"authors.{lang}.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^### ([a-z_]+)", text, re.MULTILINE)) >= {*list_kinds("lesson.json"), *list_kinds("quiz.json")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere_and_every_picture_has_words(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for mark, words, target in list_links(text):
        assert words.strip(), target
        if re.match(r"https?:", target):
            continue
        name, _, anchor = target.partition("#")
        path = page.parent / name if name else page
        assert path.exists(), target
        assert not mark or path.suffix == ".png"
        assert not anchor or anchor in list_anchors(path.read_text(encoding="utf-8")), target


def test_every_file_that_the_contributors_page_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:docs|edu|templates|tests)/[\w/*.-]*\w", text))
    assert len(named) > 20 and {name for name in named if not list(ROOT.glob(name))} == set()


def test_the_first_page_lists_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `edu ([a-z0-9]+)", text, re.MULTILINE)
    assert list(dict.fromkeys(listed)) == list(edu.commands)


def test_the_first_page_leads_to_the_teachers_pages() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {f"docs/teachers.{lang}.md" for lang in LANGUAGES} <= {target for _, _, target in list_links(text)}


# --- the pictures ------------------------------------------------------------------------------------------------------


def test_the_pictures_are_drawn_from_the_examples_as_they_are() -> None:
    assert read_hashes() == hash_plans(), "look at what changed, then: make pictures"


def test_the_pictures_are_those_that_the_pages_show() -> None:
    shown = {target for page in PAGES for mark, _, target in list_links(page.read_text(encoding="utf-8")) if mark}
    assert {path.name for path in PICTURES.glob("*.png")} == {Path(target).name for target in shown}
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) <= MOST_BYTES


# --- the commands ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_commands_of_the_teachers_page_print_what_it_shows(lang: str, tmp_path: Path) -> None:
    text = (DOCS / f"teachers.{lang}.md").read_text(encoding="utf-8")
    assert run_page(text, lang, tmp_path) == text, "make guide"


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_commands_of_the_authors_page_work_on_the_example(lang: str, tmp_path: Path) -> None:
    course = read_example(lang).copy(tmp_path / "course")
    text = (DOCS / f"authors.{lang}.md").read_text(encoding="utf-8")
    run_page(text, lang, course, most=0)
    assert (course / "dist" / lang / f"{MODULE}.pptx").exists() and (course / "content" / ".schema" / "quiz.json").exists()


# --- the tools ---------------------------------------------------------------------------------------------------------

PAGE = """\
```sh
printf 'one\\ntwo\\n  more\\nthree\\nfour\\n' > notes.txt
cat notes.txt
```

{mark}
```text
{shown}
```

<!-- change notes.txt -->
```yaml
three
```

```yaml
three and a half
```

<!-- not run: it would fail -->
```sh
false
```

```sh
mkdir inner; cd inner
tail -2 ../notes.txt
```

```text
three and a half
four
```
"""


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ("", "one\ntwo\n  more\nthree\nfour"),
        ('<!-- show "two" -->', "……\ntwo\n  more\n……"),
        ("<!-- show first 1 -->", "one\n……"),
        ("<!-- show first 1, last 2 -->", "one\n……\nthree\nfour"),
    ],
)
def test_a_page_shows_what_its_commands_print(mark: str, shown: str, tmp_path: Path) -> None:
    page = PAGE.format(mark=mark, shown=shown)
    for name in ("as-it-is", "mended"):
        (tmp_path / name).mkdir()
    assert run_page(page, "en", tmp_path / "as-it-is") == page
    assert run_page(PAGE.format(mark=mark, shown="something else"), "en", tmp_path / "mended") == page


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        run_page("```sh\nexit 3\n```\n", "en", tmp_path)


def test_an_item_is_cut_as_it_stands() -> None:
    text = "top: 1\nitems:\n  - id: one\n    sub:\n      - id: two\n        text: x\n\n  # next\n  - id: two\n    text: y\n"
    assert cut_item(text, "one") == "  - id: one\n    sub:\n      - id: two\n        text: x"
    assert cut_item(text, "two") == "  - id: two\n    text: y"
    with pytest.raises(ValueError, match="three"):
        cut_item(text, "three")
