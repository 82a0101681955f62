"""GBK seen as bytes: what a character's bytes are, what two bytes mean, which pairs mean nothing."""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.text.pinyin import listed_as, readings

LEADS = range(0x81, 0xFF)
TRAILS = [b for b in range(0x40, 0xFF) if b != 0x7F]
#: Full-width marks that the scrapers narrowed after decoding: shown as ASCII, in the bytes A3 and the mark + 0x80.
_NARROWED = frozenset("!,:;?()")
_MANY = 8


@lru_cache(maxsize=65_536)
def decode(lead: int, trail: int) -> str:
    """The character of two bytes, or "" where GBK has none."""
    try:
        char = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 and not 0xE000 <= ord(char) < 0xF900 else ""


@lru_cache(maxsize=65_536)
def encode(char: str) -> bytes:
    """The two bytes of a character as it stood in the file, or b"" when it had one byte or is not of GBK.

    Narrowed marks give the bytes of their full-width form.
    """
    if char in _NARROWED:
        return bytes((0xA3, ord(char) + 0x80))
    try:
        raw = char.encode("gbk")
    except UnicodeEncodeError:
        # A decoder of GB 18030 shows pairs that mean nothing in GBK as private-use and other rare characters.
        raw = char.encode("gb18030", "ignore")
    return raw if len(raw) == 2 else b""


def read_as(lead: int, syllable: str) -> tuple[str, ...]:
    """The characters whose first byte is `lead` and that can be read `syllable` (tone marked)."""
    return _by_reading(lead).get(syllable, ())


@lru_cache(maxsize=65_536)
def read_as_any(leads: tuple[int, ...], syllable: str) -> tuple[str, ...]:
    """The characters whose first byte is one of `leads` and that can be read `syllable` (tone marked)."""
    if len(leads) > _MANY:
        # Working out all readings of all characters would take long.
        return tuple(char for char in listed_as(syllable) if (encode(char) or b"\0")[0] in leads)
    return tuple(char for lead in leads for char in read_as(lead, syllable))


@lru_cache(maxsize=256)
def _by_reading(lead: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for char in (decode(lead, trail) for trail in TRAILS) if lead in LEADS else ():
        if "\u4e00" <= char <= "\u9fff":
            for syllable in readings(char):
                found[syllable] = (*found.get(syllable, ()), char)
    return found


@lru_cache(maxsize=256)
def meaningless_before(second: int) -> tuple[int, ...]:
    """The trail bytes that as a lead byte make no character with `second`."""
    return tuple(t for t in TRAILS if t >= 0x80 and not decode(t, second))


@lru_cache(maxsize=1)
def meaningless() -> dict[int, tuple[int, ...]]:
    """For each last byte the lead bytes with which, read as a lead byte, it makes no character: such pairs vanish in decoding."""
    found = {first: tuple(lead for lead in LEADS if not decode(first, lead)) for first in TRAILS if first >= 0x80}
    return {first: leads for first, leads in found.items() if leads}
