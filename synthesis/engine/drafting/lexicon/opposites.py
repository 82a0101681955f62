"""What a predicate says, whatever its word: broad classes of opposites, each with the words for either pole.

A class is an axis on which a denied pole is the other one, or near enough that the two do not stand in for each other
(not allowed, banned; did not rise, fell). Words of several classes stand in each. Chinese words are matched as
written, longest first; English ones are patterns of whole words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from synthesis.engine.patterns import lazy_pattern

_ZH = {
    "amount": "增长 增加 上升 提高 提升 上涨 攀升 走高 增至 升至 增到 升到 涨至 涨到 攀至 爬至 爬到 冲至 冲到 冲上 跳至 跳到 扩大 扩张 扩容 增强 回升 反弹 上扬 上行 激增 增多 递增 升高 增产 增收 跃升 飙升 猛增 暴涨 扩增 抬高"
    " 追加 增拨 多增 回暖 升温 转旺 走旺 涨价 提价 加深 增高 调增 上调 抬升 拓宽 扩展 加剧 加重 翻番 翻倍 拉高 推高 延长 拉长 加长 走阔 拉大 增厚 加大 加码 加强 强化 增进 变大 变多 变高 变长 变密 变重 更多 更大 更高 更长 更密 更久 久了 壮大 膨胀 走升"
    " 大涨 高涨 上浮 多了 高了 长了 大了 涨了 升了 增了 上修 放大 涨势 增势 升势 增幅 涨幅 走强 多出 越来越多 越来越大 越来越高 越来越密 越来越长 越来越强 日益严重 愈发严重 更加严重 更为严重 越来越严重 拉开 日趋严重 蔓延 频发 更加普遍 更为普遍 更普遍 愈发普遍 更加频繁 更为频繁 更频繁 有增无减 不降反升 见涨 爬升 添了"
    " | 下降 降低 减少 下滑 下跌 走低 回落 降至 减至 降到 减到 跌至 跌到 退至 退到 落至 落到 滑至 滑到 滑向 掉到 缩至 缩到 压至 压到 砍至 砍到 缩小 缩减 缩短 压缩 收缩 萎缩 减弱 削弱 下行 锐减 递减 下挫 收窄 调减 下调 减产 减收 骤降 暴跌 缩窄 少增 降价 减轻 压低 弱化"
    " 核减 压减 缩水 转冷 遇冷 转淡 稀释 摊薄 衰减 削减 减小 调低 下修 松动 变小 变少 变低 变短 变轻 更少 更小 更低 更短 下浮 少了 低了 短了 小了 跌了 降了 减了 连降 跌势 降势 腰斩 下探 滑落 滑坡 退坡 收敛 抑制 遏制 探底 回调 减半 去化 消减 压减 压降"
    " 降得更多 降得更快 降得更大 跌得更多 跌得更深 跌得更快 减得更多 少得更多 降得多 跌得多 跌幅 降幅 走弱 走软 越来越少 越来越小 越来越低 越来越稀 越来越短 不增反降 见跌 缓解 少于常年",
    "alone": "独立申报 单独申报 独立申请 单独申请 独立投标 单独投标 独立承担 单独承担 独立完成 单独完成 独立开发 独立研发 单独设立 独立运营 单独运营"
    " | 联合申报 联合申请 联合投标 共同申报 共同申请 共同投标 共同承担 联合承担 共同完成 联合开发 联合研发 共同开发 共同研发 联合设立 共同设立 联合运营 共同运营",
    "gap": "悬殊 差距拉开 | 趋同 更加接近 更为接近 日益接近 趋近 靠拢",
    "ease": "容易 轻松 易于 不难 | 难以 难于 很难 较难 困难 不易 艰难",
    "content": "满意 | 不满 不满意 失望",
    "punctual": "按时 准时 如期 按期 按计划 按原计划 | 拖欠 逾期 延误 拖延 推迟 延期 延后 晚点 赶不上",
    "fee": "收费 付费 收取 缴纳 支付 自费 | 免费 全免 免收 免缴 免除 免征 无偿",
    "change": "发生变化 出现变化 | 不变 持平 没变 维持在 保持在 稳定在",
    "hours": "开放 开馆 营业 开门 | 闭馆 停业 歇业 关闭 关门",
    "work": "有效 奏效 起作用 见效 管用 | 无效 失效 失灵 不起作用",
    "speed": "加快 加速 提速 变快 更快 快了 快于 越来越快 | 放缓 减缓 趋缓 减速 放慢 变慢 更慢 慢了 慢于 减慢 迟缓 趋慢 拖慢 越来越慢",
    "time": "提前 提早 早于 偏早 更早 早了 前移 赶早 | 延至 延到 推至 推到 押后 推迟 延迟 延后 推后 晚于 偏晚 更晚 晚了 延期 迟于 顺延 耽搁 耽误 延宕 后移 拖后 来迟",
    "rule": "放宽 放松 宽松 偏松 松绑 放开 松动 从宽 从轻 | 收紧 趋严 从严 从重 严格 从紧 偏紧 趋紧 严控 收严 加严 趋于严格",
    "state": "改善 好转 向好 改进 变好 优化 | 恶化 变差 转差 变坏 劣化 每况愈下 走坏",
    "leave": "允许 准许 容许 获准 许可 放行 放开 解禁 准予 开放 不限 均可 亦可 | 禁止 严禁 不得 不准 不许 禁令 取缔 谢绝 拒之门外 禁用 禁入 禁售 封禁 限制",
    "answer": "同意 赞成 支持 接受 采纳 批准 核准 获批 认可 首肯 拥护 达成一致 达成共识 获得通过 审议通过 表决通过 通过了 共识"
    " | 反对 拒绝 否决 驳回 抵制 回绝 推翻 退回 不予批准 分歧 否定意见 反对意见 异议 不赞成 不赞同",
    "outcome": "成功 奏效 得手 得逞 | 失败 落空 未果 告吹 流产 破裂 泡汤 失利 折戟",
    "going": "保留 维持 继续 延续 沿用 恢复 重启 开通 启用 复工 复产 开工 运转 照常 存续 重开 复航 留任 | 取消 终止 停止 撤销 废止 关闭 停用 停运 中断 中止 停办 停产 暂停 拆除 拆掉 裁撤 废除 关停 停工 停产 停课 停摆 停飞 停诊 停航 停播 下架 叫停",
    "stock": "出台 颁布 问世 有了 都有 均有 具备 配备 已有 设有 配有 装有 备有 建有 充足 充裕 富余 过剩 充沛 丰富 齐全 供过于求 宽裕 供大于求 | 缺乏 缺少 不足 短缺 紧缺 匮乏 欠缺 空白 缺位 缺失 稀缺 供不应求 缺口 阙如 尚无 并无",
    "test": "满足 合格 达标 合规 合法 有效 符合 无误 | 超标 违规 违法 无效 违反 不合格 不达标 不合规 失效 作废 不符",
    "result": "盈利 扭亏 扭亏为盈 盈余 获利 顺差 转盈 由负转正 由亏转盈 | 亏损 亏掉 赤字 转亏 由盈转亏 由正转负 逆差 亏空",
    "reference": "高于 超过 超越 优于 胜过 好于 多于 强于 大于 长于 重于 反超 赶超 跑赢 高出 领先 领跑 突破 超出 | 低于 不及 逊于 少于 弱于 差于 小于 短于 轻于 跑输 落后 不如 未及",
    "flow": "流入 迁入 涌入 入驻 | 流出 迁出 撤离 撤出 退出 外流 流失 搬离",
    "duty": "必须 须 强制 务必 要求 应当 有义务 | 豁免 免除 自愿 免于 自主选择 自行决定 免检 免交 免缴",
    "scope": "包括 涉及 覆盖 在列 其列 纳入 涵盖 适用 包含 列入 在内 | 排除 除外 剔除 移出 例外 不含 不在此列 不在其列 不在其内",
    "word": "承认 供认 坦白 证实 认罪 确认 坦承 | 否认 驳斥 辟谣 矢口否认",
    "open": "公开 公布 披露 透露 公示 | 隐瞒 保密 瞒报 掩盖 隐匿 秘而不宣",
    "tie": "相关 有关 挂钩 取决于 | 无关 独立于 脱钩 不相干",
    "find": "发现 查出 查获 检出 找到 测出 搜出 抓获 查实 探明 | 排除",
    "harm": "影响 波及 殃及 冲击 损害 危及 损及 | 无碍 无损 无伤",
    "rely": "依赖 仰赖 依靠 受制于 倚重 倚赖 仰仗 | 自给自足 自主可控 自给",
    "replace": "取代 替代 代替 顶替 让位于 | 补充 辅助",
    "able": "可行 具备可行性 有可行性 可逆 行得通 | 行不通 无望 无从",
    "present": "出席 到场 参会 在场 | 缺席 缺阵 未到",
    "trade": "买入 购入 购买 收购 增持 净买入 净流入 申购 | 卖出 出售 转让 变卖 抛售 减持 净卖出 净流出 赎回",
    "currency": "升值 走强 坚挺 | 贬值 走弱 走软 疲软",
    "price": "昂贵 更贵 偏贵 贵于 | 便宜 低廉 更廉 廉于",
    "effect": "促进 推动 带动 助推 助力 拉动 刺激 激发 有利于 有助于 利好 促使 促进作用 推动作用 带动作用 拉动作用 驱动 激励 鼓励 扶持 提振 催生 惠及 助长 滋养"
    " | 抑制 阻碍 制约 限制 遏制 抑制作用 阻碍作用 制约作用 妨碍 束缚 不利于 利空 拖累 掣肘 打压 阻止 阻滞 牵制 挫伤 压制 拖垮",
    "start": "开始 启动 开启 开工 开业 开通 上线 | 结束 终止 停止 中止 关闭 停业 停用 下线",
    "gain": "获得 收获 赢得 夺得 取得 争得 | 失去 丧失 输掉 错失 损失",
    "stable": "稳定 平稳 企稳 趋稳 | 波动 动荡 震荡 起伏",
    "mood": "积极 乐观 看好 看涨 | 消极 悲观 看淡 看空 看跌",
    "active": "活跃 旺盛 强劲 火爆 红火 兴旺 | 低迷 疲软 不振 冷清 萧条 清淡 惨淡",
    "clear": "明确 清晰 明朗 | 模糊 不明 含糊",
    "simple": "简化 简便 精简 | 复杂化 繁琐 繁杂",
    "filled": "招满 满员 补齐 填补 住满 售罄 租满 | 空缺 招不满 未招满 空置 闲置",
    "term": "续约 续签 续期 续租 续聘 延期 展期 | 到期终止 期满终止",
    "level": "高位 高企 居高不下 高水平 | 低位 低水平",
    "join": "合并 整合 并入 | 拆分 剥离 分拆",
    "age": "变老 老龄化 高龄化 | 年轻化 变年轻 低龄化",
    "warm": "升温 转暖 回暖 变暖 偏暖 | 降温 转冷 转凉 变冷 偏冷",
    "centre": "集中于 集中在 更集中 更为集中 趋于集中 聚集于 | 分散于 分散在 更分散 更为分散 趋于分散",
    "grade": "升级 | 降级",
}  # fmt: skip
#: Words that tell one thing from its counterpart; who stands on which side is compared, never denied.
_SIDES_ZH = (
    "出口|进口 国产|进口 顺差|逆差 上游|下游 供给|需求 国内|国外 境内|境外 城市|农村 城镇|乡村 东部|西部 公立|私立 公立|民营 国有|民营 优势|劣势 强项|弱项 长期|短期 早期|晚期"
    " 直接|间接 正相关|负相关 高端|低端 高值|低值 高风险|低风险 高危|低危 传统|新兴 传统|新型 男性|女性 青年|老年 年轻人|老年人 上半年|下半年 线上|线下 无创|有创 微创|有创 前者|后者 整体|局部"
    " 阳性|阴性 最早|最晚 最早|最迟 首要|次要 主要终点|次要终点 主要指标|次要指标 买方|卖方 甲方|乙方 白天|夜间 南方|北方 沿海|内陆 全额|部分退款 前轮|后轮 左侧|右侧 上行|下行 年轻化|老龄化 低龄化|高龄化"
    " 释放|回收 投放|回笼 投放|回收 净投放|净回笼 机遇|挑战 存量|增量 固定|浮动 集权|分权 内需|外需 内销|外销 盈余|赤字 净流入|净流出 多头|空头 发达国家|发展中国家 大型|小型 横向|纵向 主动|被动 批发|零售"
    # What is moved and how in one word: 加息, 降息.
    " 加息|降息 升息|降息 升准|降准 加税|减税 增税|减税 扩产|减产 增产|减产 扩招|缩招 加薪|降薪 涨薪|降薪 增资|减资 加仓|减仓 扩编|缩编 做多|做空 通胀|通缩 加码|减码 续约|解约 超编|缺编"
    " 涨停|跌停 必修|选修 首付|尾款 扭亏|转亏 逆势|顺势 扩表|缩表 扩容|缩容 增配|减配 加征|减征 升学|辍学 趋紧|趋松 入库|出库 入境|出境 流入|流出 买入|卖出 净买入|净卖出 增发|回购 复课|停课"
    " 复航|停航 存款|贷款 借入|借出 转入|转出 汇入|汇出 调入|调出 迁入|迁出 看多|看空 利好|利空 超配|低配 溢价|折价 累库|去库 预付|后付 有偿|无偿 公开|保密 扩招|停招"
)
_EN = {
    "amount": r"increas\w* rises? rising rose risen grew grow grows growing grown climb(?:s|ed|ing)?(?!\sdown) surg(?:e|es|ed|ing) jump(?:s|ed|ing)? expand\w* soar\w* rebound\w* rais(?:e|es|ed|ing) doubl\w+ tripl\w+ quadrupl\w+ widen\w* lengthen\w*"
    r" extend\w* swell\w* swollen higher fuller larger bigger longer greater heavier dearer denser (?:crept|creep\w*|edg\w+|inch\w*|tick\w*|went|go|goes|gone|going|mov\w+|shot)\sup gained uptick upturn mount\w* multipl\w+"
    r" deepen\w* boost\w* \d\S*\s\w+\s(?:more|longer|extra) escalat\w+ intensif\w+ lift(?:s|ed|ing)? upgrad\w+ (?<!\bmake\s)(?<!\bmakes\s)(?<!\bmade\s)(?<!\bmaking\s)(?<!making )(?<!make )(?<!makes )(?<!made )up(?=\s(?:by|from|\d)) advanc(?:ed|es) strengthen\w* (?:step|ramp|jack|beef|scal|bump)\w*\sup hik(?:e|es|ed|ing) augment\w* recover(?:s|ed|ing)?(?=\s*(?:[.,;]|$)|\s(?:since|when|because|thanks|as|once|over|at|on|during|under|with|for|in|to|from|by|last|this|after|slightly|strongly|sharply|somewhat|and)\b) more(?=\s(?:[a-z]+\s){1,3}(?:are|is|were|was|have|has|had)\b) growth(?!\s(?:rate|target|forecast|area|fund|plan|strateg|stock|hormone|engine|sector|industr|potential|opportunit|model|driver|point|prospect|market|factor|path|pattern|curve|figure)) upward (?:produc|us|consum|s[eo]l|bought|buy|spen[dt]|export|import|generat|emit|earn|hir|employ|receiv|attract|borrow|lend|lent|invest|sav|issu|ship|need|requir)\w*\smore on\sthe\srise bounc\w+\sback (?:gain|gains|gained|gaining)\sground climb\w*\sback pick(?:s|ed|ing)?\sup(?!\s(?:speed|pace|the|a|an|where|on|from\swhere)\b) perk\w*\sup (?:has|have|had|prices|yields|rates|exports|sales)\sfirmed"
    r" | squeez\w+ downward (?:produc|us|consum|s[eo]l|bought|buy|spen[dt]|export|import|generat|emit|earn|hir|employ|receiv|attract|borrow|lend|lent|invest|sav|issu|ship|need|requir)\w*\s(?:less|fewer) on\sthe\sdecline decreas\w* declin(?:e|es|ed|ing)(?!\sto\s(?!(?:(?:about|around|roughly|just|only|nearly|almost|some|over|under|below|an?|estimated|average|record|low|of)\s){0,3}[\d$€£¥])) falls? falling fell(?!\sbehind) fallen drop(?:s|ped|ping)? shrink\w* shrank shrunk\w* reduc\w+ slump\w* contract(?:ed|ion) plung\w* narrow\w* lower(?:ed|ing|s)? diminish\w* cut cuts cutting"
    r" halv\w+ wan(?:e|es|ed|ing) dwindl\w* slip(?:s|ped|ping|page)? slid(?:e|es|ing)? sank sink\w* tumbl\w+ shorten\w* curtail\w* trimm\w+ ebb\w* subsid(?:ed|es) ero(?:de|des|ded|sion) dip(?:s|ped)? smaller emptier lighter shorter fewer thinner \d\S*\s\w+\s(?:less|fewer)"
    r" cheaper moderat(?:ed|es|ing) eas(?:e|es|ed|ing) abat\w+ weaken\w* down(?=\s(?:by|from|\d)) (?:went|go|goes|gone|going|edg\w+|com\w+|came|inch\w*)\sdown reced\w+ receding retreat\w* downturn downgrad\w+ deplet\w+ slash\w* dr(?:y|ied|ies)\sup (?:c[oa]m\w+|came|ground|brought)\sto\s(?:a|an)\s(?:\w+\s)?(?:standstill|halt|stop) (?:los(?:t|es|ing))\s(?:ground|value) tail\w*\soff thinn\w+\sout soften(?:s|ed|ing)? dilut(?:es?|ed|ing) par(?:ed|es)\s(?:back|down) (?:scal|pull|roll|wind|wound|row)\w*\s(?:back|down) depreciat\w+",
    "change": r"chang(?:e|es|ed|ing) | unchanged (?:was|were|is|are|been|be|remain\w*|stay\w*|held|broadly|roughly|largely|almost)\sflat (?:held|remain\w*|stay\w*|kept|was|were)\s(?:steady|constant|static|stagnant|level|the\ssame) stagnat\w+ plateau\w* (?:stay(?:s|ed)?|remain(?:s|ed)?|held|holding)\sat(?=\s(?:about\s|around\s|just\s|some\s)?[$€£]?[\d⟨]) still(?=\s(?:had\s|has\s|have\s|at\s|about\s|only\s|some\s)?[\d⟨](?![\d,.]*-[a-z]))",
    "speed": r"accelerat\w+ pick\w*\sup(?=\s(?:speed|pace|again|for|in|to|sharply|slightly|last|this|after|and)\b|[,.;]|$) (?:gather|gain)\w*\s(?:pace|speed|momentum|steam) (?:brought|mov\w+)\sforward sped\sup speed\w*\sup quicken\w* hasten\w* faster quicker swifter more\s(?:quickly|rapidly|swiftly) | more\sslowly less\s(?:quickly|rapidly) slow(?:s|ed|ing|er|down)? decelerat\w+ delay\w* (?:c[oa]m\w+|came|ground|brought)\sto\s(?:a|an)\s(?:\w+\s)?(?:standstill|halt|stop) (?:los(?:t|es|ing)|lack\w*)\s(?:pace|speed|momentum|steam)",
    "time": r"earlier early ahead\sof\s(?:schedule|time|the\susual|plan) brought\sforward mov\w+\sforward advanced(?=\sto\b) sooner (?:days?|weeks?|months?)\sahead | later late delay\w* postpon\w+ behind\sschedule push\w*\sback put\sback defer\w* belated\w* (?:days?|weeks?|months?)\sbehind",
    "rule": r"eas(?:e|es|ed|ing) relax\w* loosen\w* soften\w* lax lenient liberali[sz]\w+ looser softer(?=\s(?:line|stance|approach|touch)) less\s(?:strict|stringent) | tighten\w* tighter strict(?:er|ly)? stringent stiffen\w* toughen\w* tougher crack\w*\sdown",
    "state": r"improv\w+ recover\w* better cleaner healthier | dirtier unhealthier deteriorat\w+ worsen\w* worse degrad\w+",
    "gap": r"(?:further|farther)\sapart diverg\w+ drift\w*\sapart gulf\swidened | gap\s(?:[\w-]+\s){0,6}(?:was\s|has\s|had\s)?closed closer converg\w+ clos(?:ed|ing)\sthe\sgap caught\sup within\s(?=\d+\spoints)",
    "leave": r"allow\w* permit\w* let(?=s?\s\w+\s\w) licen[sc]e[ds]? authori[sz]\w+ legali[sz]\w+ eligible open\sto entitle(?:d|ment)\sto welcome(?=\sto) may(?=\s(?:now\s|also\s|still\s)?(?:carry|operate|sell|use|apply|enter|offer|perform|keep|build|import|export|invest|run|work|vote|stay|open|own|buy|hire)\b) free\sto at\sliberty | ban(?:s|ned|ning)? prohibit\w* forbid\w* forbade bar(?:s|red|ring) outlaw\w* disallow\w* off\slimits closed\sto ineligible excluded\sfrom restrict(?:s|ing|ed(?!\sto\b))?",
    "answer": r"accept\w* approv\w+ back(?:ed|s|ing)(?!\s(?:up|down)) endors\w+ support(?:s|ed|ing) (?:support|back|approve|favou?r)(?=\s(?:the|a|an|this|these|its|their|any|such|it|them|\w+ing)\b) green\slight agree[ds]? agreeing uph[eo]ld\w* ratif\w+ consent\w* favou?r\w* (?:was|were|been)\spassed passed(?=\s(?:the|a|its)\s(?:\w+\s)?(?:bill|law|act|motion|resolution|budget|amendment|reform|plan)\b) unanimous(?:ly)?\s(?:for|in)"
    r" | against(?<=(?:is|as|re|be|en)\sagainst) reject\w* refus\w+ oppos(?:e|es|ed|ing|ition) veto\w* dismiss\w* overturn\w* turn(?:s|ed|ing)?\s(?:\w+\s){0,4}down vot\w+\s(?:\w+\s){0,3}(?:against|down) declin\w+\sto(?!\s(?:(?:about|around|roughly|just|only|nearly|almost|some|over|under|below|an?|estimated|average|record|low|of)\s){0,3}[\d$€£¥]) object(?:s|ed|ions?) den(?:y|ies|ied) spurn\w* disagree\w* quash\w* thr(?:ew|own?|ows)\sout struck\sdown resist\w*",
    "outcome": r"succe(?:ed|eds|eded|eding|ss|sses|ssful|ssfully) manag(?:ed|es)\sto | fail(?:s|ed|ing|ure|ures)? collaps\w+ founder(?:ed|ing) unsuccessful\w* in\svain came\sto\snothing",
    "going": r"keeps? keeping kept retain\w* continu\w+ maintain\w* resum\w+ restart\w* reopen\w* restor(?:e|es|ed|ing) preserv(?:e|es|ed|ing) persist\w* reviv\w+ still\s(?:in\suse|running|open) (?:was|were|been|be)\sheld (?:took|take|taken|takes)\splace (?:went|go|goes|going)\sahead"
    r" | cancel\w* abandon\w* scrap(?:s|ped|ping)? stop(?:s|ped|ping)? halt\w* suspend\w* suspension discontinu\w* ceas\w+ clos(?:e|es|ed|ing|ure)(?!\sto) shut(?:s|ting)? axed withdr[ae]w\w* abolish\w* repeal\w* terminat\w+ demolish\w* dismantl\w* called\soff dropped",
    "stock": r"abundan\w+ plentiful ample abounds? sufficient\w* adequate\w* plenty | lack\w* shortages? scarc\w+ insufficient\w* inadequate\w* dearth absen(?:t|ce) deficien\w+ short\sof rare missing",
    "test": r"(?:reach(?:es|ed)?|hit|attain(?:s|ed)?|achieve[sd]?)(?=\s(?:its|the|their|all|a|an|his|her|our|both|most|every)\s(?:[\w-]+\s){0,4}?(?:targets?|goals?|standards?|objectives?|quotas?)\b) meets? met(?=\s(?:by|the|its|their|all|a|an|claimed)\b) satisf(?:y|ies) satisfied(?=\s(?:the|its|all|these)\b) held\sup passed(?=\s(?:the|its|their|all|a|an)\b) valid lawful\w* legal\w* compl(?:y|ies|ied|iant|iance) | invalid unlawful\w* illegal\w* void breach\w* violat\w+ non-?compliant f[ae]ll(?:s|en|ing)?\sshort c[ao]me\sshort miss(?:ed|es|ing)?(?=\s(?:its|the|their|all|a|an|his|her|our|both|most|every)\s(?:[\w-]+\s){0,4}?(?:targets?|goals?|standards?|objectives?|marks?|forecasts?|estimates?|benchmarks?|thresholds?|quotas?)\b)",
    "filled": r"fill(?:ed|s)? staffed occupied(?=\s(?:by|in|at|and)\b|[.,;]|$) taken\sup | unfilled vacant unoccupied empty vacanc(?:y|ies)",
    "term": r"renew\w* extend(?:s|ed|ing)? rolled\sover | laps(?:e|es|ed|ing) expir\w+ r[aou]n(?:s|ning)?\sout",
    "use": r"in\s(?:use|service|operation) operational up\sand\srunning (?:kept|keeps?)\s(?:\w+\s){0,4}running | idl(?:e|es|ed|ing) mothball\w* out\sof\s(?:use|service|action) shut\sdown",
    "result": r"profits? profitable surplus\w* in\sthe\sblack | loss(?:es)? loss-making deficits? in\sthe\sred shortfalls?",
    "reference": r"exceed\w* outpac\w+ outperform\w* surpass\w* overt(?:ake|akes|ook|aken|aking) outstrip\w* beats? beating beaten above ahead\sof(?!\s(?:schedule|time|the\susual|plan)) outsold outsell\w* topp(?:ed|ing) premium (?:higher|more(?!\s(?:slow|gradual|rare|seldom|cheap|modest))|greater|larger|better|longer|faster)\s(?:\w+\s){0,2}than in\sexcess\sof (?:dearer|costlier|pricier|more\sexpensive)\sthan"
    r" | f[ae]ll(?:s|en|ing)?\sbehind (?:well|far|points?|percent|just|still|remains?|places?)\sbehind trail(?:s|ed|ing)? lag(?:s|ged|ging)? below underperform\w* discount (?:lower|fewer|less|smaller|worse|shorter|slower|cheaper|more\s(?:slow|gradual|rare|modest)\w*)\s(?:\w+\s){0,2}than short\sof under(?=\starget|\sexpect|\sbudget)",
    "flow": r"arriv\w+ inflows? immigra\w+ join(?:s|ed|ing)? enter(?:s|ed|ing)? | depart\w* left leav(?:e|es|ing) outflows? emigra\w+ exit(?:s|ed|ing)? quit(?:s|ting)?",
    "duty": r"requir\w+ subject\sto(?=\s(?:the|a|an|this|new|all|any|its)\b) liable must mandat\w+ oblig\w+ compulsory ha(?:ve|s|d)\sto need(?:s|ed)?\sto compel\w* legally\sbound bound\sby\slaw binding obliged | optional voluntar\w+ exempt\w* waiv\w+ escape[ds]? discretion\w* need\s(?:no\slonger|not)",
    "scope": r"includ\w+ cover(?:ed|ing) covers?(?=\s(?!(?:under|for|against|is|was|are|and|or|in|by|at|to|from|will|has|had)\b)\w) qualif(?:y|ies|ied)\sfor appl(?:y|ies|ied)\sto entitle[sd]?\s(?:\w+\s)?to eligible\sfor"
    r" | exclud\w+ omit\w* except(?:ed|s)? left\sout leav\w+\sout exempt(?:s|ed)? carved?\sout ineligible",
    "word": r"admit\w* confirm\w* acknowledg\w+ confess\w* conced\w+ | den(?:y|ies|ied|ying|ial) disput\w+ refut\w+ rebut\w*",
    "open": r"disclos\w+ publish\w* reveal\w* ma[dk]e\w*\s(?:[\w-]+\s){0,6}public | conceal\w* hid hidden withh[eo]ld\w* undisclosed (?:kept|keeps?|keeping)\s(?:[\w-]+\s){0,6}(?:secret|confidential)",
    "ease": r"(?:ma[dk]\w+\sit\s)?eas(?:y|ily|ier) ma[dk]\w+\sit\s(?:simpler|possible) simpler straightforward effortless\w* readily | (?:ma[dk]\w+\sit\s)(?:harder|more\sdifficult|impossible) difficult\w* hard(?=\s(?:to|for)\b) harder(?=\s(?:to|for)\b) struggl\w+ trouble(?=\s\w+ing)",
    "content": r"satisfied express\w*\ssatisfaction happy pleased content(?=\swith) | dissatisf\w+ unhapp\w+ discontent\w* displeased unsatisfied",
    "fee": r"charg(?:e|es|ed|ing) pay(?:s|ing)? paid | (?:receiv|get|got|offer|provid|enjoy|giv)\w*\sfree free\sof\scharge without\scharge gratis waiv\w+",
    "hours": r"open(?:s|ed)?(?=\s(?:on|at|to|daily|every|during|all)\b) | closed(?=\s(?:on|at|to|every|during|all)\b) shut(?=\s(?:on|at|to)\b)",
    "tie": r"(?:linked|related|relates?|tied)\sto depend\w*\son | unrelated independent\sof unconnected",
    "find": r"found find(?:s|ing)? detect(?:s|ed|ing)? discover\w* uncover\w* spotted traces? | ruled?\sout ruling\sout",
    "harm": r"affect(?:s|ed|ing)? disrupt\w* harm(?:s|ed|ing)? damag(?:e|es|ed|ing) hurt(?:s|ing)? | unaffected unharmed unscathed spared? intact",
    "rely": r"rel(?:y|ies|ied|iant|iance|ying) depend(?:s|ed|ent|ence)? | self-sufficien\w+ independen\w+ weaned",
    "replace": r"replac(?:e|es|ed|ing) supplant\w* (?:gave|give|given|giving)\sway\sto displac(?:e|es|ed|ing) supersed\w+ | complement\w* supplement(?:s|ed|ing)",
    "able": r"feasible viable workable reversible | infeasible unviable unworkable irreversible unfeasible",
    "present": r"attend(?:s|ed|ing|ance)? turned\sup | skip(?:s|ped|ping)? boycott\w* stayed\saway absent",
    "trade": r"buy(?:s|ing)? bought purchas\w+ acquir\w+ | sell(?:s|ing)? sold divest\w* dispos\w+",
    "effect": r"promot(?:e|es|ed|ing|ion) driv(?:e|es|en|ing) drove boost\w* spur\w* foster\w* stimulat\w+ encourag\w+ facilitat\w+ enabl(?:e|es|ed|ing) support(?:s|ed|ing) ma[dk]\w+\sit\s(?:easier|simpler) help(?:s|ed|ing)? strengthen\w*"
    r" | ma[dk]\w+\sit\s(?:harder|more\sdifficult) inhibit\w* hinder\w* hamper\w* imped\w+ constrain\w* suppress\w* curb\w* discourag\w+ prevent\w* deter\w* undermin\w+ weaken\w* thwart\w* dampen\w* weigh(?:s|ed|ing)?\son drags?(?=\son\b) stifl\w+ restrain\w*",
    "start": r"beg[aiu]n(?:s|ning)? start(?:s|ed|ing)? launch\w* open(?:s|ed|ing)? commenc\w+ | ended ending(?!\s(?:june|march|september|december|\d)) stop(?:s|ped|ping)? halt\w* ceas\w+ terminat\w+ clos(?:e|es|ed|ing|ure)(?!\sto) shut(?:s|ting)?",
    "gain": r"gain(?:s|ed|ing)? t(?:ake|akes|ook|aking)(?=\s(?:[\w-]+\s){0,2}share\b) win(?:s|ning)? won | lose(?:s)? losing lost",
    "adopt": r"adopt(?:s|ed|ing)? introduc(?:e|es|ed|ing) embrac(?:e|es|ed|ing) | abandon\w* discard\w* ditch\w*",
    "build": r"built buil(?:d|ds|ding) construct(?:s|ed|ing|ion) erect(?:s|ed|ing)? install\w* | remov(?:e|es|ed|ing|al) demolish\w* demolition dismantl\w* t(?:ore|orn|earing)\sdown",
    "length": r"extend\w* prolong\w* | shorten\w* curtail\w*",
    "stable": r"stable stabil\w+ steady steadied | volatile unstable volatility fluctuat\w+",
    "mood": r"optimis\w+ bullish upbeat | pessimis\w+ bearish downbeat",
    "sure": r"convinced certain(?!\s\w+s\b) confident (?:were|was|are|is|be)\ssure | unsure uncertain unconvinced undecided sceptical skeptical doubtful",
    "safe": r"safe(?:r|ly)? usable habitable serviceable fit(?=\s(?:for|to)\b) | dangerous unsafe hazardous unfit unusable uninhabitable",
    "age": r"older | younger",
    "warm": r"warm(?:er|est|ed|ing|s)? hot(?:ter|test)? | cold(?:er|est)? cool(?:er|ed|ing|s)?",
    "currency": r"appreciat\w+ strengthen\w* firmed gained | los(?:t|es|ing)\s(?:ground|value) depreciat\w+ weaken\w* devalu\w+ softened",
    "level": r"high(?:est|-\w+)? largest biggest longest strongest tallest large big strong robust long ample | low(?:est|-\w+)? smallest shortest weakest small weak short sluggish fragile",
    "punctual": r"on\stime(?!\sof) on\sschedule as\s(?:scheduled|planned)(?!\s(?:for|to)\b) | late(?=\s*(?:[.,;]|$)) overdue belated(?:ly)? behind\sschedule miss(?:ed|es|ing)\s(?:its|the|their|his|her|a)\s(?:[\w-]+\s){0,3}(?:deadline|date|schedule)",
    "pace": r"fast(?:est)? rapid(?:ly)? quick(?:ly)? brisk(?:ly)? | slow(?:est|ly)? sluggish",
}  # fmt: skip
_SIDES_EN = (
    "exports?|imports? domestic(?:ally)?|foreign domestic|imported upstream|downstream supply|demand urban|rural cit(?:y|ies)|villages? public|private advantages?|disadvantages? strengths?|weaknesses?"
    " opportunit(?:y|ies)|threats? long-term|short-term early-stage|late-stage direct(?:ly)?|indirect(?:ly)? positive(?:ly)?|negative(?:ly)? men|women male|female boys?|girls? younger|older"
    " before|after primary|secondary wholesale|retail onshore|offshore inbound|outbound indoors?|outdoors? buyers?|sellers? lenders?|borrowers? creditors?|debtors? tenants?|landlords? day(?:time)?|night(?:time)?"
    " high-income|low-income north(?:ern)?|south(?:ern)? east(?:ern)?|west(?:ern)? upper|lower majority|minority first-half|second-half fixed|floating gross|net senior|junior internal|external"
)
#: Forms that open into numbers or sides; the last group is the word.
_FORMS_ZH = (
    ("time", 1, r"(?<![最尽较])早(?=[\u4e00-\u9fff]{0,2}了?\s*(?:约|近)?[\d一二两三四五六七八九十半])"),
    ("time", -1, r"(?<![最较早])晚(?=[\u4e00-\u9fff]{0,2}了?\s*(?:约|近)?[\d一二两三四五六七八九十半])"),
    ("amount", 1, r"(?<![更很较最太许])多(?=[等花用付收产缴交耗][了出]?)"),
    ("amount", -1, r"(?<![更很较最太不至])少(?=[等花用付收产缴交耗][了出]?)"),
    *(("level", sign, rf"(?:(?<=[较最偏更很过极])|(?<=相对)|(?<=比较)|(?<=十分)|(?<=非常)|(?<=日益)){word}") for sign, words in ((1, "高大多强长深厚宽"), (-1, "低小少弱短浅薄窄")) for word in words),
    ("amount", 1, r"(?:连|续|微|略|大|普|齐|骤|陡|剧|再|小幅|大幅|略有|有所|领|止跌回|不断|持续)([涨升增])(?![幅势速值值级任值订设派])"),
    ("amount", -1, r"(?:连|续|微|略|大|普|齐|骤|陡|剧|再|小幅|大幅|略有|有所|领|不断|持续)([跌降减缩])(?![幅势速价排免税值])"),
    ("amount", 1, r"(?<=[常上去平])年多(?=了?(?:约|近|\d))"),
    ("amount", -1, r"(?<=[常上去平])年少(?=了?(?:约|近|\d))"),
    ("amount", 1, r"偏[多高](?=了?(?:约|近|\d))"),
    ("amount", -1, r"偏[少低](?=了?(?:约|近|\d))"),
    ("amount", 1, r"(?:超过|高于|多于|好于|优于|强于|胜过|超出)(?=从前|以往|以前|此前|过去|往年|往常|上年|去年|当年|[一二三四五六七八九十两几]年前)"),
    ("amount", -1, r"(?:不及|不如|低于|少于|逊于|弱于|差于|未及)(?=从前|以往|以前|此前|过去|往年|往常|上年|去年|当年|[一二三四五六七八九十两几]年前)"),
    ("reference", -1, r"(?:只有|仅有|仅为|仅相当于|相当于|恢复到|恢复至|仅及|只及)(?=[^，。；]{0,8}年(?:同期|全年)?的\s*[1-9]\d?(?:\.\d+)?%)"),
    ("test", 1, r"通过(?=了?[^，。；]{0,10}(?:审批|审查|认证|评价|验收|注册|检验|检疫|考核|测试|考试|评审|审核|检查|核查|体检|面试|答辩|安检))"),
    ("change", 1, r"变[化动](?=$|[，。；])"),
    ("change", -1, r"仍[为是有](?=\s*(?:约|近)?\d)"),
    ("change", -1, r"变[化动](?:并|均|都|也|仍)?(?:不大|不明显|不显著|甚微|很小|较小|有限)"),
    ("time", 1, r"比[^，。；]{1,8}?(?:来得|更|要)早"),
    ("time", -1, r"比[^，。；]{1,8}?(?:来得|更|要)[晚迟]"),
    ("centre", 1, r"集中度[^，。；]{0,4}(?:提高|上升|提升|增强|加大)"),
    ("centre", -1, r"集中度[^，。；]{0,4}(?:降低|下降|减弱|回落)"),
    ("test", 1, r"达到(?=[^，。；]{0,8}(?:标准|要求|规定|条件))"),
    ("test", -1, r"达不到(?=[^，。；]{0,8}(?:标准|要求|规定|条件))"),
    ("work", 1, r"[具有起](?:有|到了?)?(?:保护|防护|预防|治疗)作用"),
    ("work", -1, r"失去了?[^，。；]{0,4}作用"),
    ("rule", -1, r"(?:加强|强化)了?(?=[^，。；]{0,8}(?:限制|管制|管控|约束))"),
    ("amount", 1, r"增速(?=[^，。；负\-]{0,6}(?:放缓|回落|趋缓|放慢|收窄|下降|减缓|降至|降到)[^，。；负\-−]*(?:$|[，。；]))"),
    ("above", 1, r"(?<![最不提升较更偏新增])高(?=约|近|出|\d)"),
    ("above", -1, r"(?<![最不降较更偏新减])低(?=约|近|\d)"),
    ("leave", 1, r"(?<![不无未许认])可以?(?=[把将由在按享申自经通借使凭从向持用])"),
    *(("amount", sign, rf"(?:比|较)(?:上年|去年|前年|往年|以[往前]|从前|此前|之前|过去|当年|原[来先]|上个?月|上[季周期]|[^，。；比]{{2,8}}前|(?:19|20)\d\d年)[^，。；比]{{0,6}}?({words})(?=出|了|[\d约近一二两三四五六七八九十])") for sign, words in ((1, "[高多大长贵重厚深宽](?!大[约概致])"), (-1, "[低少小短轻薄浅窄]|便宜"))),
    ("reference", 1, r"(?:比|较)[^，。；比]{2,16}?((?!大[约概致])[高贵多大长快强好重厚深宽])(?=出|了|大[约概]|[\d约近一二两三四五六七八九十]|$|[，。；])"),
    ("reference", -1, r"(?:比|较)[^，。；比]{2,16}?(低|便宜|少|小|短|慢|弱|差|轻|薄|浅|窄)(?=出|了|大[约概]|[\d约近一二两三四五六七八九十]|$|[，。；])"),
)  # fmt: skip
#: Classes whose opposites are opposite directions; the others deny.
DIRECTED = frozenset(
    "amount above speed time rule state gap result reference flow trade currency price effect start gain stable ease mood active clear simple join warm centre grade level pace safe length".split()
)
#: A rule or a lack that something ends: the end turns it (the ban was lifted, 限制取消).
RULES = lazy_pattern(
    r"禁令|限制|要求|门槛|禁止|豁免|短缺|缺口|\b(?:bans?|restrictions?|requirements?|prohibitions?|curbs?|exemptions?|shortages?|moratorium)\b",
    re.IGNORECASE,
)
ENDS = lazy_pattern(
    r"取消|删除|解除|撤销|废止|废除|终止|停止|结束|打破|放开|不再|告别"
    r"|\b(?:lift(?:s|ed|ing)?|end(?:s|ed|ing)?|repeal\w*|scrap(?:s|ped|ping)?|abolish\w*|remov\w+|waiv\w+|overturn\w*|drop(?:s|ped)?|cancel(?:s|l?ed|l?ing)?|no longer|over)\b",
    re.IGNORECASE,
)
#: Verbs under which what they govern does not come about, or comes to an end.
AVERTS = lazy_pattern(
    r"(?:避免|防止|遏制|扭转|摆脱|止住|免于|阻止|逆转|制止|杜绝|抑制)(?:了)?[^，。；的]{0,6}$|(?:摆脱|告别|结束)(?:了)?对?[^，。；]{0,12}$"
    r"|\b(?:avoid|prevent|revers|avert|halt|arrest|withh[eo]ld|stem(?!\w*\s(?:\w+\s)?from\b)|forestall)\w*\s(?:\w+\s){0,3}$|\b(?:stop(?:s|ped)?|cease[sd]?|quit)\s$",
    re.IGNORECASE,
)
#: Forms that hold the letters of a pole without its meaning.
NO_POLE = lazy_pattern(
    r"不足以|\b(?:hiking(?=\s(?:trails?|guides?|boots?|routes?|paths?|maps?|holidays?|trips?|clubs?|season|tours?|gear))|hikers?)\b|(?:支付|收费|付费|缴费|缴纳)(?=改革|标准|方式|制度|政策|模式|办法|渠道|平台|项目|系统|能力|结构|体系|机制|周期|比例|额度|价格|站|员|处|窗口|机构|手段|工具|终端|基数|年限|记录|凭证|业务|服务|环节|流程|规则|条款|义务|意愿|习惯|主体|功能|牌照|宝|公司|企业|行业|市场|码|密码|账户|接口|公路|道路|路段|停车|内容|用户|会员)|变[化动](?!$|[，。；])(?!不大|不明显|不显著|甚微|很小|较小|有限)|(?:气候|季节|形势|环境)变化|(?:影响|冲击|波及|损害)(?=有限|不大|甚微|较小)|可行性?研究|可研|丰富[度性]|丰度|(?:相关|有关)的?(?=[\u4e00-\u9fff])(?!性|吗)|增长点|增长极|支持率|赞成票|反对票|不[少多低高大小]于|不得(?=超过|低于|少于|高于|多于|迟于|大于|小于)|存续方|改善型|支持系统|提升机|降低(?=门槛)|不限于|有效期|开放式|有效(?=[地的防控促推遏抑缓提降改])|违规者|(?:违规|违法|禁用|合格|有效|无效|超标)的?(?=[^，。；]{2})(?!的?比例|的?[占为是])|要求(?=[^，。；]{0,2}者)|(?:高于|超过|多于|大于|低于|少于|小于|不及|突破|超出)(?=约|近|了?\s*\d|[一二三四五六七八九十百千万半])|限制性"
    r"|(?:smaller|larger|bigger|longer|shorter|greater|cheaper)(?=\s(?!(?:at|in|on|for|to|since|after|when|if|and|but|with|this|last|now|because|as|before|until|under|on)\b)[a-z]+s?\b(?!\s*(?:than|by)))(?<!\bis \w{7})|\b(?:is|are|was|were|be|being) grown\b|\bno longer\b|\bany longer\b|\bno (?:more|less|fewer)\b|\bmore or less\b|\bmore than\b(?=\s(?:\d|half|a |one|two|three|ten|twice))|\bless than\b(?=\s(?:\d|half|a |one|two|three|ten))"
    r"|\b(?:an?|the|any|no|separate|environmental|building|work|residence|planning|export|import|mining|operating|valid|new) permits?\b|\b(?:climate|step|sea|regime|a|the|this|that|these|those|any|every|each|such|for|of|to|its|their|his|her) changes?\b|\bchang(?:e|es|ing) (?:hands|rooms?)\b|\b(?:an?|the|any|no|without|valid|new|this|its|their|each|every|your|his|her|such|of|work|building|residence|planning|export|import|fishing|parking) permits?\b|\bfewer than\b(?=\s(?:\d|half|a |one|two|three|ten))|\bhigher education\b|\blate(?=\s(?:january|february|march|april|may|june|july|august|september|october|november|december|\d))"
    r"|\bopened(?=,? in (?:1[89]|20)\d\d)|\bearly(?=\s(?:january|february|march|april|may|june|july|august|september|october|november|december|\d|childhood|stage))|\b(?:years?|days?|months?|weeks?) (?:earlier|later)\b(?! than)|\bearlier(?=\s(?:this|in|on)\b)"
    r"|\blater(?=\s(?:this|in|on)\b)|\bsooner or later\b|\bfailed?(?=\sto\b)|\bbetter(?=\s(?:off|known))|\bonce more\b|\bor (?:more|less|fewer|above|below|over|under)\b|\b(?:triple|double|treble|quadruple)(?=\s(?:the|that|what|its|their|those)\b)|\bup to\b(?<!ed up to)(?<!ept up to)(?<!ent up to)(?<!one up to)|\bfollow\w* up\b|\bmade up\b|\bset up\b",
    re.IGNORECASE,
)
#: A rise or fall told as a thing, which a second word moves (降幅收窄, the decline moderated): that is its pace.
MOVED = lazy_pattern(
    r"(?:增速|增幅|涨幅|降幅|跌幅|涨势|跌势|降势|增势|升势|增长|下降|下滑|下跌)$|^(?:growth|decline|rise|fall|increase|decrease|drop|slump|expansion|contraction)$",
    re.IGNORECASE,
)
#: Words after what has not come, or does not hold.
WANTING = lazy_pattern(
    r"^[^，。；]{0,8}(?:未果|待定|未定|悬而未决|阙如|无果|无望|不适用)|^[^,.;]{0,40}\b(?:pending|awaited|outstanding|denied|refused|withheld|lacking|absent|(?:does|do|did|will) not apply)\b"
    r"|^[^,.;]{0,40}\b(?:was|were|been|being) (?:called off|rejected|dismissed|refuted|averted|cancelled|canceled|scrapped|shelved|dropped|reversed|prevented|avoided|abandoned|ruled out)\b"
    r"|^[^，。；]{0,6}(?:得以避免|被叫停|被搁置|作罢|落空|告吹)",
    re.IGNORECASE,
)
#: What a rise or fall is of, when that turns it into another class: a pace, a rule, a gap.
ABOUT = {
    "speed": lazy_pattern(r"增速|速度|速率|步伐|节奏|增势|势头|\b(?:pace|speed|growth rate|growth|rate of (?:growth|decline|increase))\b", re.I),
    "rule": lazy_pattern(r"门槛|标准|要求|限制|\b(?:requirements?|collateral|standards?|restrictions?|rules|thresholds?)\b", re.I),
    "ceiling": lazy_pattern(r"上限|限额|额度|\b(?:caps?|ceilings?|limits?)\b", re.I),
    "state": lazy_pattern(r"质量|水质|环境|生态|体验|状况|满意度|\b(?:quality|conditions?|satisfaction)\b", re.I),
    "age": lazy_pattern(r"年龄|岁数|\bages?\b", re.I),
    "warm": lazy_pattern(r"[气水温]温|温度|\btemperatures?\b", re.I),
    "duration": lazy_pattern(r"天数|时长|用时|耗时|停时|时间|周期|时限|\b(?:(?:waiting|processing|response|delivery|travel|journey|turnaround|lead|handling|transit|commuting) times?|wait|waits|duration|time (?:to|taken|needed))\b", re.I),
    "price": lazy_pattern(r"[票房售单药菜油粮电水气运机股]价|价格|租金|房租|费用|收费|学费|价位|定价", re.I),
    "ease": lazy_pattern(r"难度|\bdifficult(?:y|ies)\b", re.I),
    "gap": lazy_pattern(r"差距|之差|[利价温汇时]差(?!倒挂)|分化|落差|收入比|之比|倍差|\b(?:gap|disparity|difference|divide)\b", re.I),
}  # fmt: skip


#: How the class of a pair of sides begins.
SIDE = "side "


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of an axis: +1 or −1, half-open span."""

    axis: str
    sign: int
    word: str
    start: int
    end: int


