"""The index of many prepared texts as files of one folder, mapped into memory: `build` writes it, `opened` reads it.

Nothing here is the truth: a folder that is missing, damaged or of another version is built again from the texts.
"""

from __future__ import annotations

import json
import mmap
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.library import Library
from synthesis.engine.overlap.postings import NAMES, Postings
from synthesis.engine.overlap.prepared import VERSION, PreparedText
from synthesis.engine.overlap.shelf import FIELDS, Shelf, sizes_of

_META = "index.json"


class IndexFault(ValueError):
    """The folder holds no index, one of another version, or a damaged one."""


def build(folder: Path, texts: Iterable[PreparedText]) -> None:
    """Write the index of `texts` to `folder`, in place of what was there; they are taken one by one.

    Made beside it and moved there when it is whole, so that a reader never sees half of one.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        sizes = _write_texts(new, texts)
        np.save(new / "sizes.npy", np.array(sizes, np.int64).reshape(-1, 4))
        shelf = _shelf(new, VERSION, _Maps())
        for name, array in Postings.of(shelf.seeds).arrays().items():
            np.save(new / f"postings-{name}.npy", array)
        (new / _META).write_text(json.dumps({"version": VERSION, "texts": len(sizes)}), "utf-8")
        if folder.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
            folder.replace(old / "old")
            new.replace(folder)
            shutil.rmtree(old)
        else:
            new.replace(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _write_texts(folder: Path, texts: Iterable[PreparedText]) -> list[tuple[int, int, int, int]]:
    files = {name: (folder / f"{name}.bin").open("wb") for name in FIELDS}
    try:
        sizes = []
        for text in texts:
            sizes.append(sizes_of(text))
            for name, kind in FIELDS.items():
                files[name].write(np.ascontiguousarray(getattr(text, name), kind).tobytes())
        return sizes
    finally:
        for file in files.values():
            file.close()


def _shelf(folder: Path, version: int, maps: _Maps) -> Shelf:
    arrays: dict[str, NDArray[Any]] = {}
    for name, kind in FIELDS.items():
        path = folder / f"{name}.bin"
        # An empty file cannot be mapped.
        arrays[name] = maps.add(np.memmap(path, kind, "r")) if path.stat().st_size else np.zeros(0, kind)
    return Shelf(arrays, np.load(folder / "sizes.npy"), version)


class _Maps:
    """Arrays of files of which a few places here and there are read: without reading what lies around them."""

    def __init__(self) -> None:
        self._maps: list[mmap.mmap] = []

    def add(self, array: NDArray[Any], *, kept: bool = False) -> NDArray[Any]:
        mapped = getattr(array, "_mmap", None)
        if mapped is not None and hasattr(mmap, "MADV_RANDOM"):
            mapped.madvise(mmap.MADV_RANDOM)
            if not kept:
                self._maps.append(mapped)
        return np.asarray(array)

    def release(self) -> None:
        """Pages that were read count no longer as this process's memory; the system keeps them as long as it likes."""
        for mapped in self._maps:
            mapped.madvise(mmap.MADV_DONTNEED)


def opened(folder: Path) -> Library:
    """The library of an index, its arrays mapped. Raises IndexFault when it must be built again."""
    maps = _Maps()
    try:
        meta = json.loads((folder / _META).read_text("utf-8"))
        shelf = _shelf(folder, int(meta["version"]), maps)
        names = (*NAMES, "version")
        postings = Postings.from_arrays(
            {name: maps.add(np.load(folder / f"postings-{name}.npy", mmap_mode="r"), kept=True) for name in names}
        )
    except (OSError, ValueError, KeyError) as fault:
        raise IndexFault(str(fault)) from fault
    return Library(shelf, shelf.seeds, postings, shelf.flat, maps.release)
