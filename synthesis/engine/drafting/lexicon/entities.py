"""What is a name and what is a common noun: suffixes of names, nouns free of evidence, known short forms.

Short forms are only those of public bodies and fixed expressions; never of products.
"""

from __future__ import annotations

import re

NAME_SUFFIX_ZH = re.compile(
    r"(?:.{2,}(?:公司|集团|股份|药业|制药|医药|生物|大学|学院|研究院|研究所|实验室|委员会|管理局|协会|学会|基金会|银行|证券|医院|中心)"
    r"|.+(?:霉素|西林|沙星|洛尔|地平|普利|沙坦|他汀|单抗|替尼|格列.|列汀|双胍|胰岛素|紫杉醇|铂|唑|韦|肽|疫苗|酶|片|胶囊|支架|导管|球囊|瓣膜|起搏器|呼吸机))$"
)
NAME_SUFFIX_EN = re.compile(
    r"(?:mab|nib|cillin|mycin|floxacin|olol|dipine|pril|sartan|statin|gliptin|gliflozin|glutide|parin|azole|vir|formin|taxel|platin|xaban|grel)$"
)
GENERIC_ZH = frozenset(
    (
        "关联 全市 全省 全县 全区 全年 该市 该省 该县 该国 本市 本省 当地 国家 地区 行业 产业 领域 方面 市场 企业 公司 机构 部门 政府 社会 经济 政策 技术 产品 服务 管理 系统 体系 模式 机制 能力 水平 质量 "
        "效率 效果 成效 优势 劣势 机遇 挑战 压力 动力 活力 潜力 空间 环境 格局 结构 比例 规模 总量 数量 速度 增速 幅度 程度 阶段 时期 时间 "
        "过程 环节 步骤 途径 路径 渠道 手段 措施 举措 办法 策略 战略 规划 计划 方案 目标 任务 需求 供给 供应 价格 成本 费用 收入 利润 资金 "
        "资本 资源 人才 人员 人群 人口 群体 个体 用户 客户 消费者 患者 病人 居民 民众 公众 医生 专家 学者 研究者 作者 材料 资料 信息 数据 "
        "证据 结果 结论 观点 看法 判断 认识 理解 经验 教训 启示 建议 意见 问题 矛盾 困难 障碍 瓶颈 短板 不足 缺陷 风险 隐患 危机 原因 因素 "
        "条件 基础 前提 背景 依据 标准 规范 制度 法规 法律 规定 要求 内容 形式 方式 方法 特点 特征 特性 属性 性质 类型 种类 类别 范围 边界 "
        "对象 主体 主流 核心 重点 关键 焦点 热点 难点 亮点 方向 趋势 走势 态势 局面 现状 前景 未来 历史 变化 转变 变革 改革 发展 进步 进展 "
        "提升 增长 下降 扩张 升级 转型 创新 突破 应用 推广 普及 渗透 覆盖 布局 竞争 合作 协同 融合 整合 互动 联系 关系 影响 作用 功能 意义 "
        "价值 贡献 地位 角色 责任 义务 权利 利益 利好 红利 成果 成就 业绩 表现 指标 指数 数值 数字 比重 份额 占比 占有率 集中度 增幅 降幅 "
        "涨幅 跌幅 差距 差异 区别 共性 个性 整体 局部 部分 全部 多数 少数 大部分 一部分 总体 总体上 整体上 年度 季度 月度 当年 当前 目前 "
        "现阶段 近年来 长期 短期 中期 期间 同期 上年 上年同期 前者 后者 两者 二者 三者 双方 各方 各地 各国 全国 全球 世界 国际 国内 国外 海外 "
        "我国 中国 本土 本国 地方 区域 城市 农村 基层 一线 现有材料 层面 维度 视角 角度 意识 态度 习惯 行为 活动 工作 实践 研究 分析 讨论 "
        "评估 评价 监测 预测 调查 统计 报告 文献 文件 通知 公告 新闻 消息 论文 文章 本文 上述 下述 其中 例子 案例 情形 情况 状况 状态 现象 "
        "迹象 信号 表述 说法 概念 定义 含义 内涵 外延 理论 原则 原理 逻辑 规律 思路 理念 愿景 导向 支撑 保障 支持 助力 推力 引擎 抓手 载体 平台 "
        "份 项 次 位 名 年 月 日 人 事 物 处 者 家 式 型 性 化 率 额 量 度 值 期 段 级 类 种 "
        "幅 门槛 难度 强度 力度 深度 广度 高度 热度 频率 比率 步伐 进程 势头 后果 代价 收益 回报 效益 产能 产量 产值 销量 销售额 营收 投入 投资 "
        "主导 主导地位 举例 有关 该类 此类 这类 同类 各类 多种 多项 首位 末位 高位 低位 同比 环比 累计 合计 总计 平均 约束 束缚 限度 上限 下限 "
        "之首 榜首 新增 存量 增量 业内 业界 社会各界 各界 人士 业内人士 观察 考虑 出发点 落脚点 着力点 突破口 切入点 相关性 必要性 重要性 可能性 品类 品种 主要内容 主要品类 重要组成部分 组成部分 因果关系 相关关系 对比 比较 相比 说明 体现 举措 作法 做法 事件 事项 交易 收购 并购 主流 常态 范畴 用途 来源 去向 出处 主因 成因 根源 缘由 初期 末期 首位 之列 数额 总额 金额 均价 均值 行列 名单 序列 拐点 节点 关口 大关 台阶 新高 新低 高点 低点 峰值 谷值 走向 变动 波动 起伏 情景 场合 场景 氛围 契机 时机 窗口期 转折点 里程碑 缺口 余地 视野 眼光 背后 身份 名义 立场 姿态 心理 情绪 信心 预期 意愿 偏好"
    ).split()
)
COMMON_EN = frozenset(
    (
        "the a an in on of for to by at as it its this that these those and or but while although however moreover "
        "i we they he she china chinese market markets industry industries sector sectors policy policies technology "
        "technologies product products service services system systems government governments public people world "
        "global international domestic national local regional development growth change changes trend trends need "
        "needs demand supply access use role impact effect effects factor factors issue issues problem problems "
        "challenge challenges opportunity opportunities risk risks barrier barriers pressure measure measures step "
        "steps method methods approach approaches strategy strategies goal goals target targets benefit benefits "
        "advantage advantages cost costs price prices value values quality efficiency capacity capability ability "
        "performance outcome outcomes progress evidence data information material materials source sources analysis "
        "research survey author authors finding findings conclusion conclusions view views figure size scale scope "
        "range rate rates period decade decades time times year years month months quarter half today past future "
        "current present area aspect kind type group groups number total majority minority part parts side end start "
        "beginning case cases example examples instance fact basis reason reasons result results consequence "
        "consequences response contrast comparison line terms way ways order place position period round same others "
        "both former latter respective overall annual yearly monthly new old large small big major minor main key "
        "high low higher lower good better best strong weak fast slow early late long short recent previous next last "
        "first second third one two three ten several various different similar such own certain clear general "
        "specific common wide broad full further additional extra above below around worldwide nationwide pace "
        "increase decrease rise fall decline drop gain reduction expansion improvement support investment spending "
        "competition cooperation innovation application practice process stage phase point points level levels "
        "according given compared relative mainly largely partly also still yet already now then there here where "
        "when which who what how why if because since due thanks despite during within between among across through "
        "accounted stood amounted reached became remained made took saw came went got say says said show shows report "
        "reports indicate indicates suggest suggests mean means meant cause causes caused attribute attributed lie "
        "lies stem stems put set see seen bring brought help keep kept provide provides provided offer offers allow "
        "deal carry carries carried perform performs performed conduct conducts conducted undertake undertook done give gives gave "
        "given take takes taken come comes came go goes went gone become get gets got turn turns turned hold holds held "
        "run runs ran lie lay face faces faced meet meets met seek seeks sought aim aims aimed help helps helped let lets "
        "enable enables enabled begin began begun start starts started continue continues continued stay stays stayed stand "
        "leave leaves left lose loses lost rely relies relied depend depends depended include includes included involve "
        "involves involved contain contains comprise comprises cover covers covered represent represents represented "
        "correspond equal equals exceed exceeds exceeded outnumber range ranges ranged vary varies varied differ differs "
        "differed compare compares contrast receive receives received obtain obtains obtained gain gains gained earn earns "
        "earned spend spends spent pay pays paid cost costs charge charges charged save saves saved add adds added remove "
        "removes removed replace replaces replaced change changed alter alters altered shift shifts shifted move moves "
        "moved raise raises raised lift lifts lifted push pushes pushed pull cut cuts slow slows slowed ease eases eased "
        "occur occurs occurred happen happens happened arise arises arose emerge emerges emerged appear appears appeared "
        "exist exists existed follow follows followed precede accompany accompanied link links linked relate relates "
        "related associate associated join joined play plays played serve serves served work works worked act acts acted "
        "apply applies applied limit limits limited reflect reflects reflected attribute explain explains explained argue "
        "argues argued believe believes believed think thinks thought consider considers considered regard regards regarded "
        "expect expects expected predict predicts predicted plan plans planned intend intends intended hope hopes hoped "
        "want wants wanted need needed require requires required ask asks asked tell told call calls called name named "
        "know knows known known show shown see seen find found look looks looked describe describes described mention "
        "mentions mentioned confirm confirms confirmed prove proves proved establish establishes established publish "
        "publishes published announce announces announced launch launches launched introduce introduces introduced create "
        "creates created build builds built make made produce produces produced develop develops developed design designs "
        "able unable likely unlikely possible necessary available due subject responsible typical usual frequent rare "
        "move amid whereby thereby namely notably particularly especially specifically namely alone together apart else "
        "people person someone everyone anyone nobody fact idea concept notion matter thing things role roles "
        "transaction purchase acquisition takeover agreement announcement decision proposal event events situation "
        "circumstances conditions condition context background purpose objective objectives intention effort efforts "
        "attempt attempts activity activities action actions operation procedure procedures mechanism feature features "
        "characteristic characteristics element elements component components category categories item items list lists "
        "instances instance sample samples respondents participants cohort counterparts counterpart peers rest remainder "
        "bulk portion proportion percentage fraction ratio average mean median sum size length width depth height "
        "strength weakness degree extent frequency duration speed pace magnitude volume value worth price fee fees "
        "link links relationship relationships connection correlation association dependence reliance tendency pattern "
        "patterns shift turning milestone record peak low trough decline slowdown rebound recovery surge jump rise fall "
        "shorter longer fewer larger smaller higher lower faster slower greater better worse earlier later older younger cheaper "
        "every previously period twelve-month year-on-year year-over-year respectively approximately per"
    ).split()
)
_ALIASES = (
    "国家药监局|国家药品监督管理局|药监局|NMPA",
    "国家卫健委|国家卫生健康委员会|卫健委|国家卫生健康委",
    "国家医保局|国家医疗保障局|医保局",
    "工信部|工业和信息化部",
    "国家发改委|国家发展改革委|国家发展和改革委员会|发改委",
    "世卫组织|世界卫生组织|WHO|World Health Organization",
    "人工智能|AI|artificial intelligence",
    "磁共振|MRI|磁共振成像|核磁共振|magnetic resonance imaging",
    "欧盟|欧洲联盟|EU|European Union",
    "美国|美利坚合众国|US|USA|United States|U.S.|America|American",
    "英国|UK|United Kingdom|Britain|British",
    "FDA|美国食品药品监督管理局|美国食药监局|Food and Drug Administration",
    "研究与开发|研发|R&D|research and development",
    "国内生产总值|GDP|gross domestic product",
    "冠状动脉|冠脉",
    "新冠肺炎|新冠|COVID-19|新型冠状病毒肺炎",
    "集中带量采购|集采|带量采购|集中采购",
    "物联网|IoT",
    "增材制造|3D打印",
    "我国|中国|China|国内|Chinese",
    "高新技术|高科技",
    "国务院办公厅|国办",
    "财政部|Ministry of Finance",
    "信息技术|IT",
    "计算机断层扫描|CT|computed tomography",
    "专利合作条约|PCT",
    "中小企业|SME|SMEs|small and medium-sized enterprises",
    "电动汽车|EV|EVs|electric vehicle|electric vehicles",
)
_ALIAS_OF: dict[str, tuple[str, ...]] = {
    name.lower(): tuple(line.split("|")) for line in _ALIASES for name in line.split("|")
}


def aliases(name: str) -> tuple[str, ...]:
    """The other fixed names of a public body or expression, empty when there are none."""
    return _ALIAS_OF.get(name.lower().strip(), ())
