"""The page of scores is what the checker finds today, and no document is in two sets."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from reviewkit.index import open_index
from tests.scoring import page as pages
from tests.scoring.labels import Label
from tests.scoring.measures import Score, scored

LONG = 40
"""Characters from which a sentence is no chance in two documents, as a short heading is."""


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    return open_index(pages.REVIEW)


@pytest.fixture(scope="module")
def sets() -> dict[str, list[Label]]:
    return pages.sets()


@pytest.fixture(scope="module")
def scores(sets: dict[str, list[Label]], index: dict[str, Any]) -> dict[str, Score]:
    return {name: scored(labels, index) for name, labels in sets.items()}


@pytest.fixture(scope="module")
def page(scores: dict[str, Score], index: dict[str, Any]) -> str:
    composed = {name: scored(labels, index) for name, labels in pages.made_up().items()}
    return pages.page(scores, composed, "")


def test_page_is_up_to_date(page: str) -> None:
    written = pages.PAGE.read_text(encoding="utf-8")
    assert pages.without_articles(written) == pages.without_articles(page), (
        "write it again: python -m tests.scoring.page"
    )
    assert pages.ARTICLES in written


def test_page_of_what_is_kept_back_is_up_to_date(scores: dict[str, Score]) -> None:
    assert pages.KEPT_PAGE.read_text(encoding="utf-8") == pages.kept_page(scores), (
        "write it again: python -m tests.scoring.page"
    )


def test_every_error_is_on_one_page_once(scores: dict[str, Score], page: str) -> None:
    def rows(text: str) -> int:
        return len(re.findall(r"^\| \S+:\d+ \| .* \| .* \|$", text, re.MULTILINE))

    kept = len(scores[pages.KEPT].errors)
    assert rows(pages.kept_page(scores)) == kept
    assert rows(page) == sum(len(score.errors) for score in scores.values()) - kept
    assert {e.kind for score in scores.values() for e in score.errors} <= pages.ERRORS.keys()


def test_there_is_a_set_to_develop_on(sets: dict[str, list[Label]]) -> None:
    assert sets["development"]


def test_no_document_is_in_two_sets(sets: dict[str, list[Label]]) -> None:
    made_up = [label for labels in pages.made_up().values() for label in labels]
    names = [label["document"] for labels in (*sets.values(), made_up) for label in labels]
    assert len(names) == len(set(names))
    texts = [
        {
            sentence["text"]
            for label in labels
            for sentence in label["sentences"]
            if len(sentence["text"]) >= LONG
        }
        for labels in sets.values()
    ]
    assert [one & other for one, other in combinations(texts, 2) if one & other] == []


def test_articles_that_are_not_given_are_named_as_not_run(index: dict[str, Any]) -> None:
    assert pages.told_of_articles(None, None, index).startswith("Not run")
