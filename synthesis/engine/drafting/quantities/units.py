"""Units: how each is written, its class, its canonical name and its factor to the base of the class.

Two quantities can only be equal within one class; `%` and percentage points are different classes on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: class, canonical name, factor to the base unit of its class (元, %, month, second, metre, gram …)."""

    unit_class: str
    name: str
    factor: Decimal


def _same(unit_class: str, names: str, factor: str = "1", canonical: str = "") -> dict[str, Unit]:
    words = names.split("|")
    return {w: Unit(unit_class, canonical or words[0], Decimal(factor)) for w in words}


RATES: dict[str, Unit] = {
    **_same("percent", "%|percent|per cent|pct."),
    **_same("percent", "‰|per mille", "0.1", "%"),
    **_same("percent", "成", "10", "%"),
    **_same("discount", "折"),
    **_same("point", "个百分点|百分点|percentage points|percentage point|percentage-point|个点|pct|pp|ppts|p.p."),
    **_same("point", "个基点|基点|basis points|basis point|-basis-point|bps|bp|BPs|BP", "0.01", "个百分点"),
    **_same("fold", "倍|times|-fold|fold|x|×"),
}

CURRENCIES: dict[str, Unit] = {
    **_same("CNY", "元|元人民币|块钱|yuan|RMB|CNY|renminbi"),
    **_same("CNY", "角|毛钱", "0.1", "元"),
    **_same("CNY", "分钱", "0.01", "元"),
    **_same("USD", "美元|美金|US dollars|U.S. dollars|dollars|dollar|USD"),
    **_same("USD", "美分|US cents|cents|cent", "0.01", "美元"),
    **_same("EUR", "欧分|euro cents|euro cent|eurocents", "0.01", "欧元"),
    **_same("GBP", "便士|pence|penny|p", "0.01", "英镑"),
    **_same("EUR", "欧元|euros|euro|EUR"),
    **_same("GBP", "英镑|pounds sterling|pounds|GBP"),
    **_same("JPY", "日元|日圆|yen|JPY"),
    **_same("HKD", "港元|港币|HKD|Hong Kong dollars"),
    **_same("KRW", "韩元|won|KRW"),
    **_same("TWD", "新台币|台币|TWD"),
    **_same("CHF", "瑞士法郎|Swiss francs|CHF"),
    **_same("INR", "卢比|rupees|INR"),
    **_same("AUD", "澳元|澳大利亚元|Australian dollars|AUD"),
    **_same("CAD", "加元|加拿大元|Canadian dollars|CAD"),
    **_same("SGD", "新加坡元|新元|Singapore dollars|SGD"),
    **_same("RUB", "卢布|roubles|rubles|RUB"),
    **_same("THB", "泰铢|baht|THB"),
    **_same("VND", "越南盾|dong|VND"),
    **_same("IDR", "印尼盾|rupiah|IDR"),
    **_same("BRL", "雷亚尔|reais|BRL"),
    **_same("MXN", "比索|pesos|MXN"),
    **_same("TRY", "里拉|lira"),
    **_same("ZAR", "兰特|rand|ZAR"),
    **_same("SEK", "瑞典克朗|Swedish kronor|SEK"),
    **_same("NOK", "挪威克朗|Norwegian kroner|NOK"),
    **_same("DKK", "丹麦克朗|Danish kroner|DKK"),
    **_same("SAR", "沙特里亚尔|Saudi riyals|SAR"),
    **_same("AED", "迪拉姆|dirhams|AED"),
}

CURRENCY_SIGNS: dict[str, str] = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "$": "USD",
    "¥": "CNY",
    "€": "EUR",
    "£": "GBP",
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "JPY": "JPY",
    "HKD": "HKD",
}

CURRENCY_UNITS = {u.unit_class: u for u in CURRENCIES.values() if u.factor == 1}

