"""Values and texts that have broken programs before."""

from __future__ import annotations

import random

TEXTS = (
    "", " ", "\t", "\n", "\n\n", "a\nb", "a\n\nb", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u2029", "\x85",
    "\x0b", "<script>alert(1)</script>", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&lt;", "&#0;", "&", "<",
    ">", "{{ x }}", "{% x %}", "${x}", "#{x}", "%s", "%n", "%(x)s", "{0}", "{", "}", "{}", "{x", "x}", "{ x }", "{X}",
    "{x:long}", "｛x｝", "[[", "]]", "[[x]]", "[[ x ]]", "[[x", "[", "]", "[a]", "[a](b)", "[a](javascript:x)", "[a](#b)",
    "[a](//b)", "[a](http://[)", "[a](http://a b)", "[a](%zz)", "[a](mailto:x)", "![a](b.png)", "**", "*", "**a", "a**",
    "*a", "***", "_a_", "`", "``", "`a", "~~a~~", "# a", "- a", "> a", "1. a", "|a|b|", "\\", "\\\\", "\\n", "\\u0000",
    "\\{x}", "C:\\a", "\\\\h\\s", "\u202e", "\u200f", "\u2066", "שלום", "مرحبا", "👩‍👩‍👧‍👦", "🇨🇳", "e\u0301",
    "a\u0300\u0301\u0302" * 40, "𠀀", "\U0010ffff", "\ufffd", "\ufdd0", "İ", "ß", "ﬁ", "１２３", "=1+1", "+1", "-1", "@SUM(A1)",
    "=HYPERLINK(\"x\")", "'", '"', '""', "''", "“", "null", "true", "yes", "NaN", "Infinity", "__proto__", "constructor",
    "../..", "/etc/passwd", "con", "C:", "file:///x", "a" * 300, "课" * 300, "a " * 600, "课" * 6000, "a" * 6000, "x" * 50_000,
    "。" * 80, "（" * 60, "W" * 80, "…", "——", "“”" * 30, "100%", "1,000", "¥5", "2025-09", "2025-13-45", "12:30", "1e999",
    "0x1F", "| a", "> a", "a: b", "a #b", "- ", "? ", "! x", "*x", "&x", "@x", "%x", ", x", "a\\b", "a | b", " | ", "|",
    "a |", "zh_CN", "en", "fr", "ar", "de", "ja", "xx", "zh_TW",
)  # fmt: skip
VALUES = (
    "", "~", "null", "true", "false", "[]", "{}", "[[]]", "[{}]", "[1]", "[a]", "[~]", "{a: b}", "{a}", "{{a}}", "0", "1",
    "-1", "7", "1.5", "-0.0", "1e3", "1e999", "-1e999", ".nan", ".inf", "0.1", "1e-300", "99999999999999999999999",
    "9" * 299, "0x10", "0o17", "1_000", "2025", "2025-09", "2025-09-31", "2025-Q5", "12:30", "30%", "3000%", "'x'", '"x"',
    '"\\u0000"', '"\\ud800"', '"\\x07"', "'", '"', "|", ">", "|-", "| x", "&a x", "*a", "!x y",
    "!!python/object:os.system x", "<<", "? x", "- x", "x: y", "x #y", "#y", "@x", "`x`", "%x", ", x", "single", "multiple",
    "true_false", "numeric", "text", "cloze", "match", "order", "group", "open", "title", "section", "objectives", "points",
    "definition", "compare", "table", "chart", "timeline", "process", "figures", "voice", "picture", "discussion",
    "activity", "check", "summary", "column", "bar", "line", "doughnut", "time", "steps", "CNY", "USD", "XXX", "percent",
    "date", "second", "RMB", "over", "nearly", "about", "exact", "exam", "study", "zh_CN", "en", "[zh_CN]", "[en]",
    "[en, zh_CN]", "[zh_CN, en, ar]", "[zh_CN, en, zh_TW]", "[zh_CN, xx]", "1 / 0", "1 / 3", "(1)", "((((1))))", "1 +",
    "- - 1", "-1", "0 * 1", "1 / 1000000", "10 * 10 * 10", '"#123456"', '"#12345"', "red", "600", "601", "1000",
    "images/shop.png", "../x.png", "/etc/passwd", "[" * 200, "{a: " * 60, "[" + "1, " * 300 + "]", "[a, a, a]",
    "[a, b, c, d, e]",
)  # fmt: skip
IDS = (
    "CON", "con", "nul.x", "..", ".", "a/b", "a.", "a" * 65, "课", "", "a b", "-a", "a-", "a--b", "A", "a_b", "1",
    "__proto__", "constructor", "tostring", "id", "x",
)  # fmt: skip

