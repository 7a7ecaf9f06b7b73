"""A subject -> a slide of a kind as an author writes it, with the facts, terms and questions that it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bench.words import Subject

Yaml = str | int | float | bool | list["Yaml"] | dict[str, "Yaml"]
Mapping = dict[str, Yaml]

OBJECTIVES = ("count", "compare", "explain", "propose")
_KINDS_OF_QUESTION = ("single", "true_false", "multiple", "numeric")


@dataclass(slots=True)
class Page:
    """What one authored slide brings into the files of a course."""

    slide: Mapping
    facts: list[Mapping] = field(default_factory=list)
    terms: list[Mapping] = field(default_factory=list)
    questions: list[Mapping] = field(default_factory=list)


def _page(about: Subject, kind: str, **fields: Yaml) -> Page:
    slide: Mapping = {"id": f"{kind}-{about.n}", "kind": kind, "title": about.title, **fields, "notes": about.notes()}
    return Page(slide)


def _fact(about: Subject, name: str, kind: str, claim: str, **fields: Yaml) -> Mapping:
    made: Mapping = {"id": f"{name}_{about.n}", "claim": about.say(claim), "kind": kind, "who": "测速程序"}
    return {**made, "source": f"tables-{about.n % 4}", "place": f"表{about.n % 24 + 1}", **fields}


def _cite(page: Page, *facts: Mapping) -> Page:
    page.facts += facts
    page.slide["facts"] = [fact["id"] for fact in facts]
    return page


def make_section(about: Subject) -> Page:
    page = _page(about, "section", lead=about.say("先弄清**{about}**怎样记，再谈第{n}号表说明了什么。"))
    return _cite(page, _fact(about, "way", "description", "{about}每天记一次，周末另记。"))


def make_figures(about: Subject) -> Page:
    n = about.n
    facts = (
        _fact(about, "cost", "figure", "{about}一年花去一笔钱。", value=120000 + 1700 * n, unit="CNY", bound="over"),
        _fact(about, "visits", "figure", "{about}涉及的人次。", value=3100 + 7 * n, pattern="{n}人次"),
        _fact(about, "share", "figure", "{about}占全区的比重。", value=round(0.05 + n % 83 / 100, 2), unit="percent"),
    )
    labels = ("一年的开支，含维修", "同年的人次，按登记算", "占全区同类的比重")
    figures = [{"fact": fact["id"], "label": label} for fact, label in zip(facts, labels, strict=True)]
    figures[0] |= {"entity": "old-town"}
    page = _page(
        about, "figures", figures=figures, takeaway=about.say("人次是{visits_{n}}，钱与人要一起看，才知道{about}值不值。")
    )
    return _cite(page, *facts)


def make_definition(about: Subject) -> Page:
    id = f"term-{about.n}"
    example = about.say("同一间屋子、同一周、同一种算法记下的{about}，可以放在一起比。")
    page = _page(about, "definition", term=id, example=example, counterexample=about.say("把{about}的一天同一年相比，不算。"))
    definition = about.say("记{about}时所取的范围与算法；第{n}号表写在表头。")
    page.terms.append({"id": id, "term": f"{about.aspect}口径之{about.n}", "definition": definition})
    return page


def make_compare(about: Subject) -> Page:
    rows: list[Yaml] = [
        {"label": label, "cells": [about.say(left), about.say(right)]}
        for label, left, right in (
            ("目标", "先保证{about}够用", "先让{about}好用"),
            ("做法", "增加人手，分两班记录", "改动流程，当天公布第{n}号表"),
            ("长处", "见效快，居民看得见", "花钱少，容易坚持"),
            ("短处", "开支逐年上升", "头三个月容易出错"),
        )
    ]
    page = _page(about, "compare", sides=[{"id": id, "entity": id} for id in ("old-town", "new-town")], rows=rows)
    return _cite(page, _fact(about, "two_ways", "opinion", "有人认为{about}应先求够用，也有人认为应先求好用。"))


def make_voice(about: Subject) -> Page:
    text = about.say("有居民在留言簿上写道，{about}比去年方便，只是高峰时仍要等。")
    caution = about.say("一条留言说明不了{about}的全部：没有人数，也没有日期。")
    page = _page(about, "voice", text=text, speaker="留言簿（程序生成）", entity="new-town", caution=caution)
    return _cite(page, _fact(about, "remark", "anecdote", "一条留言说{about}方便了一些。"))


def make_table(about: Subject) -> Page:
    n = about.n
    rows: list[Yaml] = [
        [season, f"{310 + (7 * n + 13 * i) % 500}人次", f"{12 + (n + 5 * i) % 40}分钟", about.say(remark)]
        for i, (season, remark) in enumerate(
            (("春", "天气好，{about}渐多"), ("夏", "傍晚集中，第{n}号表有缺页"), ("秋", "开学后平稳"), ("冬", "周末多于平日"))
        )
    ]
    return _page(about, "table", columns=["季节", about.aspect, "平均等候", "说明"], rows=rows)


def make_column_chart(about: Subject) -> Page:
    names = (("books", "图书与资料"), ("people", "人员"), ("repair", "设备维修"), ("energy", "水电"))
    facts = [
        _fact(
            about, id, "figure", f"{{about}}用于{name}的开支。", value=40000 + (977 * about.n + 31000 * i) % 260000, unit="CNY"
        )
        for i, (id, name) in enumerate(names)
    ]
    categories: list[Yaml] = [{"label": name, "highlight": i == 1} for i, (_, name) in enumerate(names)]
    page = _page(
        about,
        "chart",
        chart=("column", "bar")[about.n % 2],
        categories=categories,
        series=[{"name": "开支", "values": [fact["id"] for fact in facts]}],
        unit="元",
        takeaway=about.say("人员一项为{people_{n}}；{about}的钱多半花在人上。"),
        alt=about.say("柱形图：{about}的四项开支，人员一项标出"),
    )
    return _cite(page, *facts)


def make_line_chart(about: Subject) -> Page:
    years = range(2019, 2025)
    series: list[Yaml] = [
        {
            "name": name,
            "entity": entity,
            "values": [200 + (about.n * 37 + 61 * i + shift * year) % 700 for i, year in enumerate(years)],
        }
        for name, entity, shift in (("旧城", "old-town", 3), ("新城", "new-town", 5))
    ]
    return _page(
        about,
        "chart",
        chart="line",
        illustrative=True,
        categories=[{"label": f"{year}年"} for year in years],
        series=series,
        alt=about.say("折线图：两个城区{about}的六年变化，数字由程序生成"),
    )


def make_discussion(about: Subject) -> Page:
    prompts = ("{about}该由谁来记，记多细？", "只公布总数，会漏掉什么？", "第{n}号表里，哪一格最让你意外？")
    return _page(about, "discussion", minutes=1, prompts=[about.say(text) for text in prompts])


def make_process(about: Subject) -> Page:
    steps = (
        ("定口径", "写明{about}怎样算一次"),
        ("记一周", "每天同一时刻记"),
        ("对一遍", "同第{n}号表核对"),
        ("公布", "写上日期与单位"),
    )
    return _page(about, "process", steps=[{"head": head, "text": about.say(text)} for head, text in steps])


def make_check(about: Subject) -> Page:
    page = _page(about, "check", minutes=1, question=f"q-{about.n}", answer_title=f"答案：{about.title}")
    page.questions.append(make_question(about, f"check-{about.n}"))
    return page


def make_points(about: Subject) -> Page:
    points = (
        "{about}的记录先写日期，再写数目，最后写是谁登记的",
        "数目相差一成以上，就回到第{n}号表重新核对",
        "单位写进表头，例如 `kWh` 或“人次”，不要写在格子里",
        "公布之前请另一个人读一遍，读的人不看草稿",
    )
    page = _page(about, "points", lead=about.say("把{about}记好，要做四件小事"), points=[about.say(text) for text in points])
    if about.n % 3 == 0:
        page.questions.append(make_question(about, f"points-{about.n}"))
    return page


def make_timeline(about: Subject) -> Page:
    year = 2001 + about.n % 12
    texts = ("开始登记{about}", "改用新表，旧表并存一年", "第{n}号表上网公布", "居民可以自己查询")
    events: list[Yaml] = [{"when": str(year + 3 * i), "text": about.say(text)} for i, text in enumerate(texts)]
    page = _page(about, "timeline", scale=("steps", "time")[about.n % 2], events=events)
    return _cite(page, _fact(about, "history", "description", "{about}的登记办法改过三次。"))


def make_activity(about: Subject) -> Page:
    steps = ("四人一组，为{about}画一张空表", "商量口径，写在表头", "用第{n}号表的数据试填三行", "交换检查，圈出看不懂的地方")
    return _page(about, "activity", minutes=1, steps=[about.say(text) for text in steps])


def make_summary(about: Subject) -> Page:
    points = ("{about}先定口径，再记数目", "第{n}号表只够回答一半的问题", "结论要写明日期和单位")
    answer = about.say("{about}记得清楚，才谈得上改进；记录本身也要花钱和时间。")
    page = _page(about, "summary", answer=answer, points=[about.say(text) for text in points])
    return _cite(page, _fact(about, "worth", "opinion", "记录{about}的花费应当公布。"))


BLOCK: tuple[Callable[[Subject], Page], ...] = (
    make_section,
    make_figures,
    make_definition,
    make_compare,
    make_voice,
    make_table,
    make_column_chart,
    make_discussion,
    make_check,
    make_section,
    make_process,
    make_timeline,
    make_line_chart,
    make_points,
    make_activity,
    make_summary,
)
"""The kinds of a lesson of twenty slides, in an order as a teacher would have them."""

SPARE: tuple[Callable[[Subject], Page], ...] = (make_table, make_process, make_discussion, make_activity, make_line_chart)
"""Kinds that make one page each and none elsewhere."""


def make_question(about: Subject, slide: str) -> Mapping:
    """Return a question about a slide; its kind follows from the subject's number."""
    kind = _KINDS_OF_QUESTION[about.n % len(_KINDS_OF_QUESTION)]
    return {
        "id": f"q-{about.n}",
        "kind": kind,
        "text": about.say("关于{about}，看第{n}号表，下面哪一种说法成立？"),
        "objective": OBJECTIVES[about.n % len(OBJECTIVES)],
        "level": "apply",
        "slide": slide,
        "hint": about.say("先看表头写的口径，再看{about}的单位。"),
        "explanation": about.say("口径一致才能比较；第{n}号表的{about}只记了一周，推不到全年。"),
        **_key(about, kind),
    }


def _key(about: Subject, kind: str) -> Mapping:
    texts = (
        "口径写在表头，可以比较",
        "只记一周的{about}，可以代表全年",
        "第{n}号表没有单位，先补上再比",
        "人次越多，{about}就越好",
    )
    rights = {"single": (0,), "multiple": (0, 2)}.get(kind, ())
    choices: list[Yaml] = []
    for i, text in enumerate(texts):
        more: Mapping = {"right": True} if i in rights else {"feedback": about.say("再看一眼表头：{about}记了多久？")}
        choices.append({"id": f"c{i}", "text": about.say(text), **more})
    match kind:
        case "true_false":
            return {"answer": about.n % 8 == 1, "feedback": about.say("看看{about}的记录有多长。")}
        case "numeric":
            return {
                "answer": 10 + about.n % 90,
                "tolerance": 1,
                "unit": "人次",
                "feedback": about.say("用{about}的总数除以天数。"),
            }
        case _:
            return {"choices": choices}
