"""What the headings of the built-in templates are about: cue terms in Chinese and English.

Written for many industries. A term listed under two headings counts less for both. Weights: `*` marks a term that
nearly settles the heading; `_` joins the words of an English term.
"""

from __future__ import annotations

_POLITICAL = """
政策* 政府* 国务院* 发改委* 国家发展改革委* 工信部* 财政部* 卫健委* 卫生健康委* 药监局* 药品监督管理局* 医保局* 市场监管总局* 商务部* 教育部* 农业农村部* 海关总署*
国家 监管* 监管部门* 主管部门 法规* 条例* 办法 管理办法* 法律* 立法* 司法 规章 规划* 纲要* 意见 指导意见* 通知 印发* 发布 出台* 颁布* 实施 试点 试行 十四五* 十三五* 十五五*
集采* 集中采购* 带量采购* 医保* 医保目录* 医保支付* 支付方式改革* DRG* DIP* 两票制* 审批* 审评* 审评审批* 注册 注册证 备案 准入* 许可 许可证* 牌照* 资质 合规 处罚* 罚款* 反垄断* 执法
补贴* 财政补贴* 税收优惠* 减税 退税 关税* 加征关税* 贸易摩擦* 贸易壁垒* 制裁* 出口管制* 实体清单* 外交 地缘政治* 国际关系 双边 协定* 自贸协定* 一带一路*
专项资金 政府采购* 扶持 鼓励 支持政策* 优惠政策* 绿色通道* 优先审批* 国产替代政策 政策导向 顶层设计* 健康中国* 乡村振兴* 双碳* 碳中和* 共同富裕* 双减* 限购* 限价 强制性标准* 国家标准 行政 中央 地方政府* 省政府* 市政府
人大 政协 两会* 领导小组 工作组 督查 问责 上位法 数据安全法* 个人信息保护法* 环保督察* 配额* 招标 中标 公立医院改革* 医改* 分级诊疗* 医联体 医共体 价格管制* 指导价* 执业 处方权 责任制 监督管理* 审查* 特别审查* 申报* 义务 联合发文* 工业和信息化部* 绩效考核* 公立医院 明确要求* 约束性指标* 追责 停止销售* 责令* 限制* 禁止* 生效 部委* 省级* 国家级 整治* 清理整顿
"""
_ECONOMIC = """
市场规模* 市场份额* 市占率* 市场占有率* 市场集中度* 亿元* 万亿元* 万元* 亿美元* 美元 欧元 营收* 营业收入* 销售额* 销量* 销售收入* 利润* 净利润* 毛利率* 毛利* 成本* 价格* 均价* 单价 降价 涨价* 定价 议价 需求 供给 供需*
产能* 产量* 产值* 产业链 供应链 库存* 增速* 增长率* 复合增长率* 同比* 环比* 增长 GDP* 国内生产总值* 人均可支配收入* 可支配收入* 居民收入* 收入水平 通货膨胀* 通胀* 物价* CPI* 利率* 汇率* 货币政策* 信贷* 贷款* 融资* 投融资* 投资* 投资者 资本* 资本市场* 风险投资*
上市 IPO* 并购* 收购 股价* 股票 估值* 基金* 科创板* 出口额* 进口额* 出口* 进口 外贸* 贸易额* 贸易顺差 外资* 消费支出* 消费市场 消费升级 购买力* 支付能力* 支出* 卫生总费用* 医疗支出* 费用 预算 经济* 宏观经济* 经济增长* 经济下行* 就业* 失业率* 工资* 劳动力成本* 租金* 地价 房价
竞争格局* 市场竞争* 竞争对手 龙头企业* 头部企业 中小企业 产业集群 产业规模* 渗透率 行业集中度* CR5 盈利* 亏损* 现金流* 负债* 回报率* 回款 经销商 代理商 渠道 原材料价格* 大宗商品* 运费* 订单* 商业保险* 财政收入 税负 景气* 周期 疲软 复苏* 衰退* 扩张 市场前景 市场空间* 百亿 千亿
"""
_SOCIAL = """
人口* 老龄化* 人口老龄化* 老年人* 老年人口* 65岁* 60岁* 出生率* 生育率* 生育* 少子化 家庭* 家庭结构* 独居* 城镇化* 城镇化率* 城市化* 流动人口 农村居民* 居民* 民众* 公众* 群众 大众 年轻人* 年轻一代* 青年 Z世代* 儿童* 女性* 中老年*
消费者* 消费观念* 消费习惯* 消费偏好* 生活方式* 生活水平* 生活节奏 饮食* 饮食习惯* 吸烟* 饮酒 运动 久坐* 肥胖* 睡眠 亚健康 健康意识* 健康观念* 健康素养* 保健意识* 养生* 就医* 就医习惯* 就诊 患者* 患者群体* 患病率* 发病率* 死亡率* 死亡人数* 患病人数* 慢性病* 慢病* 高血压 糖尿病 心血管病 癌症 疾病负担* 疾病谱*
教育水平* 受教育程度* 教育观念 文化* 传统文化* 价值观* 社会* 社会观念* 社会责任 舆论* 媒体 社交媒体 信任* 接受度* 认知* 认知度* 态度* 意愿* 满意度* 口碑* 隐私 担忧* 焦虑* 压力 幸福感* 获得感 医患关系* 护理 照护* 养老* 陪伴 宠物 国潮* 审美* 时尚 社区* 志愿者 公益
疫情* 新冠* 公共卫生* 预期寿命* 寿命 出行 出行习惯* 通勤 居家 远程办公 网购 阅读 观念* 习惯* 风俗* 宗教* 民族 性别 移民 留学 返乡 农民工* 收入差距 贫富差距* 公平* 可及性* 医疗资源分布 医疗资源不均 看病难* 看病贵* 人才短缺 医生短缺 医护人员 环保意识* 品牌意识 人群*
"""
_TECHNOLOGICAL = """
技术* 技术创新* 技术突破* 核心技术* 关键技术* 技术路线* 技术壁垒* 技术迭代* 研发* 研发投入* 研发中心 研制* 自主研发* 创新 创新能力* 专利* 发明专利* 知识产权* 论文 科研* 实验室* 试验 临床试验* 原型 样机*
人工智能* AI* 机器学习* 深度学习* 大模型* 算法* 算力* 大数据* 云计算* 物联网* 5G* 区块链* 数字化* 智能化* 自动化* 信息化* 数字孪生* 虚拟现实* 机器人* 手术机器人* 3D打印* 增材制造* 传感器* 芯片* 半导体* 光刻* 电池* 固态电池* 能量密度* 激光* 雷达
材料* 新材料* 生物材料* 可降解* 纳米* 涂层* 合金* 镍钛* 工艺* 制造工艺* 精密加工* 精度* 分辨率* 灵敏度* 成像* 影像设备 探测器* 球管* 磁体* 超导* 导管* 支架 球囊* 瓣膜* 起搏器* 药物洗脱* 介入 植入* 微创* 消融* 标测 可穿戴* 远程医疗 基因* 基因测序* 基因编辑* 细胞治疗* 抗体* 靶点* 疫苗 分子
设备* 装备 仪器* 器械 零部件* 核心部件* 国产化 卡脖子* 系统 平台 软件* 硬件* 架构* 接口 模型 仿真* 检测 诊断 识别 自动识别* 图像处理* 导航* 控制系统* 性能* 功耗* 稳定性* 可靠性* 效率 更新换代* 升级换代* 迭代* 产品升级 新一代* 第三代* 第二代 光伏组件 转换效率* 储能* 氢能 燃料电池* 自动驾驶* 无人机* 育种* 杂交 栽培技术* 冷链技术
产学研* 成果转化* 技术转移 技术标准 数据采集 数据分析 加密 网络安全
"""
_ENVIRONMENTAL = """
环境保护* 环保* 生态* 碳排放* 温室气体* 气候变化* 极端天气* 污染* 废水* 废气* 固体废物* 医疗废物* 回收* 循环利用* 可再生能源* 节能* 能耗* 水资源* 生物多样性* 绿色制造* 低碳* 减排* 环境影响评价* 土壤 空气质量* 自然灾害* 干旱* 洪涝* 可降解包装* 塑料*
carbon* emissions* climate* pollution* waste* recycling* renewable* biodiversity* drought* flood* sustainability* ecological* environmental* energy-saving greenhouse* wastewater* packaging
"""
_LEGAL = """
法律* 法规* 条例* 诉讼* 判决* 法院* 侵权* 知识产权* 专利侵权* 合规* 合同* 劳动法* 反垄断法* 消费者权益* 产品责任* 数据保护* 个人信息保护法* 处罚* 罚款* 召回* 责任 司法* 立法* 仲裁* 许可证* 执法* 商标*
law* laws* legal* lawsuit* court* litigation* liability* compliance* copyright* trademark* antitrust* ruling* contract* penalty* fine fined* recall* gdpr* statute* privacy
"""
_STRENGTHS = "优势* 领先* 核心竞争力* 强项* 品牌优势* 技术领先* 规模效应* 成熟* 经验丰富* 口碑 专利 advantage* strength* leading* strong* competitive* established* expertise* loyal*"
_WEAKNESSES = "劣势* 不足* 短板* 薄弱* 缺乏* 落后* 依赖进口* 瓶颈* 成本高 人才短缺* 起步晚* weakness* lack* lacks* limited* dependent* outdated* shortage* insufficient* behind*"
_OPPORTUNITIES = "机遇* 机会* 潜力* 前景* 蓝海* 窗口期* 需求增长* 政策支持* 市场空间* 红利* 新兴市场* opportunity* opportunities* potential* emerging* growing* untapped* demand* prospects*"
_THREATS = "威胁* 挑战* 风险* 竞争加剧* 价格战* 替代品* 贸易摩擦* 不确定性* 制裁* 下行* 冲击* 新进入者* threat* risk* risks* rival* competition* uncertainty* sanctions* downturn* substitute*"

