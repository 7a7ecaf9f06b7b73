"""What can be wrong with a translation, and with what is planned from it: codes, levels, messages and hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error, info, warning
from edu.problems.plural import Plural


class PageCodes:
    """What can be wrong with a translation, and with what is planned from it."""

    # translations
    STRANGE_LANGUAGE = warning(
        "language.strange",
        N_("how the language “{lang}” writes numbers and dates is not known; they are written as in English"),
        N_("if it was meant to be another, write its name: zh_CN, en, pt_BR"),
    )
    NO_CATALOGUE = warning(
        "language.no-catalogue",
        N_("there is no translation into {lang} yet; its texts stay as they are in the source"),
        N_("make the file with: edu i18n update"),
    )
    OUT_OF_STEP = warning(
        "language.out-of-step",
        N_("the course has changed since this file was brought in step with it; what it lacks counts as missing in {lang}"),
        N_("bring it in step with: edu i18n update"),
    )
    NO_OWN_WORDS = warning(
        "language.no-own-words",
        N_("edu has no words of its own in {lang}, such as “Sources” or “Check the answer”; they stand in English"),
        N_("make the file with: edu i18n update"),
    )
    OWN_WORDS_MISSING = warning(
        "language.own-words",
        Plural(
            "edu's own words are not all translated into {lang}: {count} stands in English",
            "edu's own words are not all translated into {lang}: {count} stand in English",
        ),
    )
    BAD_PO = error(
        "language.syntax", N_("this is not a valid PO file"), N_("look at the quotes on this line and the keyword before them")
    )
    BAD_CHARSET = error(
        "language.charset",
        N_("the header says “charset={charset}”, but the file cannot be read so"),
        N_("save it as UTF-8 and write “charset=UTF-8” there"),
    )
    OTHER_LANGUAGE = error(
        "language.other-language",
        N_("the header says that this is a translation into {found}, but the file stands in the folder of {lang}"),
        N_("put the file where it belongs, or correct the line “Language:”; edu i18n update leaves it as it is until then"),
    )
    OTHER_COURSE = error(
        "language.other-course",
        N_("none of the texts in this file is one of this course's; the header says that it is of “{name}”"),
        N_("put this course's file there; if it is this one, write “Project-Id-Version: {project}” in its header"),
    )
    ORPHAN_FILE = warning(
        "language.orphan",
        N_("the course has no module “{name}”, so nobody sees the translations in this file"),
        N_("edu i18n update takes over what other modules say now; then delete it, or keep it for a module that comes back"),
    )
    DOUBLE_ENTRY = warning(
        "language.double",
        N_("“{text}” stands in this file twice, first in line {line}"),
        N_("keep one of them; edu i18n update keeps the first that is translated, and the other at the end as obsolete"),
    )
    PLURAL_ENTRY = warning(
        "language.plural",
        N_("“{text}” has plural forms here, but a text of the course has one translation: the first form is taken"),
        N_("write it as msgid and msgstr; edu i18n update does so, and keeps the forms at the end as obsolete"),
    )
    PLURAL_FORMS = warning(
        "language.plural-forms",
        N_("the header's line Plural-Forms cannot be used; what tells a number stands in English"),
        N_("write the line of the language as gettext's manual has it; edu i18n update writes it anew"),
    )
    NOT_COMPARED = info(
        "language.not-compared",
        Plural(
            "{count} text that is gone was not compared with the new ones, which would have taken too long",
            "{count} texts that are gone were not compared with the new ones, which would have taken too long",
        ),
        N_("look among what is obsolete, at the end of the file, before translating anew"),
    )
    MERGE_CLASH = warning(
        "language.clash",
        N_("“{text}” was translated on both sides; it is fuzzy now, and the other translation stands above it"),
        N_("choose one, and take the mark “fuzzy” and the comment away"),
    )
    MERGE_KEPT = warning(
        "language.clash-kept",
        N_("“{text}” was translated on both sides; the translation that is not fuzzy stays, and the other stands above it"),
        N_("compare the two, and take the comment away"),
    )
    MERGE_BROKEN = error(
        "language.merge",
        N_("the version that git calls “{side}” cannot be read, so this file is merged line by line"),
        N_("solve what git marks in the file; edu i18n check tells whether it is sound again"),
    )
    NO_SUCH_LANGUAGE = error(
        "language.unknown",
        N_("there is no language with the name “{name}”"),
        N_("did you mean “{near}”?"),
        N_("names look like this: fr, pt_BR, zh_TW"),
    )
    PSEUDO_LANGUAGE = error(
        "language.pseudo",
        N_("{lang} is a pseudo-language: edu makes its texts, and nobody translates into it"),
        N_("look at it with: edu build --lang {lang}"),
    )
    IS_SOURCE = error("language.source", N_("{lang} is the language that the course is written in"))
    LANGUAGE_THERE = error(
        "language.there",
        N_("{lang} is one of the course's languages already"),
        N_("bring its files in step with: edu i18n update"),
    )
    MISSING_TRANSLATION = warning("language.missing", N_("not translated into {lang}: “{text}”"))
    FUZZY_TRANSLATION = warning(
        "language.fuzzy",
        N_("the translation into {lang} is to be looked at again: “{text}”"),
        N_("correct it and take its mark “fuzzy” away"),
    )
    FUZZY_SHOWN = warning(
        "language.fuzzy-shown",
        Plural(
            "{count} text in {lang} is shown though nobody has confirmed it; products are marked as unreviewed",
            "{count} texts in {lang} are shown though nobody has confirmed them; products are marked as unreviewed",
        ),
        N_("confirm them in the PO files: take the mark “fuzzy” away"),
    )
    NOT_PUBLISHED = warning(
        "language.not-published",
        N_("{lang} is not built: {percent} % of it is translated, and the course publishes a language from {publish} % on"),
        N_("translate more, or lower publish in course.yaml"),
    )
    LOST_PLACEHOLDER = error(
        "language.placeholder",
        N_("the translation into {lang} of “{text}” does not keep: {missing}"),
        N_("copy every {{…}} and [[…]] as it is; here stands: {found}"),
        N_("copy every {{…}} and [[…]] as it is; here stands none"),
    )
    STRAY_PLACEHOLDER = error(
        "language.stray-placeholder",
        N_("the translation into {lang} of “{text}” has what the text itself has not: {found}"),
        N_("take it out"),
    )

    # the plan of a deck
    TOO_LONG = error(
        "plan.too-long",
        Plural(
            "about {excess} character too many in {lang}: the text does not fit even at the smallest size",
            "about {excess} characters too many in {lang}: the text does not fit even at the smallest size",
            by="excess",
        ),
        N_("shorten it, or move a part to the notes"),
    )
    CROWDED_TIMELINE = warning(
        "plan.crowded-timeline", N_("the events stand too close for a true scale; they are drawn in even steps")
    )

    MIXED_UNITS = error(
        "plan.mixed-units",
        N_("the facts of this chart have different units: {units}"),
        N_("draw what has one unit in one chart"),
    )

    # a deck in one language
    EQUAL_TITLES = error(
        "check.equal-titles",
        N_("two slides have the title “{title}” in {lang}"),
        N_("say in each title what is its slide’s own"),
    )
    NO_ALTERNATIVE = error("check.no-alternative", N_("what the slide shows has no text alternative in {lang}"))

    # the plan of a quiz
    ANSWER_NOT_A_NUMBER = error(
        "quiz.answer-not-a-number",
        N_("the answer of “{question}” names a fact that has no number; the question was left out"),
        N_("give the fact a value, or write the number itself"),
    )
    LOST_BLANK = warning(
        "quiz.lost-blank",
        N_("the translation into {language} does not have the same gaps; the question stays in the source language"),
        N_("keep each [[…]] of the sentence exactly once"),
    )
