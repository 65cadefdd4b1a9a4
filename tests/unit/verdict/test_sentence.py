"""What the routes know of a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewkit.verdict import of_mention, of_statement
from tests.spec.sentences import body, graded
from tests.unit.builder import a_mention


def test_the_statement_of_a_claim_is_a_plain_assertion_that_names_nothing() -> None:
    claim = graded().claims["sooner"].claim
    sentence = of_statement(graded().evidence, claim, {})
    assert (sentence.wording, sentence.stance, sentence.names) == (3, "asserts", ())
    assert sentence.kinds == (claim.kind,)
    assert sentence.about == "disorder"


def test_a_mention_is_what_was_recorded_of_it() -> None:
    mention = a_mention("{wording: '1', stance: limits, names: [n, source], setting: cells}")
    sentence = of_mention(graded().evidence, graded().claims["sooner"].claim, {}, mention)
    assert (sentence.wording, sentence.stance) == (1, "limits")
    assert (sentence.names, sentence.setting) == (("n", "source"), "cells")


@pytest.mark.parametrize(
    ("names", "setting", "settings", "named"),
    [
        ((), None, ("cells",), False),
        (("setting",), None, ("cells",), True),
        (("source",), None, ("cells",), False),
        ((), "cells", ("cells",), True),
        ((), "animals", ("cells",), False),
        ((), "people", ("cells",), False),
        (("setting",), "animals", ("cells",), False),
        ((), "tissue", ("cells", "tissue"), True),
    ],
)
def test_a_setting_is_named_by_naming_it(
    names: tuple[str, ...], setting: str | None, settings: tuple[str, ...], named: bool
) -> None:
    sentence = of_statement(graded().evidence, graded().claims["sooner"].claim, {})
    sentence = replace(sentence, names=names, setting=setting)
    assert sentence.names_setting(body(settings=settings)) is named


@pytest.mark.parametrize(
    ("names", "sourced"), [((), False), (("setting",), True), (("source",), True), (("n",), False)]
)
def test_a_source_is_named_by_its_setting_too(names: tuple[str, ...], sourced: bool) -> None:
    sentence = of_statement(graded().evidence, graded().claims["sooner"].claim, {})
    assert replace(sentence, names=names).names_source is sourced


def test_a_minimal_important_difference_in_another_unit_stands_against_nothing() -> None:
    """The outcome's is 5 minutes."""
    sentence = of_statement(graded().evidence, graded().claims["sooner"].claim, {})
    near = body(says="little to no difference")
    assert sentence.outcome(near).says == "little to no difference"
    in_hours = replace(near, synthesis=replace(near.synthesis, unit="hours"))
    assert sentence.outcome(in_hours).says == "favours"
