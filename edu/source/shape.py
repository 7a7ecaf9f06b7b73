"""Plain data -> a model; what pydantic refuses becomes Problems at their trails, in our own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from edu.model.course import Address, Hex, Locale, Percent
from edu.model.facts import PartialDate
from edu.model.prose import FactId, Id, list_prose
from edu.problems import Code, Kind, Place, Problem, Problems, shorten
from edu.source.document import Data, Document, find_place
from edu.source.few import tell_few
from edu.source.near import find_near
from edu.source.slips import count_parts, read_list_slip, read_slip, read_value_slip, tell_comma
from edu.source.typed import Loc, Step, follow, keys_of, kinds_of

Model = TypeVar("Model", bound=BaseModel)
Values = dict[str, str | int]

PATTERNS: Mapping[str, Kind] = {
    TypeAdapter(kind).json_schema()["pattern"]: code
    for kind, code in (
        (Id, Code.BAD_ID),
        (FactId, Code.BAD_FACT_ID),
        (Locale, Code.BAD_LANGUAGE),
        (Hex, Code.BAD_COLOR),
        (Address, Code.BAD_ADDRESS),
        (PartialDate, Code.BAD_DATE),
        (Percent, Code.BAD_PERCENT),
    )
}
"""What it means that a text does not match a pattern of the model."""
_LIMITS: Mapping[str, tuple[Kind, str, str]] = {
    "greater_than_equal": (Code.TOO_SMALL, "least", "ge"),
    "greater_than": (Code.TOO_SMALL, "least", "gt"),
    "less_than_equal": (Code.TOO_GREAT, "most", "le"),
    "less_than": (Code.TOO_GREAT, "most", "lt"),
    "string_too_long": (Code.LONG_TEXT, "most", "max_length"),
    "too_short": (Code.TOO_FEW, "least", "min_length"),
    "too_long": (Code.TOO_MANY, "most", "max_length"),
}
_SIMPLE: Mapping[str, Kind] = {
    "int_type": Code.WHOLE_NUMBER_MEANT,
    "int_from_float": Code.WHOLE_NUMBER_MEANT,
    "float_type": Code.NUMBER_MEANT,
    "finite_number": Code.NUMBER_MEANT,
    "bool_type": Code.TRUTH_MEANT,
    "tuple_type": Code.LIST_MEANT,
    "string_too_short": Code.EMPTY_TEXT,
}

_FOR_MAPPINGS = frozenset(("model_type", "model_attributes_type", "dict_type"))
_FOR_WORDS = frozenset(("string_pattern_mismatch", "literal_error", "int_type", "float_type", "bool_type"))


def make_model(model: type[Model], document: Document, root: str) -> tuple[Model | None, Problems]:
    """Return the document as a `model`, or None, with all that is wrong; trails start with `root` (`strategy/quiz#`)."""
    if document.data is None:
        return None, (Problem(Code.EMPTY_FILE, root, {}, find_place(document.places, root)),)
    made, details = _validate(model, document.data)
    if made is None:
        details = _look_behind_kinds(model, document.data, details)
        problems = tell_few(_explain_all(details, model, document, root))
        return None, (*problems, *tell_few(_tell_lost(document, ())))
    return made, tuple(tell_few(_tell_lost(document, {trail for trail, _ in list_prose(made, root)})))


def _validate(model: type[Model], data: Data) -> tuple[Model | None, list[ErrorDetails]]:
    try:
        return model.model_validate(data, strict=True), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _look_behind_kinds(model: type[Model], data: Data, details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return `details` and what pydantic did not look at where a kind is wrong: it is looked at as the kind that was meant."""
    wrong = [detail for detail in details if detail["type"] in ("union_tag_invalid", "union_tag_not_found")]
    mended = data
    for detail in wrong:
        if kind := _guess_kind(detail["input"], kinds_of(follow(model, data, detail["loc"], "").type)):
            mended = _set_kind(mended, detail["loc"], kind)
    if mended is data:
        return details
    _, behind = _validate(model, mended)
    return [*wrong, *(detail for detail in behind if detail["type"] not in ("union_tag_invalid", "union_tag_not_found"))]


