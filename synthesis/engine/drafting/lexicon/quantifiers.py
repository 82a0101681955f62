"""Words for all, most, some, few, first, only, and for degrees, by class."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.patterns import lazy_pattern

_ZH = {
    "all": r"(?:几乎)?(?:没有|无)(?:哪|一|任何)?[家个名位人所]?[^，。；]{0,4}(?:免于|幸免|逃过|躲过|例外)|(?<!占)(?<!几乎)(?<!非)全部(?![署])|(?<!占)(?<!几乎)所有(?!权|制|者|[，。；、]|$)|一切|整个|(?<!占)全体|全境|全域|(?<!平均)每[一个家项名](?![^，。；]{0,8}有[一二两三四五])|任何(?!一)|清一色|众口一词|异口同声|无不|莫不|人人|家家|户户|个个(?!体)|全票|一致(?=认为|同意|通过|表示|赞成|反对|认定|看好)|各省|各地(?=均|都)|无一(?!例外)|(?<!不)(?<!没有)(?<!没有.)(?<!没有..)(?<!未)完全|全数|无一例外|毫无例外|百分之百|全都|始终|从来|总是|一贯|一律|全面(?!推|建|深|发)|悉数|各家",
    "all_soft": r"(?<![平人月年日户亩])均(?![衡匀线价值数速分摊])|都(?![市会])|皆",
    "most": r"大部(?=地区|分)|大多数|绝大多数|绝大部分|(?<![半少])多数(?!据)|大部分|大多|大都|(?<![大许更不])多(?=[为是由]\w)|几乎(?:所有|全部|都|每)|过半数?|半数以上|一半以上|(?:超过|多于|超)(?:半数|一半|半)",
    "mainly": r"(?<![大许更不])多(?=[用在见发]\w)|总体|总的|整体上|主要|普遍|集中[于在]|基本上?(?=[实形完依都由被全支赞满认同达符覆恢建消接具普解])(?!基本(?:支出|支付|同期|满足感|建设))|为主|大体",
    "some": r"有(?=专家|学者|人士|观点|研究者|人认)|一部分|(?<![大小一这该各两三二四某多了])部分(?!之|的?是|组成|构成|$)|一部分|有些|一些|若干|某些|(?<![持拥占具含享没所特专原现应既固共私国公带富附])有的|局部|个别|(?<!极)少数(?!民族|股东)|少量",
    "few": r"个别|少数(?!民族|股东)|极少|少量|为数不多|寥寥|鲜有|鲜见|屈指可数|小部分|小众|不多见|少见|罕见|鲜少|寥寥无几|凤毛麟角|少部分|一小部分|(?:很|极|非常|十分|相当)少(?=[有见能数发出用在]|$|[，。；])",
    "many": r"许多|不少|众多|大量|大批|诸多|多家|多个|多项|多名|多地",
    "first": r"首(?:次|个|家|款|例|创|台|批|度|位(?=[\u4e00-\u9fff])(?![的之])|座|部|届|条|艘|枚|张|开)|首先(?=获|实现|推出)|第一(?:个|家|款|次|位|例|座|部|台|批|届|条|艘|枚|张)|最早|率先(?![升降增减涨跌扬抑高低][^，。]{0,4}[后再])|开创性",
    "last": r"最后一[个家款位名座次回届]|末次|最晚(?![须应要得不到于在至将会可需]|[^，。；]{0,2}\d)|倒数第一|末位|垫底",
    "again": r"再次|再度|又一次|重新|第[二三四五六]次(?!会议|全|工业|世界)|屡次",
    "only": r"唯一|唯有(?![^，。；]{0,6}才)|(?:仅有|只有|仅仅|仅|只有?)(?!\s*(?:约|近|不足|不到|为|占|有|达)?\s*[\d一二两三四五六七八九十百千半])(?!次于|次|仅)(?<!不)(?:(?<=一)|(?<=有)|(?<=仅)|(?<=只))(?![^，。；]{0,6}(?:\d|[一二两三四五六七八九]成|[一二三四五六七八九十]+分之))|独家|独有|专供|限于|只限|仅限|限(?=[周会持])|专属|(?<![久后间年月天时])才(?=可|能(?!力)|准|允许|有资格)|方(?=可(?!能)|能|准予)",
    "superlative": r"最(?![近后新初终多少高低]|好(?![的，。；、成水表品时年记纪效业质状]|$))(?![晚迟][须应要得不到于在至将会可需]|[晚迟][^，。；]{0,2}\d)(?=[\u4e00-\u9fff])|之最|首位(?!获|的)|居首|之[首冠](?=[，。；]|$)|第一(?![个家款次批期代季步线产时部手位例座台届条天日阶])(?=$|[，。；）的大名、])|排名第一|顶尖|顶级",
    "superlative_level": r"最[高低多少](?![^，。；]{0,8}[\d一二两三四五六七八九十百千几数]|法|人民|检|额|税)|新高|新低|峰值|谷底|纪录",
    "often": r"往往|通常|一般(?=情况|来说|而言|会|在|为|用|采|由|是|可|需|不|都|以)|经常|时常|常常|大都",
    "sometimes": r"有时|偶尔|间或|偶有|时而|不时|零星|偶发|时或",
    "strong": r"大幅|急剧|迅猛|飞速|极大|大大|剧烈|猛增|锐减|激增|根本性|彻底|全方位|绝对|暴涨|暴跌|骤降|骤增|飙升",
    "marked": r"显著|明显|巨大|极其|极为|高度(?=依赖|集中|重视)|严重|十分|非常|较大|很大|有效|充分",
    "weak": r"小幅|略(?=有|微|高|低|增|降|升|减|为)|稍(?=有|微|高|低)|轻微|微幅|有所|些许|轻度|一定程度|逐步|缓慢",
}
_EN = {
    "all": r"(?<!whether )(?<!\bif )(?<!hardly )(?<!scarcely )(?<!barely )(?:anyone|anybody)(?!\s(?:with|who|aged|under|over|in|at|from|living|else|whose))|(?<=\bat )all(?=\s(?:of|the|its|their|these|those)\b)|(?<!\bat )(?<!\bif )(?<!above )(?<!after )(?<!and for )(?<!almost )(?<!nearly )(?<!virtually )(?<!practically )(?<!third of )(?<!thirds of )(?<!quarter of )(?<!quarters of )(?<!half of )(?<!fifth of )(?<!fifths of )(?<!tenth of )(?<!tenths of )(?<!% of )(?<!cent of )all(?!\s+(?:over|but|except|ballots|else|along|the same|told|too|year|day|in all)\b)(?!(?<=in all)(?:\s*[,.;)]|$))|everyone|everybody|unanimous(?:ly)?|(?<!in )(?<!out of )(?<!for )(?<!almost )(?<!nearly )every(?! (?:year|month|day|week|time|quarter|decade|other|two|three|four|five|six|seven|eight|nine|ten|hour|minute|night|morning|evening|term|semester|season|session|summer|winter|spring|autumn|\d+|few|second|third|fourth|fifth|tenth|\d+(?:st|nd|rd|th))\b)|entire(?:ly)?|(?<!not )completely|always|without exception|(?<!near-)(?<!near )universally|(?<!the )(?<!\bas a )whole|(?<!not )fully|(?<!not )wholly|(?<!not )totally|invariably|unfailingly|without fail|(?<!\bof )(?<!\bfor )each(?!(?:\s*[.,;)]|$))(?! (?:other|year|month|day|week|time|quarter|hour|way|term|semester|season|session|night|morning|evening|spring|summer|autumn|winter|visit|minute|cycle|round)\b)",
    "most": r"(?<!\bthe )(?<!\bat )(?<!gain )(?<!gains )(?<!gained )(?<!benefit )(?<!benefits )(?<!benefited )(?<!profit )(?<!suffer )(?<!suffered )(?<!matters )(?<!matter )most(?!\s+(?:[a-z]+(?:ive|ant|ent|ful|ous|al|ic|able|ible)|recent|likely|pronounced|marked|affected|exposed|advanced|needed|pressing|striking|surprising|promising|worrying|common|severe|often|frequently|strongly|clearly|sharply)\b(?!\s+[a-z]{2,}s\b))|majority|more than half|over half|(?:almost|nearly|virtually|practically) (?:all|every\w*)|all (?:but|except)|near[- ]universal(?:ly)?|the bulk",
    "mainly": r"concentrated|mainly|mostly|predominantly|largely|generally|primarily|chiefly|principally|main|principal|much of|for the most part|tend(?:s|ed)? to|usually|typically|overwhelmingly",
    "some": r"some(?!\s+(?:\d|[a-z]+teen|[a-z]+ty|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b))|certain|several|a number of|part of|partial(?:ly)?|partly|selected",
    "few": r"little(?= [a-z]+)(?<!a little)|(?:almost|virtually|practically|next to) no(?:ne|body)?|(?:a\s+)?(?<!too )(?<!so )(?<!as )few(?!er)|a handful of|a small (?:number|minority|share|proportion) of|minority|isolated|not many|(?:hardly|scarcely|barely) any(?:one|body|thing)?|(?<!not )uncommon|rare|infrequent|a small fraction of|scarce(?:ly any)?",
    "many": r"many|numerous|a large number of|lots of|a great deal of|scores of",
    "first": r"(?:the\s+)?first(?!-(?:half|quarter|semester|trimester|term|stage|phase|hand|class)\b)(?!\s+(?:half|quarter|weeks?|months?|days?|hours?|nights?|semester|trimester|aid|instance|phase|line|year|three|four|six|nine|few|\d+|time\s+buyers)|\s+\w+(?:\s\w+){0,4},?\s(?:and\s)?(?:then|later)\b)(?<!at first)(?<!paid first)(?<!served first)(?<!treated first)|first-ever|pioneer\w*|earliest|topp(?:ed|ing|s)(?! up| out| [£$€¥]?\d)|rank\w* (?:first|top)|never before|before [^,.]{2,30}, no ",
    "last": r"(?:the\s+)?last(?=\s+(?:in|of|to|one|among|country|city)\b)|the last time|for the (?:last|final) time",
    "again": r"again|once more|for (?:the|a) (?:second|third|fourth|fifth) time|another time",
    "only": r"only(?!\s+(?:about|around|some|just|a\s|\d|\$|€|£|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|thirty|half))(?<!not only)|the only one|confined to|no other|limited to|restricted to|reserved for|open to none but|no one but|nobody but|just one|sole(?:ly)?|exclusive(?:ly)?|unique(?:ly)?|alone",
    "superlative": r"(?:the\s+)?(?:largest|biggest|greatest|(?<!at its )(?<!at their )(?<!at )best|fastest|strongest|hardest|heaviest|steepest|sharpest|deepest|widest|toughest|leading(?! (?:to|the|a|an|him|her|it|them|up|its|their|in)\b)|top(?! (?:job|jobs|executives?|officials?|posts?|brass|table|floors?|manage\w+|lead\w+|team|layer|storey|shelf|up|off|out|of)\b| [£$€¥]| \d{1,3},\d{3}| \d[\d.]* [mb]illion)|smallest|worst|weakest|slowest|cheapest|richest|poorest)|most\s+(?=[a-z]+(?:ive|ant|ent|ful|ous|al|ed|ing|ic|able)\b)|unprecedented",
    "superlative_level": r"highest|lowest|(?<=-year )(?:high|low|peak)|(?<!\bto )(?<!\bon )record(?!\s(?:faster|higher|lower|slower|the|an?|their|its|no)\b)|all-time|peak(?:ed)?|hottest|warmest|(?:higher|lower|larger|smaller|more|fewer|less) than (?:ever|at any (?:other )?(?:time|point|stage)|in any (?:other )?(?:year|month|season|quarter))|coldest|coolest|driest|wettest|oldest|youngest|longest|shortest",
    "often": r"often|usually|typically|commonly|frequently|normally",
    "sometimes": r"sometimes|occasional(?:ly)?|rarely|seldom|now and (?:then|again)|from time to time|once in a while|at times|on occasions?|every so often|sporadic(?:ally)?|intermittent(?:ly)?",
    "strong": r"sharp(?:ly)?|dramatic(?:ally)?|steep(?:ly)?|massive(?:ly)?|huge(?:ly)?|drastic(?:ally)?|plummet\w*|soar\w*|skyrocket\w*|plung\w*|collaps\w*|surg(?:e|ed|es|ing)",
    "marked": r"significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|marked(?:ly)?|severe(?:ly)?|rapid(?:ly)?|strongly|extremely|very|highly|great(?:ly)?",
    "weak": r"slight(?:ly)?|marginal(?:ly)?|modest(?:ly)?|moderate(?:ly)?|minor|gradual(?:ly)?|somewhat|a little",
}
#: What came to be all of them: rose from 46% to 全覆盖.
REACHED_ALL = lazy_pattern(r"全覆盖|百分之百|(?<![\d.])100\s?%|full coverage")
QUANTIFIERS = {
    "zh": {name: lazy_pattern(pattern) for name, pattern in _ZH.items()},
    "en": {name: lazy_pattern(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _EN.items()},
}


@lru_cache(maxsize=4096)
def quantifiers_in(text: str, language: str) -> dict[str, str]:
    """Quantifier classes of a text with the first word of each."""
    return {name: m.group() for name, pattern in QUANTIFIERS[language].items() if (m := pattern.search(text))}
