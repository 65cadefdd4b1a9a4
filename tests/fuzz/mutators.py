"""Ways to damage a document, each a function of its bytes and of seeded draws."""

from __future__ import annotations

import codecs
import io
import json
import re
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from tests.fuzz.drafts import WORD_PARTS

Mutator = Callable[[bytes, Random], bytes]

LONGEST_RUN = 20_000
"""Characters of a run or a nest: enough that square time shows, and a document stays small."""

NESTS = [
    *("<div>", "<p>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<!--", "<b", "<a '", "<x a="),
    *("> ", "- ", "1. ", "  ", "\t", "[", "![", "[[", "](", "*", "**", "_", "`", "``", "~~", "\\"),
    *("<", "&", "&#", "&amp", "(", "{", '{"a":', '["', "[[[", "|", "| - ", "#", "=", "---\n"),
    *('"', "'", "“", "‘", ".", "...", "!?", "1", "1.", "1,", "0.", "9" * 99, "1 000 ", "%", "$"),
    *("Dr. ", "e.g. ", "a.b.", "A. ", "e.g.", ": ", ":\n", ":\n- ", "\n", "\n\n", "\r", " \n"),
    *("reviewkit: ignore=P1 ", "[reviewkit: ignore=", "<!-- reviewkit: ignore=P1 x -->"),
    *("and ", "not ", "may ", "hair ", "scalp massage ", "massage lowers cortisol and ", "no "),
    *("[^1]", "[^1]: ", "<![CDATA[", "]]>", "<?", "</", "</p>", "</div></div>", "<script>"),
    *("\u00a0", "\u200b", "\u202e", "\u0301", "e\u0301", "\u00ad", "\u2028", "\ufeff", "🙂", "頭"),
    *("<w:p>", "<w:r>", "<w:t>", "<w:tbl>", "<w:sdt><w:sdtContent>", "</w:t></w:r></w:p>"),
]
"""What is put in again and again; each has tripped some reader of its kind somewhere."""

PIECES = [
    *("&nbsp;", "&#0;", "&#xD800;", "&#x110000;", "&#999999999999;", "&notit;", "&lt;script&gt;"),
    *("\0", "\x1b[31m", "\x07", "\x85", "\u2029", "\u202e", "\u2066", "\ufffe", "\U000e0041"),
    *("1e999", "-1e309", "9" * 5000, "NaN", "Infinity", "0" * 300, "1/0", "٣", "½", "²", "10⁻⁶"),
    *("\\ud800", "\\u0000", "\\", '"', "{", "}", "[", "]", "null", "true", "\n", "\r\n", "\t"),
    *("<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<?xml version='1.0' encoding='x'?>", "xmlns='x'"),
    *('<meta charset="utf-7">', '<meta charset="shift_jis">', "<base>", "<plaintext>", "<svg>"),
    *("</main>", "<main>", "<article>", "</article>", "<div hidden>", "<p style='display:none'>"),
    *("---\n", "...\n", "```\n", "~~~\n", "    ", "|-|-|\n", "[r]: x\n", "* * *\n", "<br>"),
    *("w:val='99999999999999999999'", "<w:ilvl w:val='٣'/>", "<w:tab/>", "<w:p/>", "<w:br/>"),
    *("Massage cures cancer.", "It does not.", "In 2016, 9 men", "p < .001", "95% CI 1.2–3.4"),
]
"""What is put in once or a few times."""

