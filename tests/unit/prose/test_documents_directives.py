from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Literal

import docx
import pytest

from reviewkit.prose.documents import read, read_text
from reviewkit.prose.text import Document, Ignore

Kind = Literal["txt", "md", "html"]


def only(document: Document) -> Ignore:
    (found,) = document.ignores
    return found


def covered(document: Document) -> list[str]:
    found = only(document)
    return [s.text for s in document.sentences if found.covers(s)]


def texts(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize(
    ("said", "codes", "reason"),
    [
        ("ignore=P101 a quote", ("P101",), "a quote"),
        ("ignore=P101,P102 a quote", ("P101", "P102"), "a quote"),
        ("ignore=P101, P102: a  quote.", ("P101", "P102"), "a quote."),
        ("ignore=P101 — 3 men, no more", ("P101",), "3 men, no more"),
        ("ignore=P101", ("P101",), ""),
        ("ignore=", (), ""),
        ("ignore= 5 reasons", (), "5 reasons"),
    ],
)
@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("txt", "It calms. [reviewkit: {}]"),
        ("txt", "reviewkit: {}\nIt calms."),
        ("txt", "Reviewkit: {}\r\n\r\nIt calms."),
        ("txt", "<!-- reviewkit: {} -->\nIt calms."),
        ("md", "It calms. <!-- reviewkit: {} -->"),
        ("md", "<!-- reviewkit: {} -->\nIt calms."),
        ("md", "<!--\nreviewkit: {}\n-->\nIt calms."),
        ("md", "It calms.  [reviewkit: {}]  "),
        ("md", "- <!-- reviewkit: {} --> It calms."),
        ("html", "<p>It calms. <!-- reviewkit: {} --></p>"),
        ("html", "<!--reviewkit:{}--><p>It calms."),
    ],
)
def test_a_directive_is_told_in_every_shape(
    kind: Kind, shape: str, said: str, codes: tuple[str, ...], reason: str
) -> None:
    text = shape.format(said)
    document = read_text(text, "draft", kind)
    found = only(document)
    assert (found.codes, found.reason, found.everywhere) == (codes, reason, False)
    stretch = "".join(text[found.start : found.end].split()).lower()
    assert "".join(f"reviewkit:{said}".split()).lower() in stretch
    assert texts(document) == covered(document) == ["It calms."]


@pytest.mark.parametrize(
    ("kind", "text", "about"),
    [
        ("txt", "One. Two. [reviewkit: ignore=P1 x]\nThree.", ["One.", "Two."]),
        ("txt", "One.\nreviewkit: ignore=P1 x\n\nTwo. Three.\nFour.", ["Two.", "Three."]),
        ("txt", "One.\n\nreviewkit: ignore=P1 x", []),
        ("txt", "Dose\tSize [reviewkit: ignore=P1 x]\nOther", ["Dose", "Size"]),
        ("md", "One.\nTwo. [reviewkit: ignore=P1 x]\nThree.\n\nFour.", ["One.", "Two.", "Three."]),
        ("md", "One.\n\n<!-- reviewkit: ignore=P1 x -->\n\n- Two.\n- Three.", ["Two."]),
        ("md", "| a | b | <!-- reviewkit: ignore=P1 x -->\n|---|---|\n| c | d |", ["a", "b"]),
        ("md", "One. <!-- reviewkit: ignore=P1 x --> Two.\n\nThree.", ["One.", "Two."]),
        ("md", "# One [reviewkit: ignore=P1 x]\n\nTwo.", ["One"]),
        ("html", "<p>One.</p><!-- reviewkit: ignore=P1 x --><p>Two.</p><p>Three.</p>", ["Two."]),
        (
            "html",
            "<p>One.\n<!-- reviewkit: ignore=P1 x -->\n<i>Two.</i></p>Three.",
            ["One.", "Two."],
        ),
        ("html", "<p>One.<!-- reviewkit: ignore=P1 x --></p><p>Two.</p>", ["One."]),
        ("txt", "One.\nreviewkit: ignore-file=P1 x\nTwo.", ["One.", "Two."]),
        ("md", "---\nreviewkit: ignore-file=P1 x\n---\n# One\n\nTwo.", ["One", "Two."]),
    ],
)
def test_it_is_about_its_line_or_paragraph_else_the_next_block(
    kind: Kind, text: str, about: list[str]
) -> None:
    assert covered(read_text(text, "draft", kind)) == about


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("txt", "See reviewkit: ignore=P1 in its manual."),
        ("txt", "It calms [reviewkit: ignore=P1 x] and warms."),
        ("txt", "<!-- reviewkit: ignore=P1 never closed"),
        ("txt", "reviewkit: ignore P1"),
        ("md", "```html\n<!-- reviewkit: ignore=P1 x -->\n```\n\nIt calms."),
        ("md", "    reviewkit: ignore=P1 x\n\nIt calms."),
        ("md", "Write `<!-- reviewkit: ignore=P1 x -->` above."),
        ("md", "See [reviewkit: ignore=P1 x](http://a.example)."),
        ("html", "<p>reviewkit: ignore=P1 x</p>"),
        ("html", "<script>'<!-- reviewkit: ignore=P1 x -->'</script>"),
        ("html", "<!-- see reviewkit: ignore=P1 x -->"),
    ],
)
def test_what_only_looks_like_one_is_none(kind: Kind, text: str) -> None:
    assert read_text(text, "draft", kind).ignores == ()


