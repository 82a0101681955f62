"""On PYTHONPATH of the processes that tests start: connections may go to this machine only, as in the tests themselves."""

from __future__ import annotations

import ipaddress
import socket

_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex


def _refuse_outside(family: int, address: object) -> None:
    if family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = str(address[0]) if isinstance(address, tuple) else str(address)
    try:
        inside = ipaddress.ip_address(host).is_loopback
    except ValueError:
        inside = host == "localhost"
    if not inside:
        raise ConnectionRefusedError(f"the tests' network is closed: {host}")


class ClosedSocket(socket.socket):
    """A socket that refuses every address outside of this machine."""

    def connect(self, address: object) -> None:
        _refuse_outside(self.family, address)
        _connect(self, address)

    def connect_ex(self, address: object) -> int:
        _refuse_outside(self.family, address)
        return _connect_ex(self, address)


socket.socket = ClosedSocket
