"""Decks -> the products that LibreOffice makes of them; what stands in the output folder already is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from edu import __version__
from edu.origin import recall_files, settle_files
from edu.problems import Code, Problem, Problems
from edu.problems.kinds import Kind
from edu.shelf import Product, hash_data

if TYPE_CHECKING:
    from edu.write.office import Pdf

Cut = Callable[[bytes], Mapping[str, bytes]]
"""Makes of a PDF the files of a product, by what follows the product's name."""


def cut_pdf(pdf: bytes) -> Mapping[str, bytes]:
    """Return the PDF as it is."""
    return {"": pdf}


def cut_png(pdf: bytes) -> Mapping[str, bytes]:
    """Return a picture of each page, in a folder with the product's name."""
    from edu.write.png import write_pictures

    return {f"/{name}": picture for name, picture in write_pictures(pdf).items()}


@dataclass(frozen=True, slots=True)
class Wish:
    """A product to make of a deck: its `name` below the output folder, with "/"."""

    name: str
    deck: bytes
    cut: Cut

    @property
    def source(self) -> str:
        """Return what decides on the product, as a word; another version may draw it otherwise."""
        return f"{hash_data(self.deck)} {__version__}"


@dataclass(frozen=True, slots=True)
class Converted:
    """A wish that was fulfilled, with the files of its product."""

    wish: Wish
    files: tuple[Product, ...]


def convert_decks(
    output: Path, wishes: Sequence[Wish], tell: Callable[[str, int], None]
) -> tuple[tuple[Converted, ...], Problems]:
    """Return the wishes that could be fulfilled, in order, and a problem for each that could not.

    `tell` hears the name of the product that is being made, and how many come before it.
    """
    standing = {wish: recall_files(output, wish.name, wish.source) for wish in wishes}
    decks = tuple(dict.fromkeys(wish.deck for wish in wishes if not standing[wish]))
    firsts = [next(number for number, wish in enumerate(wishes) if wish.deck == deck) for deck in decks]
    pdfs = _print_decks(decks, lambda count: tell(wishes[firsts[count]].name, firsts[count]) if count < len(firsts) else None)
    converted: list[Converted] = []
    problems: list[Problem] = []
    for wish in wishes:
        files = standing[wish] or _cut(wish, pdfs[wish.deck])
        if isinstance(files, Kind):
            problems.append(Problem(files, values={"file": wish.name}))
        else:
            converted.append(Converted(wish, files))
    return tuple(converted), tuple(problems)


def settle_converted(output: Path, converted: Iterable[Converted]) -> None:
    """Note, once they are put into `output`, what the products were made of; remove files that are no part of them now."""
    for done in converted:
        settle_files(output, done.wish.name, done.wish.source, done.files)


def _print_decks(decks: Sequence[bytes], tell: Callable[[int], None]) -> Mapping[bytes, Pdf]:
    if not decks:
        return {}
    from edu.write.office import find_office, print_decks

    office = find_office()
    if not office:
        return dict.fromkeys(decks, Code.NO_OFFICE)
    try:
        return dict(zip(decks, print_decks(office, decks, tell), strict=True))
    except OSError:  # it does not start, or there is no room for its files
        return dict.fromkeys(decks, Code.OFFICE_FAILED)


def _cut(wish: Wish, pdf: Pdf) -> tuple[Product, ...] | Kind:
    if isinstance(pdf, Kind):
        return pdf
    try:
        return tuple(Product(f"{wish.name}{rest}", data) for rest, data in wish.cut(pdf).items())
    except ImportError:
        return Code.NO_PDFIUM
    except RuntimeError:  # the PDF is damaged
        return Code.OFFICE_FAILED
