"""The kinds of problem that the product can report: a table of codes, levels, messages and hints."""

from __future__ import annotations

from enum import Enum

from edu.problems.kinds import N_, Kind, Level


def _error(id: str, message: str, hint: str = "", instead: str = "") -> Kind:
    return Kind(id, Level.ERROR, message, hint, instead)


def _warning(id: str, message: str, hint: str = "") -> Kind:
    return Kind(id, Level.WARNING, message, hint)


class Code(Enum):
    """Every kind of problem that the product can report."""

    # files and YAML
    MISSING_FILE = _error("source.missing-file", N_("the file does not exist"), N_("did you mean “{near}”?"))
    MISNAMED_FILE = _error(
        "source.misnamed",
        N_("the file is called “{near}”, and “{name}” is meant"),
        N_("rename it to “{name}” (in Windows Explorer first turn on: View, File name extensions)"),
    )
    NOT_A_FILE = _error("source.not-a-file", N_("this is not a file, but a folder or a device"))
    UNREADABLE = _error("source.unreadable", N_("the file cannot be read: {reason}"))
    NOT_ALLOWED = _error(
        "source.not-allowed",
        N_("the system does not let you read this file"),
        N_("allow reading it in its properties, or close the program that holds it"),
    )
    LINK_CIRCLE = _error(
        "source.link-circle", N_("the file is a link that leads in a circle"), N_("copy the file into the course")
    )
    LEADS_OUT = _error(
        "source.leads-out", N_("the file is a link that leads out of the course"), N_("copy the file into the course")
    )
    TOO_LARGE = _error("source.too-large", N_("the file has {size} bytes; the most is {most}"))
    NOT_UTF8 = _error(
        "source.not-utf8",
        N_("the file is not UTF-8"),
        N_("save it as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8)"),
    )
    CHINESE_ENCODING = _error(
        "source.gbk",
        N_("the file is not UTF-8; it looks like a Chinese encoding (GBK)"),
        N_("save it as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8)"),
    )
    BAD_YAML = _error(
        "yaml.syntax",
        N_("this is not valid YAML"),
        N_("look at the indentation, the space after a colon, and the quotes, on this line and the one above"),
    )
    QUOTES_NEEDED = _error(
        "yaml.quotes", N_("a text that starts with “{start}” is read as something else"), N_("put the text in quotes")
    )
    COLON_IN_TEXT = _error(
        "yaml.colon",
        N_("a colon with a space after it, in a text without quotes, is read as a key"),
        N_("put the text in quotes"),
    )
    LOST_TEXT = _warning(
        "yaml.lost-text",
        N_("“{text}” is read as a comment and is lost"),
        N_("put the text in quotes; if it is a comment, write a space after #"),
    )
    TAB = _error("yaml.tab", N_("a tab stands where only spaces may"), N_("indent with spaces"))
    INDENTATION = _error(
        "yaml.indentation",
        N_("the indentation of this line fits none of the lines above it"),
        N_("let it start exactly below the key or the “-” that it belongs beside"),
    )
    WIDE_COLON = _error(
        "yaml.wide-colon",
        N_("behind “{key}” stands the Chinese colon “{sign}”"),
        N_("write an English colon and a space: “{key}: ”"),
    )
    NO_SPACE = _error("yaml.no-space", N_("behind “{key}:” there is no space"), N_("write a space after the colon: “{key}: ”"))
    WIDE_SPACE = _error(
        "yaml.wide-space",
        N_("here stands a full-width space (U+3000)"),
        N_("delete it, switch the keyboard to English, and type a space"),
    )
    ODD_SPACE = _error(
        "yaml.odd-space",
        N_("here stands a special space ({character}) that came along from a web page or another program"),
        N_("delete it and type a space"),
    )
    WRONG_DASH = _error(
        "yaml.dash",
        N_("an item of a list starts with “-” and a space, and here stands “{sign}”"),
        N_("write an English hyphen and a space: “- ”"),
    )
    WIDE_HASH = _error("yaml.wide-hash", N_("“{sign}” starts no comment"), N_("write an English # and a space"))
    UNCLOSED_QUOTE = _error(
        "yaml.unclosed-quote",
        N_("a text starts here with {quote}, and its end is missing"),
        N_("put {quote} at the end of the text, on this line too"),
    )
    UNCLOSED = _error("yaml.unclosed", N_("“{start}” is opened here and not closed"), N_("close it with “{end}”"))
    TEXT_AFTER_QUOTE = _error(
        "yaml.text-after-quote",
        N_("text goes on after its closing quote"),
        N_("for quotes inside a text write “ and ”; or put the whole text between two ' marks, and write each ' in it twice"),
    )
    NO_COLON = _error("yaml.no-colon", N_("here is a key without its colon"), N_("write a colon and a space after the key"))
    BAD_ESCAPE = _error(
        "yaml.escape", N_("a backslash before “{char}” means nothing between double quotes"), N_("write two backslashes")
    )
    BLOCK_TEXT = _error("yaml.block-text", N_("after “{start}” the text starts on the next line, indented"))
    TWO_DOCUMENTS = _error("yaml.two-documents", N_("a second document starts here"), N_("take the line with --- out"))
    CONTROL_CHARACTER = _error("yaml.control-character", N_("the text holds the control character {character}"))
    DUPLICATE_KEY = _error("yaml.duplicate-key", N_("the key “{key}” stands here twice"))
    KEY_NOT_TEXT = _error("yaml.key-not-text", N_("a list or a mapping cannot be a key"), N_("put the text in quotes"))
    TOO_DEEP = _error("yaml.too-deep", N_("the lists and mappings are nested more than {most} deep"))
    TOO_MUCH = _error("yaml.too-much", N_("the file holds more than {most} keys and values"))
    ALIAS = _error(
        "yaml.alias", N_("anchors and aliases (& and *) are not used here"), N_("put the text in quotes, or write it out")
    )

    MORE = Kind("source.more", Level.INFO, N_("these are the first {count} of their kind; there are more"))

    # shape
    CHINESE_QUOTES = _error(
        "model.chinese-quotes", N_("{value} stands in Chinese quotes"), N_('write it in English quotes: "{bare}"')
    )
    WIDE_COMMA = _error(
        "model.wide-comma",
        N_("“{value}” is one item: the Chinese “{sign}” does not part items"),
        N_("write an English comma and a space between items: [a, b]"),
    )
    WIDE_BRACKETS = _error(
        "model.wide-brackets",
        N_("“{value}” is a text and not a list: these brackets are Chinese ones"),
        N_("write English brackets and commas: [a, b]"),
    )
    UNKNOWN_KEY = _error("model.unknown-key", N_("“{key}” is not a key of this place"), N_("did you mean “{near}”?"))
    MISSING_KEY = _error("model.missing-key", N_("the key “{key}” is missing"))
    EMPTY_FILE = _error("model.empty-file", N_("the file is empty"))
    UNKNOWN_KIND = _error("model.unknown-kind", N_("“{kind}” is not a kind of this"), N_("the kinds are: {kinds}"))
    MISTYPED_KIND = _error(
        "model.mistyped-kind", N_("“{kind}” is not a kind of this"), N_("did you mean “{near}”? The kinds are: {kinds}")
    )
    MISSING_KIND = _error("model.missing-kind", N_("the key “kind” is missing"), N_("the kinds are: {kinds}"))
    NUMBER_FOR_TEXT = _error(
        "model.number-for-text", N_("a text is meant here, and {value} is a number"), N_('put it in quotes: "{value}"')
    )
    TRUTH_FOR_TEXT = _error(
        "model.truth-for-text", N_("a text is meant here, and {value} is a truth value"), N_('put it in quotes: "{value}"')
    )
    BRACES_FOR_TEXT = _error(
        "model.braces-for-text",
        N_("a text is meant here, and {value} without quotes is a mapping"),
        N_("put the text in quotes"),
    )
    BRACKETS_FOR_TEXT = _error(
        "model.brackets-for-text",
        N_("a text is meant here, and {value} without quotes is a list"),
        N_("put the text in quotes"),
    )
    TEXT_MEANT = _error("model.text-meant", N_("a text is meant here"), N_("write the text, or take the key out"))
    NUMBER_MEANT = _error("model.number-meant", N_("a number is meant here"))
    WHOLE_NUMBER_MEANT = _error("model.whole-number-meant", N_("a whole number is meant here"))
    NUMBER_OR_FACT_MEANT = _error("model.number-or-fact-meant", N_("a number or the id of a fact is meant here"))
    NUMBER_OR_TEXT_MEANT = _error("model.number-or-text-meant", N_("a number or a text is meant here"))
    TRUTH_MEANT = _error("model.truth-meant", N_("true or false is meant here"))
    LIST_MEANT = _error("model.list-meant", N_("a list is meant here"), N_("start each item with “- ” on a line of its own"))
    MAPPING_MEANT = _error("model.mapping-meant", N_("keys with values are meant here"), N_("the keys are: {keys}"))
    WRONG_CHOICE = _error("model.wrong-choice", N_("“{value}” is none of: {choices}"), N_("did you mean “{near}”?"))
    TOO_SMALL = _error("model.too-small", N_("the least is {least}"))
    TOO_GREAT = _error("model.too-great", N_("the most is {most}"))
    TOO_FEW = _error("model.too-few", N_("there must be at least {least} here, and there are {count}"))
    TOO_MANY = _error("model.too-many", N_("there may be at most {most} here, and there are {count}"))
    EMPTY_TEXT = _error("model.empty-text", N_("the text is empty"), N_("write the text, or take the key out"))
    LONG_TEXT = _error("model.long-text", N_("the text has more than {most} characters"))
    BAD_ID = _error("model.bad-id", N_("“{value}” is not an id"), N_("use a-z, 0-9 and single hyphens, a letter first"))
    BAD_FACT_ID = _error(
        "model.bad-fact-id", N_("“{value}” is not the id of a fact"), N_("use a-z, 0-9 and single underscores, a letter first")
    )
    BAD_LANGUAGE = _error("model.bad-language", N_("“{value}” is not the name of a language"), N_("write zh_CN, en or pt_BR"))
    BAD_COLOR = _error("model.bad-color", N_("“{value}” is not a colour"), N_('write it in quotes, like "#1D4ED8"'))
    BAD_DATE = _error(
        "model.bad-date", N_("“{value}” is not a date"), N_('write "2025" in quotes, 2025-09, 2025-09-30 or 2025-Q3')
    )
    BAD_TEXT = _error("model.bad-text", N_("“{value}” does not fit here"))

    # pictures
    MISSING_PICTURE = _error(
        "picture.missing",
        N_("there is no picture “{name}”"),
        N_("did you mean “{near}”?"),
        N_("put the picture here: {path}"),
    )
    PICTURE_OUTSIDE = _error(
        "picture.outside",
        N_("“{name}” is not a path inside the module's folder"),
        N_("write a path such as images/map.png, with / between its parts"),
    )
    PICTURE_LEADS_OUT = _error("picture.leads-out", N_("the picture “{name}” is a link that leads out of the course"))
    PICTURE_TOO_LARGE = _error("picture.too-large", N_("the picture “{name}” has {size} bytes; the most is {most}"))
    PICTURE_TOO_WIDE = _error(
        "picture.too-wide",
        N_("the picture “{name}” has {width} × {height} pixels; the most is {most} in all"),
        N_("make it smaller"),
    )
    NOT_A_PICTURE = _error(
        "picture.not-a-picture", N_("“{name}” is not a PNG, JPEG or GIF picture"), N_("save it as one in an image program")
    )
    BROKEN_PICTURE = _error("picture.broken", N_("the picture “{name}” is damaged or cut off"), N_("copy or export it again"))
    PICTURE_NOT_ALLOWED = _error(
        "picture.not-allowed",
        N_("the system does not let you read the picture “{name}”"),
        N_("allow reading it in its properties, or close the program that holds it"),
    )
    PICTURE_LINK_CIRCLE = _error("picture.link-circle", N_("the picture “{name}” is a link that leads in a circle"))
    UNREADABLE_PICTURE = _error("picture.unreadable", N_("the picture “{name}” cannot be read: {reason}"))

    # rules: the course
    DUPLICATE_ID = _error("id.duplicate", N_("the id “{id}” is already used in this list"), N_("give each its own id"))
    LISTED_TWICE = _error("course.listed-twice", N_("“{id}” stands in this list twice"))
    SOURCE_LANGUAGE = _error(
        "course.source-language", N_("the source language “{language}” is not one of the languages"), N_("add it to languages")
    )
    FORBIDDEN_NAME = _error(
        "course.forbidden-name", N_("Windows allows no file with the name “{name}”"), N_("give it another id")
    )
    TAKEN_NAME = _error(
        "course.taken-name", N_("every course has files called “{name}” that are no module's"), N_("give it another id")
    )
    UNLISTED_MODULE = _warning(
        "course.unlisted-module",
        N_("the folder “{name}” is not in the list of modules"),
        N_("add it to modules in course.yaml"),
    )
    UNKNOWN_ENTITY = _error(
        "course.unknown-entity", N_("no entity has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_TERM = _error(
        "glossary.unknown-term", N_("no term has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    STRAY_BLANK = _error(
        "text.stray-blank",
        N_("“[[{id}]]” is a gap, and gaps stand only in the sentence of a cloze"),
        N_("write \\[[ to show it"),
    )

    # rules: texts
    MISTYPED_FIGURE = _error("text.mistyped-figure", N_("“{text}” is not a figure, and is shown as it is"), N_("write {meant}"))
    STRAY_BRACES = _warning(
        "text.stray-braces",
        N_("“{text}” is not a figure, and is shown as it is; if that is meant, write \\{{ instead of {{"),
        N_("did you mean “{near}”?"),
    )
    PLAIN_FIGURE = _error(
        "text.plain-figure",
        N_("no figure is filled in here: “{text}” is shown as it is"),
        N_("say it in words, without the figure"),
    )
    PLAIN_MARK = _warning(
        "text.plain-mark", N_("nothing is made bold here: “{mark}” is shown as it is"), N_("take the marks out")
    )
    STRAY_MARK = _warning(
        "text.stray-mark",
        N_("“{mark}” makes nothing bold, and is shown as it is"),
        N_("write it right before and right behind the words, without a space between; to show it, write \\*\\*"),
    )
    PICTURE_IN_TEXT = _warning(
        "text.picture", N_("no picture can stand in a text; a link is shown"), N_("use a slide of the kind: picture")
    )
    NOT_A_LINK = _warning(
        "text.not-a-link",
        N_("“{text}” is not a link, and is shown as it is"),
        N_("write [words](https://…), without spaces in the address"),
    )
    LINK_NOWHERE = _warning(
        "text.link-nowhere", N_("the link “{link}” leads nowhere from a slide"), N_("start it with https://")
    )
    LINK_IN_NOTES = _warning(
        "text.link-in-notes",
        N_("in notes the link “{link}” cannot be followed; its words alone are kept"),
        N_("write the address itself"),
    )

    # rules: facts
    UNKNOWN_FACT = _error(
        "fact.unknown", N_("no fact has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    FACT_WITHOUT_VALUE = _error(
        "fact.without-value", N_("the fact “{id}” has no value to show"), N_("give it a value in facts.yaml, or use words")
    )
    FACT_NOT_A_NUMBER = _error("fact.not-a-number", N_("the value of the fact “{id}” is a date, and a number is meant"))
    UNUSED_FACT = _warning("fact.unused", N_("no slide, question or other fact uses the fact “{id}”"))
    UNKNOWN_SOURCE = _error(
        "fact.unknown-source", N_("no source has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_UNIT = _error(
        "fact.unknown-unit",
        N_("“{unit}” is not a unit; write a currency such as CNY, percent, date, or a unit such as second"),
        N_("did you mean “{near}”?"),
        N_('for a unit of your own write pattern: "{{n}} {unit}" instead of unit'),
    )
    PATTERN_WITHOUT_NUMBER = _error(
        "fact.pattern", N_("the pattern has no place for the number"), N_("write {{n}} where the number stands, in quotes")
    )
    PATTERN_IN_QUOTES = _warning(
        "fact.pattern-quotes", N_("the Chinese quotes around {value} will be shown"), N_('write it in English quotes: "{bare}"')
    )
    LARGE_PERCENTAGE = _warning(
        "fact.large-percentage", N_("{value} is a ratio, shown as {percent} %"), N_("write 30% for thirty per cent")
    )
    VANISHING_VALUE = _warning(
        "fact.vanishing", N_("the value is not 0, and is shown as 0"), N_("write digits: {digits} to show its first decimals")
    )
    VALUE_SYNTAX = _error(
        "fact.value-syntax",
        N_("“{value}” is neither a number nor a calculation"),
        N_("write a number, or numbers and ids of facts joined by + - * / ( )"),
    )
    VALUE_DATE = _error(
        "fact.value-date", N_("“{value}” is not a date"), N_('write "2025" in quotes, 2025-09, 2025-09-30 or 2025-Q3')
    )
    DATE_WITHOUT_UNIT = _error(
        "fact.date-without-unit", N_("“{value}” looks like a date and would be read as a subtraction"), N_("add unit: date")
    )
    VALUE_UNKNOWN = _error("fact.value-unknown", N_("“{id}” is not a fact with a number"), N_("did you mean “{near}”?"))
    VALUE_CIRCLE = _error("fact.value-circle", N_("the value is computed from itself, through “{id}”"))
    VALUE_ZERO = _error("fact.value-zero", N_("the calculation divides by zero"))
    VALUE_TOO_LARGE = _error("fact.value-too-large", N_("the number is too large, or has too many decimals"))

    # rules: lessons
    UNKNOWN_QUESTION = _error(
        "lesson.unknown-question", N_("no question has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    DUPLICATE_TITLE = _warning(
        "lesson.duplicate-title", N_("an earlier slide has the title “{title}”"), N_("let titles differ")
    )
    MINUTES_DIFFER = _warning("lesson.minutes", N_("the lesson takes {minutes} minutes, its slides together {sum}"))
    UNTESTED_OBJECTIVE = _warning("lesson.untested-objective", N_("no question asks for the objective “{id}”"))
    WRONG_CELLS = _error("lesson.wrong-cells", N_("the row has {count} cells and needs {wanted}"))
    SIDE_WITHOUT_NAME = _error("lesson.side-without-name", N_("the side has neither an entity nor a name"))
    WRONG_VALUES = _error("lesson.wrong-values", N_("the series has {count} values, and there are {wanted} categories"))
    NOT_ILLUSTRATIVE = _error(
        "lesson.not-illustrative",
        N_("{value} is a number and not a fact"),
        N_("use the id of a fact, or mark the chart illustrative: true"),
    )

    WRONG_ORDER = _warning(
        "lesson.wrong-order",
        N_("{when} comes after {before} on this timeline, though it was earlier"),
        N_("put the events in order"),
    )

    # rules: quizzes
    UNKNOWN_SLIDE = _error(
        "quiz.unknown-slide", N_("no slide has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_OBJECTIVE = _error(
        "quiz.unknown-objective", N_("no objective has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    UNKNOWN_GROUP = _error(
        "quiz.unknown-group", N_("no group has the id “{id}”"), N_("did you mean “{near}”?"), N_("there are: {known}")
    )
    NO_RIGHT = _error("quiz.no-right", N_("no choice is right"), N_("write right: true below the right one"))
    TWO_RIGHT = _error(
        "quiz.two-right",
        N_("{count} choices are right, but the question has one answer"),
        N_("use kind: multiple, or mark one choice right"),
    )
    TWO_RIGHT_IN_BLANK = _error("quiz.two-right-in-blank", N_("{count} choices are right; a gap has one"))
    NO_WRONG = _error("quiz.no-wrong", N_("every choice is right"), N_("add a wrong one"))
    BLANK_NOT_LISTED = _error(
        "quiz.blank-not-listed", N_("the gap “[[{id}]]” is not in the list of blanks"), N_("did you mean “{near}”?")
    )
    BLANK_NOT_USED = _error("quiz.blank-not-used", N_("“[[{id}]]” is not in the sentence"))
    BLANK_TWICE = _error("quiz.blank-twice", N_("“[[{id}]]” stands in the sentence more than once"))
    BLANK_UNCLEAR = _error("quiz.blank-unclear", N_("a gap has either choices or accepted answers"))
    RUBRIC_POINTS = _error(
        "quiz.rubric-points", N_("the rubric adds up to {sum} points, and the question has {points}"), N_("write points: {sum}")
    )

    # translations
    STRANGE_LANGUAGE = _warning(
        "language.strange",
        N_("how the language “{lang}” writes numbers and dates is not known; they are written as in English"),
        N_("if it was meant to be another, write its name: zh_CN, en, pt_BR"),
    )
    NO_CATALOGUE = _warning(
        "language.no-catalogue",
        N_("there is no translation into {lang} yet; its texts stay as they are in the source"),
        N_("make the file with: edu i18n update"),
    )
    NO_OWN_WORDS = _warning(
        "language.no-own-words",
        N_("edu has no words of its own in {lang}, such as “Sources” or “Check the answer”; they stand in English"),
        N_("make the file with: edu i18n update"),
    )
    OWN_WORDS_MISSING = _warning(
        "language.own-words", N_("edu's own words are not all translated into {lang}: {count} stand in English")
    )
    BAD_PO = _error(
        "language.syntax", N_("this is not a valid PO file"), N_("look at the quotes on this line and the keyword before them")
    )
    MISSING_TRANSLATION = _warning("language.missing", N_("not translated into {lang}: “{text}”"))
    FUZZY_TRANSLATION = _warning(
        "language.fuzzy",
        N_("the translation into {lang} is to be looked at again: “{text}”"),
        N_("correct it and take its mark “fuzzy” away"),
    )
    LOST_PLACEHOLDER = _error(
        "language.placeholder",
        N_("the translation into {lang} of “{text}” does not keep: {missing}"),
        N_("copy every {{…}} and [[…]] as it is; here stands: {found}"),
        N_("copy every {{…}} and [[…]] as it is; here stands none"),
    )
    STRAY_PLACEHOLDER = _error(
        "language.stray-placeholder",
        N_("the translation into {lang} of “{text}” has what the text itself has not: {found}"),
        N_("take it out"),
    )

    # the plan of a deck
    TOO_LONG = _error(
        "plan.too-long",
        N_("about {excess} characters too many in {lang}: the text does not fit even at the smallest size"),
        N_("shorten it, or move a part to the notes"),
    )
    CROWDED_TIMELINE = _warning(
        "plan.crowded-timeline", N_("the events stand too close for a true scale; they are drawn in even steps")
    )

    MIXED_UNITS = _error(
        "plan.mixed-units",
        N_("the facts of this chart have different units: {units}"),
        N_("draw what has one unit in one chart"),
    )

    # a deck and a quiz in one language
    EQUAL_TITLES = _error(
        "check.equal-titles",
        N_("two slides have the title “{title}” in {lang}"),
        N_("say in each title what is its slide’s own"),
    )
    NO_ALTERNATIVE = _error("check.no-alternative", N_("what the slide shows has no text alternative in {lang}"))
    EQUAL_OPTIONS = _error(
        "check.equal-options",
        N_("“{one}” and “{other}” read alike in {lang}: “{text}”"),
        N_("word one of them so that they differ"),
    )

    # the plan of a quiz
    ANSWER_NOT_A_NUMBER = _error(
        "quiz.answer-not-a-number",
        N_("the answer of “{question}” names a fact that has no number; the question was left out"),
        N_("give the fact a value, or write the number itself"),
    )
    LOST_BLANK = _warning(
        "quiz.lost-blank",
        N_("the translation into {language} does not have the same gaps; the question stays in the source language"),
        N_("keep each [[…]] of the sentence exactly once"),
    )

    # the output folder
    EDITED = _warning(
        "output.edited",
        N_("{file} was changed after it was built, so it stays as it is; the new one is {new}"),
        N_("take over what you need, or build with --force to overwrite it"),
    )
    HELD_OPEN = _error(
        "output.held-open",
        N_("{file} cannot be replaced: another program holds it open, or it is protected"),
        N_("close it there and build again"),
    )
    READ_ONLY = _error(
        "output.read-only", N_("nothing can be written to the folder {folder}"), N_("choose another one with --output")
    )
    DISK_FULL = _error("output.disk-full", N_("the disk of the folder {folder} is full"))
    NOT_WRITTEN = _error("output.not-written", N_("{file} cannot be written: {reason}"))
    BUSY = _error(
        "output.busy",
        N_("another build is writing into the folder {folder}"),
        N_("wait until it has ended, and build again"),
    )
    CHANGED_MEANWHILE = _error(
        "output.changed-meanwhile",
        N_("{file} was changed just now by somebody else, so it was left as it is"),
        N_("do the same once more"),
    )
    OUTSIDE = _error("output.outside", N_("{file} was not written: a symbolic link leads it out of its folder"))

    WORKER_STOPPED = _error(
        "output.worker-stopped",
        N_("a part of the build was stopped from outside; perhaps the memory is too small"),
        N_("build with --jobs 1"),
    )

    # a new course
    NO_FOLDER = _error(
        "usage.no-folder", N_("the folder for the new course is missing"), N_("name one, for example: edu new my-course")
    )
    FOLDER_IN_USE = _error(
        "usage.folder-in-use",
        N_("the folder {folder} is not empty: it holds {name}"),
        N_("name a folder that does not exist yet; it will be made"),
    )
    NOT_A_FOLDER = _error("usage.not-a-folder", N_("{folder} is a file or leads through one"), N_("name another folder"))
    NO_STARTER = _error(
        "usage.no-starter",
        N_("a new course cannot be written in “{name}”; there are: {known}"),
        N_("did you mean “{near}”?"),
    )
    NOT_WRITABLE = _error(
        "new.not-writable",
        N_("the system does not let you write to {folder}"),
        N_("choose another place, such as your documents folder"),
    )
    NO_NEW_COURSE = _error("new.not-written", N_("the new course cannot be written to {folder}: {reason}"))
    COURSE_IN_COURSE = _warning(
        "new.course-in-course",
        N_("the new course stands inside the course in {folder}, which does not build it"),
        N_("for another lesson of that course, make a folder in its content folder and add it to modules in course.yaml"),
    )

    # the command line
    NO_COURSE = _error(
        "usage.no-course",
        N_("there is no course in {folder}: it has no content/course.yaml"),
        N_('type first: cd "{near}"'),
        N_("go to the folder of a course, or name one with --course"),
    )
    UNKNOWN_MODULE = _error(
        "usage.unknown-module", N_("“{name}” is not one of the modules: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_LANGUAGE = _error(
        "usage.unknown-language", N_("“{name}” is not one of the course's languages: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_OUTPUT = _error(
        "usage.unknown-output", N_("“{name}” is not one of the outputs: {known}"), N_("did you mean “{near}”?")
    )
    SIDE_BY_SIDE = _error("usage.side-by-side", N_("decks with two languages side by side ({name}) cannot be built yet"))
    UNKNOWN_UI_LANGUAGE = _error(
        "usage.unknown-ui-language", N_("edu does not speak “{name}”; it speaks: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_SHELL = _error(
        "usage.unknown-shell", N_("“{name}” is not one of the shells that can ask edu: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_COMMAND = _error(
        "usage.unknown-command", N_("“{name}” is not one of the commands: {known}"), N_("did you mean “{near}”?")
    )
    UNKNOWN_OPTION = _error("usage.unknown-option", N_("there is no option {name} here"), N_("did you mean “{near}”?"))
    WRONG_OPTION = _error("usage.option", N_("the option {name} lacks its value, or has one that it does not take"))
    WRONG_OPTION_VALUE = _error("usage.option-value", N_("the value of {name} is not one of: {known}"))
    WRONG_USAGE = _error("usage.wrong", N_("this command line makes no sense"), N_("edu --help shows what there is"))
    UNKNOWN_ARGUMENT = _error(
        "usage.unknown-argument",
        N_("“{name}” has no meaning here"),
        N_('for the course in that folder, type first: cd "{near}"'),
    )
