"""Chinese and English words that translate each other in reports and articles: general ones, chosen by field.

A line holds groups, `Chinese words/English words`, separated by semicolons; the words of a group are separated by spaces,
those of an English expression joined by underscores. A word may stand in several groups. They tell where to look: no proof.
"""

from __future__ import annotations

ECONOMY = """
经济/economy economic; 市场/market; 政策/policy; 政府 当局/government authority
企业 公司 厂商/company enterprise firm business corporation corporate; 产业 行业/industry sector
工业/industry industrial; 制造 制造业/manufacture manufacturing; 农业/agriculture agricultural farming
服务/service serve; 贸易/trade; 出口/export; 进口/import; 投资/investment invest; 投资者/investor
融资 筹资/financing funding; 金融 财务/finance financial; 银行/bank banking; 资本/capital
资金/fund funding money; 贷款 信贷/loan credit lending; 债务 负债/debt liability; 债券/bond
股票 股份/stock share; 股东/shareholder; 利率/interest_rate; 利息/interest; 通货膨胀 通胀/inflation
汇率/exchange_rate; 货币/currency monetary; 税 税收 税率/tax taxation; 关税/tariff
补贴 补助/subsidy subsidize subsidise allowance grant; 预算/budget; 成本/cost
费用 开支 支出/cost expense expenditure spending fee; 收入 营收/revenue income earnings
利润 盈利/profit earnings; 亏损 损失/loss deficit; 收益 回报/return yield gain benefit; 价格 售价/price pricing
工资 薪资 薪酬/wage salary pay; 就业/employment job; 失业/unemployment unemployed
员工 雇员 职工/employee staff worker; 工人 劳动者/worker labourer laborer; 劳动力 劳动/labour labor workforce
消费/consumption consume consumer spending; 消费者/consumer; 客户 顾客/customer client; 用户 使用者/user
需求/demand need; 供给 供应/supply; 供应链/supply_chain; 供应商/supplier; 销售 出售 卖/sale sell; 销量/sales
购买 采购 买/purchase buy procurement; 零售/retail retailer; 批发/wholesale
电商 电子商务/e-commerce online_retail; 品牌/brand; 产品 商品/product goods commodity; 库存 存货/inventory stock
物流/logistics; 运输 交通/transport transportation traffic; 仓库 仓储/warehouse storage
竞争/competition compete competitive competitor; 垄断/monopoly
合作 协作/cooperation cooperate collaboration collaborate partnership; 合同 契约/contract; 协议/agreement
订单/order; 交易/transaction trade deal; 并购 收购/acquisition merger acquire takeover
增长 增加 上升 上涨 攀升/growth grow increase rise gain up
下降 减少 下滑 下跌 降低/decline decrease fall drop reduce reduction lower
提高 提升 改善 改进/improve improvement increase raise enhance better
扩大 扩张 拓展/expand expansion extend widen; 缩小 收缩/shrink narrow contraction; 规模/scale size
总额 总量 总计 共计/total; 比例 占比 比重 份额/share proportion percentage ratio; 平均 均值/average mean
人均/per_capita; 同比/year-on-year year_on_year; 季度/quarter quarterly; 年度 每年 年均/annual yearly per_year
月份 每月/month monthly; 国内生产总值 生产总值/GDP gross_domestic_product; 产值/output_value output
产量 产出/output production yield; 产能/capacity production_capacity; 生产 生产者/production produce producer
生产率 生产力/productivity; 效率 效益/efficiency efficient; 质量 品质/quality; 财富/wealth
贫困 贫穷/poverty poor; 富裕 富有/rich wealthy affluent; 不平等/inequality unequal
差距/gap disparity difference; 危机/crisis; 衰退/recession; 复苏 恢复/recovery recover restore
繁荣/prosperity boom; 稳定/stable stability; 波动/fluctuation fluctuate volatility
创业/startup entrepreneurship; 企业家/entrepreneur; 中小企业/small_and_medium SMEs; 国有/state-owned
民营 私营 私人/private; 公共 公众/public; 外资 外商/foreign_investment foreign; 跨国/multinational transnational
全球化/globalization globalisation; 区域 地区/region regional area; 能源/energy; 电力 用电 电/electricity power
石油 原油/oil petroleum crude; 煤 煤炭/coal; 天然气/natural_gas gas; 太阳能 光伏/solar photovoltaic
风电 风能/wind_power wind; 核电 核能/nuclear; 可再生/renewable; 电池/battery; 充电/charge charging
电动/electric; 汽车 车辆/car vehicle automobile; 燃料/fuel; 电网/grid; 房地产 房产/real_estate property
住房 住宅/housing home residential; 租金 租/rent; 土地 地块/land; 建筑 建筑物/building construction
建设 建造/construction build construct; 基础设施/infrastructure; 道路 公路 街道/road street highway
铁路/railway rail; 港口/port harbour harbor; 机场/airport; 旅游 游客/tourism tourist visitor travel
酒店 旅馆/hotel; 餐饮 餐馆 餐厅/restaurant catering; 保险/insurance insure; 养老金/pension
会计/accounting accountant; 审计/audit; 资产/asset; 估值/valuation; 现金/cash; 支付 付款 缴费/pay payment
捐赠 捐款/donation donate; 债权人/creditor; 破产/bankruptcy bankrupt; 上市/listed listing IPO; 基金/fund
广告/advertising advertisement; 营销/marketing; 渠道/channel; 利差/spread; 奖金 奖励/bonus reward incentive
激励/incentive motivate
"""

