"""Which words make agents and patients: markers (被 由 对 向), and the predicates whose sides may not change places."""

from __future__ import annotations

from synthesis.engine.drafting.lexicon.words import stem, words_of

TO_PATIENT = frozenset("对 向 给 把 将 为 针对 对于 比 较".split())
BY_AGENT = frozenset("被 由 受 遭 遭到 受到 经 获".split())
# Predicates whose sides may change places (相关, 合作) or that are read elsewhere (rise and fall).
NO_ROLE_ZH = frozenset(
    (
        "适用 相关 有关 关联 合作 联合 结合 竞争 并存 共存 存在 出现 发生 攀升 激增 回升 走高 走低 回落 下滑 萎缩 收窄 递增 递减 增长 上升 提高 提升 增加 扩大 下降 降低 减少 缩小 升高 改善 增强 "
        "减弱 上涨 下跌 加快 放缓 成为 属于 作为 表现 呈现 具有 没有 包括 包含 涵盖 涉及 达到 位于 处于 相比 比较 接近 相当 等于 "
        "显示 表明 说明 认为 指出 提出 可能 能够 应当 需要 预计 有望 开始 继续 实现 完成 进行 得到 获得 利用 使用 采用 应用 通过 高于 低于 "
        "超过 大于 小于 优于 不如 领先 落后 用于 有助于 有利于 来自 面临 进入 形成 缓解 缩短 延长 转向 变为 从而 使得 上市 获批 发展"
    ).split()
)
# Verbs rjieba often tags as nouns; they are predicates when a noun stands before and after them.
VERBAL_ZH = frozenset(
    (
        "制约 推动 促进 影响 控制 支持 限制 带动 依赖 供应 投资 收购 并购 批准 管理 监督 领导 指导 服务 替代 取代 起诉 赔偿 委托 授权 资助 "
        "补贴 采购 供给 威胁 阻碍 抑制 刺激 拉动 驱动 保护 攻击 制裁 援助 培训 教育 雇佣 聘请 考核 评估 审查 审批 处罚 奖励 捐赠 租赁 转让 拖累"
    ).split()
)
# What one party does to another, never the other way round by itself; comparisons (领先, 超过) are read elsewhere.
BETWEEN_PARTIES_ZH = frozenset(
    (
        "约谈 起诉 控告 举报 投诉 批评 指责 谴责 表扬 称赞 赞扬 处罚 惩处 警告 通报 问责 传唤 逮捕 拘留 讯问 审讯 审查 审计 检查 督查 督促 监督 监管 考核 评估 考察 视察 访问 拜访 看望 慰问 采访 报道 "
        "邀请 聘请 聘用 雇用 雇佣 招聘 录用 解雇 辞退 开除 任命 委任 提名 推荐 举荐 罢免 委托 授权 指派 派遣 指导 辅导 培训 教导 带领 率领 领导 指挥 资助 赞助 扶持 补贴 奖励 表彰 "
        "救助 援助 帮扶 救治 照顾 照料 收养 抚养 赡养 护送 袭击 攻击 侵犯 诈骗 欺骗 威胁 勒索 敲诈 绑架 杀害 追捕 拦截 收购 兼并 并购 吞并 控股 参股 入股 注资 赔偿 补偿 告知 通知 "
        "提醒 说服 催促 恳求 责令 命令 允许 批准 否决 驳回 质疑 反驳 答复 师从 模仿 效仿 抄袭 取代 替代 顶替 接替 击败 战胜 淘汰 捕食 寄生 感染 传染 供养 代理 代表 承租 租用 担保 "
        "制裁 封锁 占领 入侵 殖民 统治 打败 吸收 合并 接管 托管 挂靠 隶属于 归属于 从属于 取材于 影响 启发 依赖 依附 保护 支持 反对 抵制 拒绝 信任 怀疑 追随 崇拜 嫁给 迎娶 继承 辅佐 "
        "弹劾 起用 重用 提拔 栽培 收留 追赶 催债 欠款 拖欠 减免 免除 追缴 退还 归还 返还 赠与 赠送 捐赠 出借 借给 转让 出售"
    ).split()
)
BE_EN = frozenset("is are was were be been being get gets got".split())
_ROLE_VERBS_EN = (
    "acquire buy sell sue supply export import invest license fund outperform exceed overtake replace support regulate "
    "approve order pay lend grant employ own control train teach help criticise warn accuse attract require ask urge "
    "demand force allow permit ban sanction tax subsidise finance back reward punish fine defeat beat lead follow "
    "precede infect treat kill protect serve deliver ship donate transfer outsource hire appoint elect audit inspect "
    "monitor supervise advise consult inform notify report depend rely compete dominate surpass trail displace "
    "substitute complement inhibit activate block bind trigger regulate cause prevent provide offer lease rent "
    "represent influence affect threaten challenge oppose reject accept invite join commission develop "
    "manufacture make design invent discover publish host visit cover insure reimburse charge owe guarantee accelerate improve worsen beat recall fine conceal allege deny pledge mentor coach tutor tow chase guard rescue recruit nominate endorse imitate inspire merge absorb license sponsor"
)
ROLE_KEYS_EN = frozenset(w.key for w in words_of(_ROLE_VERBS_EN, "en"))
ROLE_STEMS_EN = frozenset(stem(w) for w in _ROLE_VERBS_EN.split())
