"""YAML files as trees of text, with the place of every node.

A plain YAML loader gives ``NO`` as False, ``1e-5`` as a string and ``3.50`` as 3.5. Here no
scalar is given a type: each is the text that stands in the file, and the models decide what
it means. Records are data, so YAML's machinery for objects (tags, anchors, aliases, merge
keys) is refused. Nothing in a file can run code, and no file can hang or crash the reader:
size and depth are bounded, and events are read one by one without recursion.

`walk` lists the files of a folder, `read` reads one, and a `Document` is what it says and
where. Whatever is wrong is a `Finding`:

====  ==========================================================
R001  cannot be read
R002  not a regular file
R003  outside the folder of the review
R004  too large
R005  not UTF-8
R006  a character that cannot be seen or does not belong in text
R007  an empty file
R008  not valid YAML
R009  nested too deep
R010  more than one document, or a directive
R011  the top level is not a mapping
R012  a key that stands twice
R013  a key that is not plain text
R014  a merge key
R015  an anchor
R016  an alias
R017  a tag
R018  an empty value
R019  too many findings to list
R020  a name that does not end in .yaml, so the file is not read
R021  a linked folder, which is not entered
====  ==========================================================
"""

from reviewkit.source.document import Document, Steps, Tree, dotted
from reviewkit.source.files import MAX_BYTES, SUFFIX, read, walk
from reviewkit.source.scan import MAX_DEPTH, MAX_FINDINGS, read_text

CODES: dict[str, str] = {
    "R001": "cannot be read",
    "R002": "not a regular file",
    "R003": "outside the folder of the review",
    "R004": "too large",
    "R005": "not UTF-8",
    "R006": "a character that cannot be seen or does not belong in text",
    "R007": "an empty file",
    "R008": "not valid YAML",
    "R009": "nested too deep",
    "R010": "more than one document, or a directive",
    "R011": "the top level is not a mapping",
    "R012": "a key that stands twice",
    "R013": "a key that is not plain text",
    "R014": "a merge key",
    "R015": "an anchor",
    "R016": "an alias",
    "R017": "a tag",
    "R018": "an empty value",
    "R019": "too many findings to list",
    "R020": "a name that does not end in .yaml, so the file is not read",
    "R021": "a linked folder, which is not entered",
}
"""What each code of this layer means."""

__all__ = [
    "CODES",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_FINDINGS",
    "SUFFIX",
    "Document",
    "Steps",
    "Tree",
    "dotted",
    "read",
    "read_text",
    "walk",
]