SOCIETY = """
社会/society social; 人口/population; 老龄 老龄化/ageing aging; 老人 老年人 老年/elderly older old_people senior
儿童 孩子 小孩/child children; 青年 年轻人 青少年/young youth adolescent teenager; 妇女 女性/woman women female
男性 男人/man men male; 家庭/family household; 父母 家长/parent; 母亲/mother; 父亲/father
婚姻 结婚/marriage marry; 出生 生育/birth fertility born; 死亡/death mortality die; 年龄/age aged
寿命/life_expectancy lifespan; 居民/resident; 农民/farmer; 农村 乡村/rural village countryside; 村庄 村/village
城市 城镇/city urban town; 城市化 城镇化/urbanization urbanisation; 社区/community
邻里 邻居/neighbourhood neighborhood neighbour neighbor; 移民 迁移/migration migrant immigrant
流动/mobility flow; 教育/education educational; 学校/school; 大学 高校/university college; 学生/student pupil
教师 老师/teacher; 课程/course curriculum; 课堂 教室/classroom; 教学/teaching instruction
学习/learning learn study; 考试/exam examination test; 成绩/score grade achievement; 阅读/reading read
写作/writing write; 数学/mathematics math; 科学/science scientific; 培训 训练/training train
毕业/graduate graduation; 学历 学位/degree; 知识/knowledge; 技能/skill
能力/ability capacity capability competence; 图书馆/library; 图书 书籍 书/book; 作业/homework assignment
校园/campus; 招生 录取/admission enrolment enrollment; 文化/culture cultural; 传统/tradition traditional
历史/history historical; 遗产/heritage; 博物馆/museum; 艺术/art artistic; 音乐/music musical
电影/film movie cinema; 文学/literature literary; 语言/language linguistic; 翻译/translation translate
宗教/religion religious; 节日/festival; 体育 运动/sport exercise; 游戏/game; 媒体/media; 新闻/news journalism
报纸/newspaper; 电视/television; 舆论/public_opinion; 价值观/values; 法律/law legal; 法院/court; 法官/judge
犯罪/crime criminal; 警察/police; 权利/right rights; 义务 责任/duty responsibility obligation liability
法规 条例 规定/regulation rule provision; 立法/legislation; 监管 管制/regulation regulatory supervise oversight
标准 准则/standard criterion criteria norm; 许可 执照/licence license permit; 审批 批准/approval approve
专利/patent; 版权 著作权/copyright; 知识产权/intellectual_property; 隐私/privacy private
诉讼/lawsuit litigation; 禁止/ban prohibit forbid; 处罚 罚款/penalty fine punish; 腐败/corruption
透明/transparent transparency; 民主/democracy democratic; 选举/election vote; 国家/state country nation national
世界 全球/world global worldwide; 国际/international; 国内/domestic; 中央/central; 地方 当地/local
省/province provincial; 县/county; 部门/department sector
机构/institution agency organization organisation body; 组织/organization organisation organize
委员会/committee commission; 协会/association; 会议/meeting conference; 公民/citizen; 军事 军队/military army
战争/war; 安全/safety security safe secure; 和平/peace; 外交/diplomatic diplomacy; 健康/health healthy
卫生/health hygiene sanitation; 医疗/medical healthcare health_care; 医院/hospital; 诊所/clinic
医生 医师/doctor physician; 护士 护理/nurse nursing care; 患者 病人/patient; 疾病 病/disease illness
症状/symptom; 诊断/diagnosis diagnose diagnostic; 治疗 疗法/treatment treat therapy therapeutic
手术/surgery surgical operation; 药物 药品 药/drug medicine medication; 疫苗 接种/vaccine vaccination
病毒/virus viral; 细菌/bacteria bacterial; 感染/infection infect; 传染 流行/infectious epidemic
疫情 大流行/pandemic epidemic outbreak; 癌症 肿瘤 癌/cancer tumor tumour; 糖尿病/diabetes diabetic
高血压/hypertension; 血压/blood_pressure; 心脏/heart cardiac; 心血管/cardiovascular; 血液 血/blood
骨 骨骼/bone skeletal; 脑 大脑/brain; 细胞/cell cellular; 基因/gene genetic; 蛋白 蛋白质/protein
免疫/immune immunity; 组织/tissue; 神经/nerve neural; 皮肤/skin; 肺/lung pulmonary; 肝 肝脏/liver
肾 肾脏/kidney renal; 胃/stomach gastric; 眼睛 眼/eye; 牙 牙齿/tooth teeth dental; 肌肉/muscle; 疼痛/pain
睡眠/sleep; 抑郁/depression; 焦虑/anxiety; 心理 精神/mental psychological; 压力/stress pressure
营养/nutrition nutrient; 饮食/diet; 食物 食品/food; 肥胖/obesity obese; 体重/weight; 吸烟/smoking
饮酒 酒精/alcohol drinking; 康复/rehabilitation recovery; 预防/prevention prevent; 筛查/screening
副作用 不良反应/side_effect adverse; 临床/clinical; 医保/medical_insurance health_insurance
残疾/disability disabled; 怀孕 妊娠/pregnancy pregnant; 新生儿 婴儿/infant newborn baby; 急诊/emergency
剂量/dose; 激素/hormone; 抗生素/antibiotic; 植入 植入物/implant; 干细胞/stem_cell; 材料/material
器械/device instrument
"""

