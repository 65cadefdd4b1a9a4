"""What may stand where, in words: for every field of every record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from reviewkit.evidence.forms import fields_at, form_at, key_form_at, meaning_at, options_at
from reviewkit.records import Body, Claim, Missing, Review, Source, Study, Vocabulary
from reviewkit.records.study import Allocation
from reviewkit.source import Steps

MODELS: list[type[BaseModel]] = [Body, Claim, Review, Source, Study, Vocabulary]
WHERE_NONE = "; or, where there is none, why: not in what was read, not reported, not sought"


def fields(model: type[BaseModel], path: Steps = ()) -> Iterator[Steps]:
    """Yield the path of every field, through one entry of each list and mapping."""
    for name in fields_at(model, path):
        yield (*path, name)
        for below in ((), (0,), ("an-entry",)):
            inner = (*path, name, *below)
            if fields_at(model, inner):
                yield from fields(model, inner)
                break


@pytest.mark.parametrize("model", MODELS)
def test_every_field_says_what_may_stand_there(model: type[BaseModel]) -> None:
    forms = {path: form_at(model, path) for path in fields(model)}
    assert len(forms) > 1
    for path, form in forms.items():
        assert re.match(
            r"(an? |one of |text|twelve |named entries|true or false|0 uncertain)", form
        ), path


FORMS: list[tuple[type[BaseModel], Steps, str]] = [
    (Study, ("population", "n", "enrolled"), f"a whole number, such as 43 or 1,899{WHERE_NONE}"),
    (
        Study,
        ("results", "x", "before", "mean"),
        "a number as printed and without its unit, such as 0.085, 1,899, < .001 or 11 to 20",
    ),
    (Study, ("design", "allocation"),
     f"one of randomised, not randomised, quasi-randomised{WHERE_NONE}"),
    (Study, ("citation", "authors"),
     "a list of at least 1, each text, not blank, of at most 4,000 characters"),
    (Study, ("read",), "named entries, each a mapping with url, access, on"),
    (Study, ("citation", "doi"), "a bare DOI, such as 10.1000/182"),
    (Body, ("threshold", "target"), "one of null, mid, size"),
    (Review, ("outcomes", "x", "mid"),
     "a mapping with value, unit, source, basis; or none known"),
    (Claim, ("mentions", 3, "line"), "a whole number, at least 1"),
]  # fmt: skip


@pytest.mark.parametrize(("model", "path", "form"), FORMS)
def test_form(model: type[BaseModel], path: Steps, form: str) -> None:
    assert form_at(model, path) == form


def test_words_that_may_stand_at_a_place() -> None:
    assert options_at(Body, ("threshold", "target")) == ("null", "mid", "size")
    assert set(options_at(Study, ("design", "allocation"))) == {
        *get_args(Allocation),
        *Missing,
    }
    assert options_at(Study, ("population", "who")) == ()


def test_keys() -> None:
    assert fields_at(Body, ("judgements",))[-1] == "overall"
    assert fields_at(Review, ("assumptions",)) == ("correlation",)
    assert key_form_at(Body, ("judgements",)).startswith("one of risk-of-bias, inconsistency")
    assert key_form_at(Study, ("arms",)).startswith("an id of at most 80 small letters")


def test_what_a_field_is_for() -> None:
    assert meaning_at(Study, ("results", "x", "versus")) == "the arm that it is compared with"
    assert meaning_at(Study, ("results", "x", "where")) == "where in that document, in own words"
    assert meaning_at(Study, ("citation", "title")) is None


def test_nothing_is_said_of_places_that_no_record_has() -> None:
    nowhere: Any = ("results", "x", "no-such-field", 3)
    assert (form_at(Study, nowhere), fields_at(Study, nowhere)) == ("", ())
