"""Larger cities of the world by country, in Chinese and English; capitals stand with their countries in `geography`."""

from __future__ import annotations

# The Chinese name of a country, then its cities; a blank inside a name is written `_`.
CITIES = """
美国 纽约 洛杉矶 芝加哥 休斯敦 旧金山 西雅图 波士顿 费城 达拉斯 亚特兰大 迈阿密 底特律 硅谷 加州 得州 佛州 New_York Los_Angeles Chicago Houston San_Francisco Seattle Boston Philadelphia Dallas Atlanta Miami Detroit Denver Phoenix Pittsburgh Silicon_Valley California Texas Florida Arizona Ohio Michigan Oregon Nevada Alaska Hawaii Illinois Virginia Massachusetts Pennsylvania Minnesota Iowa Kansas Louisiana
加拿大 多伦多 温哥华 蒙特利尔 卡尔加里 魁北克 Toronto Vancouver Montreal Calgary Quebec Ontario Alberta Manitoba
墨西哥 蒙特雷 瓜达拉哈拉 Monterrey Guadalajara Tijuana
巴西 圣保罗 里约热内卢 São_Paulo Sao_Paulo Rio_de_Janeiro Salvador Recife
阿根廷 科尔多瓦 罗萨里奥 Córdoba Rosario
智利 瓦尔帕莱索 安托法加斯塔 Valparaíso Antofagasta Atacama
秘鲁 钱凯 阿雷基帕 Chancay Arequipa Cusco
哥伦比亚 麦德林 Medellín Medellin Cali
英国 曼彻斯特 伯明翰 利物浦 爱丁堡 格拉斯哥 利兹 布里斯托 剑桥 牛津 Manchester Birmingham Liverpool Edinburgh Glasgow Leeds Bristol Cambridge Oxford Sheffield Cardiff Belfast Aberdeen Newcastle Cornwall Kent
德国 慕尼黑 汉堡 法兰克福 科隆 斯图加特 莱比锡 德累斯顿 巴伐利亚 杜塞尔多夫 Munich Hamburg Frankfurt Cologne Stuttgart Leipzig Dresden Bavaria Düsseldorf Saxony Bremen Hanover Ludwigshafen Wolfsburg
法国 里昂 马赛 图卢兹 波尔多 斯特拉斯堡 里尔 尼斯 Lyon Marseille Toulouse Bordeaux Strasbourg Lille Nantes Brittany Normandy Provence
意大利 米兰 都灵 那不勒斯 佛罗伦萨 威尼斯 热那亚 博洛尼亚 西西里 Milan Turin Naples Florence Venice Genoa Bologna Bergamo Sicily Sardinia Tuscany Lombardy Palermo Trieste
西班牙 巴塞罗那 瓦伦西亚 塞维利亚 毕尔巴鄂 加泰罗尼亚 Barcelona Valencia Seville Bilbao Catalonia Andalusia Almería Málaga Zaragoza
葡萄牙 波尔图 Porto Algarve Sines
荷兰 鹿特丹 埃因霍温 乌得勒支 Rotterdam Eindhoven Utrecht Leiden Groningen Friesland Delft
比利时 安特卫普 根特 列日 Antwerp Ghent Liège Flanders Wallonia Zeebrugge
瑞士 苏黎世 日内瓦 巴塞尔 洛桑 达沃斯 Zurich Geneva Basel Lausanne Davos
奥地利 萨尔茨堡 格拉茨 林茨 Salzburg Graz Linz Tyrol Innsbruck
瑞典 哥德堡 马尔默 Gothenburg Malmö Uppsala Kiruna Lund
挪威 卑尔根 特隆赫姆 斯塔万格 Bergen Trondheim Stavanger Tromsø Svalbard
丹麦 奥胡斯 欧登塞 Aarhus Odense Jutland Greenland
芬兰 坦佩雷 图尔库 奥卢 Tampere Turku Oulu Lapland
波兰 克拉科夫 格但斯克 罗兹 Kraków Krakow Gdańsk Gdansk Łódź Wrocław Poznań
捷克 布尔诺 俄斯特拉发 Brno Ostrava
匈牙利 德布勒森 赛格德 Debrecen Szeged
罗马尼亚 克卢日 康斯坦察 Cluj Constanța Timișoara
希腊 塞萨洛尼基 比雷埃夫斯 Thessaloniki Piraeus Crete
土耳其 伊斯坦布尔 伊兹密尔 Istanbul Izmir Anatolia
乌克兰 敖德萨 哈尔科夫 利沃夫 Odesa Odessa Kharkiv Lviv
俄罗斯 圣彼得堡 符拉迪沃斯托克 海参崴 喀山 西伯利亚 Saint_Petersburg St_Petersburg Vladivostok Kazan Siberia
日本 大阪 京都 名古屋 横滨 福冈 札幌 神户 北海道 九州 冲绳 Osaka Kyoto Nagoya Yokohama Fukuoka Sapporo Kobe Hokkaido Kyushu Okinawa Hiroshima Sendai
韩国 釜山 仁川 大邱 蔚山 济州 Busan Incheon Daegu Ulsan Jeju
印度 孟买 班加罗尔 加尔各答 金奈 海得拉巴 古吉拉特 喀拉拉 Mumbai Bangalore Bengaluru Kolkata Chennai Hyderabad Gujarat Kerala Punjab Assam Rajasthan Tamil_Nadu
巴基斯坦 卡拉奇 拉合尔 瓜达尔 Karachi Lahore Gwadar
孟加拉国 吉大港 Chittagong Sylhet
斯里兰卡 汉班托塔 Hambantota Kandy
越南 胡志明市 海防 岘港 北宁 Ho_Chi_Minh_City Haiphong Da_Nang Mekong_Delta
泰国 清迈 普吉 罗勇 Chiang_Mai Phuket Rayong
马来西亚 槟城 柔佛 沙巴 关丹 Penang Johor Sabah Sarawak
印度尼西亚 泗水 万隆 巴厘岛 苏拉威西 爪哇 苏门答腊 Surabaya Bandung Bali Sulawesi Java Sumatra Borneo Kalimantan
菲律宾 宿务 棉兰老 Cebu Mindanao Luzon
缅甸 曼德勒 皎漂 Mandalay Kyaukphyu
老挝 琅勃拉邦 磨丁 Luang_Prabang Boten
哈萨克斯坦 阿拉木图 阿克套 霍尔果斯口岸 Almaty Aktau
乌兹别克斯坦 撒马尔罕 布哈拉 Samarkand Bukhara
沙特阿拉伯 吉达 达曼 Jeddah Dammam Neom
以色列 海法 Haifa
埃及 亚历山大 苏伊士 Alexandria Suez
摩洛哥 卡萨布兰卡 丹吉尔 Casablanca Tangier
肯尼亚 蒙巴萨 Mombasa Kilifi Turkana
埃塞俄比亚 德雷达瓦 Dire_Dawa Oromia
坦桑尼亚 桑给巴尔 阿鲁沙 Zanzibar Arusha
尼日利亚 卡诺 伊巴丹 Kano Ibadan
南非 德班 豪登 Durban Gauteng
澳大利亚 悉尼 墨尔本 布里斯班 珀斯 阿德莱德 昆士兰 西澳 Sydney Melbourne Brisbane Perth Adelaide Queensland Victoria New_South_Wales Tasmania Pilbara
新西兰 奥克兰 基督城 Auckland Christchurch
"""