NATURE = """
环境/environment environmental; 气候/climate; 气候变化/climate_change; 天气/weather; 温度 气温/temperature
变暖/warming; 降雨 降水/rainfall precipitation rain; 干旱/drought; 洪水 洪涝/flood flooding
暴雨/storm heavy_rain; 台风/typhoon; 地震/earthquake; 灾害 灾难/disaster; 海洋 海/ocean sea marine
海平面/sea_level; 河流 江河 河/river; 湖泊 湖/lake; 湿地/wetland; 流域/basin watershed; 地下水/groundwater
水 用水 水源/water; 水质/water_quality; 灌溉/irrigation; 水库 大坝/reservoir dam; 森林 林业/forest forestry
树木 树/tree; 草地 草原/grassland; 土壤/soil; 沙漠 荒漠/desert; 冰川 冰/glacier ice; 雪/snow; 山 山区/mountain
岛 岛屿/island; 海岸 沿海/coast coastal; 空气 大气/air atmosphere atmospheric; 污染/pollution pollute pollutant
排放/emission emit discharge; 碳/carbon; 二氧化碳/carbon_dioxide CO2; 温室气体/greenhouse_gas
废物 垃圾 废弃物/waste garbage rubbish; 废水 污水/wastewater sewage; 塑料/plastic
回收/recycle recycling recovery; 生态/ecology ecological ecosystem; 生物多样性/biodiversity; 物种/species
动物/animal; 植物/plant; 鸟 鸟类/bird; 鱼 鱼类/fish; 昆虫/insect; 蜜蜂/bee; 花 花卉/flower; 种子/seed
作物 庄稼/crop; 粮食/grain food; 水稻 稻/rice; 小麦/wheat; 玉米/maize corn; 蔬菜/vegetable; 水果/fruit
茶 茶叶/tea; 肥料 化肥/fertilizer fertiliser; 农药/pesticide; 牲畜 家畜/livestock cattle
渔业 捕捞/fishery fishing; 保护/protection protect conservation conserve; 可持续/sustainable sustainability
绿色/green; 资源/resource; 矿 矿产 采矿/mine mining mineral; 金属/metal; 钢 钢铁/steel; 铁/iron; 铜/copper
铝/aluminium aluminum; 锂/lithium; 稀土/rare_earth; 石/stone; 木材 木/wood timber; 玻璃/glass
水泥 混凝土/cement concrete; 化学 化工/chemical chemistry; 物理/physics physical; 生物/biological biology
地质/geological geology; 太空 航天/space aerospace; 卫星/satellite; 地球/earth; 月球 月亮/moon lunar
太阳/sun solar; 光 光线 光照/light; 热 热量/heat thermal; 冷 寒冷/cold
热浪 高温/heat heatwave heat_wave high_temperature; 噪声 噪音/noise; 声音/sound voice; 颜色/colour color
季节/season seasonal; 春 春季 春天/spring; 夏 夏季 夏天/summer; 秋 秋季 秋天/autumn fall; 冬 冬季 冬天/winter
夜间 夜晚 晚上/night evening; 早晨 上午 早上/morning; 下午 午后/afternoon; 白天/day daytime; 周末/weekend
火 火灾/fire; 风/wind; 能见度/visibility; 湿度/humidity; 浓度/concentration; 氮/nitrogen; 氧 氧气/oxygen
氢/hydrogen; 甲烷/methane; 臭氧/ozone; 颗粒物/particulate particle; 遥感/remote_sensing; 监测/monitoring monitor
"""

TECHNOLOGY = """
技术 科技/technology technological technique; 创新/innovation innovative innovate
研发/research_and_development R&D; 人工智能/artificial_intelligence AI; 机器学习/machine_learning
深度学习/deep_learning; 神经网络/neural_network; 算法/algorithm; 模型/model; 数据/data; 大数据/big_data
数据库/database; 数据集/dataset data_set; 计算/computing computation compute calculate calculation
计算机 电脑/computer; 软件/software; 硬件/hardware; 芯片/chip; 半导体/semiconductor; 网络/network web
互联网 网上 在线/internet online; 网站/website site; 平台/platform; 应用 应用程序/application apply app
手机 智能手机/phone smartphone mobile; 移动/mobile move; 通信 通讯/communication telecommunication
信息/information; 数字 数字化/digital digitalization digitization; 智能/intelligent smart
自动化 自动/automation automatic automated; 机器人/robot; 机器 机械/machine machinery mechanical
设备 装置/equipment device; 传感器/sensor; 系统/system; 云 云计算/cloud; 存储/storage store memory; 内存/memory
代码 编码/code coding; 编程 程序/program programming; 开源/open-source open_source; 加密/encryption encrypt
密码 口令/password; 攻击/attack; 漏洞/vulnerability flaw; 故障/failure fault; 错误/error mistake
测试/test testing; 性能/performance; 速度/speed; 精度 准确 准确率/accuracy accurate precision precise
图像 图片/image picture; 视频/video; 音频/audio; 文本/text; 文件/file document; 搜索 检索/search retrieval
推荐/recommend recommendation; 预测/predict prediction forecast; 识别/recognition recognize identify
检测/detection detect; 分类/classification classify category; 聚类/cluster clustering
优化/optimize optimise optimization; 模拟 仿真/simulation simulate; 控制/control; 设计/design
开发/develop development; 工程/engineering project; 工程师/engineer; 实验室/laboratory lab; 无人机/drone
无人驾驶 自动驾驶/autonomous_driving self-driving driverless; 卫星导航 导航/navigation; 激光/laser; 光学/optical
电子/electronic electron; 电压/voltage; 电流/current; 信号/signal; 频率/frequency; 区块链/blockchain
虚拟/virtual; 虚拟现实/virtual_reality; 打印/print printing; 纳米/nano nanometre nanoparticle; 量子/quantum
发明/invention invent; 工具/tool; 功能/function functional feature; 界面/interface; 升级/upgrade update
更新/update renew renewal; 版本/version; 下载/download; 上传/upload; 账户 账号/account; 屏幕/screen; 按钮/button
语音/speech voice; 训练集 训练/training; 参数/parameter; 样本/sample; 接口/interface; 服务器/server
带宽/bandwidth; 延迟/delay latency; 兼容/compatible compatibility
"""

