"""What is worked out when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")


class once(Generic[_T]):  # noqa: N801 - used like functools.cached_property
    """As `functools.cached_property` without its lock, which costs more than most of what is kept here: hundreds of little
    things in a comparison. Two threads may both work it out."""

    def __init__(self, work: Callable[[Any], _T]) -> None:
        self._work, self.__doc__ = work, work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type | None = None) -> _T:
        value = instance.__dict__[self._name] = self._work(instance)
        return value
