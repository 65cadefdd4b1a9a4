"""Phrases are found as rows of words; patterns are read, and a wrong one is named."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reviewkit.index import open_index
from reviewkit.phrasing import ANY, GAP, forms
from reviewkit.prose.compiling import compile_vocabulary
from reviewkit.prose.words import WordRow
from tests.unit.prose.reader import VOCABULARY

REVIEW = Path(__file__).parents[3] / "evidence" / "head-massage"


def names(text: str) -> set[str]:
    return {name for hit in VOCABULARY.phrases.hits(WordRow(text)) for name in hit.names}


def test_a_word_keeps_its_decimals_and_drops_its_possessive() -> None:
    row = WordRow("The body's 0.092 mm, 1,899 people; well-being")
    assert row.texts == ["the", "body", "0.092", "mm", "1,899", "people", "well", "being"]


def test_an_apostrophe_may_be_curly() -> None:
    assert (
        WordRow("Don’t rub the scalp’s skin").texts == WordRow("Don't rub the scalp's skin").texts
    )


def test_words_know_where_they_stand() -> None:
    text = "Less – stress"
    assert [text[word.start : word.end] for word in WordRow(text).words] == ["Less", "stress"]


@pytest.mark.parametrize("between", range(GAP + 2))
def test_a_gap_reaches_so_many_words_and_no_further(between: int) -> None:
    assert ("thick" in names("fur" + " very" * between + " thicker")) == (between <= GAP)


def test_a_gap_does_not_reach_over_punctuation() -> None:
    assert "thick" not in names("Brush the fur, a thicker blanket follows")


def test_a_longer_phrase_hides_the_shorter_inside_it() -> None:
    assert "calm" in names("It is calming.")
    assert names("Play calming music") == {"calm-things"}


def test_a_phrase_with_a_gap_hides_nothing() -> None:
    assert {"thick", "fur"} <= names("fur grows in thicker")


@pytest.mark.parametrize(
    "text", ["A head, tail, paw rub", "The head; tail and paw rubs", "Head tail, and paw rubs"]
)
def test_but_over_no_other_comma(text: str) -> None:
    assert "cat-brushing" not in names(text)


def test_the_sign_for_and_is_that_word() -> None:
    assert WordRow("Cats & dogs").texts == ["cats", "and", "dogs"]


def test_a_range_of_numbers_is_joined() -> None:
    assert WordRow("11–20, 4").joined == [True, True, False]


def test_claims_that_the_review_lacks_are_left_out() -> None:
    made = {pattern.claim for found in VOCABULARY.patterns.values() for pattern in found}
    assert "oil-shine" in made
    assert "not-in-the-review" not in made


def test_every_claim_of_the_shipped_review_has_a_pattern() -> None:
    index = open_index(REVIEW)
    compiled = compile_vocabulary(index)
    said = {pattern.claim for found in compiled.patterns.values() for pattern in found}
    assert sorted({row["id"] for row in index["claims"]} - said) == []


def test_reading_loads_nothing_heavy() -> None:
    code = (
        "import sys, reviewkit.prose.reading; "
        "print([n for n in ('pydantic', 'yaml', 'numpy', 'pandas') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "path", sorted(REVIEW.parent.glob("*/vocabulary.yaml")), ids=lambda path: path.parent.name
)
def test_every_phrase_of_a_review_can_be_met(path: Path) -> None:
    """A phrase is parted into words as a text is, so that every one of them can stand in one."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    groups = [said[group] for group in ("interventions", "outcomes", "terms")]
    groups += said["effects"].values()
    phrases = {str(phrase) for group in groups for listed in group.values() for phrase in listed}
    assert [
        phrase
        for phrase in sorted(phrases)
        if [form.rstrip("*") for form in forms(phrase) if form != ANY]
        != WordRow(phrase.replace(ANY, " ").replace("*", "")).texts
    ] == []