RESEARCH = """
研究/research study; 本文 论文 文章/paper article thesis; 作者/author; 学者 研究者 研究人员/scholar researcher
专家/expert; 方法/method approach; 理论/theory theoretical; 概念/concept; 定义/definition define
假设 假说/hypothesis assumption assume; 实验/experiment experimental trial; 试验/trial test experiment
调查 问卷/survey investigation questionnaire; 访谈 采访/interview; 观察/observation observe
分析/analysis analyse analyze; 结果/result outcome finding; 发现/find finding discover; 结论/conclusion conclude
证据/evidence; 证明 证实/prove demonstrate confirm; 表明 显示/show indicate suggest
指出 认为/argue point_out hold believe note; 报告/report; 统计 统计数据/statistics statistical
显著 明显/significant significantly marked; 相关/correlation correlated related relevant; 因果/causal
原因/cause reason; 影响 效应/effect impact influence affect; 作用/role effect; 因素/factor; 变量/variable
指标/indicator index; 指数/index; 测量/measure measurement; 评估 评价/assessment evaluation evaluate assess
比较 对比/compare comparison contrast; 差异 区别/difference differ; 相似/similar
关系 联系/relationship relation link connection; 趋势/trend tendency; 变化 改变/change; 过程/process
阶段 时期/stage phase period; 机制/mechanism; 结构/structure structural; 特征 特点/characteristic feature
类型 种类/type kind; 水平 程度/level degree extent; 范围/range scope; 问题/problem issue question
挑战/challenge; 困难/difficulty difficult; 机会 机遇/opportunity chance; 优势 优点/advantage strength
缺点 劣势 不足 弱点/disadvantage weakness shortcoming; 风险/risk; 威胁/threat threaten
战略 策略/strategy strategic; 目标 目的/goal objective target aim purpose; 计划 规划/plan planning
项目/project programme program; 措施 举措/measure step; 建议/suggestion suggest recommend recommendation advice
要求/requirement require demand; 条件/condition; 参与者 受试者 被试/participant subject; 对照组/control_group
随机/random randomized randomised; 回归/regression; 变异/variation variance; 置信/confidence; 文献/literature
综述/review; 期刊/journal; 发表 出版/publish publication; 引用/cite citation; 框架/framework
视角 角度/perspective; 案例/case; 例子/example; 详细/detail detailed; 总结/summary summarize
讨论/discussion discuss; 解释 说明/explain explanation; 理解/understand understanding; 意义/significance meaning
重要/important importance significant; 主要/main major primary chiefly mainly
关键 核心/key core crucial critical; 基本 基础/basic basis foundation fundamental
普遍 广泛/widespread common general widely; 特殊 特定/special specific particular; 复杂/complex complicated
简单/simple; 有效/effective; 潜在 潜力/potential; 可能/may might possible likely; 必须/must; 需要/need require
应当 应该/should; 长期/long-term long_term; 短期/short-term short_term; 未来/future
目前 当前 现在 如今/current currently present now today; 过去/past; 最近 近年来/recent recently; 以来/since
首次 第一/first; 最后 最终/final finally last; 超过 多于/exceed more_than over above
少于 低于 不到/less_than below under fewer; 约 大约 左右/about around approximately some roughly
几乎 近/almost nearly; 一半 半数/half; 三分之一/third; 三分之二/two_thirds two-thirds; 四分之一/quarter
多数 大多数/most majority; 少数/minority few; 翻倍 两倍 加倍/double twice; 倍/times fold
"""

