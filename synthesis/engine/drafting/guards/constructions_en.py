"""English constructions that name both parties of a dealing; a gives or acts, b gets (`lexicon.deals` has the frames)."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_PARTY = "[\ue000-\ue0ff]"
_A, _B = rf"(?P<a>{_PARTY})", rf"(?P<b>{_PARTY})"
#: Words between, no party among them; the second may cross a comma.
_GAP = r"(?:(?!\b(?:and|but|while|whereas|which|who|not|whose|for|after|before|when)\b)[^.;:,\ue000-\ue0ff]){0,70}?"
_FAR = r"[^.;:\ue000-\ue0ff]{0,90}?"
_IS = r"(?:is|are|was|were|be|being|been|became|becomes|remains)(?: now| still| also| \w+ly)?"
_OWN = r"(?:['’]s? (?:(?!(?:was|were|is|are|has|have|for|from|by|to)\b)[\w-]+ ){0,5}?)?"
_GOT = r"(?:received|receives|secured|secures|obtained|obtains|got|gets|won|wins|raised|raises|accepted|accepts|drew|gained|borrowed|collected|collects|earned|earns)"
_POST = r"(?:engineer|executive|director|chair\w*|president|manager|officer|head|minister|secretary|coach|editor|spokes\w+|advis[eo]r|lawyer|economist|scientist|consultant)"
_TAKING = r"(?:takeover|acquisition|purchase|buyout|buy-out)"
_TAKEN = r"(?:bought|acquired|purchased|taken over|snapped up|swallowed up|bought out)"
_LINES = (
    ("goods", rf"{_B} (?:has |have |had )?(?:bought|acquired|purchased|snapped up|bought out) (?:the )?{_A}"),
    ("goods", rf"{_B}['’]s? (?:[\w-]+ ){{0,2}}{_TAKING} of (?:the )?{_A}"),
    ("goods", rf"{_B} (?:has |have |had )?(?:completed|completes|finalised|finalized|announced|announces|agreed|closed|made|launched|sealed|concluded) (?:its|the|a|an) {_GAP}{_TAKING} of (?:the )?(?:{_GAP} of )?{_A}"),
    ("goods", rf"\b{_TAKING} of (?:the )?{_A}{_OWN}{_GAP} by (?:the )?{_B}"),
    ("goods", rf"\b(?:sale|disposal|divestment) of (?:the )?{_A}{_OWN} ?to (?:the )?{_B}"),
    ("goods", rf"\b(?:sale|disposal) by (?:the )?{_A} {_GAP}to (?:the )?{_B}"),
    ("goods", rf"{_A}{_OWN}{_GAP} (?:{_IS}|agreed to be|has been|have been) {_TAKEN} {_GAP}by (?:the )?{_B}"),
    ("goods", rf"{_B} (?:has |have )?(?:took|taken|takes|taking) over (?:the )?{_A}(?! as)"),
    ("goods", rf"\b(?:buyer|purchaser|acquirer|new owner) of (?:the )?{_A}{_OWN}{_GAP} ?{_IS} (?:the )?{_B}"),
    ("goods", rf"{_A}, which (?:the )?{_B} (?:has |had )?(?:bought|acquired|purchased|took over)"),
    ("goods", rf"\bwhich (?:the )?{_B} (?:has |had )?(?:bought|acquired|purchased) from (?:the )?{_A}"),
    ("goods", rf"{_B} paid (?:the )?{_A} {_GAP}for (?:its|their|his|her)\b"),
    ("goods", rf"{_A} (?:received|got) {_GAP}from (?:the )?{_B} for (?:its|their|his|her)\b"),
    ("goods", rf"{_A} (?:has |have )?(?:divested|offloaded|hived off) {_GAP}to (?:the )?{_B}"),
    ("goods", rf"\bfor (?:the )?{_B} (?:comes|come|came) from (?:the )?{_A}"),
    ("goods", rf"{_B} {_IS} supplied (?:with {_GAP} )?by (?:the )?{_A}"),
    ("own", rf"\b(?:stake|share|part|%|half|third|majority|all|most) of (?:the )?{_B} (?:belongs|belong|belonged) to (?:the )?{_A}"),
    ("own", rf"{_A}['’]s? (?:[\w-]+ ){{0,2}}(?:stake|holding|shareholding|interest) in (?:the )?{_B}"),
    ("own", rf"{_B} {_IS} (?:a|an|the) (?:[\w-]+ ){{0,3}}(?:subsidiary|unit|division|part|arm) of (?:the )?{_A}"),
    ("own", rf"{_A} {_IS} (?:a|an|the) (?:[\w-]+ ){{0,3}}(?:owner|shareholder|parent)(?: company)? (?:of|in) (?:the )?{_B}"),
    ("own", rf"{_B}['’]s? (?:[\w-]+ ){{0,2}}(?:owner|shareholder|parent|parent company) {_IS} (?:the )?{_A}"),
    ("own", rf"{_B} {_IS} {_GAP}owned {_GAP}by (?:the )?{_A}"),
    ("invest", rf"{_A} (?:has |have )?(?:invested|invests|put|puts|pumped|ploughed) {_GAP}(?:in|into) (?:the )?{_B}"),
    ("invest", rf"{_A}['’]s? (?:[\w-]+ ){{0,2}}investment {_GAP}in (?:the )?{_B}"),
    ("invest", rf"\binvestors? in (?:the )?{_B} {_IS} (?:the )?{_A}"),
    ("invest", rf"{_B} {_IS} (?:backed|funded|financed) {_GAP}by (?:the )?{_A}"),
    ("invest", rf"{_B} (?:counts|counted|has) (?:the )?{_A} (?:as|among) (?:an|one of|its) {_GAP}(?:investor|backer|shareholder)"),
    ("loan", rf"{_B} (?:owes|owe|owed) (?:the )?{_A}"),
    ("loan", rf"{_B} (?:has |have )?(?:took|taken|takes) out {_GAP}(?:loan|mortgage|credit) (?:with|from) (?:the )?{_A}"),
    ("loan", rf"\blender {_GAP}(?:to|of) (?:the )?{_B} {_IS} (?:the )?{_A}"),
    ("loan", rf"{_B} {_GOT} {_GAP}(?:loan|credit|mortgage)s? from (?:the )?{_A}"),
    ("right", rf"{_B} (?:uses|used|makes|produces|has taken|took|takes|holds|obtained|has|acquired) {_GAP}licen[cs]e (?:from|to|of) (?:the )?{_A}"),
    ("right", rf"\b{_IS} licen[cs]ed to (?:the )?{_B} by (?:the )?{_A}"),
    ("right", rf"{_A} (?:has |have )?(?:allows|allowed|permits|permitted|lets|authorised|authorises) (?:the )?{_B} (?:to )?(?:use|make|sell|produce)"),
    ("right", rf"{_A} (?:has |have )?(?:gave|given|grants|granted) (?:the )?{_B} {_GAP}licen[cs]e"),
    ("suit", rf"\b(?:suit|lawsuit|claim|complaint|case|action) {_IS} (?:filed|brought|lodged|launched) against (?:the )?{_B} by (?:the )?{_A}"),
    ("suit", rf"{_A} (?:has |have )?(?:accused|accuses|is accusing) (?:the )?{_B}\b.*\bcourt\b"),
    ("suit", rf"{_A} (?:has |have )?(?:accused|accuses|is accusing) (?:the )?{_B} of (?:patent|copyright|trademark|infring)"),
    ("beat", rf"{_B} (?:went|goes|go) down {_GAP}to (?:the )?{_A}"),
    ("beat", rf"{_A} (?:won|wins|win) {_GAP}(?:against|over) (?:the )?{_B}"),
    ("beat", rf"{_B} (?:lost|loses|fell) {_GAP}to (?:the )?{_A}"),
    ("replace", rf"{_B} (?:has |have )?(?:hands|handed|handing) over {_GAP}to (?:the )?{_A}"),
    ("replace", rf"{_B} (?:has |have )?(?:made|makes|make|gave) way {_GAP}(?:for|to) (?:the )?{_A}"),
    ("replace", rf"{_B} (?:has |have )?(?:stepped down|steps down|stood down|resigned|retired|left) {_GAP},? and (?:the )?{_A} (?:took|takes|has taken|assumed|succeeded)"),
    ("replace", rf"{_A} (?:has |have )?(?:took|taken|takes) over from (?:the )?{_B}"),
    ("replace", rf"{_A} (?:{_IS} )?{_B}['’]s? successor"),
    ("replace", rf"{_B} {_IS} {_A}['’]s? predecessor"),
    ("replace", rf"{_B} {_IS} (?:succeeded|replaced) {_GAP}by (?:the )?{_A}"),
    ("lead", rf"{_A} (?:leads|led) (?:the )?{_B} (?:in|by|on)\b"),
    ("lead", rf"{_A} (?:outsells|outsold|{_IS} ahead of|has overtaken|overtook|outstrips|outstripped) (?:the )?{_B}"),
    ("lead", rf"{_B} (?:trails|trailed|lags|lagged behind|lags behind|{_IS} behind|{_IS} (?:outsold|overtaken) by|has been (?:outsold|overtaken) by) (?:the )?{_A}"),
    ("rent", rf"{_B} {_IS} {_A}['’]s? tenant"),
    ("rent", rf"{_A} {_IS} {_B}['’]s? landlord"),
    ("rent", rf"{_B} pays? (?:[\w-]+ ){{0,3}}rent {_GAP}to (?:the )?{_A}"),
    ("rent", rf"{_B} (?:rents|rented|{_IS} renting|leases|leased) {_GAP}(?:of|from) (?:the )?{_A}"),
    ("rent", rf"\b{_IS} (?:leased|let|rented out) to (?:the )?{_B} by (?:the )?{_A}"),
    ("rent", rf"{_A} (?:lets|let|leases|leased|rents out|rented out|{_IS} renting out) {_GAP}to (?:the )?{_B}"),
    ("urge", rf"{_B} (?:has |have )?(?:received|got|gets) {_GAP}(?:order|orders|request|instruction)s? from (?:the )?{_A}"),
    ("urge", rf"{_B}\b{_FAR}\b(?:on|under|following|at) (?:the )?(?:orders?|request|instructions?|insistence) (?:of|from) (?:the )?{_A}"),
    ("urge", rf"\b(?:order|request|instruction) to (?:the )?{_B} {_GAP}came from (?:the )?{_A}"),
    ("urge", rf"{_A} (?:has |have )?(?:issued|issues|gave|gives|sent) {_GAP}(?:order|request|instruction)s? to (?:the )?{_B}"),
    ("urge", rf"{_A} (?:has |have )?(?:required|requires|ordered|instructed|told|forced|obliged) (?:the )?{_B} to\b"),
    ("answer", rf"{_A} (?:has |have )?(?:approved|approves|cleared|clears|authorised|rejected) (?:the )?{_B}"),
    ("answer", rf"{_B}['’]s? {_GAP}{_IS} (?:approved|cleared|authorised|rejected) by (?:the )?{_A}"),
    ("answer", rf"{_A} (?:has |have )?(?:gave|gives|granted|grants|given) (?:the )?{_B} {_GAP}(?:approval|clearance|consent|permission)"),
    ("answer", rf"{_B} (?:has |have )?(?:{_GOT}|{_IS} (?:given|granted)) {_A}['’]s? (?:approval|clearance|consent|permission)"),
    ("answer", rf"{_B} (?:has |have )?(?:{_GOT}|{_IS} (?:given|granted)) {_GAP}(?:approval|clearance|consent|permission) (?:from|by) (?:the )?{_A}"),
    ("answer", rf"\b(?:approval|clearance|consent|permission) (?:for|of) {_B}{_OWN}{_GAP} came from (?:the )?{_A}"),
    ("fine", rf"{_B} (?:{_IS} (?:due|required|ordered|obliged) to|has to|must|will) pay (?:the )?{_A} {_GAP}fine"),
    ("fine", rf"{_B} (?:has |have )?(?:received|got|faces|faced|drew) {_GAP}(?:fine|penalty) {_GAP}from (?:the )?{_A}"),
    ("fine", rf"{_A} (?:has |have )?(?:imposed|imposes|issued|issues) {_GAP}(?:fine|penalty) {_GAP}(?:on|against) (?:the )?{_B}"),
    ("hire", rf"{_A}['’]s? (?:[\w-]+ ){{0,3}}{_POST} {_IS} {_B}"),
    ("hire", rf"{_B} {_IS} (?:the |an? )?(?:[\w-]+ ){{0,3}}{_POST} (?:at|of|for) (?:the )?{_A}"),
    ("hire", rf"{_B} (?:works?|worked|{_IS} working) for (?:the )?{_A}"),
    ("hire", rf"{_B} (?:has |have )?joined (?:the )?{_A} as"),
    ("hire", rf"{_A} (?:has |have )?(?:employs|employed|hired|hires|named|appointed) (?:the )?{_B}(?: as)? "),
    ("give", rf"\bdonor {_GAP}to (?:the )?{_B} {_IS} (?:the )?{_A}"),
    ("give", rf"{_B} {_IS} (?:given|granted|awarded|handed) {_GAP}by (?:the )?{_A}"),
    ("give", rf"\b{_IS} (?:given|granted|awarded|donated|handed) to (?:the )?{_B} by (?:the )?{_A}"),
    ("give", rf"\b(?:contract|order|grant|award|prize|licence|tender) from (?:the )?{_A} (?:went|goes|passed) to (?:the )?{_B}"),
    ("give", rf"{_B} (?:won|secured|landed|signed) {_GAP}(?:contract|order|deal) (?:from|with) (?:the )?{_A}"),
    ("give", rf"{_A} (?:chose|chosen|selected|picked) (?:the )?{_B} for\b{_GAP}(?:contract|order|job|project)"),
    ("give", rf"{_B} {_GOT} {_GAP}from (?:the )?{_A}(?! for (?:its|their|his|her)\b)"),
    ("pay", rf"{_A} {_IS} (?:ordered|told|required|made|forced|due|obliged) (?:by (?:the )?{_PARTY} )?to pay (?:{_GAP} to )?(?:the )?{_B}"),
    ("pay", rf"{_A} (?:to|must|will|shall|has to|had to|should) pay (?:{_GAP} to )?(?:the )?{_B}"),
    ("pay", rf"{_B} (?:{_IS} to|will|shall|must) (?:receive|get|collect) {_GAP}from (?:the )?{_A}"),
    ("pay", rf"{_B} (?:earns|earned|charges|charged) (?:the )?{_A}"),
    ("pay", rf"{_B} (?:earns|earned|receives|received|gets) {_GAP}from (?:the )?{_A}(?! for (?:its|their|his|her)\b)"),
)  # fmt: skip
#: Frame and pattern, the surer ones of a frame first.
CONSTRUCTIONS_EN = tuple((frame, lazy_pattern(line, re.IGNORECASE)) for frame, line in _LINES)
