"""The kinds of slides that an author can write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from edu.model.facts import PartialDate
from edu.model.prose import FactId, Id, Node, Noted, Notes, Plain, Prose, explain_choices
from edu.problems import N_

Minutes = Annotated[int, Field(ge=0, le=600, strict=True)]
TeachingMinutes = Annotated[int, Field(ge=1, le=600, strict=True)]
Number = Annotated[int | float, Field(allow_inf_nan=False)]
EntityId = Annotated[Id, Field(description=N_("The id of an entity in course.yaml; it lends its colour."))]


class BaseSlide(Noted):
    """What every slide has. `minutes` is how long the class spends on it; `facts` are those that it rests on."""

    id: Id
    title: Prose = Field(description=N_("The headline; better a statement than a keyword. No two slides have the same."))
    notes: Notes = Field(
        description=N_("What the teacher says and does; students do not see it. An empty line parts paragraphs.")
    )
    minutes: Minutes = Field(default=0, description=N_("How many minutes the class spends on this slide."))
    facts: tuple[FactId, ...] = Field(
        default=(), description=N_("The ids of the facts that this slide rests on; they are cited on it.")
    )
    builds: bool | None = Field(
        default=None,
        description=N_("true: what is on this slide appears click by click; false: at once; without it, as in course.yaml."),
    )


class TitleSlide(BaseSlide):
    kind: Literal["title"] = Field(description=N_("The first slide: title and subtitle."))
    subtitle: Prose | None = Field(default=None, description=N_("A line below the title."))


class SectionSlide(BaseSlide):
    kind: Literal["section"] = Field(description=N_("The start of a part of the lesson; the agenda lists it."))
    lead: Prose | None = Field(default=None, description=N_("A sentence below the title."))


class ObjectivesSlide(BaseSlide):
    """Shows the lesson's objectives."""

    kind: Literal["objectives"] = Field(description=N_("Shows the objectives of the lesson; they stand above, not here."))


class PointsSlide(BaseSlide):
    kind: Literal["points"] = Field(description=N_("A list of points."))
    lead: Prose | None = Field(default=None, description=N_("A sentence above the points."))
    points: tuple[Prose, ...] = Field(min_length=1, description=N_("The points, each a short sentence."))


class DefinitionSlide(BaseSlide):
    """Shows a term of the glossary with its definition, and what it means in the case."""

    kind: Literal["definition"] = Field(description=N_("A term of the glossary: what it means, what it is and what it is not."))
    term: Id = Field(description=N_("The id of the term in glossary.yaml."))
    example: Prose | None = Field(default=None, description=N_("An example of it."))
    counterexample: Prose | None = Field(default=None, description=N_("Something that might be taken for it and is not."))


class Side(Node, title=N_("side")):
    """One side of a comparison: an entity of the course, or a name of its own."""

    id: Id
    entity: EntityId | None = Field(
        default=None, description=N_("The id of an entity in course.yaml; it lends its name and colour.")
    )
    name: Prose | None = Field(default=None, description=N_("The name above the column, where there is no entity."))


class Row(Node, title=N_("row")):
    """One dimension of a comparison, with a cell for each side in the order of the sides."""

    label: Prose = Field(description=N_("In what respect the sides are compared."))
    cells: tuple[Prose, ...] = Field(description=N_("What is true of each side, in the order of the sides."))


class CompareSlide(BaseSlide):
    kind: Literal["compare"] = Field(description=N_("Two to four sides, compared row by row."))
    sides: tuple[Side, ...] = Field(min_length=2, max_length=4, description=N_("What is compared; each is a column."))
    rows: tuple[Row, ...] = Field(min_length=1, description=N_("The respects in which they are compared; each is a row."))


class TableSlide(BaseSlide):
    kind: Literal["table"] = Field(description=N_("A table with a row of heads."))
    columns: tuple[Prose, ...] = Field(min_length=1, max_length=8, description=N_("The heads of the columns."))
    rows: tuple[tuple[Prose, ...], ...] = Field(
        min_length=1, description=N_("The rows; each has as many cells as there are columns.")
    )


