"""English as the item linter knows it."""

from __future__ import annotations

import re

from edu.check.items.tongue import Fit, Tongue
from edu.check.numerals import write_digits

_I = re.IGNORECASE
_COLOURS = "red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y"
_THINGS = "answers?|options?|choices?|items?|statements?"
_ARE_RIGHT = "(?: (?:(?:is|are|can be)(?: all)?(?: right| correct| true| possible)?|do|does|can|apply|applies))?"
_NAMED = "listed|above|given|named|mentioned|shown"
_SET = (
    rf"(?:(?:these|those)(?: \w+)?|them|above|the above(?: \w+)?|the (?:{_THINGS})(?: (?:listed )?above)?"
    rf"|the (?:{_NAMED}) \w+|the \w+ (?:{_NAMED})(?: above)?){_ARE_RIGHT}"
)
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


_ACTS = """need carry produce make give take cover release absorb convert transport consist depend occur begin happen
    live grow move flow melt boil freeze lie stand belong require allow prevent protect regulate become remain include
    involve represent refer provide describe define indicate pump digest connect separate contain attract repel reflect
    emit receive send bring keep hold put go come get want eat breathe sleep hunt lay fly swim belong own sell buy pay
    earn owe lend borrow build write compose invent discover win lose govern elect declare defend establish abolish
    forbid permit prohibit apply affect create destroy die follow speak serve tend seem appear weigh add divide multiply
    return print wear avoid reach meet deny ensure enable explain argue claim believe think know learn teach celebrate
    travel enter leave react dissolve conduct burn expand evaporate condense secrete stimulate inhibit bind encode
    replicate decide consider assume"""
_NOUNS_TOO = """cause form use turn fall rise increase decrease change run stop cover control help support lead start
    end break read call pass express rust feed filter attack face store
    measure filter"""
_DID = """wrote won began became led fell broke took gave made built ran sold bought held kept met paid said sent sang
    went came knew grew drew flew threw wore spoke stood taught told fought brought caught chose drove ate sank swam
    lent struck swore hid died"""
_ACT, _ACT_AT_END, _PAST = ("|".join(words.split()) for words in (_ACTS, _NOUNS_TOO, _DID))
_STATED = (
    rf"(?<!^)(?<!\bthe )(?<!\bthese )(?<!\bof )(?<!\bmain )(?:\b(?:{_ACT})(?:s|es)\b(?! (?:of|and|in|for)\b)"
    rf"|\b(?:{_ACT_AT_END})(?:s|es)\W*$)|[^s\W]s (?:(?:{_ACT})\b(?! of\b)|(?:{_ACT_AT_END})\W*$)"
    rf"|\w \b(?:{_PAST})\b|\b\w{{3,}}ed\W*$"
)
"""Says what something does or did: a statement that the choices complete."""


