"""What a figure measures, told with 的 between the thing and its measure; what a cause, aim or worry is, the other way round;
how two things are related (Chinese).

Each rule takes a clause and returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import is_nominal, is_noun_phrase, words_of
from synthesis.engine.patterns import lazy_pattern

_DENIED = lazy_pattern(r"[不没未无非]")
#: Endings that make a word of two to five characters the name of what is measured.
_MEASURE = lazy_pattern(
    r"[\u4e00-\u9fff]{0,3}(?:[量率额数值费价度比]|规模|收入|支出|成本|价格|周期|面积|容量|产能|功率|寿命|里程|时长|天数|年限|余额|产值|增加值|利润|销售额|占比|比重|比例|系数|指数|时间|距离|标准|重量|长度|水平|均价|内径|壁厚|厚度)"
)
_NO_MEASURE = lazy_pattern(
    r"[同环]比|[评代定]价|指数|[程态制额]度$|数量$|无偿|免费|大量|力量|质量$|流量$|变量|尽量|商量|考量|总数|人数$|[一再年季月角力进热态]度$"
)
#: Doings that stand before a measure and belong to it.
_OF_DOING = frozenset(
    "采购 批发 零售 销售 成交 出口 进口 生产 处理 运输 吞吐 读取 装机 并网 检出 使用 利用 周转 去化 发电 排放 出货 注册 培训 备货 回收 运行 训练 播放 阅读 储备 供应 消费 交付 研发 建设 投资 维护 安装 剪切 压缩 结算 收购 配送 转化 留存 复购 换手 贷款 还款 存款 清除 穿透".split()
)
_BEHIND = lazy_pattern(
    r"(?:平均|合计|共计?|累计|同比|环比|约|近|超|逾|仅|只|已|也|均|都|分别|依次|预计|有望|将|可|仍|最高|最低|普遍|则){0,3}(?:为|达|是|占|有|由|从|在|降|升|增|减|提|上|下|扩|缩|延|回|比|较|高|低|超|不|变|维持|保持|介于|接近|突破|恢复|翻|仅|\d)"
)
#: Before these the measure is not the owner's alone: 人均收入, 综合成本, 单位产品成本.
_BOUND = lazy_pattern(
    r"(?:[平人日月年户亩场单]均|[总净毛实]|综合|单位|边际|年化|加权|累计|合计|最高|最低|预计|其他|部分|主要|各[项类种]|[一二三四五六七八九十两几\d]|有效|额定|标称|潜在|实际|名义|绝对|相对)$"
)


def measure_of(clause: str) -> list[str]:
    """三元电池装车量为6.1GWh → 三元电池的装车量为6.1GWh; the measure one word behind a noun, no other 的 before it."""
    words = words_of(clause)
    for i in range(1, len(words)):
        at = words[i].start
        match = _BEHIND.match(clause[words[i].end :])
        if not match or words[i].tag[0] in "pdcu" or "的" in clause[max(0, at - 8) : words[i].end]:
            continue
        if "的" in clause[words[i].end : words[i].end + 12]:
            continue
        # the measure may be two words to the segmenter, and hold what is measured of: 装车|量, 检出|率, 采购|价格
        first = i - 1 if len(words[i].text) == 1 else i
        if first > 1 and words[first - 1].text in _OF_DOING and is_nominal(words[first - 2]):
            first -= 1
        measure, before = clause[words[first].start : words[i].end], clause[: words[first].start]
        if first < 1 or len(measure) < 2 or not _MEASURE.fullmatch(measure[-5:]) or _NO_MEASURE.search(measure):
            continue
        left = words[first - 1]
        if left.text in _OF_DOING or re.search(r"[人户亩]均", before):
            continue
        if not (is_nominal(left) and len(left.text) > 1) or left.tag in {"b", "t", "m", "nr"} or _BOUND.search(before):
            continue
        if not _owner(before):
            continue
        return [f"{before}的{clause[words[first].start :]}"]
    return []


def _owner(before: str) -> bool:
    """Whether what stands before a measure ends in a noun phrase of its own: at least three characters behind the last
    word that no phrase holds, and no verb that would take the measure for its object."""
    words = words_of(before)
    at = len(words)
    while at and is_nominal(words[at - 1]):
        at -= 1
    size = len(before) - (words[at].start if at < len(words) else len(before))
    return size >= 3 and (
        at == 0 or (words[at - 1].tag[0] != "v" and words[at - 1].text not in {"的", "和", "与", "、", "及"})
    )


_ROLE = "原因|动力|来源|障碍|顾虑|特点|目标|用途|形式|品类|渠道|方式|瓶颈|短板|难点|挑战|风险|因素|问题|理由|优势|任务|依据|对象|方向|环节|压力|应用场景|手段|途径|载体"
_RANK = "主要|最大|首要|直接|根本|核心|关键|重要|最主要|唯一|共同|当前|目前|最突出|突出"


def role_of(clause: str) -> list[str]:
    """停产的直接原因是气体断供 → 气体断供是停产的直接原因; and back, for causes, aims, worries and their kin."""
    match = re.fullmatch(
        rf"(?P<x>[^，。是]{{2,24}}?)的?(?P<k>(?:{_RANK})的?(?:{_ROLE}))(?P<a>仍|依然|依旧)?(?:是|为|在于)(?P<y>[^，。]{{3,36}})",
        clause,
    )
    if (
        match
        and not re.match(r"\d|约|由|因|否|[什何多]", match["y"])
        and not _DENIED.search(match["x"] + match["y"][:1])
    ):
        x, role = match["x"].removesuffix("的"), re.sub(f"^({_RANK})的", r"\1", match["k"])
        if re.match(r"其$", x):
            return [f"{match['y']}{match['a'] or ''}是其{role}"]
        if words_of(x)[-1].tag[0] in "nvj" and not re.search(r"(?:表示|认为|称|指出|显示|发现)$", x):
            return [f"{match['y']}{match['a'] or ''}是{x}的{role}"]
    match = re.fullmatch(
        rf"(?P<y>[^，。是为]{{3,36}}?)(?P<a>仍|依然|依旧|才)?[是为](?P<x>其|[^，。是]{{2,24}}?的)(?P<k>(?:{_RANK})(?:{_ROLE}))",
        clause,
    )
    if (
        match
        and not _DENIED.search(match["y"][:1] + match["y"][-1:])
        and not re.match(r"这|其|该|此|也|都|正", match["y"])
    ):
        if re.search(r"(?:表示|认为|称|指出|显示|发现|说)", match["y"]) or match["a"] == "才":
            return []
        return [f"{match['x']}{match['k']}{match['a'] or ''}是{match['y']}"]
    return []


def role_last(text: str) -> list[str]:
    """…，主因是加氢站建设滞后 → …，加氢站建设滞后是主因; only where nothing is added to it behind."""
    match = re.fullmatch(
        rf"(?P<a>.*，)(?P<k>主因|(?:{_RANK})(?:原因|障碍|顾虑|瓶颈|难点|动力))(?:是|为|在于)(?P<y>[^，。；]{{4,30}})",
        text,
    )
    if not match or re.match(r"\d|约|由|因|否|[什何多]|对", match["y"]):
        return []
    return [f"{match['a']}{match['y']}是{match['k']}"]


def related(clause: str) -> list[str]:
    """社会支持不足与抑郁关系密切 → 社会支持不足和抑郁密切相关; 呈负相关 → 存在负相关关系."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{2,20}?)[与和同](?P<y>[^，。与和]{2,20}?)(?:之间)?(?:的)?关系(?P<d>密切|紧密)", clause
    )
    if match:
        return [f"{match['x']}和{match['y']}{match['d']}相关", f"{match['x']}和{match['y']}有着{match['d']}的关系"]
    match = re.fullmatch(
        r"(?P<x>[^，。]{2,20}?)[与和同](?P<y>[^，。与和]{2,20}?)(?P<d>密切|高度|显著|明显)?(?:呈(?P<s>正|负)相关|(?P<p>正|负)相关)(?:关系)?",
        clause,
    )
    if match:
        sign, degree = match["s"] or match["p"], match["d"] or ""
        return [f"{match['x']}和{match['y']}之间存在{degree + '的' if degree else ''}{sign}相关关系"]
    match = re.fullmatch(
        r"(?P<x>[^，。]{4,30}?)[与和同](?P<y>[^，。与和]{3,30}?)(?P<d>密切|直接)?(?P<w>有关|相关)", clause
    )
    if match and not _DENIED.search(clause) and not re.search(r"主要|部分|可能", match["x"][-3:]):
        return (
            [
                f"{match['x']}同{match['y']}{'有' + match['d'] + '关系' if match['d'] else '有关联' if match['w'] == '相关' else '存在关系'}"
            ]
            if match["d"]
            else []
        )
    return []


