"""Public bodies, chambers, universities and cities under their full and short names, Chinese and English.

Read beside the lines of `abbreviations`: one thing a line, its names parted by `|`.
"""

from __future__ import annotations

BODIES = """
WIPO|世界知识产权组织|产权组织|World Intellectual Property Organization
WMO|世界气象组织|World Meteorological Organization
UNDP|联合国开发计划署|开发计划署|UN Development Programme
UNEP|联合国环境规划署|联合国环境署|环境署|UN Environment Programme
UNCTAD|联合国贸易和发展会议|联合国贸发会议|贸发会议
UNFPA|联合国人口基金|联合国人口基金会
ITU|国际电信联盟|国际电联|International Telecommunication Union
ISO|国际标准化组织|International Organization for Standardization
IEC|国际电工委员会|International Electrotechnical Commission
IMO|国际海事组织|International Maritime Organization
ICAO|国际民航组织|国际民用航空组织|International Civil Aviation Organization
IATA|国际航空运输协会|国际航协|International Air Transport Association
IRENA|国际可再生能源署|国际可再生能源机构|International Renewable Energy Agency
ICRC|红十字国际委员会|International Committee of the Red Cross
INTERPOL|国际刑警组织|国际刑事警察组织
ICJ|国际法院|International Court of Justice
ICC|国际刑事法院|International Criminal Court
BIS|国际清算银行|Bank for International Settlements
IUCN|世界自然保护联盟|International Union for Conservation of Nature
WWF|世界自然基金会|World Wide Fund for Nature
UNFCCC|联合国气候变化框架公约
SCO|上合组织|上海合作组织|Shanghai Cooperation Organisation
BRICS|金砖国家|金砖
G20|二十国集团
G7|七国集团
AU|非盟|非洲联盟|African Union
GCC|海合会|海湾合作委员会|Gulf Cooperation Council
CPTPP|全面与进步跨太平洋伙伴关系协定
欧委会|欧盟委员会|European Commission
欧洲议会|European Parliament
美联储|美国联邦储备委员会|美国联邦储备系统|Federal Reserve|US Federal Reserve|Fed|US Fed|Federal Reserve Board
BoE|英格兰银行|英国央行|Bank of England
BoJ|BOJ|日本银行|日本央行|Bank of Japan
RBA|澳大利亚储备银行|澳洲联储|澳联储|Reserve Bank of Australia
PBOC|中国人民银行|人民银行|央行|中国央行|People's Bank of China
CDC|美国疾控中心|美国疾病控制与预防中心|Centers for Disease Control and Prevention
NIH|美国国立卫生研究院|National Institutes of Health
FTC|美国联邦贸易委员会|Federal Trade Commission
FCC|美国联邦通信委员会|Federal Communications Commission
FAA|美国联邦航空管理局|美国联邦航空局|Federal Aviation Administration
DOJ|美国司法部|Department of Justice|Justice Department
DOE|美国能源部|Department of Energy|Energy Department
NOAA|美国国家海洋和大气管理局|National Oceanic and Atmospheric Administration
众议院|美国众议院|House of Representatives|US House of Representatives|US House
参议院|美国参议院|US Senate|Senate
下议院|英国下议院|英国议会下院|House of Commons
上议院|英国上议院|英国议会上院|House of Lords
联邦议院|德国联邦议院|Bundestag|German lower house|Germany's lower house|Germany's lower chamber|Germany's lower house of parliament
联邦参议院|德国联邦参议院|Bundesrat|German upper house|Germany's upper house|Germany's upper chamber|Germany's upper house of parliament
日本国会|Diet|Japan's parliament|Japanese parliament
克内塞特|以色列议会|Knesset|Israeli parliament|Israel's parliament
国家杜马|俄罗斯国家杜马|Duma|Russian parliament
Sejm|Poland's lower house|Polish parliament
Riksdag|Swedish parliament|Sweden's parliament
Storting|Norwegian parliament|Norway's parliament
Folketing|Danish parliament|Denmark's parliament
Lok Sabha|India's lower house
全国人大常委会|全国人民代表大会常务委员会
全国人大|全国人民代表大会|National People's Congress|NPC
全国政协|中国人民政治协商会议全国委员会
人社部|人力资源和社会保障部|人力资源社会保障部
人社厅|人力资源和社会保障厅
人社局|人力资源和社会保障局
住建部|住房和城乡建设部|住房城乡建设部
交通部|交通运输部|Ministry of Transport|transport ministry
工信部|工业和信息化部|Ministry of Industry and Information Technology|MIIT
农业农村部|农业部|Ministry of Agriculture and Rural Affairs
文旅部|文化和旅游部
市场监管总局|国家市场监督管理总局|国家市场监管总局
税务总局|国家税务总局
统计局|国家统计局|National Bureau of Statistics|NBS
海关总署|General Administration of Customs
知识产权局|国家知识产权局|国知局|CNIPA
疾控局|国家疾控局|国家疾病预防控制局
金融监管总局|国家金融监督管理总局|国家金融监管总局
证监会|中国证监会|中国证券监督管理委员会|CSRC|China Securities Regulatory Commission
国资委|国务院国资委|国务院国有资产监督管理委员会|SASAC
能源局|国家能源局|National Energy Administration|NEA
粮食和储备局|国家粮食和物资储备局
林草局|国家林草局|国家林业和草原局
药监局|国家药监局|国家药品监督管理局
外汇局|国家外汇管理局|SAFE
网信办|国家网信办|国家互联网信息办公室|Cyberspace Administration of China|CAC
国家发改委|国家发展改革委|国家发展和改革委员会|NDRC|National Development and Reform Commission
商务部|Ministry of Commerce|commerce ministry|MOFCOM
财政部|Ministry of Finance|finance ministry
外交部|Ministry of Foreign Affairs|foreign ministry
教育部|Ministry of Education|education ministry
民航局|中国民航局|中国民用航空局|CAAC
最高法|最高人民法院|Supreme People's Court
最高检|最高人民检察院|Supreme People's Procuratorate
中汽协|中国汽车工业协会|China Association of Automobile Manufacturers|CAAM
乘联会|乘用车市场信息联席会|China Passenger Car Association|CPCA
中消协|中国消费者协会
中电联|中国电力企业联合会
中钢协|中国钢铁工业协会
中科院|中国科学院|Chinese Academy of Sciences|CAS
工程院|中国工程院
社科院|中国社科院|中国社会科学院
国研中心|国务院发展研究中心
信通院|中国信通院|中国信息通信研究院
中科大|中国科大|中国科学技术大学|University of Science and Technology of China|USTC
华科|华中科大|华中科技大学
西电|西安电子科技大学
电子科大|成电|电子科技大学
北航|北京航空航天大学
南航|南京航空航天大学
西工大|西北工业大学
哈工大|哈尔滨工业大学
北理工|北京理工大学
大工|大连理工大学|大连理工
华师大|华东师范大学|华东师大
北师大|北京师范大学
中国农大|中国农业大学
华农|华南农业大学
华中农大|华中农业大学
西农|西北农林科技大学|西北农林科大
上交|上海交大|上海交通大学
西交|西安交大|西安交通大学
中国海大|中国海洋大学
中国地大|中国地质大学
人大|中国人民大学
中传|中国传媒大学
中财|央财|中央财经大学
MIT|麻省理工|麻省理工学院|Massachusetts Institute of Technology
LSE|伦敦政经|伦敦政治经济学院|London School of Economics
山城|重庆
羊城|花城|广州
鹏城|深圳
泉城|济南
春城|昆明
冰城|哈尔滨
江城|武汉
蓉城|成都
申城|上海
金陵|南京
姑苏|苏州
星城|长沙
榕城|福州
鹭岛|厦门
岛城|青岛
甬城|宁波
龙城|常州
港城|连云港
联邦德国|德国|Federal Republic of Germany|Germany
"""
