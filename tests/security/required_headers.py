"""The headers that every response must have. The permission walk asks for them on each of its visits."""

from __future__ import annotations

import re
from typing import Any


def policy_of(header: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in header.split(";") if part.strip()}


def missing_headers(response: Any) -> list[str]:
    """What is wrong with the headers of the response, a line each."""
    headers = response.headers
    policy = policy_of(headers.get("Content-Security-Policy", ""))
    wrong = [
        f"{name}: {value}" for name, values in policy.items() for value in values if "unsafe" in value or value == "*"
    ]
    if policy.get("default-src") != ["'none'"]:
        wrong.append(f"default-src {policy.get('default-src')}")
    if "sandbox" not in policy:
        if policy.get("frame-ancestors") != ["'none'"] or policy.get("base-uri") != ["'none'"]:
            wrong.append("frames or base are not closed")
        if not re.fullmatch(r"'nonce-[\w-]{16,}'", (policy.get("script-src") or [""])[0]):
            wrong.append(f"script-src {policy.get('script-src')}")
    for name, value in {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }.items():
        if headers.get(name) != value:
            wrong.append(f"{name} is {headers.get(name)}")
    return wrong
