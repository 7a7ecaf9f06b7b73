"""Commands -> their pages of help in the teacher's language."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from edu.cli.columns import fold_columns, measure_columns
from edu.cli.complete import VARIABLE
from edu.cli.desk import FINE, WRONG_USAGE, Desk, show_result
from edu.problems import N_, Code, EduError, Problem, Say

Item = CompletionItem[str]


def _write_help(command: click.Command, context: click.Context, formatter: click.HelpFormatter) -> None:
    """Write a command's page of help in the teacher's language; click's own words are English."""
    desk = context.find_object(Desk)
    say = desk.say if desk else str
    names = [say(param.metavar or "") for param in command.params if isinstance(param, click.Argument)]
    usage = [*names, say(N_("[options]")), *([say(N_("<command> …"))] if isinstance(command, click.Group) else [])]
    formatter.write(f"{say(N_('Usage:'))} {' '.join([context.command_path, *usage])}\n\n")
    formatter.write("".join(f"{line}\n" for line in fold_columns(say(command.help or ""), formatter.width)))
    if isinstance(command, click.Group):
        rows = [(name, say(command.commands[name].help or "")) for name in command.commands]
        _write_rows(formatter, say(N_("Commands:")), rows)
    options = [param for param in command.params if isinstance(param, click.Option)]
    _write_rows(formatter, say(N_("Options:")), [(_name_option(option, say), say(option.help or "")) for option in options])


def _write_rows(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    formatter.write(f"\n{heading}\n")
    margin = max(measure_columns(name) for name, _ in rows) + 4
    for name, text in rows:
        first, *rest = fold_columns(text, max(formatter.width - margin, 20))
        formatter.write(f"  {name}{' ' * (margin - 2 - measure_columns(name))}{first}\n")
        formatter.write("".join(f"{' ' * margin}{line}\n" for line in rest))


def _name_option(option: click.Option, say: Say) -> str:
    return " ".join([", ".join(option.opts), *([say(option.metavar)] if option.metavar else [])])


def _word_items(context: click.Context, items: list[Item], texts: Mapping[str, str | None]) -> list[Item]:
    """Give the items that a shell offers their explanations in the teacher's language."""
    desk = context.find_object(Desk)
    plain = not desk or os.environ.get(VARIABLE, "").startswith("powershell")  # which may read them as GBK
    for item in items:
        text = texts.get(item.value)
        item.help = desk.say(text) if desk and text and not plain else None
    return items


def _list_texts(command: click.Command) -> dict[str, str | None]:
    options = [param for param in command.params if isinstance(param, click.Option)]
    return {name: option.help for option in options for name in option.opts}


class Verb(click.Command):
    """A command that does something; it takes options alone."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            from edu.folder import find_course

            near = {name: name if find_course(Path(name), climb=False) else "" for name in rest}
            raise EduError(Problem(Code.UNKNOWN_ARGUMENT, values={"name": name, "near": near[name]}) for name in rest)
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_help(self, ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Item]:
        return _word_items(ctx, super().shell_complete(ctx, incomplete), _list_texts(self))


class Menu(click.Group):
    """A command that has commands, in the order in which they were written."""

    command_class = Verb

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_help(self, ctx, formatter)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        if found is None and not ctx.resilient_parsing and not cmd_name.startswith("-"):
            from edu.source.near import miss_name

            raise EduError([miss_name(Code.UNKNOWN_COMMAND, cmd_name, self.commands)])
        return found

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Item]:
        texts = {**_list_texts(self), **{name: command.help for name, command in self.commands.items()}}
        return _word_items(ctx, super().shell_complete(ctx, incomplete), texts)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


Menu.group_class = Menu


def show_menu(context: click.Context) -> int:
    """Show the help of a group where no command is given."""
    if context.invoked_subcommand is None:
        show_result(context.ensure_object(Desk), context.get_help())
        return WRONG_USAGE
    return FINE
