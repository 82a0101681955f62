"""Short forms, formulas and their long names: fixed expressions that stand for each other in any text of the kind we
verify. Of products and people there is none here."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.lexicon.bodies import BODIES

# One thing a line; names are parted by `|`.
_LINES = """
CO2|二氧化碳|carbon dioxide
CO|一氧化碳|carbon monoxide
SO2|二氧化硫|sulphur dioxide|sulfur dioxide
NOx|氮氧化物|nitrogen oxides|nitrogen oxide
NO2|二氧化氮|nitrogen dioxide
N2O|一氧化二氮|氧化亚氮|nitrous oxide
CH4|甲烷|methane
NH3|氨|氨气|ammonia
H2|氢|氢气|hydrogen
O2|氧气|oxygen
O3|臭氧|ozone
N2|氮气|nitrogen
H2S|硫化氢|hydrogen sulphide|hydrogen sulfide
H2O|水|water
H2SO4|硫酸|sulphuric acid|sulfuric acid
HCl|盐酸|氯化氢|hydrochloric acid|hydrogen chloride
NaOH|烧碱|氢氧化钠|sodium hydroxide|caustic soda
NaCl|氯化钠|食盐|sodium chloride|salt
Na2CO3|纯碱|碳酸钠|soda ash|sodium carbonate
CaCO3|碳酸钙|calcium carbonate
Li2CO3|碳酸锂|lithium carbonate
LiOH|氢氧化锂|lithium hydroxide
Al2O3|氧化铝|alumina|aluminium oxide|aluminum oxide
Fe2O3|氧化铁|三氧化二铁|iron oxide
SiO2|二氧化硅|silica|silicon dioxide
SiC|碳化硅|silicon carbide
GaN|氮化镓|gallium nitride
GaAs|砷化镓|gallium arsenide
TiO2|钛白粉|二氧化钛|titanium dioxide
LFP|磷酸铁锂|lithium iron phosphate
NMC|NCM|三元锂|三元材料|nickel manganese cobalt
PE|聚乙烯|polyethylene
PP|聚丙烯|polypropylene
PVC|聚氯乙烯|polyvinyl chloride
PET|聚对苯二甲酸乙二醇酯|polyethylene terephthalate
PM2.5|细颗粒物|fine particulate matter|fine particles|fine particulates
PM10|可吸入颗粒物|coarse particulate matter
VOC|VOCs|挥发性有机物|volatile organic compounds
COD|化学需氧量|chemical oxygen demand
BOD|生化需氧量|biochemical oxygen demand
GDP|国内生产总值|地区生产总值|生产总值|gross domestic product
GNP|国民生产总值|gross national product
GNI|国民总收入|gross national income
CPI|居民消费价格指数|居民消费价格|消费者物价指数|消费者价格指数|consumer price index|consumer prices
PPI|生产者价格指数|工业生产者出厂价格|工业品出厂价格|producer price index
PMI|采购经理指数|采购经理人指数|purchasing managers' index
FDI|外商直接投资|外国直接投资|foreign direct investment
FTA|自贸协定|自由贸易协定|free trade agreement
FTZ|自贸区|自由贸易区|自贸试验区|free trade zone
IPO|首次公开募股|首次公开发行|initial public offering
ETF|交易型开放式指数基金|exchange-traded fund
REIT|REITs|不动产投资信托基金|不动产投资信托|real estate investment trust
PPP|政府和社会资本合作|public-private partnership
PE|私募股权|private equity
VC|风险投资|创业投资|风投|venture capital
M&A|并购|mergers and acquisitions
ROE|净资产收益率|return on equity
ROI|投资回报率|投入产出比|return on investment
EPS|每股收益|earnings per share
GMV|成交总额|商品交易总额|成交额|gross merchandise value
LPR|贷款市场报价利率|loan prime rate
MLF|中期借贷便利|medium-term lending facility
QE|量化宽松|quantitative easing
R&D|研究与开发|研究与试验发展|研发|research and development
IP|知识产权|intellectual property
SME|SMEs|中小企业|small and medium-sized enterprises
CEO|首席执行官|chief executive|chief executive officer
CFO|首席财务官|chief financial officer|finance chief
COO|首席运营官|chief operating officer
CTO|首席技术官|chief technology officer
HR|人力资源|human resources
NGO|NGOs|非政府组织|non-governmental organisation|non-governmental organization
ESG|环境、社会和治理|环境社会与治理|environmental, social and governance
CSR|企业社会责任|corporate social responsibility
KPI|关键绩效指标|绩效指标|key performance indicator
AI|人工智能|artificial intelligence
AIGC|生成式人工智能|生成式AI|generative AI
LLM|LLMs|大语言模型|大模型|large language model|large language models
ML|机器学习|machine learning
NLP|自然语言处理|natural language processing
VR|虚拟现实|virtual reality
AR|增强现实|augmented reality
IoT|物联网|internet of things
5G|第五代移动通信|fifth-generation mobile
IT|信息技术|information technology
ICT|信息通信技术|information and communications technology
IC|集成电路|integrated circuit
CPU|中央处理器|central processing unit
GPU|图形处理器|graphics processing unit
HBM|高带宽内存|高带宽存储|high-bandwidth memory
SaaS|软件即服务|software as a service
APP|应用程序|应用软件|手机应用|app
UAV|UAVs|无人机|drone|drones|unmanned aerial vehicle
GPS|全球定位系统|global positioning system
GIS|地理信息系统|geographic information system
LED|发光二极管|light-emitting diode
EV|EVs|电动汽车|电动车|electric vehicle|electric vehicles|electric car|electric cars
NEV|NEVs|新能源汽车|新能源车|new energy vehicle|new energy vehicles
PHEV|插电式混合动力|插电式混动|插混|plug-in hybrid
BEV|纯电动汽车|纯电动车|纯电|battery electric vehicle
SUV|运动型多用途汽车|越野车|sport utility vehicle
LNG|液化天然气|liquefied natural gas
LPG|液化石油气|liquefied petroleum gas
PV|光伏|photovoltaic|photovoltaics
UHV|特高压|ultra-high voltage
CCS|CCUS|碳捕集|碳捕集与封存|碳捕集、利用与封存|carbon capture and storage|carbon capture
GHG|温室气体|greenhouse gas|greenhouse gases
CBAM|碳边境调节机制|碳边境税|碳关税|carbon border adjustment mechanism
ETS|碳交易|碳排放交易|碳市场|emissions trading system|emissions trading scheme
WHO|世卫组织|世界卫生组织|世卫|World Health Organization
WTO|世贸组织|世界贸易组织|World Trade Organization
IMF|国际货币基金组织|国际货币基金|International Monetary Fund
WB|世界银行|世行|World Bank
UN|联合国|United Nations
UNESCO|联合国教科文组织|教科文组织
UNICEF|联合国儿童基金会|儿基会|儿童基金会
UNHCR|联合国难民署|难民署|UN refugee agency
WFP|世界粮食计划署|粮食署|粮食计划署|World Food Programme|World Food Program
FAO|联合国粮农组织|联合国粮食及农业组织|联合国粮食和农业组织|粮农组织|Food and Agriculture Organization
ILO|国际劳工组织|劳工组织|International Labour Organization
IEA|国际能源署|International Energy Agency
IAEA|国际原子能机构|原子能机构|International Atomic Energy Agency
IPCC|政府间气候变化专门委员会|气候专委会|Intergovernmental Panel on Climate Change
OECD|经合组织|经济合作与发展组织|Organisation for Economic Co-operation and Development
OPEC|欧佩克|石油输出国组织|Organization of the Petroleum Exporting Countries
NATO|北约|北大西洋公约组织|North Atlantic Treaty Organization
ASEAN|东盟|东南亚国家联盟|Association of Southeast Asian Nations
APEC|亚太经合组织|Asia-Pacific Economic Cooperation
RCEP|区域全面经济伙伴关系协定
AIIB|亚投行|亚洲基础设施投资银行|Asian Infrastructure Investment Bank
ADB|亚行|亚开行|亚洲开发银行|Asian Development Bank
ECB|欧洲央行|欧洲中央银行|European Central Bank
Fed|美联储|联邦储备委员会|Federal Reserve
SEC|美国证交会|美国证监会|美国证券交易委员会|Securities and Exchange Commission
EMA|欧洲药品管理局|欧洲药管局|欧药管局|European Medicines Agency
FDA|美国食品药品监督管理局|美国食药监局|美国食药局|Food and Drug Administration
EPA|美国环保署|环保署|Environmental Protection Agency
NASA|美国宇航局|美国国家航空航天局|美国航天局
ESA|欧空局|欧洲航天局|欧洲空间局|European Space Agency
IOC|国际奥委会|国际奥林匹克委员会|International Olympic Committee
FIFA|国际足联|国际足球联合会
DNA|脱氧核糖核酸
RNA|核糖核酸
mRNA|信使RNA|信使核糖核酸|messenger RNA
PCR|聚合酶链式反应|聚合酶链反应|polymerase chain reaction
HIV|艾滋病病毒|艾滋病毒|人类免疫缺陷病毒
AIDS|艾滋病|获得性免疫缺陷综合征
HPV|人乳头瘤病毒|人乳头状瘤病毒|human papillomavirus
TB|结核病|肺结核|tuberculosis
COPD|慢阻肺|慢性阻塞性肺疾病|慢性阻塞性肺病|chronic obstructive pulmonary disease
AMD|年龄相关性黄斑变性|老年性黄斑变性|age-related macular degeneration
ADHD|注意缺陷多动障碍|多动症|attention deficit hyperactivity disorder
PTSD|创伤后应激障碍|post-traumatic stress disorder
BMI|体质指数|体重指数|身体质量指数|body mass index
ICU|重症监护室|重症监护病房|重症监护|intensive care unit|intensive care
GP|GPs|全科医生|家庭医生|general practitioner|general practitioners|family doctor
RCT|RCTs|随机对照试验|随机对照|randomised controlled trial|randomized controlled trial
ADC|抗体偶联药物|抗体药物偶联物|antibody-drug conjugate
CT|计算机断层扫描|computed tomography
MRI|磁共振|磁共振成像|核磁共振|magnetic resonance imaging
ECG|心电图|electrocardiogram
TCM|中医|中医药|中药|traditional Chinese medicine
STEM|理工科|科学、技术、工程和数学
MOOC|MOOCs|慕课|大规模开放在线课程|massive open online course
PhD|博士|doctorate
MBA|工商管理硕士
CBD|中央商务区|central business district
OEM|代工|贴牌生产|original equipment manufacturer
NHS|National Health Service
MEP|MEPs|欧洲议会议员|member of the European Parliament
MP|MPs|议员|下院议员|member of parliament|members of parliament|lawmaker|lawmakers
PM|首相|总理|prime minister
UK|英国|United Kingdom|Britain|British
EU|欧盟|欧洲联盟|European Union
NMPA|国家药监局|国家药品监督管理局|药监局
国家卫健委|国家卫生健康委员会|卫健委|国家卫生健康委
国家医保局|国家医疗保障局|医保局
工信部|工业和信息化部
国家发改委|国家发展改革委|国家发展和改革委员会|发改委
国务院办公厅|国办
财政部|Ministry of Finance
美国|美利坚合众国|US|USA|United States|U.S.|America|American
我国|中国|China|国内|Chinese
冠状动脉|冠脉
COVID-19|新冠肺炎|新冠|新型冠状病毒肺炎
集中带量采购|集采|带量采购|集中采购
增材制造|3D打印|3D printing|additive manufacturing
高新技术|高科技
社会消费品零售总额|社零总额|社零|社会消费品零售额
规模以上工业|规上工业
规模以上企业|规上企业
固定资产投资|固投
住房公积金|公积金
社会保险|社保
民营企业|民企
国有企业|国企
外资企业|外企|外商投资企业
中央企业|央企
高新技术企业|高企
保险费|保费
PCT|专利合作条约
DRC|刚果（金）|刚果(金)|民主刚果|Democratic Republic of the Congo|Democratic Republic of Congo
"""


# Peoples and places whose names differ by more than an ending.
_PEOPLES = (
    "Frisian|Friesland Catalan|Catalonia Basque|Basque_Country Flemish|Flanders Walloon|Wallonia Tuscan|Tuscany Venetian|Venice "
    "Neapolitan|Naples Viennese|Vienna Muscovite|Moscow Milanese|Milan Mancunian|Manchester Glaswegian|Glasgow Liverpudlian|Liverpool "
    "Cornish|Cornwall Norman|Normandy Breton|Brittany Alsatian|Alsace Saxon|Saxony Lombard|Lombardy Apulian|Puglia|Apulia Cretan|Crete "
    "Javanese|Java Balinese|Bali Cantonese|Canton|Guangdong Texan|Texas Quebecois|Québécois|Quebec Punjabi|Punjab Bengali|Bengal "
    "Tyrolean|Tyrol Silesian|Silesia Galician|Galicia Andalusian|Andalusia Madrilenian|Madrid Genoese|Genoa Dubliner|Dublin Londoner|London "
    "Parisian|Paris New_Yorker|New_York Berliner|Berlin Roman|Rome Athenian|Athens Cypriot|Cyprus Manx|Isle_of_Man Orcadian|Orkney "
    "Shetlander|Shetland Zanzibari|Zanzibar Kashmiri|Kashmir Kurdish|Kurdistan Chechen|Chechnya Faroese|Faroe_Islands|Faroes "
    "Greenlandic|Greenlander|Greenland Hawaiian|Hawaii Alaskan|Alaska Sicilian|Sicily Taiwanese|Taiwan Hongkonger|Hong_Kong Macanese|Macau"
).split()


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in (*_LINES.strip().splitlines(), *BODIES.strip().splitlines(), *_PEOPLES):
        names = tuple(line.replace("_", " ").split("|"))
        for name in names:
            table[name.lower()] = (*table.get(name.lower(), ()), *names)
    return table


_TABLE = _table()


def aliases(name: str) -> tuple[str, ...]:
    """The other fixed names of a public body or expression, empty when there are none."""
    return _TABLE.get(name.lower().strip(), ())


@lru_cache(maxsize=256)
def known_spans(text: str, evidence: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where a text has a name of which the evidence has another (half-open spans, code points)."""
    low = text.lower()
    spans = []
    for name, others in _TABLE.items():
        if len(name) > 1 and name in low and any(stands(o, e) for o in others if o.lower() != name for e in evidence):
            spans += [(m.start(), m.end()) for m in re.finditer(re.escape(name), low)]
    return tuple(spans)


def stands(name: str, text: str) -> bool:
    """Whether a text has a name as a word of its own: no letter right beside a Latin one; case matters not."""
    low, name = text.lower(), name.lower()
    if not name[:1].isascii():
        return name in low
    at = low.find(name)
    while at >= 0:
        before, after = low[at - 1 : at] if at else "", low[at + len(name) : at + len(name) + 1]
        if not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalpha()):
            return True
        at = low.find(name, at + 1)
    return False
