"""English sentences built another way, clause by clause: who reports what, cause and consequence, concession, a closing
relative clause, levels, changes and shares as nouns, what lies in a year put first or last.

Each rule takes a sentence without its full stop and returns wordings, none when its guard fails; words stay, order and
joints change. Not for phrases inside a clause; see `nouns_en`, and `voice_en` for active and passive.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.rewriting.capitals_en import MONTHS, capital, soft
from synthesis.engine.drafting.rewriting.inflect_en import gerund
from synthesis.engine.drafting.rewriting.parse_en import parsed, reads
from synthesis.engine.drafting.rewriting.tagging_en import verb_forms
from synthesis.engine.patterns import lazy_pattern

_REPORTS = "reports?|reported|finds?|found|shows?|showed|states?|stated|estimates?|estimated|argues?|argued|notes?|noted|records?|recorded|suggests?|suggested|indicates?|indicated|says?|said|believes?|believe|warns?|warned|complain(?:s|ed)?|concludes?|concluded|predicts?|predict|fears?|feared|claims?|claimed"
_PRONOUN = lazy_pattern(r"(?:it|they|he|she|this|these|those|its|their)\b", re.IGNORECASE)
_YEARS = rf"(?:(?:early |late |mid-)?(?:{MONTHS})? ?(?:19|20)\d\d)"


def reported(text: str) -> list[str]:
    """X found that S → According to X, S; and back to S, as X found. Views keep their words (argue, fear, warn)."""
    match = re.match(rf"(?P<x>[A-Z][^,;]{{3,70}}?) (?P<v>{_REPORTS}) that (?P<s>[^;]{{20,}})$", text)
    if (
        match
        and not re.search(r"\b(?:not|that|which|who)\b|\b(?:and|or|but)$", match.group("x"))
        and not _PRONOUN.match(match.group("s"))
    ):
        x, verb, said = match.group("x"), match.group("v"), match.group("s")
        if re.search(r"\b(?:and|but|or) that\b", said):
            return []  # they report that A and that B
        if re.match(r"argu|fear|warn|complain|claim|believ|predict|suggest|estimat", verb):
            return [f"{capital(said)}, {soft(x)} {verb}"] if len(x) < 45 and "," not in said else []
        return [
            f"According to {soft(x)}, {said}",
            *([f"{capital(said)}, as {soft(x)} {verb}"] if "," not in said else []),
        ]
    match = re.match(r"According to (?P<x>[^,;]{3,60}), (?P<s>[^;]{20,})$", text)
    if match and not _PRONOUN.match(match.group("s")) and "," not in match.group("s"):
        return [f"{capital(match.group('s'))}, according to {match.group('x')}"]
    match = re.match(r"(?P<s>[A-Z][^;]{20,}?), according to (?P<x>[^,;]{3,60})$", text)
    return [f"According to {match.group('x')}, {soft(match.group('s'))}"] if match else []


_AFTER = (
    r"(?P<w>although|though|even though|whereas|while|because|since|as|if|provided that|when|once|as long as|after)"
)


def clause_first(text: str) -> list[str]:
    """A, although B → Although B, A; because, whereas, if, when likewise (the clause one, without a pronoun ahead)."""
    match = re.fullmatch(rf"(?P<a>[^;]{{20,170}}?),? {_AFTER} (?P<b>[a-z\d$€£A-Z][^,;]{{10,120}})", text)
    if (
        not match
        or _PRONOUN.match(match.group("b"))
        or re.search(r"\b(?:its|their|they|it|them|these|those|this|one)\b", match.group("b"))
    ):
        return []
    word, main = match.group("w"), match.group("a")
    if word in {"since", "after"} and re.match(r"(?:19|20)\d\d\b", match.group("b")):
        return []  # a time, no clause
    if word == "as" and (
        re.search(r"\bas\b", main + " " + match.group("b"))
        or re.match(r"(?:of|part|\d|well|much|many|soon|early|likely)\b", match.group("b"))
    ):
        return []
    if " that " in main and word in {"if", "when", "once", "as", "after", "provided that"}:
        return []  # the clause may belong to what is reported
    if word in {"as", "since", "while", "when", "once", "after", "if"} and "," in main:
        return []
    if (
        re.search(
            r"\b(?:such|as|same|so|than|much|many|well|even|only|mainly|chiefly|largely|partly|primarily|mostly)$", main
        )
        or not reads(capital(match.group("b")))
        or not reads(main)
    ):
        return []
    return [f"{capital('while' if word == 'whereas' else word)} {match.group('b')}, {soft(main)}"]


def clause_last(text: str) -> list[str]:
    """Although B, A → A, although B; and B, but A."""
    match = re.fullmatch(
        r"(?P<w>Although|Though|Even though|Because|As|Since|If|When|Once|Provided that|While|Whereas) (?P<b>[^,;]{10,130}), (?P<a>[^;]{15,170})",
        text,
    )
    if not match or _PRONOUN.match(match.group("a")) or not reads(capital(match.group("b"))):
        return []
    word, side, main = match.group("w"), match.group("b"), match.group("a")
    out = (
        [f"{capital(main)}, {word.lower()} {side}"] if word not in {"While", "As", "Since"} and "," not in main else []
    )
    if word in {"Although", "Though", "Even though", "While", "Whereas"}:
        out.append(f"{capital(side)}, but {main}")
    if word == "Because" and "," not in main:
        out.append(f"{capital(side)}, and so {main}")
    return out


def turned(text: str) -> list[str]:
    """A, but/yet B → Although A, B; A; however, B → A, but B; A, so B → As A, B."""
    match = re.fullmatch(
        r"(?P<a>[^;]{15,170}?)(?:,|;) (?P<w>but|yet|although|however,|so|and therefore|and thus) (?P<b>[^;]{12,170})",
        text,
    )
    if not match or not reads(capital(match.group("b"))) or not reads(match.group("a")):
        return []
    a, word, b = match.group("a"), match.group("w"), match.group("b")
    if re.match(r"(?:are|is|was|were|have|has|do|does|can|could|may|might|will|would|only|not)\b", b):
        return []
    first = soft(a)
    if word in {"but", "yet", "however,"}:
        return [f"While {first}, {b}", f"{a}; however, {b}"] if "," not in a else [f"{a}; however, {b}"]
    if word == "although":
        return [f"{a}, but {b}"]
    return (
        [f"Because {first}, {b}", f"{a}, which is why {b}"]
        if "," not in a and not _PRONOUN.match(b)
        else [f"{a}, which is why {b}"]
    )


def closing_which(text: str) -> list[str]:
    """A, which limits B → A, and this limits B; A, limiting B."""
    match = re.fullmatch(
        r"(?P<a>[^;]{20,180}), which (?P<adv>(?:often|thus|barely|hardly|also|in turn) )?(?P<v>[a-z]+s|has|have [a-z]+) (?P<b>[^;]{4,120})",
        text,
    )
    if not match:
        return []
    found = [b for b, form in verb_forms().get(match.group("v"), ()) if form == "third"]
    again = re.search(r" and (?:[a-z]+ly )?([a-z]+)\b", match.group("b"))
    if again and any(form == "third" for _, form in verb_forms().get(again.group(1), ())):
        return (
            [f"{match.group('a')}; this {match.group('adv') or ''}{match.group('v')} {match.group('b')}"]
            if found
            else []
        )
    adverb = match.group("adv") or ""
    out = [f"{match.group('a')}; this {adverb}{match.group('v')} {match.group('b')}"] if found else []
    return [*out, *(f"{match.group('a')}, {adverb}{gerund(b)} {match.group('b')}" for b in found[:1])]


def closing_participle(text: str) -> list[str]:
    """A, arguing that B → A, on the grounds that B; A, limiting B → A; this …: only for listed verbs."""
    match = re.fullmatch(r"(?P<a>[^;]{20,170}), (?P<v>arguing|claiming|stating|saying) that (?P<b>[^;]{12,150})", text)
    return [f"{match.group('a')}, on the grounds that {match.group('b')}"] if match else []


_MOVE = "rose|increased|grew|climbed|fell|declined|dropped|decreased|went up|went down"
_NOUN = {"rose": "rise", "increased": "rise", "grew": "growth", "climbed": "rise", "went up": "rise", "fell": "fall", "declined": "decline", "dropped": "drop", "decreased": "decrease", "went down": "fall"}  # fmt: skip


def change_as_noun(text: str) -> list[str]:
    """Wages rose by 7% in 2023 → In 2023 there was a 7% rise in wages; the whole one clause, or before while/but."""
    match = re.fullmatch(
        rf"(?P<lead>In \d{{4}}, )?(?P<x>[A-Za-z][^,;]{{3,70}}?) (?P<v>{_MOVE}) by (?P<p>(?:about |around |roughly |nearly |almost |over |more than )?\d[\d.]*(?:%| per cent))(?P<t> (?:in|during) \d{{4}}| between \d{{4}} and \d{{4}})?(?P<rest>,? (?:while|whereas|but|because|as|after) .*)?",
        text,
    )
    if not match or re.search(r"\b(?:who|that|which|and)\b", match.group("x")):
        return []
    when = (match.group("lead") or "").rstrip(", ") or (match.group("t") or "").strip()
    noun, value = _NOUN[match.group("v")], match.group("p")
    x = match.group("x") if match.group("lead") else soft(match.group("x"))
    rest = match.group("rest") or ""
    article = "" if noun == "growth" else "a "
    start = f"{capital(when)}, there" if when else "There"
    out = [f"{start} was {article}{noun} of {value} in {x}{rest}"]
    if when.lower().startswith("in "):
        out.append(f"The year {when[3:]} saw {article}{noun} of {value} in {x}{rest}")
    return out


def expected(text: str) -> list[str]:
    """X is expected to V → It is expected that X will V."""
    match = re.match(
        rf"(?P<lead>(?:By|In|From) {_YEARS}, )?(?P<x>(?![^,;]{{3,80}} and (?:is|are) )[A-Za-z][^,;]{{3,80}}?) (?:is|are) (?P<w>expected|projected|forecast|likely) to (?P<r>.*)$",
        text,
    )
    if not match:
        return []
    x = match.group("x") if match.group("lead") else soft(match.group("x"))
    head = "It is likely that" if match.group("w") == "likely" else f"It is {match.group('w')} that"
    lead = match.group("lead") or ""
    when = f" {lead[:1].lower()}{lead[1:].rstrip(', ')}" if lead else ""
    return (
        [
            f"{head} {x} will {match.group('r')}{when}"
            if "," not in match.group("r")
            else f"{head} {x} will {match.group('r')}"
        ]
        if not (when and "," in match.group("r"))
        else []
    )


def possible(text: str) -> list[str]:
    """X may V → It is possible that X will V; one clause."""
    match = re.fullmatch(
        r"(?P<x>[A-Z][^,;]{3,80}?) (?:may|might|could) (?P<r>(?!not\b|have\b|also\b|be\b)[^,;]{10,120}?)(?P<rest>, (?:although|but|if|provided that|because) .*)?",
        text,
    )
    if not match or re.search(r"\b(?:that|which|who|and)\b", match.group("x")) or not _modal_main(text, match.end("x")):
        return []
    return [f"It is possible that {soft(match.group('x'))} will {match.group('r')}{match.group('rest') or ''}"]


def share_of(text: str) -> list[str]:
    """X accounts for 14% of Y → 14% of Y goes to X is a claim; Of Y, 14% is X's: told as X's share of Y is 14%."""
    match = re.match(
        r"(?P<x>[A-Z][^,;]{2,50}?) (?P<v>accounts? for|makes? up|represents?|accounted for|made up|represented) (?P<p>(?:about |around |roughly |nearly |almost |over |more than )?\d[\d.]*(?:%| per cent)) of (?P<y>(?:the |all |total |their |its )?[a-z][^,;]{3,60}?)(?P<rest>, .*)?$",
        text,
    )
    if not match or re.search(r"\b(?:that|which|who|in|by)\b", match.group("x")):
        return []
    tense = "was" if match.group("v").endswith(("ed", "de up", "ted for")) or match.group("v") == "made up" else "is"
    rest = match.group("rest") or ""
    return [f"The share of {soft(match.group('x'))} in {match.group('y')} {tense} {match.group('p')}{rest}"]


def long_adjunct_last(text: str) -> list[str]:
    """After eleven hospitals brought X back, costs rose → Costs rose after …; Under the Act, operators must → Operators must, under the Act."""
    match = re.fullmatch(
        r"(?P<p>(?:After|Before|Under|Between|Since|Within|Despite|In spite of|Thanks to|During|By|For|In|Of) [^,;]{4,90}), (?P<m>[^,;]{15,150})",
        text,
    )
    if (
        not match
        or _PRONOUN.match(match.group("m"))
        or re.search(
            r"\b(?:but|and|which|that|who|whose|where|although|while|yet|after|before|because|when|unless|once|as|if|than)\b|(?:19|20)\d\d$|\bago$",
            match.group("m"),
        )
    ):
        return []
    if text.startswith("Of ") or re.match(r"(?:In|Since|By) (?:19|20)\d\d [A-Za-z]", text):
        return []  # In 2023 the city took delivery of 320 buses, financed by a loan
    return [f"{capital(match.group('m'))} {match.group('p')[:1].lower()}{match.group('p')[1:]}"]


def place_first(text: str) -> list[str]:
    """A pilot plant in Denmark supplied … → In Denmark, a pilot plant supplied …: the subject's own place, by its name."""
    match = re.match(
        r"(?P<x>(?:The |A |An |Many |Most |Some |Several |All )?[A-Za-z][a-z-]+(?: [a-z-]+){0,3}) in (?P<p>(?:the )?(?:northern |southern |eastern |western |central )?[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?P<r>[a-z]+ .*)$",
        text,
    )
    if not match or not _opens_predicate(match.group("r")):
        return []
    if re.search(r"\b(?:of|for|that|and|by|from|with)\b", match.group("x")) or match.group("p") in MONTHS.split("|"):
        return []
    return [f"In {match.group('p')}, {soft(match.group('x'))} {match.group('r')}"]


