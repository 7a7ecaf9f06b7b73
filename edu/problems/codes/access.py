"""What keeps someone from reading or hearing a deck: codes, levels, messages and hints. docs/accessibility.md lists them."""

from __future__ import annotations

from edu.problems.kinds import N_, error, warning


class AccessCodes:
    """What keeps someone from reading or hearing a deck."""

    # titles and sections
    NO_TITLE = error("check.no-title", N_("the slide has no title in {lang}"), N_("say in a title what the slide shows"))
    NO_DOCUMENT_TITLE = error("check.no-document-title", N_("the deck has no title in {lang}"), N_("give the lesson a title"))
    NO_SECTION_NAME = error(
        "check.no-section-name", N_("a section has no name in {lang}"), N_("give the slide that starts it a title")
    )
    DEFAULT_SECTION_NAME = warning(
        "check.default-section-name",
        N_("the section is called “{name}” in {lang}; that says nothing about it"),
        N_("say in the title of its first slide what it is about"),
    )
    EQUAL_SECTIONS = warning(
        "check.equal-sections", N_("two sections are called “{name}” in {lang}"), N_("give each its own title")
    )

    # text alternatives
    ALT_FILE_NAME = error(
        "check.alt-file-name",
        N_("the text alternative in {lang} is the name of a file: “{text}”"),
        N_("say what can be seen, and what it means here"),
    )
    ALT_SAYS_NOTHING = error(
        "check.alt-says-nothing",
        N_("the text alternative in {lang} says nothing: “{text}”"),
        N_("say what can be seen, and what it means here"),
    )
    ALT_TOO_LONG = warning(
        "check.alt-too-long",
        N_(
            "the text alternative has {length} characters in {lang}, and a screen reader cannot pause in it; the most is {most}"
        ),
        N_("say the main point in one or two sentences, and move the rest to the notes"),
    )

    # tables and charts
    NO_TABLE_HEAD = error(
        "check.no-table-head", N_("a column of the table has no head in {lang}"), N_("say above each column what stands in it")
    )
    UNEVEN_TABLE = error("check.uneven-table", N_("the rows of the table have different numbers of cells in {lang}"))
    COLOUR_ALONE = warning(
        "check.colour-alone",
        N_("“{one}” and “{other}” have the same colour in the chart in {lang}"),
        N_("give them different entities, or none"),
    )
    MANY_COLOURS = warning(
        "check.many-colours",
        N_("which of the {count} colours in the legend is which can be told by their colour alone in {lang}"),
        N_("use chart: bar, which writes the names beside the bars, or show fewer at once"),
    )

    # what can be read
    UNREADABLE_COLOUR = error(
        "course.unreadable-colour",
        N_("the colour {colour} cannot be read on {ground}: the contrast is {ratio}, and must be {least}"),
        N_("write “{near}”, the nearest colour that can be read"),
    )
    PALE_COLOUR = warning(
        "course.pale-colour",
        N_("the colour {colour} is hard to read on {ground}: the contrast is {ratio}, and should be {least}"),
        N_("write “{near}”, the nearest colour that can be read well"),
    )
    LOW_CONTRAST = warning(
        "check.contrast",
        N_("“{text}” is hard to read in {lang}: the contrast of {ink} with {ground} behind it is {ratio}, not {least}"),
        N_("choose a darker or a lighter colour in the template or in course.yaml"),
    )
    UNKNOWN_GROUND = warning(
        "check.unknown-ground",
        N_("the layout “{layout}” has a picture behind its texts; whether they can be read there was not measured"),
        N_("look at these slides, or give the layout a plain ground in the template"),
    )
    SMALL_TEXT = warning(
        "check.small-text",
        N_("“{text}” has {size} points in {lang}; to be read from the last row it needs {least}"),
        N_("give the layout “{layout}” larger letters in the template"),
    )
    READING_ORDER = warning(
        "check.reading-order",
        N_("on the layout “{layout}” a screen reader says “{first}” before “{then}”, which stands before it"),
        N_("move them in the template, so that they stand from the top to the bottom and in the direction of reading"),
    )
    RUN_LANGUAGE = error("check.run-language", N_("“{text}” says no language that it can be in"))

    # texts
    LINK_TEXT = warning(
        "text.link-text",
        N_("the words “{text}” of a link do not say where it leads"),
        N_("name what is found there: [the annual report](https://…)"),
    )
    TYPED_LIST = warning(
        "text.typed-list",
        N_("“{mark}” is typed at the start; the slide sets a mark of its own there"),
        N_("take it out"),
    )
    ALL_CAPITALS = warning(
        "text.all-capitals",
        N_("a text in capitals alone is hard to read, and some screen readers spell it: “{text}”"),
        N_("write it in small letters, and make bold what matters: **so**"),
    )
