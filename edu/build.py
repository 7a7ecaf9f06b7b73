"""The pipeline: the folder of a course -> its products on disk, or what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from edu.bench import Bench, Materials, check_languages, set_up_bench
from edu.convert import Converted, Wish, convert_decks, settle_converted
from edu.folder import is_file
from edu.language.drafts import list_languages
from edu.language.publish import withhold_languages
from edu.listing import PLUS, make_index, name_languages, split_pair
from edu.lock import BusyError
from edu.look import find_template
from edu.model.course import Course, set_languages
from edu.model.locale import PSEUDO
from edu.outputs import DEFAULTS, OUTPUTS
from edu.problems import Code, Level, Problem, Problems, worst_level
from edu.report import Report, fails, make_report
from edu.shelf import Product, put_product, stay_alone
from edu.source.near import miss_name
from edu.source.read import Reading, read_course
from edu.write.index import Link
from edu.write.pptx.mirror import lay_tables

INDEX = "index.html"

Tell = Callable[[str, int, int], None]
"""Is told of each product when its turn comes, and last of none: its name, how many are done, how many there will be."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for of the course in the folder `root`; where a tuple is empty, all that there are.

    `template` (`light`, `dark`) and `page` (`16:9`, `4:3`) are the course's own where they are empty.
    """

    root: Path
    output: Path | None = None
    languages: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    strict: bool = False
    force: bool = False
    jobs: int = 1
    builds: bool = False
    """Whether slides are shown click by click, whatever the course's own setting."""
    template: str = ""
    page: str = ""
    fuzzy: bool = False
    """Whether translations are shown that are to be looked at again."""

    @property
    def folder(self) -> Path:
        """Return the folder that products go to."""
        return self.output or self.root / "dist"


@dataclass(frozen=True, slots=True)
class Job:
    """One product to make; `lang` may be two languages side by side (`zh_CN+en`)."""

    lang: str
    module: str
    output: str

    @property
    def name(self) -> str:
        return f"{self.lang}/{self.module}.{OUTPUTS[self.output].suffix}"

    @property
    def made_here(self) -> Job:
        """Return the job of the deck where LibreOffice makes the product of one, else this job."""
        return replace(self, output="pptx") if OUTPUTS[self.output].cut else self


# --- the verbs ---------------------------------------------------------------------------------------------------------


def build_course(order: Order, tell: Tell = lambda name, number, total: None) -> Report:
    """Build what is asked for; where the course has errors (with `strict`, or warnings), write nothing."""
    return _run(order, tell, writing=True)


def check_course(order: Order, tell: Tell = lambda name, number, total: None) -> Report:
    """Return what `build_course` would find wrong, without writing anything."""
    return _run(order, tell, writing=False)


@dataclass(frozen=True, slots=True)
class Begun:
    """A course that can be worked on: what was read, what products are made from, the jobs, and what is wrong so far."""

    reading: Reading
    materials: Materials
    bench: Bench
    jobs: tuple[Job, ...]
    problems: Problems
    faults: Mapping[str, Problems]
    """What of the problems is wrong with the translation into each language."""
    doubts: Problems
    """What the checks of the translations that products show have found, remarks among it."""

    @property
    def told(self) -> Problems:
        """Those of the doubts that a build tells: remarks are for translators, who ask for them."""
        return tuple(problem for problem in self.doubts if problem.level != Level.INFO)


def begin(order: Order, *, every: bool = False) -> Begun | Report:
    """Return what a run starts with, or the report of one that ends here; `every` language, or those to be published."""
    reading = read_course(order.root)
    if reading.course is None:
        return make_report(reading.problems, reading.places, strict=order.strict)
    course, withheld = reading.course, Problems()
    if not every:
        course, withheld = withhold_languages(order.root / "locales", course, fuzzy=order.fuzzy)
    course, whole = add_asked(order, course), add_asked(order, reading.course)
    if wrong := check_names(order, whole):
        return make_report(wrong, reading.places, strict=order.strict)
    jobs = _list_jobs(order, course)
    template, lacks = find_template(reading.course.settings, reading.template, order.template, order.page)
    materials = Materials(
        order.root, _set_course(order, course), dict(reading.pictures), template, "web" in order.outputs, order.fuzzy
    )
    bench, faults = set_up_bench(materials)
    shown = [lang for lang in bench.editions if any(_shows(job, lang) for job in jobs)]
    problems = (*reading.problems, *lacks, *withheld, *(problem for lang in shown for problem in faults[lang]))
    if worst_level((*reading.problems, *lacks)) == Level.ERROR:
        return make_report(problems, reading.places, strict=order.strict)
    return Begun(reading, materials, bench, jobs, problems, faults, check_languages(bench, shown))


