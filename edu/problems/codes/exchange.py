"""What can be wrong with a file that comes back from a translator: codes, levels, messages and hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error, info, warning
from edu.problems.plural import Plural


class ExchangeCodes:
    """What can be wrong with a file that comes back from a translator."""

    # the file
    NO_RETURNED = error(
        "usage.no-file", N_("no file to take in is named"), N_("name what came back, for example: edu i18n import basics.xlf")
    )
    NO_OPENCC = error(
        "usage.no-opencc",
        N_("traditional Chinese is made with OpenCC, which is not installed"),
        N_("install it with: pip install 'kejian[hant]'"),
    )
    NOT_CONVERTED = error(
        "usage.not-converted",
        N_("only simplified Chinese can be converted, and only into traditional: not {source} into “{name}”"),
        N_("name what is to be made, for example: edu i18n convert --lang zh_Hant"),
    )
    OVERRIDES_HEAD = error(
        "overrides.head", N_("the table of exceptions has no column “{name}”"), N_("let its first row be: from,to")
    )
    OVERRIDES_GAP = error(
        "overrides.gap", N_("here the column “{name}” is empty"), N_("write into it, or take the row out of the table")
    )
    OVERRIDES_TWICE = error(
        "overrides.twice", N_("“{text}” becomes something else in line {line}"), N_("take one of the two lines out")
    )
    EXCHANGE_FORMAT = error("exchange.format", N_("this is none of the kinds of file that can be taken in: {known}"))
    EXCHANGE_XML = error(
        "exchange.xml",
        N_("this is no whole XML file: it ends too early, is damaged, or is far too large"),
        N_("export it again from the program that it was edited in"),
    )
    EXCHANGE_ENTITIES = error(
        "exchange.entities",
        N_("the file defines entities of its own, which are not read: they could stand for anything"),
        N_("export it again without them"),
    )
    EXCHANGE_VERSION = error(
        "exchange.version",
        N_("this is XLIFF {version}; 2.0 and 2.1 can be taken in"),
        N_("let the program export XLIFF 2.1, or start again from a file that edu i18n export wrote"),
    )
    EXCHANGE_EMPTY = error("exchange.no-units", N_("the file holds no texts"))
    EXCHANGE_LANGUAGE = error(
        "exchange.language",
        N_("the file is a translation into “{name}”, which is not one of the course's languages: {known}"),
        N_("take the file to the course that it belongs to, or add the language to course.yaml"),
    )
    EXCHANGE_NO_LANGUAGE = error(
        "exchange.no-language",
        N_("the file does not say into which language it is a translation"),
        N_("let it say so where edu i18n export wrote it, in a table for example: target ({known})"),
    )
    EXCHANGE_SOURCE_LANGUAGE = error(
        "exchange.source-language", N_("the file is a translation from “{name}”, and these texts are written in {source}")
    )
    EXCHANGE_COURSE = error(
        "exchange.course",
        N_("the file belongs to another course: {name}"),
        N_("name the folder of that course with --course"),
    )
    EXCHANGE_DOMAIN = error(
        "exchange.domain", N_("the file holds texts of “{name}”, and the course has none of that name: {known}")
    )

    # its texts
    EXCHANGE_UNKNOWN = error(
        "exchange.unknown-text",
        N_("the course has no such text in {domain}: “{text}”"),
        N_("export again, and copy the translations over; or take in the others alone with --partial"),
    )
    EXCHANGE_CHANGED = error(
        "exchange.source-changed",
        N_("the text has changed since this file was made: “{text}” is now “{now}”"),
        N_("export again, and translate what it says now; or take in the others alone with --partial"),
    )
    EXCHANGE_EDITED = error(
        "exchange.source-edited",
        N_("the text to be translated was edited in this file: “{text}” is “{now}”"),
        N_("undo it here: a source text is mended in content/, not in a translation"),
    )
    EXCHANGE_MISSING = error(
        "exchange.text-missing",
        Plural(
            "{count} text of {domain} is not in this file: “{text}”", "{count} texts of {domain} are not in this file: “{text}”"
        ),
        N_("put them back; or take in those that are there with --partial"),
    )
    EXCHANGE_TWICE = error(
        "exchange.twice",
        N_("the text “{text}” has two different translations; the other one is here: {other}"),
        N_("take one of the two out"),
    )
    EXCHANGE_LOST = error(
        "exchange.translation-lost",
        N_("here is no translation for “{text}”, and there is one already: “{now}”"),
        N_("put it back; or keep what there is with --partial"),
    )
    EXCHANGE_PARTLY = error(
        "exchange.partly", N_("only a part of this text is translated: “{text}”"), N_("translate all of its sentences, or none")
    )
    EXCHANGE_CODE = error(
        "exchange.code",
        N_("the translation of “{text}” holds a code that stands for nothing: {name}"),
        N_("take it out, or copy it from the source"),
    )
    EXCHANGE_STATE = error(
        "exchange.state", N_("“{name}” is not a state of a translation: {known}"), N_("did you mean “{near}”?")
    )

    # tables
    EXCHANGE_OLD_EXCEL = error(
        "exchange.old-excel",
        N_("this is an old Excel file (.xls), or one that is locked with a password"),
        N_("save it as “Excel Workbook (.xlsx)” without a password"),
    )
    EXCHANGE_WORKBOOK = error(
        "exchange.workbook",
        N_("this is no whole Excel file (.xlsx): it is of another kind, damaged, or far too large"),
        N_("save it once more as “Excel Workbook (.xlsx)”"),
    )
    EXCHANGE_ENCODING = error(
        "exchange.encoding",
        N_("the file is neither UTF-8 nor UTF-16, so that some of its characters are lost"),
        N_("in Excel choose: Save as, “CSV UTF-8”; or hand back an .xlsx"),
    )
    EXCHANGE_QUOTES = error(
        "exchange.quotes",
        N_("from here on the quotes of this table do not fit, so that its rows cannot be told apart"),
        N_("put a text that holds a quote between quotes, and write each quote in it twice; or hand back an .xlsx"),
    )
    EXCHANGE_COLUMN = error(
        "exchange.column",
        N_("the table has no column “{name}”"),
        N_("keep the first row of what edu i18n export wrote, with all of its words"),
    )
    EXCHANGE_NO_TERM = error(
        "exchange.no-term",
        N_("the table has a column “{name}”, but none “{term}” for the terms themselves"),
        N_("put the column in, or take the other one out"),
    )
    EXCHANGE_KEY = error(
        "exchange.key", N_("“{name}” is not the key of a text"), N_("keep the column “key” as edu i18n export wrote it")
    )
    EXCHANGE_TERM_ID = error(
        "exchange.term-id",
        N_("“{name}” is not the id of a term of the glossary"),
        N_("keep the column “id” as edu i18n export wrote it"),
    )
    EXCHANGE_CELL = error(
        "exchange.cell",
        N_("the cell in the column “{name}” is no text but a number, a date or a formula: {text}"),
        N_("format the cell as text, and type it again"),
    )
    EXCHANGE_LONG_CELL = warning(
        "exchange.long-cell",
        N_("this is too long for a cell of Excel and was left out: “{text}”"),
        N_("hand it out with --to csv or --to xliff"),
    )

    # what is handed out
    EXCHANGE_LEFT_OUT = warning(
        "exchange.left-out",
        N_("this holds a control character, which no XML file can, and was left out: “{text}”"),
        N_("take the character out of the PO file"),
    )
    EXCHANGE_PLURAL = info(
        "exchange.plural",
        Plural(
            "{count} text with plural forms is left out: this kind of file has none",
            "{count} texts with plural forms are left out: this kind of file has none",
        ),
        N_("translate them in the PO file"),
    )
    EXCHANGE_FORMS = warning(
        "exchange.plural-forms",
        Plural(
            "{count} text with plural forms is not taken in from this file",
            "{count} texts with plural forms are not taken in from this file",
        ),
        N_("put the file in place of the course's own, and run edu i18n update; or write these translations there by hand"),
    )
    EXCHANGE_NO_MEMORY = info(
        "exchange.no-memory",
        N_("no TMX file was written of this: it has no translation yet that is certain"),
        N_("to hand out what is to be translated, use --to xliff"),
    )
    EXCHANGE_BEHIND = warning(
        "exchange.behind",
        N_("the file is not in step with the course: it lacks {count} of its texts"),
        N_("bring it in step with: edu i18n update"),
    )
