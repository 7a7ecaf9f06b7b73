"""A number -> what a slide of the measured course is about, and sentences about that; no two numbers give the same."""

from __future__ import annotations

from dataclasses import dataclass

_PLACES = (
    "图书馆", "菜市场", "地铁站", "公园", "体育馆", "博物馆", "学校食堂", "社区医院", "书店", "影院", "游泳馆",
    "邮局", "客运站", "科技馆", "文化宫", "停车场", "植物园", "美术馆", "码头", "夜校",
)  # fmt: skip
_ASPECTS = (
    "客流", "开支", "等候时间", "用电", "用水", "排队", "投诉", "预约", "开放时段", "志愿服务", "设备维修", "收入",
    "会员", "座位", "宣传", "安全检查",
)  # fmt: skip
_ANGLES = (
    "先看数字", "再问原因", "周末与平日", "早晚有别", "冬夏对照", "三年变化", "谁来记录", "怎样改进", "钱花在哪",
    "还缺什么", "一次试验", "与邻区相比",
)  # fmt: skip

MOST = len(_PLACES) * len(_ASPECTS) * len(_ANGLES)
"""How many subjects there are."""
_STEP = 1009
"""Prime, so that it reaches every subject and neighbours differ."""

_SENTENCES = (
    "先请学生猜一猜{about}有多少，再看第{n}号记录，猜得近的说说理由。",
    "这一页的数字由程序生成，第{n}号表只用来测速，不可当作真实的{about}引用。",
    "问：{about}变多了，就一定是好事吗？请两位同学各说一种看法。",
    "常见错误：把{about}的多少当成服务的好坏。多少与好坏之间，还隔着人数和时段。",
    "提醒学生先看单位，再比大小；第{n}号表的单位同前一张并不相同。",
    "请同桌互相解释一遍，{about}为什么要分周末和平日来记，用时一分钟。",
    "如果时间不够，这里只讲第一行；其余各行留给学生课后对照第{n}号表。",
    "把学生说的理由写在黑板左边，右边留给后面的证据，下课前再对照一次。",
    "追问一句：要是只记一天，{about}会不会骗人？怎样安排才公平？",
    "用**同口径**这个词收尾：范围、时期和算法都一致，{about}才好比较。",
    "不要替学生下结论，先问他们还想知道{about}的哪一面，记下三个问题。",
    "巡视时看第{n}组的草稿，找一个写了单位的例子给全班看。",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What the slide number `n` is about."""

    n: int
    place: str
    aspect: str
    angle: str

    @property
    def about(self) -> str:
        """Return the subject in a few characters, to stand inside a sentence."""
        return f"{self.place}的{self.aspect}"

    @property
    def title(self) -> str:
        """Return a title that no other subject has."""
        return f"{self.about}：{self.angle}"

    def say(self, text: str) -> str:
        """Return `text` with the subject in place of `{about}`, and its number in place of `{n}`."""
        return text.replace("{about}", self.about).replace("{n}", str(self.n))

    def notes(self) -> str:
        """Return what a teacher says: two paragraphs and how long it takes."""
        first, second = (self._speak(3 * part, 3) for part in range(2))
        return f"{first}\n\n{second}\n\n用时约两分钟；第{self.n}页。"

    def _speak(self, start: int, count: int) -> str:
        at = 5 * self.n + start
        return "".join(self.say(_SENTENCES[(at + i) % len(_SENTENCES)]) for i in range(count))


def make_subject(n: int) -> Subject:
    """Return the subject number `n`, below MOST."""
    assert n < MOST, f"there are {MOST} subjects"
    at = n * _STEP % MOST
    place, rest = at % len(_PLACES), at // len(_PLACES)
    return Subject(n, _PLACES[place], _ASPECTS[rest % len(_ASPECTS)], _ANGLES[rest // len(_ASPECTS)])
