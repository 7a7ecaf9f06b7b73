"""English as the item linter knows it."""

from __future__ import annotations

import re

from edu.check.items.tongue import Fit, Tongue

_I = re.IGNORECASE
_COLOURS = "red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y"
_THINGS = "answers?|options?|choices?|items?|statements?"
_ARE_RIGHT = "(?: (?:is|are) (?:all )?(?:right|correct|true))?"
_SET = rf"(?:these|those|them|above|the above|the (?:{_THINGS})(?: (?:listed )?above)?){_ARE_RIGHT}"
_LABEL = rf"(?:(?:{_THINGS})\s*)?(?:\(?[A-F]\)|[A-F])"
_LABELS = rf"{_LABEL}(?:\s*(?:,\s*(?:and|or)|,|and|or|nor|&|/)\s*{_LABEL})"
_PAIR = rf"(?:{_THINGS})\s*(?:[A-F]|[1-9])(?:\s*(?:,|and|or|nor|&)\s*(?:(?:{_THINGS})\s*)?(?:[A-F]|[1-9]))*"
_SUBORDINATE = "if|when|whenever|that|who|whose|because|unless|although|though|while|where|so"

_LIGHT = """a an the this that these those it its he she they them his her their we our us you your i my me who whom
    whose which what when where why how and or but nor not no so if then than as at by for from in into of off on onto
    out over to under up down with without about above after again against all any around because been before being
    below between both during each few further here more most other own same some such there through too until very
    while is am are was were be do does did doing have has had having will would shall should can could may might must
    ought also just only even much many one two three first second use used make made get got go goes come came say says
    said tell tells following statement answer choice option true false correct right wrong best mean means meant show
    shows like likely happen happens kind type way thing things people don doesn didn isn aren wasn weren ll ve re"""


def _stem(word: str) -> str:
    """Return the word without the endings that most forms of it differ by."""
    for ending, least, instead in (("ies", 5, ""), ("ics", 6, ""), ("sses", 6, "ss"), ("ing", 6, ""), ("ed", 5, "")):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)] + instead
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    return word[:-1] if word.endswith(("e", "y")) and len(word) > 3 else word


_ARTICLE = re.compile(r"\b(an?)\s*$", _I)
_SINGULAR = re.compile(r"\b(?:(?:is|was)(?:\s+the)?|this|each|every)\s*$", _I)
_MANY = re.compile(r"\b(?:(?:are|were)(?:\s+the)?|these|those|many|several|few|various)\s*$", _I)
_VOWEL = re.compile(
    r"(?!uni(?!n|m)|u[bkst]i|us[eu]|usual|eu|ewe|one\b|once\b|ut[ei])[aeiou]|hour|hono|honest|heir|[fhlmnrsx]-", _I
)
_HEAD_ENDS = re.compile(r"\s+(?:of|in|on|at|that|who|which|with|for|to|from|by)\s|[,;(]", _I)
_PLURALS = re.compile(r"(?:(?<![sui])s|men|people|children|mice|feet|teeth|data|media|police)$", _I)


def _is_plural(text: str) -> bool:
    head = _HEAD_ENDS.split(f"{text} ")[0].strip(" .")
    return " and " in head or bool(_PLURALS.search(head))


def _fit(before: str) -> Fit | None:
    """Return what the end of `before` asks of a choice: an article, or one or many."""
    if found := _ARTICLE.search(before):
        vowel = found.group(1).lower() == "an"
        return found.group(1), lambda text: bool(_VOWEL.match(text)) == vowel
    if found := _SINGULAR.search(before):
        return found.group().rstrip(), lambda text: not _is_plural(text)
    if found := _MANY.search(before):
        return found.group().rstrip(), _is_plural
    return None


_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = f"({'|'.join(_MONTHS)})"
_DATE = re.compile(rf"(?:(\d{{1,2}}) )?{_MONTH}(?: (\d{{1,2}}),)? (\d{{3,4}})")


def _read_date(text: str) -> float | None:
    if not (found := _DATE.fullmatch(text)):
        return None
    before, month, behind, year = found.groups()
    return int(year) + (_MONTHS.index(month) + 1) / 100 + int(before or behind or 0) / 10_000


