"""English clauses built otherwise, each where it stands in its sentence: what can be done, what it costs to do, cause told from
the effect, a relative clause as a statement of its own, an adverbial put in front.

`RULES` take one clause or sentence without its full stop; `within` applies rules to the clauses of a longer sentence one by
one. None is returned where a guard fails. Active and passive are in `voice_en`, joints between clauses in `frames_en`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from synthesis.engine.drafting.rewriting.capitals_en import capital, soft
from synthesis.engine.drafting.rewriting.inflect_en import past, third
from synthesis.engine.drafting.rewriting.parse_en import one_clause
from synthesis.engine.drafting.rewriting.tagging_en import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    LINKS,
    MODALS,
    PREPOSITIONS,
    Token,
    form_at,
    tokens_of,
    verb_forms,
)
from synthesis.engine.patterns import lazy_pattern

Rule = Callable[[str], list[str]]

_PRONOUN = lazy_pattern(
    r"(?:it|they|he|she|this|these|those|its|their|them|there|that|which|who|what|so|not)\b", re.IGNORECASE
)
_JOINT = lazy_pattern(
    r"(?:, (?:but|yet|while|whereas|although|though|even though|because|since|so|and)|; (?:however,|this|of this,)?|(?<!mainly)(?<!partly)(?<!chiefly) (?:because|although|when|while|if|after|before|until|unless|once|whereas)) "
)


def predicate(text: str) -> int | None:
    """Where the verb group of the first clause starts, in code points of `text`, adverbs before it included; None when
    the neighbours leave a doubt or the clause does not open with its subject."""
    tokens = tokens_of(text)
    if not tokens or tokens[0].low in PREPOSITIONS | LINKS:
        return None
    for at, token in enumerate(tokens):
        if token.text in {",", ";", ":", "("} or token.low in LINKS - {"and", "or"}:
            return None
        if not at or not _finite(tokens, at):
            continue
        if _reduced(tokens, at):
            continue
        low = at
        while low > 1 and (
            tokens[low - 1].low in ADVERBS or (tokens[low - 1].low.endswith("ly") and len(tokens[low - 1].text) > 4)
        ):
            low -= 1
        return tokens[low].start if low else None
    return None


def _finite(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if low in MODALS or low in HAVE - {"having"} or low in BE - {"be", "been", "being"}:
        return True
    return any(
        form_at(tokens, at, base, name) in {"past", "third", "base"}
        for base, name in verb_forms().get(tokens[at].text, ())
    )


def _reduced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form is a participle behind its noun: another finite verb comes before the clause ends."""
    if not any(name == "participle" for _, name in verb_forms().get(tokens[at].text, ())):
        return False
    for later in range(at + 1, len(tokens)):
        if tokens[later].text in {",", ";"} or tokens[later].low in LINKS - {"and", "or", "than", "as"}:
            return False
        if _finite(tokens, later) and tokens[later - 1].low not in {"and", "or"}:
            return True
    return False


def within(text: str, rules: Sequence[Rule]) -> list[str]:
    """The sentence with one of its clauses built otherwise by one of `rules`."""
    out = []
    for match in _JOINT.finditer(text):
        head, joint, tail = text[: match.start()], match.group(0), text[match.end() :]
        first = tail.split(maxsplit=1)[0] if tail.split() else ""
        if not re.match(r"[A-Za-z\d$€£]", first) or predicate(capital(tail)) is None:
            continue
        if not _PRONOUN.match(tail):
            out += [made + joint + tail for rule in rules for made in rule(head) if ";" not in made or ";" not in joint]
        if not joint.startswith("; this") and not _PRONOUN.match(tail):
            out += [head + joint + soft(made) for rule in rules for made in rule(capital(tail)) if "; " not in made]
    return out


def possible_to(text: str) -> list[str]:
    """Bricks can be heated to 1,500 degrees → It is possible to heat bricks to 1,500 degrees."""
    match = re.fullmatch(r"(?P<x>[A-Z][^,;]{3,70}?) (?:can|could) be (?P<v>[a-z]+)(?P<r> [^,;]+)?", text)
    if not match or re.search(r"\b(?:that|which|who|not|no|few|hardly|only|can|is|are)\b", match.group("x")):
        return []
    rest = match.group("r") or ""
    bases = [b for b, form in verb_forms().get(match.group("v"), ()) if form == "participle"]
    if not bases or re.search(r"\bby (?![a-z]+ing\b|\d|up to|about|around|roughly|half)", rest) or " could be " in text:
        return []
    return [f"It is possible to {bases[0]} {soft(match.group('x'))}{rest}"]


