"""What can be wrong with a course across its files: codes, levels, messages and hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error, warning
from edu.problems.plural import Plural


class RuleCodes:
    """What can be wrong with a course across its files."""

    # rules: the course
    DUPLICATE_ID = error("id.duplicate", N_("the id “{id}” is already used in this list"), N_("give each its own id"))
    LISTED_TWICE = error("course.listed-twice", N_("“{id}” stands in this list twice"))
    SOURCE_LANGUAGE = error(
        "course.source-language", N_("the source language “{language}” is not one of the languages"), N_("add it to languages")
    )
    FORBIDDEN_NAME = error(
        "course.forbidden-name", N_("Windows allows no file with the name “{name}”"), N_("give it another id")
    )
    TAKEN_NAME = error(
        "course.taken-name", N_("every course has files called “{name}” that are no module's"), N_("give it another id")
    )
    UNLISTED_MODULE = warning(
        "course.unlisted-module",
        N_("the folder “{name}” is not in the list of modules"),
        N_("add it to modules in course.yaml"),
    )
    DRAWS_ALL = warning(
        "quiz.draws-all",
        Plural(
            "draw is {draw}, and there is only {count} question: each student gets it",
            "draw is {draw}, and there are only {count} questions: each student gets all of them",
        ),
        N_("draw fewer, leave draw out, or write more questions"),
    )
    UNKNOWN_FALLBACK = error(
        "course.unknown-fallback",
        N_("no text can be taken from “{id}” here: it is not another language of the course"),
        N_("did you mean “{near}”?"),
        N_("write another language of the course"),
    )
    UNKNOWN_LINT_RULE = error(
        "course.unknown-lint-rule",
        N_("no rule about questions or translations has the code “{id}”"),
        N_("did you mean “{near}”?"),
        N_("each such finding ends in its code, in brackets"),
    )
    UNKNOWN_ENTITY = error(
        "course.unknown-entity", N_("no entity has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_TERM = error(
        "glossary.unknown-term", N_("no term has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    STRAY_BLANK = error(
        "text.stray-blank",
        N_("“[[{id}]]” is a gap, and gaps stand only in the sentence of a cloze"),
        N_("write \\[[ to show it"),
    )

    # rules: texts
    MISTYPED_FIGURE = error("text.mistyped-figure", N_("“{text}” is not a figure, and is shown as it is"), N_("write {meant}"))
    STRAY_BRACES = warning(
        "text.stray-braces",
        N_("“{text}” is not a figure, and is shown as it is; if that is meant, write \\{{ instead of {{"),
        N_("did you mean “{near}”?"),
    )
    PLAIN_FIGURE = error(
        "text.plain-figure",
        N_("no figure is filled in here: “{text}” is shown as it is"),
        N_("say it in words, without the figure"),
    )
    PLAIN_MARK = warning(
        "text.plain-mark", N_("nothing is made bold here: “{mark}” is shown as it is"), N_("take the marks out")
    )
    STRAY_MARK = warning(
        "text.stray-mark",
        N_("“{mark}” makes nothing bold, and is shown as it is"),
        N_("write it right before and right behind the words, without a space between; to show it, write \\*\\*"),
    )
    PICTURE_IN_TEXT = warning(
        "text.picture", N_("no picture can stand in a text; a link is shown"), N_("use a slide of the kind: picture")
    )
    NOT_A_LINK = warning(
        "text.not-a-link",
        N_("“{text}” is not a link, and is shown as it is"),
        N_("write [words](https://…), without spaces in the address"),
    )
    LINK_NOWHERE = warning(
        "text.link-nowhere", N_("the link “{link}” leads nowhere from a slide"), N_("start it with https://")
    )
    LINK_IN_NOTES = warning(
        "text.link-in-notes",
        N_("in notes the link “{link}” cannot be followed; its words alone are kept"),
        N_("write the address itself"),
    )

    # rules: facts
    UNKNOWN_FACT = error(
        "fact.unknown", N_("no fact has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    FACT_WITHOUT_VALUE = error(
        "fact.without-value", N_("the fact “{id}” has no value to show"), N_("give it a value in facts.yaml, or use words")
    )
    FACT_NOT_A_NUMBER = error("fact.not-a-number", N_("the value of the fact “{id}” is a date, and a number is meant"))
    UNUSED_FACT = warning("fact.unused", N_("no slide, question or other fact uses the fact “{id}”"))
    UNKNOWN_SOURCE = error(
        "fact.unknown-source", N_("no source has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_UNIT = error(
        "fact.unknown-unit",
        N_("“{unit}” is not a unit; write a currency such as CNY, percent, date, or a unit such as second"),
        N_("did you mean “{near}”?"),
        N_('for a unit of your own write pattern: "{{n}} {unit}" instead of unit'),
    )
    PATTERN_WITHOUT_NUMBER = error(
        "fact.pattern", N_("the pattern has no place for the number"), N_("write {{n}} where the number stands, in quotes")
    )
    PATTERN_IN_QUOTES = warning(
        "fact.pattern-quotes", N_("the Chinese quotes around {value} will be shown"), N_('write it in English quotes: "{bare}"')
    )
    LARGE_PERCENTAGE = warning(
        "fact.large-percentage", N_("{value} is a ratio, shown as {percent} %"), N_("write 30% for thirty per cent")
    )
    VANISHING_VALUE = warning(
        "fact.vanishing", N_("the value is not 0, and is shown as 0"), N_("write digits: {digits} to show its first decimals")
    )
    VALUE_SYNTAX = error(
        "fact.value-syntax",
        N_("“{value}” is neither a number nor a calculation"),
        N_("write a number, or numbers and ids of facts joined by + - * / ( )"),
    )
    VALUE_DATE = error(
        "fact.value-date", N_("“{value}” is not a date"), N_('write "2025" in quotes, 2025-09, 2025-09-30 or 2025-Q3')
    )
    DATE_WITHOUT_UNIT = error(
        "fact.date-without-unit", N_("“{value}” looks like a date and would be read as a subtraction"), N_("add unit: date")
    )
    VALUE_UNKNOWN = error("fact.value-unknown", N_("“{id}” is not a fact with a number"), N_("did you mean “{near}”?"))
    VALUE_CIRCLE = error("fact.value-circle", N_("the value is computed from itself, through “{id}”"))
    VALUE_ZERO = error("fact.value-zero", N_("the calculation divides by zero"))
    VALUE_TOO_LARGE = error("fact.value-too-large", N_("the number is too large, or has too many decimals"))

    # rules: lessons
    UNKNOWN_QUESTION = error(
        "lesson.unknown-question", N_("no question has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    DUPLICATE_TITLE = warning("lesson.duplicate-title", N_("an earlier slide has the title “{title}”"), N_("let titles differ"))
    MINUTES_DIFFER = warning(
        "lesson.minutes",
        Plural(
            "the lesson takes {minutes} minute, its slides together {sum}",
            "the lesson takes {minutes} minutes, its slides together {sum}",
            by="minutes",
        ),
    )
    UNTESTED_OBJECTIVE = warning("lesson.untested-objective", N_("no question asks for the objective “{id}”"))
    WRONG_CELLS = error(
        "lesson.wrong-cells",
        Plural("the row has {count} cell and needs {wanted}", "the row has {count} cells and needs {wanted}"),
    )
    SIDE_WITHOUT_NAME = error("lesson.side-without-name", N_("the side has neither an entity nor a name"))
    WRONG_VALUES = error(
        "lesson.wrong-values",
        Plural(
            "the series has {count} value; the number of categories is {wanted}",
            "the series has {count} values; the number of categories is {wanted}",
        ),
    )
    NOT_ILLUSTRATIVE = error(
        "lesson.not-illustrative",
        N_("{value} is a number and not a fact"),
        N_("use the id of a fact, or mark the chart illustrative: true"),
    )

    WRONG_ORDER = warning(
        "lesson.wrong-order",
        N_("{when} comes after {before} on this timeline, though it was earlier"),
        N_("put the events in order"),
    )

    # rules: quizzes
    UNKNOWN_SLIDE = error(
        "quiz.unknown-slide", N_("no slide has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_OBJECTIVE = error(
        "quiz.unknown-objective", N_("no objective has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_GROUP = error(
        "quiz.unknown-group", N_("no group has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    NO_RIGHT = error("quiz.no-right", N_("no choice is right"), N_("write right: true below the right one"))
    TWO_RIGHT = error(
        "quiz.two-right",
        N_("{count} choices are right, but the question has one answer"),
        N_("use kind: multiple, or mark one choice right"),
    )
    TWO_RIGHT_IN_BLANK = error("quiz.two-right-in-blank", N_("{count} choices are right; a gap has one"))
    NO_WRONG = error("quiz.no-wrong", N_("every choice is right"), N_("add a wrong one"))
    BLANK_NOT_LISTED = error(
        "quiz.blank-not-listed", N_("the gap “[[{id}]]” is not in the list of blanks"), N_("did you mean “{near}”?")
    )
    BLANK_NOT_USED = error("quiz.blank-not-used", N_("“[[{id}]]” is not in the sentence"))
    BLANK_TWICE = error("quiz.blank-twice", N_("“[[{id}]]” stands in the sentence more than once"))
    BLANK_UNCLEAR = error("quiz.blank-unclear", N_("a gap has either choices or accepted answers"))
    RUBRIC_POINTS = error(
        "quiz.rubric-points",
        Plural(
            "the rubric adds up to {sum} point, and the question has {points}",
            "the rubric adds up to {sum} points, and the question has {points}",
            by="sum",
        ),
        N_("write points: {sum}"),
    )
