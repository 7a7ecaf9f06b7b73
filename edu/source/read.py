"""A folder -> the course that its files hold, with its pictures, the place of everything, and all that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from edu.folder import UnreadError, find_spelling, is_file, list_names, read_text
from edu.model.course import Course, Module, Settings
from edu.model.facts import FactBook, Glossary
from edu.model.picture import Picture
from edu.model.prose import Id
from edu.model.questions import Quiz
from edu.model.slides import Lesson, PictureSlide
from edu.problems import Code, Place, Problem, Problems
from edu.source.document import Data, find_place
from edu.source.few import tell_few
from edu.source.near import find_misnamed, find_near
from edu.source.pictures import has_picture, is_safe_name, list_siblings, read_picture
from edu.source.rules import check_rules
from edu.source.rules.draft import Draft
from edu.source.rules.names import FORBIDDEN_NAMES, TAKEN_NAMES
from edu.source.shape import make_model
from edu.source.templates import read_template
from edu.source.yaml import read_yaml
from edu.style import GROUNDS

__all__ = ["Reading", "find_place", "read_course"]

Model = TypeVar("Model", bound=BaseModel)

_UNUSABLE = FORBIDDEN_NAMES | TAKEN_NAMES
"""Names that no module can have: the rules tell so."""

_MOST_MODULES = 200
"""As many as a course may have: what is listed beyond is not looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `course` is None where a file is missing or unsound; each of `problems` has its place.

    `places` tells where each trail stands; files are named relative to the course, with `/`. `pictures` are keyed
    `<module>/<image as written>`, and `<module>/<stem>.<lang>.<suffix>` for those that are a language's own.
    `template` is the school's own PowerPoint file, where the course names one.
    """

    course: Course | None
    problems: Problems
    places: Mapping[str, Place]
    pictures: Mapping[str, Picture]
    template: bytes = b""


def read_course(root: Path) -> Reading:
    """Return the course in `root`, the folder that holds `content`; nothing outside `root` is read."""
    found = _Found(root, root / "content")
    settings = found.read_part("course.yaml", "course#", Settings)
    book = found.read_part("facts.yaml", "facts#", FactBook)
    glossary = found.read_part("glossary.yaml", "glossary#", Glossary)
    lessons: dict[str, Lesson] = {}
    quizzes: dict[str, Quiz] = {}
    modules = _list_modules(settings, found.raw)
    for id in modules:
        if lesson := found.read_part(f"{id}/lesson.yaml", f"{id}/lesson#", Lesson):
            lessons[id] = lesson
        if quiz := found.read_part(f"{id}/quiz.yaml", f"{id}/quiz#", Quiz):
            quizzes[id] = quiz
    found.note_unlisted(modules)
    pictures = found.read_pictures(lessons, settings.languages if settings else ())
    template = found.read_template(settings.theme) if settings else b""
    course = None
    if settings and book and glossary and lessons.keys() == quizzes.keys() == set(settings.modules):
        parts = tuple(Module(id=id, lesson=lessons[id], quiz=quizzes[id]) for id in dict.fromkeys(settings.modules))
        course = Course(settings=settings, book=book, glossary=glossary, modules=parts)
    found.problems += check_rules(Draft(settings, book, glossary, lessons, quizzes, complete=course is not None))
    return Reading(course, _sort_problems(found.problems, found.places), found.places, pictures, template)


def read_settings(root: Path) -> tuple[Settings | None, Reading]:
    """Return the settings of the course in `root`, None where they are unsound, and what was read: nothing else of it."""
    found = _Found(root, root / "content")
    settings = found.read_part("course.yaml", "course#", Settings)
    return settings, Reading(None, _sort_problems(found.problems, found.places), found.places, {})


@dataclass(slots=True)
class _Found:
    """What was found on the way: problems, places, and the settings as plain data."""

    root: Path
    content: Path
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    raw: Data = None

    def read_part(self, name: str, trail: str, model: type[Model]) -> Model | None:
        """Return the file `name` of the content folder as a `model`; None where it is missing or unsound."""
        file = f"content/{name}"
        self.places[trail] = Place(file)
        try:
            text = read_text(self.content / name, self.root)
        except UnreadError as unread:
            self.problems.append(self._explain_unread(unread, name, trail))
            return None
        document, problems = read_yaml(text, file, trail)
        self.problems += tell_few(problems)
        if document is None:
            return None
        self.places |= document.places
        if model is Settings:
            self.raw = document.data
        made, problems = make_model(model, document, trail)
        self.problems += problems
        return made

    def _explain_unread(self, unread: UnreadError, name: str, trail: str) -> Problem:
        """Return why the file `name` was not read; one that is missing may stand there with another ending or capitals."""
        folder, _, file = name.rpartition("/")
        other = find_misnamed(file, self._list_names(folder)) if unread.code == Code.MISSING_FILE else ""
        if other:
            return Problem(Code.MISNAMED_FILE, trail, {"name": file, "near": other})
        near = self._find_near(name) if unread.code == Code.MISSING_FILE else ""
        return Problem(unread.code, trail, {**unread.values, "near": near})

    def _find_near(self, name: str) -> str:
        """Return the file or folder that was perhaps meant by `name`."""
        folder, _, file = name.rpartition("/")
        if folder and not (self.content / folder).is_dir():
            return find_near(folder, self._list_names(""))
        return find_near(file, (other for other in self._list_names(folder) if other != file))

    def _list_names(self, folder: str) -> list[str]:
        return list_names(self.content / folder, self.root)

    def note_unlisted(self, modules: tuple[str, ...]) -> None:
        """Note each folder that looks like a module and is none of `modules`."""
        for name in self._list_names("") if self.raw is not None else ():
            if name not in (*modules, *_UNUSABLE) and any(
                is_file(self.content / name / file) for file in ("lesson.yaml", "quiz.yaml")
            ):
                self.problems.append(Problem(Code.UNLISTED_MODULE, "course#modules", {"name": name[:80]}))

    def read_pictures(self, lessons: Mapping[str, Lesson], languages: tuple[str, ...]) -> dict[str, Picture]:
        """Return the pictures that the lessons name, and those that stand in for them in a language."""
        pictures: dict[str, Picture] = {}
        self.problems += tell_few(
            problem
            for id, lesson in lessons.items()
            for slide in lesson.slides
            if isinstance(slide, PictureSlide)
            for name in (slide.image, *self._find_siblings(id, slide.image, languages))
            for problem in self._read_picture(id, name, f"{id}/lesson#slides[{slide.id}].image", pictures)
        )
        return pictures

    def read_template(self, name: str) -> bytes:
        """Return the school's PowerPoint file `name` beside course.yaml; nothing where the theme is the house's."""
        if name in GROUNDS:
            return b""
        try:
            return read_template(self.content / name, name, self.root)
        except UnreadError as unread:
            near = find_near(name, (*GROUNDS, *self._list_names(""))) if unread.code == Code.MISSING_TEMPLATE else ""
            self.problems.append(Problem(unread.code, "course#theme", {**unread.values, "near": near}))
            return b""

    def _find_siblings(self, module: str, name: str, languages: tuple[str, ...]) -> Iterator[str]:
        if is_safe_name(name):
            yield from (other for other in list_siblings(name, languages) if has_picture(self.content / module, other))

    def _read_picture(self, module: str, name: str, trail: str, pictures: dict[str, Picture]) -> Iterator[Problem]:
        if f"{module}/{name}" in pictures:
            return
        try:
            pictures[f"{module}/{name}"] = read_picture(self.content / module, name, self.root)
        except UnreadError as unread:
            near = self._find_near_picture(module, name) if unread.code == Code.MISSING_PICTURE else ""
            yield Problem(unread.code, trail, {**unread.values, "near": near, "path": f"content/{module}/{name[:80]}"})

    def _find_near_picture(self, module: str, name: str) -> str:
        folder, _, file = name.rpartition("/")
        near = find_near(file, self._list_names(f"{module}/{folder}"))
        return find_spelling(self.content / module, name) or (near and f"{folder}/{near}".removeprefix("/"))


def _list_modules(settings: Settings | None, raw: Data) -> tuple[str, ...]:
    """Return the modules to read, each once: also where other settings are wrong."""
    listed: object = settings.modules if settings else raw.get("modules") if isinstance(raw, dict) else ()
    fits = TypeAdapter(Id)
    modules: list[str] = []
    for id in listed[:_MOST_MODULES] if isinstance(listed, tuple) else ():
        try:
            modules.append(fits.validate_python(id))
        except ValidationError:
            continue
    return tuple(id for id in dict.fromkeys(modules) if id not in _UNUSABLE)


def _sort_problems(problems: list[Problem], places: Mapping[str, Place]) -> Problems:
    """Return the problems with their places, file by file as they were read, from top to bottom."""
    files = {file: n for n, file in enumerate(dict.fromkeys(place.file for place in places.values()))}
    placed = [problem if problem.place else problem.at(find_place(places, problem.trail)) for problem in problems]

    def order(problem: Problem) -> tuple[int, int, int]:
        place = problem.place or Place("")
        return files.get(place.file, len(files)), place.line, place.column

    return tuple(sorted(placed, key=order))