MEASURES: dict[str, Unit] = {
    **_same("months", "年|周年|years|year|yrs|yr", "12", "年"),
    **_same("months", "个季度|quarters", "3", "年"),
    **_same("months", "decades|decade", "120", "年"),
    **_same("months", "centuries|century|个世纪", "1200", "年"),
    **_same("months", "millennia|millennium|千年", "12000", "年"),
    **_same("months", "个月|months|month", "1", "个月"),
    **_same("seconds", "周|个星期|星期|weeks|week", "604800", "周"),
    **_same("seconds", "天|日|个工作日|工作日|days|day", "86400", "天"),
    **_same("seconds", "小时|个小时|hours|hour|h", "3600", "小时"),
    **_same("seconds", "分钟|minutes|minute|min", "60", "分钟"),
    **_same("seconds", "秒|秒钟|seconds|second|s", "1", "秒"),
    **_same("seconds", "毫秒|milliseconds|millisecond|ms", "0.001", "毫秒"),
    **_same("seconds", "微秒|microseconds|microsecond|μs|µs", "0.000001", "微秒"),
    **_same("seconds", "纳秒|nanoseconds|nanosecond", "0.000000001", "纳秒"),
    **_same("metre", "公里|千米|kilometres|kilometers|kilometre|kilometer|km", "1000", "公里"),
    **_same("metre", "米|metres|meters|metre|meter", "1", "米"),
    **_same("metre", "厘米|公分|centimetres|centimeters|centimetre|centimeter|cm", "0.01", "厘米"),
    **_same("metre", "毫米|millimetres|millimeters|millimetre|millimeter|mm", "0.001", "毫米"),
    **_same("metre", "微米|micrometres|micrometers|micrometre|micrometer|microns|micron|μm|µm|um", "0.000001", "微米"),
    **_same("metre", "纳米|nanometres|nanometers|nanometre|nanometer|nm", "0.000000001", "纳米"),
    **_same("gram", "吨|公吨|t|tonnes|tonne|tons|metric tons", "1000000", "吨"),
    **_same("gram", "公斤|千克|kilograms|kilogrammes|kilogram|kilogramme|kilos|kilo|kg", "1000", "公斤"),
    **_same("gram", "斤|市斤|jin|catties|catty", "500", "斤"),
    **_same("gram", "克|grams|gram|g", "1", "克"),
    **_same("gram", "毫克|milligrams|milligram|mg", "0.001", "毫克"),
    **_same("gram", "微克|micrograms|microgram|μg|µg|ug", "0.000001", "微克"),
    **_same("litre", "升|litres|liters|litre|liter|L", "1", "升"),
    **_same("litre", "千升|kilolitres|kiloliters|kL|kl", "1000", "千升"),
    **_same("litre", "毫升|millilitres|milliliters|millilitre|milliliter|mL|ml", "0.001", "毫升"),
    **_same("area", "平方米|平米|square metres|square meters|square metre|square meter|sq m|㎡|m²|m2", "1", "平方米"),
    **_same(
        "area",
        "平方公里|平方千米|square kilometres|square kilometers|square kilometre|square kilometer|sq km|sq. km|km²|km2",
        "1000000",
        "平方公里",
    ),
    **_same("area", "acres|acre", "4046.8564224", "英亩"),
    **_same("area", "square miles|square mile", "2589988.110336", "平方英里"),
    **_same("area", "亩|mu|mou", str(Decimal(10000) / 15), "亩"),
    **_same("area", "公顷|hectares|hectare|ha", "10000", "公顷"),
    **_same("celsius", "℃|°C|摄氏度|degrees Celsius|degree Celsius|degrees centigrade|degrees C"),
    **_same("fahrenheit", "°F|℉|华氏度|degrees Fahrenheit|degree Fahrenheit"),
    **_same("metre", "miles|mile|英里", "1609.344", "英里"),
    **_same("metre", "feet|foot|英尺", "0.3048", "英尺"),
    **_same("metre", "inches|inch|英寸", "0.0254", "英寸"),
    **_same("gram", "lbs|磅", "453.59237", "磅"),
    **_same("gram", "ounces|ounce|盎司", "28.349523", "盎司"),
    **_same("gram", "quintals|quintal|公担", "100000", "公担"),
    **_same("metre", "nautical miles|nautical mile|海里", "1852", "海里"),
    **_same("metre", "yards|yard", "0.9144", "码"),
    **_same(
        "litre",
        "立方公里|立方千米|cubic kilometres|cubic kilometers|cubic kilometre|cubic kilometer|km³|km3",
        "1000000000000",
        "立方公里",
    ),
    **_same("litre", "立方米|cubic metres|cubic meters|cubic metre|cubic meter|m³|m3", "1000", "立方米"),
    **_same("bits", "Gbps|Gbit/s", "1000000000", "Gbps"),
    **_same("bits", "Mbps|Mbit/s", "1000000", "Mbps"),
    **_same("bits", "Kbps|kbps", "1000", "Kbps"),
    **_same("concentration", "ppm"),
    **_same("concentration", "ppb", "0.001"),
    **_same("tesla", "特斯拉|T|tesla"),
    **_same("sievert", "毫希沃特|毫希|mSv"),
    **_same("pressure", "mmHg|毫米汞柱"),
    **_same("kilopascal", "kPa|千帕"),
    **_same("kilopascal", "MPa|兆帕", "1000", "MPa"),
    **_same("energy", "千瓦时|度电|kWh|kilowatt-hours|kilowatt-hour|kilowatt hours|kilowatt hour"),
    **_same("energy", "瓦时|Wh|watt-hours|watt-hour|watt hours", "0.001", "瓦时"),
    **_same("energy", "兆瓦时|MWh|megawatt-hours|megawatt-hour|megawatt hours", "1000", "兆瓦时"),
    **_same("energy", "吉瓦时|GWh|gigawatt-hours|gigawatt-hour|gigawatt hours", "1000000", "吉瓦时"),
    **_same("energy", "太瓦时|TWh|terawatt-hours|terawatt-hour|terawatt hours", "1000000000", "太瓦时"),
    **_same("power", "千瓦|kW|kilowatts|kilowatt", "1000", "千瓦"),
    **_same("power", "兆瓦|MW|megawatts|megawatt", "1000000", "兆瓦"),
    **_same("power", "吉瓦|GW|gigawatts|gigawatt", "1000000000", "吉瓦"),
    **_same("power", "太瓦|TW|terawatts|terawatt", "1000000000000", "太瓦"),
    **_same("power", "瓦|瓦特|W|watts|watt", "1", "瓦"),
    **_same("frequency", "赫兹|Hz|hertz"),
    **_same("frequency", "千赫|kHz|kilohertz", "1000", "千赫"),
    **_same("frequency", "兆赫|MHz|megahertz", "1000000", "兆赫"),
    **_same("frequency", "吉赫|GHz|gigahertz", "1000000000", "吉赫"),
    **_same("voltage", "伏|伏特|volts|volt"),
    **_same("voltage", "千伏|kV|kilovolts|kilovolt", "1000", "千伏"),
    **_same("charge", "毫安时|mAh|milliamp-hours|milliampere-hours"),
    **_same("bytes", "KB|kilobytes|kilobyte|千字节", "1000", "KB"),
    **_same("bytes", "MB|megabytes|megabyte|兆字节", "1000000", "MB"),
    **_same("bytes", "GB|gigabytes|gigabyte|吉字节", "1000000000", "GB"),
    **_same("bytes", "TB|terabytes|terabyte|太字节", "1000000000000", "TB"),
    **_same("bytes", "PB|petabytes|petabyte|拍字节", "1000000000000000", "PB"),
    **_same("decibel", "分贝|decibels|decibel|dB"),
    **_same("age", "岁|周岁|years old|years of age|year-olds|year-old"),
    **_same("kilocalorie", "千卡|大卡|kcal"),
}

