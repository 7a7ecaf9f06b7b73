"""A course: its settings, facts, glossary and modules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from edu.model.facts import FactBook, Glossary
from edu.model.locale import NAME
from edu.model.prose import Change, Id, Node, Noted, Prose, explain_choices, map_prose
from edu.model.questions import Quiz, QuizOptions
from edu.model.slides import Lesson
from edu.problems import N_

Locale = Annotated[
    str,
    Field(
        pattern=f"^{NAME}$",
        strict=True,
        description=N_("A language, such as zh_CN (simplified Chinese) or en (English)."),
        examples=["zh_CN", "en"],
    ),
]
"""A gettext name: `zh_CN`, `en`, `pt_BR`."""

Percent = Annotated[
    str, Field(pattern=r"^(100|[1-9]?[0-9]) ?%$", strict=True, description=N_("A share, such as 80 %."), examples=["80 %"])
]

_PATH = "[A-Za-z0-9._~!$&'()*+,;=:@/%-]"
_PLACE = r"\{(?:lang|module)\}"
Address = Annotated[
    str,
    Field(
        pattern=r"^https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?"
        rf"(?:/(?:{_PATH}|{_PLACE})*|/(?:{_PATH}|[?#])*{_PLACE}(?:{_PATH}|[?#]|{_PLACE})*)?$",
        max_length=120,
        strict=True,
        examples=["https://school.example/quizzes/"],
    ),
]
"""Where quizzes stand on the web: a folder, or an address with places for the language and the module."""

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$", strict=True, examples=["#B4412A"])]


class Entity(Noted, title=N_("entity")):
    """A side of the case; it keeps one colour through every slide, chart and quiz. `dark` is for dark grounds."""

    id: Id
    name: Prose = Field(description=N_("The name that slides and quizzes show."))
    color: Hex = Field(description=N_('Its colour on light grounds, in quotes, such as "#B4412A".'))
    dark: Hex = Field(description=N_('Its colour on dark grounds: a lighter one, in quotes, such as "#FF9A7B".'))


Name = Annotated[str, Field(min_length=1, max_length=200, strict=True)]


class Layouts(Node):
    """The names of layouts in a school's file, by those of the house's that they stand for."""

    title: Name | None = Field(default=None, description=N_("For the cover."))
    section: Name | None = Field(default=None, description=N_("For the first slide of a part."))
    points: Name | None = Field(default=None, description=N_("For lists of points."))
    numbered: Name | None = Field(default=None, description=N_("For numbered lists."))
    diagram: Name | None = Field(default=None, description=N_("For diagrams, timelines and figures."))
    table: Name | None = Field(default=None, description=N_("For tables and comparisons."))
    chart: Name | None = Field(default=None, description=N_("For charts."))
    picture: Name | None = Field(default=None, description=N_("For pictures."))
    definition: Name | None = Field(default=None, description=N_("For definitions."))
    voice: Name | None = Field(default=None, description=N_("For reported speech."))
    task: Name | None = Field(default=None, description=N_("For discussions, activities and questions."))
    answer: Name | None = Field(default=None, description=N_("For answers."))
    summary: Name | None = Field(default=None, description=N_("For the summary."))
    sources: Name | None = Field(default=None, description=N_("For the sources."))


Judgement = Annotated[
    Literal["off", "info", "warning", "error"],
    explain_choices(
        N_("it is not told"),
        N_("it is told, and fails no build"),
        N_("it fails a build with --strict"),
        N_("it fails every build"),
    ),
]
"""How bad a course finds what a rule about questions or translations finds."""


class Settings(Noted):
    """`course.yaml`. `language` is what the source is written in; it is one of `languages`."""

    id: Id
    title: Prose = Field(description=N_("The name of the course."))
    subtitle: Prose | None = Field(default=None, description=N_("A line below the name of the course."))
    author: Prose | None = Field(default=None, description=N_("Who made the course; it stands in the properties of the decks."))
    language: Locale = Field(description=N_("The language that these files are written in; it is one of the languages."))
    languages: tuple[Locale, ...] = Field(
        min_length=1, max_length=40, description=N_("All languages that the course is built in.")
    )
    entities: tuple[Entity, ...] = Field(
        default=(),
        max_length=4,
        description=N_("What is compared throughout the course: each keeps its own colour on slides, in charts and quizzes."),
    )
    modules: tuple[Id, ...] = Field(
        min_length=1,
        max_length=200,
        description=N_("The lessons in their order; each is a folder of the same name beside course.yaml."),
    )
    quizzes: QuizOptions = Field(
        default_factory=QuizOptions, description=N_("How the quizzes of the course are taken; quiz.yaml can say otherwise.")
    )
    quiz_url: Address | None = Field(
        default=None,
        description=N_(
            "Where students find the quizzes: the web folder that the contents of dist are put in, or an address in which "
            "{lang} and {module} are filled in. Slides then show it with a QR code."
        ),
    )
    hide_appendix: bool = Field(
        default=True,
        description=N_("true: the glossary and the sources are hidden slides, which links lead to; false: they are shown."),
    )
    builds: bool = Field(
        default=False,
        description=N_("true: points, steps, events and answers appear click by click; a slide can say otherwise."),
    )
    theme: Name = Field(
        default="light",
        description=N_("How decks look: light, dark, or the school's own PowerPoint file (.pptx, .potx) beside this file."),
        examples=["light", "dark", "school.potx"],
    )
    layouts: Layouts = Field(
        default_factory=Layouts,
        description=N_("Which layouts of the school's file stand for ours, where edu does not find them itself."),
    )
    lint: dict[str, Judgement] = Field(
        default_factory=dict,
        description=N_(
            "How bad a finding about a question or a translation is in this course, by its code: off, info, warning or error."
        ),
    )
    fallback: Annotated[
        Literal["show", "mark", "fail"],
        explain_choices(N_("it is shown in another language"), N_("the same, in brackets"), N_("the build fails")),
    ] = Field(default="show", description=N_("What becomes of a text that is not translated."))
    fallback_languages: dict[Locale, Locale] = Field(
        default_factory=dict,
        description=N_("By language, from which other one untranslated texts are taken; otherwise from the source language."),
    )
    publish: Percent = Field(
        default="0 %", description=N_("A language of which less is translated than this is not built, such as 80 %.")
    )
    han_latin_gap: (
        Annotated[Literal["none", "space"], explain_choices(N_("nothing stands between them"), N_("a space parts them"))] | None
    ) = Field(
        default=None,
        description=N_(
            "What stands between Chinese characters and Latin letters in translations; left out, what most of them have."
        ),
    )
    page: Annotated[Literal["16:9", "4:3"], explain_choices(N_("a wide page"), N_("the page of older projectors"))] = Field(
        default="16:9", description=N_("How wide a deck's page is.")
    )

    @property
    def least(self) -> int:
        """Return the percentage of a language that is to be translated before it is shown."""
        return int(self.publish.rstrip("% "))


class Module(Node):
    id: Id
    lesson: Lesson
    quiz: Quiz


class Course(Node):
    """A whole course in one language."""

    settings: Settings
    book: FactBook
    glossary: Glossary
    modules: tuple[Module, ...]


def map_course(course: Course, change: Change) -> Course:
    """Return `course` with every text changed; the one place that knows which file each part's trail names."""
    modules = tuple(
        module.model_copy(
            update={
                "lesson": map_prose(module.lesson, change, f"{module.id}/lesson#"),
                "quiz": map_prose(module.quiz, change, f"{module.id}/quiz#"),
            }
        )
        for module in course.modules
    )
    return course.model_copy(
        update={
            "settings": map_prose(course.settings, change, "course#"),
            "book": map_prose(course.book, change, "facts#"),
            "glossary": map_prose(course.glossary, change, "glossary#"),
            "modules": modules,
        }
    )


def set_languages(course: Course, languages: Iterable[str]) -> Course:
    """Return `course` with `languages`, each once, instead of its own."""
    settings = course.settings.model_copy(update={"languages": tuple(dict.fromkeys(languages))})
    return course.model_copy(update={"settings": settings})


def list_course_prose(course: Course) -> list[tuple[str, Prose]]:
    """Return every text of `course` with its trail, in the order of the source."""
    found: list[tuple[str, Prose]] = []

    def note(text: Prose, where: str) -> str:
        found.append((where, text))
        return text

    map_course(course, note)
    return found
