"""PDFs written object by object, for tests that must know every byte."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def pdf(objects: Sequence[bytes], *, trailer: bytes = b"", root: int = 1) -> bytes:
    """A file of these objects, numbered from 1, with a true cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, root, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"", filters: int = 0) -> bytes:
    """A stream object, deflated `filters` times."""
    for _ in range(filters):
        data = zlib.compress(data, 9)
    named = b"/Filter[%s]" % b" ".join([b"/FlateDecode"] * filters) if filters else b""
    return b"<</Length %d%s%s>>\nstream\n%s\nendstream" % (len(data), named, entries, data)


def pages(contents: Sequence[bytes], entries: bytes = b"", extra: Sequence[bytes] = ()) -> bytes:
    """A file with one page for each content stream (already an object's body), Helvetica as /F1; `extra` objects last."""
    font, first = 3, 4
    kids = [first + 2 * n + 1 for n in range(len(contents))]
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, content in enumerate(contents):
        objects.append(content)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Resources<</Font<</F1 %d 0 R>>%s>>/Contents %d 0 R%s>>"
            % (font, b"/XObject<</I %d 0 R>>" % (first + 2 * len(contents)) if extra else b"", first + 2 * n, entries)
        )
    return pdf([*objects, *extra])


def lines(*placed: tuple[float, float, float, str]) -> bytes:
    """A content stream with lines `(x, y, size, text)`, y upwards from the page's foot."""
    text = "".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, words in placed)
    return stream(text.encode("latin-1"))
