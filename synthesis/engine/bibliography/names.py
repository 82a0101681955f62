"""People and institutions as CSL names, from the many ways of writing them in one line or several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from synthesis.engine.bibliography.surnames import is_person_name, surname_of
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.script import to_simplified

Name = dict[str, str]

HAN = lazy_pattern("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HAN_ALONE = lazy_pattern("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff·•‧\\s]+")
_BETWEEN = lazy_pattern(r"\s*[;；、\n\r|]\s*")
_COMMA = lazy_pattern(r"\s*[,，]\s*")
_OTHERS = lazy_pattern(r"^(?:et\.?\s+al\.?|and\s+others|others|等人?|et\s+alii)$", re.IGNORECASE)
_AND_OTHERS = lazy_pattern(
    r"(?:\s*[,，]?\s*(?:et\.?\s+al\.?|and\s+others)|(?<=[\u3400-\u9fff])\s*[,，]?\s*等人?)$", re.IGNORECASE
)
_REPORTER = lazy_pattern(
    r"^(?:本[报刊网台]|见习|实习|首席|特约|特派)*(?:记者|通讯员|评论员|撰稿人|编译|整理)(?:[\s:：/]+|(?=[\u3400-\u9fff]{2,4}$))"
)
_MOST = 200


def names_from(text: str) -> list[Name]:
    """CSL names from "Li, Ming; WHO", "王明；李红", "王明，李红" or one each line.

    A comma parts the family and given name of one person; between whole Chinese names it parts people. Chinese
    names stay whole ("literal"), as do institutions and names without a comma. "et al." and 等 are nobody.
    """
    names: list[Name] = []
    for part in _BETWEEN.split(text):
        part = " ".join(_AND_OTHERS.sub("", part.strip()).split())
        if part and not _OTHERS.match(part):
            names += _chinese(part) if HAN.search(part) else [one_name(part)]
    return names[:_MOST]


def _chinese(part: str) -> list[Name]:
    pieces = [piece for piece in _COMMA.split(part) if piece]
    if len(pieces) == 2 and all(_HAN_ALONE.fullmatch(piece) for piece in pieces):
        family, given = (_joined(piece) for piece in pieces)
        if len(given) <= 2 and len(family) <= 2 and (len(family) == 1 or surname_of(f"{family}{given}") == family):
            return [{"literal": family + given}]
    if len(pieces) > 1 and all(len(_joined(piece)) >= 2 for piece in pieces):
        return [name for piece in pieces if not _OTHERS.match(piece) for name in _people_in(piece)]
    return _people_in(part)


def _people_in(part: str) -> list[Name]:
    """本报记者 王明 李红 → 王明, 李红: what newspapers call their people is no name, and blanks may part people."""
    people = _REPORTER.sub("", part)
    if people != part and not are_people([_joined(people)]) and not are_people(people.split()):
        people = part
    words = people.split()
    if len(words) > 1 and all(len(word) > 1 for word in words) and are_people(words):
        return [{"literal": word} for word in words]
    return [{"literal": _joined(people)}]


def _joined(name: str) -> str:
    """A Chinese name without the spaces that typesetters put into it: 王 明 → 王明; mixed names keep theirs."""
    return re.sub(r"\s+", "", name) if _HAN_ALONE.fullmatch(name) else " ".join(name.split())


def one_name(text: str) -> Name:
    """One name: "Family, Given" or "Family, Given, Jr." by its commas, anything else whole.

    A comma at the end, as EndNote marks institutions, makes the name whole, too.
    """
    text = " ".join(text.split())
    if text.endswith((",", "，")):
        return {"literal": _joined(text.rstrip(",， "))}
    pieces = [piece for piece in _COMMA.split(text) if piece]
    if len(pieces) in {2, 3} and not HAN.search(text):
        name = {"family": pieces[0], "given": pieces[1]}
        return name | ({"suffix": pieces[2]} if len(pieces) == 3 else {})
    if len(pieces) == 2 and HAN.search(text):
        return {"family": _joined(pieces[0]), "given": _joined(pieces[1])}
    return {"literal": _joined(text)}


def name_line(name: Mapping[str, Any]) -> str:
    """A CSL name in one line as `one_name` reads it; "" for what is none."""
    whole = str(name.get("literal") or "")
    if whole:
        return whole
    family, given = family_of(name), str(name.get("given") or "")
    if HAN.search(family + given):
        return family + given
    return ", ".join(part for part in (family, given, str(name.get("suffix") or "")) if part)


def family_of(name: Mapping[str, Any]) -> str:
    """The family name with its particles: "van der Berg"."""
    particles = (name.get("dropping-particle"), name.get("non-dropping-particle"), name.get("family"))
    return " ".join(str(part) for part in particles if part)


def names_text(names: Any) -> str:
    """The inverse of `names_from`, one name a line; what is not a CSL name is left out."""
    people = names if isinstance(names, list) else []
    return "\n".join(line for name in people if isinstance(name, Mapping) and (line := name_line(name)))


def cleaned_names(value: object) -> list[Name]:
    """CSL names with texts only; a string is read by `names_from`; a family name alone is a whole name."""
    if isinstance(value, str):
        return names_from(value)
    names: list[Name] = []
    for raw in value if isinstance(value, list) else []:
        if isinstance(raw, str):
            names += names_from(raw)
        elif isinstance(raw, Mapping):
            texts = {
                key: " ".join(str(text).split()) for key, text in raw.items() if isinstance(text, str) and text.strip()
            }
            family, given = family_of(texts), texts.get("given", "")
            if texts.get("literal") or not (family and given):
                whole = texts.get("literal") or family or given
                names += [{"literal": whole}] if whole else []
            else:
                suffix = texts.get("suffix")
                names.append({"family": family, "given": given} | ({"suffix": suffix} if suffix else {}))
    return names[:_MOST]


def are_people(names: Iterable[str]) -> bool:
    """Whether every one of these has the shape of a Chinese person's name (either script); False for none."""
    listed = [to_simplified(name) for name in names]
    return bool(listed) and all(is_person_name(name) for name in listed)
