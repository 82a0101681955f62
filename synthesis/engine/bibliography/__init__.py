"""Bibliographic data as CSL-JSON: read from BibTeX, RIS and their kin and from a text's first lines; written; matched.

One file each: `items` (what an item is), `names`, `dates`, `item_types`, `formats` (which format, read and write),
`bibtex`, `latex`, `tagged` (RIS, EndNote, NoteExpress, RefWorks), `csl`, `completeness`, `matching`, `from_text`.
"""