def _zh() -> tuple[re.Pattern[str], dict[str, list[tuple[str, int]]]]:
    table: dict[str, list[tuple[str, int]]] = {}
    for axis, line in _ZH.items():
        for sign, side in zip((1, -1), line.split(" | "), strict=True):
            for word in side.split():
                table.setdefault(word, []).append((axis, sign))
    for pair in _SIDES_ZH.split():
        for sign, word in zip((1, -1), pair.split("|"), strict=True):
            table.setdefault(word, []).append((SIDE + pair, sign))
    return lazy_pattern("|".join(sorted(table, key=len, reverse=True))), table


def _en() -> list[tuple[str, int, re.Pattern[str]]]:
    found = []
    for axis, line in _EN.items():
        for sign, side in zip((1, -1), line.split(" | "), strict=True):
            words = "|".join(re.split(r" (?![^(]*[)])", side.strip()))
            found.append((axis, sign, lazy_pattern(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)))
    for pair in _SIDES_EN.split():
        for sign, word in zip((1, -1), re.split(r"\|(?![^(]*[)])", pair), strict=True):
            found.append((SIDE + pair, sign, lazy_pattern(rf"(?<![\w-])(?:{word})(?![\w-])", re.IGNORECASE)))
    return found


_WORDS_ZH, _TABLE_ZH = _zh()
_COMPILED_ZH = [(axis, sign, lazy_pattern(form)) for axis, sign, form in _FORMS_ZH]
_WORDS_EN = _en()


