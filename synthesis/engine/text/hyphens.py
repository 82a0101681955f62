"""Whether an English word that a line end cut at a hyphen has that hyphen of its own: sixty-five, but infor-mation.

Asked only where the rest of the text does not tell. Lists of parts, as dictionaries of hyphenation and style guides have
them: what an ending follows is one word, whatever stands before.
"""

from __future__ import annotations

import regex

_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth".split()
)
#: First parts that are words of their own and join others by a hyphen.
_FIRST = frozenset(
    """
    self well half high low long short large small full cross all semi quasi two three four five six seven eight nine
    first third one cost evidence data world computer risk rule ill much then policy decision problem market
    labour labor health science energy water climate carbon user client patient student child gender age income rate
    price value export import trade tax trial test case field hand heart
    open closed single double triple dual multi mixed mid late early deep wide broad narrow real near far
    fast slow hard soft light dark good better best ready newly
    government state industry technology computer machine model theory peer community school family hospital
    """.split()
)
#: Second parts that make a compound of whatever word stands before them.
_SECOND = frozenset(
    """
    based driven oriented orientated related specific friendly making maker makers taking sized dependent independent
    year years month months week weeks day days hour hours minute minutes old olds term level levels scale quality income
    efficient effective intensive consuming saving sharing sectional section cultural border being known called reported
    defined established developed educated trained informed designed documented funded financed owned controlled run led
    centred centered focused focussed rated weighted adjusted corrected matched blind blinded sided fold edge dimensional
    depth size speed resolution performance grade class rise density frequency energy pressure temperature income risk
    regulation sufficient sufficiency evident explanatory assessment employed employment esteem confidence efficacy awareness
    interest management help service control report reports evaluation organising organizing renewing validation validated
    reference check country national party person way step stage phase point part parts digit thirds quarters tailed
    of to the in on up off out down over by and free rich poor linked derived induced mediated treated resistant tolerant
    sensitive aware ready wide ranging running lasting standing distance haul range time lived haired eyed handed minded
    called so similar like shaped type style made built grown born bred paid priced earning producing using generating
    """.split()
)
#: Prefixes that grow together with what follows.
_FUSING = frozenset(
    """
    pre sub dis mis inter over under out anti super trans counter hyper micro macro mega multi bio geo eco neo pro con com
    per for fore intro retro photo electro thermo hydro auto tele uni tri any some every no under with there where here down up back
    """.split()
)
#: Second parts that make one word just as often: only a word that usually takes a hyphen keeps it before them.
_EITHER = frozenset(
    "of to the in on up off out down over by and like wide made time way part parts day days run type style point help edge"
    " fold service level standing like scale report reports risk rise check step phase class year so free".split()
)
#: First parts that are the beginning of many words, with the second parts before which they are none.
_PAIRS = {
    "so": {"called"},
    "ex": {"president", "minister", "wife", "husband", "ante", "post", "soldiers"},
    "part": {"time", "timer", "timers", "owned", "funded"},
}
#: Two words that have grown together although their parts stand above.
_FUSED = regex.compile(
    r"(?:data(?:base|set|sheet|bank)|world(?:wide|view)|high(?:light|way|land|er|est)|time(?:table|line|frame|stamp)|user(?:name|s)"
    r"|low(?:land|er|est)|short(?:hand|cut|fall|list|age|coming|en)|long(?:hand|itud|er|est|evity)|half(?:way|time)|self(?:ish|less)"
    r"|cross(?:road|over|walk|word|ing)|hand(?:book|le|ling|out|made|writing)|state(?:ment|wide|sman|hood)|first(?:hand|ly)"
    r"|field(?:work)|health(?:care|y|ier)|water(?:shed|way|proof|fall|front)|blood(?:stream)|heart(?:beat|land)|brain(?:storm)"
    r"|school(?:ing|child|room|teacher|work)|house(?:hold)|market(?:place|ing|er)|open(?:ing|ness)|body(?:guard|work)|well(?:ness|ington)"
    r"|black(?:board|bird|mail|out)|white(?:board|wash)|green(?:house|land)|blue(?:print)|soft(?:ware|en)|hard(?:ware|ship|en|ly)|fire(?:wall)"
    r"|light(?:house|ning|weight)|price(?:less)|value(?:d|s|less)|case(?:work|load)|test(?:ing|ed|er|ament)|trade(?:mark|r|off)"
    r"|one(?:self|rous)|small(?:holder|er|pox)|broad(?:cast|band|ly|en)|wide(?:spread|ly|n)|near(?:by|ly)|far(?:m|ther)"
    r"|deep(?:en|ly|er)|fast(?:en|er)|late(?:r|st|ral)|real(?:ity|ise|ize|istic|ly|m)|mid(?:dle|night|day|summer|point|st|wife)|all(?:ow|y|eg|ia)\p{L}*|semi(?:nar|conductor|colon|final|n)|multi(?:ple|tude|ply|media|national|lateral|plic)|import(?:ant|ance|er|ed)|export(?:er|ed|ing)"
    r"|two(?:some)|four(?:teen|th|some)|six(?:teen|th|ty)|seven(?:teen|th|ty)|eight(?:een|h|y)|nine(?:teen|ty)|third(?:ly)|cost(?:ly|ing|s)"
    r"|child(?:hood|ren|like|birth)|tax(?:ation|payer|i|onom)|age(?:ing|nc|nd)|rate(?:d|s)|computer(?:is|iz)|model(?:l?ing|l?ed)|light(?:ing|er))\p{L}*"
)
#: What follows is an ending: the word was hyphenated.
_ENDING = regex.compile(
    r"(?:e?s|e[dnr]s?|ers?|est|ly|ness(?:es)?|ments?|mental(?:ly)?|ary|ar(?:il)?y|ages?|ings?|ingly|i?ty|ities|al(?:ly|ity|i[sz]\p{L}+)?|[cst]ions?|[cst]ion(?:al|ed|ing)\p{L}*"
    r"|i?zations?|i?sations?|i[sz](?:e|ed|es|ing)|teen(?:th)?|ths?|ish|ism|ists?|ive(?:ly|ness)?|ous(?:ly)?|ful(?:ly)?|less(?:ly)?|able|ably|ability|ible|ibility"
    r"|ances?|ences?|ants?|ents?|ency|ancy|ure[sd]?|ic(?:al|ally|s)?|ian|[tc]ial(?:ly)?|[tc]ious(?:ly)?|hood|ships?|wards?|dom|ner(?:s|ship|ships)?)"
)


def is_ending(tail: str) -> bool:
    """Whether `tail`, in lower case, is an ending of words and no word of its own."""
    return _ENDING.fullmatch(tail) is not None


def keeps_hyphen(head: str, tail: str) -> bool:
    """Whether `head` and `tail`, in lower case, are a compound with a hyphen between them."""
    if head in _TENS:
        return tail in _ONES
    if is_ending(tail) or _FUSED.fullmatch(head + tail) or head in _FUSING:
        return False
    if head in _PAIRS:
        return tail in _PAIRS[head]
    if head in {"co", "non", "un", "re", "in", "de", "en", "em", "im", "ir", "il", "ad", "ac", "ab", "be", "al"}:
        return head == "non" or (head == "co" and tail in {"author", "authors", "authored", "workers", "worker"})
    if head in _FIRST and len(tail) > 2:
        return True
    return len(head) > 2 and tail in _SECOND and (tail not in _EITHER or head in _FIRST)
