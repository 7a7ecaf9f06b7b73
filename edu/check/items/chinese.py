"""Chinese as the item linter knows it."""

from __future__ import annotations

import re

from edu.check.items.tongue import Fit, Tongue

_COLOUR = "(?:红|橙|黄|绿|蓝|紫|粉|棕|黑|白|灰|青)"
_THINGS = "(?:选项|答案|说法|项目|项|个|种|条|点|者)"
_ABOVE = f"(?:以上|上述|上面|前面|前述)的?(?:各|几|两|二|三|四|五|这些|所有|全部)*{_THINGS}?"
_ALL = "(?:都|均|皆|全都|全部|全|统统)"
_LABEL = "(?:选项)?[A-F①-⑩]"
_SMALL_LABEL = "(?:选项)?[a-f]"
_WHICH = "哪(?:一|几|两|二)?(?:项|个|些|种|类|句|位|组|条|幅|处|件|道|只|样|点|方面|家|本|座)"
_NO = "不|没有|没|未|并非|错误|有误|无关|无法|无效"
_POSITIVE = "(?!锈|同|断|仅|但|过|久|少|论|管|只|如|要|.{1,3}[也又]不)"

_LIGHT = (
    "的了着过是在和与或及也都就还又很更最这那其它他她们你我您此该每各某个些种类项条位件次只吗呢吧啊呀哪什么谁几多少怎样为何因所而但却从到"
    "对于把被让给向由按据会者之一二三四五六七八九十百千万亿不没无非未有正确错误属"
)
_LIGHT_PAIRS = """可以 可能 能够 应该 应当 必须 需要 如果 如何 即使 使用 采用 用来 用于 时候 同时 这时 当时 说法 做法 看法
    下列 以下 下面 上面 里面 以上 其中 以及 以后 以前 之后 之前 能让 才能 只能 要求 重要 主要 得到 使得"""
_STOPS = frozenset(_LIGHT) | frozenset(_LIGHT_PAIRS.split())
"""Characters that carry no meaning of their own, so that no pair with one of them is a content word; and such pairs."""

_DIGITS = {**{char: n for n, char in enumerate("零一二三四五六七八九")}, "两": 2, "〇": 0, "半": 0}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def _read_numeral(text: str) -> int:
    total, part, digit = 0, 0, 0
    for char in text:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char] if digit else _DIGITS[char]
        elif _SCALES[char] < 10_000:
            part, digit = part + (digit or 1) * _SCALES[char], 0
        else:
            total, part, digit = (total + part + digit or 1) * _SCALES[char], 0, 0
    return total + part + digit


def _list_numerals(text: str) -> frozenset[str]:
    """Return the numbers in Chinese characters; three tenths (三成) are 30 as well, half (一半) is 0.5."""
    found = {str(_read_numeral(part)) for part in re.findall("[零〇一二三四五六七八九十百千万亿两]{1,12}", text)}
    found |= {str(_read_numeral(part) * 10) for part in re.findall("([一二两三四五六七八九])成", text)}
    return frozenset(found | ({"0.5"} if "半" in text else set()))


_NOUNS = {
    "匹": "马|布|骡|狼|骆驼|绸|料",
    "头": "牛|猪|驴|羊|象|狮|鲸|骡|猛犸",
    "艘": "船|舰|艇|轮|舟|航母",
    "辆": "车|坦克",
    "架": "机|琴|梯|炮",
    "幅": "画|图|照|字|像|作|油画|地图",
    "本": "书|典|说|本|志|册|集|记|经|账|杂志|传",
    "首": "诗|歌|词|曲",
    "座": "山|桥|城|塔|楼|岛|庙|厂|殿|碑|像|房",
    "棵": "树|草|松|柳|菜|苗",
    "朵": "花|云|莲|玫瑰",
    "把": "刀|伞|椅|剑|锁|尺|扇|钥匙|枪|壶|琴",
    "封": "信|电报|邮件",
    "盏": "灯",
    "扇": "门|窗",
    "口": "井|锅|钟|缸|人",
    "双": "鞋|筷|袜|手|眼|筷子|袜子|手套",
    "支": "笔|烟|枪|歌|队|军|曲",
    "颗": "星|牙|珠|心|子弹|糖|豆|种子",
    "条": "河|鱼|路|蛇|裤|街|狗|龙|线|船|消息|规则|裙|毛巾|围巾|建议|领带",
}
"""What the measure words count, by the ends of the nouns."""