GENERAL = """
人 人们/people person; 我们/we our; 他们/they their; 时间/time; 年/year; 月/month; 日 天/day; 周 星期/week
小时/hour; 分钟/minute; 世纪/century; 十年/decade; 地点 地方/place site location; 中心/center centre central
北方 北部/north northern; 南方 南部/south southern; 东部 东/east eastern; 西部 西/west western
内部/internal inside; 外部/external outside; 上层 高层/upper; 附近/near nearby; 距离/distance; 面积/area
长度 长/length long; 高度 高/height high; 深度 深/depth deep; 宽/wide width; 数量/number quantity amount
大 巨大/large big great huge; 小/small little; 新/new; 旧 老/old; 快 迅速 快速/fast rapid quickly rapidly
慢 缓慢/slow slowly; 强 强大/strong powerful; 弱/weak; 好/good well; 更好/better; 坏 差/bad poor
便宜 低价/cheap low-cost; 昂贵 贵/expensive costly; 免费/free; 容易/easy easily; 直接/direct directly
间接/indirect; 独立/independent independently; 自由/free freedom; 公平/fair fairness equity; 平等/equal equality
同样 相同/same equal; 不同/different; 各种/various different; 许多 很多 大量/many much large numerous
部分/part partly some; 整个 整体/whole entire overall; 所有 全部/all every; 每/each every per; 唯一 只有/only
单/single; 双/double dual; 共同/common joint shared; 个人/individual personal; 集体/collective; 团队/team
领导/leader lead leadership; 管理/management manage administration; 经理/manager
决策 决定/decision decide determine; 选择/choice choose select option; 开始/begin start; 结束/end finish
继续 持续/continue continuous sustained; 停止/stop halt; 保持 维持/maintain keep remain
建立 设立 成立/establish set_up found build; 关闭/close shut; 打开 开放/open
加入 参加 参与/join participate participation involve; 离开/leave; 进入/enter entry; 返回 回到/return
出现/appear emerge emergence; 消失/disappear vanish; 存在/exist existence; 发生/occur happen take_place
造成 导致 引起/cause lead result_in trigger; 促进 推动/promote drive boost; 阻碍 妨碍/hinder impede hamper
限制 制约/limit restrict constraint; 支持/support; 反对/oppose opposition; 鼓励/encourage; 帮助/help assist
提供/provide offer supply; 获得 取得/obtain gain acquire get; 失去/lose; 使用 利用/use utilize
采用 采取/adopt take; 实施 执行/implement implementation carry_out; 完成/complete finish; 实现/achieve realize
达到/reach achieve; 解决/solve resolve solution; 处理/handle deal process treatment; 避免/avoid
确保 保证/ensure guarantee; 加强 增强 强化/strengthen enhance reinforce; 削弱 减弱/weaken
加快 加速/accelerate speed; 延长/extend prolong; 缩短/shorten; 推迟 延误/delay postpone
集中/concentrate concentration focus; 分散/disperse spread; 分布/distribution distribute
分配/allocation allocate distribution; 转移 转让/transfer; 转变 转型/transform transformation transition shift
替代 取代/replace substitute alternative; 结合/combine combination; 分离 分开/separate separation
连接/connect connection link; 覆盖/cover coverage; 包括 包含/include contain; 属于/belong; 来自/from come_from
依赖 依靠/depend rely dependence; 适应/adapt adaptation; 适合/suit suitable fit; 满足/meet satisfy
满意/satisfied satisfaction; 接受/accept acceptance; 拒绝/refuse reject; 允许/allow permit; 反映/reflect
代表/represent representative; 表示/say express indicate; 宣布/announce declare
承认/admit acknowledge recognize; 警告/warn warning; 强调/emphasize stress; 相信/believe; 希望/hope
期望 预期/expect expectation; 担心 担忧/worry concern; 关注/concern attention; 注意/attention note notice
兴趣/interest; 态度/attitude; 意愿/willingness willing; 行为/behaviour behavior; 习惯/habit
经验 经历/experience; 感受 感觉/feel feeling perception; 记忆/memory; 情绪/emotion emotional; 信任/trust
信心/confidence; 动机/motivation motive; 生活/life living; 工作/work job; 职业/occupation career professional
日常/daily everyday; 休闲/leisure; 旅行/travel trip; 步行/walk walking; 自行车 单车/bicycle bike cycling
公交 公共汽车/bus; 地铁/metro subway underground; 乘客 旅客/passenger; 司机 驾驶/driver driving drive
飞机 航空/aircraft plane aviation airline; 船 船舶 航运/ship vessel shipping; 花园 公园/garden park
绿化/greening green; 房屋 房子/house; 房间/room; 办公室/office; 商店/shop store; 工厂/factory plant
厨房/kitchen; 衣服 服装/clothes clothing garment; 包装/packaging package; 价值/value; 物质/substance material
力量/force power strength; 空间/space; 形式/form; 方式/way manner mode; 方向/direction; 内容/content
质疑/question doubt; 答案 回答/answer; 事实/fact; 消息/message news; 信/letter; 电话/telephone call
名称 名字/name; 标题/title heading; 图表 图/figure chart; 表格/table; 段落/paragraph passage; 句子/sentence
词语 词汇/word vocabulary; 页 页面/page; 清单 列表/list; 步骤/step; 顺序/order sequence; 组 群体/group; 层/layer
单位/unit; 对象/object subject; 目录/catalogue directory contents; 档案/archive record; 记录/record log
起源 来源/origin source; 结局/ending; 局限 局限性/limitation; 代价/price cost; 贡献/contribution contribute
成功/success successful; 失败/fail failure; 进步 进展/progress advance; 发展/development develop; 改革/reform
变革/change revolution; 增值/added_value; 公开/public open disclose; 秘密/secret; 正式/formal official
官方/official; 临时/temporary; 永久/permanent; 定期/regular regularly; 经常 常常/often frequently
有时/sometimes; 很少/rarely seldom; 从未/never; 已经/already; 尚未 仍未/not_yet; 仍然 仍/still remain
因此/therefore thus; 因为 由于/because due; 但是 然而/but however; 虽然 尽管/although though despite
除了/except besides; 如果/if; 根据 按照/according based; 通过/through via; 关于/about regarding
之间/between among; 期间/during; 之前/before prior; 之后/after following; 同时/while meanwhile simultaneously
尤其 特别/especially particularly; 例如/example instance such_as; 其中/of_which including
没有 无/no not without lack none; 缺乏 缺少 短缺/lack shortage short; 足够 充分/enough sufficient
过度 过多/excessive too_much over
"""

