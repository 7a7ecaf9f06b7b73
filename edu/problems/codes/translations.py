"""What can be wrong with a translation that is there: its codes, levels, messages and hints."""

from __future__ import annotations

from collections.abc import Mapping

from edu.problems.kinds import N_, Kind, info, warning
from edu.problems.plural import Plural


class TranslationCodes:
    """What can be wrong with a translation that is there; a course can set the level of each (`lint`)."""

    # what has to be kept
    TRANSLATION_MARKUP = warning(
        "translation.markup",
        N_("the translation into {lang} is not marked as the text is: {reason}"),
        N_("copy **, * and links round the words that say the same"),
    )
    TRANSLATION_PARAGRAPHS = info(
        "translation.paragraphs",
        Plural(
            "the text has {count} paragraph, its translation into {lang} has {found}",
            "the text has {count} paragraphs, its translation into {lang} has {found}",
        ),
    )
    TRANSLATION_NUMBER = warning(
        "translation.number",
        N_("numbers differ, so readers learn different things; only in {source}: {one}; only in {lang}: {other}"),
        N_("write the same numbers, in digits or in words; 1 亿 is 100 million"),
    )

    TRANSLATION_PUNCTUATION = warning(
        "translation.punctuation",
        N_("{reason}; in {source}: {one}; in {lang}: {other}"),
        N_("end and begin with the mark that says the same: 。 is ., ？ is ?"),
    )
    TRANSLATION_BRACKETS = warning(
        "translation.brackets", N_("{mark} in the translation into {lang}: {reason}"), N_("write both halves: （ ）, ( ), “ ”")
    )

    TRANSLATION_ROOM = warning(
        "translation.too-long",
        N_("the translation into {lang} has about {length} characters, and its place has room for about {most}"),
        N_("say it in fewer words: the room stands above the entry, behind “#. room:”"),
    )

    # what was not translated
    TRANSLATION_LEFTOVER = warning(
        "translation.left-over",
        N_("“{text}” stands in the translation into {lang} as it stood in the text: readers may not understand it"),
        N_("translate it; what is meant to stay goes into quotes or brackets"),
    )
    TRANSLATION_COPY = warning(
        "translation.copy",
        N_("the translation into {lang} only repeats the text"),
        N_("translate it, or delete the copy so that it counts as missing"),
    )
    TRANSLATION_DOUBLED = warning("translation.doubled-word", N_("“{word}” stands twice in a row in {lang}"), N_("delete one"))

    # words that belong together
    TRANSLATION_TERM = info(
        "translation.term",
        N_("“{term}” is “{approved}” in the glossary, and the translation into {lang} does not say so"),
        N_("use the glossary’s word, so that readers know that the same is meant; or change it there"),
    )
    TRANSLATION_AVOIDED = warning(
        "translation.avoided-term",
        N_("“{word}” is not to be used for “{term}” in {lang}, says the glossary"),
        N_("write “{approved}”"),
    )
    TRANSLATION_INCONSISTENT = info(
        "translation.inconsistent",
        N_("the same text is translated otherwise into {lang} in {where}: “{other}”"),
        N_("choose one; where both are meant, the author can tell the two apart by context:"),
    )

    # choices
    TRANSLATION_UNEVEN = info(
        "translation.uneven-options",
        N_("the choices are about as long as each other, but in {lang} this one is {ratio} times as long as the others"),
        N_("make it as short as the others, or the others as exact: the longest is picked by those who do not know"),
    )
    TRANSLATION_LETTER = warning(
        "translation.answer-letter",
        N_("“{text}” names a choice by its letter in {lang}, and each student sees the choices in another order"),
        N_("say what the choice says"),
    )

    # how the language is written
    TRANSLATION_TYPOGRAPHY = warning("translation.typography", N_("“{mark}” is not as {lang} is written: {reason}"))
    TRANSLATION_SPACING = warning("translation.spacing", N_("{reason} in {lang}: “{text}”"))
    TRANSLATION_MIXED_STYLE = info(
        "translation.mixed-style",
        N_("“{text}” in {lang}; elsewhere the course has {reason}"),
        N_("write it in one way throughout"),
    )


TRANSLATION_RULES: Mapping[str, Kind] = {kind.id: kind for kind in vars(TranslationCodes).values() if isinstance(kind, Kind)}
"""What `lint` in course.yaml can set the level of, by code."""
