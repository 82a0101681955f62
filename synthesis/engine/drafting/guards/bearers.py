"""Of whom a share or a sum is: 58% of the places is not 58% of the nurseries, what two come to together not what one does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import clause_at, similarity
from synthesis.engine.drafting.guards.labels import Label, labels
from synthesis.engine.drafting.guards.nearness import rounds
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

_TOGETHER = lazy_pattern(
    r"(?:两项|两者|二者|三者|三项|两类|两地|两家|三家|三地|双方|上述|以上)[^，。；]{0,4}(?:合计|共计|合共|总计|相加|加起来|一共|共|总共)"
    r"|\b(?:together|combined|between them|in total|the (?:two|three)(?: \w+)?(?: together| combined)?)\b",
    re.IGNORECASE,
)
#: Words by which a sentence, too, tells of more than one.
_SEVERAL = lazy_pattern(
    r"合计|共|总|加起来|相加|两|二者|三者|双方|[和与及并、]|连同|加上|\b(?:together|combined|total\w*|both|and|two|three|with|plus|sum)\b",
    re.IGNORECASE,
)
_COUNTED = frozenset({"count", "number"})


def bearer_findings(case: Case) -> Iterator[Finding]:
    """Objections to a sum told of one of its parts, and to a share told of another of the counted things."""
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        if clause is None or quantity.unit_class in {"ordinal", "age"}:
            continue
        homes = list(_homes(case, quantity))
        if not homes:
            continue
        if groups := _grouped(case, quantity, clause):
            yield Finding("number", "fail", "misbound", (quantity.text.strip(), groups, "—"))
            return
        if all(_TOGETHER.search(home.text) for _, home in homes) and _one_part(case, clause, homes[0]):
            yield Finding("number", "fail", "misbound", (quantity.text.strip(), homes[0][1].text.strip(), "—"))
            return
        wrong = quantity.unit_class == "percent" and _other_counted(clause, homes)
        if wrong:
            yield Finding("number", "fail", "misbound", (quantity.text.strip(), homes[0][1].text.strip(), wrong))
            return


def _homes(case: Case, quantity: Quantity) -> Iterator[tuple[Passage, Clause]]:
    """The clauses of the evidence in which a figure stands, exactly or less rounded."""
    for text in case.evidence:
        for other in text.quantities:
            home = clause_at(text, other.start)
            if home and alike(quantity, other) and (same_value(quantity, other) or rounds(quantity, other)):
                yield text, home


def _one_part(case: Case, clause: Clause, home: tuple[Passage, Clause]) -> bool:
    """Whether a clause and those before it in its sentence name some of what tells one part of a sum from the other, nothing
    of the other's and no word for several."""
    text, there = home
    said = [c for c in case.sentence.clauses_of(clause.sentence) if c.start <= clause.start]
    if any(_SEVERAL.search(c.text) for c in said):
        return False
    parts = [item for item in labels(text) if item.quantity.start < there.start]
    if len(parts) < 2:
        return False
    keys = frozenset[str]().union(*(c.keys for c in said))
    two = parts[-2:]
    return sum(bool((part.last - other.last) & keys) for part, other in (two, two[::-1])) == 1


def _own(item: Label, group: list[Label]) -> frozenset[str]:
    return item.near.difference(*(other.near for other in group if other is not item))


def _other_counted(clause: Clause, homes: list[tuple[Passage, Clause]]) -> str:
    """The words of a counted thing of the evidence that a share is told of, when it is there told of another one."""
    found = ""
    for text, home in homes:
        counted = [item for item in labels(text) if item.quantity.unit_class in _COUNTED and item.near]
        told = [item for item in counted if _stand(_own(item, counted), clause)]
        given = [item for item in counted if _stand(_own(item, counted), home)]
        if len(counted) < 2 or len(told) != 1 or len(given) != 1 or told[0] is given[0]:
            return ""
        found = "、".join(sorted(_stand(_own(told[0], counted), clause)))
    return found


def _stand(keys: frozenset[str], clause: Clause) -> frozenset[str]:
    """Which of some words a clause has, in Chinese also inside of longer ones."""
    return frozenset(k for k in keys if k in clause.keys or (not k.isascii() and len(k) > 1 and k in clause.text))


_REST = lazy_pattern(
    r"(?:其余|余下|剩余|剩下|其他部分)(?:的|部分)*(?:均|全部|都|则|皆)?(?P<of>[^，。；\d%]{2,24})$|\b(?:the (?:rest|remainder|balance)|the others)\b(?P<is>[^.;,\d%]{4,60})$",
    re.IGNORECASE,
)


