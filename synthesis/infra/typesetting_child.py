"""What a typesetting process does: confine itself, compile one template, write the PDF to its standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

from synthesis.infra.parsers.isolation import confine, cut_network


def main() -> None:
    job = json.load(sys.stdin.buffer)
    cut_network()
    confine(job["limits"], [Path(job["fonts"]), Path(typst.__file__)], Path(job["room"]))
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[job["fonts"]])
    pdf = typst.compile(
        job["template"].encode(), font_paths=fonts, sys_inputs={"data": job["data"]}, timestamp=job["made"]
    )
    sys.stdout.buffer.write(pdf)
