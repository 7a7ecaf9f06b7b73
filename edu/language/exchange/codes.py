"""The stretches of a text and of its translation -> a tree of codes with ids that both share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edu.model.stretch import Kind, Stretches


@dataclass(frozen=True, slots=True)
class Code:
    """Something that a translator places but does not change: `{figure}`, or with `inner` the mark round some words."""

    id: int
    start: str
    end: str = ""
    inner: tuple[Code | str, ...] | None = None


Content = tuple[Code | str, ...]


@dataclass(slots=True)
class _Ids:
    """Hands out ids: those that the source has for the same code first, then new ones."""

    free: dict[tuple[str, str, bool], list[int]]
    next: int

    def give(self, start: str, end: str, pair: bool) -> int:
        if known := self.free.get((start, end, pair)):
            return known.pop(0)
        self.next += 1
        return self.next - 1


def number_codes(source: Stretches, target: Stretches) -> tuple[Content, Content]:
    """Return both texts with their codes numbered from 1; a code of `target` that `source` has too has its id."""
    made = tuple(_build(_nest(source), _Ids({}, 1)))
    codes = sorted(list_codes(made), key=lambda code: code.id)
    free: dict[tuple[str, str, bool], list[int]] = {}
    for code in codes:
        free.setdefault((code.start, code.end, code.inner is not None), []).append(code.id)
    return made, tuple(_build(_nest(target), _Ids(free, len(codes) + 1)))


def list_codes(content: Content) -> Iterator[Code]:
    """Yield every code of `content`, outer ones before those inside them."""
    for part in content:
        if isinstance(part, Code):
            yield part
            yield from list_codes(part.inner or ())


@dataclass(slots=True)
class _Node:
    start: str
    end: str
    inner: list[_Node | str] | None


def _nest(stretches: Stretches) -> list[_Node | str]:
    """Return the stretches as a tree; a mark that is not closed is words."""
    stack: list[tuple[str, list[_Node | str]]] = [("", [])]
    for stretch in stretches:
        match stretch.kind:
            case Kind.OPEN:
                stack.append((stretch.text, []))
            case Kind.CLOSE if len(stack) > 1:
                start, inner = stack.pop()
                stack[-1][1].append(_Node(start, stretch.text, inner))
            case Kind.CODE:
                stack[-1][1].append(_Node(stretch.text, "", None))
            case _:
                stack[-1][1].append(stretch.text)
    while len(stack) > 1:
        start, inner = stack.pop()
        stack[-1][1].extend([start, *inner])
    return stack[0][1]


def _build(nodes: list[_Node | str], ids: _Ids) -> Iterator[Code | str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.inner is None:
            yield Code(ids.give(node.start, "", False), node.start)
        else:
            id = ids.give(node.start, node.end, True)
            yield Code(id, node.start, node.end, tuple(_build(node.inner, ids)))
