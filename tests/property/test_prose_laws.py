"""Laws of reading: text leads back to its file, and whatever that holds, only the user is wrong."""

from __future__ import annotations

import io
import json
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Literal

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewkit.errors import UserError
from reviewkit.prose.documents import FORMATS, read, read_text
from reviewkit.prose.sentences import LONGEST, NO_BREAK

Kind = Literal["txt", "md", "html"]
KINDS: tuple[Kind, ...] = ("txt", "md", "html")

# Nearly a document: what readers of each format trip over.
PIECES = [
    *"ab. B? !\n\r\t<>&;\"'`*_[](){}#|\\~^=-+:/0123456789“”…é•",
    *("\r\n", "\n\n", "  ", "\u00a0", "\u200b", "\u00ad", "\x1e", "\x85", "\u2028", "\ufeff"),
    *("<p>", "</p>", "<li>", "<td>", "<a href='x'>", "</a>", "<!--", "-->", "<script>", "<sup>"),
    *("&amp;", "&nbsp;", "&#x41;", "&notit;", "<main>", "<br>", "<div class=ad>", "<h2>", "<pre>"),
    *(
        "- ",
        "1. ",
        "  - ",
        "> ",
        "# ",
        "---\n",
        "```\n",
        "[^1]",
        "](b 'c')",
        "![",
        "|-|-|\n",
        "| a ",
    ),
    *("**bold**", "`code`", "[link](a.b)", "Dr. ", "e.g. ", "0.5 mm. ", "1\u00a0899", "It can:\n"),
]
drafts = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=80).map(
    lambda pieces: "".join(pieces).replace("\0", "")
)


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Head massage", level=1)
    document.add_paragraph("It can: help.", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "Dose"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


WORD = word()
NOTEBOOK = json.dumps({"cells": [{"cell_type": "markdown", "source": ["# A\n", "It *may*."]}]})


def stands(shown: str, written: str) -> bool:
    """Whether a character of a sentence may stand for this one of the file."""
    spaces = shown in (" ", NO_BREAK) and (written.isspace() or written in "&<{")
    return spaces or written in (shown, "&", "\\")


def name_or_refusal(path: Path) -> str:
    """What reading a file says of it: its name, or why it is refused; any other error is a bug."""
    try:
        return read(path).file
    except UserError as error:
        return str(error)


@pytest.mark.parametrize("kind", KINDS)
@given(draft=drafts)
def test_each_character_is_led_back_to_the_file(kind: Kind, draft: str) -> None:
    for sentence in read_text(draft, "draft", kind).sentences:
        assert len(sentence.offsets) == len(sentence.text) > 0
        for shown, offset in zip(sentence.text, sentence.offsets, strict=True):
            assert stands(shown, draft[offset])
        assert (sentence.start, sentence.end - 1) == (sentence.offsets[0], sentence.offsets[-1])


@pytest.mark.parametrize("kind", KINDS)
@given(draft=drafts)
def test_sentences_stand_in_order_and_do_not_overlap(kind: Kind, draft: str) -> None:
    sentences = read_text(draft, "draft", kind).sentences
    for sentence in sentences:
        assert all(here <= there for here, there in pairwise(sentence.offsets))
    for here, there in pairwise(sentences):
        assert here.end <= there.start
        assert here.block <= there.block
        assert (here.line, here.column) < (there.line, there.column)


@pytest.mark.parametrize("kind", KINDS)
@given(draft=drafts)
def test_a_sentence_is_clean_and_short(kind: Kind, draft: str) -> None:
    for sentence in read_text(draft, "draft", kind).sentences:
        assert sentence.text == " ".join(sentence.text.split(" ")).strip()
        assert "  " not in sentence.text
        assert not set(sentence.text) & set("\n\r\t\u200b\u00ad\ufeff")
        assert len(sentence.text) <= LONGEST


@given(draft=drafts)
def test_plain_text_loses_no_letter(draft: str) -> None:
    kept = {o for s in read_text(draft, "draft", "txt").sentences for o in s.offsets}
    assert all(place in kept for place, sign in enumerate(draft) if sign.isalpha())


@given(words=st.lists(st.sampled_from(["It calms.", "Is it so?", "Hair grows!"]), min_size=1))
def test_the_same_words_are_the_same_sentences_in_every_format(words: list[str]) -> None:
    draft = " ".join(words)
    for kind in KINDS:
        assert [s.text for s in read_text(draft, "draft", kind).sentences] == words


@pytest.mark.parametrize("suffix", sorted(suffix for suffix in FORMATS if suffix))
@given(data=st.binary(max_size=200))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_only_the_user_can_be_wrong(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"draft{suffix}"
    path.write_bytes(data)
    assert str(path) in name_or_refusal(path)


@given(
    changes=st.lists(
        st.tuples(st.integers(0, 10**6), st.integers(0, 60), st.sampled_from(["", "<", "w:p", "9"]))
    ),
    part=st.sampled_from(["word/document.xml", "word/styles.xml", "[Content_Types].xml"]),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_word_document_is_read_or_refused(
    tmp_path: Path, changes: list[tuple[int, int, str]], part: str
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            held = before.read(name)
            for place, length, new in changes if name == part else ():
                at = place % (len(held) + 1)
                held = held[:at] + new.encode() + held[at + length :]
            after.writestr(name, held)
    path = tmp_path / "draft.docx"
    path.write_bytes(stream.getvalue())
    assert str(path) in name_or_refusal(path)


@given(place=st.integers(0, len(NOTEBOOK)), new=st.sampled_from(["", "[", "null", '"', "1e999"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_notebook_is_read_or_refused(tmp_path: Path, place: int, new: str) -> None:
    path = tmp_path / "draft.ipynb"
    path.write_text(NOTEBOOK[:place] + new + NOTEBOOK[place + 1 :], encoding="utf-8")
    assert str(path) in name_or_refusal(path)