def _opens_predicate(text: str) -> bool:
    word = text.split(maxsplit=1)[0]
    return bool(re.match(r"(?:is|are|was|were|has|have|had|can|could|may|might|will|must)$", word)) or any(
        form in {"past", "third", "base"} for _, form in verb_forms().get(word, ())
    )


def of_the(text: str) -> list[str]:
    """Of the 37 plants surveyed, 15 operated … → 15 of the 37 plants surveyed operated …."""
    match = re.match(
        r"Of (?P<x>the [^,;]{4,70}), (?P<n>(?:about |around |roughly |nearly |almost |over |more than |only )?(?:\d[\d.]*(?:%| per cent)?|half|a third|a quarter)) (?P<r>[a-z].*)$",
        text,
    )
    return [f"{capital(match.group('n'))} of {match.group('x')} {match.group('r')}"] if match else []


def of_them(text: str) -> list[str]:
    """A, 38% of which is V → A; of this, 38% is V."""
    match = re.fullmatch(
        r"(?P<a>[^;]{20,170}), (?P<q>(?:about |around |roughly |nearly |almost |only )?[\w. %]{2,20}?) of which (?P<r>(?:is|are|was|were) .*)",
        text,
    )
    return [f"{match.group('a')}; of this, {match.group('q')} {match.group('r')}"] if match else []