def opposites_in(text: str, language: str) -> list[Hit]:
    """The words of the axes in a folded text, in order; an English word within a longer one of its axis is left out."""
    if language == "zh":
        words = [
            Hit(axis, sign, m.group(), m.start(), m.end())
            for m in _WORDS_ZH.finditer(text)
            for axis, sign in _TABLE_ZH[m.group()]
        ]
        forms = [
            Hit(axis, sign, m.group(m.lastindex or 0), *m.span(m.lastindex or 0))
            for axis, sign, pattern in _COMPILED_ZH
            for m in pattern.finditer(text)
        ]
        free = [f for f in forms if not any(w.axis == f.axis and w.start < f.end and f.start < w.end for w in words)]
        return sorted([*words, *free], key=lambda h: h.start)
    found = [
        Hit(axis, sign, m.group(), m.start(), m.end())
        for axis, sign, pattern in _WORDS_EN
        for m in pattern.finditer(text)
    ]
    return sorted(
        (
            h
            for h in found
            if not any(
                o is not h and o.start <= h.start and h.end <= o.end and o.end - o.start > h.end - h.start
                for o in found
            )
        ),
        key=lambda h: h.start,
    )


def is_pole(word: str, language: str, axes: frozenset[str] | None = None) -> bool:
    """Whether a whole word stands on an axis (on one of `axes`, if given)."""
    if language == "zh":
        return any(axes is None or axis in axes for axis, _ in _TABLE_ZH.get(word, ()))
    return any(pattern.fullmatch(word) for axis, _, pattern in _WORDS_EN if axes is None or axis in axes)