EVERYDAY = """
投入/input invest put; 受益 得益/benefit; 带来/bring; 引进 引入/introduce bring
推广 普及/promote popularize spread; 发布 公布/release publish announce; 制定/formulate draw_up set
修订 修改/revise amend modify; 调整/adjust adjustment; 遵守 符合/comply conform meet; 违反/violate breach
申请/apply application; 登记 注册/register registration; 签订 签署 签约/sign
检查/inspect check examine examination; 监督/supervise supervision; 核算/accounting calculate; 报销/reimburse
赔偿 补偿/compensate compensation damages; 承担/bear assume undertake; 损害 伤害/damage harm injury
受伤/injured hurt; 事故/accident; 救援/rescue; 救护车/ambulance; 抢救/rescue resuscitate
投诉 抱怨/complaint complain; 纠纷 争议/dispute controversy; 协商 谈判/negotiate negotiation consultation
居住/live reside; 搬迁/move relocate; 改造/renovation renovate rebuild retrofit
维修 修复 修缮/repair restore restoration maintenance; 维护/maintain maintenance; 安装 加装/install installation
拆除 拆/demolish dismantle remove; 清理 清洁 干净/clean clear; 种植 栽培/plant grow cultivate cultivation
收获 收割/harvest; 养殖/breed farm aquaculture; 喂养 投喂/feed; 砍伐/fell deforestation logging
挖 开采 开挖/dig extract excavate; 埋 填埋/bury landfill; 燃烧/burn combustion; 加热/heating
冷却 降温/cool cooling; 冷链/cold_chain; 冷冻 冷藏/freeze frozen refrigerate; 干燥 干/dry; 潮湿/humid wet damp
清洗 洗/wash; 洗手/hand_washing; 烹饪 做饭/cook cooking; 吃/eat; 喝/drink; 穿/wear; 住/live stay; 走/walk go
跑 跑步/run running; 坐/sit; 站/stand station; 睡 睡觉/sleep; 看 观看/watch look see view; 听/listen hear
说 讲/say speak tell; 写/write; 读/read; 画 绘画/draw paint painting; 唱/sing; 跳舞 舞蹈/dance dancing; 玩/play
笑/laugh smile; 哭/cry; 想 思考/think; 记住/remember; 忘记/forget; 知道/know; 学会/learn; 教/teach
问 提问/ask question; 告诉/tell; 邀请/invite; 等待 等/wait; 寻找/look_for seek search; 发送 发给/send
收到/receive; 给/give; 拿/take; 放/put place; 开车/drive; 送 递送 配送/deliver delivery
快递/courier parcel express; 外卖/takeaway food_delivery; 邮件 电子邮件/email mail; 短信/text_message
照片 拍照 拍摄/photo photograph shoot film; 摄像头 相机/camera; 录音 录像/recording record; 耳机/headphones
钱/money; 赚钱 赚/earn make_money; 花费/spend cost; 借/borrow lend; 租赁 出租/rent lease hire; 出租车/taxi
押金/deposit; 罚/fine penalty; 免除/exempt waive; 折扣 打折/discount; 涨价/price_increase; 竞价 拍卖/auction
招标 投标/tender bid bidding; 中标/win_bid; 承包/contract; 加工/processing process; 组装/assemble assembly
零件 部件 组件/part component; 原料 原材料/raw_material; 质检/quality_inspection; 废品/scrap; 出厂/factory
专卖店 门店/shop store outlet; 超市/supermarket; 集市 夜市/market; 摊位 摊主/stall vendor
顾问 咨询/consultant consulting consultation; 律师/lawyer; 原告/plaintiff; 被告/defendant
判决 裁定/ruling judgment verdict; 证人/witness; 侵权/infringement infringe; 盗版/piracy; 条款/clause term
附录/appendix; 草案 草稿/draft; 提案/proposal; 签名/signature; 证书 证明/certificate
资格/qualification qualified; 老师 导师/teacher tutor; 校长/principal headmaster; 幼儿园/kindergarten
小学/primary_school elementary; 中学 初中 高中/secondary_school middle_school high_school; 本科/undergraduate
研究生/graduate_student postgraduate; 博士/doctoral PhD; 讲座/lecture; 教材 课本/textbook
练习/practice exercise; 辅导/tutoring; 缺勤 旷课/absence; 出勤/attendance; 辍学 退课/drop_out; 同伴 同龄人/peer
同事/colleague; 朋友/friend; 亲戚/relative; 祖父母 爷爷 奶奶 祖辈/grandparent; 儿子/son; 女儿/daughter
兄弟/brother; 姐妹/sister; 丈夫/husband; 妻子/wife; 夫妻/couple; 单身/single; 离婚/divorce
孤独/lonely loneliness; 幸福/happiness happy; 满足感/satisfaction; 疲劳/fatigue tired; 认知/cognitive cognition
智力/intelligence; 注意力/attention; 语法/grammar; 方言/dialect; 双语/bilingual; 口语/spoken
听力/listening hearing; 视力 近视/vision sight myopia; 失明/blind; 聋/deaf; 急性/acute; 慢性/chronic
心肌梗死 心梗/myocardial_infarction heart_attack; 卒中 中风/stroke; 冠心病/coronary; 哮喘/asthma; 肺炎/pneumonia
结核/tuberculosis; 肝炎/hepatitis; 腹泻/diarrhoea diarrhea; 发热 发烧/fever; 咳嗽/cough; 伤口/wound; 溃疡/ulcer
骨折/fracture; 关节/joint; 血管/vessel vascular; 动脉/artery arterial; 静脉/vein venous; 胸痛 胸/chest
结节/nodule; 影像 阅片/imaging; 放射/radiology radiation; 超声/ultrasound; 心电图/electrocardiogram ECG
心率/heart_rate; 血糖/blood_glucose blood_sugar; 胰岛素/insulin; 胆固醇/cholesterol; 维生素/vitamin; 糖/sugar
盐/salt; 脂肪/fat; 肉 肉类/meat; 牛奶 奶/milk; 鸡蛋 蛋/egg; 咖啡/coffee; 随访/follow-up follow_up
复发/relapse recurrence recur; 存活 生存/survival survive; 病房 病区/ward; 床位/bed
挂号 预约/appointment booking; 处方/prescription prescribe; 服药 用药/medication
敏感 灵敏度/sensitive sensitivity; 特异/specific specificity; 假阳性/false_positive; 误差 差错/error
古代 古/ancient; 现代/modern; 朝代 王朝/dynasty; 皇帝/emperor; 战国/Warring_States; 唐代 唐朝/Tang
宋代 宋朝/Song; 明代 明朝/Ming; 清代 清朝/Qing; 考古/archaeology archaeological; 遗址 地点/site ruins
墓 墓葬/tomb grave; 陶 陶瓷 陶器/pottery ceramic; 瓷 瓷器/porcelain; 丝绸/silk; 雕塑 雕像/sculpture statue
寺 寺庙/temple; 教堂/church; 城墙/city_wall wall; 砖/brick; 墙/wall; 屋顶/roof; 门/door gate; 窗 窗户/window
桥 桥梁/bridge; 隧道/tunnel; 电梯/lift elevator; 楼 楼层 层/floor storey; 工匠/craftsman artisan
手工 手工艺/handicraft craft; 展览 展示/exhibition exhibit display; 收藏 馆藏/collection; 观众/audience visitor
剧院 戏剧/theatre theater drama; 演员/actor; 导演/director; 歌曲/song; 小说/novel; 诗 诗歌/poem poetry
作家/writer; 门票 票价 票/ticket; 比赛/competition match; 奥运会/Olympics Olympic; 足球/football
滑雪 雪场/ski skiing; 游泳/swim swimming; 露营/camping; 健身/fitness; 煤矿/coal_mine; 火电/thermal_power
水电/hydropower; 发电/power_generation generate; 发电量/power_output; 装机/installed_capacity capacity
千瓦/kilowatt kW; 储能/energy_storage storage; 涡轮 风机 风力发电机/turbine; 叶片/blade; 电缆/cable
管道 管/pipe pipeline; 排水/drainage drain; 内涝/flooding waterlogging; 供水/water_supply; 供暖/heating
节能/energy_saving energy_efficiency; 碳中和/carbon_neutral carbon_neutrality; 碳税/carbon_tax; 边境/border
海关/customs; 集装箱/container; 码头/terminal wharf dock; 货物 货运/cargo freight goods
海底/seabed submarine undersea; 渔船/fishing_boat; 渔民/fisherman fishermen; 珊瑚/coral; 礁/reef; 鲸/whale
鲑鱼 三文鱼/salmon; 鹤/crane; 蜂群/colony; 害虫 虫/pest insect; 杂草/weed; 除草剂/herbicide; 育种/breeding
基因编辑/gene_editing; 转基因/genetically_modified; 冻土/permafrost; 地表/surface; 表面/surface; 底部 底/bottom
顶部/top; 边缘/edge margin; 上游/upstream; 下游/downstream; 河口/estuary; 三角洲/delta; 半岛/peninsula
高原/plateau; 平原/plain; 盆地/basin; 山谷/valley; 郊区/suburb; 郊外/outskirts; 市中心/downtown city_centre
小区/residential compound neighbourhood; 停车 停车场/parking car_park; 路灯/street_lamp street_light
行人/pedestrian; 拥堵 堵车/congestion; 通勤/commute commuting commuter; 共享/sharing shared; 载客/passenger
航班/flight; 高铁/high-speed_rail; 轨道/rail track orbit; 尺寸 大小/size; 重量 重/weight heavy; 轻/light
厚/thick thickness; 薄/thin; 硬/hard; 软/soft; 锋利/sharp; 热门/popular; 受欢迎/popular welcome; 罕见 稀有/rare
常见/common; 典型/typical; 正常/normal; 异常/abnormal unusual; 真实/real true; 虚假 假/false fake
正确/correct right; 危险/dangerous hazard danger; 严重/serious severe; 轻度 轻微/mild slight; 中度/moderate
紧急/urgent emergency; 困扰/trouble; 灵活/flexible; 严格/strict stringent; 合理/reasonable; 合法/legal lawful
非法/illegal; 自愿 志愿者/volunteer voluntary; 强制/compulsory mandatory; 默认/default; 精确/exact precise
粗略/rough; 具体/specific concrete; 抽象/abstract; 全面/comprehensive; 系统性/systemic systematic
深入/in-depth deep; 初步/preliminary; 先进/advanced; 落后 滞后/backward lag; 陈旧 过时/outdated obsolete
充足/ample abundant; 有限/limited; 无限/unlimited; 空 空闲 闲置/empty idle unused; 满/full; 忙/busy; 安静/quiet
美丽/beautiful; 健全/sound; 脆弱/fragile vulnerable; 坚持/persist persevere insist; 放弃/give_up abandon
尝试 试图/try attempt; 努力/effort; 习得/acquire; 争取/strive; 吸引/attract; 影响力/influence; 号召/call
呼吁/call_for urge; 谴责/condemn; 批评/critic criticize criticism; 赞扬/praise; 感谢/thank; 道歉/apologize
庆祝/celebrate; 纪念/commemorate memorial; 意外/unexpected accident surprise; 惊讶/surprise; 可惜/pity
幸运/lucky fortunate; 偶然/accidental chance; 必然/inevitable; 自然/natural nature; 人工/artificial manual
人类/human humanity; 人力/manpower human; 机遇/opportunity; 瓶颈/bottleneck; 障碍/obstacle barrier
门槛/threshold; 阈值/threshold; 峰值 高峰/peak; 低谷/trough; 底线/bottom_line; 上限/upper_limit cap ceiling
下限/lower_limit; 预警/early_warning; 应急/emergency; 备用/backup spare; 剩余 其余/remaining rest surplus
过剩/surplus overcapacity; 浪费/waste; 节约 节省/save saving; 积累/accumulate; 消耗/consume consumption
损耗/loss wear; 寿命/life lifetime; 老化/ageing aging; 退役/retired decommission; 报废/scrapped; 试点/pilot
示范/demonstration; 推迟/delay; 提前/advance beforehand; 按时/on_time; 逐步/gradually; 突然/sudden suddenly
立即/immediately; 随后/subsequently then; 最初 起初/initially at_first; 后来/later; 从前/formerly; 直到/until
自从/since; 至少/at_least; 最多/at_most; 仅 只/only just; 甚至/even; 反而/instead; 通常 一般/usually generally
往往/often tend; 偶尔/occasionally; 一直/always; 再次/again; 一起 共同/together; 分别/respectively
尽可能/as_possible; 显然/obviously; 据说/reportedly; 估计/estimate; 据统计/statistics
"""