_NEW_SENTENCE = lazy_pattern(r"[。！？]|[.!?]\s")


def rests(text: Passage) -> Iterator[Label]:
    """The labels of the shares that are not told: 40% for 其余申请银行贷款 behind 企业自筹60%."""
    for clause in text.clauses:
        match = _REST.search(clause.text.strip(" ，。；,.;"))
        before = [
            item
            for item in labels(text)
            if item.quantity.unit_class == "percent" and item.quantity.end <= clause.start and not item.quantity.high
        ]
        near = [item for item in before if not _NEW_SENTENCE.search(text.text, item.quantity.end, clause.start)]
        here = [item for item in near if item.place == near[-1].place]
        left = 100 - sum((item.quantity.value for item in here), Decimal(0))
        if match and here and 0 < left < 100:
            end = text.sentences[clause.sentence][1]
            free = not any(clause.start <= q.start < end for q in text.quantities)
            keys = (text.content_keys(clause.start, end) if free else clause.keys) - here[-1].near
            quantity = replace(here[-1].quantity, value=left, qualifier="")
            yield replace(
                here[-1],
                quantity=quantity,
                near=keys,
                names=keys & here[-1].names,
                wide=keys,
                last=keys,
                head="",
                elided=frozenset(),
            )


def turned_shares(case: Case) -> Iterator[Finding]:
    """Objections to the share of those who do told as that of those who do not. Chinese only."""
    if case.sentence.language != "zh":
        return
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        if clause is None or quantity.unit_class != "percent" or quantity.high is not None:
            continue
        if abs(2 * quantity.value - 100) < _HALF:
            continue  # as many do as do not
        homes = [home for text, home in _homes(case, quantity) if text.language == "zh"]
        if len(homes) != 1 or similarity(clause, homes[0]) < _SAME or _TURNS.search(clause.text + homes[0].text):
            continue
        shared = {w.text for w in clause.words if w.tag.startswith("v") and len(w.text) > 1} & {
            w.text for w in homes[0].words
        }
        for act in sorted(shared):
            mine, theirs = (_denies(act, c.text) for c in (clause, homes[0]))
            if mine != theirs:
                code = "negation_added" if mine else "negation_dropped"
                yield Finding("polarity", "fail", code, (clause.text.strip(), homes[0].text.strip()))
                return


_SAME, _HALF = 0.5, 10
_TURNS = lazy_pattern(r"除|而非|其余|另")


def _denies(act: str, clause: str) -> bool:
    return re.search(rf"(?:未(?!来)|没有?|不(?![到足及超断仅但少]))[^，。；\d]{{0,10}}{act}", clause) is not None


_GROUPS = lazy_pattern(
    r"\s(?:[a-z]+ )?(?P<group>pairs|couples|households|families|teams|crews|herds|flocks|litters|packs) of (?P<of>[a-z]+)",
    re.IGNORECASE,
)


def _grouped(case: Case, quantity: Quantity, clause: Clause) -> str:
    """The wording of so many pairs or households of the evidence that the sentence tells as so many of their members."""
    for text in case.evidence:
        for other in text.quantities:
            match = (
                _GROUPS.match(text.text, other.start + len(other.text.split()[0])) if text.language == "en" else None
            )
            if match is None or not same_value(quantity, other) or match["group"].lower() in clause.text.lower():
                continue
            if clause.text[quantity.start - clause.start + len(quantity.text.split()[0]) :].split()[:1] == [
                match["of"]
            ]:
                return other.text + match.group()
    return ""


_LEFT = lazy_pattern(r"其余|余下|剩余|剩下|\b(?:the rest|remainder|the others)\b", re.IGNORECASE)


def of_the_part(case: Case, text: Passage, part: Quantity) -> bool:
    """Whether a sentence names those who have a share and nobody who has the rest (村集体…35%，其余由农户持有)."""
    home = clause_at(text, part.start)
    if home is None:
        return False
    clauses = text.clauses_of(home.sentence)
    left = [c for c in clauses if _LEFT.search(c.text)]
    theirs = _nouns(left)
    own = _nouns([c for c in clauses if c.start <= home.start]) - theirs
    said = {w.text for w in case.sentence.words}
    lead = _nouns(clauses[:1]) - theirs
    counts = {q.value for q in text.quantities if any(c.start <= q.start < c.end for c in left)}
    if any(q.value in counts for q in case.sentence.quantities):
        return False
    return (
        bool(theirs - own)
        and not (theirs - _nouns([c for c in clauses if c not in left])) & said
        and bool(lead & own & said)
    )