def _guess_kind(item: Data, kinds: Mapping[str, type[BaseModel]]) -> str:
    """Return the kind that is written nearly so, or that alone has all the keys; empty where there is none."""
    if not isinstance(item, dict):
        return ""
    fits = [name for name, kind in kinds.items() if set(item) <= {"kind", *keys_of(kind)}]
    written = str(item.get("kind", ""))
    return find_near(written, kinds, 0.8) or find_near(written, fits) or (fits[0] if len(fits) == 1 else "")


def _set_kind(data: Data, loc: Loc, kind: str) -> Data:
    """Return `data` with another kind for the mapping at `loc`."""
    if not loc:
        return {**data, "kind": kind} if isinstance(data, dict) else data
    step, *rest = loc
    if isinstance(data, dict) and isinstance(step, str):
        return {**data, step: _set_kind(data[step], tuple(rest), kind)}
    if isinstance(data, tuple) and isinstance(step, int):
        return (*data[:step], _set_kind(data[step], tuple(rest), kind), *data[step + 1 :])
    return data


def _tell_lost(document: Document, texts: Collection[str]) -> Iterator[Problem]:
    """Yield the comments that were probably text: behind one of `texts`, or where nothing else stands."""
    for trail, lost in document.lost.items():
        if trail in texts or trail in document.empty:
            yield Problem(Code.LOST_TEXT, trail, {"text": shorten(lost)}, find_place(document.places, trail))


def _explain_all(details: list[ErrorDetails], model: type[BaseModel], document: Document, root: str) -> Iterator[Problem]:
    """Yield one problem a trail where a value fits none of several types, else one for each of pydantic's errors."""
    unions: dict[str, list[tuple[Step, ErrorDetails]]] = {}
    for detail in details:
        step = follow(model, document.data, detail["loc"], root)
        if step.inner:
            unions.setdefault(step.trail, []).append((step, detail))
        elif found := _explain(step, detail, document, model):
            code, values = found
            trail = f"{step.trail}.kind" if detail["type"] == "union_tag_invalid" else step.trail
            yield Problem(code, trail, values, _find_spot(detail["type"], trail, document))
    for trail, members in unions.items():
        code, values = _explain_union(members)
        yield Problem(code, trail, values, find_place(document.places, trail))


def _find_spot(kind: str, trail: str, document: Document) -> Place | None:
    if kind == "extra_forbidden" and trail in document.keys:
        return document.keys[trail]
    return find_place(document.places, trail)


def _explain_slip(step: Step, detail: ErrorDetails) -> tuple[Kind, Values] | None:
    """Return the slip of a Chinese keyboard that is behind pydantic's error."""
    kind, given = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        slip = read_slip(str(detail["loc"][-1]))
        return (slip[0], slip[2]) if slip else None
    if kind == "union_tag_invalid":
        return read_value_slip(str(detail["ctx"]["tag"]), item=False)
    if not isinstance(given, str):
        return _explain_few(given, int(str(detail["ctx"]["min_length"]))) if kind == "too_short" else None
    if kind in _FOR_MAPPINGS:
        slip = read_slip(given)
        return (slip[0], slip[2]) if slip else None
    if kind == "tuple_type":
        return read_list_slip(given)
    return read_value_slip(given, item=step.trail.endswith("]")) if kind in _FOR_WORDS else None


def _explain_few(given: Data, least: int) -> tuple[Kind, Values] | None:
    """Return the comma of an item that would be enough items, were it an English one."""
    items = [item for item in given if isinstance(item, str)] if isinstance(given, tuple) else []
    return next((tell_comma(item) for item in items if len(items) < least and count_parts(item) > 1), None)


