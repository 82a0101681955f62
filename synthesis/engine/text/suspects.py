"""Characters that no sound text holds: seen, listed as damage, left alone."""

from __future__ import annotations

import regex

from synthesis.engine.text.model import Damage

_SUSPECT = regex.compile(
    r"(?P<replacement>\ufffd+)|(?P<private_use>\p{Co}+)|(?P<unassigned>[\p{Cn}--\p{Noncharacter_Code_Point}]+)"
    r"|(?P<noncharacter>\p{Noncharacter_Code_Point}+)|(?P<mojibake>(?:锟斤拷|烫烫烫|屯屯屯|[ÃÂ][\x80-\xbf]|â€[\u0080-\u2122]?)+)",
    regex.V1,
)


def find_suspects(text: str) -> list[Damage]:
    """Replacement characters, private-use and unassigned code points, and well-known mojibake, as damage."""
    if text.isascii():
        return []
    return [Damage(m.start(), m.end(), m.group(), str(m.lastgroup)) for m in _SUSPECT.finditer(text)]
