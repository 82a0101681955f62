"""Single words of an English sentence put otherwise: verbs with what follows them, general nouns, adjectives, adverbs, set
phrases, and how quantities are counted. Each swap keeps form, number and place. Not for phrases turned round; see `nouns_en`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.rewriting import stock_en, terms_en, vocabulary_en
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.inflect_en import inflected, plural
from synthesis.engine.drafting.rewriting.rows_en import as_written, edits_by, rows, spelled
from synthesis.engine.drafting.rewriting.tagging_en import (
    DETERMINERS,
    PREPOSITIONS,
    Token,
    after,
    form_at,
    is_adjective,
    is_function,
    priced,
    takes_object,
    tokens_of,
    verb_forms,
    verb_rows,
)
from synthesis.engine.drafting.rewriting.verbs_en import NOUN_LIKE
from synthesis.engine.patterns import lazy_pattern

_PARTICLES = frozenset("up off out down in on back over aside away through".split())
_MASS = frozenset(
    "spending support help headway lack scarcity pace excess growth doubt speed outlay excess danger".split()
)


def verb_edits(text: str) -> Iterator[Edit]:
    """Verbs of the table in their frames: increased its share → raised its share."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        if not token.is_word or (token.text[0].isupper() and at):
            continue
        for base, name in verb_forms().get(token.low, ()):
            form = form_at(tokens, at, base, name)
            if not form:
                continue
            for frame, alternatives in verb_rows().get(base, ()):
                end = _frame_end(tokens, at, frame, form, base)
                if end is None:
                    continue
                for phrase, cost in alternatives:
                    if (
                        (phrase.endswith(" for") or base == "expect")
                        and frame == "t"
                        and "to" in [t.low for t in tokens[at + 2 : at + 24]]
                    ):
                        continue  # require riders to hold: another frame
                    if base == "account" and re.search(r"\band [^,;]{3,60}? for (?:[a-z]+ )?\d", text[end:]):
                        continue  # X accounted for 57 and Y for 12: the second half has no verb of its own
                    whom = frame == "t" and after(tokens, at) in {"it", "them", "this", "him", "her"}
                    if whom and (" " in phrase or base == "offer"):
                        continue  # take it into account; offer them a job
                    particle = {"provide": "with", "convert": "to", "offer": "with"}.get(base)
                    if frame == "t" and particle and particle in [t.low for t in tokens[at + 2 : at + 9]]:
                        continue  # provide riders with insurance, convert land to orchards
                    made = _verb(phrase, form, frame)
                    if made:
                        yield Edit(token.start, end, as_written(token.text, made), cost)


def _frame_end(tokens: tuple[Token, ...], at: int, frame: str, form: str, base: str) -> int | None:
    """Where the words that the frame takes end; None when another frame is meant."""
    end, following = tokens[at].end, after(tokens, at)
    if form == "passive":
        if base == "limit" and following not in {"by", "to"}:
            return None  # the evidence is limited
        return end if frame == "t" and following not in {"to", "on", "as", "that", "up", "out"} else None
    if frame == "t":
        if not takes_object(tokens, at) or following == "that" or _parted(tokens, at, base):
            return None
        two = base in _OF_AMOUNTS or any(f == "i" for f, _ in verb_rows()[base])
        return None if two and re.match(r"[$€£]?\d", following) else end
    if frame == "i":
        if following == "to" and any(name == "base" for _, name in verb_forms().get(after(tokens, at, 2), ())):
            return None  # appear to fall
        amount = following in {"over", "under", "about", "around"} and after(tokens, at, 2)[:1].isdigit()
        if amount and base not in _OF_AMOUNTS:
            return None  # recovered over 40%: an object
        ends = following in PREPOSITIONS or following in {
            "",
            ",",
            ".",
            ";",
            "and",
            "but",
            "because",
            "as",
            "when",
            "while",
            "again",
            "further",
        }
        return end if ends or re.match(r"\d", following) or (following.endswith("ly") and len(following) > 4) else None
    if frame == "inf":
        next_but_one = after(tokens, at, 2)
        return end if following == "to" and next_but_one not in DETERMINERS and next_but_one.isalpha() else None
    if frame == "that":
        return end if following == "that" else None
    words = frame.split()
    if [t.low for t in tokens[at + 1 : at + 1 + len(words)]] != words:
        return None
    if after(tokens, at, len(words) + 1) in _SET and words[-1] in PREPOSITIONS:
        return None  # spend on average, rely in part
    return tokens[at + len(words)].end