def in_force(text: str) -> list[str]:
    """X, which entered into force in T, → X, in force since T,."""
    made = re.sub(
        rf", which (?:entered into|came into|has been in) force (?:in|on|since) ({_YEARS}),",
        r", in force since \1,",
        text,
    )
    return [made] if made != text else []


def existence(text: str) -> list[str]:
    """X lacks Y → There is no Y in X is stronger; The lack of X makes it hard to V → Since there is no X, V-ing is hard."""
    match = re.match(
        r"(?:The lack|The absence) of (?P<x>[^,;]{4,60}?) makes it (?P<a>difficult|hard|impossible) to (?P<v>[a-z]+) (?P<r>.*)$",
        text,
    )
    if not match:
        return []
    return [
        f"It is {match.group('a')} to {match.group('v')} {match.group('r').split(',')[0]} for lack of {match.group('x')}{match.group('r')[len(match.group('r').split(',')[0]) :]}"
    ]


def _modal_main(text: str, at: int) -> bool:
    """Whether the verb group behind code point `at` is the sentence's own."""
    read = parsed(text)
    return read is not None and read.tokens[read.clauses[0].group[0]].start == at + 1


RULES = (
    reported,
    clause_first,
    clause_last,
    turned,
    closing_which,
    closing_participle,
    change_as_noun,
    expected,
    possible,
    share_of,
    long_adjunct_last,
    place_first,
    of_the,
    of_them,
    in_force,
    existence,
)