# Classifiers within one group may replace each other (3家医院 = 3所医院); across groups they may not (人 ≠ 人次).
CLASSIFIER_GROUPS: dict[str, str] = {
    "body": "家 所 间 座 处 栋 幢",
    "person": "名 位 人 口 例",
    "device": "台 套 部 架 辆 艘",
    "matter": "项 款 种 类 条 件 宗 起 桩",
    "visit": "人次",
    "occasion": "次 场 轮 届 回",
    "degree": "度",
    "household": "户",
    "batch": "批 期",
    "paper": "篇 份 册 本 卷",
    "bed": "张 床",
    "piece": "只 支 枚 颗 粒 片 根 盒 瓶 箱 袋 包 块",
    "province": "省 省份 个省 个省份",
    "city": "市 城市 个城市 个市",
    "country": "国 国家 个国家",
    "plant": "棵 株",
    "animal": "头 匹 羽 尾",
    "container": "标箱 标准箱 TEU TEUs 箱位",
    "flight": "架次 班次 航班",
    "train": "列",
    "trip": "车次 艘次 辆次 列次",
    "row": "排",
    "layer": "层",
    "channel": "通道 导",
    "line": "条线 行",
    "grade": "级 代 型 号",
    "big": "大 方面 方 点 股 步 维",
    "set": "组 对 双 系列",
    "any": "个",
}

