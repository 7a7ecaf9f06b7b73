"""Figures, dates and units as each language writes them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu.language import cldr
from edu.language.numbers import make_figures, make_numbers
from edu.model.edition import FigureText
from edu.model.facts import Bound, Fact, FactBook

CHINESE = {
    "more than {n}": "超过{n}",
    "nearly {n}": "近{n}",
    "about {n}": "约{n}",
    "RMB {n}": "{n}元",
    "US${n}": "{n}美元",
}


SCALES = {
    "zh_CN": {"万亿": 10**12, "万": 10**4, "亿": 10**8},
    "en": {"trillion": 10**12, "billion": 10**9, "million": 10**6},
}


def say_for(lang: str, msgid: str) -> str:
    return CHINESE.get(msgid, msgid) if lang == "zh_CN" else msgid


def make_fact(value: int | float | str, unit: str | None = None, bound: Bound = "exact", **rest: str | int) -> Fact:
    given = {"id": "it", "claim": "claim", "kind": "figure", "who": "who", "source": "paper", **rest}
    return Fact.model_validate({**given, "value": value, "unit": unit, "bound": bound})


def figure_of(lang: str, *facts: Fact) -> FigureText:
    return make_figures(FactBook(facts=facts), lang, lambda msgid: say_for(lang, msgid))[facts[0].id]


@pytest.mark.parametrize(
    ("value", "unit", "bound", "chinese", "english"),
    [
        (500_000_000, "CNY", "over", "超过5亿元", "more than RMB 500 million"),
        (66, "CNY", "exact", "66元", "RMB 66"),
        (1314, "CNY", "exact", "1,314元", "RMB 1,314"),
        (3_400_000_000, "CNY", "exact", "34亿元", "RMB 3.4 billion"),
        (250_000_000, "CNY", "exact", "2.5亿元", "RMB 250 million"),
        (19.9, "CNY", "exact", "19.90元", "RMB 19.90"),
        (-66, "CNY", "exact", "-66元", "-RMB 66"),
        (2_000_000, "USD", "about", "约200万美元", "about US$2 million"),
        (0.3, "percent", "nearly", "近30%", "nearly 30%"),
        ("30%", "percent", "nearly", "近30%", "nearly 30%"),
        (0.0745, "percent", "exact", "7.45%", "7.45%"),
        (1_000_000, None, "over", "超过100万", "more than 1 million"),
        (20_000, None, "over", "超过2万", "more than 20,000"),
        (5, "second", "exact", "5秒", "5 seconds"),
        (1, "day", "exact", "1天", "1 day"),
        (5, "day", "exact", "5天", "5 days"),
        ("2024-09", "date", "exact", "2024年9月", "September 2024"),
        ("2025-Q2", "date", "exact", "2025年第2季度", "Q2 2025"),
        ("2025", "date", "exact", "2025年", "2025"),
        ("2025-09-30", "date", "exact", "2025年9月30日", "September 30, 2025"),
    ],
)
def test_a_figure_in_a_sentence_reads_as_its_language_writes_it(
    value: int | float | str, unit: str | None, bound: Bound, chinese: str, english: str
) -> None:
    fact = make_fact(value, unit, bound)
    assert (figure_of("zh_CN", fact).sentence, figure_of("en", fact).sentence) == (chinese, english)


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        (500_000_000, "CNY", "¥5亿", "CN¥500M"),
        (250_000_000, "CNY", "¥2.5亿", "CN¥250M"),
        (66, "CNY", "¥66", "CN¥66"),
        (1314, "CNY", "¥1,314", "CN¥1,314"),
        (20_000, None, "2万", "20,000"),
        (1500, None, "1,500", "1,500"),
        (0.3, "percent", "30%", "30%"),
        (123_456_789, None, "123,456,789", "123,456,789"),
    ],
)
def test_the_short_form_of_a_figure_is_for_charts(value: int | float, unit: str | None, chinese: str, english: str) -> None:
    fact = make_fact(value, unit, "over")
    assert (figure_of("zh_CN", fact).short, figure_of("en", fact).short) == (chinese, english)


def test_a_figure_with_a_text_of_its_own_keeps_that_text_round_the_number() -> None:
    assert figure_of("zh_CN", make_fact(20_000, bound="over", pattern="{n}家企业")) == FigureText(
        "超过2万家企业", "2万家企业", "2万", "家企业", "超过", 20_000
    )
    assert figure_of("en", make_fact(20_000, bound="over", pattern="{n} companies")) == FigureText(
        "more than 20,000 companies", "20,000 companies", "20,000", "companies", "more than", 20_000
    )
    assert figure_of("zh_CN", make_fact(1500, bound="nearly", pattern="{n}条")).sentence == "近1,500条"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0 يوم"),
        (1, "يوم"),
        (2, "يومان"),
        (3, "3 أيام"),
        (11, "11 يومًا"),
        (100, "100 يوم"),
        (1.5, "1.5 يوم"),
    ],
)
def test_a_unit_has_the_form_that_its_number_needs(value: float, text: str) -> None:
    assert figure_of("ar", make_fact(value, "day")).sentence == text


def test_a_text_round_an_amount_holds_the_amount_with_its_currency() -> None:
    figure = figure_of("en", make_fact(66, "CNY", pattern="{n} a month"))
    assert (figure.sentence, figure.short, figure.number, figure.unit) == (
        "RMB 66 a month",
        "CN¥66 a month",
        "CN¥66",
        "a month",
    )


def test_a_big_figure_has_its_number_and_unit_apart() -> None:
    seconds = make_fact(5, "second")
    assert [(f.number, f.unit) for f in (figure_of("zh_CN", seconds), figure_of("en", seconds))] == [
        ("5", "秒"),
        ("5", "seconds"),
    ]
    amount = figure_of("zh_CN", make_fact(500_000_000, "CNY", "over"))
    assert (amount.number, amount.unit, amount.bound) == ("¥5亿", "", "超过")


def test_a_derived_value_keeps_the_digits_that_its_author_asks_for() -> None:
    facts = (make_fact(250, "CNY", id="a"), make_fact(3400, "CNY", id="b"))
    assert figure_of("en", make_fact("a / b", "percent", digits=1), *facts).sentence == "7.4%"
    assert figure_of("en", make_fact("a / b", "percent", digits=0), *facts).sentence == "7%"
    assert figure_of("en", make_fact("a / b", "percent"), *facts).sentence == "7.4%"
    assert figure_of("en", make_fact("a / b", digits=3), *facts).value == 0.074
    assert figure_of("en", make_fact("a / b"), *facts).sentence == "0.07"


def test_a_currency_without_words_of_ours_has_those_of_cldr() -> None:
    assert figure_of("en", make_fact(5_000_000, "KES")).sentence == "5 million Kenyan shillings"
    assert figure_of("zh_CN", make_fact(50_000, "KES")).sentence == "5万肯尼亚先令"
    assert figure_of("de", make_fact(5_000_000, "CNY")).sentence == "5 Millionen Renminbi Yuan"
    assert figure_of("en", make_fact(5, "XYZ")).sentence == "5 XYZ"


@pytest.mark.parametrize(
    ("lang", "distance", "time", "amount", "label"),
    [
        ("en", "149.6 million kilometers", "2 million seconds", "5 million Kenyan shillings", "million kilometers"),
        ("fr", "149 600 000 kilomètres", "2 000 000 secondes", "5 000 000 shillings kényans", "kilomètres (millions)"),
        ("es", "149.600.000 kilómetros", "2.000.000 segundos", "5.000.000 chelines kenianos", "kilómetros (millones)"),
        ("pt", "149.600.000 quilômetros", "2.000.000 segundos", "5.000.000 Xelins quenianos", "quilômetros (milhões)"),
        ("it", "149.600.000 chilometri", "2.000.000 secondi", "5.000.000 scellini kenioti", "chilometri (milioni)"),
        ("ca", "149.600.000 quilòmetres", "2.000.000 segons", "5.000.000 xílings kenyans", "quilòmetres (milions)"),
        ("gl", "149.600.000 quilómetros", "2.000.000 segundos", "5.000.000 xilins kenyanos", "quilómetros (millóns)"),
        ("ro", "149,6 milioane de kilometri", "2 milioane de secunde",
         "5 milioane de șilingi kenyeni", "milioane de kilometri"),
        ("ar", "149.6 مليون كيلومتر", "2 مليون ثانية", "5 ملايين شلن كينيي", "ملايين كيلومتر"),
        ("ja", "149,600,000キロメートル", "200万秒", "500万ケニア シリング", "億キロメートル"),
        ("zh_CN", "149,600,000公里", "200万秒", "500万肯尼亚先令", "亿公里"),
    ],
)  # fmt: skip
def test_a_noun_follows_a_large_number_as_the_language_has_it(
    lang: str, distance: str, time: str, amount: str, label: str
) -> None:
    def word(value: float, unit: str) -> str:
        return re.sub("[\xa0\u202f]", " ", figure_of(lang, make_fact(value, unit)).sentence)

    assert (word(149_600_000, "kilometer"), word(2_000_000, "second"), word(5_000_000, "KES")) == (distance, time, amount)
    assert make_numbers(lang, lambda msgid: say_for(lang, msgid)).scale(149_600_000, "kilometer")[1] == label


@pytest.mark.parametrize("lang", ["ar", "de", "fi", "ja", "he", "hi", "es_MX", "zh_TW", "xx", "pt_BR", "sr_Latn_RS"])
@pytest.mark.parametrize("unit", ["CNY", "XYZ", "percent", "second", "complaint", "", None])
def test_no_language_unit_or_value_is_too_odd(lang: str, unit: str | None) -> None:
    for value in (0, -1, 2, 1314, 20_000, 3_400_000_000, 10**29, 0.1, 1e-9):
        figure = figure_of(lang, make_fact(value, unit, "over", pattern="{n}!"))
        assert figure.sentence and figure.short and figure.number


def test_a_fact_without_a_value_that_can_be_computed_has_no_figure() -> None:
    book = FactBook(facts=(make_fact("nothing / 0"), make_fact("2025-13", "date", id="day")))
    assert make_figures(book, "en", str) == {}


def test_a_day_that_does_not_exist_stands_as_it_was_written() -> None:
    assert make_numbers("en", str).date("2025-02-30") == "2025-02-30"
    assert make_numbers("en", str).date("0000") == "0000"


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("fr", ["1 million", "1,5 million", "2 millions", "1 milliard"]),
        ("en", ["1 million", "1.5 million", "2 million", "1 billion"]),
        ("es", ["1 millón", "1,5 millones", "2 millones", "1 mil millones"]),
        ("ar", ["1 مليون", "1.5 مليون", "2 مليون", "1 مليار"]),
        ("zh_CN", ["100万", "150万", "200万", "10亿"]),
    ],
)
def test_the_word_of_a_compact_number_has_the_form_that_goes_with_it(lang: str, texts: list[str]) -> None:
    numbers = map(Decimal, (1_000_000, 1_500_000, 2_000_000, 1_000_000_000))
    assert [cldr.word_compact(number, lang).replace("\xa0", " ") for number in numbers] == texts


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3))
def test_a_compact_number_loses_no_digit(number: Decimal) -> None:
    for lang, words in SCALES.items():
        text = cldr.word_compact(number, lang).replace(",", "")
        size = next((size for word, size in words.items() if text.endswith(word)), 1)
        assert Decimal(text.rstrip("万亿abcdefghijklmnopqrstuvwxyz ")) * size == number


@pytest.mark.parametrize(
    ("lang", "largest", "unit", "size", "label"),
    [
        ("zh_CN", 3.4e9, "CNY", 1e8, "亿元"),
        ("zh_CN", 2.5e8, "CNY", 1e8, "亿元"),
        ("zh_CN", 5e7, "CNY", 1e4, "万元"),
        ("zh_CN", 1314, "CNY", 1, "元"),
        ("en", 3.4e9, "CNY", 1e6, "RMB million"),
        ("en", 2.5e8, "CNY", 1e6, "RMB million"),
        ("en", 3.4e10, "CNY", 1e9, "RMB billion"),
        ("en", 1314, "CNY", 1, "RMB"),
        ("en", 5e6, "USD", 1e6, "US$ million"),
        ("en", 5e6, "KES", 1e6, "million Kenyan Shilling"),
        ("zh_CN", 0.3, "percent", 0.01, "%"),
        ("en", 0.3, "percent", 0.01, "%"),
        ("en", 12, None, 1, ""),
        ("zh_CN", 20_000, None, 1e4, "万"),
        ("en", 20_000, None, 1, ""),
        ("en", 5, "second", 1, "seconds"),
        ("zh_CN", 5, "second", 1, "秒"),
        ("en", 0, None, 1, ""),
        ("en", float("nan"), "date", 1, ""),
    ],
)
def test_a_chart_is_scaled_so_that_its_largest_value_reads_well(
    lang: str, largest: float, unit: str | None, size: float, label: str
) -> None:
    assert make_numbers(lang, lambda msgid: say_for(lang, msgid)).scale(largest, unit) == (size, label)


@pytest.mark.parametrize(
    ("lang", "size", "unit", "label"),
    [
        ("zh_CN", 1e6, "CNY", "100万元"),
        ("zh_CN", 1e8, "CNY", "亿元"),
        ("en", 1e8, "CNY", "RMB 100 million"),
        ("en", 1e4, None, "10,000"),
        ("en", 1e6, "CNY", "RMB million"),
    ],
)
def test_a_scale_that_another_language_chose_is_told(lang: str, size: float, unit: str | None, label: str) -> None:
    assert make_numbers(lang, lambda msgid: say_for(lang, msgid)).name_scale(size, unit) == label


def test_a_plain_number_has_its_separators() -> None:
    numbers = make_numbers("en", str)
    assert [numbers.count(n) for n in (1314, 0.1 + 0.2, float("inf"))] == ["1,314", "0.3", "inf"]


@pytest.mark.parametrize(
    ("unit", "text"),
    [("second", "5秒"), ("gram", "5克"), ("tonne", "5吨"), ("kilometer", "5公里"), ("celsius", "5°C"), ("gigabyte", "5 GB")],
)
def test_a_chinese_measure_has_a_chinese_word_unless_everybody_writes_the_sign(unit: str, text: str) -> None:
    assert cldr.word_measure(Decimal(5), unit, "zh_CN") == text
