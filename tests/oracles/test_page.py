"""The validation page is what a run over the pinned cases gives, and each bound holds here."""

from __future__ import annotations

import re

from tests.oracles import page
from tests.oracles.pinned import CASES

BOUND = re.compile(r"\de[-+]\d\d")

ROOM_OF_THE_PAGE = 100
"""A printed bound is at most so many times the power of ten that would do here."""


def test_page_is_up_to_date() -> None:
    written, measured = page.PAGE.read_text(encoding="utf-8"), page.page(room=1)
    assert BOUND.sub("", written) == BOUND.sub("", measured), (
        "write it again: python -m tests.oracles.page"
    )


def test_every_bound_holds_and_is_no_looser_than_it_need_be() -> None:
    written, measured = page.PAGE.read_text(encoding="utf-8"), page.page(room=1)
    bounds = zip(BOUND.findall(written), BOUND.findall(measured), strict=True)
    wrong = [
        pair for pair in bounds if not 1 <= float(pair[0]) / float(pair[1]) <= ROOM_OF_THE_PAGE
    ]
    assert wrong == []


def test_every_case_is_counted_once() -> None:
    done = page.run()
    solved = sum(family.cases for family in done.families.values())
    assert solved + sum(done.refused.values()) == len(CASES)