NAMES = """
中国 我国/China Chinese; 美国/US U.S. USA American America; 英国/UK Britain British; 德国/Germany German
法国/France French; 日本/Japan Japanese; 韩国/Korea Korean; 印度/India Indian; 俄罗斯/Russia Russian
加拿大/Canada Canadian; 澳大利亚/Australia Australian; 巴西/Brazil Brazilian; 意大利/Italy Italian
西班牙/Spain Spanish; 荷兰/Netherlands Dutch; 瑞典/Sweden Swedish; 挪威/Norway Norwegian; 丹麦/Denmark Danish
芬兰/Finland Finnish; 瑞士/Switzerland Swiss; 奥地利/Austria Austrian; 比利时/Belgium Belgian
葡萄牙/Portugal Portuguese; 希腊/Greece Greek; 波兰/Poland Polish; 土耳其/Turkey Turkish; 以色列/Israel Israeli
伊朗/Iran Iranian; 沙特/Saudi; 埃及/Egypt Egyptian; 南非/South_Africa; 尼日利亚/Nigeria; 肯尼亚/Kenya Kenyan
埃塞俄比亚/Ethiopia; 墨西哥/Mexico Mexican; 阿根廷/Argentina; 智利/Chile Chilean; 越南/Vietnam Vietnamese
泰国/Thailand Thai; 印度尼西亚 印尼/Indonesia Indonesian; 马来西亚/Malaysia; 新加坡/Singapore
菲律宾/Philippines; 巴基斯坦/Pakistan; 孟加拉国/Bangladesh; 新西兰/New_Zealand; 欧洲/Europe European
亚洲/Asia Asian; 非洲/Africa African; 北美/North_America; 南美 拉美/South_America Latin_America
欧盟/EU European_Union; 联合国/UN United_Nations; 世界卫生组织 世卫组织/WHO World_Health_Organization
世界银行/World_Bank; 国际货币基金组织/IMF International_Monetary_Fund; 世界贸易组织 世贸组织/WTO; 经合组织/OECD
东盟/ASEAN; 香港/Hong_Kong; 澳门/Macao Macau; 台湾/Taiwan; 西藏/Tibet; 内蒙古/Inner_Mongolia; 长江/Yangtze
黄河/Yellow_River; 珠江/Pearl_River; 伦敦/London; 纽约/New_York; 巴黎/Paris; 东京/Tokyo; 柏林/Berlin
莫斯科/Moscow; 华盛顿/Washington; 首尔/Seoul; 悉尼/Sydney; 硅谷/Silicon_Valley; 太平洋/Pacific; 大西洋/Atlantic
印度洋/Indian_Ocean; 北极/Arctic; 南极/Antarctic; 地中海/Mediterranean; 喜马拉雅/Himalaya; 亚马逊/Amazon
苹果/Apple; 谷歌/Google; 微软/Microsoft; 特斯拉/Tesla; 华为/Huawei; 阿里巴巴/Alibaba; 腾讯/Tencent; 比亚迪/BYD
宁德时代/CATL; 丰田/Toyota; 三星/Samsung; 亚马逊/Amazon; 国务院/State_Council; 人民银行/People's_Bank
国家统计局/National_Bureau_of_Statistics; 卫健委/Health_Commission; 药监局/Medical_Products_Administration
食品药品监督管理局/FDA Food_and_Drug_Administration
"""

WORDS = ECONOMY + SOCIETY + NATURE + TECHNOLOGY + RESEARCH + GENERAL + EVERYDAY + NAMES