def _run(order: Order, tell: Tell, *, writing: bool) -> Report:
    begun = begin(order)
    if isinstance(begun, Report):
        return begun
    reading, jobs, problems = begun.reading, begun.jobs, (*begun.problems, *begun.told)
    products: dict[Job, Product] = {}
    for job, (product, found) in _make_products(begun.materials, begun.bench, jobs, order.jobs, tell, writing=writing):
        problems += found
        products |= {job: product} if product else {}
    if not writing or fails(problems, strict=order.strict):
        tell("", len(jobs), len(jobs))
        return make_report(problems, reading.places, strict=order.strict)
    converted, unmade = _convert(order.folder, jobs, products, tell)
    tell("", len(jobs), len(jobs))
    made = (*(products[job] for job in jobs if job in products), *(file for done in converted for file in done.files))
    if unmade and not made:
        return make_report((*problems, *unmade), reading.places, strict=order.strict)
    return _put_products(order, reading, begun.bench, made, converted, (*problems, *unmade))


Remember = Callable[[Job, Callable[[], "Made"]], "Made"]
"""Given a job and what does it: what comes of it, or came of it before."""


def preview_course(
    order: Order, remember: Remember, first: Sequence[str] = (), tell_bench: Callable[[Bench], None] = lambda bench: None
) -> tuple[Report, Mapping[str, bytes]]:
    """Return what is wrong with the course, and as far as they can be made its products and the index page of them, by name.

    A product that shows a language whose translation cannot be read is not made: it would say all in the source's. Those
    whose names are in `first` are made before the others, in that order. `tell_bench` hears what they are made from.
    """
    begun = begin(order)
    if isinstance(begun, Report):
        return begun, {}
    tell_bench(begun.bench)
    problems, pages = (*begun.problems, *begun.told), dict[str, bytes]()
    broken = [lang for lang, faults in begun.faults.items() if worst_level(faults) == Level.ERROR]
    jobs = [job for job in begun.jobs if not any(_shows(job, lang) for lang in broken)]
    turns = {name: turn for turn, name in enumerate(first)}
    for job in sorted(jobs, key=lambda job: turns.get(job.name, len(turns))):
        product, found = remember(job, partial(_make_product, begun.bench, job, writing=True))
        problems += found
        pages |= {product.name: product.data} if product else {}
    index = _make_index(begun.bench, pages.__contains__)
    return make_report(problems, begun.reading.places, strict=order.strict), {**pages, index.name: index.data}


def add_asked(order: Order, course: Course) -> Course:
    """Return the course with pseudo-languages and languages in work as languages of its own, where they are asked for."""
    known = (*PSEUDO, *list_languages(order.root, course))
    asked = [lang for name in order.languages for lang in split_pair(name) if lang in known]
    return set_languages(course, (*course.settings.languages, *asked))


def _set_course(order: Order, course: Course) -> Course:
    """Return the course with the settings that the command line gives it."""
    settings = course.settings.model_copy(update={"builds": order.builds or course.settings.builds})
    return course.model_copy(update={"settings": settings})


# --- what is asked for -------------------------------------------------------------------------------------------------


def check_names(order: Order, course: Course) -> Problems:
    """Return a Problem for each name on the command line that the course or the product does not know."""
    languages = course.settings.languages
    pairs = [name for name in dict.fromkeys(order.languages) if PLUS in name]
    singles = [one for name in order.languages for one in split_pair(name) if one or name not in pairs]
    known = (
        (Code.UNKNOWN_LANGUAGE, list(dict.fromkeys(singles)), languages),
        (Code.UNKNOWN_MODULE, order.modules, [module.id for module in course.modules]),
        (Code.UNKNOWN_OUTPUT, order.outputs, list(OUTPUTS)),
    )
    wrong = [miss_name(code, name, names) for code, asked, names in known for name in asked if name not in names]
    return (*(problem for name in pairs for problem in _check_pair(name, order, languages)), *wrong)


