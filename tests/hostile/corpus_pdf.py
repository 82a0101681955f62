"""PDFs made to go round in circles, to grow, or to lie about themselves."""

from __future__ import annotations

from collections.abc import Callable

from tests.pdf_by_hand import lines, pages, pdf, stream

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 400 500]/Resources<</XObject<</I %d 0 R>>>>"
PICTURE = b"q 400 0 0 500 0 0 cm /I Do Q"


def page(extra: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]%s>>" % extra


def one(extra: bytes = b"", *more: bytes, trailer: bytes = b"") -> bytes:
    """A file of one page with this in its dictionary, and more objects from number 4."""
    return pdf([CATALOG, ONE, page(extra), *more], trailer=trailer)


def cross_reference_loop() -> bytes:
    start = int(one().rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return one(trailer=b"/Prev %d" % start)


def forms_in_forms(depth: int, fan: int) -> bytes:
    """Each drawing draws the next one `fan` times: a thousand million laughs on paper."""
    forms = [
        stream(b"/I Do " * fan if d < depth - 1 else b"BT /F1 9 Tf (ha) Tj ET", FORM % (d + 6)) for d in range(depth)
    ]
    return one(b"/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R", stream(b"/I Do "), *forms)


def image(entries: bytes, data: bytes, filters: int = 0) -> bytes:
    return pages([stream(PICTURE)], extra=[stream(data, b"/Type/XObject/Subtype/Image" + entries, filters)])


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (n + 3) for n in range(count))
    return pdf([CATALOG, b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids), *[page()] * count])


def deep_page_tree(depth: int) -> bytes:
    nodes = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (n + 3) for n in range(depth)]
    return pdf([CATALOG, *nodes, page()])


QUICK: dict[str, Callable[[], bytes]] = {
    "page tree loop": lambda: pdf([CATALOG, b"<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>"]),
    "count of pages lies": lambda: pdf([CATALOG, b"<</Type/Pages/Count 2147483647/Kids[3 0 R]>>", page()]),
    "a hundred thousand pages": lambda: many_pages(100_000),
    "cross-reference loop": cross_reference_loop,
    "object is itself": lambda: one(b"/Contents 4 0 R", b"4 0 R"),
    "length is itself": lambda: one(b"/Contents 4 0 R", b"<</Length 4 0 R>>\nstream\nBT ET\nendstream"),
    "deep arrays": lambda: one(b"/X " + b"[" * 200_000 + b"]" * 200_000),
    "deep dictionaries": lambda: one(b"/X " + b"<</A " * 100_000 + b">>" * 100_000),
    "deep page tree": lambda: deep_page_tree(5000),
    "object stream bomb": lambda: one(b"", stream(b"9 0 " * 500_000, b"/Type/ObjStm/N 500000/First 2000000", 2)),
    "giant picture": lambda: image(
        b"/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8", b"\0" * 1000, 1
    ),
    "giant fax": lambda: image(
        b"/Width 30000/Height 30000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode", b"\0" * 20
    ),
}
#: These need all the memory or time they get; tests give them little.
SLOW: dict[str, Callable[[], bytes]] = {
    "drawing that draws itself": lambda: pages([stream(b"/I Do " * 50)], extra=[stream(b"/I Do " * 50, FORM % 6)]),
    "drawings in drawings": lambda: forms_in_forms(12, 10),
    "deflated lines": lambda: pages([stream(b"0 0 m 1 1 l S\n" * 2_000_000, filters=1)]),
    "deflated letters": lambda: pages(
        [stream(b"BT /F1 9 Tf 9 9 Td " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 300_000, filters=1)]
    ),
}
#: Odd, but there is something to read in them.
READABLE: dict[str, Callable[[], bytes]] = {
    "giant page": lambda: pages([lines((40, 500, 10, "hello"))], b"/UserUnit 10000/MediaBox[0 0 1e9 1e9]"),
    "archive behind the end": lambda: pages([lines((40, 500, 10, "hello"))]) + b"PK\x03\x04" + b"\0" * 100,
}