def _explain(step: Step, detail: ErrorDetails, document: Document, model: type[BaseModel]) -> tuple[Kind, Values] | None:
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    if slip := _explain_slip(step, detail):
        return slip
    match kind:
        case "extra_forbidden":
            key = str(detail["loc"][-1])
            parent = follow(model, document.data, detail["loc"][:-1], "")
            return Code.UNKNOWN_KEY, {"key": shorten(key), "near": find_near(key, keys_of(parent.type))}
        case "missing":
            return Code.MISSING_KEY, {"key": str(detail["loc"][-1])}
        case "union_tag_invalid":
            kinds, near = kinds_of(step.type), _guess_kind(given, kinds_of(step.type))
            values: Values = {"kind": shorten(str(context["tag"])), "kinds": ", ".join(kinds), "near": near}
            return Code.MISTYPED_KIND if near else Code.UNKNOWN_KIND, values
        case "union_tag_not_found":
            return Code.MISSING_KIND, {"kinds": ", ".join(kinds_of(step.type))}
        case _ if kind in _FOR_MAPPINGS:
            return Code.MAPPING_MEANT, {"keys": ", ".join(keys_of(step.type))}
        case "literal_error":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            value = document.written.get(step.trail, str(given) if isinstance(given, str | int) else "…")
            return Code.WRONG_CHOICE, {
                "value": shorten(value),
                "choices": ", ".join(choices),
                "near": find_near(value, choices),
            }
        case "string_pattern_mismatch":
            return PATTERNS.get(context["pattern"], Code.BAD_TEXT), {"value": shorten(str(given))}
        case "string_type":
            return _explain_no_text(given, document.written.get(step.trail, ""))
        case _:
            return _explain_measure(kind, context, given)


def _explain_measure(kind: str, context: Mapping[str, object], given: Data) -> tuple[Kind, Values] | None:
    """Return what is wrong with a length, a size or a plain type."""
    if kind not in _LIMITS:
        return _SIMPLE.get(kind, Code.BAD_TEXT), {"value": shorten(str(given)) if isinstance(given, str | int) else "…"}
    code, name, key = _LIMITS[kind]
    count = len(given) if isinstance(given, tuple | dict | str) else 0
    if kind == "too_short" and count >= int(str(context[key])):
        return None  # pydantic counts the good items only; the bad ones are told by themselves
    return code, {name: str(context[key]), "count": count}


def _explain_no_text(given: Data, written: str) -> tuple[Kind, Values]:
    match given:
        case bool():
            return Code.TRUTH_FOR_TEXT, {"value": shorten(written or str(given).lower())}
        case int() | float():
            return Code.NUMBER_FOR_TEXT, {"value": shorten(written or str(given))}
        case dict() if all(value is None for value in given.values()):
            return Code.BRACES_FOR_TEXT, {"value": shorten("{" + ", ".join(given) + "}")}
        case dict() if len(given) == 1 and all(isinstance(value, str) for value in given.values()):
            return Code.COLON_IN_TEXT, {}
        case tuple() if all(isinstance(item, str) for item in given):
            return Code.BRACKETS_FOR_TEXT, {"value": shorten("[" + ", ".join(map(str, given)) + "]")}
        case _:
            return Code.TEXT_MEANT, {}


def _explain_union(members: list[tuple[Step, ErrorDetails]]) -> tuple[Kind, Values]:
    """Return what is wrong with a value that fits none of the types that may stand there."""
    for step, detail in members:
        if detail["type"] in _LIMITS:
            found = _explain_measure(detail["type"], detail.get("ctx", {}), detail["input"])
            if found:
                return found
        if isinstance(given := detail["input"], str) and (slip := read_value_slip(given, item=step.trail.endswith("]"))):
            return slip
    tags = {tag for other, _ in members for tag in other.inner}
    if "constrained-str" in tags:
        return Code.NUMBER_OR_FACT_MEANT, {}
    return (Code.NUMBER_OR_TEXT_MEANT, {}) if "str" in tags else (Code.NUMBER_MEANT, {})