def it_costs(text: str) -> list[str]:
    """Sorting a tonne by hand costs between 180 and 260 euros → It costs between 180 and 260 euros to sort a tonne by hand."""
    match = re.fullmatch(
        r"(?P<g>[A-Z][a-z]+ing) (?P<x>[^,;]{4,90}?) (?P<v>costs?|takes?|took|cost) (?P<n>(?:(?:between|about|around|roughly|nearly|almost|over|up to|more than|less than|only|at least) )?[$€£]?\d[^,;]{0,40})(?P<r>, .*)?",
        text,
    )
    if not match or re.search(r"\b(?:is|are|was|were|has|have)\b", match.group("x")):
        return []
    bases = [b for b, form in verb_forms().get(match.group("g").lower(), ()) if form == "gerund"]
    if not bases or match.group("r"):
        return []
    return [f"It {match.group('v')} {match.group('n')} to {bases[0]} {match.group('x')}"]


def made_it(text: str) -> list[str]:
    """Higher rates have made it costlier for carriers to buy vans → Owing to higher rates, it has become costlier for …."""
    match = re.fullmatch(
        r"(?P<x>[A-Z][^,;]{3,70}?) (?P<v>makes?|made|has made|have made) it (?P<a>(?:more |less |very |too |increasingly )?[a-z]+)(?P<r> (?:for [^,;]{3,50} )?to [a-z]+ .*)",
        text,
    )
    if not match or re.search(r"\b(?:that|which|who|and)\b", match.group("x")):
        return []
    become = {"made": "became", "has made": "has become", "have made": "has become"}.get(match.group("v"), "is")
    return [f"Owing to {soft(match.group('x'))}, it {become} {match.group('a')}{match.group('r')}"]


def effect_first(text: str) -> list[str]:
    """Language barriers often lead to misunderstandings → Misunderstandings often result from language barriers."""
    match = re.fullmatch(
        r"(?P<x>[A-Z][^,;]{3,60}?) (?P<d>(?:often|frequently|mainly|also|sometimes|usually) )?(?P<v>leads? to|led to|causes?|caused|results? in|resulted in) (?P<y>[^,;]{4,60})",
        text,
    )
    if not match or re.search(
        r"\b(?:that|which|who|to|and|can|may|might|could|will|not|it|they|its|their|from|in|by)\b",
        match.group("x") + " " + match.group("y"),
    ):
        return []
    y, how = match.group("y"), match.group("d") or ""
    many = bool(re.search(r"s$", y.split(" of ")[0])) and not y.split(" of ")[0].endswith(("ss", "us", "is"))
    if re.search(r"\d", y) or tokens_of(y)[-1].low.endswith("ly"):
        return []
    verb = "resulted" if match.group("v") in {"led to", "caused", "resulted in"} else "result" if many else "results"
    return [f"{capital(y)} {how}{verb} from {soft(match.group('x'))}"]


def aside_told(text: str) -> list[str]:
    """X, which reserves Y, Z → X reserves Y and Z: what was said in passing as the first of two statements."""
    match = re.fullmatch(
        r"(?P<x>(?:The|A|An|This|These)? ?[A-Za-z][^,;]{3,60}), (?:which|who) (?P<a>[^,;]{6,90}), (?P<b>[^;]{10,150})",
        text,
    )
    if not match:
        return []
    x, a, b = match.group("x"), match.group("a"), match.group("b")
    verb_a, verb_b = a.split()[0], b.split()[0]
    finite = BE | HAVE | MODALS
    ok = all(
        v in finite or any(f in {"past", "third", "base"} for _, f in verb_forms().get(v, ())) for v in (verb_a, verb_b)
    )
    if not ok or re.match(r"(?:In|By|Under|After|Since|With|At|On|For) ", x):
        return []
    return [f"{x} {a} and {b}"]