_SET = frozenset("average paper time part turn practice fact general principle top".split())
# With a figure behind them they say something else: raise €2 million, cut 130 jobs, fine a bank.
_OF_AMOUNTS = frozenset("raise cut fine lower lift save draw meet cover".split())
_OF_WHAT = frozenset(
    "relieve keep rob deprive inform remind accuse convince strip free clear cure prevent stop save hide distinguish separate exempt exclude discourage deter protect shield divert defend"
    " ban prohibit".split()
)


def _parted(tokens: tuple[Token, ...], at: int, base: str) -> bool:
    """Whether a particle behind the object belongs to the verb: pass the cost on, turn the offer down."""
    for later in range(at + 2, min(at + 9, len(tokens))):
        if base in _OF_WHAT and tokens[later].low in {"of", "from", "away", "against"}:
            return True  # relieve the state of a duty
        if not tokens[later].is_word and not tokens[later].text[0].isdigit():
            return False
        if tokens[later].low in {"on", "off", "out", "down", "back", "aside", "away", "over"}:
            following = after(tokens, later)
            if following in {"", ",", ";", ":", "to", "and", "by", "in", "as", "from"}:
                return True
    return False


def _verb(phrase: str, form: str, frame: str) -> str:
    """The alternative in the form, "" when it has no such form; the frame's own to and that stay where they are."""
    words = phrase.split()
    if form == "passive":
        if len(words) > 2 or (len(words) == 2 and words[1] not in _PARTICLES) or words[0] in {"be", "have"}:
            return ""
        return inflected(phrase, "participle")
    if frame in {"inf", "that"}:
        phrase = phrase.removesuffix(" to").removesuffix(" that")
        words = phrase.split()
    if words[0] == "be":
        return (
            {"third": "is ", "participle": "been ", "gerund": "being "}[form] + " ".join(words[1:])
            if form in {"third", "participle", "gerund"}
            else ""
        )
    return inflected(phrase, form)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[bool, tuple[tuple[str, int], ...]]]:
    """Each form of a listed noun: (plural?, alternatives)."""
    found: dict[str, tuple[bool, tuple[tuple[str, int], ...]]] = {}
    for row in re.split(r"\n+| \| ", (terms_en.NOUNS + vocabulary_en.NOUNS.rstrip() + stock_en.NOUNS).strip()):
        noun, _, alternatives = row.partition(" = ")
        for word, many in ((noun, False), (plural(noun), True)):
            if word != noun or not many:
                before = found[word][1] if word in found else ()
                found[word] = (many, tuple(dict.fromkeys((*before, *priced(alternatives)))))
    return found