def test_a_cut_comment_moves_nothing() -> None:
    text = "It <!-- reviewkit: ignore=P1 x --> calms. So it does."
    first, second = read_text(text, "draft", "md").sentences
    assert (first.text, text[first.start : first.end]) == ("It calms.", text[:41])
    assert (second.text, second.start) == ("So it does.", text.index("So"))


def test_a_list_keeps_its_lead_in_over_a_directive() -> None:
    document = read_text("It can:\nreviewkit: ignore=P1 x\n- calm\n", "draft", "txt")
    assert [(s.text, s.lead_in) for s in document.sentences][-1] == ("calm", "It can:")


def test_in_word_it_is_about_its_paragraph(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("It calms.")
    made.add_paragraph("reviewkit: ignore=P101 a quote")
    made.add_paragraph("It warms.\nSo it does. [reviewkit: ignore=P102 a joke]")
    made.add_paragraph("It rests.")
    stream = io.BytesIO()
    made.save(stream)
    path = tmp_path / "draft.docx"
    path.write_bytes(stream.getvalue())
    document = read(path)
    assert texts(document) == ["It calms.", "It warms.", "So it does.", "It rests."]
    assert [
        (one.codes, one.reason, one.place, one.line, one.column) for one in document.ignores
    ] == [
        (("P101",), "a quote", "paragraph 2", 2, 1),
        (("P102",), "a joke", "paragraph 3", 4, 13),
    ]
    for one in document.ignores:
        about = [s.text for s in document.sentences if one.covers(s)]
        assert about == ["It warms.", "So it does."]


def test_in_a_notebook_it_is_about_its_cell_s_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "draft.ipynb"
    cells = [
        {"cell_type": "markdown", "source": "One."},
        {"cell_type": "code", "source": "# reviewkit: ignore=P1 x"},
        {"cell_type": "markdown", "source": "Two. <!-- reviewkit: ignore=P1 x -->\n\nThree."},
    ]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    document = read(path)
    assert covered(document) == ["Two."]
    assert (only(document).place, only(document).line, only(document).start) == ("cell 3", 3, 11)


def test_many_directives_in_one_line_take_linear_time() -> None:
    text = "It <!-- reviewkit: ignore=P1 x --> calms. " * 20_000
    document = read_text(text, "draft", "txt")
    assert len(document.ignores) == len(document.sentences) == 20_000