def closing_told(text: str) -> list[str]:
    """A, limiting B → A; this limits B, in the tense of A."""
    match = re.fullmatch(
        r"(?P<a>[^;]{20,170}), (?P<g>[a-z]+ing) (?P<b>(?:the|its|their|a|an|[a-z]+) [^;]{4,110})", text
    )
    if not match:
        return []
    bases = [b for b, form in verb_forms().get(match.group("g"), ()) if form == "gerund"]
    if predicate(match.group("a")) is None or text.startswith(
        ("Because", "As ", "While", "Although", "If ", "When", "Since")
    ):
        return []
    if (
        not bases
        or re.search(r"\band [a-z]+ing\b", match.group("b"))
        or match.group("g")
        in {
            "including",
            "using",
            "being",
            "having",
            "according",
            "depending",
            "arguing",
            "claiming",
            "stating",
            "saying",
            "suggesting",
            "noting",
            "warning",
            "believing",
        }
    ):
        return []
    was = bool(re.search(r"\b(?:was|were|had)\b", match.group("a"))) or _past(match.group("a"))
    verb = past(bases[0])[0] if was else third(bases[0])
    return [f"{match.group('a')}; this {verb} {match.group('b')}"]


def _past(text: str) -> bool:
    at = predicate(text)
    return at is not None and any(form == "past" for _, form in verb_forms().get(text[at:].split(maxsplit=1)[0], ()))


_ADVERBS = {
    "typically": "Typically", "usually": "As a rule", "often": "In many cases", "frequently": "In many cases", "currently": "At present",
    "increasingly": "Increasingly", "recently": "Recently", "initially": "At first", "generally": "In general", "sometimes": "At times",
    "gradually": "Step by step", "traditionally": "By tradition", "meanwhile": "Meanwhile", "eventually": "In the end",
}  # fmt: skip


def adverb_first(text: str) -> list[str]:
    """Probes typically last three seasons → Typically, probes last three seasons."""
    match = re.match(rf"(?P<x>[A-Z][^,;]{{3,60}}?) (?P<a>{'|'.join(_ADVERBS)}) (?P<r>[a-z].*)$", text)
    if not match or predicate(text) != match.start("a") or match.group("r").startswith(("as ", "more ", "less ")):
        return []
    return [f"{_ADVERBS[match.group('a')]}, {soft(match.group('x'))} {match.group('r')}"]


_WHERE = r"(?:in (?:pilot |large-scale |small-scale )?(?:production|operation|practice|tests|trials|laboratories|hospitals|schools|homes|cities|towns|villages|winter|summer|spring|autumn|crowded homes|remote areas|rural areas|urban areas|metropolitan areas|mountain villages|dense districts|northern Europe|southern Europe|(?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)|at (?:night|home|work|school|present)|over (?:two|three|four|five|six|ten|\d+) (?:seasons|years|months|decades)|(?:during|under|across|among|throughout|without) [a-z][a-z -]{3,40})"


def where_first(text: str) -> list[str]:
    """Breakage exceeds 2% in pilot production → In pilot production, breakage exceeds 2%; one clause, the phrase last."""
    match = re.fullmatch(rf"(?P<m>[A-Z][^,;]{{15,140}}?) (?P<w>{_WHERE})", text)
    if not match or not one_clause(text, near=True):
        return []
    main, where = match.group("m"), match.group("w")
    last = main.split()[-1].lower()
    if last in PREPOSITIONS | DETERMINERS | LINKS or last in {
        "to",
        "result",
        "results",
        "invest",
        "increase",
        "rise",
        "interest",
        "share",
        "stake",
        "based",
        "located",
    }:
        return []
    if re.search(r"\b(?:than|that|which|who|where|when|if|because|between|from)\b", main) or re.search(
        r"\b(?:it|them|its|their)\b", where
    ):
        return []
    return [f"{capital(where)}, {soft(main)}"]


def reason_apart(text: str) -> list[str]:
    """A, mainly because B → A; the main reason is that B."""
    match = re.fullmatch(
        r"(?P<a>[^;]{15,150}?),? (?:mainly|chiefly|largely|primarily|mostly) because (?P<b>(?!of\b)[^;]{10,120})", text
    )
    if not match:
        return []
    tense = "was" if _past(match.group("a")) else "is"
    return [
        f"{match.group('a')}; the main reason {tense} that {match.group('b')}",
        f"The main reason why {soft(match.group('a'))} {tense} that {match.group('b')}",
    ]


def more_than_others(text: str) -> list[str]:
    """Visitors stay 35 minutes longer than others → Compared with others, visitors stay 35 minutes longer."""
    match = re.fullmatch(
        r"(?P<m>[A-Z][^,;]{15,110}? (?:longer|later|earlier|higher|lower|faster|slower|further|shorter|cheaper|more|less)) than (?P<o>others|average|before|[a-z]+s (?:of the same age|without [a-z ]+)|in \d{4})(?P<r>,.*|;.*)?",
        text,
    )
    if not match or predicate(text) is None or match.group("o") in {"before", "average"}:
        return []
    return [f"Compared with {match.group('o').removeprefix('in ')}, {soft(match.group('m'))}{match.group('r') or ''}"]


