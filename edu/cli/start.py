"""The commands that start a course and help an editor with it: options in, one verb called, what comes next told."""

from __future__ import annotations

import os
from pathlib import Path

import click

from edu.cli.desk import Desk, choose_code, print_problems, shorten, tell
from edu.cli.menu import Verb
from edu.cli.options import COURSE, FORMAT, QUIET, take
from edu.problems import N_, Code, EduError, Problem

_LANG = click.option("--lang", metavar="LANG", help=N_("the language to write the course in (default: the one edu speaks)"))


@click.command(cls=Verb, help=N_("Start a course: write a small one, ready to build, into a new folder."))
@click.argument("folder", metavar="DIR", required=False)
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


def _resolve(path: Path) -> Path:
    """Return the absolute path without `.` and `..`, and with the links that the teacher sees."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # Path.resolve would follow links
