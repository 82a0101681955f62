"""Opposites: words on one axis that point two ways. A swap of poles reverses what a sentence says.

Each line is `poles up | poles down`. Words are matched as written in Chinese and by pattern in English.
"""

from __future__ import annotations

import re

_ZH = {
    "change": "升了 涨了 增了 调高 上修 走阔 拉大 增厚 加大 加码 增长 上升 提高 提升 增加 上涨 攀升 走高 增至 升至 增到 升到 涨至 扩大 扩张 扩容 增强 加强 壮大 回升 反弹 上扬 上行 激增 增多 递增 增幅(?=为|达|约|近|超|[0-9]|高达) 涨幅(?=为|达|约|近|超|[0-9]|高达) 升高 增产 增收 增至 涨至 跃升 飙升 猛增 暴涨 扩增 抬高 涨价 加深 走强 增高 调增 上调 抬升 拓宽 扩展 加剧 加重 翻番 拉高 推高"
    " | 降了 跌了 减了 调低 下修 减小 缩水 削减 下降 降低 减少 下滑 下跌 走低 回落 降至 减至 降到 跌至 缩小 缩减 收缩 萎缩 减弱 削弱 下行 锐减 递减 下挫 跌幅(?=为|达|约|近|超|[0-9]|高达) 降幅(?=为|达|约|近|超|[0-9]|高达) 收窄 调减 下调 衰退 减产 减收 跌至 骤降 暴跌 缩窄 减亏 降价 走弱 减轻 压缩 压低 弱化 缓解",
    "currency": "升值 走强 转强 趋强 坚挺 | 贬值 走弱 转弱 趋弱 走软",
    "subscribe": "净申购 申购 净买入 净投放 增持 | 净赎回 赎回 净卖出 净回笼 减持",
    "amount": "偏多 偏高 (?<=[常上去平])年多(?=约|近|[0-9]) | 偏少 偏低 (?<=[常上去平])年少(?=约|近|[0-9])",
    "young": "年轻化 低龄化 | 老龄化 高龄化",
    "above": "(?<![最不提升较更偏新])高(?=约|近|出|[0-9]) | (?<![最不降较更偏新])低(?=约|近|[0-9])",
    "refund": "全额 足额 | 部分退款 部分偿还 部分支付",
    "better": "改善 提高 提升 增强 | 降低 削弱 损害 恶化",
    "condition": "改善 好转 优化 向好 | 恶化 变差 转差",
    "ease": "加剧 加重 恶化 激化 | 缓解 减轻 缓和 抑制 遏制 控制 减缓",
    "verdict": "支持 采纳 批准 准许 通过 维持 肯定 | 驳回 否决 撤销 推翻 拒绝 否定",
    "avoid": "适量 | 避免 杜绝",
    "gain": "获得 收获 赢得 夺得 | 失去 丧失 输掉 错失",
    "expense": "涨价 提价 加价 | 降价 减价",
    "market": "投放 净投放 | 回笼 净回笼 回收",
    "speed": "加快 加速 提速 提前 提早 早了 | 放缓 减缓 趋慢 减速 趋缓 减慢 延缓 迟滞 放慢 推迟 延迟 延后 晚了",
    "effect": "促进 推动 推进 带动 助推 助力 拉动 刺激 激发 有利于 有助于 利好 促使 驱动 激励 鼓励 支持 允许 放宽 放开 扶持 | 抑制 阻碍 制约 限制 遏制 妨碍 束缚 不利于 利空 拖累 掣肘 禁止 收紧 反对 打压 阻止 削减",
    "trade": "出口 | 进口",
    "origin": "国产 本土 | 进口 外资",
    "balance": "顺差 | 逆差",
    "profit": "盈利 | 亏损",
    "chain": "上游 | 下游",
    "supply": "供给 供应 | 需求",
    "enough": "充足 充裕 富余 过剩 充沛 | 不足 短缺 紧缺 匮乏 缺乏 缺口 稀缺",
    "concentration": "集中 | 分散",
    "home": "国内 境内 | 国外 海外 境外 国际",
    "place": "城市 城镇 | 农村 乡村",
    "coast": "东部 | 西部",
    "owner": "公立 国有 | 民营 私营 私立",
    "success": "成功 | 失败",
    "effective": "有效 | 无效 失效",
    "edge": "优势 强项 | 劣势 短板 弱项",
    "chance": "机遇 | 挑战 威胁",
    "strict": "严格 趋严 从严 收紧 | 宽松 趋松 从宽 放宽",
    "duration": "延长 | 缩短",
    "lead": "领先 领跑 | 落后 滞后",
    "term": "长期 | 短期",
    "stage": "早期 | 晚期",
    "direct": "直接 | 间接",
    "correlate": "正相关 | 负相关",
    "mood": "积极 乐观 | 消极 悲观",
    "flow": "流入 | 流出",
    "enter": "进入 加入 | 退出 撤出",
    "permit": "批准 获批 通过 准许 核准 | 驳回 拒绝 否决 撤回 撤销",
    "begin": "开始 启动 开启 | 结束 终止 停止 中止 暂停",
    "grade": "升级 | 降级",
    "tier": "高端 | 低端 中低端",
    "value": "高值 | 低值",
    "risk": "高风险 高危 | 低风险 低危",
    "open": "开放 | 封闭",
    "strengthen": "强化 | 弱化",
    "accept": "赞成 同意 接受 | 反对 拒绝",
    "active": "活跃 旺盛 强劲 | 低迷 疲软 不振",
    "old": "传统 | 新型 新兴",
    "buy": "买入 购买 | 卖出 出售",
    "complex": "简化 简便 简单 | 复杂化 复杂 繁琐",
    "rich": "发达国家 发达地区 | 发展中国家 欠发达地区",
    "sex": "男性 | 女性",
    "age": "年轻人 青年 | 老年人 老人",
    "first": "上半年 | 下半年",
    "online": "线上 | 线下",
    "safe": "安全 | 危险",
    "clear": "明确 清晰 | 模糊 不明",
    "stable": "稳定 平稳 | 波动 动荡",
    "invasive": "无创 微创 | 有创",
    "superior": "上升期 成长期 | 衰退期",
    "front": "前者 | 后者",
    "whole": "整体 | 局部",
    "centralise": "集权 | 分权",
    "merge": "合并 整合 | 拆分 剥离",
    "positive": "阳性 | 阴性",
    "hot": "升温 | 降温",
    "release": "释放 投放 | 回收 收回",
    "extreme": "最早 | 最晚 最迟",
    "primary": "主要终点 主要指标 主要目标 首要 | 次要终点 次要指标 次要目标 次要",
    "surplus": "净流入 盈余 | 净流出 赤字",
}
_ZH_DEGREE = "高低 大小 多少 强弱 快慢 长短 早晚 好差 深浅 厚薄 宽窄 贵廉".split()  # after 较 最 偏 更 …
_EN = {
    "change": r"increas\w* rise\w* rising rose risen grew grow grows growing growth (?:has|have|had)\sgrown appreciat\w+ firmed advanc(?:ed|es) upgrad\w+ lift(?:ed|s) climb\w* surg\w+ jump\w* expand\w* expansion\w* upturn uptick soar\w* rebound\w* strengthen\w* rais\w+ doubl\w+ tripl\w+ widen\w* higher up"
    r" | depreciat\w+ dip(?:ped|s)?\b tumbl\w+ downgrad\w+ trimm\w+ decreas\w* declin\w* fell fall\w* drop\w* shrink\w* shrank shrunk reduc\w+ slump\w* contract(?:ed|s|ing|ion)\b plung\w* weaken\w* narrow\w* lower(?:ed|ing)? down diminish\w* cut cuts cutting halv\w+ eas(?:e|es|ed) wane\w* dwindl\w* slip\w* slid\w* sank sink\w*",
    "condition": r"improv\w+ recover\w* | deteriorat\w* worsen\w*",
    "gain": r"gain\w* win won | lose loses losing lost",
    "stance": r"tighten\w* hike\w* raising | eas(?:e|es|ed|ing) loosen\w* relax\w*",
    "carry": r"(?:was|were|been|be)\sheld kept keep(?:s|ing)? continu\w+ complet\w+ finish\w* (?:was|were|been)\sbuilt (?:went|go)\sahead | cancel\w* abandon\w* scrap\w* stopp?(?:ed|s|ing)? discontinu\w+ quit quits suspend\w* (?:gave|given|give)\sup call(?:ed)?\soff drop(?:ped)?(?=\sin\s\d)",
    "verdict": r"approv\w+ uph[eo]ld\w* endors\w+ back(?:ed|s)? support\w* accept\w* | block\w* reject\w* dismiss\w* overturn\w* veto\w* turn(?:ed)?\sdown oppos\w+ stopped refus\w+ den(?:y|ies|ied)",
    "valid": r"valid lawful legal enforceable | invalid void unlawful illegal null unenforceable",
    "disclose": r"disclos\w+ reveal\w* publish\w* | conceal\w* hid hidden withh[eo]ld\w* undisclosed",
    "warm": r"warm\w* hot hott\w+ | cold\w* cool\w*",
    "above": r"(?:°C|°F|percent|%|points|metres|degrees)\sabove | (?:°C|°F|percent|%|points|metres|degrees)\sbelow",
    "adopt": r"adopt\w* introduc\w+ | abandon\w*",
    "duty": r"requir\w+ mandat\w+ oblig\w+ compulsory | optional voluntary",
    "abundance": r"abundant plentiful ample widespread | scarce scarcity limited rare insufficient",
    "agree": r"admit\w* confess\w* acknowledg\w+ | den(?:y|ies|ied|ying) reject\w* disput\w+",
    "speed2": r"(?:\d\s)?faster quicker | slower",
    "schedule": r"(?:brought|moved|pulled)\sforward | delay\w* postpon\w+ (?:pushed|put)\sback",
    "length": r"longer | shorter",
    "timing": r"(?:ahead\sof\s(?:schedule|time|plan)) early earlier | (?:behind\sschedule) late later delay\w*",
    "votes": r"(?:vot\w+\sfor) (?:vot\w+\sin\sfavou?r) | (?:vot\w+\sagainst)",
    "building": r"built construct\w* erect\w* | remov\w+ demolish\w* dismantl\w*",
    "passing": r"pass(?:ed|es)(?=\sthe|\sa\s) approv\w+ | reject\w* vot\w+\sdown defeat\w*",
    "speed": r"accelerat\w+ speed\w*(?:\sup)? quicken\w* hasten\w* | delay\w* postpon\w+ slow\w* decelerat\w+",
    "effect": r"promot\w+ driv\w+ drove boost\w* spur\w* foster\w* stimulat\w+ encourag\w+ support\w* allow\w* permit\w* facilitat\w+ accelerat\w+ enabl\w+ subsidi[sz]\w+ | inhibit\w* hinder\w* hamper\w* imped\w+ constrain\w* restrict\w* suppress\w* curb\w* discourag\w+ ban(?:s|ned)? prohibit\w* block\w* prevent\w* deter\w* undermin\w+ forbid\w*",
    "level": r"high highest high-\w+ | low lowest low-\w+",
    "size": r"large largest big biggest major | small smallest minor",
    "many": r"more most many | less least fewer few fewest",
    "strength": r"strong strongest robust | weak weakest fragile",
    "pace": r"fast fastest rapid\w* quick\w* | slow slowest slowly sluggish",
    "quality": r"better best | worse worst",
    "trade": r"export\w* | import\w*",
    "origin": r"domestic\w* | foreign imported overseas",
    "balance": r"surplus\w* | deficit\w* shortage\w*",
    "profit": r"profit\w* gain(?:s)?\b | loss(?:es)?",
    "chain": r"upstream | downstream",
    "supply": r"supply | demand",
    "enough": r"sufficient ample abundant adequate | insufficient scarce shortage\w* inadequate lack\w*",
    "place": r"urban city cities | rural village\w*",
    "owner": r"public | private",
    "success": r"succe\w+ | fail\w*",
    "effective": r"effective | ineffective",
    "edge": r"advantag\w+ strength\w* | disadvantag\w+ weakness\w*",
    "chance": r"opportunit\w+ | threat\w* challeng\w+",
    "strict": r"tighten\w* strict\w* stringent | loosen\w* relax\w* lax lenient",
    "duration": r"lengthen\w* prolong\w* extend\w* | shorten\w*",
    "term": r"long-term | short-term",
    "stage": r"early-stage | late-stage",
    "direct": r"direct\w* | indirect\w*",
    "correlate": r"positive\w* | negative\w*",
    "mood": r"optimis\w+ | pessimis\w+",
    "enter": r"enter\w* join\w* | exit\w* left leav\w+ withdr\w+",
    "permit": r"approv\w+ grant\w* accept\w* clear(?:ed|ance) | reject\w* den(?:y|ied|ies) refus\w+ revok\w+ withdr\w+",
    "begin": r"beg[aiu]n\w* start\w* launch\w* | end(?:ed|s|ing)? stop\w* halt\w* ceas\w+ terminat\w+ suspend\w*",
    "buy": r"buy\w* bought purchas\w+ acquir\w+ | sell\w* sold divest\w*",
    "safe": r"safe\w* | dangerous unsafe hazardous",
    "stable": r"stable stabil\w+ | volatile unstable",
    "before": r"before | after",
    "sex": r"men male\w* | women female\w*",
    "age": r"younger | older elderly",
    "likely": r"likely | unlikely",
    "possible": r"possible | impossible",
    "include": r"includ\w+ | exclud\w+",
    "cheap": r"cheap\w* affordable | expensive costly",
    "open": r"open\w* | clos(?:ed|ing|ure)\b",
}

Axis = tuple[str, re.Pattern[str], re.Pattern[str]]


def _zh_axes() -> list[Axis]:
    axes = []
    for name, line in _ZH.items():
        up, down = ("|".join(sorted(side.split(), key=len, reverse=True)) for side in line.split(" | "))
        axes.append((name, re.compile(up), re.compile(down)))
    for pair in _ZH_DEGREE:
        lead = r"(?:(?<=[较最偏更很过极])|(?<=相对)|(?<=比较)|(?<=十分)|(?<=非常)|(?<=日益))"
        axes.append((f"degree-{pair}", re.compile(lead + pair[0]), re.compile(lead + pair[1])))
    return axes


def _en_axes() -> list[Axis]:
    axes = []
    for name, line in _EN.items():
        up, down = (
            rf"(?<![\w-])(?:{'|'.join(re.split(r' (?![^(]*[)])', side.strip()))})(?![\w-])"
            for side in line.split(" | ")
        )
        axes.append((name, re.compile(up, re.IGNORECASE), re.compile(down, re.IGNORECASE)))
    return axes


AXES: dict[str, list[Axis]] = {"zh": _zh_axes(), "en": _en_axes()}
