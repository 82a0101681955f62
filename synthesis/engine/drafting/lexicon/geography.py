"""Which place lies in which: countries with their capitals and parts of the world, Chinese cities and their provinces.

A sentence may name a whole where its evidence names a part (中亚国家 for 哈萨克斯坦, 新疆 for 阿克苏), and a capital may
stand for its country and the other way round; the part must not stand for the whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.lexicon.abbreviations import stands
from synthesis.engine.drafting.lexicon.cities import CITIES
from synthesis.engine.patterns import lazy_pattern

# Codes of parts of the world → their names, Chinese and English; a blank inside a name is written `_`.
_WHOLES = """
as 亚洲 Asia/Asian
ea 东亚 东北亚 East_Asia/East_Asian/Northeast_Asia
se 东南亚 东盟 Southeast_Asia/Southeast_Asian/South-East_Asia/South-East_Asian/ASEAN
sa 南亚 South_Asia/South_Asian/Subcontinent
ca 中亚 Central_Asia/Central_Asian
wa 西亚 中东 Middle_East/Middle_Eastern/West_Asia/West_Asian/Western_Asia
gu 海湾 海湾国家 Gulf
cc 高加索 外高加索 Caucasus/Caucasian
eu 欧洲 Europe/European
un 欧盟 EU/European_Union
ez 欧元区 Eurozone
we 西欧 Western_Europe/Western_European
no 北欧 Nordic/Scandinavia/Scandinavian/Nordics
ee 东欧 Eastern_Europe/Eastern_European
ce 中欧 中东欧 Central_Europe/Central_European
so 南欧 Southern_Europe/Southern_European/Mediterranean
bl 波罗的海 Baltic/Baltics
bk 巴尔干 Balkan/Balkans
ib 伊比利亚 Iberia/Iberian
bn 比荷卢 Benelux
bi 英伦 不列颠 British_Isles
af 非洲 Africa/African
na 北非 North_Africa/North_African/Maghreb
wf 西非 West_Africa/West_African
ef 东非 East_Africa/East_African
sf 南部非洲 Southern_Africa/Southern_African
mf 中非地区 Central_Africa/Central_African
ss 撒哈拉以南 Sub-Saharan_Africa/Sub-Saharan/sub-Saharan
am 美洲 Americas
nm 北美 北美洲 North_America/North_American
la 拉美 拉丁美洲 Latin_America/Latin_American
cm 中美洲 Central_America/Central_American
sm 南美 南美洲 South_America/South_American
cb 加勒比 加勒比海 Caribbean
ad 安第斯 Andes/Andean
oc 大洋洲 Oceania
pa 太平洋岛国 Pacific
g7 七国集团 G7
br 金砖 金砖国家 BRICS
"""
# Codes, Chinese names, English names and adjectives, Chinese and English capitals.
_COUNTRIES = """
as,ea,br|中国/我国|China/Chinese|北京|Beijing
as,ea,g7|日本|Japan/Japanese|东京|Tokyo
as,ea|韩国/南韩|South_Korea/South_Korean/Korea/Korean|首尔|Seoul
as,ea|朝鲜|North_Korea/North_Korean|平壤|Pyongyang
as,ea|蒙古/蒙古国|Mongolia/Mongolian|乌兰巴托|Ulaanbaatar
as,se|越南|Vietnam/Vietnamese|河内|Hanoi
as,se|泰国|Thailand/Thai|曼谷|Bangkok
as,se|老挝|Laos/Lao/Laotian|万象|Vientiane
as,se|柬埔寨|Cambodia/Cambodian|金边|Phnom_Penh
as,se|缅甸|Myanmar/Burma/Burmese|内比都/仰光|Naypyidaw/Yangon
as,se|马来西亚/大马|Malaysia/Malaysian|吉隆坡|Kuala_Lumpur
as,se|新加坡/狮城|Singapore/Singaporean|新加坡|Singapore
as,se,br|印度尼西亚/印尼|Indonesia/Indonesian|雅加达|Jakarta
as,se|菲律宾|Philippines/Philippine/Filipino|马尼拉|Manila
as,se|文莱|Brunei/Bruneian|斯里巴加湾|Bandar_Seri_Begawan
as,se|东帝汶|Timor-Leste/East_Timor/Timorese|帝力|Dili
as,sa,br|印度|India/Indian|新德里|New_Delhi/Delhi
as,sa|巴基斯坦|Pakistan/Pakistani|伊斯兰堡|Islamabad
as,sa|孟加拉国/孟加拉|Bangladesh/Bangladeshi|达卡|Dhaka
as,sa|斯里兰卡|Sri_Lanka/Sri_Lankan|科伦坡|Colombo
as,sa|尼泊尔|Nepal/Nepali/Nepalese|加德满都|Kathmandu
as,sa|不丹|Bhutan/Bhutanese|廷布|Thimphu
as,sa|马尔代夫|Maldives/Maldivian|马累|Malé
as,sa|阿富汗|Afghanistan/Afghan|喀布尔|Kabul
as,ca|哈萨克斯坦/哈国|Kazakhstan/Kazakh|阿斯塔纳|Astana
as,ca|乌兹别克斯坦|Uzbekistan/Uzbek|塔什干|Tashkent
as,ca|吉尔吉斯斯坦|Kyrgyzstan/Kyrgyz|比什凯克|Bishkek
as,ca|塔吉克斯坦|Tajikistan/Tajik|杜尚别|Dushanbe
as,ca|土库曼斯坦|Turkmenistan/Turkmen|阿什哈巴德|Ashgabat
as,wa|伊朗|Iran/Iranian|德黑兰|Tehran
as,wa|伊拉克|Iraq/Iraqi|巴格达|Baghdad
as,wa,gu|沙特阿拉伯/沙特|Saudi_Arabia/Saudi|利雅得|Riyadh
as,wa,gu,br|阿联酋/阿拉伯联合酋长国/迪拜|United_Arab_Emirates/UAE/Emirati/Dubai|阿布扎比|Abu_Dhabi
as,wa,gu|卡塔尔|Qatar/Qatari|多哈|Doha
as,wa,gu|科威特|Kuwait/Kuwaiti|科威特城|Kuwait_City
as,wa,gu|巴林|Bahrain/Bahraini|麦纳麦|Manama
as,wa,gu|阿曼|Oman/Omani|马斯喀特|Muscat
as,wa|也门|Yemen/Yemeni|萨那|Sanaa
as,wa|约旦|Jordan/Jordanian|安曼|Amman
as,wa|黎巴嫩|Lebanon/Lebanese|贝鲁特|Beirut
as,wa|叙利亚|Syria/Syrian|大马士革|Damascus
as,wa|以色列|Israel/Israeli|耶路撒冷/特拉维夫|Jerusalem/Tel_Aviv
as,wa|巴勒斯坦|Palestine/Palestinian|拉姆安拉|Ramallah
as,wa,eu|土耳其|Turkey/Turkish/Turk/Turks/Türkiye|安卡拉|Ankara
as,cc,eu|格鲁吉亚|Georgia/Georgian|第比利斯|Tbilisi
as,cc|亚美尼亚|Armenia/Armenian|埃里温|Yerevan
as,cc|阿塞拜疆|Azerbaijan/Azerbaijani/Azeri|巴库|Baku
eu,un,ez,we,g7|法国|France/French|巴黎|Paris
eu,un,ez,we,ce,g7|德国|Germany/German|柏林|Berlin
eu,we,bi,g7|英国|United_Kingdom/UK/U.K./Britain/British/Briton/Britons/England/English/Scotland/Scottish/Wales/Welsh|伦敦|London
eu,un,ez,we,bi|爱尔兰|Ireland/Irish|都柏林|Dublin
eu,un,ez,we,bn|荷兰|Netherlands/Dutch/Holland|阿姆斯特丹/海牙|Amsterdam/The_Hague
eu,un,ez,we,bn|比利时|Belgium/Belgian|布鲁塞尔|Brussels
eu,un,ez,we,bn|卢森堡|Luxembourg/Luxembourgish|卢森堡|Luxembourg
eu,we,ce|瑞士|Switzerland/Swiss|伯尔尼|Bern/Berne
eu,un,ez,we,ce|奥地利|Austria/Austrian|维也纳|Vienna
eu,un,ez,so,g7|意大利|Italy/Italian|罗马|Rome
eu,un,ez,so,ib|西班牙|Spain/Spanish/Spaniard/Spaniards|马德里|Madrid
eu,un,ez,so,ib|葡萄牙|Portugal/Portuguese|里斯本|Lisbon
eu,un,ez,so,bk|希腊|Greece/Greek|雅典|Athens
eu,un,ez,so|马耳他|Malta/Maltese|瓦莱塔|Valletta
eu,un,ez,so|塞浦路斯|Cyprus/Cypriot|尼科西亚|Nicosia
eu,un,no|瑞典|Sweden/Swedish/Swede/Swedes|斯德哥尔摩|Stockholm
eu,no|挪威|Norway/Norwegian|奥斯陆|Oslo
eu,un,no|丹麦|Denmark/Danish/Dane/Danes|哥本哈根|Copenhagen
eu,un,ez,no|芬兰|Finland/Finnish/Finn/Finns|赫尔辛基|Helsinki
eu,no|冰岛|Iceland/Icelandic|雷克雅未克|Reykjavik
eu,un,ez,bl,ee,no|爱沙尼亚|Estonia/Estonian|塔林|Tallinn
eu,un,ez,bl,ee|拉脱维亚|Latvia/Latvian|里加|Riga
eu,un,ez,bl,ee|立陶宛|Lithuania/Lithuanian|维尔纽斯|Vilnius
eu,un,ee,ce|波兰|Poland/Polish/Pole/Poles|华沙|Warsaw
eu,un,ee,ce|捷克|Czech_Republic/Czechia/Czech|布拉格|Prague
eu,un,ez,ee,ce|斯洛伐克|Slovakia/Slovak|布拉迪斯拉发|Bratislava
eu,un,ee,ce|匈牙利|Hungary/Hungarian|布达佩斯|Budapest
eu,un,ee,bk,ce|罗马尼亚|Romania/Romanian|布加勒斯特|Bucharest
eu,un,ee,bk|保加利亚|Bulgaria/Bulgarian|索非亚|Sofia
eu,bk,so,ee|塞尔维亚|Serbia/Serbian|贝尔格莱德|Belgrade
eu,un,bk,so,ee|克罗地亚|Croatia/Croatian|萨格勒布|Zagreb
eu,un,ez,bk,ce|斯洛文尼亚|Slovenia/Slovenian/Slovene|卢布尔雅那|Ljubljana
eu,bk,so|波黑/波斯尼亚|Bosnia/Bosnian|萨拉热窝|Sarajevo
eu,bk,so|黑山|Montenegro/Montenegrin|波德戈里察|Podgorica
eu,bk,so|北马其顿|North_Macedonia/Macedonian|斯科普里|Skopje
eu,bk,so|阿尔巴尼亚|Albania/Albanian|地拉那|Tirana
eu,ee|乌克兰|Ukraine/Ukrainian|基辅|Kyiv/Kiev
eu,ee|白俄罗斯|Belarus/Belarusian|明斯克|Minsk
eu,ee|摩尔多瓦|Moldova/Moldovan|基希讷乌|Chisinau
eu,ee,br|俄罗斯|Russia/Russian|莫斯科|Moscow
af,na,br|埃及|Egypt/Egyptian|开罗|Cairo
af,na|利比亚|Libya/Libyan|的黎波里|Tripoli
af,na|突尼斯|Tunisia/Tunisian|突尼斯城|Tunis
af,na|阿尔及利亚|Algeria/Algerian|阿尔及尔|Algiers
af,na|摩洛哥|Morocco/Moroccan|拉巴特|Rabat
af,na,ss|苏丹|Sudan/Sudanese|喀土穆|Khartoum
af,ef,ss|南苏丹|South_Sudan/South_Sudanese|朱巴|Juba
af,ef,ss,br|埃塞俄比亚|Ethiopia/Ethiopian|亚的斯亚贝巴|Addis_Ababa
af,ef,ss|肯尼亚|Kenya/Kenyan|内罗毕|Nairobi
af,ef,ss|坦桑尼亚|Tanzania/Tanzanian|达累斯萨拉姆/多多马|Dodoma/Dar_es_Salaam
af,ef,ss|乌干达|Uganda/Ugandan|坎帕拉|Kampala
af,ef,ss|卢旺达|Rwanda/Rwandan|基加利|Kigali
af,ef,ss|布隆迪|Burundi/Burundian|布琼布拉|Bujumbura
af,ef,ss|索马里|Somalia/Somali|摩加迪沙|Mogadishu
af,ef,ss|吉布提|Djibouti/Djiboutian|吉布提市|Djibouti_City
af,ef,ss|厄立特里亚|Eritrea/Eritrean|阿斯马拉|Asmara
af,ef,ss|马达加斯加|Madagascar/Malagasy|塔那那利佛|Antananarivo
af,ef,ss|毛里求斯|Mauritius/Mauritian|路易港|Port_Louis
af,ef,ss|塞舌尔|Seychelles|维多利亚|Victoria
af,wf,ss|尼日利亚|Nigeria/Nigerian|阿布贾/拉各斯|Abuja/Lagos
af,wf,ss|加纳|Ghana/Ghanaian|阿克拉|Accra
af,wf,ss|科特迪瓦|Ivory_Coast/Côte_d'Ivoire/Ivorian|阿比让|Abidjan
af,wf,ss|塞内加尔|Senegal/Senegalese|达喀尔|Dakar
af,wf,ss|马里|Mali/Malian|巴马科|Bamako
af,wf,ss|尼日尔|Niger/Nigerien|尼亚美|Niamey
af,wf,ss|布基纳法索|Burkina_Faso/Burkinabe|瓦加杜古|Ouagadougou
af,wf,ss|几内亚|Guinea/Guinean|科纳克里|Conakry
af,wf,ss|塞拉利昂|Sierra_Leone/Sierra_Leonean|弗里敦|Freetown
af,wf,ss|利比里亚|Liberia/Liberian|蒙罗维亚|Monrovia
af,wf,ss|贝宁|Benin/Beninese|科托努|Cotonou
af,wf,ss|多哥|Togo/Togolese|洛美|Lomé
af,wf,ss|毛里塔尼亚|Mauritania/Mauritanian|努瓦克肖特|Nouakchott
af,mf,ss|喀麦隆|Cameroon/Cameroonian|雅温得|Yaoundé
af,mf,ss|乍得|Chad/Chadian|恩贾梅纳|N'Djamena
af,mf,ss|加蓬|Gabon/Gabonese|利伯维尔|Libreville
af,mf,ss|刚果/刚果(金)/刚果（金）/民主刚果|Congo/Congolese|金沙萨|Kinshasa
af,mf,sf,ss|安哥拉|Angola/Angolan|罗安达|Luanda
af,sf,ss,br|南非|South_Africa/South_African|比勒陀利亚/开普敦/约翰内斯堡|Pretoria/Cape_Town/Johannesburg
af,sf,ss|纳米比亚|Namibia/Namibian|温得和克|Windhoek
af,sf,ss|博茨瓦纳|Botswana/Botswanan|哈博罗内|Gaborone
af,sf,ef,ss|赞比亚|Zambia/Zambian|卢萨卡|Lusaka
af,sf,ef,ss|津巴布韦|Zimbabwe/Zimbabwean|哈拉雷|Harare
af,sf,ef,ss|莫桑比克|Mozambique/Mozambican|马普托|Maputo
af,sf,ef,ss|马拉维|Malawi/Malawian|利隆圭|Lilongwe
am,nm,g7|美国|United_States/US/U.S./USA/America/American|华盛顿|Washington
am,nm,g7|加拿大|Canada/Canadian|渥太华|Ottawa
am,nm,la|墨西哥|Mexico/Mexican|墨西哥城|Mexico_City
am,la,cm|危地马拉|Guatemala/Guatemalan|危地马拉城|Guatemala_City
am,la,cm|洪都拉斯|Honduras/Honduran|特古西加尔巴|Tegucigalpa
am,la,cm|萨尔瓦多|El_Salvador/Salvadoran|圣萨尔瓦多|San_Salvador
am,la,cm|尼加拉瓜|Nicaragua/Nicaraguan|马那瓜|Managua
am,la,cm|哥斯达黎加|Costa_Rica/Costa_Rican|圣何塞|San_José
am,la,cm|巴拿马|Panama/Panamanian|巴拿马城|Panama_City
am,la,cb|古巴|Cuba/Cuban|哈瓦那|Havana
am,la,cb|多米尼加|Dominican_Republic/Dominican|圣多明各|Santo_Domingo
am,la,cb|海地|Haiti/Haitian|太子港|Port-au-Prince
am,cb|牙买加|Jamaica/Jamaican|金斯敦|Kingston
am,cb|特立尼达和多巴哥|Trinidad/Trinidadian|西班牙港|Port_of_Spain
am,cb|巴巴多斯|Barbados/Barbadian|布里奇敦|Bridgetown
am,la,sm,br|巴西|Brazil/Brazilian|巴西利亚|Brasília/Brasilia
am,la,sm|阿根廷|Argentina/Argentine/Argentinian|布宜诺斯艾利斯|Buenos_Aires
am,la,sm,ad|智利|Chile/Chilean|圣地亚哥|Santiago
am,la,sm,ad|秘鲁|Peru/Peruvian|利马|Lima
am,la,sm,ad|哥伦比亚|Colombia/Colombian|波哥大|Bogotá/Bogota
am,la,sm,ad|厄瓜多尔|Ecuador/Ecuadorian/Ecuadorean|基多|Quito
am,la,sm,ad|玻利维亚|Bolivia/Bolivian|拉巴斯|La_Paz
am,la,sm|委内瑞拉|Venezuela/Venezuelan|加拉加斯|Caracas
am,la,sm|巴拉圭|Paraguay/Paraguayan|亚松森|Asunción
am,la,sm|乌拉圭|Uruguay/Uruguayan|蒙得维的亚|Montevideo
am,sm|圭亚那|Guyana/Guyanese|乔治敦|Georgetown
am,sm|苏里南|Suriname/Surinamese|帕拉马里博|Paramaribo
oc|澳大利亚/澳洲|Australia/Australian|堪培拉|Canberra
oc|新西兰|New_Zealand/New_Zealander|惠灵顿|Wellington
oc,pa|巴布亚新几内亚|Papua_New_Guinea|莫尔兹比港|Port_Moresby
oc,pa|斐济|Fiji/Fijian|苏瓦|Suva
oc,pa|所罗门群岛|Solomon_Islands|霍尼亚拉|Honiara
oc,pa|瓦努阿图|Vanuatu|维拉港|Port_Vila
oc,pa|萨摩亚|Samoa/Samoan|阿皮亚|Apia
oc,pa|汤加|Tonga/Tongan|努库阿洛法|Nuku'alofa
"""
# A province with its larger parts of China, and the cities and districts that lie in it.
_PROVINCES = """
河北 华北/京津冀/环渤海 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安
山西 华北/中部 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
内蒙古 华北/西部/三北 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 锡林郭勒 兴安盟 阿拉善 二连浩特 满洲里
辽宁 东北/环渤海 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
吉林 东北 长春 四平 辽源 通化 白山 松原 白城 延边 珲春
黑龙江 东北 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 绥芬河
江苏 华东/长三角/东部 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓
浙江 华东/长三角/东部 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 诸暨 海宁 新昌
安徽 华东/长三角/中部 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
福建 华东/东南/东部 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 南安 惠安 福鼎 德化
江西 华东/中部 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
山东 华东/环渤海/东部 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 寿光
河南 中部/中原/华中 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
湖北 中部/华中 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架
湖南 中部/华中 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西
广东 华南/珠三角/大湾区/东部 广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
广西 华南/西南/西部 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 横州 凭祥
海南 华南 海口 三亚 三沙 儋州 琼海 文昌 万宁 博鳌 洋浦
四川 西南/西部/成渝 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山
贵州 西南/西部 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南
云南 西南/西部 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 勐海
西藏 西南/西部/青藏 拉萨 日喀则 昌都 林芝 山南 那曲
陕西 西北/西部 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
甘肃 西北/西部 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 敦煌
青海 西北/西部/青藏 西宁 海东 海北 黄南 海南州 果洛 玉树 海西 格尔木
宁夏 西北/西部 银川 石嘴山 吴忠 固原 中卫
新疆 西北/西部 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子 霍尔果斯 阿拉山口
北京 华北/京津冀/环渤海 中关村 海淀 朝阳区 通州 亦庄
天津 华北/京津冀/环渤海 滨海新区
上海 华东/长三角/东部 浦东 临港 张江 虹桥
重庆 西南/西部/成渝 万州 涪陵 两江新区
香港 大湾区/港澳/粤港澳 九龙
澳门 大湾区/港澳/粤港澳 横琴
台湾 港澳台 台北 高雄 新竹 台中 台南
"""
# Firms known by their country, Chinese and English names.
_FIRMS = """
中国 宁德时代 比亚迪 华为 腾讯 阿里巴巴 阿里 字节跳动 百度 京东 小米 联想 海尔 美的 格力 中兴 大疆 吉利 奇瑞 长安汽车 长城汽车 上汽 广汽 蔚来 小鹏 理想汽车 中石油 中石化 中海油 国家电网 中芯国际 隆基 阳光电源 三一重工 中车 紫金矿业 国轩高科 亿纬锂能 招商局 中远海运 BYD CATL Huawei Tencent Alibaba ByteDance Baidu Xiaomi Lenovo Haier Geely Chery SAIC Nio Xpeng DJI ZTE PetroChina Sinopec SMIC
美国 苹果公司 微软 谷歌 亚马逊 特斯拉 英特尔 英伟达 高通 辉瑞 强生 波音 通用汽车 福特 沃尔玛 可口可乐 埃克森美孚 摩根大通 高盛 贝莱德 礼来 默沙东 Apple Microsoft Google Alphabet Amazon Meta Tesla Intel Nvidia Qualcomm Pfizer Boeing Ford Walmart Coca-Cola ExxonMobil JPMorgan BlackRock Moderna Netflix OpenAI
德国 大众汽车 奔驰 梅赛德斯 宝马 奥迪 保时捷 西门子 巴斯夫 拜耳 博世 大陆集团 采埃孚 思爱普 汉莎 德意志银行 蒂森克虏伯 Volkswagen Mercedes BMW Audi Porsche Siemens BASF Bayer Bosch SAP Lufthansa Thyssenkrupp Infineon
日本 丰田 本田 日产 索尼 松下 日立 三菱 东芝 软银 任天堂 武田 佳能 铠侠 瑞萨 Toyota Honda Nissan Sony Panasonic Hitachi Mitsubishi Toshiba SoftBank Nintendo Takeda Canon
韩国 三星 现代汽车 起亚 LG SK海力士 海力士 浦项 韩华 乐金 Samsung Hyundai Kia LG SK Posco Hanwha
法国 空客 道达尔 雷诺 赛诺菲 施耐德 路威酩轩 欧莱雅 米其林 达能 阿尔斯通 TotalEnergies Renault Sanofi Schneider LVMH Michelin Danone Alstom
英国 阿斯利康 葛兰素史克 英国石油 汇丰 劳斯莱斯 联合利华 沃达丰 渣打 AstraZeneca GSK BP HSBC Rolls-Royce Unilever Vodafone Barclays
瑞士 雀巢 罗氏 诺华 瑞银 嘉能可 ABB 先正达 Nestlé Roche Novartis UBS Glencore Syngenta
荷兰 阿斯麦 飞利浦 恩智浦 喜力 荷兰国际 ASML Philips NXP Heineken ING
瑞典 沃尔沃 爱立信 宜家 北伏 萨博 Volvo Ericsson Ikea Northvolt Spotify
丹麦 诺和诺德 马士基 维斯塔斯 沃旭 嘉士伯 Novo_Nordisk Maersk Vestas Ørsted Carlsberg
芬兰 诺基亚 Nokia Neste
挪威 挪威国家石油 Equinor Hydro Yara
意大利 菲亚特 法拉利 埃尼 倍耐力 Fiat Ferrari Eni Enel
西班牙 桑坦德 伊比德罗拉 Santander Iberdrola Inditex Zara
印度 塔塔 信实 印孚瑟斯 Tata Reliance Infosys Adani
沙特 沙特阿美 阿美石油 Aramco ACWA
巴西 淡水河谷 巴西石油 Vale Petrobras Embraer
澳大利亚 必和必拓 力拓 福蒂斯丘 BHP Rio_Tinto Fortescue
台湾 台积电 鸿海 富士康 联发科 TSMC Foxconn MediaTek
"""
_PINYIN = {
    "Hebei": "Shijiazhuang Tangshan Baoding Xiong'an",
    "Shanxi": "Taiyuan Datong",
    "Inner Mongolia": "Hohhot Baotou Ordos",
    "Liaoning": "Shenyang Dalian Anshan",
    "Jilin": "Changchun",
    "Heilongjiang": "Harbin Daqing",
    "Jiangsu": "Nanjing Suzhou Wuxi Changzhou Nantong Xuzhou Yangzhou",
    "Zhejiang": "Hangzhou Ningbo Wenzhou Shaoxing Yiwu Jiaxing Huzhou Taizhou",
    "Anhui": "Hefei Wuhu",
    "Fujian": "Fuzhou Xiamen Quanzhou Ningde Zhangzhou",
    "Jiangxi": "Nanchang Ganzhou Jingdezhen",
    "Shandong": "Jinan Qingdao Yantai Weifang Weihai",
    "Henan": "Zhengzhou Luoyang Kaifeng",
    "Hubei": "Wuhan Yichang Xiangyang",
    "Hunan": "Changsha Zhuzhou Xiangtan Yueyang",
    "Guangdong": "Guangzhou Shenzhen Dongguan Foshan Zhuhai Zhanjiang Shantou Chaozhou Kaiping Huizhou",
    "Guangxi": "Nanning Guilin Liuzhou Beihai",
    "Hainan": "Haikou Sanya",
    "Sichuan": "Chengdu Mianyang Yibin",
    "Guizhou": "Guiyang Zunyi",
    "Yunnan": "Kunming Dali Lijiang",
    "Tibet": "Lhasa",
    "Shaanxi": "Xi'an Yan'an Yulin",
    "Gansu": "Lanzhou Dunhuang Jiuquan",
    "Qinghai": "Xining",
    "Ningxia": "Yinchuan",
    "Xinjiang": "Urumqi Kashgar",
    "Yangtze Delta": "Shanghai Jiangsu Zhejiang",
    "Yangtze River Delta": "Shanghai Jiangsu Zhejiang",
    "Pearl River Delta": "Guangzhou Shenzhen Foshan",
}


def _names(field: str) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in field.split("/") if name)


def _table() -> dict[str, frozenset[str]]:
    """The name of a whole → the names of places in it, and of a country or capital → those of the same country."""
    wholes: dict[str, tuple[str, ...]] = {}
    for line in _WHOLES.strip().splitlines():
        code, *fields = line.split()
        wholes[code] = tuple(name for field in fields for name in _names(field))
    parts: dict[str, set[str]] = {}
    chinese: set[str] = set()
    for line in _PROVINCES.strip().splitlines():
        province, larger, *cities = line.split()
        chinese |= {province, *cities}
        parts.setdefault(province, set()).update(cities)
        for whole in larger.split("/"):
            parts.setdefault(whole, set()).update({province, *cities})
    for whole, inside in _PINYIN.items():
        chinese |= {whole, *inside.split()}
        parts.setdefault(whole, set()).update(inside.split())
    for line in _COUNTRIES.strip().splitlines():
        codes, *fields = line.split("|")
        names = {name for field in fields for name in _names(field)}
        if "中国" in names:
            for name in ("中国", "我国", "国内", "China", "Chinese"):
                parts.setdefault(name, set()).update(chinese)
            names |= chinese
        own, english = [_names(fields[i]) for i in (0, 1)]
        capitals = {n for field in fields[2:] for n in _names(field)}
        for name in (*own, *english):
            parts.setdefault(name, set()).update({*own, *english, *capitals} - {name})
        for name in _names(fields[3]):  # Jakarta for Indonesia
            parts.setdefault(name, set()).update(english)
        for code in codes.split(","):
            for whole in wholes[code]:
                parts.setdefault(whole, set()).update(names)
    for line in (*_FIRMS.strip().splitlines(), *CITIES.strip().splitlines()):
        country, *inside_it = line.split()
        named = {name.replace("_", " ") for name in inside_it}
        for whole, places in parts.items():
            if country in places or whole == country:
                places |= named
    return {whole: frozenset(inside) for whole, inside in parts.items()}


_PARTS = _table()
_TAIL = lazy_pattern(r"(?:多国|诸国|各国|国家|地区|市场|省份|各省|[国省市州区])$")


def holds(whole: str, text: str) -> bool:
    """Whether a folded text names a place that lies in the place `whole` names, or another name of that place.

    Endings that say what a place is (国家, 地区, 省) may follow; a name no table has holds nothing.
    """
    return any(stands(part, text) for part in parts_of(whole))


@lru_cache(maxsize=4096)
def parts_of(whole: str) -> frozenset[str]:
    """The names of places in the place `whole` names, its own other names included; empty for an unknown one."""
    known = _PARTS.get(whole) or _PARTS.get(_TAIL.sub("", whole))
    return known or frozenset()


_WHOLE_EN = lazy_pattern(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(n) for n in sorted((n for n in _PARTS if n[:1].isascii()), key=len, reverse=True))
    + r")(?!\w)"
)


def wholes_in(text: str) -> list[tuple[int, int, str]]:
    """The wholes an English text names: half-open spans and wordings, longest first at each place."""
    return [(m.start(), m.end(), m.group()) for m in _WHOLE_EN.finditer(text)]
