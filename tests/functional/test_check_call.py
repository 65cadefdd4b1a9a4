"""``reviewkit.check``: a text held against the shipped review from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import reviewkit
from reviewkit.errors import InvalidEvidence, UserError
from reviewkit.index import open_index
from reviewkit.prose.documents import read
from tests.functional.checking import BOLD, CAREFUL, SHOP, write
from tests.functional.checking import check as command
from tests.functional.commands import FLAGSHIP

SLEEP = "Head massage improves your sleep."
SURVEY = "In a survey of 2019, 1,900 people practised scalp massage."
DRAFT = f"{SHOP} {BOLD} {CAREFUL} {SLEEP} {SURVEY}"


@pytest.fixture(scope="module")
def checked() -> reviewkit.Checked:
    return reviewkit.check(DRAFT, evidence=FLAGSHIP)


def test_each_sentence_with_a_claim_has_its_row(checked: reviewkit.Checked) -> None:
    frame = checked.to_frame()
    assert frame.index.tolist() == [1, 2, 3, 4]
    assert frame["sentence"].tolist() == [BOLD, CAREFUL, SLEEP, SURVEY]
    assert frame["verdict"].tolist() == [
        "overstated",
        "wording fits (very low certainty)",
        "not covered",
        "wrong",
    ]
    assert frame["problems"].tolist() == ["overstated", "", "not covered", "wrong figure"]


def test_counts_are_of_verdicts_and_there_is_no_score(checked: reviewkit.Checked) -> None:
    assert checked.counts() == {"wording fits": 1, "overstated": 1, "wrong": 1, "not covered": 1}
    assert list(checked.counts()) == ["wording fits", "overstated", "wrong", "not covered"]
    assert checked.summary() == (
        "4 sentences with a health claim; 1 error, 1 warning; 1 not covered"
    )


def test_printed_it_is_what_the_command_prints(checked: reviewkit.Checked, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    printed = command(path).stdout
    assert str(checked) == printed.rstrip("\n").replace(str(path), "draft")
    assert repr(checked) == f"<Checked draft: {checked.summary()}>"


def test_shown_it_is_the_text_with_its_findings(checked: reviewkit.Checked) -> None:
    html = checked._repr_html_()
    assert SHOP in html
    assert "not medical advice" in html
    assert checked.summary() in html


def test_a_revised_text_is_a_new_text(checked: reviewkit.Checked) -> None:
    better = checked.finding(1)["suggestion"]
    own = {3: "", 4: "In a survey of 2019, 327 people said that they had tried scalp massages."}
    again = checked.revised(1, own=own)
    assert again == " ".join([SHOP, better, CAREFUL, own[4]])
    assert checked.text == DRAFT
    settled = reviewkit.check(again, evidence=FLAGSHIP)
    assert {finding["severity"] for finding in settled.findings} == {"none"}


def test_an_index_serves_many_texts() -> None:
    index = open_index(FLAGSHIP)
    texts = [BOLD, SHOP, CAREFUL]
    counts = [reviewkit.check(text, evidence=index).counts() for text in texts]
    assert counts == [{"overstated": 1}, {}, {"wording fits": 1}]


def test_a_document_is_shown_but_not_rewritten(tmp_path: Path) -> None:
    path = write(tmp_path / "draft.md", f"# {SHOP}", BOLD)
    before = path.read_bytes()
    checked = reviewkit.check(read(path), evidence=str(FLAGSHIP))
    assert f"<b>{SHOP}</b>" in checked._repr_html_()
    assert checked.to_frame()["sentence"].tolist() == [BOLD]
    with pytest.raises(UserError, match="given as a document, whose text is not kept"):
        checked.revised(1)
    assert path.read_bytes() == before


def test_markdown_and_pages_are_read_as_such() -> None:
    md = reviewkit.check(f"# Oil\n\n```\n{BOLD}\n```\n\n{BOLD}\n", evidence=FLAGSHIP, kind="md")
    page = reviewkit.check(f"<nav>{BOLD}</nav><p>{BOLD}</p>", evidence=FLAGSHIP, kind="html")
    assert [len(found.findings) for found in (md, page)] == [1, 1]


def test_a_text_without_claims_is_an_empty_table() -> None:
    checked = reviewkit.check("", evidence=FLAGSHIP)
    assert len(checked.to_frame()) == 0
    assert checked.summary() == "no health claims"
    with pytest.raises(UserError, match="no finding has the number 1; there are none"):
        checked.finding(1)


def test_a_folder_without_a_review_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(InvalidEvidence):
        reviewkit.check(BOLD, evidence=tmp_path)


def test_a_text_that_is_none_is_refused() -> None:
    with pytest.raises(UserError):
        reviewkit.check("a\0b", evidence=FLAGSHIP)