ENGLISH = Tongue(
    all_above=re.compile(
        rf"(?:all|each|every one|any)(?: of)? {_SET}|all (?:two|three|four|five)(?: of them)?{_ARE_RIGHT}|(?:all"
        rf"|every)(?: the)? (?:{_THINGS}){_ARE_RIGHT}|all are (?:right|correct|true)"
        r"|everything (?:listed )?above"
    ),
    none_above=re.compile(
        rf"none(?: of)? {_SET}|neither of {_SET}|none (?:is|are) (?:right|correct|true)"
        r"|no (?:right|correct) answer(?: given| listed)?"
    ),
    positions=re.compile(
        rf"(?:both|only|either|neither)?\s*{_LABELS}+(?: only| together)?(?: (?:is|are) (?:right|correct|true))?"
        r"|both(?: of)? (?:the above|these|them|those)|(?:only )?[1-9](?:\s*(?:,|and|&)\s*[1-9])+ only|only [1-9] and [1-9]"
        rf"|(?:only )?{_LABEL} only|only {_LABEL}|(?:both |neither )?{_PAIR}(?: (?:is|are) (?:right|correct|true))?"
        r"|(?:both )?(?:the )?(?:first|last|previous|preceding|other) (?:two|three|four)"
        rf"(?: (?:{_THINGS}))?(?: (?:is|are) (?:right|correct|true))?",
        _I,
    ),
    negative=(
        re.compile(
            rf"(?:^|[^\w\s]\s*|\b(?:in|of|to|for|by|from|with|on|at)\s+)"
            rf"(?:which|what|who)\b(?:(?!\b(?:{_SUBORDINATE})\b)[^,.;?]){{0,200}}?\b(?P<no>not|never|cannot|\w+n['’]t)\b"
            r"(?! only\b)(?![^.?;]*\bbut\b)",
            _I,
        ),
        re.compile(r"\b(?P<no>except)(?: for)?(?: (?:for )?one\b|[\s:?…_.]*$)", _I),
        re.compile(r"\b(?:which|what|who)\b.{0,200}\b(?P<no>least) (?:likely|important|probable|useful|reliable)", _I),
        re.compile(
            r"\b(?:which|what)\b[^,.;?]{0,200}\b(?:is|are|was|were)\s+(?:\w+\s+)?"
            r"(?P<no>false|incorrect|untrue|wrong|inaccurate|unlikely|inappropriate|unsuitable|improper)\W*$",
            _I,
        ),
        re.compile(
            r"\b(?:which|what)\b[^,.;?]{0,200}\b(?:is|are|was|were|be)\s+(?:an?|the)\s+"
            r"(?P<no>incorrect|untrue|inaccurate|inappropriate|unsuitable|improper)\b",
            _I,
        ),
    ),
    negation=re.compile(
        r"\b(?:not|no|never|none|nobody|no one|nothing|nowhere|neither|nor|without|cannot)\b"
        r"|\w+n['’]t\b",
        _I,
    ),
    absolute=re.compile(
        r"\b(?:at all times|in (?:all|every) (?:cases?|respects?|situations?|circumstances?|years?|countr(?:y|ies))"
        r"|in every \w+"
        r"|without exception|no one|100 ?(?:%|percent|per cent))(?!\w)"
        r"|(?<!\bnot )(?<!\bnearly )(?<!\balmost )(?<!\bhardly )(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bfirst of )"
        r"(?<!\bin )(?<!-)"
        r"\b(?:always|never|only|all|every|everyone|everybody|everything|none|nobody|absolutely|completely|entirely|totally"
        r"|certainly|definitely|must|impossible|inevitably|invariably|solely|exclusively|in no case|under no circumstances)\b"
        r"(?! (?:in all|of a sudden|right|over|along|child|children|other|second|third|few|now|\d+|day|week|month|year|hour"
        r"|two|three|four|five|six|seven|eight|ten)\b)(?! (?-i:[A-Z\d]{1,3})\b)(?!-)",
        _I,
    ),
    asks=re.compile(
        r"[?？؟…]|_{2,}|\(\s*\)|\.{3}|^\W*(?:choose|select|pick|find|name|identify|match|sort|put|order|arrange"
        r"|complete|fill|calculate|evaluate|predict|correct|define|analy[sz]e|classify|label|check|click|listen|watch"
        r"|replace|rewrite"
        r"|change|turn|transform|rearrange|plot|sketch|measure|conjugate|factori[sz]e|factor|expand|differentiate"
        r"|integrate|balance"
        r"|combine|connect|debug|trace|run|assume|consider|let|think|take|guess|infer|deduce|derive|prove|verify"
        r"|remember|recall"
        r"|reduce|cross|underline|highlight|insert|remove|delete|type|enter|answer|form|build|construct|design|outline"
        r"|summari[sz]e"
        r"|suggest|study|observe|note|refer|respond|reply|continue|finish|interpret|rank|assign|provide|recogni[sz]e"
        r"|distinguish|use"
        r"|compute|work|give|state|write|decide|determine|list|mark|tick|point|estimate|solve|compare|explain|describe"
        r"|read|look"
        r"|imagine|suppose|say|tell|use|draw|translate|round|group|divide|count|express|convert|spell|add|simplify|show)\b"
        r"|\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|will|would|should|must|may|might|means?"
        r"|shows?|says?"
        r"|called|known|according to|based on|what|which|who|whom|whose|how many|how much)\b"
        r"|\b(?:that|if|when|because|before|since|while|until|states?|says)\b|\b(?:usually|normally|mostly|generally"
        r"|often)\W*$"
        r"|\b(?:by|to|than|as|from|into|of|for|with|and|or|the|an?|at|in|on|onto|about|under|over|up|down|out|off"
        r"|through|between"
        r"|against|during|towards?|its|his|her|their|your|my|our|no|not|never|only)\W*$"
        r"|\b(?:I|you|he|she|it|we|they)(?: \w+)*\W*$|[,=–—-]\s*$"
        r"|^(?:in|at|on|when|after|during|under|within|for) (?:\w+ ){3,}\w+\W*$"
        rf"|{_STATED}",
        _I,
    ),
    opinion=re.compile(
        r"\b(?:do|would) you (?:personally )?(?:think|feel|believe|prefer|like|consider|say|find|agree|enjoy|favou?r"
        r"|recommend)\b"
        r"|\byour (?:own )?favou?rite\b|\bthe most (?:beautiful|interesting|boring|enjoyable|attractive|fascinating"
        r"|inspiring)\b"
        r"|\bthe (?:nicest|loveliest|prettiest|coolest|worst)\b(?! (?:case|hit|affected|drought|famine|flood|accident"
        r"|loss|effect)\b)"
        r"|\bthe greatest (?:novel|book|film|painter|poet|writer|composer|leader|king|queen|president|player|artist"
        r"|city)\b|\bin your (?:own )?(?:opinion|view)\b"
        r"|\bthe best\b(?!-)"
        r"(?! (?:insulator|absorber|reflector|source|paraphrase|predictor|indicator|response|reply|first aid|treatment|remedy"
        r"|interpretation|word|known|selling|conductor|estimate|approximation|answer|match|description|summary|title"
        r"|fit|evidence|example|explanation"
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
        rf" (?:in )?(?:{_COLOURS})\b"
        rf"|\b(?:words?|letters?|numbers?|sentences?|text|parts?) in (?:{_COLOURS})\b",
        _I,
    ),
    coloured=re.compile(
        rf"\b(?:{_COLOURS}) (?:lines?|bars?|areas?|parts?|curves?|dots?|arrows?|box(?:es)?|regions?|circles?|sections?"
        rf"|slices?"
        r"|columns?|squares?|cells?|points?|segments?|fields?|wires?|cables?|words?|letters?|numbers?|shapes?|blocks?"
        r"|balls?|markers?|stars?|triangles?|rectangles?"
        r"|icons?|buttons?|layers?|bands?|spheres?|atoms?)\b",
        _I,
    ),
    picture=re.compile(r"\b(?:chart|graph|figure|diagram|map|picture|image|drawing|photo|plot|illustration|slide)\b", _I),
    labelled=re.compile(
        r"\b(?:dashed|dotted|thick|thin|striped|hatched|label(?:l)?ed|marked|called)\b"
        r"|[“\"][^”\"]+[”\"]",
        _I,
    ),
    filler=re.compile(
        r"\b(?:sorry|oops|no|nope|wrong|incorrect|false|not|quite|right|correct|true|again|try|trying|please|think|once"
        r"|almost|close|unfortunately|but|and|that|this|one|it|is|was|isn['’]t|wasn['’]t|the|your|you|are|answer|choice"
        r"|option|look|have"
        r"|another|go|keep|next time|good luck|better luck|at all|s|t|nope|review|check|revise|rethink|reconsider"
        r"|revisit|read|careful"
        r"|carefully|hard|harder|better|guess|attempt|nice|good|different|a|an|of|there|yet|still|more|well|hmm|going"
        r"|unlucky|mistake"
        r"|error|bad|luck|before|on|to|for|choose|pick|select|answering|question|lesson|material|material|slides?"
        r"|chapter|text)\b(?! \d)|\W+",
        _I,
    ),
    tells=re.compile(r"\b(?:right|correct) (?:answer|choice|option|one) (?:is|was|would be)\b|\bthe answer is\b", _I),
    judges=re.compile(
        r"\b(?:this|that|it|the (?:statement|claim|sentence))(?: (?:statement|claim|sentence))?(?:['’]s| is)"
        r"(?: in fact| actually)? (?:true|false|wrong|incorrect|correct|right)\b(?!\s*(?:that|to|if|when|\?))",
        _I,
    ),
    date=_read_date,
    amount=re.compile(
        r"\bhow (?:many|much|often|long|far|old|large|big|high|frequently)\b|\bwhat (?:share|part|percentage|fraction"
        r"|proportion)\b",
        _I,
    ),
    spelling=re.compile(
        r"\b(?:spell\w*|spelt|punctuat\w*|capital letters?|capitali[sz]\w*|upper ?case|lower ?case|apostrophes?|commas?"
        r"|hyphen\w*"
        r"|quotation marks?|brackets?|parenthes[ei]s|written correctly|correctly written|identifiers?|(?:class|file"
        r"|variable) ?names?"
        r"|proper (?:nouns?|names?)|common nouns?|notation|expression|interval|code|python|java\w*|sql|html|css|regex"
        r"|variables?|accents?)\b",
        _I,
    ),
    pairs=re.compile(r"\b(?:scores?|ratios?|odds|proportions?|scale|result of the (?:match|game)|verses?)\b", _I),
    below=re.compile(
        r"\b(?:(?<!no )(?<!not )less than|(?<!no )(?<!not )fewer than|(?<!not )under|(?<!not )below|up to|at most"
        r"|no more than"
        r"|not (?:more than|over|above|exceeding)|(?:or|and) (?:less|fewer|under|younger|earlier|lower|below|shorter))\b",
        _I,
    ),
    above=re.compile(
        r"\b(?:(?<!no )(?<!not )more than|(?<!not )over|(?<!not )above|at least|(?:no|not) (?:less|fewer) than"
        r"|not (?:under|below)"
        r"|(?:or|and) (?:more|over|older|later|higher|above|longer|up|upwards))\b",
        _I,
    ),
    includes=re.compile(r"\b(?:or|and|at|up|no|not)\b", _I),
    digits=lambda text: write_digits(text, "en"),
    stops=frozenset(_LIGHT.split()),
    stem=_stem,
    fit=_fit,
)
