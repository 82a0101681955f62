"""How often one person may ask for something that is cheap once and dear a thousand times. Per process, in memory.

What must hold for all processes (sign-in) is counted in the cache instead.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Hashable


class Pace:
    """At most `most` times within `seconds` for each key."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.seconds, self._clock = most, seconds, clock
        self._times: dict[Hashable, deque[float]] = {}
        self._lock = threading.Lock()

    def allows(self, key: Hashable) -> bool:
        """Counts one more for `key`, unless it has had its share; whoever waits is let in again."""
        now = self._clock()
        with self._lock:
            if len(self._times) > 10_000:
                self._times = {one: times for one, times in self._times.items() if times[-1] > now - self.seconds}
            times = self._times.setdefault(key, deque())
            while times and times[0] <= now - self.seconds:
                times.popleft()
            if len(times) >= self.most:
                return False
            times.append(now)
            return True
