from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from reviewkit.errors import UserError
from reviewkit.prose.documents import read, word
from reviewkit.prose.documents.package import LARGEST_PART, MOST_PARTS


def package() -> bytes:
    document = docx.Document()
    document.add_heading("Head massage", level=1)
    paragraph = document.add_paragraph("It ")
    paragraph.add_run("may").bold = True
    paragraph.add_run(" help. It can:")
    document.add_paragraph("calm", style="List Bullet")
    document.add_paragraph("They like it.", style="Quote")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Dose"
    table.cell(0, 1).text = "4 min. Daily."
    return packed(document)


def packed(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            held = before.read(name)
            after.writestr(name, held.replace(old.encode(), new.encode()) if name == part else held)
    return stream.getvalue()


def test_a_word_document_is_read_by_paragraphs_and_cells(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(package())
    document = read(path)
    assert document.title == "Head massage"
    assert [(s.kind, s.text, s.place, s.line, s.column) for s in document.sentences] == [
        ("heading", "Head massage", "paragraph 1", 1, 1),
        ("paragraph", "It may help.", "paragraph 2", 2, 1),
        ("paragraph", "It can:", "paragraph 2", 2, 14),
        ("bullet", "calm", "paragraph 3", 3, 1),
        ("quote", "They like it.", "paragraph 4", 4, 1),
        ("cell", "Dose", "table 1, row 1, cell 1", 5, 1),
        ("cell", "4 min.", "table 1, row 1, cell 2", 6, 1),
        ("cell", "Daily.", "table 1, row 1, cell 2", 6, 8),
    ]
    text = word.extracted(package(), "draft")[0]
    assert all(text[s.start : s.end] == s.text for s in document.sentences)
    assert document.sentences[3].lead_in == "It can:"


def test_insertions_and_links_are_read_and_deletions_are_not() -> None:
    data = changed(
        package(),
        "word/document.xml",
        "<w:t>calm</w:t></w:r>",
        "<w:t>calm</w:t></w:r><w:ins><w:r><w:t> and warm</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> or cold</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t> you</w:t></w:r></w:hyperlink>",
    )
    assert "calm and warm you" in word.extracted(data, "draft")[0].split("\n")


def test_a_paragraph_s_kind_is_that_of_the_style_its_own_is_based_on() -> None:
    document = docx.Document()
    made = document.styles.add_style("Our section", WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Heading 2"]
    document.add_paragraph("Scalp massage", style="Our section")
    document.add_paragraph("It warms.", style="Body Text")
    (heading, plain) = word.extracted(packed(document), "draft")[1]
    assert (heading.kind, heading.depth, plain.kind) == ("heading", 2, "paragraph")


def test_controls_around_paragraphs_rows_and_cells_are_read_through() -> None:
    document = docx.Document()
    document.add_paragraph("One.")
    document.add_table(1, 1).cell(0, 0).text = "Two."
    data = packed(document)
    for tag in ("w:p>", "w:tr>", "w:tc>"):
        open_, close = f"<{tag}", f"</{tag}"
        data = changed(data, "word/document.xml", open_, f"<w:sdt><w:sdtContent>{open_}")
        data = changed(data, "word/document.xml", close, f"{close}</w:sdtContent></w:sdt>")
    blocks = word.extracted(data, "draft")[1]
    assert [(b.text, b.place) for b in blocks] == [
        ("One.", "paragraph 1"),
        ("Two.", "table 1, row 1, cell 1"),
    ]


def test_an_encoding_that_xml_does_not_have_cannot_be_asked_for() -> None:
    data = changed(package(), "word/document.xml", "encoding='UTF-8'", "encoding='rot13'")
    assert word.extracted(data, "draft") == word.extracted(package(), "draft")


def test_a_bug_of_the_reader_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a bug")

    for step in ("start", "end", "said"):
        with monkeypatch.context() as patch:
            patch.setattr(word._Reader, step, broken)
            with pytest.raises(ValueError, match="a bug"):
                word.extracted(package(), "draft")


def entity_bomb() -> bytes:
    lines = ['<!ENTITY a "ha">'] + [
        f'<!ENTITY {here} "{f"&{before};" * 10}">'
        for before, here in zip("abcdefghi", "bcdefghij", strict=True)
    ]
    data = changed(
        package(), "word/document.xml", "<w:document", f"<!DOCTYPE w [{''.join(lines)}]><w:document"
    )
    return changed(data, "word/document.xml", ">calm<", ">&j;<")


def zip_bomb(how: int = zipfile.ZIP_DEFLATED, size: int = LARGEST_PART + 1) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        archive.writestr("word/document.xml", b" " * size)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """A bomb whose list of parts says that it is small."""
    data = zip_bomb()
    return data.replace((LARGEST_PART + 1).to_bytes(4, "little"), (900).to_bytes(4, "little"))


def crowd() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(MOST_PARTS + 1):
            archive.writestr(str(number), b"")
    return stream.getvalue()


def encrypted() -> bytes:
    data = bytearray(package())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is damaged: no readable Word document"),
        (b"PK\x03\x04 and no more", "is damaged: no readable Word document"),
        (package()[:-200], "is damaged: no readable Word document"),
        (changed(package(), "word/document.xml", "</w:body>", ""), "is damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "is encrypted with a password, or an old",
        ),
        (encrypted(), "is encrypted; save it without a password"),
        (zip_bomb(), "unpacks to too much: 20 MB in word/document.xml, and the most is 20 MB"),
        (lying_bomb(), "is damaged: no readable Word document (Bad CRC-32"),
        (zip_bomb(zipfile.ZIP_LZMA, 1_000), "is damaged: no readable Word document (word/document"),
        (crowd(), "unpacks to too much: 10,001 parts"),
        (entity_bomb(), "is damaged: no readable Word document (it declares a document type"),
        (changed(package(), "word/document.xml", "w:body", "w:bodies"), "is damaged"),
    ],
    ids=[
        *(
            "empty",
            "cut",
            "truncated",
            "xml",
            "old",
            "encrypted",
            "bomb",
            "lie",
            "packing",
            "crowd",
        ),
        *("entities", "no body"),
    ],
)
def test_a_package_that_cannot_be_read_is_refused(
    tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path} {message}")


def test_of_a_notebook_the_markdown_cells_are_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.ipynb"
    cells = [
        {"cell_type": "markdown", "source": ["# Hair\n", "\n", "It *may* grow."]},
        {"cell_type": "code", "source": "print('It grows.')"},
        {"cell_type": "markdown", "source": "It rests."},
    ]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    assert [(s.text, s.place, s.line, s.start) for s in read(path).sentences] == [
        ("Hair", "cell 1", 1, 2),
        ("It may grow.", "cell 1", 3, 8),
        ("It rests.", "cell 3", 5, 24),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is damaged: no readable notebook"),
        ("[" * 100_000, "is damaged: no readable notebook"),
        ("[]", "is no notebook: it has no list of cells"),
        ('{"cells": {}}', "is no notebook: it has no list of cells"),
        ('{"cells": [{"cell_type": "markdown", "source": 5}]}', "is damaged: the source of cell 1"),
        ('{"cells": [{"cell_type": "markdown", "source": "\\u0000"}]}', "holds a null character"),
    ],
)
def test_a_notebook_that_is_none_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "draft.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path} {message}")
