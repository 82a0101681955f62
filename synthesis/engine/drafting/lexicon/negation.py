"""Words that deny, plainly or by what they mean, and forms that only look like it (不仅, not only).

Plain denials turn a clause each; words that deny by their meaning (lack, 拒绝) turn it once together.
"""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

#: Kinds of things and fixed words that hold the letters of a denial: 罕见病, 无糖饮料, 无期徒刑, 淹没.
_KINDS = (
    r"未[付偿还](?=金额|款|本金|余额|部分|贷款|债)|要不要|是不是|能不能|会不会|该不该|可不可|罕见(?=病|疾病|药|肿瘤)|[沉淹埋出吞湮覆隐浸]没|[南北西东中亚]非(?![法常])|反对[党派票]|缺乏[症性]|失败者|否决权|撤销权|缺席审判|沉默(?=成本|期|权|螺旋)|停工留薪|三无|排除法|告别(?=式|会|赛|演|仪)|永不(?=[\u4e00-\u9fff]言)"
    r"|无(?=人(?:[机车艇船店仓岛驾区]|值守|售货|超市|潜|配送|码头|农场|矿|化|零售|工厂|系统|设备|便利|直升|水面|收费|面馆|餐厅|快递|公交|巴士|出租)|[糖油碳铅氟核磷汞氧籽轨绳尘杆刷极穷比愧私])"
    r"|无(?=烟(?:[煤区]|工业|城市|单位|医院|餐厅|环境)|毒(?:[品害]|蘑菇)|机(?:[盐肥物酸械]|化|材料|非)|土栽培|期徒刑|产[阶者]|神论|党派|息(?:贷|借)|抵押(?:贷|信)|症状(?:感染|携带|病例)|公害|接触(?:[配送]|服务|式|支付)|痛(?:分娩|胃|人流|医院)|理数|废(?:城市|集团)|感(?:支付|通行|停车|加油)|固定期限|主(?:地|建筑|财产|犬)|抗(?:养殖|猪|鸡|奶|生素)|水乙醇|酒精(?:饮料|啤酒)|纸化|害化|名[指英氏湖小高]|动力[滑装]|伴奏|为[市县]|棣|定河|量山)"
    r"|不(?:确定|稳定)性|不[孕育](?!出)|不饱和|不规则|不定期|不冻|不丹(?!麦)|不列颠|不间断|不记名|不可(?:再生|抗力|降解)|不明(?:飞行|原因|嫌疑)|不[懈菲吝朽眠惑]|不一(?![样致])|不对称|不成文|不结盟|不[粘沾][锅胶]?|不干胶|不燃|不停(?:车收|航施)|不见面(?:审|办|开)|不(?:老|夜|倒|死)[泉城翁鸟]|不时|不动声色|不约而同"
    r"|前所未有|方兴未艾|未雨绸缪|未[央名][区宫湖路]|层出不穷|独一无二|参差不齐|坚持不懈|来之不易|屡见不鲜|有条不紊|名不虚传|目不暇接|川流不息|锲而不舍|一丝不苟|念念不忘|不胫而走|不可思议|毫不犹豫|不折不扣|无微不至|无独有偶|史无前例|密不可分|不治之症|不速之客"
)
KINDS = lazy_pattern(_KINDS)
# No denial: fixed words, comparisons, and denials of denials.
NO_DENIAL = {
    "zh": lazy_pattern(
        r"(?:无法|不能|不可|难以|未能|没有|尚未|未|不)排除|离不开|少不了|不可或缺|不可避免|不得不|无不|无一不|未尝不|不乏|不失为|不容忽视|不可忽视|不断|不仅|不但|不只|不光|不止|不过|不少|不同(?!意)|不等|不一|不管|不论|无论|不久"
        r"|不低(?!于)|不小(?!于)|不轻|不弱|不差|不菲|不妨|不惜|不锈|不良|不低于|不少于|不超[过出]|不突破(?=\D{0,8}\d)|不逾|不高于|不多于|不大于|不小于|不难|(?<![得拿做达看买受享])不到|不足(?!以)|(?<![得拿做达看买受享])不及(?!时|格|物)|居高不下|不如|不敌|不料"
        r"|不动产|不利|未来|未必|未知|未成年|未婚|无人机|无线|无菌|无创|无缝|无疑|无障碍|无损|无源|无限(?!制|期)|无纺|无形|无数|无锡|无一例外|非常|非洲|非公|除非|并非偶然|没收"
        r"|(?:不得|不应|不能|不可以?|不允许|不准|不许|禁止|严禁)(?=低于|少于|超过|超出|突破\D{0,8}\d|高于|多于|迟于|晚于)|差不多|要不要|是否|能否|可否|莫不|非遗|非金属|非物质|无偿|无息|不计息|无条件|不动|不确定性"
        r"|不大(?!于)|不明显|不堪|不慎|不幸|不错|不凡|不俗|不容置疑|不言而喻|不谋而合|不遗余力|不约而同|络绎不绝|源源不断|供不应求|不计其数|不相上下|不甘|不免(?![除费税])|不妥|不当|不法|不便|不适(?![用合应宜])|不愧|不亚于|不逊于|不逊色|不劣于"
        r"|不下(?=\d|于)|不止|数不胜数|不孕|不晚于|不早于|不迟于|不符|不合格|不达标|不合规|不限于|不但|不由得|不禁|供认不讳|不失时机|不绝|不休|不振|不景气|不正当|不对称|不记名|不间断|不可逆|不粘|不饱和|非凡|非同"
        r"|没有(?=[^，。；]{2,24}(?:那么|那样|这么|这样|来得)[高多大快强长早好深厚宽贵重低小少慢短晚差])|[比赶追]不上"
        rf"|{_KINDS}"
        r"|(?:维持|保持|稳定)[^，。；]{0,10}不变|没过(?=[，。；]|$)|固定不变|一成不变|长期不变|保持不变|不限|不一致|不平衡|不可抗力|不良|不合理|不规范|不透明|不充分|不稳定"
    ),
    "en": lazy_pattern(
        r"\b(?:must|may|shall|should|can|do|does|did|will|would) not (?:exceed|surpass|go (?:above|below|beyond)|be (?:more|less|higher|lower|greater|fewer|later|earlier) than)\b"
        r"|\b(?:fail(?:s|ed|ing)?|unable|refus(?:es|ed|ing)|declin(?:es|ed)) to (?:(?:stop|halt|prevent|block|ban|reject|deny|avoid|cancel|abandon|scrap|exclude)\b|bring (?:\w+ ){1,5}to an? (?:halt|standstill|stop))"
        r"|\b(?:unbroken|uninterrupted|undisputed|uncovered|unveil\w*|underl\w+|undert\w+)\b|\bnot only\b|\bno (?:more|less|fewer|later|other|doubt|longer than)\b"
        r"|\bnot (?:more|less|fewer) than\b|\bnot un\w+|\bnot in(?:significant|frequent|considerable)\w*"
        r"|\bnot quite (?=a |an |half|one|two|three|\d|all|every)|\bNo\.|\bnon(?!e\b)-?\w+|\bnot just\b|\bnot merely\b|\bno matter\b|\bcannot but\b|\bwhether or not\b"
        r"|\bnot (?:quite |nearly )?(?:as|so) \w+(?: [\w-]+){0,4} as\b|\b(?:f[ae]ll\w*|came|comes?) short of\b|\b\d[\d,.]*%? (?:[a-z]+ ){0,2}short of\b"
        r"|\bnot least\b|\bnot (?:limited|confined|restricted) to\b|\bnot alone\b|\b(?:instead of|rather than) (?:the )?\d|\bno-\w+|\bnet[- ]zero\b|\bzero-\w+|\bsilent (?:films?|movies?)|\bopposition(?= (?:part|leader|mp|group|coalition|bench|candidate|bloc|polit|lawmaker))|\bmissing (?:persons?|people|children)|\bnever-ending|\bmiss(?:es|ed|ing)?(?= (?:its|the|their|all|a|an|his|her|our|both|most|every) (?:[\w-]+ ){0,4}?(?:targets?|goals?|standards?|objectives?|marks?|forecasts?|estimates?|benchmarks?|thresholds?|quotas?|deadlines?)\b)|\b(?:not|yet to|cannot) (?:been? )?rul(?:e|ed) out",
        re.IGNORECASE,
    ),
}
DENIAL = {
    "zh": lazy_pattern(
        r"[一-鿿]不起|并不是|并未|并不|并非|绝非|绝不|尚未|还未|仍未|从未|未能|未曾|未予|未见|没有|没能|没|无法|无从|无需|无须|无权|不能|不会|不是|不再|不可能|不得|不应|不宜|不必"
        r"|不准许|不准|不许|不允许|不可以|不存在|不具备|难以|难于|很难|较难|缺乏|缺少|缺位|缺失|欠缺|空白|拒绝|拒不|驳回|否决|否认|否定|禁止|严禁|杜绝|避免|防止|免于|免去|免除|豁免(?!条款|权|范围|名单|政策|规定|期)|取消|解除|停止"
        r"|暂缓|停用|停发|停办|暂停|撤销|终止|中止|中断|放弃|叫停|搁置|落空|失败|未果|除外|排除|挡在|拒之门外|失去|摆脱|告别|省去|谈不上|得不到|拿不到|享受不到|买不到|做不到"
        r"|达不到|看不到|比不上|鲜有|罕见|罕有|绝少|有待|尚待|尚需|(?:仍|还|尚)需要?(?=[^，。；]{0,16}(?:来|去|加以|予以)?(?:确认|验证|证实|检验|印证|论证)$)|(?:仍|还)需(?:要)?(?=进一步|继续|完善|改进|改善|提[升高]|加强|加快|观察|验证|研究|时间|突破|努力|等待|补|论证|检验|明确|探索|优化|健全|解决|审[批议]|批准|获批|[^，。；]{0,6}$)|悬而未决|存疑|子虚乌有|谣言|反对|阙如|短缺|缺口|废除|废止|不复|紧缺|脱离|怎么可能|何谈|岂能|免征|免收|免缴|不予|拒赔|不|未"
        r"|无|非(?=[法常]?法)|以外|之外|停业|停产|停[水电气供](?![^，。；]{0,2}[站机])|断[水电气供网粮](?!器|路|商)|断了[水电气供网粮]|停工|停课|停航|停运|停摆|停飞|停播|停诊|停售|沉默|缄默|三缄其口|不予置评|唯独|另当别论|尚有距离|尚有差距|为时尚早|遥遥无期|退市|注销|摘牌|下架|关停|搁浅|流拍|流标|告吹|破裂|泡汤|作罢|落选|缺席|无望|无碍"
    ),
    "en": lazy_pattern(
        r"\b(?:dissatisf\w+|unhapp\w+|discontent\w*|displeased|disagree\w*|disapprov\w+|refrain\w* from|stay(?:s|ed)? (?:out|away|clear)|(?:kept|keeps?|keeping) (?:[\w-]+ ){1,6}(?:secret|confidential|private)|against(?= (?:the|a|an|any|it|this|\w+ing)\b)(?<=(?:is|as|re|be|en) against)|not|no|never|neither|nor|without|none|nobody|nothing|nowhere|cannot|lack(?:s|ed|ing)?|"
        r"still (?:needs?|requires?|awaits?|has to|have to)(?= (?:[\w-]+ ){0,3}?(?:approv|consent|clear|permi|ratif|confirm|sign|vot))|"
        r"(?:confirm|replicat|validat|verif|approv)\w+ (?:is|was|are|were|remains?) (?:still )?(?:needed|required|necessary|lacking)|(?:needs?|needed|requires?|required) (?:further )?(?:confirm|replicat|validat|verif)\w+|"
        r"shortages?|r[au]n(?:s|ning)? (?:short|dry)|shut ?downs?|shutting down|stoppages?|standstills?|scarc(?:e|ity)|scant|sparse|dearth|want of|discontinu\w+|turn(?:s|ed|ing)? (?:down|away)|thr(?:ew|own?|ows) out|toss(?:ed|es) out|vot(?:ed|es|ing)? (?:\w+ )?against|too [a-z]+(?: for (?:[\w-]+ ){1,3}?)? to(?= [a-z])|declin\w+ to(?!\s(?:(?:about|around|roughly|just|only|nearly|almost|some|over|under|below|an?|estimated|average|record|low|of)\s){0,3}[\d$€£¥])|g[ia]ve(?:n|s)? up|giving up|pending|void|voided|quit|axe[sd]?|(?<!a )little|out of (?:operation|order|service|use|action)|dropped out|fail(?:s|ed|ure|ing)?|unable|unlikely|improbable|unclear|unknown|uncertain|"
        r"unproven|indistinguishable|undisclosed|unavailable|unregistered|unchanged|unaffected|unfounded|untrue|baseless|"
        r"insufficient|inadequate|ineffective|invalid|hardly|scarcely|barely|seldom|rarely|refus(?:es|ed|ing|als?)|refuse(?= to)|"
        r"reject\w*|den(?:y|ies|ied|ying|ial)|dismiss\w*|ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|forbade|"
        r"barred|bars(?= (?:[\w-]+ ){1,4}from\b)|block(?:ed|ing)|blocks?(?= (?:the|a|any|its|their|plans?|efforts?)\b)|prevent(?:s|ed|ing)?|avoid\w*|exclud\w+|exclusion|exempt(?:s|ed|ing)?|except|"
        r"withh[eo]ld\w*|oppos(?:e|es|ed|ing|ition)|abolish\w*|repeal\w*|objections?|objected|objects(?= to\b)|abandon\w*|cancel\w*|scrap(?:s|ped)|halt\w*|"
        r"(?<!bus )(?<!tram )(?<!-)stop(?:s|ped)?|suspend\w*|ceas\w+|absent|absence|miss(?:es|ed|ing)?|too few|too little|free of|short of|yet to|still (?:has|have|had) to|(?:has|have|had) still to|"
        r"elusive|rul(?:e[sd]?|ing) out|unnecessary|needless|immature|unsafe|unfair|unwilling|unaware|incomplete|incapable|inactive|inaccurate|inconsistent|irrelevant|illegal|improper|impractical|unpopular|unprofitable|unsuccessful|los(?:e[sr]?|t|ing)(?= (?:all |any |their |its |his |her |the )?(?:confidence|faith|interest|trust|support|control|access|hope|patience|credibility|right)\b)|impossible|zero(?= [a-z])|(?:receiv|get|got|offer|enjoy)\w* free|silen(?:ce|t)|tight-lipped|(?:left|leav\w+) (?:\w+ ){0,2}out|subject to no|un(?!i|der|til|less|to|lock|veil|lead|mann|preced|parallel|fold|load|pack|leash|ravel|wrap|earth|employ|skill|doubt|interrupt)[a-z]{4,}(?:ed|able|ible|"
        r"ful))\b|n[’']t\b",
        re.IGNORECASE,
    ),
}
PLAIN = {
    "zh": lazy_pattern(r"[不未没无]|难以|尚"),
    "en": lazy_pattern(r"^(?:not|no|never|neither|nor|none|nobody|nothing|cannot|n[’']t)$", re.IGNORECASE),
}
# Conditions, exceptions and firsts: their denials are turned by other words of the sentence.
TURNED = lazy_pattern(
    r"\bas long as\b|\bprovided\b|只要|未经|(?<![无不毋])须经|未必|不一定|不见得|不意味|并不等于|若没有|若不|若无|如果没有|如不|假如没有|要不是|倘若|如果不|除非|否则|\bunless\b|\bwithout\b[^.]*\b(?:would|could)"
    r"|\bif\b[^.]*\bnot\b|\botherwise\b|\bhad\b[^.]*\bnot\b|\bexcept\b|(?<!排)除[^，。；]{1,20}(?:外|以外)"
    r"|\ball but\b|唯一|仅有|只有|(?<!不)[仅只][在于限对向由]|\bonly\b|\balone\b|\bjust\b|\bbefore\b[^.]*\bno\b|\bno\b[^.]*\bbefore\b"
    r"|\bfirst\b(?! (?:\w+ )?(?:years?|months?|weeks?|days?|half|quarter))|首次|首个|首款|首位|首家|第一位|第一[个家次]|方能|方可|才能|究竟|何时|多大|多强|是否|\bnot\b[^.]*\b(?:before|until)\b|\bno\b[^.]*\buntil\b|\bwhether\b|\binstead of\b|\brather than\b|, but not\b|而非|而不是|\bnot required\b|\boptional\b|\bvoluntary\b|\bnot obliged\b",
    re.IGNORECASE,
)
#: Words that withhold, end or limit without denying: what they are told of is not so, or not so any more.
WITHHELD = {
    "zh": lazy_pattern(
        r"(?<![人英天口])才(?![能华智干])|还要看|还得|取决于|首次|首个|首艘|首家|首条|首例|首创|首位|开创|先河|填补|绝缘|告别|止步|作古|搁浅|不复|例外|另行|(?<!不)仅|(?<!不)只(?![是好得要管怕])|原先|曾经|(?<![仍依照守])旧|前任|已故|到期|届满|流失|遗失|丢失|残缺|残破|批评|不满|质疑"
        r"|反驳|低于|少于|以内|之内|落后|逊|较少|较低|甚少|有限(?!公司|责任|合伙)|自愿|自行决定|自主(?!研|创|品|知|开|设|生)|关门|闭馆|封存|(?<!不)禁|免除|免于|免予|止于"
    ),
    "en": lazy_pattern(
        r"\b(?:owe[sd]?|owing|outstanding|overdue|off[ -]limits|out of reach|under wraps|below|under (?:the|its|their)(?! (?:new |terms |revised )?(?:deal|law|plan|agreement|contract|scheme|rules?|terms|act|programme|programs?|auspices|leadership)\b)|less than|fewer|minor|small(?:er|est)?|lag\w*|trail\w*|behind|clos(?:ed|ure|ing)|(?<!the )(?<!-)end(?:s|ed|ing)?(?! of\b)"
        r"|laps\w+|expir\w+|los[est]\w*|left|leav\w+|g[ai]ve\w* (?:way|up)|lift(?:s|ed|ing)?|abolish\w*|repeal\w*|remov\w+|withdr\w+|former\w*|previously|once|used to|out(?:pac|strip|perform|weigh)\w*|exceed\w*|first(?! (?:half|quarter|months?|weeks?|days?|years?)\b)|new (?:in|to|with|for)"
        r"|undecided|unresolved|yet|only|until|last(?! (?:year|month|week|quarter|decade|night|summer|spring|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b)|barred|beyond|inside|within|in vain|cap(?:s|ped)?|freez\w*|neglect\w*|ignor\w+|separat\w+|exclu\w+|open question|doubt\w*|clear(?:ed|s)?|rid|spared?|sparing|immune|protected|escaped?|kept from|instead|other than|save|bar)\b",
        re.IGNORECASE,
    ),
}