CHOICES = {
    "kind": ("single", "multiple", "true_false", "numeric", "text", "cloze", "match", "order", "group", "open", "title",
             "section",
             "objectives", "points", "definition", "compare", "table", "chart", "timeline", "process", "figures", "voice",
             "picture",
             "discussion", "activity", "check", "summary", "figure", "description", "opinion", "anecdote"),
    "chart": ("column", "bar", "line", "doughnut", "pie"),
    "scale": ("time", "steps"),
    "unit": ("CNY", "USD", "XAF", "JPY", "percent", "date", "second", "day", "kilometer-per-hour", "celsius", "RMB",
             "元", '""'),
    "bound": ("over", "nearly", "about", "exact", "less"),
    "value": ("0", "1", "-1", "0.004", "-0.5", "1e-12", "1e29", "30%", "300", "2025", '"2025"', "2025-09", "2025-Q3",
              "1 / 3", "-1 / 7", "10 * 10 * 10 * 10 * 10 * 10", "1 / 0", "~"),
    "digits": ("0", "1", "6", "7", "-1"),
    "pattern": ('"{n}"', '"{n}{n}"', '"{n} x"', "x", '"{n:5}"', '"{x}{n}"'),
    "level": ("remember", "understand", "apply", "analyse", "evaluate", "create"),
    "scoring": ("all_or_nothing", "each_right", "right_minus_wrong"),
    "mode": ("study", "exam"),
    "tries": ("1", "5", "6"),
    "points": ("1", "100", "3"),
    "minutes": ("0", "1", "600"),
    "right": ("true", "false"),
    "answer": ("true", "false", "0", "-1.5", "1e29", "1e-9"),
    "tolerance": ("0", "1", "1e300", "-1"),
    "language": ("zh_CN", "en", "zh_TW", "ar", "fr"),
    "languages": ("[zh_CN]", "[en]", "[en, zh_CN]", "[zh_CN, en, ar]", "[zh_CN, en, zh_TW, ja, de]", "[zh_CN, he]",
                  "[zh_CN, xx]"),
    "color": ('"#000000"', '"#FFFFFF"', '"#fff"', "red"),
    "dark": ('"#000000"', '"#FFFFFF"'),
    "entity": ("kling", "sora", "sunny", "river", "x"),
    "when": ('"1999"', "2025-09", "2025-Q4", '"9999"', '"0000"', "2025-02-31"),
    "date": ('"0000"', "9999-12-31", "2025-Q1", "2025-02-30"),
    "as_of": ('"0000"', "9999-12-31", "2025-Q1"),
    "url": ("https://example.org", "javascript:alert(1)", "x", "http://[", '"https://例子.中国/路径?a=b&c=d#e"', '"http://a b"',
             "//h/x"),
    "illustrative": ("true", "false"),
    "cycle": ("true", "false"),
    "shuffle": ("true", "false"),
}  # fmt: skip


def make_text(chance: random.Random) -> str:
    """Return an odd text: one of the list, several of them, or characters of any kind."""
    match chance.randrange(4):
        case 0:
            return "".join(
                chance.choice(TEXTS)[:400] + chance.choice(("", " ", "课", "a")) for _ in range(chance.randint(2, 6))
            )
        case 1:
            ranges = ((0, 0x7F), (0x80, 0x2FF), (0x590, 0x6FF), (0x2000, 0x206F), (0x3000, 0x303F), (0x4E00, 0x9FFF),
                      (0xFE00, 0xFFFF), (0x1F000, 0x1FAFF), (0xD800, 0xDFFF), (0, 0x10FFFF))  # fmt: skip
            return "".join(chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(1, 40)))
        case _:
            return chance.choice(TEXTS)