def _check_pair(name: str, order: Order, languages: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with two languages side by side: they are not two, or not every product asked for can show them."""
    if len(split_pair(name)) != 2 or len({*split_pair(name)} - {""}) != 2:
        example = PLUS.join(languages[:2]) if len(languages) > 1 else ""
        yield Problem(Code.NOT_A_PAIR, values={"name": name, "example": example})
    for output in order.outputs:
        if output in OUTPUTS and OUTPUTS[output].polyglot:
            able = ", ".join(known for known in OUTPUTS if not OUTPUTS[known].polyglot)
            yield Problem(Code.SIDE_BY_SIDE, values={"name": name, "output": output, "able": able})


def _list_jobs(order: Order, course: Course) -> tuple[Job, ...]:
    return tuple(
        Job(lang, module.id, output)
        for lang in _list_languages(order, course)
        for module in course.modules
        if module.id in (order.modules or (module.id,))
        for output in OUTPUTS
        if output in (order.outputs or DEFAULTS) and (not OUTPUTS[output].polyglot or PLUS not in lang)
    )


def _list_languages(order: Order, course: Course) -> tuple[str, ...]:
    """Return the languages asked for in the order of the course, then the pairs."""
    known = course.settings.languages
    singles = [lang for lang in known if lang in (order.languages or known)]
    return (*singles, *dict.fromkeys(name for name in order.languages if PLUS in name))


# --- making ------------------------------------------------------------------------------------------------------------


def _shows(job: Job, lang: str) -> bool:
    return OUTPUTS[job.output].polyglot or lang in split_pair(job.lang)


Made = tuple[Product | None, Problems]


def _make_products(
    materials: Materials, bench: Bench, jobs: Sequence[Job], workers: int, tell: Tell, *, writing: bool
) -> Iterator[tuple[Job, Made]]:
    """Yield each job that is to be done here, with its product (None where it cannot be) and what is wrong.

    What is asked for comes first, in order; then the decks that only something else is made of.
    """
    work = partial(_make_product, writing=writing)
    asked = [job for job in jobs if job.made_here == job]
    tasks = tuple(dict.fromkeys((*asked, *(job.made_here for job in jobs))))
    made = _share_out(materials, tasks, workers, work) if min(workers, len(tasks)) > 1 else map(partial(work, bench), tasks)
    for number, job in enumerate(tasks):
        if number < len(asked):
            tell(job.name, number, len(jobs))
        found = next(made, None)
        if found is None:  # the others will not come: a process was ended
            return
        yield job, found


def _share_out(materials: Materials, jobs: Sequence[Job], workers: int, work: Callable[[Bench, Job], Made]) -> Iterator[Made]:
    from edu.crew import WorkerEndedError, share_out

    try:
        yield from share_out(jobs, work, partial(_set_up, materials), min(workers, len(jobs)))
    except WorkerEndedError:
        yield None, (Problem(Code.WORKER_STOPPED),)


def _set_up(materials: Materials) -> Bench:
    return set_up_bench(materials)[0]


def _make_product(bench: Bench, job: Job, *, writing: bool) -> Made:
    write, problems = OUTPUTS[job.output].plan(bench, job.lang, job.module)
    good = writing and worst_level(problems) != Level.ERROR
    return Product(job.name, write()) if good else None, problems


def _convert(
    folder: Path, jobs: Sequence[Job], products: Mapping[Job, Product], tell: Tell
) -> tuple[tuple[Converted, ...], Problems]:
    """Return what LibreOffice makes of the decks, as far as it is asked for, and a problem for each product that it cannot."""
    cuts = {job: cut for job in jobs if (cut := OUTPUTS[job.output].cut)}
    wishes = [Wish(job.name, lay_tables(products[job.made_here].data), cut) for job, cut in cuts.items()]
    before = len(jobs) - len(wishes)
    return convert_decks(folder, wishes, lambda name, number: tell(name, before + number, len(jobs)))


# --- putting -----------------------------------------------------------------------------------------------------------


def _put_products(
    order: Order,
    reading: Reading,
    bench: Bench,
    products: Sequence[Product],
    converted: Sequence[Converted],
    problems: Problems,
) -> Report:
    try:
        with stay_alone(order.folder) as alone:
            put = partial(put_product, order.folder, force=order.force, alone=alone)
            puts = [put(product) for product in products]
            settle_converted(order.folder, converted)
            index = put(_make_index(bench, lambda name: is_file(order.folder / name)))
    except BusyError:
        busy = Problem(Code.BUSY, values={"folder": str(order.folder)})
        return make_report((*problems, busy), reading.places, strict=order.strict)
    problems += tuple(problem for done in (*puts, index) for problem in done.problems)
    standing = [(product.name, done) for product, done in zip(products, puts, strict=True) if done.name]
    kinds = Counter(output for name, _ in standing for output in OUTPUTS.values() if name.endswith(f".{output.suffix}"))
    return replace(
        make_report(problems, reading.places, strict=order.strict),
        files=tuple(done.name for _, done in standing),
        changed=sum(done.changed for _, done in standing),
        counts=tuple(output.words.of(kinds[output]) for output in OUTPUTS.values() if kinds[output]),
        languages=tuple(name_languages(lang) for lang in dict.fromkeys(name.partition("/")[0] for name, _ in standing)),
        index=index.name,
    )


def _make_index(bench: Bench, stands: Callable[[str], bool]) -> Product:
    """Return the index page of all products of the course that stand there, by their names."""

    def find_links(lang: str, module: str) -> tuple[Link, ...]:
        named = (
            (output, f"{Job(lang, module, name).name}{entry}") for name, output in OUTPUTS.items() for entry in output.entry
        )
        return tuple(Link(output.label, path, output.help) for output, path in named if stands(path))

    return Product(INDEX, make_index(bench, find_links))
