"""The kinds of slides that an author can write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from edu.model.facts import PartialDate
from edu.model.prose import FactId, Id, Node, Noted, Notes, Plain, Prose

Minutes = Annotated[int, Field(ge=0, le=600, strict=True)]
Number = Annotated[int | float, Field(allow_inf_nan=False)]


class BaseSlide(Noted):
    """What every slide has. `minutes` is how long the class spends on it; `facts` are those that it rests on."""

    id: Id
    title: Prose
    notes: Notes
    minutes: Minutes = 0
    facts: tuple[FactId, ...] = ()


class TitleSlide(BaseSlide):
    kind: Literal["title"]
    subtitle: Prose | None = None


class SectionSlide(BaseSlide):
    kind: Literal["section"]
    lead: Prose | None = None


class ObjectivesSlide(BaseSlide):
    """Shows the lesson's objectives."""

    kind: Literal["objectives"]


class PointsSlide(BaseSlide):
    kind: Literal["points"]
    lead: Prose | None = None
    points: tuple[Prose, ...] = Field(min_length=1)


class DefinitionSlide(BaseSlide):
    """Shows a term of the glossary with its definition, and what it means in the case."""

    kind: Literal["definition"]
    term: Id
    example: Prose | None = None
    counterexample: Prose | None = None


class Side(Node):
    """One side of a comparison: an entity of the course, or a name of its own."""

    id: Id
    entity: Id | None = None
    name: Prose | None = None


class Row(Node):
    """One dimension of a comparison, with a cell for each side in the order of the sides."""

    label: Prose
    cells: tuple[Prose, ...]


class CompareSlide(BaseSlide):
    kind: Literal["compare"]
    sides: tuple[Side, ...] = Field(min_length=2, max_length=4)
    rows: tuple[Row, ...] = Field(min_length=1)


class TableSlide(BaseSlide):
    kind: Literal["table"]
    columns: tuple[Prose, ...] = Field(min_length=1, max_length=8)
    rows: tuple[tuple[Prose, ...], ...] = Field(min_length=1)


class Series(Node):
    """The values of one series: numbers, or ids of facts; `entity` lends it its colour."""

    name: Prose
    values: tuple[Number | FactId, ...] = Field(min_length=1)
    entity: Id | None = None


class Category(Node):
    """A category of a chart; `entity` lends it its colour where the chart has one series."""

    label: Prose
    entity: Id | None = None
    highlight: bool = False


class ChartSlide(BaseSlide):
    """A native chart; values that are not facts make it `illustrative`, and it says so."""

    kind: Literal["chart"]
    chart: Literal["column", "bar", "line", "doughnut"]
    categories: tuple[Category, ...] = Field(min_length=1, max_length=24)
    series: tuple[Series, ...] = Field(min_length=1, max_length=6)
    illustrative: bool = False
    unit: Prose | None = None
    takeaway: Prose | None = None
    alt: Plain


class Event(Node):
    """A point in time and what happened then."""

    when: PartialDate
    text: Prose
    entity: Id | None = None


class TimelineSlide(BaseSlide):
    """Events on one axis: true to time with `scale: time`, or evenly stepped."""

    kind: Literal["timeline"]
    scale: Literal["time", "steps"] = "steps"
    events: tuple[Event, ...] = Field(min_length=2, max_length=8)


class Step(Node):
    head: Prose
    text: Prose | None = None
    entity: Id | None = None


class ProcessSlide(BaseSlide):
    """Steps that lead to each other; with `cycle` the last leads to the first."""

    kind: Literal["process"]
    steps: tuple[Step, ...] = Field(min_length=2, max_length=6)
    cycle: bool = False


class Figure(Node):
    fact: FactId
    label: Prose
    entity: Id | None = None


class FiguresSlide(BaseSlide):
    """One to four big numbers, each from a fact."""

    kind: Literal["figures"]
    figures: tuple[Figure, ...] = Field(min_length=1, max_length=4)
    takeaway: Prose | None = None


class VoiceSlide(BaseSlide):
    """Reported speech, marked as one person's word; never a quotation."""

    kind: Literal["voice"]
    text: Prose
    speaker: Prose
    entity: Id | None = None
    caution: Prose | None = None


class PictureSlide(BaseSlide):
    """A picture; a sibling `name.en.png` stands in for `name.png` in English."""

    kind: Literal["picture"]
    image: str = Field(min_length=1)
    alt: Plain
    caption: Prose | None = None
    credit: Prose | None = None


class DiscussionSlide(BaseSlide):
    kind: Literal["discussion"]
    minutes: Minutes = Field(ge=1)
    prompts: tuple[Prose, ...] = Field(min_length=1)


class ActivitySlide(BaseSlide):
    kind: Literal["activity"]
    minutes: Minutes = Field(ge=1)
    steps: tuple[Prose, ...] = Field(min_length=1)


class CheckSlide(BaseSlide):
    """A question of the quiz, and its answer on a slide of its own that follows."""

    kind: Literal["check"]
    question: Id
    answer_title: Prose | None = None


class SummarySlide(BaseSlide):
    """Answers the lesson's question."""

    kind: Literal["summary"]
    answer: Prose
    points: tuple[Prose, ...] = ()


Slide = Annotated[
    TitleSlide
    | SectionSlide
    | ObjectivesSlide
    | PointsSlide
    | DefinitionSlide
    | CompareSlide
    | TableSlide
    | ChartSlide
    | TimelineSlide
    | ProcessSlide
    | FiguresSlide
    | VoiceSlide
    | PictureSlide
    | DiscussionSlide
    | ActivitySlide
    | CheckSlide
    | SummarySlide,
    Field(discriminator="kind"),
]


class Objective(Node):
    """What a student can do after the lesson, said with a measurable verb."""

    id: Id
    text: Prose


class Lesson(Noted):
    """`lesson.yaml`: the question of the lesson, its objectives, its slides, and the terms that its glossary lists besides
    those it defines; `minutes` is the sum of the slides'."""

    title: Prose
    question: Prose
    minutes: Minutes = Field(ge=1)
    objectives: tuple[Objective, ...] = Field(min_length=1)
    terms: tuple[Id, ...] = ()
    slides: tuple[Slide, ...] = Field(min_length=1)
