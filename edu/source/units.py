"""The units that a fact may have: ISO 4217 currencies, `percent`, `date`, and the units of CLDR that a course may need."""

from __future__ import annotations

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

UNITS: frozenset[str] = frozenset((*_CURRENCIES.split(), *_MEASURES.split(), "percent", "date"))
