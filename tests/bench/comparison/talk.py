"""A lesson in one language -> the plain pages that its author would write for any other tool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from edu.bench import Bench
from edu.model.course import Module
from edu.model.inline import split_paragraphs
from edu.model.locale import office_tag
from edu.model.questions import SingleQuestion
from edu.model.slides import (
    ActivitySlide,
    ChartSlide,
    CheckSlide,
    CompareSlide,
    DefinitionSlide,
    DiscussionSlide,
    FiguresSlide,
    ObjectivesSlide,
    PictureSlide,
    PointsSlide,
    ProcessSlide,
    SectionSlide,
    Slide,
    SummarySlide,
    TableSlide,
    TitleSlide,
    VoiceSlide,
)
from edu.plan.deck import make_deck
from edu.plan.page import Chart
from edu.plan.runs import make_runs
from edu.write.pptx import Template, read_theme

Rows = tuple[tuple[str, ...], ...]
Column = tuple[str, tuple[str, ...]]
"""Its head and its points."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart: its kind, its categories, and its series by name."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    alt: str

    @property
    def rows(self) -> Rows:
        """Return its data as a table, for tools that draw no charts."""
        head = ("", *(name for name, _ in self.series))
        return (head, *((c, *(f"{values[i]:g}" for _, values in self.series)) for i, c in enumerate(self.categories)))


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `lead` stands above its body and `after` belongs below; `opens` where it starts a part of the lesson."""

    id: str
    title: str
    lead: str = ""
    points: tuple[str, ...] = ()
    numbered: bool = False
    columns: tuple[Column, ...] = ()
    table: Rows = ()
    chart: Plot | None = None
    picture: tuple[Path, str] | None = None
    after: str = ""
    opens: bool = False
    notes: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text of its body but for a chart's."""
        columns = (text for head, points in self.columns for text in (head, *points))
        cells = (cell for row in self.table for cell in row)
        return tuple(filter(None, (self.lead, *self.points, *columns, *cells, self.after)))


@dataclass(frozen=True, slots=True)
class Talk:
    """A lesson in the language `lang` (BCP 47)."""

    lang: str
    pages: tuple[Page, ...]


def make_talk(bench: Bench, lang: str, module_id: str, course: Path) -> Talk:
    """Return the module in `lang` (gettext name) as plain pages; pictures are found in the folder `course`."""
    module = bench.find_module(lang, module_id)
    deck, _ = make_deck(bench.editions[lang], module, read_theme(Template(bench.templates)), bench.pictures)
    charts = {slide.id: item for slide in deck.slides for item in slide.items if isinstance(item, Chart)}
    author = _Author(bench, lang, module, charts, course / "content" / module_id)
    return Talk(office_tag(lang), tuple(page for slide in module.lesson.slides for page in author.list_pages(slide)))


@dataclass(frozen=True, slots=True)
class _Author:
    bench: Bench
    lang: str
    module: Module
    charts: dict[str, Chart]
    folder: Path

    def list_pages(self, slide: Slide) -> Iterator[Page]:
        """Yield the slide as a page; a question's answer follows on its own."""
        notes = tuple(self.say(part) for part in split_paragraphs(slide.notes))
        for page in self._write(slide, Page(slide.id, self.say(slide.title))):
            yield page if page.notes else replace(page, notes=notes)

    def say(self, text: str | None) -> str:
        """Return the text as a reader sees it, figures filled in."""
        runs = make_runs(self.bench.editions[self.lang], text or "", "")
        return " ".join("".join(run.text for run in runs).split())

    def _say_all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self.say, texts))

    def _pair(self, head: str, text: str | None) -> str:
        colon = "：" if self.lang.startswith("zh") else ": "
        return f"{self.say(head)}{colon}{self.say(text)}" if text else self.say(head)

    def _write(self, slide: Slide, page: Page) -> Iterator[Page]:
        match slide:
            case TitleSlide():
                yield replace(page, lead=self.say(slide.subtitle), opens=True)
            case SectionSlide():
                yield replace(page, lead=self.say(slide.lead), opens=True)
            case ObjectivesSlide():
                texts = tuple(objective.text for objective in self.module.lesson.objectives)
                yield replace(page, points=self._say_all(texts), numbered=True)
            case PointsSlide():
                yield replace(page, lead=self.say(slide.lead), points=self._say_all(slide.points))
            case SummarySlide():
                yield replace(page, lead=self.say(slide.answer), points=self._say_all(slide.points))
            case DiscussionSlide():
                yield replace(page, points=self._say_all(slide.prompts))
            case ActivitySlide():
                yield replace(page, points=self._say_all(slide.steps), numbered=True)
            case VoiceSlide():
                yield replace(page, lead=self.say(slide.text), points=(self.say(slide.speaker), self.say(slide.caution)))
            case ProcessSlide():
                yield replace(page, points=tuple(self._pair(s.head, s.text) for s in slide.steps), numbered=True)
            case TableSlide():
                yield replace(page, table=tuple(self._say_all(row) for row in (slide.columns, *slide.rows)))
            case _:
                yield from self._write_richer(slide, page)

    def _write_richer(self, slide: Slide, page: Page) -> Iterator[Page]:
        edition = self.bench.editions[self.lang]
        match slide:
            case DefinitionSlide():
                term = next(term for term in edition.course.glossary.terms if term.id == slide.term)
                cases = (("In this case", slide.example), ("Not this", slide.counterexample))
                points = tuple(self._pair(edition.say(head), text) for head, text in cases if text)
                yield replace(page, lead=self._pair(term.term, term.definition), points=points)
            case FiguresSlide():
                points = tuple(self._pair(edition.figures[f.fact].short, f.label) for f in slide.figures)
                yield replace(page, points=points, after=self.say(slide.takeaway))
            case CompareSlide():
                names = {entity.id: entity.name for entity in edition.course.settings.entities}
                sides = (side.name or names[side.entity or ""] for side in slide.sides)
                points = zip(*([self._pair(row.label, cell) for cell in row.cells] for row in slide.rows), strict=True)
                yield replace(page, columns=tuple((self.say(side), own) for side, own in zip(sides, points, strict=True)))
            case ChartSlide():
                chart = self.charts[slide.id]
                plot = Plot(chart.kind, chart.categories, tuple((s.name, s.values) for s in chart.series), chart.alt)
                yield replace(page, chart=plot, after=self.say(slide.takeaway))
            case PictureSlide():
                named = self.folder / slide.image
                own = named.with_suffix(f".{self.lang}{named.suffix}")
                yield replace(page, picture=(own if own.exists() else named, slide.alt), after=self.say(slide.caption))
            case CheckSlide():
                yield from self._ask(slide, page)
            case _:
                raise AssertionError(f"no plain page for a slide of kind {slide.kind}")

    def _ask(self, slide: CheckSlide, page: Page) -> Iterator[Page]:
        question = next(q for q in self.module.quiz.questions if q.id == slide.question)
        assert isinstance(question, SingleQuestion), f"no plain page for a question of kind {question.kind}"
        yield replace(page, lead=self.say(question.text), points=tuple(self.say(choice.text) for choice in question.choices))
        right = next(choice.text for choice in question.choices if choice.right)
        why = self.say(question.explanation)
        yield replace(page, title=self.say(slide.answer_title), lead=self.say(right), points=(why,), notes=(why,))
