"""The units that a fact may have: ISO 4217 currencies, `percent`, `date`, and the units of CLDR that a course may need."""

from __future__ import annotations

from edu.source.near import find_near

_CURRENCIES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP
CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
_MEASURES = """
acre ampere bit byte candela carat celsius centiliter centimeter century cubic-centimeter cubic-meter day decade
deciliter decimeter degree fahrenheit fluid-ounce foodcalorie foot gallon gigabit gigabyte gigahertz gigawatt gram
hectare hectopascal hertz horsepower hour inch joule kelvin kilobit kilobyte kilocalorie kilogram kilohertz kilojoule
kilometer kilometer-per-hour kilopascal kilowatt kilowatt-hour knot light-year liter liter-per-100-kilometer lumen lux
megabit megabyte megahertz megapascal megapixel megawatt meter meter-per-second microgram micrometer microsecond mile
mile-per-gallon mile-per-hour milligram milliliter millimeter millisecond milliwatt minute month nanometer nanosecond
nautical-mile newton night ohm ounce pascal permille petabyte pint pixel pixel-per-inch point pound quart quarter radian
revolution second square-centimeter square-foot square-kilometer square-meter square-mile stone tablespoon teaspoon
terabit terabyte ton tonne volt watt week yard year
"""

_WORDS = """
CNY RMB yuan kuai 元 块 块钱 人民币 人民币元 ¥ ￥
USD $ US$ dollar dollars 美元 美金
EUR € euro euros 欧元
GBP £ 英镑
JPY yen 日元
HKD HK$ 港元 港币
TWD NT$ 新台币 台币
KRW 韩元
percent % ％ pct 百分比 百分数 百分之 百分点
permille ‰ 千分之
date 日期
second s sec secs 秒 秒钟
minute min mins 分 分钟
hour h hr hrs 时 小时 个小时
day d 天 日
week 周 星期 礼拜 个星期
month 月 个月
year yr yrs 年
century 世纪
millisecond ms 毫秒
nanometer nm 纳米
micrometer μm µm 微米
millimeter mm 毫米
centimeter cm 厘米 公分
meter m metre metres 米
kilometer km kms 公里 千米
nautical-mile 海里
light-year 光年
inch in 英寸
foot ft 英尺
mile 英里
square-centimeter cm² cm2 平方厘米
square-meter m² m2 平方米
square-kilometer km² km2 平方公里 平方千米
hectare ha 公顷
cubic-centimeter cm³ cm3 立方厘米
cubic-meter m³ m3 立方米
milliliter ml 毫升
liter l litre litres 升
milligram mg 毫克
gram g 克
kilogram kg kgs 公斤 千克
tonne t tons tonnes 吨 公吨
meter-per-second m/s 米/秒 米每秒
kilometer-per-hour km/h kmh 千米/小时 公里/小时 千米每小时 公里每小时
celsius ℃ °c 摄氏度 摄氏
fahrenheit ℉ °f 华氏度 华氏
degree ° deg 度
kelvin k 开尔文
watt w 瓦 瓦特
kilowatt kw 千瓦
megawatt mw 兆瓦
kilowatt-hour kwh 千瓦时
volt v 伏 伏特
ampere amp 安 安培
newton n 牛 牛顿
pascal pa 帕 帕斯卡
joule j 焦 焦耳
kilojoule kj 千焦
kilocalorie kcal 千卡 大卡
hertz hz 赫兹
megabyte mb 兆
gigabyte gb
"""

UNITS: frozenset[str] = frozenset((*_CURRENCIES.split(), *_MEASURES.split(), "percent", "date"))

_MEANT = {
    word.casefold(): unit
    for line in _WORDS.replace("\n", ";").split(";")
    for unit, *words in [line.split()] * bool(line)
    for word in words
}


def find_unit(word: str) -> str:
    """Return the unit that is meant by `word`, or the one that it is most like; empty where none is like it."""
    name = word.strip(" “”‘’").casefold()
    folded = {unit.casefold(): unit for unit in sorted(UNITS)}
    near = _MEANT.get(name) or folded.get(name) or find_near(name, folded)
    return folded.get(near, near)