def should_if(text: str) -> list[str]:
    """Should inflation persist, X → If inflation persists, X."""
    match = re.fullmatch(r"Should (?P<x>[^,;]{3,50}?) (?P<v>[a-z]+)(?P<r>(?: [^,;]{2,60})?), (?P<m>.+)", text)
    if not match or not any(form == "base" for _, form in verb_forms().get(match.group("v"), ())):
        return []
    x = match.group("x")
    many = x.split(" of ")[0].endswith("s") and not x.endswith(("ss", "us", "is"))
    verb = match.group("v") if many or " and " in x else third(match.group("v"))
    return [f"If {x} {verb}{match.group('r')}, {match.group('m')}"]


_NO_RIVALS = frozenset(
    "elsewhere expected anticipated planned forecast before usual previously any anywhere anyone".split()
)


def outpaced(text: str) -> list[str]:
    """Supply expanded faster than demand → Supply outpaced demand; growth only, both sides plain."""
    match = re.fullmatch(
        r"(?P<x>[A-Z][^,;]{3,60}?) (?P<v>expanded|grew|rose|increased|climbed|expands?|grows?|rises?|increases?|climbs?) (?:faster|more quickly|more rapidly) than (?P<y>(?:the )?[a-z][^,;]{3,60})(?P<r>, .*)?",
        text,
    )
    if not match or re.search(r"\b(?:that|which|who|did|do|does|was|were|had)\b", match.group("x") + match.group("y")):
        return []
    first, last = tokens_of(match.group("y"))[0], tokens_of(match.group("y"))[-1]
    if first.low in PREPOSITIONS | ADVERBS | _NO_RIVALS:
        return []  # faster than elsewhere, than in the south, than expected
    if any(form in {"past", "third"} for _, form in verb_forms().get(last.text, ())):
        return []  # faster than the clauses allowed
    was = match.group("v").endswith(("ed", "grew", "rose"))
    one = match.group("v").endswith("s")
    verb = "outpaced" if was else "outpaces" if one else "outpace"
    return [f"{match.group('x')} {verb} {match.group('y')}{match.group('r') or ''}"]


def burden_on(text: str) -> list[str]:
    """Fees weigh heavily on small farms → Fees are a heavy burden on small farms."""
    match = re.search(
        r"\b(?P<v>weigh|weighs|weighed) (?P<h>heavily )?on (?=(?:the |their |many |most |small |large |[a-z]))", text
    )
    if not match:
        return []
    be = {"weigh": "are", "weighs": "is", "weighed": "were"}[match.group("v")]
    if be == "were" and not re.search(r"s$", text[: match.start()].split(" of ", maxsplit=1)[0].strip()):
        be = "was"
    return [f"{text[: match.start()]}{be} a {'heavy ' if match.group('h') else ''}burden on {text[match.end() :]}"]


def in_their_view(text: str) -> list[str]:
    """Ministers expect that S → In the view of ministers … is another claim; Experts believe that S → In the view of experts, S."""
    match = re.fullmatch(
        r"(?P<x>(?:The |Many |Most |Some |Several )?[A-Za-z][^,;]{3,50}?) (?:argues?|believes?|holds?|maintains?|thinks?|takes? the view|contends?|is convinced|are convinced) that (?P<s>[^;]{20,})",
        text,
    )
    if not match or _PRONOUN.match(match.group("s")) or re.search(r"\b(?:not|that|which|who)\b", match.group("x")):
        return []
    return [f"In the view of {soft(match.group('x'))}, {match.group('s')}"]


# Rules for a clause anywhere in a sentence; the others are for its beginning.
INNER: tuple[Rule, ...] = (
    outpaced,
    burden_on,
    possible_to,
    it_costs,
    made_it,
    effect_first,
    where_first,
    more_than_others,
)
RULES: tuple[Rule, ...] = (
    should_if,
    outpaced,
    burden_on,
    in_their_view,
    possible_to,
    it_costs,
    made_it,
    effect_first,
    aside_told,
    closing_told,
    adverb_first,
    where_first,
    reason_apart,
    more_than_others,
)