def measure_is(clause: str) -> list[str]:
    """项目总投资3.4亿元 → 项目总投资为3.4亿元: a measure and its bare figure, no verb that the measure is the object of."""
    match = re.fullmatch(
        r"(?P<t>(?:截至)?\d{4}年(?:\d{1,2}月)?(?:底|末|上半年|下半年|第?[一二三四]季度)?，?)?(?P<x>[^，。\d]{2,24}?)(?P<v>(?:约)?(?:\d[\d.]*[万亿]*[^，。\d以至到]{1,6}|[两三四五六七八九十](?:年|个月|周|天|小时|倍)))",
        clause,
    )
    if not match or not is_noun_phrase(match["x"]) or any(w.tag == "v" for w in words_of(match["x"])[:-1]):
        return []
    last = "".join(w.text for w in words_of(match["x"])[-2:])
    if not re.search(
        r"(?:[量率额积价费值]|投资|收入|余额|产能|规模|期限|周期|面积|长|宽|高|主跨|资本|寿命|均价|票价|强度|厚度|利润)$",
        last,
    ):
        return []
    if re.search(r"实现|新增|完成|增加|减少|提高|降低|节约|贡献|[净毛]亏", match["x"]) or (
        match["v"][0] == "约" and "左右" in clause
    ):
        return []
    return [f"{match['t'] or ''}{match['x']}为{match['v']}"]


