from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewkit.errors import UserError
from reviewkit.prose import documents
from reviewkit.prose.documents import (
    FORMATS,
    LARGEST,
    TextKind,
    opening,
    page,
    read,
    read_data,
    read_text,
)


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read(path)
    return str(caught.value)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "suffix", [s for s, kind in FORMATS.items() if kind in ("txt", "md", "html")]
)
def test_a_text_is_read_by_the_end_of_its_name(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path / f"draft{suffix.upper()}", "It’s calm. Is it?".encode())
    document = read(path)
    assert document.file == str(path)
    assert [(s.text, s.start, s.end) for s in document.sentences] == [
        ("It’s calm.", 0, 10),
        ("Is it?", 11, 17),
    ]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refused(path) == f"{path} is too large: 50 MB, and the most is 50 MB"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"One.\nTwo \xe9t\xe9.", "is not valid UTF-8: byte 10, line 2; save it as UTF-8"),
        (b"One.\nTwo\0.", "holds a null character in line 2: it is not text"),
        (b"\xff\xfeO\x00n", "is not valid UTF-16-LE: byte 3, line 1; save it as UTF-8"),
        (b"%PDF-1.7", "is a PDF, not text"),
        (b"PK\x03\x04", "is a zip archive (a .docx is read under that name), not text"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = written(tmp_path / "draft.txt", data)
    assert refused(path) == f"{path} {message}"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt").endswith("cannot be read: No such file or directory")
    folder = tmp_path / "folder.md"
    folder.mkdir()
    assert refused(folder) == f"{folder} is a folder"
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert refused(pipe) == f"{pipe} is no regular file"
    assert "is no name of a file" in refused(tmp_path / "nu\0ll.txt")
    assert "is of a format that is not read (.pdf); these are: .txt" in refused(tmp_path / "a.pdf")


def test_what_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt", b"It calms.")

    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")  # root, who runs tests in CI, may read all

    for step in ("open", "stat"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, step, closed)
            assert refused(path) == f"{path} cannot be read: Permission denied"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(tmp_path: Path, encoding: str) -> None:
    (sentence,) = read(written(tmp_path / "a.txt", "Ça va – ça.".encode(encoding))).sentences
    assert (sentence.text, sentence.start) == ("Ça va – ça.", 0)


@pytest.mark.parametrize("declared", ["windows-1252", "ISO-8859-1", "latin1", "us-ascii"])
def test_a_page_declares_its_encoding(tmp_path: Path, declared: str) -> None:
    head = f'<head><meta http-equiv="x" content="text/html; charset={declared}"></head><p>'
    file = written(tmp_path / "a.html", head.encode() + b"It\x92s calm.")
    assert [s.text for s in read(file).sentences] == ["It’s calm."]
    odd = written(tmp_path / "b.html", b"<meta charset=rot13><p>It is calm.")
    assert [s.text for s in read(odd).sentences] == ["It is calm."]


@pytest.mark.parametrize("declared", ["iso-8859-1", "Shift_JIS", "windows-1251", "GBK"])
def test_an_xml_page_and_pages_of_the_world_declare_theirs(tmp_path: Path, declared: str) -> None:
    text = {"Shift_JIS": "頭皮", "windows-1251": "массаж", "GBK": "头皮"}.get(declared, "Qué")
    head = f'<?xml version="1.0" encoding="{declared}"?>\n<p>'
    file = written(tmp_path / "a.xhtml", f"{head}{text}.".encode(declared))
    assert [s.text for s in read(file).sentences] == [f"{text}."]


def test_utf_16_without_its_mark_is_named(tmp_path: Path) -> None:
    message = refused(written(tmp_path / "a.txt", "It calms.".encode("utf-16-le")))
    assert message.endswith(
        "null character in line 1: it is not text; if it is UTF-16, save it as UTF-8"
    )


@pytest.mark.parametrize(
    ("limit", "text", "kind", "message"),
    [
        ("LONGEST", "123456", "txt", "is too long: 6 characters, and the most is 5"),
        (
            "LONGEST",
            "<p>123</p>456",
            "html",
            "is too long: 6 characters of text, and the most is 5",
        ),
        ("LARGEST", "123456", "html", "is too long: 6 characters, and the most is 5"),
        ("MOST_LINES", "\n" * 11, "md", "is too long: 11 line ends, and the most is 10"),
        ("MOST_TAGS", "<p>" * 6, "html", "is too long: 6 tags and references, and the most is 5"),
        ("MOST_SENTENCES", "It is. " * 7, "txt", "is too long: 6 sentences or more"),
    ],
)
def test_what_is_longer_than_an_article_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, text: str, kind: TextKind, message: str
) -> None:
    for module in (documents, opening, page):
        if hasattr(module, limit):
            monkeypatch.setattr(module, limit, 5)
    with pytest.raises(UserError) as caught:
        read_text(text, "draft", kind)
    assert str(caught.value).startswith(f"draft {message}")


def test_a_text_at_hand_with_a_null_character_is_refused() -> None:
    with pytest.raises(UserError, match="null character"):
        read_text("a\0", "x", "txt")


def test_bytes_at_hand_are_read_by_the_format_that_is_said() -> None:
    assert [s.text for s in read_data(b"# It *calms*", "standard input", "md").sentences] == [
        "It calms"
    ]
    with pytest.raises(UserError, match="standard input is too large"):
        read_data(bytes(LARGEST + 1), "standard input", "html")


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200b", "\x1b", "\x9b", "\u200e", "\U000e0041"]
)
def test_signs_that_steer_what_is_shown_are_not_in_a_sentence(sign: str) -> None:
    text = f"It c{sign}alms. {sign}So it does.{sign} Yes."
    document = read_text(text, "draft", "txt")
    assert [s.text for s in document.sentences] == ["It calms.", "So it does.", "Yes."]
    assert [text[o] for o in document.sentences[0].offsets] == list("It calms.")


def test_what_could_not_be_printed_is_replaced(tmp_path: Path) -> None:
    (sentence,) = read_text("It \ud800 calms.", "draft", "txt").sentences
    assert sentence.text == "It \ufffd calms."
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    assert read(written(odd, b"It calms.")).file.endswith("/\\udcff.txt")


def test_reading_plain_text_loads_no_parser() -> None:
    script = (
        "import sys; from reviewkit.prose.documents import read_text;"
        "read_text('It calms.', 'x', 'txt');"
        "print(sorted({'markdown_it', 'docx', 'lxml', 'pydantic', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
