"""A language and a seed -> texts of every length that are hard to fit: compounds, dense characters, mixed scripts, emoji."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

_DE = (
    "Geschwindigkeitsbegrenzung", "Datenschutzgrundverordnung", "Haftpflichtversicherung", "die", "Schule",
    "Rechtsschutzversicherung", "und", "mit", "Bürgerinnen", "Lebensmittelüberwachung", "prüft", "wöchentlich",
    "Straßenbahnhaltestelle", "für", "Zusammenarbeit", "verständlich", "Lebensmittelunverträglichkeit", "im", "Jahr",
    "2024", "Wahrscheinlichkeitsrechnung", "größer", "als", "Verkehrs- und Umweltamt", "E-Mail-Adresse", "ohne",
    "Ausnahmegenehmigung",
)  # fmt: skip
_FI = (
    "järjestelmällisyys", "kilowattituntimittari", "ja", "oppilaitos", "ei", "tietokoneavusteinen",
    "rakennustarkastusvirasto", "on", "epäjohdonmukaisuus", "vuonna", "2024", "lentoasemarakennus", "joka", "päivä",
    "ympäristövaikutusten", "arviointimenettely", "sekä", "työttömyysturvalaki", "koska", "vastaus", "kysymykseen",
)  # fmt: skip
_EN = (
    "the", "growth", "of", "creators", "depends", "on", "whether", "platforms", "pay", "fairly", "a", "well-being",
    "index", "compares", "23.5%", "in", "state-of-the-art", "models", "and", "misunderstandings", "between", "users",
    "who", "watch", "4,380", "clips", "per", "day", "responsibility", "is", "shared", "and/or", "delegated", "km/h",
    "internationalization",
)  # fmt: skip
_ZH = (
    "可灵卖的是作品，", "平台承担审核责任；", "创作者收入增长（同比）", "用户", "“网络效应”", "决定", "成本", "与",
    "收益", "的", "关系，", "并不", "总是", "越多越好。", "口径一致才能比较：", "先看单位，", "再比大小",
    "《数据安全法》", "规定", "了", "边界、", "期限", "和例外……", "我们", "为什么", "需要", "三步——", "记录、",
    "核对、", "公布", "？",
)  # fmt: skip
_JA = (
    "データの", "ちょっとした", "コミュニケーション", "は、", "ユーザーが", "「使いやすい」と", "感じる", "かどうかで",
    "決まる。", "サーバー・", "クライアント", "モデル", "を", "比較し、", "結果を", "まとめた", "レポート", "です。",
    "なぜ", "収益が", "増えたのか", "（前年比）", "見てみましょう", "っていう", "時々",
)  # fmt: skip
_KO = (
    "데이터를", "기록하는", "방법은", "여러", "가지가", "있습니다.", "사용자의", "만족도를", "비교하고", "그", "이유를",
    "설명해", "보세요.", "플랫폼", "책임과", "개인정보보호위원회의", "결정", "수익이", "늘어난", "2024년", "상반기에",
    "왜", "달라졌을까요?", "온라인교육콘텐츠",
)  # fmt: skip
_MIXED = (
    "可灵 AI 的", "Sora 2", "收入达", "US$250 million，", "同比增长", "30%", "；", "API 调用",
    "按 pay-as-you-go 计费，", "用户", "在 TikTok/抖音 上", "发布", "1080p", "视频，", "时长", "10s", "以内，", "符合",
    "GDPR", "要求。", "OpenAI", "的", "prompt", "写法", "与", "（text-to-video）", "相比，", "更",
)  # fmt: skip
_EMOJI = (
    "学习🎓", "进步📈，", "大家👨‍👩‍👧‍👦", "一起", "👍🏽", "讨论💬", "好的✅", "Great job 🎉🎉", "love ❤️", "🚀",
    "发射", "🇨🇳", "team", "🧑‍💻", "写代码", "第一步，", "ok", "⚠️", "注意", "😀😃😄", "smile",
)  # fmt: skip
_GIANTS = {
    "de": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "fi": "lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas",
    "en": "https://www.example.org/courses/2024/ai-video/strategy?lesson=3&lang=en",
    "zh_CN": "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
    "ja": "インターナショナルコミュニケーションマネージメントシステムズ",
    "ko": "개인정보보호위원회위원장직무대리행정관리담당관실",
}
_SPACED = {"de", "fi", "en", "ko"}

STOCKS: dict[str, tuple[str, Sequence[str]]] = {
    "german": ("de", _DE),
    "finnish": ("fi", _FI),
    "english": ("en", _EN),
    "chinese": ("zh_CN", _ZH),
    "japanese": ("ja", _JA),
    "korean": ("ko", _KO),
    "mixed": ("zh_CN", _MIXED),
    "emoji": ("zh_CN", _EMOJI),
}
"""What a course of the set is written in: its language, and the words that its texts are made of."""

Say = Callable[[int], str]
"""Given about how many em a text shall be long, returns one."""


def make_voice(stock: str, seed: int) -> Say:
    """Return what makes the texts of a course; the same seed makes the same."""
    rng = Random(f"{stock}/{seed}")
    lang, words = STOCKS[stock]
    joint = " " if lang in _SPACED else ""

    def say(length: int) -> str:
        parts: list[str] = []
        while not parts or sum(map(_count_em, parts)) < length:
            parts.append(rng.choice(words))
        text = joint.join(parts).rstrip(" ，、；：。…—") or words[0]
        return text[0].upper() + text[1:]

    return say


def _count_em(text: str) -> float:
    return sum(1.0 if char > "\u2e80" else 0.5 for char in text) + 0.25


def name_giant(stock: str) -> str:
    """Return one word that is far too long."""
    return _GIANTS[STOCKS[stock][0]]
