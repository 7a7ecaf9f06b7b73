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
CNY RMB rmb yuan kuai 元 人民币 ¥ ￥ 块
USD $ US$ dollar dollars 美元
EUR € euro euros 欧元
GBP £ 英镑
JPY yen 日元
HKD HK$ 港元
TWD NT$ 新台币
percent % ％ pct 百分比 百分之
date 日期
day d 天 日
week 周 星期
month 月
year 年
hour h 小时
minute min 分钟 分
second s sec 秒
millisecond ms 毫秒
meter m 米
centimeter cm 厘米
kilometer km 公里 千米
kilogram kg 公斤 千克
gram g 克
tonne t 吨
liter l L 升
celsius ℃ °C 摄氏度
degree ° 度
kilowatt-hour kWh 千瓦时
megabyte MB
gigabyte GB
square-meter m² 平方米
"""

UNITS: frozenset[str] = frozenset((*_CURRENCIES.split(), *_MEASURES.split(), "percent", "date"))

_MEANT = {
    word: unit
    for line in _WORDS.replace("\n", ";").split(";")
    for unit, *words in [line.split()] * bool(line)
    for word in words
}


def find_unit(word: str) -> str:
    """Return the unit that is meant by `word`, or the one that it is most like; empty where none is like it."""
    folded = {unit.casefold(): unit for unit in sorted(UNITS)}
    near = folded.get(word.strip().casefold()) or find_near(word.casefold(), folded)
    return _MEANT.get(word.strip()) or folded.get(near, near)