_POLITICAL_EN = """
policy* policies* government* regulation* regulations* regulator* regulators* regulatory* ministry* minister* parliament* congress* senate* law* laws legislation* bill act* directive* mandate* ban* banned* subsidy*
subsidies* subsidised* tariff* tariffs* sanctions* trade_war* export_controls* export_licences* export_licence* approval_procedures* quota* election* administration* federal* state municipal council treaty* agreement approval* approvals authorities* authority* agency licence* license* licensing*
compliance permit* permits reimbursement* procurement* public_procurement* tender tax_credit* tax_credits* tax_break* incentive incentives* reform* reforms* guideline* guidelines* five-year_plan* national_plan* strategy geopolitical* diplomatic* political* lobbying* enforcement* penalties*
fda* nmpa* european_commission* eu_rules* medicare* medicaid* white_house* court legal* require* requires* requirement* standards government-backed* state-owned*
"""
_ECONOMIC_EN = """
market_size* market_share* revenue* revenues* sales* profit* profits* margin* margins* cost* costs price* prices* pricing* inflation* interest_rate* interest_rates* exchange_rate* currency* gdp* economy* economic* recession* growth* demand* supply* supply_chain*
investment* investments* investors* investor* venture_capital* funding* financing* ipo* shares* stock* valuation* merger* acquisition* acquired billion* million* dollars euros yuan export* exports* import* imports* trade* tariff unemployment* employment* wage* wages* labour_cost*
labor_cost* income* disposable_income* spending* expenditure* budget* consumer_spending* purchasing_power* affordability* competition* competitors* cagr* annual_growth* compound_annual* year-on-year* percent capacity* inventory* output* freight* raw_material* commodity* debt* credit* loan* loans* earnings* turnover* rents*
"""
_SOCIAL_EN = """
population* ageing* aging* elderly* older_people* older_adults* demographic* demographics* birth_rate* fertility* life_expectancy* urbanisation* urbanization* household* households* families* family* young_people* younger_generation* gen_z* millennials* women* children* parents*
consumer* consumers* attitudes* attitude* awareness* lifestyle* lifestyles* habits* habit* diet* smoking* obesity* exercise sleep* culture* cultural* values* trust* public_trust* public_opinion* social* society* social_media* education* literacy* health_literacy* community* communities*
patients* patient prevalence* incidence* mortality* deaths* disease_burden* chronic_disease* diabetes hypertension stroke wellbeing* loneliness* anxiety* privacy_concerns* concerned* worry* perception* perceptions* acceptance* willingness* willing* prefer* preference* preferences* inequality* access_to_care* caregivers* caregiving* migrants* commuting* remote_working* religious* gender* satisfaction* surveyed* respondents* people*
"""
_TECHNOLOGICAL_EN = """
technology* technologies* technological* innovation* innovations* r&d* research_and_development* patent* patents* artificial_intelligence* ai* machine_learning* deep_learning* algorithm* algorithms* software* hardware* robot* robots* robotic* robotics* automation* automated* sensor* sensors* chip* chips* semiconductor* semiconductors*
cloud* big_data* internet_of_things* iot* 5g* blockchain* digital* digitalisation* platform* prototype* engineering* engineers* materials* alloy* polymer* coating* nanoparticle* biodegradable* 3d_printing* additive_manufacturing* imaging* scanner* scanners* resolution* accuracy* precision* battery* batteries* energy_density* solid-state* laser* gene_editing* gene_sequencing* sequencing* clinical_trial*
stent* catheter* implant* wearable* wearables* device* devices* detector* simulation* efficiency* performance* next-generation* breakthrough* technical* laboratory* lab* model* models* data_analytics* encryption* cybersecurity* autonomous* drone* drones* breeding* storage* hydrogen* generative* compute* neural* diagnostic*
"""

BUILT_IN: dict[str, tuple[str, str, str]] = {
    "political": ("P", "政治 政策 政治环境 political politics policy", _POLITICAL + _POLITICAL_EN),
    "economic": ("E", "经济 经济环境 市场 economic economy economics", _ECONOMIC + _ECONOMIC_EN),
    "social": ("S", "社会 社会环境 社会文化 social society sociocultural socio-cultural", _SOCIAL + _SOCIAL_EN),
    "technological": (
        "T",
        "技术 技术环境 科技 technological technology technical",
        _TECHNOLOGICAL + _TECHNOLOGICAL_EN,
    ),
    "environmental": ("EN", "生态 自然环境 生态环境 环境 environmental environment ecological", _ENVIRONMENTAL),
    "legal": ("L", "法律 法律环境 legal law", _LEGAL),
    "strengths": ("", "优势 strengths strength", _STRENGTHS),
    "weaknesses": ("", "劣势 weaknesses weakness", _WEAKNESSES),
    "opportunities": ("", "机会 机遇 opportunities opportunity", _OPPORTUNITIES),
    "threats": ("", "威胁 挑战 threats threat", _THREATS),
}
