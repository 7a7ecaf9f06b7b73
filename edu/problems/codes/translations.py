"""What can be wrong with a translation that is there: its codes, levels, messages and hints."""

from __future__ import annotations

from collections.abc import Mapping

from edu.problems.kinds import N_, Kind, info, warning


class TranslationCodes:
    """What can be wrong with a translation that is there; a course can set the level of each (`lint`)."""

    # what has to be kept
    TRANSLATION_MARKUP = warning(
        "translation.markup",
        N_("the translation into {lang} is not marked as the text is: {reason}"),
        N_("copy **, * and links round the words that say the same"),
    )
    TRANSLATION_PARAGRAPHS = info(
        "translation.paragraphs", N_("the text has {count} paragraphs, its translation into {lang} has {found}")
    )
    TRANSLATION_NUMBER = warning(
        "translation.number",
        N_("numbers differ, so readers learn different things; only in {source}: {one}; only in {lang}: {other}"),
        N_("write the same numbers, in digits or in words; 1 亿 is 100 million"),
    )


TRANSLATION_RULES: Mapping[str, Kind] = {kind.id: kind for kind in vars(TranslationCodes).values() if isinstance(kind, Kind)}
"""What `lint` in course.yaml can set the level of, by code."""
