"""Regular expressions that are compiled when first used.

The engine has more than a thousand, and most processes need none of them: compiling them was a third of every start.
"""

from __future__ import annotations

import re
from typing import Any, cast

_OF_A_PATTERN = (
    *("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"),
    *("pattern", "flags", "groups", "groupindex"),
)


class _Compiled:
    """What a pattern has, as attributes of its own: nearly as fast to reach as the pattern's."""

    __slots__ = ("_given", *_OF_A_PATTERN)
    _given: tuple[str, int]


class _NotYet(_Compiled):
    """Becomes the above when something of it is asked for."""

    __slots__ = ()

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_A_PATTERN:
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        for one in _OF_A_PATTERN:
            setattr(self, one, getattr(compiled, one))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, put off until the pattern is used; what is wrong with it is raised then."""
    return cast("re.Pattern[str]", _NotYet(source, flags))
