"""What can be wrong with the keys and values of a source file: codes, levels, messages and hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error
from edu.problems.plural import Plural


class ShapeCodes:
    """What can be wrong with the keys and values of a source file."""

    CHINESE_QUOTES = error(
        "model.chinese-quotes", N_("{value} stands in Chinese quotes"), N_('write it in English quotes: "{bare}"')
    )
    WIDE_COMMA = error(
        "model.wide-comma",
        N_("“{value}” is one item: the Chinese “{sign}” does not part items"),
        N_("write an English comma and a space between items: [a, b]"),
    )
    WIDE_BRACKETS = error(
        "model.wide-brackets",
        N_("“{value}” is a text and not a list: these brackets are Chinese ones"),
        N_("write English brackets and commas: [a, b]"),
    )
    UNKNOWN_KEY = error("model.unknown-key", N_("“{key}” is not a key of this place"), N_("did you mean “{near}”?"))
    MISSING_KEY = error("model.missing-key", N_("the key “{key}” is missing"))
    EMPTY_FILE = error("model.empty-file", N_("the file is empty"))
    UNKNOWN_KIND = error("model.unknown-kind", N_("“{kind}” is not a kind of this"), N_("the kinds are: {kinds}"))
    MISTYPED_KIND = error(
        "model.mistyped-kind", N_("“{kind}” is not a kind of this"), N_("did you mean “{near}”? The kinds are: {kinds}")
    )
    MISSING_KIND = error("model.missing-kind", N_("the key “kind” is missing"), N_("the kinds are: {kinds}"))
    NUMBER_FOR_TEXT = error(
        "model.number-for-text", N_("a text is meant here, and {value} is a number"), N_('put it in quotes: "{value}"')
    )
    TRUTH_FOR_TEXT = error(
        "model.truth-for-text", N_("a text is meant here, and {value} is a truth value"), N_('put it in quotes: "{value}"')
    )
    BRACES_FOR_TEXT = error(
        "model.braces-for-text",
        N_("a text is meant here, and {value} without quotes is a mapping"),
        N_("put the text in quotes"),
    )
    BRACKETS_FOR_TEXT = error(
        "model.brackets-for-text",
        N_("a text is meant here, and {value} without quotes is a list"),
        N_("put the text in quotes"),
    )
    TEXT_MEANT = error("model.text-meant", N_("a text is meant here"), N_("write the text, or take the key out"))
    NUMBER_MEANT = error("model.number-meant", N_("a number is meant here"))
    WHOLE_NUMBER_MEANT = error("model.whole-number-meant", N_("a whole number is meant here"))
    NUMBER_OR_FACT_MEANT = error("model.number-or-fact-meant", N_("a number or the id of a fact is meant here"))
    NUMBER_OR_TEXT_MEANT = error("model.number-or-text-meant", N_("a number or a text is meant here"))
    TRUTH_MEANT = error("model.truth-meant", N_("true or false is meant here"))
    LIST_MEANT = error("model.list-meant", N_("a list is meant here"), N_("start each item with “- ” on a line of its own"))
    MAPPING_MEANT = error("model.mapping-meant", N_("keys with values are meant here"), N_("the keys are: {keys}"))
    WRONG_CHOICE = error("model.wrong-choice", N_("“{value}” is none of: {choices}"), N_("did you mean “{near}”?"))
    TOO_SMALL = error("model.too-small", N_("the least is {least}"))
    TOO_GREAT = error("model.too-great", N_("the most is {most}"))
    TOO_FEW = error(
        "model.too-few",
        Plural(
            "there must be at least {least} here, and there is {count}",
            "there must be at least {least} here, and there are {count}",
        ),
    )
    TOO_MANY = error("model.too-many", N_("there may be at most {most} here, and there are {count}"))
    EMPTY_TEXT = error("model.empty-text", N_("the text is empty"), N_("write the text, or take the key out"))
    LONG_TEXT = error("model.long-text", N_("the text has more than {most} characters"))
    BAD_ID = error("model.bad-id", N_("“{value}” is not an id"), N_("use a-z, 0-9 and single hyphens, a letter first"))
    BAD_FACT_ID = error(
        "model.bad-fact-id", N_("“{value}” is not the id of a fact"), N_("use a-z, 0-9 and single underscores, a letter first")
    )
    BAD_LANGUAGE = error("model.bad-language", N_("“{value}” is not the name of a language"), N_("write zh_CN, en or pt_BR"))
    BAD_COLOR = error("model.bad-color", N_("“{value}” is not a colour"), N_('write it in quotes, like "#1D4ED8"'))
    BAD_PERCENT = error(
        "model.bad-percent",
        N_("“{value}” is not a share in percent"),
        N_("write a whole number from 0 to 100 and %, such as 80 %"),
    )
    BAD_ADDRESS = error(
        "model.bad-address",
        N_("“{value}” is not an address on the web that the quizzes can have"),
        N_("write a folder, like https://school.example/quizzes/; one with ? or # also says where the module stands in it"),
    )
    BAD_DATE = error(
        "model.bad-date", N_("“{value}” is not a date"), N_('write "2025" in quotes, 2025-09, 2025-09-30 or 2025-Q3')
    )
    BAD_TEXT = error("model.bad-text", N_("“{value}” does not fit here"))