class Series(Node, title=N_("series")):
    """The values of one series: numbers, or ids of facts; `entity` lends it its colour."""

    name: Prose = Field(description=N_("What the values are of; the legend says it."))
    values: tuple[Number | FactId, ...] = Field(
        min_length=1,
        description=N_("A value for each category: the id of a fact, or a number where the chart is illustrative."),
    )
    entity: EntityId | None = None


class Category(Node, title=N_("category")):
    """A category of a chart; `entity` lends it its colour where the chart has one series."""

    label: Prose = Field(description=N_("The name on the axis or of the slice."))
    entity: EntityId | None = None
    highlight: bool = Field(default=False, description=N_("true: it stands out, and the others recede."))


class ChartSlide(BaseSlide):
    """A native chart; values that are not facts make it `illustrative`, and it says so."""

    kind: Literal["chart"] = Field(description=N_("A chart that PowerPoint can edit."))
    chart: Annotated[
        Literal["column", "bar", "line", "doughnut"],
        explain_choices(
            N_("upright bars: to compare a few values"),
            N_("level bars: to compare values with long names"),
            N_("a line: how something changes over time"),
            N_("a ring: how a whole is divided"),
        ),
    ] = Field(description=N_("The form of the chart."))
    categories: tuple[Category, ...] = Field(
        min_length=1, max_length=24, description=N_("What there is a value for: the places on the axis, or the slices.")
    )
    series: tuple[Series, ...] = Field(
        min_length=1, max_length=6, description=N_("One series of values, or several to compare.")
    )
    illustrative: bool = Field(
        default=False, description=N_("true: the numbers are made up to show a pattern; the slide says so.")
    )
    unit: Prose | None = Field(default=None, description=N_("The unit of numbers that are not facts; facts bring their own."))
    takeaway: Prose | None = Field(default=None, description=N_("What the chart shows, in one sentence beside it."))
    alt: Plain = Field(description=N_("What the chart shows, for those who cannot see it; a screen reader reads it out."))


class Event(Node, title=N_("event")):
    """A point in time and what happened then."""

    when: PartialDate
    text: Prose = Field(description=N_("What happened then."))
    entity: EntityId | None = None


class TimelineSlide(BaseSlide):
    """Events on one axis: true to time with `scale: time`, or evenly stepped."""

    kind: Literal["timeline"] = Field(description=N_("Events on an axis of time."))
    scale: Annotated[
        Literal["time", "steps"],
        explain_choices(N_("distances are true to time"), N_("all distances are equal")),
    ] = Field(default="steps", description=N_("How far apart the events stand."))
    events: tuple[Event, ...] = Field(min_length=2, max_length=8, description=N_("Two to eight events, from early to late."))


class Step(Node, title=N_("step")):
    """One step of a process."""

    head: Prose = Field(description=N_("The name of the step, in a word or two."))
    text: Prose | None = Field(default=None, description=N_("What happens in it."))
    entity: EntityId | None = None


class ProcessSlide(BaseSlide):
    """Steps that lead to each other; with `cycle` the last leads to the first."""

    kind: Literal["process"] = Field(description=N_("Steps that lead from one to the next."))
    steps: tuple[Step, ...] = Field(min_length=2, max_length=6, description=N_("Two to six steps in their order."))
    cycle: bool = Field(default=False, description=N_("true: the last step leads back to the first."))


class Figure(Node, title=N_("big number")):
    """A big number and what it is."""

    fact: FactId
    label: Prose = Field(description=N_("What the number means, in a few words."))
    entity: EntityId | None = None


class FiguresSlide(BaseSlide):
    """One to four big numbers, each from a fact."""

    kind: Literal["figures"] = Field(description=N_("One to four big numbers, each from a fact."))
    figures: tuple[Figure, ...] = Field(min_length=1, max_length=4, description=N_("The numbers, from left to right."))
    takeaway: Prose | None = Field(default=None, description=N_("What the numbers show, in one sentence below them."))


