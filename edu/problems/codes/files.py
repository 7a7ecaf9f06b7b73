"""What can be wrong with a file, with its YAML, or with a picture: codes, levels, messages and hints."""

from __future__ import annotations

from edu.problems.kinds import N_, error, info, warning


class FileCodes:
    """What can be wrong with a file, with its YAML, or with a picture."""

    # files and YAML
    MISSING_FILE = error("source.missing-file", N_("the file does not exist"), N_("did you mean “{near}”?"))
    MISNAMED_FILE = error(
        "source.misnamed",
        N_("the file is called “{near}”, and “{name}” is meant"),
        N_("rename it to “{name}” (in Windows Explorer first turn on: View, File name extensions)"),
    )
    NOT_A_FILE = error("source.not-a-file", N_("this is not a file, but a folder or a device"))
    UNREADABLE = error("source.unreadable", N_("the file cannot be read: {reason}"))
    NOT_ALLOWED = error(
        "source.not-allowed",
        N_("the system does not let you read this file"),
        N_("allow reading it in its properties, or close the program that holds it"),
    )
    LINK_CIRCLE = error(
        "source.link-circle", N_("the file is a link that leads in a circle"), N_("copy the file into the course")
    )
    LEADS_OUT = error(
        "source.leads-out", N_("the file is a link that leads out of the course"), N_("copy the file into the course")
    )
    TOO_LARGE = error("source.too-large", N_("the file has {size} bytes; the most is {most}"))
    NOT_UTF8 = error(
        "source.not-utf8",
        N_("the file is not UTF-8"),
        N_("save it as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8)"),
    )
    CHINESE_ENCODING = error(
        "source.gbk",
        N_("the file is not UTF-8; it looks like a Chinese encoding (GBK)"),
        N_("save it as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8)"),
    )
    BAD_YAML = error(
        "yaml.syntax",
        N_("this is not valid YAML"),
        N_("look at the indentation, the space after a colon, and the quotes, on this line and the one above"),
    )
    QUOTES_NEEDED = error(
        "yaml.quotes", N_("a text that starts with “{start}” is read as something else"), N_("put the text in quotes")
    )
    COLON_IN_TEXT = error(
        "yaml.colon",
        N_("a colon with a space after it, in a text without quotes, is read as a key"),
        N_("put the text in quotes"),
    )
    LOST_TEXT = warning(
        "yaml.lost-text",
        N_("“{text}” is read as a comment and is lost"),
        N_("put the text in quotes; if it is a comment, write a space after #"),
    )
    TAB = error("yaml.tab", N_("a tab stands where only spaces may"), N_("indent with spaces"))
    INDENTATION = error(
        "yaml.indentation",
        N_("the indentation of this line fits none of the lines above it"),
        N_("let it start exactly below the key or the “-” that it belongs beside"),
    )
    WIDE_COLON = error(
        "yaml.wide-colon",
        N_("behind “{key}” stands the Chinese colon “{sign}”"),
        N_("write an English colon and a space: “{key}: ”"),
    )
    NO_SPACE = error("yaml.no-space", N_("behind “{key}:” there is no space"), N_("write a space after the colon: “{key}: ”"))
    WIDE_SPACE = error(
        "yaml.wide-space",
        N_("here stands a full-width space (U+3000)"),
        N_("delete it, switch the keyboard to English, and type a space"),
    )
    ODD_SPACE = error(
        "yaml.odd-space",
        N_("here stands a special space ({character}) that came along from a web page or another program"),
        N_("delete it and type a space"),
    )
    WRONG_DASH = error(
        "yaml.dash",
        N_("an item of a list starts with “-” and a space, and here stands “{sign}”"),
        N_("write an English hyphen and a space: “- ”"),
    )
    WIDE_HASH = error("yaml.wide-hash", N_("“{sign}” starts no comment"), N_("write an English # and a space"))
    UNCLOSED_QUOTE = error(
        "yaml.unclosed-quote",
        N_("a text starts here with {quote}, and its end is missing"),
        N_("put {quote} at the end of the text, on this line too"),
    )
    UNCLOSED = error("yaml.unclosed", N_("“{start}” is opened here and not closed"), N_("close it with “{end}”"))
    TEXT_AFTER_QUOTE = error(
        "yaml.text-after-quote",
        N_("text goes on after its closing quote"),
        N_("for quotes inside a text write “ and ”; or put the whole text between two ' marks, and write each ' in it twice"),
    )
    NO_COLON = error("yaml.no-colon", N_("here is a key without its colon"), N_("write a colon and a space after the key"))
    BAD_ESCAPE = error(
        "yaml.escape", N_("a backslash before “{char}” means nothing between double quotes"), N_("write two backslashes")
    )
    BLOCK_TEXT = error("yaml.block-text", N_("after “{start}” the text starts on the next line, indented"))
    TWO_DOCUMENTS = error("yaml.two-documents", N_("a second document starts here"), N_("take the line with --- out"))
    CONTROL_CHARACTER = error("yaml.control-character", N_("the text holds the control character {character}"))
    DUPLICATE_KEY = error("yaml.duplicate-key", N_("the key “{key}” stands here twice"))
    KEY_NOT_TEXT = error("yaml.key-not-text", N_("a list or a mapping cannot be a key"), N_("put the text in quotes"))
    TOO_DEEP = error("yaml.too-deep", N_("the lists and mappings are nested more than {most} deep"))
    TOO_MUCH = error("yaml.too-much", N_("the file holds more than {most} keys and values"))
    ALIAS = error(
        "yaml.alias", N_("anchors and aliases (& and *) are not used here"), N_("put the text in quotes, or write it out")
    )

    MORE = info("source.more", N_("these are the first {count} of their kind; there are more"))

    # pictures
    MISSING_PICTURE = error(
        "picture.missing",
        N_("there is no picture “{name}”"),
        N_("did you mean “{near}”?"),
        N_("put the picture here: {path}"),
    )
    PICTURE_OUTSIDE = error(
        "picture.outside",
        N_("“{name}” is not a path inside the module's folder"),
        N_("write a path such as images/map.png, with / between its parts"),
    )
    PICTURE_LEADS_OUT = error("picture.leads-out", N_("the picture “{name}” is a link that leads out of the course"))
    PICTURE_TOO_LARGE = error("picture.too-large", N_("the picture “{name}” has {size} bytes; the most is {most}"))
    PICTURE_TOO_WIDE = error(
        "picture.too-wide",
        N_("the picture “{name}” has {width} × {height} pixels; the most is {most} in all"),
        N_("make it smaller"),
    )
    NOT_A_PICTURE = error(
        "picture.not-a-picture", N_("“{name}” is not a PNG, JPEG or GIF picture"), N_("save it as one in an image program")
    )
    BROKEN_PICTURE = error("picture.broken", N_("the picture “{name}” is damaged or cut off"), N_("copy or export it again"))
    PICTURE_NOT_ALLOWED = error(
        "picture.not-allowed",
        N_("the system does not let you read the picture “{name}”"),
        N_("allow reading it in its properties, or close the program that holds it"),
    )
    PICTURE_LINK_CIRCLE = error("picture.link-circle", N_("the picture “{name}” is a link that leads in a circle"))
    UNREADABLE_PICTURE = error("picture.unreadable", N_("the picture “{name}” cannot be read: {reason}"))
