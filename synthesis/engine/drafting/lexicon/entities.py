"""What is a name and what is a common noun: suffixes of names, nouns free of evidence."""

from __future__ import annotations

from synthesis.engine.patterns import lazy_pattern

NAME_SUFFIX_ZH = lazy_pattern(
    r"(?:.{2,}(?:公司|集团|股份|药业|制药|医药|生物|大学|学院|研究院|研究所|实验室|委员会|管理局|协会|学会|基金会|银行|证券|医院|中心)"
    r"|.+(?:霉素|西林|沙星|洛尔|地平|普利|沙坦|他汀|单抗|替尼|格列.|列汀|双胍|胰岛素|紫杉醇|疫苗|胶囊|支架|导管|球囊|瓣膜|起搏器|呼吸机)|.{2,}(?:铂|唑|韦|肽|酶|(?<!纪录)(?<!故事)(?<!宣传)(?<!动画)(?<!专题)(?<!影)(?<!照)(?<!切)(?<!芯)(?<!图)(?<!碎)(?<!叶)片))$"
)
NAME_SUFFIX_EN = lazy_pattern(
    r"(?:mab|nib|cillin|mycin|floxacin|olol|dipine|pril|sartan|statin|gliptin|gliflozin|glutide|parin|azole|vir|formin|taxel|platin|xaban|grel)$"
)
GENERIC_ZH = frozenset(
    (
        "排名 排行 排行榜 榜单 位次 名次 座次 新政 新规 新法 成员国 装机容量 时长 关联 全市 全省 全县 全区 全年 该市 该省 该县 该国 本市 本省 当地 国家 地区 行业 产业 领域 方面 市场 企业 公司 机构 部门 政府 社会 经济 政策 技术 产品 服务 管理 系统 体系 模式 机制 能力 水平 质量 "
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
        "营业 主营 主营业务 归母 在手 幅 门槛 难度 强度 力度 深度 广度 高度 热度 频率 比率 步伐 进程 势头 后果 代价 收益 回报 效益 产能 产量 产值 销量 销售额 营收 投入 投资 "
        "主导 主导地位 举例 有关 该类 此类 这类 同类 各类 多种 多项 首位 末位 高位 低位 同比 环比 累计 合计 总计 平均 约束 束缚 限度 上限 下限 "
        "之首 榜首 新增 存量 增量 业内 业界 社会各界 各界 人士 业内人士 观察 考虑 出发点 落脚点 着力点 突破口 切入点 相关性 必要性 重要性 可能性 品类 品种 主要内容 主要品类 重要组成部分 组成部分 因果关系 相关关系 对比 比较 相比 说明 体现 举措 作法 做法 事件 事项 交易 收购 并购 主流 常态 范畴 用途 来源 去向 出处 主因 成因 根源 缘由 初期 末期 首位 之列 数额 总额 金额 均价 均值 行列 名单 序列 拐点 节点 关口 大关 台阶 新高 新低 高点 低点 峰值 谷值 走向 变动 波动 起伏 情景 场合 场景 氛围 契机 时机 窗口期 转折点 里程碑 缺口 余地 视野 眼光 背后 身份 名义 立场 姿态 心理 情绪 信心 预期 意愿 偏好"
    ).split()
)
#: Places by the one character they are called by.
PLACE_BY_SHORT = dict(
    pair.split(":")
    for pair in (
        "中:中国 京:北京 津:天津 沪:上海 渝:重庆 冀:河北 晋:山西 辽:辽宁 吉:吉林 黑:黑龙江 苏:江苏 浙:浙江 皖:安徽 闽:福建 赣:江西 鲁:山东 豫:河南 "
        "鄂:湖北 湘:湖南 粤:广东 琼:海南 川:四川 蜀:四川 黔:贵州 滇:云南 陕:陕西 甘:甘肃 青:青海 台:台湾 蒙:内蒙古 桂:广西 藏:西藏 宁:宁夏 "
        "新:新疆 港:香港 澳:澳 日:日本 美:美国 英:英国 法:法国 德:德国 韩:韩国 俄:俄罗斯 印:印 马:马来西亚 泰:泰国 越:越南 加:加拿大 意:意大利 西:西班牙 巴:巴"
    ).split()
)
#: Initials of common nouns, which name nothing.
ACRONYMS = frozenset(
    (
        "AI IT ICT GDP CPI PPI PMI LNG LPG IPO ETF PPP ESG APP API CT MRI DNA RNA PCR GPS LED USB CPU GPU PC TV KPI CEO CFO CTO "
        "COO PET PVC SUV EV NGO SME PM VIP ID ATM VR AR MR NFT PDF SCI PhD MBA HIV AIDS ICU CO2 SO2 AGI LLM RMB USD EUR"
    ).split()
)
#: Common words the dictionary tags as names.
NOT_NAMES_ZH = frozenset(
    (
        "新进展 新一轮 新动向 新变化 新突破 新阶段 新局面 新高度 新台阶 新亮点 新趋势 新模式 新机遇 新挑战 研发 人为 线上 线下 云上 海上 陆上 场上 网上 许可 涂覆 固态 液态 气态 日均 月均 年均 人均 户均 有所 无所 场所 厕所 全部 内部 外部 局部 干部 量产 投用 座舱 智驾 环视 车载 机载 脑机 单箱 多式 苏湖 上列 下列 略逊 稍逊 通车 在建 拟建 续建 复产 达产 投产 首批 首期 次年 港区 "
        "辖区 园区 沿线 沿岸 主营 联营 直营 专营 代销 承销 包销 申领 签证 验资 审计 年报 季报 财报 招股 配股 增发 回购 私募 公募 "
        "普通 抗日 抗战 大战 二战 海战 论战 越战 英文 中文 论文 法文 德文 语文 正文 文科 精华 通讯 汇报 中毒 "
        "抗议 神龙 申报 奇特 美味 珠宝 力争 护卫 抗争 聊天 宝座 威信 天真 正宗 文教 美貌 野战 保安 大礼 曝光 "
        "源泉 三通 洗礼 五彩 抗衡 兴盛 飞翔 端正 闻讯 和谈 波浪 联谊 新路 竹林 珍宝 国语 八宝 美观 恐龙 卷宗 "
        "藏书 管教 喜讯 彩虹 联网 家族 法宝 升华 英明 大捷 龙舟 晴天 海浪 孝顺 长发 恒定 家教 诺言 建康 红利 "
        "喷泉 印发 测距 护佑 万能 卡片 七星 中奖 高教 巨浪 片状 奖金 深奥 克星 开奖 调教 评语 启迪 新秀 芬芳 "
        "嘉奖 和议 波澜 培根 界河 补丁 全盛 力战 耐力 儒雅 正教 巨变 斗牛 壮丁 祈福 辛劳 求教 卡通 搜罗 广电 "
        "捷报 勃勃 双联 厚礼 春联 齐发 自语 益处 新星 短语 力克 飞龙 劳教 赛马 论争 至宝 国文 三农 虎豹 棱角 "
        "换乘 赛会 拉力 华语 软和 和服 偏颇 井喷 昌盛 中继 反华 勃发 新报 近战 长谈 冲浪 金库 晴空 同族 古语 "
        "聚酯 筑路 中轴 威仪 珠玉 浮华 块根 长传 罗网 抗命 拖拉 力保 置信 换气 中肯 益发 漏网 日盛 爽利 壮美 "
        "换班 祥瑞 其职 七彩 醇和 波光 可嘉 信教 除草 大网 过奖 圣战 印信 偏安 贞节 丰碑 多肽 多指 唇膏 红粉 "
        "牵线 握拳 美发 烟熏 抽奖 换药 滤纸 满座 佛光 低语 耐压 握把 牵拉 永磁 天牛 天字 四星 耐药 快讯 测温 "
        "泡馍 重奖 漏电 新农 恒温 拖把 润湿 晴和 浪涌 朝语 异教 耐腐 此际 日蚀 彩信 天网 吐字 勃兴 珠光 撒网 "
        "摩天 英式 浆洗 凹槽 空乘 抗力 孟浪 头奖 双语 登报 美文 海床 汤剂 雅号 英姿 新田 土语 醇香 求真 换发 "
        "拖网 拉弓 抗爆 开弓 拉线 含铅 卡号 福字 飞泉 塔架 湖光 无华 卡壳 雅座 赞语 该线 该奖 护套 抗法 突发 "
        "万发 耐蚀 抓丁 刑讯 眼福 测光 嵌套 顶真 长命 美谈 牵引 护林 登科 枚举 扬花 换汇 抗热 开远 拉网 新貌 "
        "屏保 建网 换工 索命 力推 易爆 哈气 城市 东西 平原 外国 爱国 东北 东南 英雄 朝廷 太阳 哥哥 海洋 湖泊 "
        "大桥 高原 上市 建国 美丽 山区 大街 王国 开国 古城 城镇 京城 回国 深度 山脉 治安 大国 新鲜 庆典 海峡 "
        "河口 冰川 长度 长大 山水 古典 内河 高山 大海 山坡 河谷 普及 商城 上马 福利 日志 云集 青春 山河 神圣 "
        "新建 中断 山洞 河水 都城 关联 海湾 湖水 广义 上山 江水 海关 山峰 下山 上台 山寨 契约 入口 入市 路桥 "
        "都市 广布 诸国 重镇 山口 大山 故城 千古 城堡 深山 江河 伦理 泉水 渡江 大河 大江 治国 天黑 法典 城区 "
        "池塘 天桥 加盟 登山 密封 海滨 莫大 莫非 沿河 沿江 海滩 贵宾 入海 嘉宾 海港 喜庆 新村 远洋 井口 山羊 "
        "深水 归国 渡河 河湾 入门 深渊 河畔 上岗 夕阳 港湾 远古 新春 绕城 波及 海岛 江流 绵羊 冰山 旧城 江底 "
        "古镇 山庄 广度 缅怀 欢庆 端庄 珍藏 赞美 兴旺 礼拜 山林 深海 深谷 城垣 城建 黑洞 锦旗 四壁 越野 法度 "
        "河滩 广为 上楼 大坝 山丘 新旧 湖畔 沧桑 朝霞 西站 南瓜 串联 并联 黑马 美化 海鲜 大关 山崖 阳极 扎根 "
        "蓝牙 横梁 恩典 龙脉 新区 加密 中风 列国 爱美 以利 罗列 朝拜 保鲜 中考 高考 美感 南站 西化 吉他 绥靖 "
        "朝贡 朝圣 株连 山岳 馆藏 密约 虎狼 故国 山脚 塔顶 委顿 新约 胶原 长跑 银联 治本 延边 库藏 太古 爪牙 "
        "福地 山岩 仙丹 努嘴 山梁 山鸡 馆内 庙前 山冈 拱桥 伦常 日增 山泉 河渠 冰封 欢度 开春 多极 长眠 叙旧 "
        "邦联 宜居 吐纳 怀古 塞车 城邑 雅乐 吉庆 沾边 山岗 惠及 延时 多嘴 攸关 山陵 无虞 海疆 治沙 绵密 扎堆 "
        "仰角 雅兴 合龙 驻屯 土建 塔楼 佳丽 洪荒 深井 河底 留洋 斗嘴 攀岩 意兴 播撒 捷足 维度 舟桥 石坝 入时 "
        "藩篱 远非 新港 新城 老城 开放日 高科技 新世纪 新纪元 世界观 第三者 休息室 新文化 大众化 全自动 "
        "耐高温 嵌入式 开放式 上班族 登记日 登记表 全日制 新天地 超高速 中文版 英文版 特别奖 一等奖 二等奖 "
        "三等奖 抑制剂 革命家 普及率 新一轮 新一代 健康人 安全系数 网络安全 信息安全 道路交通 农田水利 "
        "通信卫星 百科全书 世界纪录 瞄准镜 驾驶证 洗涤剂 颗粒状 阶梯状 耐腐蚀 耐药性 新鲜事 改革派 神经元 "
        "神经外科 天然林 半壁江山 江山 天下 中流砥柱 千家万户 五湖四海 大江南北 长河 龙头 龙头老大 马太效应 查明 齐备 高达 周转 跑赢 改编自 之比 之比约 "
        "渡海 东渡 西渡 横渡 泅渡 印本 写本 刻本 抄本 善本 孤本 抗药 抗药性 满意度 均匀度 摩托车 信噪比 无纸化 低噪声 重卡 绿电 绿氢 锂电 锂价 文旅 科普 顾客 "
        "顾问 高峰 高水平 高中生 高纯 高强 高精尖 高带宽 高清晰 雷达 许可证 许可费 阳光 范围广 洪水 滑坡 强降雨 康复 卫星 卫生院 卫生室 井水 普通家庭 跨国公司 "
        "大城市 老城区 招人 换人 换机 城市更新 常见病 开园 开河 入园 入馆 入湖 新开通 新开工 旁路 旁通 单语 石拱桥 石拱 路基 配电网 银发族 老年大学 城中村 "
        "敲门砖 嘉年华 施工队 维修队 孔洞 左转 右转 白班 夜班 白茶 夏粮 秋粮 苗圃 胡子 陈旧 严正 丰水期 枯水期 植保 象牙 堰塞湖 城市热岛 遮阳板 测温仪 越野跑 巴士 "
        "电芯 排海 对华 输华 对美 输美 高架桥 高新区 童谣 上门 无人区 反渗透 台区 旁听 白领 蓝领 海归 挪用 挪作 满勤奖 丘陵地区 湖区 山海 浅海 井下 "
    ).split()
)
#: What a person is called beside the name.
TITLES_ZH = frozenset(
    (
        "总经理 副总经理 经理 董事长 副董事长 董事 总裁 副总裁 行长 副行长 院长 副院长 校长 副校长 所长 "
        "副所长 局长 副局长 部长 副部长 市长 副市长 省长 副省长 县长 区长 厅长 司长 处长 科长 主任 副主任 "
        "主席 副主席 会长 副会长 秘书长 书记 党委书记 总书记 总理 总统 首相 部长级 大臣 议员 大使 教授 副教授 "
        "研究员 院士 博士 医生 医师 主编 编辑 记者 作者 导演 编剧 演员 教练 主教练 队长 队员 球员 选手 冠军 "
        "亚军 运动员 分析师 经济学家 首席经济学家 科学家 首席科学家 专家 学者 律师 法官 检察官 工程师 "
        "总工程师 设计师 负责人 创始人 发言人 新闻发言人 代表 委员 理事 理事长 团长 司令 将军 先生 女士 老师 "
        "首席执行官 首席 馆长 台长 社长 指挥 作曲家 画家 作家 诗人 皇帝 国王 船长 机长 厂长 村支书 村长 镇长 "
        "组长 股东 控股股东 实控人 控制人 "
    ).split()
)
#: The same in English, in small letters.
TITLES_EN = frozenset(
    (
        "mr mrs ms miss dr prof professor president minister chancellor secretary chairman chairwoman chair "
        "chief director judge justice senator governor mayor ambassador envoy king queen prince princess pope "
        "sir lord lady captain general colonel coach composer conductor author editor analyst economist ceo "
        "cfo founder commissioner counterpart spokesman spokeswoman spokesperson researcher scientist curator "
        "striker midfielder goalkeeper painter poet novelist architect "
    ).split()
)
#: People in general, to whom those of any trade or age belong.
PEOPLE = frozenset(
    (
        "residents citizens people workers employees staff users consumers customers applicants participants respondents members individuals adults households patients "
        "居民 市民 群众 民众 公众 百姓 员工 职工 工作人员 用户 消费者 顾客 客户 参与者 受访者 被调查者 会员 成员 患者 人员 人群 劳动者 申请人 业主 家庭"
    ).split()
)
COMMON_EN = frozenset(
    (
        "the a an in on of for to by at as it its this that these those and or but while although however moreover body bodies "
        "yesterday tomorrow tonight nowadays elsewhere sometimes meanwhile overnight initially afterwards thereafter soon "
        "abroad worldwide nationwide countrywide offshore onshore upstream downstream altogether regardless "
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
