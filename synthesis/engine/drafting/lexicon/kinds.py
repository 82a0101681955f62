"""Closed classes of things of one kind: countries, crops, organs, sectors … A member that the evidence does not have,
beside another member that it has, is an exchange and no rewording.

One class a line; members are parted by blanks, names of one thing by `/`, blanks inside a name written `_`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.patterns import lazy_pattern

_ZH = """
country 美国/美方/美 英国/英方 法国/法方 德国/德方 日本/日方 韩国/韩方 朝鲜 俄罗斯/俄 印度/印方 中国/我国/中方/国内/中 巴西 加拿大 澳大利亚/澳洲/澳方 阿尔及利亚 利比亚 突尼斯 苏丹 加纳 科特迪瓦 坦桑尼亚 乌干达 卢旺达 赞比亚 津巴布韦 安哥拉 莫桑比克 马达加斯加 博茨瓦纳 纳米比亚 塞内加尔 喀麦隆 卡塔尔 科威特 阿曼 约旦 黎巴嫩 叙利亚 也门 阿富汗 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 格鲁吉亚 亚美尼亚 阿塞拜疆 白俄罗斯 爱沙尼亚 拉脱维亚 立陶宛 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 斯洛文尼亚 斯洛伐克 冰岛 卢森堡 马耳他 塞浦路斯 古巴 牙买加 巴拿马 哥斯达黎加 厄瓜多尔 委内瑞拉 玻利维亚 巴拉圭 乌拉圭 多米尼加 文莱 东帝汶 巴布亚新几内亚 斐济 墨西哥 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 芬兰 丹麦 波兰 捷克 匈牙利 希腊 土耳其 以色列 伊朗 伊拉克 沙特阿拉伯/沙特 阿联酋 埃及 南非 尼日利亚 肯尼亚 埃塞俄比亚 越南/越方 泰国/泰方 缅甸 老挝 柬埔寨 马来西亚 新加坡 印度尼西亚/印尼 菲律宾 孟加拉国 巴基斯坦 斯里兰卡 尼泊尔 蒙古 哈萨克斯坦 乌兹别克斯坦 乌克兰 奥地利 爱尔兰 新西兰 阿根廷 智利 秘鲁 哥伦比亚 欧盟/欧洲联盟/欧方/欧洲 非洲 东盟
region 北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门
city 北京 上海 广州 深圳 杭州 南京 苏州 无锡 宁波 温州 厦门 福州 泉州 漳州 青岛 济南 烟台 郑州 洛阳 武汉 长沙 成都 重庆 西安 昆明 贵阳 南宁 海口 三亚 沈阳 大连 长春 哈尔滨 太原 石家庄 合肥 南昌 兰州 西宁 银川 乌鲁木齐 呼和浩特 拉萨 天津 雄安新区/雄安 浦东新区/浦东 东京 大阪 首尔 纽约 华盛顿 伦敦 巴黎 柏林 罗马 马德里 莫斯科 曼谷 河内 悉尼 里约热内卢
river 长江 黄河 珠江 淮河 海河 松花江 辽河 钱塘江 闽江 湘江 汉江 嘉陵江 雅鲁藏布江 澜沧江 太湖 巢湖 滇池 洱海 鄱阳湖 洞庭湖 青海湖 洪泽湖 渤海 黄海 东海 南海
crop 小麦/冬小麦/春小麦 玉米 水稻/稻谷/大米 大豆 高粱 谷子 棉花 油菜/油菜籽 花生 甘蔗 甜菜 马铃薯/土豆 红薯/甘薯 大麦 燕麦 荞麦 芝麻 向日葵 茶叶 烟草 咖啡 可可 天然橡胶 苹果 柑橘 香蕉 葡萄 草莓 西瓜 番茄/西红柿 黄瓜 白菜 辣椒 大蒜 生姜 枸杞 人参
animal 生猪/猪肉 肉牛/牛肉 奶牛 羊肉/绵羊/山羊 肉鸡/鸡肉 蛋鸡 水产品 大熊猫 雪豹 藏羚羊 东北虎 东北豹 金丝猴 亚洲象 朱鹮 丹顶鹤 江豚 中华鲟 白鹤 麋鹿 普氏野马
trial_subject 小鼠 大鼠 家兔 比格犬 猕猴/恒河猴 斑马鱼 果蝇 患者/病人/病患 细胞系 人体
age 婴幼儿/婴儿/新生儿 学龄前儿童/幼儿 青少年 青年人/青年/年轻人/年轻 中年人 老年人/老人/老年 成年人/成人
organ 心脏 肝脏/肝 肾脏/肾 肺部/肺 胃部/胃 脑部/大脑/脑 胰腺 脾脏 甲状腺 乳腺 前列腺 子宫 卵巢 膀胱 结肠 直肠 食管 眼底 骨骼 皮肤
disease 糖尿病 高血压 冠心病 脑卒中/卒中/中风 心肌梗死/心梗 心力衰竭/心衰 肺炎 肝炎 流感 肺结核/结核病 艾滋病 阿尔茨海默病 帕金森病 抑郁症 焦虑症 哮喘 慢阻肺 肥胖症/肥胖 近视 贫血 癫痫 痛风 类风湿关节炎 骨质疏松 肾病 白血病 肺癌 肝癌 胃癌 乳腺癌 结直肠癌/肠癌 食管癌 宫颈癌 前列腺癌 甲状腺癌 胰腺癌 卵巢癌 麻疹 疟疾 登革热 新冠
drug 阿司匹林 氯吡格雷 替格瑞洛 华法林 利伐沙班 二甲双胍 胰岛素 司美格鲁肽 利拉鲁肽 青霉素 头孢 阿莫西林 红霉素 阿奇霉素 布洛芬 对乙酰氨基酚 阿托伐他汀 瑞舒伐他汀 缬沙坦 氨氯地平 奥司他韦 吗啡
pollutant 二氧化硫 氮氧化物 二氧化碳 一氧化碳 臭氧 甲烷 PM2.5/细颗粒物 PM10/可吸入颗粒物 氨氮 总磷 总氮 化学需氧量 重金属 挥发性有机物
gas 甲烷 氢气 氨气 氮气 氧气 氦气 氩气 二氧化碳 一氧化碳 乙烷 丙烷 丁烷 乙烯 丙烯 硫化氢 六氟化硫
metal 黄金 白银 铜 铝 铁矿石 稀土 锂 镍 钴 锡 铅 锌 钨 钛
energy 煤炭/燃煤/煤电 石油/原油 天然气/燃气 风电/风能/风力发电 光伏/太阳能 水电/水力发电 核电/核能 火电 氢能 生物质能 地热
sector 制造业 服务业 农业 建筑业 房地产业/房地产 金融业 批发零售业/批发和零售业/批发业 采矿业 住宿餐饮业/餐饮业 交通运输业 信息传输业 教育业 旅游业 纺织业 汽车业/汽车行业 钢铁业/钢铁行业 物流业 保险业 零售业
subject 数学 语文 英语 物理 化学 生物学 历史学 地理学 思想政治 音乐 美术 体育课
school 幼儿园 小学 初中 高中 高等教育/高校/大学 义务教育 职业教育/高职/中职 学前教育 特殊教育 研究生教育
degree 专科生 本科生 硕士生/硕士研究生 博士生/博士研究生
party 原告 被告 第三人
trade_side 买方/买家 卖方/卖家
lease 出租人/房东 承租人/租户
employ 雇主/用人单位 雇员/劳动者
school_people 教师/老师 学生 家长
care_people 医生/医师 护士 药师
direction 东部 西部 南部 北部 中部 东北
season 春季 夏季 秋季 冬季
medal 金牌 银牌 铜牌
sport 足球 篮球 排球 乒乓球 羽毛球 网球 游泳 跳水 田径 举重 体操 射击 击剑 滑雪 滑冰 冰壶 冰球 马拉松 自行车赛 赛艇 皮划艇 拳击 柔道 摔跤 跆拳道 围棋 象棋
tax 增值税 所得税 消费税 关税 反倾销税 反补贴税 房产税 印花税 资源税 环保税 契税
case_kind 民事案件 刑事案件 行政案件
instance 一审 二审 再审
asset 股票 债券 基金 期货 期权 保险 信托
transport 铁路 公路 航空 水运 海运 地铁 高铁 公交
vehicle 轿车/乘用车 卡车/货车/商用车 客车 摩托车 燃油车/汽油车 新能源汽车/电动汽车/电动车 飞机 轮船
material 钢材/钢铁 水泥 玻璃 塑料 木材 陶瓷 橡胶
art 小说 诗歌 话剧 电影 电视剧 纪录片 动画片 舞蹈 油画 书法 雕塑 京剧 昆曲 越剧
language 汉语/中文 英语/英文 法语 德语 日语 韩语 俄语 西班牙语 阿拉伯语
religion 佛教 道教 基督教 伊斯兰教 天主教
disaster 地震 洪水/洪涝/洪灾 干旱/旱灾 台风 火灾 滑坡 泥石流 暴雨/强降雨 冰雹 沙尘暴 雪灾 海啸
climate 厄尔尼诺 拉尼娜
university 清华大学/清华 北京大学/北大 复旦大学/复旦 浙江大学/浙大 上海交通大学/上海交大 南京大学 武汉大学 中山大学 哈佛大学/哈佛 麻省理工学院 斯坦福大学 牛津大学 剑桥大学 耶鲁大学
company 华为 小米 OPPO vivo 苹果公司 三星电子/三星 联想 阿里巴巴 腾讯 百度 京东 美团 字节跳动 中兴通讯/中兴 中国移动 中国电信 中国联通 台积电 英特尔 英伟达 高通 比亚迪 特斯拉 宁德时代 蔚来 理想汽车 小鹏 吉利 长城汽车 上汽 丰田 大众 微软 谷歌 亚马逊
museum 故宫博物院/故宫 国家博物馆/国博 上海博物馆 南京博物院 陕西历史博物馆 敦煌研究院 国家图书馆 大英博物馆 卢浮宫
exchange 港交所/香港联交所/联交所/香港交易所 深交所/深圳证券交易所 上交所/上海证券交易所 北交所/北京证券交易所 纽交所/纽约证券交易所 纳斯达克 伦交所/伦敦证券交易所
agency 财政部 教育部 商务部 科技部 央行/中国人民银行/人行/人民银行 国家医保局/医保局 国家药监局/药监局 国家卫健委/卫健委/国家卫生健康委 国家统计局 国家发展改革委/国家发改委/发改委 工业和信息化部/工信部/工业和信息化部门 农业农村部 生态环境部 自然资源部 水利部 交通运输部 住房城乡建设部/住建部 人力资源和社会保障部/人社部 文化和旅游部/文旅部 公安部 司法部 民政部 应急管理部 市场监管总局/国家市场监督管理总局/市场监督管理总局 海关总署 国家税务总局 证监会/中国证监会 金融监管总局 国务院 最高人民法院/最高法 最高人民检察院/最高检 国家能源局 国家林草局 国家疾控局
world_body 世界卫生组织/世卫组织/世卫 世界银行/世行 国际货币基金组织 世界贸易组织/世贸组织 联合国儿童基金会 联合国教科文组织 联合国粮农组织/粮农组织 国际能源署 国际劳工组织 经合组织 国际奥委会 欧洲央行 美联储 欧盟委员会/欧委会
currency 人民币 美元 欧元 日元 英镑 港元 卢布
journal 《自然》 《科学》 《细胞》 《柳叶刀》 《新英格兰医学杂志》
navigation 北斗 GPS 伽利略系统 格洛纳斯
crime 盗窃 诈骗 抢劫 贪污 受贿 行贿 走私 贩毒 故意伤害
residence 城镇居民/城市居民 农村居民/农民
layer 干流 支流
flow 上行 下行
mechanism 逆回购 正回购 中期借贷便利 存款准备金率
"""
_EN = """
country United_States/US/U.S./America/American/Americans/Washington United_Kingdom/UK/U.K./Britain/British/London England/English Scotland/Scottish Wales/Welsh France/French/Paris Germany/German/Germans/Berlin Japan/Japanese/Tokyo South_Korea/South_Korean/Seoul/Korea North_Korea/Pyongyang Russia/Russian/Moscow India/Indian/Delhi China/Chinese/Beijing Brazil/Brazilian Canada/Canadian/Ottawa Australia/Australian Mexico/Mexican Italy/Italian Spain/Spanish Portugal/Portuguese Netherlands/Dutch Belgium/Belgian Switzerland/Swiss Sweden/Swedish Norway/Norwegian Finland/Finnish Denmark/Danish Poland/Polish Hungary/Hungarian Greece/Greek Turkey/Turkish Israel/Israeli Iran/Iranian Iraq/Iraqi Saudi_Arabia/Saudi Egypt/Egyptian South_Africa/South_African Nigeria/Nigerian Kenya/Kenyan Ethiopia/Ethiopian Vietnam/Vietnamese Thailand/Thai Myanmar Malaysia/Malaysian Singapore/Singaporean Indonesia/Indonesian Philippines/Filipino/Philippine Bangladesh/Bangladeshi Pakistan/Pakistani Sri_Lanka Nepal Mongolia Kazakhstan Ukraine/Ukrainian Austria/Austrian Ireland/Irish New_Zealand Argentina/Argentine Chile/Chilean Peru/Peruvian Colombia/Colombian Bolivia/Bolivian Ghana/Ghanaian Morocco/Moroccan Algeria/Algerian Tunisia/Tunisian Libya/Libyan Sudan/Sudanese Tanzania/Tanzanian Uganda/Ugandan Rwanda/Rwandan Zambia/Zambian Zimbabwe/Zimbabwean Angola/Angolan Mozambique Madagascar Botswana Namibia/Namibian Senegal/Senegalese Cameroon Ivory_Coast/Ivorian Mali/Malian Qatar/Qatari Kuwait/Kuwaiti Oman/Omani Jordan/Jordanian Lebanon/Lebanese Syria/Syrian Yemen/Yemeni Afghanistan/Afghan Armenia/Armenian Azerbaijan Belarus Estonia/Estonian Latvia/Latvian Lithuania/Lithuanian Romania/Romanian Bulgaria/Bulgarian Serbia/Serbian Croatia/Croatian Slovenia/Slovenian Slovakia/Slovak Czech_Republic/Czechia/Czech Iceland/Icelandic Luxembourg Malta/Maltese Cyprus/Cypriot Cuba/Cuban Jamaica/Jamaican Panama/Panamanian Costa_Rica Ecuador/Ecuadorian Venezuela/Venezuelan Paraguay Uruguay Guatemala Honduras Laos/Lao Cambodia/Cambodian Brunei Fiji United_Arab_Emirates/UAE/Emirati Taiwan/Taiwanese Europe/European/European_Union/EU/Brussels/Euro Africa/African Asia/Asian
us_state Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming
city Munich Hamburg Frankfurt Lyon Marseille Madrid Barcelona Rome Milan Vienna Zurich Geneva Amsterdam Stockholm Oslo Copenhagen Warsaw Prague Manchester Birmingham Edinburgh Dublin Chicago Boston Houston Los_Angeles San_Francisco Seattle Toronto Vancouver Sydney Melbourne Shanghai Shenzhen Guangzhou Hangzhou Mumbai Bangkok Hanoi Jakarta Manila Osaka
crop wheat corn/maize rice soybeans/soya/soy barley cotton sugar potatoes coffee cocoa tea rapeseed/canola sorghum apples grapes tomatoes bananas
animal cattle/cows/beef pigs/pork/hogs sheep/lamb chickens/poultry salmon cod tuna herring mackerel trout shrimp/prawns bees tigers elephants wolves bears
trial_subject mice rats rabbits monkeys zebrafish patients/humans
age infants/babies/newborns toddlers teenagers/teens/adolescents adults/adult elderly/seniors pensioners
organ heart/cardiac liver/hepatic kidney/renal/kidneys lung/pulmonary/lungs stomach/gastric brain/cerebral pancreas/pancreatic breast prostate ovary/ovarian bladder colon skin bone bowel/colorectal thyroid
disease heart_disease/cardiovascular_disease kidney_disease liver_disease lung_cancer liver_cancer breast_cancer prostate_cancer colorectal_cancer/bowel_cancer skin_cancer diabetes hypertension stroke asthma malaria measles influenza/flu pneumonia tuberculosis HIV/AIDS dementia Alzheimer's Parkinson's depression anxiety obesity hepatitis cholera polio Ebola COVID-19/COVID epilepsy arthritis osteoporosis migraine
drug_class statins/statin beta_blockers/beta-blockers antibiotics antidepressants opioids antivirals steroids diuretics vaccines insulin aspirin ibuprofen paracetamol metformin warfarin
pressure systolic diastolic
pollutant carbon_dioxide/CO2 methane nitrogen_oxides/nitrogen_dioxide sulphur_dioxide/sulfur_dioxide ozone ammonia lead mercury
gas methane hydrogen ammonia carbon_dioxide/CO2 nitrogen oxygen helium argon propane ethane ethylene nitrous_oxide chlorine
energy coal oil/petroleum/crude gas/natural_gas wind solar nuclear hydropower/hydro hydrogen biomass geothermal
sector manufacturing agriculture/farming construction retail tourism mining banking finance healthcare transport hospitality advertising insurance
subject mathematics/maths/math reading writing physics chemistry biology history geography computer_science/computing engineering/mechanical_engineering medicine law economics psychology
school preschool/kindergarten primary_school/elementary_school secondary_school/high_school university/universities/college/colleges
party plaintiff/plaintiffs/claimant defendant/defendants
trade_side buyer/buyers/purchaser seller/sellers/vendor
lease landlord/landlords tenant/tenants
employ employer/employers employee/employees/worker/workers
care_people doctors/physicians nurses pharmacists dentists
north north/northern south/southern east/eastern west/western
season spring summer autumn winter
medal gold_medal/gold_medals silver_medal/silver_medals bronze_medal/bronze_medals
sport football/soccer basketball tennis cricket rugby golf hockey swimming cycling boxing volleyball baseball
language_en English_language French_language
disaster earthquake/earthquakes flood/floods/flooding drought/droughts wildfire/wildfires/fire hurricane/hurricanes/typhoon landslide/landslides tsunami heatwave volcano
climate El_Niño/El_Nino La_Niña/La_Nina
size_class small_businesses/small_firms/small_companies large_businesses/large_firms/large_companies
place urban/city/cities rural/village/villages/countryside
trade exports/export/exported imports/import/imported
car_part braking/brake/brakes steering engine/engines airbag/airbags transmission battery/batteries suspension
company Apple Samsung Google/Alphabet Microsoft Amazon Meta/Facebook Tesla Intel TSMC Nvidia AMD Huawei Xiaomi Sony Toyota Volkswagen BYD Ford Boeing Airbus Walmart Netflix IBM Oracle Pfizer Moderna AstraZeneca Novartis Roche Merck
agency FDA EMA CDC WHO/World_Health_Organization World_Bank IMF/International_Monetary_Fund UNICEF UNESCO WTO/World_Trade_Organization OECD NATO NASA Federal_Reserve/Fed European_Central_Bank/ECB Bank_of_England European_Commission European_Parliament Federal_Trade_Commission/FTC Commerce_Department/Department_of_Commerce Labor_Department/Department_of_Labor Treasury/Treasury_Department
court Supreme_Court High_Court appeals_court/Court_of_Appeal district_court
museum Louvre British_Museum Tate Prado Metropolitan_Museum Rijksmuseum
award_kind Best_Picture Best_Director Best_Actor Best_Actress
transport_en rail/railway/train/trains road/bus/buses aviation/flights/airline/airlines shipping/ferry
farm_way no-till conventional_tillage organic_farming
"""


@dataclass(frozen=True, slots=True)
class Member:
    """A mention of a member of a closed class: half-open span, wording, class, and which thing it is."""

    start: int
    end: int
    text: str
    kind: str
    thing: str


def _table(lines: str) -> dict[str, list[tuple[str, str]]]:
    """Name → the (class, thing) pairs it stands for; a name may be in several classes (北京: region, city)."""
    table: dict[str, list[tuple[str, str]]] = {}
    for line in lines.strip().splitlines():
        kind, *members = line.split()
        for member in members:
            names = [name.replace("_", " ") for name in member.split("/")]
            for name in names:
                table.setdefault(name, []).append((kind, names[0]))
    return table


_TABLES = {"zh": _table(_ZH), "en": _table(_EN)}


def _pattern(language: str) -> re.Pattern[str]:
    names = sorted((n for n in _TABLES[language] if len(n) > 1), key=len, reverse=True)
    body = "|".join(map(re.escape, names))
    return lazy_pattern(body if language == "zh" else rf"(?<![\w-])(?:{body})(?![\w])", 0)


_PATTERNS = {language: _pattern(language) for language in _TABLES}
_LOWERED = {name.lower(): name for name in _TABLES["en"] if name.islower()}
_CAPITALISED = lazy_pattern(
    r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(_LOWERED, key=len, reverse=True))) + r")(?!\w)", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def members(text: str, language: str) -> tuple[Member, ...]:
    """The members of closed classes a folded text names, longest first at each place, in order."""
    found: list[Member] = []
    table = _TABLES[language]
    hits = list(_PATTERNS[language].finditer(text))
    if language == "en":
        hits += [m for m in _CAPITALISED.finditer(text) if m.group() not in table]
    taken: list[tuple[int, int]] = []
    for match in sorted(hits, key=lambda m: (m.start() - m.end(), m.start())):
        if any(match.start() < stop and begin < match.end() for begin, stop in taken):
            continue
        taken.append(match.span())
        name = match.group() if match.group() in table else _LOWERED.get(match.group().lower(), "")
        found += [Member(*match.span(), match.group(), kind, thing) for kind, thing in table.get(name, [])]
    return tuple(sorted(found, key=lambda m: (m.start, m.kind)))