_COUNTED = re.compile(rf"(?:[一二三四五六七八九十两几半百千万\d]|这|那|每)(?P<word>{'|'.join(_NOUNS)})\s*$")
_HOW_MANY = re.compile(r"(?:几|多少)(?P<word>[座条只匹头艘辆架幅本首棵朵把封盏扇口双支颗张位名家间台部件块片根场句段篇层遍趟])")
_NUMERAL = "[0-9０-９一二三四五六七八九十百千万两半]"


def _fit(before: str) -> Fit | None:
    """Return what a measure word asks of a choice: a noun that it counts, or a number with it."""
    if found := _COUNTED.search(before):
        nouns = re.compile(rf"(?:{_NOUNS[found.group('word')]})$")
        return found.group(), lambda text: bool(nouns.search(text))
    if found := _HOW_MANY.search(before):
        number = re.compile(_NUMERAL + found.group("word"))
        return found.group(), lambda text: bool(number.search(text))
    return None


_DATE = re.compile(r"(?:公元)?(\d{1,4})年(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?")


def _read_date(text: str) -> float | None:
    found = _DATE.fullmatch(text)
    return int(found[1]) + int(found[2] or 0) / 100 + int(found[3] or 0) / 10_000 if found else None


CHINESE = Tongue(
    all_above=re.compile(
        f"{_ABOVE}(?:{_ALL}(?:是|对|正确|符合|可以|可|成立|有|会|能|行|包括|属于)*|全部|皆是)|{_ALL}(?:对|正确|是|选)"
    ),
    none_above=re.compile(
        f"(?:{_ABOVE})?{_ALL}(?:不是|不对|不正确|非|错|错误|不符合|不成立|没有)|(?:{_ABOVE})?没有一(?:项|个|种)(?:是)?(?:正确|对|符合)的?"
    ),
    positions=re.compile(
        rf"(?:只有|仅有|只|仅)\s*{_LABEL}(?:对|正确|成立)?|选项[A-Fa-f](?:对|正确)?"
        rf"|(?:只有|仅有|只|仅)?\s*{_LABEL}(?:\s*[、和与及或,，]?\s*{_LABEL})+(?:[两二三]?项)?{_ALL}?(?:不?对|不?正确|不?是|不?会|可以|成立|有)?"
        rf"|(?:只有|仅有|只|仅)?\s*{_SMALL_LABEL}(?:\s*[、和与及或,，]\s*{_SMALL_LABEL})+{_ALL}?(?:不?对|不?正确|不?是)?"
        rf"|(?:前|后|上|其余|其他|另外)(?:面|述)?(?:两|二|三|四|几)(?:项|个|种|者|条|点){_ALL}?[\u4e00-\u9fff]{{0,5}}"
    ),
    negative=(
        re.compile(
            rf"{_WHICH}[^，。？；：不没未非错无能让使会要应给把被对有帮劝]{{0,8}}(?P<no>{_NO}){_POSITIVE}(?![^，。？；]*的人)"
        ),
        re.compile(
            rf"(?P<no>{_NO}|不当){_POSITIVE}[^，。？；的]{{0,12}}的(?:一项|一个|一组|一句|一种|选项|做法|说法|有|是)*\W*$"
        ),
        re.compile(rf"(?P<no>不|没有|未){_POSITIVE}[^，。？；的]{{0,6}}(?:的是)?{_WHICH}"),
        re.compile(r"(?P<no>除了?)[^，。？；]{0,4}哪[^，。？；]{0,4}外，?[^。？；]{0,6}(?:都|均|皆)"),
    ),
    negation=re.compile(
        "不(?!同|断|仅|但|过|久|少|锈|论|管|只|如|妨|等式|动产|止|停|时)|没(?!收|落|药)|未(?!来|婚|成年|必)"
        "|无(?!线|限|论|比|花果|数|意|形|机|疑|私|烟|人机|人驾|穷|障碍)|(?<![除是莫若])非(?!洲|常|凡|遗|金属)|别(?=再|去|用)"
    ),
    absolute=re.compile(
        "(?<!不)(?<!几乎)(?:总是|永远|从不|从未|从没|从来没有|从来不|绝对|绝不|决不|一定|必然|必定|所有|全体|全都|全部|完全(?!程)|任何|毫无|毫不"
        "|唯一|只有|仅有|每个人|人人|凡是|一律|无一|必须|不可能|没有一[个年次种项天人].{0,3}不)"
    ),
    asks=re.compile(
        r"[？?…]|_{2,}|[（(]\s*[）)]|什么|哪|谁|几|多少|怎|为何|如何|是否|吗|下列|以下|下面"
        r"|是|叫|属于|表示|说明|在于|意味|因为|由于|根据|请|为\W*$|有\W*$|指\W*$"
        r"|(?:^|[，。：；、]\s*)(?:试|并|再)?(?:选|写|找|填|算|排|连|说|判断|比较|举|求|给|列|用|将|把|补|改|标|按|据|计|指出|读|看|想|从|在|分|解)"
        r"|指出|等于|产生|时[，,]|[会作在]\W*$|[着了过有][一二三四五六七八九十两]\w\W*$"
    ),
    opinion=re.compile(
        "你(?:个人|自己)?(?:认为|觉得|以为|[更最]?喜欢)|在你看来|依你(?:看|之见)|(?<![得性度])最好(?!先|不|别|能|在|是)"
    ),
    sourced=re.compile("(?<!你)(?<!个人)(?<!自己)(?:认为|主张)|作者|文章|文中|据|根据|按照|课文|报告|研究|课上|材料|来源"),
    colour=re.compile(
        f"(?:标|涂|画|印|描|写|显示)(?:成|为|作)了?{_COLOUR}|用{_COLOUR}(?:色|线|笔|字)*(?:标|画|涂|写|圈|描|印|打|显示|表示)|标{_COLOUR}"
    ),
    coloured=re.compile(
        f"{_COLOUR}色?的?(?:虚线|实线|方框|方格|圆圈|圆点|线|部分|区域|箭头|曲线|柱|条|字|圈|框|点|块|扇形|格|方块)"
    ),
    picture=re.compile("图|表|屏幕|画面"),
    labelled=re.compile("虚线|点线|粗|细|斜纹|标着|写着|注有|[“「][^”」]+[”」]"),
    filler=re.compile(
        r"很遗憾|遗憾|重新选择|选择|很|抱歉|对不起|哎呀|可惜|你|回答|答案|选项|选|答|这个|此项|此|这|那|说法|是|得|的|了|不对|错误|错|不正确|不是|有误|再"
        r"|想想|想一想|试试|试一次|试一试|考虑|看看|请|吧|哦|加油|重新|思考|一下|差一点|继续|努力|仔细|认真|正确|对|一次|没有|没|不|\W+"
    ),
    tells=re.compile("(?:正确|标准)?答案(?:应当|应该|就)?是|正确的?(?:选项|答案)?(?:应当|应该)?是(?!否|不是|什么|哪)"),
    judges=re.compile(
        "(?:这|该|此)?(?:个|句|种)?(?:说法|话|句子|判断|陈述|结论)(?:其实|实际上)?是?(?:错误的|正确的|错的|对的|真的|假的|不对|成立|不成立)(?!吗|么|？)"
        "|应(?:当|该)?(?:选|判)(?:对|错|真|假)"
    ),
    numerals=_list_numerals,
    date=_read_date,
    below=re.compile("不到|少于|低于|小于|不足|以下|以内|不超过|至多|最多"),
    above=re.compile("超过|多于|大于|高于|以上|至少|不少于|不低于"),
    stops=_STOPS,
    fit=_fit,
)
