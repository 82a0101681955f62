"""Words that carry no claim of their own: function words, and the scaffolding of academic prose."""

from __future__ import annotations

_ZH_FUNCTION = (
    "的 了 着 过 和 与 及 以及 并 且 并且 或 或者 而 而且 但 但是 然而 不过 则 即 也 还 又 再 更 就 才 都 均 皆 是 为 成为 作为 "
    "在 于 从 自 由 被 把 将 对 向 给 让 使 使得 令 以 用 按 按照 根据 依据 据 通过 经 经过 随 随着 因 因为 由于 因此 因而 所以 故 "
    "从而 进而 此外 另外 同时 其中 其 该 此 这 那 这些 那些 这一 之 所 者 上 下 中 内 外 间 里 前 后 等 等等 方面 有 具有 拥有 存在 "
    "进行 开展 实施 加以 予以 得到 获得 取得 实现 达到 达 至 到 来 去 说 可 可以 能 能够 会 要 需 需要 须 应 应当 应该 不 未 没 没有 "
    "无 非 很 较 较为 比较 十分 非常 相当 更加 进一步 不断 持续 逐步 逐渐 日益 正在 正 已 已经 曾 曾经 仍 仍然 依然 尚 目前 当前 如今 "
    "现 现阶段 近年来 近年 年 月 日 个 种 项 类 家 台 例 如 例如 比如 包括 包含 涵盖 主要 相关 有关 其他 其它 一 一些 一定 各 各类 各种 "
    "多 多种 多个 有所 有效 有利于 有助于 关于 至于 对于 方式 方法 方面 情况 过程 角度 层面 程度 范围 背景 基础 条件 领域 水平 作用 "
    "问题 工作 内容 特点 特征 趋势 现象 状态 状况 结果 原因 目的 意义 因素 部分 整体 总体 表明 显示 指出 认为 说明 反映 可见 看 "
    "来看 而言 来说 之间 之一 之后 之前 以来 期间 时期 阶段 目标 重要 关键 主要 明显 较大 期 型 性 化 度 量 率 力 面 处于 位于 属于 "
    "形成 构成 呈现 呈 出现 产生 发生 带来 起 起到 发挥 提供 给予 成 做 作 做出 作出 用于 旨在 为了 以便 尽管 虽然 虽 即使 如果 若 "
    "唯有 只有 只要 无论 不仅 不但 既 一方面 另一方面 首先 其次 最后 总之 综上 综上所述 与此同时 在此 背后 当中 内部 外部 左右 约 近 超 "
    "超过 逾 不足 以上 以下 至少 上述 所收 论及 述及 谈及 提及 涉及 所涉 本 我们 他们 它们 它 自身 自己 人们 方 点 亦 共 共同 分别 相比 相比之下 相较 上年 同期 同比 环比 "
    "比 较之 以 来自 源自 在于 在内 下 步入 进入 转向 迈向 走向 提出 要求 强调 材料 现有 资料 讨论 提到 提及 数据 统计 研究 报告 据统计 "
    "一共 总共 合共 总计 "
    "元 亿元 万元 亿 万 百分点 成 倍 翻番 占 占比 比重 比例 约占 约为 规模 总额 金额 数量 总量"
)
_ZH_ACADEMIC = (
    "历时 耗时 用时 费时 为期 时隔 推动 推进 促进 加快 加强 强化 完善 优化 改善 提升 提高 增强 扩大 增加 增长 上升 下降 降低 减少 发展 建设 支持 鼓励 引导 规范 "
    "流向 投向 投入 投放 行至 争取 力争 承担 负担 承受 是否 正式 重新 当天 当日 随后 其后 此后 此前 迄今 至今 往后 陆续 相继 先后 保障 确保 满足 围绕 聚焦 依托 结合 利用 采用 应用 使用 参与 收窄 缓和 趋稳 回暖 走强 走弱 加入 涉及 关注 重视 面临 面对 应对 解决 突破 创新 改革"
)
STOP_ZH = frozenset(_ZH_FUNCTION.split())
# Frequent verbs of policy prose: content, but their absence from the evidence is no invention by itself.
LIGHT_ZH = frozenset(_ZH_ACADEMIC.split())

_EN = (
    "a an the and or but nor so yet if while whereas although though because since as of in on at by for to from with "
    "without into onto over under above below between among across through during before after about around against "
    "is are was were be been being am do does did done have has had having will would shall should can could may might "
    "must not no nor it its they them their this that these those there here which who whom whose what when where why "
    "how he she his her we our you your i my us all any each both either neither some such own same other another than "
    "then too very more most less least much many few several also only just even still already again further per via "
    "up down out off according including include includes included such as well however moreover furthermore therefore "
    "thus hence meanwhile addition besides instead rather due owing result results resulting reason reasons whose one "
    "ones et al eg ie etc within upon toward towards amid amongst despite unlike like year years percent per cent "
    "million billion trillion hundred thousand rmb us usd yuan dollar dollars report reports reported study studies "
    "show shows showed shown find finds found suggest suggests indicate indicates indicated note notes noted state "
    "states stated say says said estimate estimates estimated figure figures accounted account accounts accounting "
    "share reach reached reaches reaching amount amounted amounts total totalled stood stand stands become became "
    "becomes make makes made take takes took taken use used using uses remain remains remained currently recent "
    "recently now current term terms way ways part parts level levels number numbers field area areas aspect aspects "
    "compared comparison respectively overall approximately roughly nearly almost least it's that's every isn't wasn't "
    "once till aren't weren't doesn't don't didn't hasn't haven't hadn't cannot can't won't"
)
STOP_EN = frozenset(_EN.split())
# The same of English prose: words that an ordinary re-expression brings along.
LIGHT_EN = frozenset(
    "little changed change changes received receive receives suffered suffer hold held holds something anything rest "
    "time times decide decided company companies firm firms group business agency authority ended end ends began begin "
    "begins start started starts continue continued continues keep kept keeps come comes came go goes went gone give "
    "gives gave given get gets got put puts set sets see sees saw seen saying told tells telling added adds adding "
    "explained expects expected believes considered considers regarded viewed described called known able possible "
    "important significant significantly considerable considerably substantial substantially notable notably strong "
    "strongly clear clearly steady steadily gradual gradually rapid rapidly sharp sharply slight slightly improved "
    "improve improves improving increased increase increases increasing rose rise rises rising grew grow grows growing "
    "growth declined decline declines declining fell fall falls falling decreased decrease dropped drop drops support "
    "supports supported supporting promote promotes promoted promoting develop develops developed development developing "
    "provide provides provided providing offer offers offered need needs needed help helps helped lead leads led "
    "leading thing things people case cases point points side sides role roles work works worked working process "
    "different similar overall new large larger largest small smaller big bigger high higher highest low lower lowest "
    "good better best main major key former latter first second third last next previous previously later earlier today "
    "now period place places country countries market markets industry sector world respective".split()
)