def _nouns(clauses: Sequence[Clause]) -> set[str]:
    return {
        w.text for c in clauses for w in c.words if w.content and w.tag.startswith(("n", "j", "en")) and len(w.text) > 1
    }


_OF_WHICH = lazy_pattern(r"\s*(?:其中|当中|of (?:them|whom|which|these)\b)", re.IGNORECASE)


def whole_as_part_findings(case: Case) -> Iterator[Finding]:
    """Objections to the number of all told as that of a part: 录取新生3280人，其中省外生源占37% → 省外生源有3280人."""
    mine = [item for item in labels(case.sentence) if item.quantity.unit_class in _COUNTED]
    for text in case.evidence:
        for part in labels(text):
            clause = clause_at(text, part.quantity.start)
            if clause is None or part.quantity.unit_class != "percent":
                continue
            led = text.language == "en" and _OF_SO_MANY.match(text.text, text.sentences[clause.sentence][0])
            if not led and not _OF_WHICH.match(clause.text):
                continue
            wholes = [w for w in labels(text) if w.quantity.end <= clause.start and w.quantity.unit_class in _COUNTED]
            for item in mine if wholes else ():
                whole = wholes[-1]
                own = (part.last - whole.near) & item.last
                whole_told = (whole.near - part.near) & item.last
                apart = _named_so(case.sentence, item, own) if text.language == "en" else not whole_told
                apart = (apart and bool(own)) or _told_of_all(case.sentence, item, part.near - whole.near)
                if apart and same_value(item.quantity, whole.quantity):
                    parts = (item.quantity.text.strip(), whole.quantity.text.strip(), "、".join(sorted(own)))
                    yield Finding("number", "fail", "misbound", parts)
                    return


_SOME_OF = lazy_pattern(r"其中|部分|有的|一些|\b(?:some of|part of|among|of them|of whom|many of)\b", re.IGNORECASE)


def _told_of_all(text: Passage, item: Label, keys: frozenset[str]) -> bool:
    """Whether the clause of a figure tells most of what is told of a part, and neither a share nor a word for some."""
    clause = clause_at(text, item.quantity.start)
    if clause is None or _SOME_OF.search(text.sentence_of(clause)) or len(keys) < 2:
        return False
    start, end = text.sentences[clause.sentence]
    shares = any(
        start <= q.start < end and q is not item.quantity and q.unit_class != "ordinal" for q in text.quantities
    )
    return not shares and 3 * len(keys & clause.keys) >= 2 * len(keys)


_OF_SO_MANY = lazy_pattern(r"\s*(?:of|among|out of)\s", re.IGNORECASE)
_MARK = lazy_pattern(r"[,.;:()]")
_NEAR = 4


def _named_so(text: Passage, item: Label, keys: frozenset[str]) -> bool:
    """Whether some of the keys stand right behind a figure, before any mark (5,200 students from abroad)."""
    behind = [w for w in text.words if w.start >= item.quantity.end][:_NEAR]
    end = next((i for i, w in enumerate(behind) if _MARK.search(text.text, item.quantity.end, w.start)), len(behind))
    return any(w.key in keys for w in behind[:end])


_BOUNDS = frozenset({"at_least", "over", "at_most", "under"})


def threshold_findings(case: Case) -> Iterator[Finding]:
    """Objections to a share of all told of those beyond a bound, who have a share of their own (愿意支付10%以上的不足8%)."""
    for text in case.evidence:
        for bound in text.quantities:
            home = clause_at(text, bound.start)
            if home is None or bound.qualifier not in _BOUNDS or bound.unit_class == "ordinal":
                continue
            own = [
                q
                for q in text.quantities
                if home.start <= q.start < home.end and q.unit_class == "percent" and q is not bound
            ]
            own = [q for q in own if q.start > bound.end or bound.unit_class != "percent"]
            own = [q for q in own if q.qualifier not in {"over", "at_least"}]
            for clause in case.sentence.clauses if own else ():
                here = [q for q in case.sentence.quantities if clause.start <= q.start < clause.end]
                same = [q for q in here if alike(q, bound) and same_value(q, bound)]
                told = [q for q in here if q.unit_class == "percent" and q not in same]
                if same and told and not any(same_value(q, o) or rounds(q, o) for q in told for o in own):
                    others = [home for q in told for _, home in _homes(case, q)]
                    if others and home not in others:
                        yield Finding(
                            "number",
                            "fail",
                            "misbound",
                            (told[0].text.strip(), own[0].text.strip(), bound.text.strip()),
                        )
                        return