def noun_edits(text: str) -> Iterator[Edit]:
    """General nouns that stand free: a share of → a proportion of; never inside a compound."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        known = _nouns().get(token.text)
        if known is None:
            continue
        many, alternatives = known
        prior, following = tokens[at - 1].low if at else "", after(tokens, at)
        free = (
            prior in DETERMINERS
            or prior in PREPOSITIONS
            or prior in {"and", "or", ""}
            or prior[:1].isdigit()
            or prior.endswith("'s")
        )
        if not (free or is_adjective(prior) or (at and verb_forms().get(prior))):
            continue
        verbs = [b for b, form in verb_forms().get(following, ()) if b not in NOUN_LIKE or form == "past"]
        if following.isalpha() and not is_function(following) and not verbs:
            continue
        if (token.text == "lack" and prior == "for") or (
            token.text in {"effect", "effects"}
            and (verb_forms().get(prior) or re.search(r"\b(?:los|tak)", text[: token.start]))
        ):
            continue  # for lack of, take effect, lose its effect
        if following[:1].isdigit():
            continue  # type 2 diabetes
        if following.startswith("-") or (prior == "to" and not many and verb_forms().get(token.low)):
            continue
        if not many and verb_forms().get(token.low) and not (prior in DETERMINERS or is_adjective(prior)):
            continue
        for phrase, cost in alternatives:
            if not (many and phrase in _MASS) and not (phrase in _MASS and prior in {"a", "an"}):
                yield Edit(token.start, token.end, plural(phrase) if many else phrase, cost)


@lru_cache(maxsize=1)
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, int], ...]]]:
    """One pattern for all set phrases, the longest first, and what may stand for each."""
    table: dict[str, tuple[tuple[str, int], ...]] = {}
    for row in re.split(r"\n+| \| ", (terms_en.OTHERS + vocabulary_en.OTHERS.rstrip() + stock_en.OTHERS).strip()):
        phrase, _, alternatives = row.partition(" = ")
        table[phrase] = tuple(dict.fromkeys((*table.get(phrase, ()), *priced(alternatives))))
    longest = sorted(table, key=lambda p: (-len(p), p))
    return lazy_pattern(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, longest))})(?![\w'-])", re.IGNORECASE), table


_NOT_BEFORE = {"key": r" (?:to|is|was)\b", "present": r",|$| (?:in|at)\b", "final": r",|$", "leading": r" (?:to|the|a)\b", "like": r"", "earlier": r",|$|;| (?:and|or|but|than|in|on|to|by|for|at|from|this|that|with|as|when|while|because|after)\b", "further": r",|$| (?:the|than|away)\b",
    "a week": r" (?:of|ahead|before|later|after|earlier|in advance|ago|long|off|from|in)\b", "a day": r" (?:of|ahead|before|later|after|earlier|in advance|ago|long|off|from|in|when)\b", "growing": r" (?:season|period|area|region|medium|condition)", "worldwide": r" (?!(?:in|by|and|but|since|from|for|on|are|is|were|was|to|at|had|has|have)\b)[a-z]", "per capita": r" (?!(?:in|of|and|was|is|has|had|rose|fell|from|to|by|at|on|than)\b)[a-z]", "would have to": r" be\b", "will have to": r" be\b", "in summer": r" (?:\d|of)", "in winter": r" (?:\d|of)", "total": r",|$| \d", "extra": r"", "daily": r"", "as a result": r" of\b", "previous": r" (?:day|week|month|quarter|season)\b", "measured": r"", "slightly more than": r" (?![\d$€£]|half\b|a (?:half|third|quarter|fifth|tenth)\b|one |two )", "initial": r"", "last": r"", "due to": r" [a-z]+ (?:in|on|at|by|from|before|after|next|this|until|during)\b", "current": r"", "summer": r"", "together": r" with\b", "complete": r" (?:the|a|an|their|its)\b", "long": r""}  # fmt: skip


_SPELL = lazy_pattern(r"(?:a|an) (?:hour|day|week|month|year)")
_LASTING = lazy_pattern(
    r"\b(?:in|within|for|after|before|of|than|about|nearly|almost|only|just|is|was|takes?|took|lasts?|lasted) $"
)
_BEFORE_VERBS = frozenset("often sometimes seldom rarely".split())


def phrase_edits(text: str) -> Iterator[Edit]:
    """Adjectives, adverbs and set phrases: per day → a day."""
    pattern, table = _phrases()
    for match in pattern.finditer(text):
        written = match.group(0)
        blocked = _NOT_BEFORE.get(written.lower())
        if blocked and re.match(blocked, text[match.end() :]):
            continue
        if _SPELL.fullmatch(written) and (
            _LASTING.search(text[: match.start()]) or text.startswith(" and a ", match.end())
        ):
            continue  # in a day and a half: how long, not how often
        next_word = re.match(r" ([a-z]+)", text[match.end() :])
        led = bool(next_word and verb_forms().get(next_word.group(1))) and (
            written.endswith("ly") or written in _BEFORE_VERBS
        )
        owned = re.search(r"(?:\b(?:its|their|his|her|our)|'s?) (?:[a-z]+ )?$", text[: match.start()])
        if written.lower() in _OF_CHANGE and not re.search(
            rf"\b(?:{'|'.join(sorted(DETERMINERS))}) $", text[: match.start()], re.IGNORECASE
        ):
            continue  # growing food is what people do
        inner = _inside_compound(text, match.end())
        for phrase, cost in table[written.lower()]:
            if inner and re.search(r" (?:of|in|on|for|at|from|by) ", phrase):
                continue  # the data protection authority
            if owned and re.search(r" (?:of|in|on|for|at|from) ", phrase) and " " in written:
                continue  # their life of the battery
            link = re.search(r" (of|on|in|for) [a-z]+$", phrase)
            if link and text[match.end() :].startswith(f" {link.group(1)} "):
                continue  # import duties on panels
            if led and " " in phrase:
                continue  # it occasionally fails: from time to time does not stand before its verb
            yield Edit(match.start(), match.end(), as_written(written, phrase), cost)


_OF_CHANGE = frozenset("growing rising increasing falling declining decreasing".split())


def _inside_compound(text: str, end: int) -> bool:
    """Whether another noun follows, of which the words before `end` are a part."""
    following = re.match(r"[ -]([A-Za-z]+)", text[end:])
    if not following:
        return False
    word = following.group(1).lower()
    return not (is_function(word) or word.endswith("ly") or bool(verb_forms().get(word)))


_WORDS = dict(enumerate("zero one two three four five six seven eight nine ten eleven twelve".split()))
_NUMBER = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_QUANTITY_ROWS = rows(
    (
        (rf"\bbetween (?!(?:19|20)\d\d)({_NUMBER}) and ({_NUMBER})(?= [a-z%])", ((r"from \1 to \2", 1),)),
        (r"\breach (?=[$€£]?\d)", (("come to ", 1), ("amount to ", 1))),
        (r"\breaches (?=[$€£]?\d)", (("comes to ", 1), ("amounts to ", 1))),
        (
            rf"\bat least ({_NUMBER}) (?!years|months|weeks|days|hours|minutes|seconds|percent|times|points|degrees|euros|dollars|pounds|met|kilo|ton)([a-z]+s)\b(?! (?:of|or))",
            ((r"no fewer than \1 \2", 2),),
        ),
        (rf"\bat least (?={_NUMBER} (?:years|months|weeks|hours|minutes)\b)", (("no less than ", 2),)),
        (
            rf"(?<!themselves )(?<!people )(?<!those )(?<!aged )\bmore than (?={_NUMBER}\b)",
            (("over ", 1), ("above ", 2)),
        ),
        (rf"(?<!\bby )\b(?:fewer than|less than) (?={_NUMBER}\b)", (("under ", 1),)),
        (
            rf"\b(?:about|around|roughly|approximately|some) (?=[$€£]?{_NUMBER}\b)",
            (("about ", 1), ("roughly ", 1), ("around ", 1)),
        ),
        (r"\bby up to (?=\d)", (("by as much as ", 1),)),
        (r"\bof up to (?=\d[\d.]* per cent|\d[\d.]*%)", (("of as much as ", 1),)),
        (r"\bup to (?=\d[\d.]* per cent of|\d[\d.]*% of)", (("as much as ", 1),)),
        (rf"\bcompared (?:with|to) (?=[$€£]?{_NUMBER}\b)", (("as against ", 1), ("versus ", 2))),
        (
            rf"(?<!\bat )(?<!\bby )(?<!\bfor )(?<!\bto )(?<!\bin )(?<!\bwith )(?<!\bof )(?<!\bfrom )(?<!\bover )(?<!\bunder )(?<!\bthan )(?<!\bafter )(?<!\bwithin )\ban average of (?=[$€£]?{_NUMBER}\b)",
            (("on average ", 1),),
        ),
        (r"\bone ([a-z]+[^yshx]) in ((?:two|three|four|five|six|seven|eight|nine|ten)\b)", ((r"one in \2 \1s", 1),)),
        (
            r"\b(two|three|four|five|six|seven|eight|nine) out of (three|four|five|six|seven|eight|nine|ten) ([a-z]+)\b",
            ((r"\1 in \2 \3", 1),),
        ),
        (r"\bseven out of ten\b", (("seven in ten", 1),)),
        (r"\b(three|four|five|ten|\d+) times as many ([a-z]+) as\b", ((r"\1 times the number of \2 of", 3),)),
        (r"\b(?:from|since) (\d{4}) onwards\b", ((r"since \1", 1),)),
        (r"\bby the end of (\d{4})\b", ((r"by the close of \1", 2),)),
        (r"\bat the end of (\d{4})\b", ((r"as \1 came to a close", 3),)),
        (r"\bhalf of (their|its|the)\b", ((r"half \1", 1),)),
        (r"\b(?:the|a) level seen\b", (("the level", 2),)),
        (
            r"\bfor (four|five|six|two|three|ten|\d+) years\b",
            ((r"for a term of \1 years", 2), (r"for \1 years at a time", 3)),
        ),
    )
)


_SMALL = lazy_pattern(
    r"(?<![\d.,$€£-])(?<!between )(?<!from )(?<!and )(?<!to )([2-9]|1[0-2]) (?=[a-z]{4,}s\b)(?!million|billion|per\b|to\b|and\b|or\b|degrees|hours|kilo|metres|mega|giga)"
)


def quantity_edits(text: str) -> Iterator[Edit]:
    """Counting words round figures, the values untouched: between 4 and 8 degrees → from 4 to 8 degrees."""
    yield from edits_by(_QUANTITY_ROWS, text)
    yield from spelled(_SMALL, _WORDS, text)


def edits_of(text: str) -> Iterator[Edit]:
    """All of these."""
    yield from verb_edits(text)
    yield from noun_edits(text)
    yield from phrase_edits(text)
    yield from quantity_edits(text)
