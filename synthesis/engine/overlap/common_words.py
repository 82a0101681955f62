"""Words and pairs of characters that everybody writes: that two sentences share them says little."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.prepared import prepare

ENGLISH = """
the of and a to in is was that for it as with be on by he at from are this his have which an but they not had were you
we all there one or their will her been would who has more she when can if no out up so what about into than them some
could him these other its then two my first any like only our over also may after new such even most made well many must
before through years where much your way down should because each just those people how too little good very own same
another still while between last might us both use used using using does did do done being make makes under never since
without however during within among although though often often usually whether either neither rather quite almost
always already yet again further later early several few less least every own per three four five six seven eight nine
ten hundred thousand million percent year years day days time times part parts case cases number example result results
study studies show shows shown found find based according including such thus therefore moreover furthermore because
important different large small high low long short great general possible need needs needed given take taken become
provide provides include includes increase decrease work works working different system data method paper section table
figure here there nothing something anything everything nobody somebody someone everyone now today only once twice
against around across along above below behind beside toward towards until upon via off onto per it's i me mine yours
hers ours theirs themselves itself himself herself let put get got go goes went come came say says said see seen know
known think want keep kept set way ways thing things place places point points kind kinds form forms end ends side
""".split()

CHINESE = """
我们 他们 它们 自己 这个 这些 这种 那些 一个 一种 一些 一样 一般 一定 一方 方面 不是 不能 不会 不同 不仅 不断 不足 不但 没有 还有 只有
就是 也是 都是 但是 而是 而且 并且 或者 以及 以上 以下 以后 以来 以前 之间 之一 之后 之前 其中 其他 其它 其次 首先 最后 同时 因此 因为
由于 所以 如果 虽然 然而 不过 即使 无论 为了 对于 关于 根据 按照 通过 经过 随着 作为 成为 认为 称为 分为 可以 可能 能够 应当 应该 需要
必须 已经 正在 曾经 将会 进行 开展 实现 实施 采用 采取 利用 使用 应用 运用 具有 拥有 存在 发生 产生 形成 出现 包括 主要 重要 关键 基本
一步 进一 逐步 逐渐 更加 较为 比较 相对 相关 有关 有效 积极 明显 显著 突出 全面 不断 持续 提高 提升 增加 增长 增强 加强 加快 减少 降低
下降 上升 改善 完善 优化 促进 推动 推进 发展 建设 管理 服务 研究 分析 调查 结果 表明 显示 说明 发现 指出 提出 问题 情况 影响 作用 意义
价值 目的 方法 方式 过程 条件 原因 因素 特点 优势 趋势 水平 能力 质量 效率 程度 数量 规模 比例 内容 领域 行业 产业 企业 市场 产品 技术
经济 社会 国家 政府 政策 地区 城市 国内 国际 全国 我国 中国 目前 当前 近年 年来 未来 今年 去年 时间 时期 阶段 年的 个月 月份 亿元 万元
左右 约为 达到 超过 占比 的发 的应 的重 的问 的影 的主 的一 的方 的基 的情 的研 的技 的需 的过 的不 的人 的是 的数 的市 了一 是一 在一
中的 上的 下的 大的 性的 化的 者的 和发 和社 与发 为主 为一 这一 每年 年至 月至 日至 年中 年底 数据 系统 平台 工作 人员 部门 单位 机构
""".split()


@functools.cache
def common_features() -> NDArray[np.int64]:
    """The features (`prepared.PreparedText.features`) of these words and pairs, sorted."""
    words = prepare(" ".join(ENGLISH)).features
    pairs = prepare("\n".join(CHINESE)).features[::2]  # the pair that begins with the first character of two
    return np.unique(np.concatenate([words, pairs])).astype(np.int64)
