"""The commands that start a course and help an editor with it: options in, one verb called, what comes next told."""

from __future__ import annotations

import os
from pathlib import Path

import click

from edu.cli.desk import CHANGED, Desk, choose_code, print_problems, shorten, tell
from edu.cli.menu import Verb
from edu.cli.options import COURSE, FORMAT, QUIET, find_root, take
from edu.problems import N_, Code, EduError, Problem, word_count

_LANG = click.option("--lang", metavar=N_("LANG"), help=N_("the language to write the course in (default: the one edu speaks)"))

_INTO = click.option("-o", "--output", metavar=N_("DIR"), help=N_("where they go (default: content/.schema in the course)"))


@click.command(cls=Verb, help=N_("Start a course: write a small one, ready to build, into a new folder."))
@click.argument("folder", metavar=N_("DIR"), required=False)
@take(_LANG, QUIET, FORMAT)
@click.pass_obj
def new(desk: Desk, /, folder: str | None, lang: str | None) -> int:
    """Write a new course and tell what to type next."""
    from edu.new import list_next_steps, write_course

    if not folder:
        raise EduError([Problem(Code.NO_FOLDER)])
    root = Path(folder)
    names, problems = write_course(root, lang or desk.lang, desk.say)
    for name in names:
        if not name.startswith("content/."):
            tell(desk, name)
    print_problems(desk, problems)
    steps = list_next_steps(_resolve(root), Path.cwd(), windows=os.name == "nt")
    tell(desk, desk.say(N_("done: the new course is in {folder}; to build it, type:")).format(folder=shorten(_resolve(root))))
    for step in steps:
        tell(desk, f"  {step}")
    return choose_code(problems, failed=False)


@click.command(cls=Verb, help=N_("Write the schemas by which an editor completes and explains every key of a course."))
@take(COURSE, _INTO, QUIET, FORMAT)
@click.pass_obj
def schema(desk: Desk, /, course: str | None, output: str | None) -> int:
    """Write the schemas, and tell which files do not name theirs yet."""
    from edu.folder import find_course
    from edu.schemas import list_unled, write_schemas
    from edu.source.schema import FOLDER

    root = find_course(Path(course or "."), climb=course is None) if output else find_root(course)
    folder = Path(output) if output else (root or Path()) / "content" / FOLDER
    changed, problems = write_schemas(folder, desk.say)
    print_problems(desk, problems)
    for name in changed:
        tell(desk, shorten(folder.absolute() / name))
    tell(desk, word_count(CHANGED.of(len(changed)), desk.say))
    for file, line in (list_unled(root) if root and not output else {}).items():
        tell(desk, desk.say(N_("write as the first line of {file}: {line}")).format(file=file, line=line))
    return choose_code(problems, failed=bool(problems))


def _resolve(path: Path) -> Path:
    """Return the absolute path without `.` and `..`, and with the links that the teacher sees."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # Path.resolve would follow links