ENGLISH = Tongue(
    all_above=re.compile(rf"(?:all|each|every one|any)(?: of)? {_SET}|all (?:two|three|four|five)(?: of them)?{_ARE_RIGHT}"),
    none_above=re.compile(
        rf"none(?: of)? {_SET}|neither of {_SET}|none (?:is|are) (?:right|correct|true)"
        r"|no (?:right|correct) answer(?: given| listed)?"
    ),
    positions=re.compile(
        rf"(?:both|only|either|neither)?\s*{_LABELS}+(?: only| together)?(?: (?:is|are) (?:right|correct|true))?"
        rf"|(?:only )?{_LABEL} only|only {_LABEL}|(?:both |neither )?{_PAIR}(?: (?:is|are) (?:right|correct|true))?"
        r"|(?:both )?(?:the )?(?:first|last|previous|preceding|other) (?:two|three|four)"
        rf"(?: (?:{_THINGS}))?(?: (?:is|are) (?:right|correct|true))?",
        _I,
    ),
    negative=(
        re.compile(
            rf"(?:^|[^\w\s]\s*|\b(?:in|of|to|for|by|from|with|on|at)\s+)"
            rf"(?:which|what|who)\b(?:(?!\b(?:{_SUBORDINATE})\b)[^,.;?]){{0,200}}?\b(?P<no>not|never|cannot|\w+n['’]t)\b"
            r"(?! only\b)",
            _I,
        ),
        re.compile(r"\b(?P<no>except)(?: for)?(?: (?:for )?one\b|[\s:?…_.]*$)", _I),
        re.compile(r"\b(?:which|what|who)\b.{0,200}\b(?P<no>least) (?:likely|important|probable|useful|reliable)", _I),
        re.compile(
            r"\b(?:which|what)\b[^,.;?]{0,200}\b(?:is|are|was|were)\s+(?:\w+\s+)?"
            r"(?P<no>false|incorrect|untrue|wrong|inaccurate|unlikely)\W*$",
            _I,
        ),
    ),
    negation=re.compile(r"\b(?:not|no|never|none|nobody|no one|nothing|nowhere|neither|nor|without|cannot)\b|\w+n['’]t\b", _I),
    absolute=re.compile(
        r"(?<!\bnot )(?<!\bnearly )(?<!\balmost )(?<!\bhardly )(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bfirst of )"
        r"\b(?:always|never|only|all|every|everyone|everybody|everything|none|nobody|absolutely|completely|entirely|totally"
        r"|certainly|definitely|must|impossible|inevitably|invariably|solely|exclusively|in no case|under no circumstances)\b"
        r"(?! (?:in all|of a sudden|right|over|along)\b)",
        _I,
    ),
    asks=re.compile(
        r"[?？؟…]|_{2,}|\(\s*\)|\.{3}|^\W*(?:choose|select|pick|find|name|identify|match|sort|put|order|arrange|complete|fill|calculate"
        r"|compute|work|give|state|write|decide|determine|list|mark|tick|point|estimate|solve|compare|explain|describe|read|look"
        r"|imagine|suppose|say|tell|use|draw|translate|round|group|divide|count|express|convert|spell|add|simplify|show)\b"
        r"|\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|will|would|should|must|may|might|means?|shows?|says?"
        r"|called|known|according to|based on|what|which|who|whom|whose|how many|how much)\b"
        r"|\b(?:that|if|when|because|before|since|while|until|states?|says)\b|\b(?:usually|normally|mostly|generally|often)\W*$"
        r"|\b(?:by|to|than|as|from|into|of|for|with|and|or|the|an?)\W*$",
        _I,
    ),
    opinion=re.compile(
        r"\bdo you (?:personally )?(?:think|feel|believe|prefer|like|consider)\b|\bin your (?:own )?(?:opinion|view)\b"
        r"|\bthe best\b"
        r"(?! (?:conductor|estimate|approximation|answer|match|description|summary|title|fit|evidence|example|explanation"
        r"|definition|translation|synonym)\b)",
        _I,
    ),
    sourced=re.compile(
        r"\baccording to\b|\bthe (?:author|article|text|writer|passage|study|report|speaker|lesson|source)\b|\bin terms of\b"
        r"|\bdid (?!you\b)\w+ (?:think|say|believe|claim)\b|\b\w+ (?:thinks|believes|says|thought|argues|claims)\b",
        _I,
    ),
    colour=re.compile(
        rf"\b(?:shown|marked|drawn|printed|highlighted|shaded|colou?red|written|circled|underlined|painted)"
        rf" (?:in )?(?:{_COLOURS})\b",
        _I,
    ),
    coloured=re.compile(
        rf"\b(?:{_COLOURS}) (?:lines?|bars?|areas?|parts?|curves?|dots?|arrows?|box(?:es)?|regions?|circles?|sections?|slices?"
        r"|columns?|squares?|cells?|points?|segments?|fields?)\b",
        _I,
    ),
    picture=re.compile(r"\b(?:chart|graph|figure|diagram|map|picture|image|drawing|photo|plot|illustration|slide)\b", _I),
    labelled=re.compile(r"\b(?:dashed|dotted|thick|thin|striped|hatched|label(?:l)?ed|marked|called)\b|[“\"][^”\"]+[”\"]", _I),
    filler=re.compile(
        r"\b(?:sorry|oops|no|nope|wrong|incorrect|false|not|quite|right|correct|true|again|try|trying|please|think|once"
        r"|almost|close|unfortunately|but|and|that|this|one|it|is|was|isn['’]t|wasn['’]t|the|your|you|are|answer|choice|option|look|have"
        r"|another|go|keep|next time|good luck|better luck|at all|s)\b|\W+",
        _I,
    ),
    tells=re.compile(r"\b(?:right|correct) (?:answer|choice|option|one) (?:is|was|would be)\b|\bthe answer is\b", _I),
    judges=re.compile(
        r"\b(?:this|that|it|the (?:statement|claim|sentence))(?: (?:statement|claim|sentence))?(?:['’]s| is)"
        r"(?: in fact| actually)? (?:true|false|wrong|incorrect|correct|right)\b(?!\s*(?:that|to|if|when|\?))",
        _I,
    ),
    date=_read_date,
    below=re.compile(r"\b(?:less than|fewer than|under|below|up to|at most|or less|or fewer|or under)\b", _I),
    above=re.compile(r"\b(?:more than|over|above|at least|or more|or over|and over|and above|and more)\b", _I),
    stops=frozenset(_LIGHT.split()),
    stem=_stem,
    fit=_fit,
)
