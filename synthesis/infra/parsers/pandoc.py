"""Word, OpenDocument, RTF, EPUB and Markdown through pandoc's JSON tree: pandoc reads, `tree` turns it into blocks."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from typing import Any, BinaryIO

from synthesis.engine.text.extraction import Extraction
from synthesis.infra.pandoc import program
from synthesis.infra.parsers import epub_parts, odt_parts, rtf_parts
from synthesis.infra.parsers.docx_parts import mended
from synthesis.infra.parsers.encodings import decode
from synthesis.infra.parsers.rtf_codepages import with_unicode
from synthesis.infra.parsers.tree import blocks_of, plain
from synthesis.infra.parsers.unreadable import Unreadable

#: Our kinds and pandoc's readers. Markdown: quotes and dollars stay as typed, a heading needs no blank line before it.
KINDS = {
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "epub": "epub",
    "md": "markdown-smart-citations-tex_math_dollars-raw_tex-blank_before_header+lists_without_preceding_blankline",
}
#: GHC's heap limit, below the child's address space, so that pandoc ends with a message and not with a crash.
_HEAP = "-M1200m"
_HEAP_EXHAUSTED = 251
#: Formats whose title is a line of the text itself; pandoc takes it out of the body.
_TITLE_IN_TEXT = frozenset({"docx", "odt", "rtf"})


#: What the confined process runs.
PROGRAMS = (program(),)


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The blocks of an office file, e-book or Markdown text. Raises Unreadable, or MemoryError when pandoc had too little."""
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    facts: dict[str, str] = {}
    if kind == "md":
        text, encoding, warnings = decode(source.read())
        tree = _tree(kind, text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace"))
    elif kind == "rtf":
        # pandoc reads notes, but not when they are marked as something that older readers may skip, as Word marks them.
        data = with_unicode(source.read().replace(b"{\\*\\footnote", b"{\\footnote"))
        tree = _tree(kind, rtf_parts.mended(data))
    elif kind == "docx":
        package, facts = mended(source)
        tree = _tree(kind, package.read())
    elif kind == "odt":
        tree = _tree(kind, odt_parts.mended(source).read())
    else:
        author = epub_parts.authors(source)
        facts = {"author": author} if author else {}
        tree = _tree(kind, epub_parts.mended(source).read())
    tell(0.6)
    meta = tree.get("meta", {})
    title = plain(meta.get("title"))
    # In RTF pandoc takes for raised what follows something raised; `rtf_parts` has written what is.
    blocks = blocks_of(tree.get("blocks", []), title if kind in _TITLE_IN_TEXT else "", raising=kind != "rtf")
    tell(1.0)
    if not blocks:
        raise Unreadable("no text", code="no_text")
    found = {"author": plain(meta.get("author")), "date": plain(meta.get("date")), "language": plain(meta.get("lang"))}
    stated = {key: value for key, value in found.items() if value}
    metadata = stated | facts if kind == "epub" else facts | stated
    metadata.pop("title", None)
    return Extraction(tuple(blocks), title, metadata, tuple(warnings), kind, encoding, structured=True)


def _tree(kind: str, text: bytes) -> dict[str, Any]:
    """pandoc's JSON tree. `--sandbox`: pandoc reads nothing but what it is given."""
    command = [str(program()), "--sandbox", "-f", KINDS[kind], "-t", "json", "+RTS", _HEAP, "-RTS"]
    done = subprocess.run(command, input=text, capture_output=True, check=False)
    if done.returncode == _HEAP_EXHAUSTED:
        raise MemoryError
    if done.returncode != 0:
        raise Unreadable(f"pandoc {done.returncode}: {done.stderr[-200:].decode('utf-8', 'replace').strip()}")
    tree = json.loads(done.stdout)
    if not isinstance(tree, dict):
        raise Unreadable("pandoc gave no tree")
    return tree
