"""Documents in files' formats, by pandoc as a separate process, and Word files set in a Chinese face."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from functools import cache

import pypandoc

from synthesis.exchange.document import ReportDocument, pandoc_tree

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}
TIMEOUT = 60
# What Word, WPS and LibreOffice all have or replace sensibly; without it Chinese falls back to a Japanese face.
EAST_ASIAN, LATIN = "SimSun", "Times New Roman"


def to_markdown(document: ReportDocument) -> str:
    """Markdown that reads well as plain text: `[1]` marks and a numbered list of references."""
    tree = pandoc_tree(document, superscript=False)
    text = _pandoc(tree, ["-t", "commonmark", "--wrap=none"]).decode("utf-8")
    # Pandoc escapes brackets that could begin a link. Ours do not, unless what follows would make them one.
    return re.sub(r"\\\[([0-9,-]+|[A-Z]{1,2}(?:/OL)?)\\\](?![(:\[])", r"[\1]", text)


def to_docx(document: ReportDocument) -> bytes:
    """A Word file with real headings, raised reference marks and East Asian fonts."""
    return _with_fonts(_pandoc(pandoc_tree(document, superscript=True), ["-t", "docx", "-o", "-"]))


def _pandoc(tree: object, options: list[str]) -> bytes:
    done = subprocess.run(
        [_binary(), "-f", "json", *options],
        input=json.dumps(tree, ensure_ascii=False).encode("utf-8"),
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"pandoc: {done.stderr.decode('utf-8', 'replace')[:500]}")
    return done.stdout


@cache
def _binary() -> str:
    return str(pypandoc.get_pandoc_path())


def _with_fonts(docx: bytes) -> bytes:
    """Sets the fonts of all styles: theme fonts are replaced by named ones, so that every reader shows the same."""
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{EAST_ASIAN}" />'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/styles.xml":
                styles = re.sub(r"<w:rFonts\b[^>]*/>", fonts, data.decode("utf-8"))
                data = styles.encode("utf-8")
            new.writestr(item, data)
    return out.getvalue()