_XML = re.compile(rb">[^<>]+<|<w:p>(?:(?!<w:p>).)*?</w:p>|<w:r>(?:(?!<w:r>).)*?</w:r>", re.DOTALL)
"""Words between tags, a paragraph, a run."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ENCODINGS = [
    *("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "latin-1", "utf-7"),
    *("shift_jis", "cp037", "ascii"),
]


def _place(data: bytes, draw: Random) -> int:
    return draw.randint(0, len(data))


def _stretch(data: bytes, draw: Random) -> tuple[int, int]:
    start = _place(data, draw)
    return start, min(len(data), start + draw.randint(0, draw.choice([4, 60, 900])))


def truncate(data: bytes, draw: Random) -> bytes:
    """Cut the end, or the start."""
    at = _place(data, draw)
    return data[:at] if draw.random() < 0.8 else data[at:]


def flip(data: bytes, draw: Random) -> bytes:
    """Change some bytes."""
    changed = bytearray(data)
    for _ in range(draw.choice([1, 1, 3, 30]) if data else 0):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def delete(data: bytes, draw: Random) -> bytes:
    """Leave a stretch out."""
    start, end = _stretch(data, draw)
    return data[:start] + data[end:]


def splice(data: bytes, draw: Random) -> bytes:
    """Move a stretch elsewhere, without leaving it out."""
    start, end = _stretch(data, draw)
    at = _place(data, draw)
    return data[:at] + data[start:end] + data[at:]


def repeat(data: bytes, draw: Random) -> bytes:
    """Say a stretch many times."""
    start, end = _stretch(data, draw)
    most = max(2, LONGEST_RUN // max(1, end - start))
    return data[:start] + data[start:end] * draw.randint(2, most) + data[end:]


def nest(data: bytes, draw: Random) -> bytes:
    """Put something in as often as fits, at one place."""
    one = draw.choice(NESTS).encode()
    times = draw.choice([3, 40, 1_000, LONGEST_RUN])
    at = _place(data, draw)
    return data[:at] + one * min(times, LONGEST_RUN // len(one)) + data[at:]


def pair(data: bytes, draw: Random) -> bytes:
    """Put two things in by turns: what opens without closing, or closes what is not open."""
    two = (draw.choice(NESTS) + draw.choice(NESTS)).encode()
    at = _place(data, draw)
    return data[:at] + two * (LONGEST_RUN // 2 // len(two)) + data[at:]


def insert(data: bytes, draw: Random) -> bytes:
    """Put entities, controls, huge numbers, markup in at some places."""
    for _ in range(draw.choice([1, 2, 12])):
        at = _place(data, draw)
        data = data[:at] + draw.choice(PIECES).encode("utf-8", "surrogatepass") + data[at:]
    return data


def shuffle(data: bytes, draw: Random) -> bytes:
    """Put the lines in another order."""
    lines = data.split(b"\n")
    draw.shuffle(lines)
    return b"\n".join(lines)


def join(data: bytes, draw: Random) -> bytes:
    """Make one line of all lines, or break each at its spaces."""
    return data.replace(b"\n", b" ") if draw.random() < 0.5 else data.replace(b" ", b"\n")


def encode(data: bytes, draw: Random) -> bytes:
    """Write the text in another encoding, with or without saying so."""
    text = data.decode("utf-8", "replace")
    encoded = text.encode(draw.choice(ENCODINGS), "replace")
    return draw.choice([b"", b"", codecs.BOM_UTF8, codecs.BOM_UTF16_BE]) + encoded


MUTATORS: list[Mutator] = [
    *(truncate, flip, delete, splice, repeat, repeat, nest, nest, nest, pair, pair, insert, insert),
    *(shuffle, join, encode),
]
"""Each as often as it is likely to find something."""


def mutated(data: bytes, draw: Random) -> bytes:
    """Return a document mutated once or a few times."""
    for _ in range(draw.choice([1, 1, 2, 3, 5])):
        data = draw.choice(MUTATORS)(data, draw)
    return data


def mutated_notebook(data: bytes, draw: Random) -> bytes:
    """Return a notebook with its source mutated, or one that is sound with a cell mutated."""
    if draw.random() < 0.4:
        return mutated(data, draw)
    notebook = json.loads(data)
    cell = notebook["cells"][0]
    source = "".join(cell["source"]).encode("utf-8", "surrogatepass")
    changed = mutated(source, draw).decode("utf-8", "surrogateescape")
    cell["source"] = changed.splitlines(keepends=True) if draw.random() < 0.5 else changed
    draw.shuffle(notebook["cells"])
    return json.dumps(notebook).encode()


def mutated_package(data: bytes, draw: Random) -> bytes:
    """Return a package with its bytes mutated, or one of its parts, soundly or not."""
    how = draw.random()
    if how < 0.2:
        return mutated(data, draw)
    part = draw.choice([*WORD_PARTS, "word/document.xml", "word/document.xml"])
    change = mutated
    if how < 0.7:
        part, change = "word/document.xml", mutated_xml
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in WORD_PARTS:
            held = before.read(name)
            packing = zipfile.ZIP_BZIP2 if draw.random() < 0.01 else zipfile.ZIP_DEFLATED
            after.writestr(name, change(held, draw) if name == part else held, packing)
    return stream.getvalue()


def mutated_xml(data: bytes, draw: Random) -> bytes:
    """Return XML with words or whole elements mutated, still well-formed."""
    for _ in range(draw.choice([1, 2, 5])):
        found = list(_XML.finditer(data))
        if not found:
            break
        one = draw.choice(found)
        held = one.group()
        if held.startswith(b">"):
            words = mutated(held[1:-1], draw).decode("utf-8", "replace")
            new = b">" + escape(_NOT_XML.sub("", words)).encode() + b"<"
        else:
            times = draw.choice([0, 2, 50, 3_000])
            wrapper = draw.choice([b"w:sdt", b"w:ins", b"w:del", b"w:tbl", b"w:tc", b"w:p", b"w:r"])
            new = draw.choice(
                [
                    held * min(times, LONGEST_RUN * 5 // len(held)),
                    (b"<" + wrapper + b">") * times + held + (b"</" + wrapper + b">") * times,
                ]
            )
        data = data[: one.start()] + new + data[one.end() :]
    return data