CLASSIFIERS: dict[str, Unit] = {
    word: Unit("count", word, Decimal(1)) for words in CLASSIFIER_GROUPS.values() for word in words.split()
}
CLASSIFIER_GROUP = {word: group for group, words in CLASSIFIER_GROUPS.items() for word in words.split()}

_COUNTED_EN = (
    "patient patients=patient|person people persons=person|company companies firm firms enterprise enterprises="
    "company|manufacturer manufacturers maker makers=manufacturer|hospital hospitals=hospital|clinic clinics=clinic|"
    "device devices=device|product products=product|unit units=unit|case cases=case|trial trials=trial|study studies="
    "study|country countries nation nations=country|province provinces=province|city cities=city|procedure procedures="
    "procedure|operation operations surgery surgeries=operation|patent patents=patent|bed beds=bed|job jobs=job|"
    "worker workers employee employees=worker|school schools=school|student students=student|household households="
    "household|visit visits=visit|vehicle vehicles car cars=vehicle|death deaths=death|participant participants="
    "participant|adult adults=adult|child children=child|woman women=woman|man men=man|site sites=site|store stores="
    "store|farm farms=farm|plant plants factory factories=plant|scanner scanners=scanner|system systems=system|"
    "approval approvals=approval|item items=item|project projects=project|supplier suppliers=supplier"
)
COUNTED_ENGLISH: dict[str, Unit] = {
    word: Unit("count", entry.split("=")[1], Decimal(1))
    for entry in _COUNTED_EN.split("|")
    for word in entry.split("=")[0].split()
}

UNITS: dict[str, Unit] = {**RATES, **CURRENCIES, **MEASURES, **CLASSIFIERS, **COUNTED_ENGLISH}


#: Persons, by whatever they are called who told of one employer or body.
_STAFF = frozenset({"person", "worker"})


_CASES = frozenset("case person patient participant child adult man woman".split())


def same_unit(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether two (unit_class, unit) pairs may stand for each other; 个 may stand for most classifiers."""
    if first[0] != second[0]:
        return {first[1], second[1]} == {"℃", "度"}  # warmer by two degrees
    if first[0] != "count" or first[1] == second[1]:
        return True
    if {first[1], second[1]} == {"户", "家"}:
        return True  # 企业120户
    if "person" in {first[1], second[1]} and {first[1], second[1]} <= _STAFF:
        return True  # employs 5,400 people, has 5,400 employees
    if "job" in {first[1], second[1]} and {first[1], second[1]} <= {"job", "person", "worker"}:
        return True  # 420 people lost their jobs
    if {"case", "person"} & {first[1], second[1]} and {first[1], second[1]} <= _CASES:
        return True  # two cases of liver damage, two participants
    if {first[1], second[1]} == {"条", "条线"}:
        return True  # 6条线路, 线路6条
    if "座" in {first[1], second[1]} and "city" in {CLASSIFIER_GROUP.get(u[1]) for u in (first, second)}:
        return True  # 11座城市, 11个城市
    groups = CLASSIFIER_GROUP.get(first[1], first[1]), CLASSIFIER_GROUP.get(second[1], second[1])
    return groups[0] == groups[1] or (
        "any" in groups and not {"visit", "row", "layer", "channel", "degree"} & set(groups)
    )