class VoiceSlide(BaseSlide):
    """Reported speech, marked as one person's word; never a quotation."""

    kind: Literal["voice"] = Field(
        description=N_("What somebody is reported to have said; one person's word, not a quotation.")
    )
    text: Prose = Field(description=N_("What was said, retold in your own words."))
    speaker: Prose = Field(description=N_("Who said it."))
    entity: EntityId | None = None
    caution: Prose | None = Field(default=None, description=N_("Why to be careful with it."))


class PictureSlide(BaseSlide):
    """A picture; a sibling `name.en.png` stands in for `name.png` in English."""

    kind: Literal["picture"] = Field(description=N_("A picture with a caption."))
    image: str = Field(
        min_length=1,
        description=N_("The picture's path in the folder of this lesson (PNG, JPEG or GIF)."),
        examples=["images/map.png"],
    )
    alt: Plain = Field(description=N_("What the picture shows, for those who cannot see it; a screen reader reads it out."))
    caption: Prose | None = Field(default=None, description=N_("A line below the picture."))
    credit: Prose | None = Field(default=None, description=N_("Who made the picture, and under which licence it is used."))


class DiscussionSlide(BaseSlide):
    kind: Literal["discussion"] = Field(description=N_("Questions for the class to talk about."))
    minutes: TeachingMinutes = Field(description=N_("How many minutes the class talks; the slide shows it."))
    prompts: tuple[Prose, ...] = Field(min_length=1, description=N_("The questions."))


class ActivitySlide(BaseSlide):
    kind: Literal["activity"] = Field(description=N_("Something that students do, step by step."))
    minutes: TeachingMinutes = Field(description=N_("How many minutes students have; the slide shows it."))
    steps: tuple[Prose, ...] = Field(min_length=1, description=N_("What they do, in order."))


class CheckSlide(BaseSlide):
    """A question of the quiz, and its answer on a slide of its own that follows."""

    kind: Literal["check"] = Field(
        description=N_("A question of the quiz, asked in class; its answer follows on a slide of its own.")
    )
    question: Id = Field(description=N_("The id of the question in quiz.yaml."))
    answer_title: Prose | None = Field(default=None, description=N_("The headline of the slide with the answer."))


class SummarySlide(BaseSlide):
    """Answers the lesson's question."""

    kind: Literal["summary"] = Field(description=N_("The end of the lesson: the answer to its question."))
    answer: Prose = Field(description=N_("The answer to the question of the lesson, in one sentence."))
    points: tuple[Prose, ...] = Field(default=(), description=N_("What to remember."))


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
    Field(discriminator="kind", title=N_("slide")),
]


class Objective(Node, title=N_("objective")):
    """What a student can do after the lesson, said with a measurable verb."""

    id: Id
    text: Prose = Field(
        description=N_("What students can do afterwards, with a verb that can be tested: explain, calculate, compare.")
    )


class Lesson(Noted):
    """`lesson.yaml`: the question of the lesson, its objectives, its slides, and the terms that its glossary lists besides
    those it defines; `minutes` is the sum of the slides'."""

    title: Prose = Field(description=N_("The name of the lesson."))
    question: Prose = Field(description=N_("The question that the lesson answers; the slide of kind summary answers it."))
    minutes: TeachingMinutes = Field(description=N_("How many minutes the lesson takes: the sum of those of its slides."))
    objectives: tuple[Objective, ...] = Field(
        min_length=1, description=N_("What students can do after the lesson; the quiz has a question for each.")
    )
    terms: tuple[Id, ...] = Field(
        default=(),
        description=N_(
            "The ids of the terms in glossary.yaml that the last pages explain, besides those that a slide defines."
        ),
    )
    slides: tuple[Slide, ...] = Field(
        min_length=1, description=N_("The slides in their order; kind says what each of them is.")
    )
