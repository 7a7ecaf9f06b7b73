"""Files of translations -> the folder `locales` of a course, or its output folder; and the report of a run that put them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from edu.build import Order
from edu.problems import Place, Problems
from edu.report import Report, make_report
from edu.shelf import Product, Put, put_file, put_product


def put_locales(
    order: Order, contents: Mapping[Path, bytes], before: Mapping[str, str], problems: Problems, places: Mapping[str, Place]
) -> Report:
    """Put `contents`, by path, over what stands in `locales`; return the files that changed, and `problems` with new ones.

    A file that has no longer the hash that it has in `before` stays.
    """
    locales = order.root / "locales"
    products = (Product(path.relative_to(locales).as_posix(), data) for path, data in contents.items())
    puts = [put_file(locales, product, before.get(product.name, "")) for product in products]
    return _report(order, [put for put in puts if put.changed or put.problems], problems, places)


def put_output(order: Order, products: Iterable[Product], problems: Problems, places: Mapping[str, Place]) -> Report:
    """Put `products` into the output folder, beside what somebody changed there; return all that then stand there."""
    return _report(order, [put_product(order.folder, product, force=order.force) for product in products], problems, places)


def _report(order: Order, puts: Sequence[Put], problems: Problems, places: Mapping[str, Place]) -> Report:
    problems = (*problems, *(problem for put in puts for problem in put.problems))
    report = make_report(problems, places, strict=order.strict)
    return replace(report, files=tuple(put.name for put in puts if put.name), changed=sum(put.changed for put in puts))