_OVER = {"高于": "高", "低于": "低", "多于": "多", "少于": "少", "高出": "高"}


def higher_by(clause: str) -> list[str]:
    """高于各项贷款增速11个百分点 → 比各项贷款增速高11个百分点; 比Y高5分 → 较Y高出5分."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{0,24}?)(?P<v>高于|低于|多于|少于)(?P<y>[^，。\d][^，。]{1,20}?)(?P<n>约?\d[\d.]*(?:个?百分点|[%％]|[万亿]?[元人吨分]))",
        clause,
    )
    if match and is_noun_phrase(re.sub(r"\d+岁?", "", match["y"])) and not re.search(r"[不未远]$", match["x"]):
        return [f"{match['x']}比{match['y']}{_OVER[match['v']]}{match['n']}"]
    match = re.fullmatch(
        r"(?P<x>[^，。]{0,24}?)[比较](?P<y>[^，。比较]{2,20}?)(?P<v>高|低|多|少)(?P<n>约?\d[\d.]*[^，。\d]{1,4})",
        clause,
    )
    if match and not re.search(r"[不未更提降增减]$", match["x"] + match["y"]):
        more = {"高": "高出", "低": "低了", "多": "多出", "少": "少了"}[match["v"]]
        return [f"{match['x']}较{match['y']}{more}{match['n']}"]
    return []


_CONVERSE = {
    "多于": "少于",
    "少于": "多于",
    "领先于": "落后于",
    "落后于": "领先于",
    "大于": "小于",
    "小于": "大于",
    "早于": "晚于",
    "晚于": "早于",
    "快于": "慢于",
    "慢于": "快于",
    "优于": "不如",
}


def converse(clause: str) -> list[str]:
    """长三角领先于珠三角 → 珠三角落后于长三角: two plain names, no measure that only one of them has."""
    match = re.fullmatch(
        rf"(?P<a>[^，。\d的]{{2,14}}?)(?P<d>明显|显著|远|略)?(?P<v>{'|'.join(_CONVERSE)})(?P<b>[^，。\d的]{{2,14}})",
        clause,
    )
    if (
        not match
        or not is_noun_phrase(match["a"])
        or not is_noun_phrase(match["b"])
        or _MEASURE.fullmatch(match["a"][-5:])
    ):
        return []
    if re.search(r"平均|水平|标准|目标|预期|总体|以往|过去|往年", match["b"]) or (match["d"] and match["v"] == "优于"):
        return []
    return [f"{match['b']}{match['d'] or ''}{_CONVERSE[match['v']]}{match['a']}"]


def among_those(clause: str) -> list[str]:
    """使用智能排班系统的酒店员工离职率较低 → 在使用智能排班系统的酒店中，员工离职率较低."""
    match = re.fullmatch(
        r"(?P<vp>(?:使用|采用|实施|开展|参加|接受|安装|配备|引入|推行|设有|开通|种植|购买|完成)[^，。的]{2,18})的(?P<n>[\u4e00-\u9fff]{0,4}?(?:酒店|企业|家庭|地区|城区|城市|[果茶菜]园|学校|医院|门店|农户|社区|工厂|患者|学生|居民|地块|楼盘|小区|车间|景区))(?P<m>[\u4e00-\u9fff]{2,10}?)(?P<r>(?:明显|显著|普遍)?(?:较低|较高|较少|较多|偏低|偏高|更低|更高|更少|更多|较短|较长)|(?:平均)?(?:为|达|约为|降至|升至).*\d.*)",
        clause,
    )
    if not match or not is_noun_phrase(match["m"]):
        return []
    return [f"在{match['vp']}的{match['n']}中，{match['m']}{match['r']}"]


RULES = (measure_of, role_of, related, measure_is, higher_by, converse, among_those)
