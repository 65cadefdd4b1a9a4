"""What a document is about, and which of its sentences speak of the review's treatment."""

from __future__ import annotations

import pytest

from reviewkit.prose.scope import GENERAL
from tests.unit.prose.reader import readings, sentence

OTHER = [sentence(f"Brushing is old, {number}.", block=number) for number in range(GENERAL)]
EFFECT = sentence("Brushing reduces stress.", block=GENERAL)


def _links(*said: object, title: str) -> int:
    return len(readings(*OTHER, *said, title=title)[-1].links)  # type: ignore[arg-type]


def test_a_title_on_the_subject_alone_may_be_general() -> None:
    assert _links(EFFECT, title="Why brushing is good") == 0
    assert _links(EFFECT, title="Why brushing cats is good") == 1
    assert len(readings(EFFECT, title="Why brushing is good")[0].links) == 1


def test_a_general_title_is_narrowed_by_what_the_sentences_name() -> None:
    cats = [sentence("Cats are old.", block=10 + number) for number in range(3)]
    assert _links(*cats, EFFECT, title="Why brushing is good") == 1
    assert _links(sentence("Brushing a cat reduces stress."), title="Why brushing is good") == 1


@pytest.mark.parametrize(
    ("first", "then", "links"),
    [
        ("Catnip is green.", "It reduces stress.", 0),
        ("Catnip is green.", "They reduce stress.", 1),
        ("Catnip is green.", "Now it reduces stress.", 1),
        ("Catnip is green.", "This brushing reduces stress.", 1),
        ("It is as green as catnip.", "It reduces stress.", 1),
    ],
)
def test_a_pronoun_after_another_treatment_stands_for_that(
    first: str, then: str, links: int
) -> None:
    assert len(readings(first, then)[-1].links) == links


def test_so_do_those_that_follow_it() -> None:
    found = readings("Catnip is green.", "It grows.", "It reduces stress.")
    assert [entry.silenced for entry in found] == [True, True, True]


def test_an_entry_is_on_the_other_treatment_that_it_begins_with() -> None:
    entry = [
        sentence(text, kind="bullet", block=3)
        for text in ("Catnip is green.", "The scent reduces stress.")
    ]
    after = sentence("The scent reduces stress.", kind="bullet", block=4)
    found = readings(*entry, after)
    assert [entry.silenced for entry in found] == [True, True, False]


def _under(*headings: str, title: str) -> list[bool]:
    said = [
        sentence(text, kind=kind, block=number, heading=heading)
        for number, heading in enumerate(headings)
        for kind, text in (("heading", heading), ("paragraph", "That reduces stress."))
    ]
    return [entry.silenced for entry in readings(*said, title=title) if entry.links] or [True]


def test_numbered_headings_beside_one_on_the_treatment_are_other_remedies() -> None:
    opening = "1. Cat brushing"
    assert len(_under(opening, "2. Long walks", title="What calms cats")) == 1
    assert len(_under(opening, "Long walks", title="What calms cats")) == 2
    assert len(_under(opening, "2. Long walks", title="Why brushing calms cats")) == 2


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Unlike any catnip, it reduces stress.", 1),
        ("It reduces stress better than catnip.", 1),
        ("Without catnip or pills it reduces stress.", 1),
        ("Unlike pills, catnip reduces stress.", 0),
        ("It reduces stress with catnip.", 0),
    ],
)
def test_another_treatment_may_only_be_set_against(text: str, links: int) -> None:
    assert len(readings(text)[0].links) == links


@pytest.mark.parametrize(
    ("title", "silent"),
    [("Ten tips for calm cats", True), ("What calms cats", False), ("Tips on brushing", False)],
)
def test_each_heading_of_a_document_on_ways_is_another_one(title: str, *, silent: bool) -> None:
    said = [
        sentence("Cat brushing", kind="heading", heading="Cat brushing"),
        sentence("Cat brushing is old.", block=1, heading="Cat brushing"),
        sentence("Long walks", kind="heading", block=2, heading="Long walks"),
        sentence("This reduces stress.", block=3, heading="Long walks"),
        sentence("How it works", kind="heading", block=4, heading="How it works"),
        sentence("It reduces stress.", block=5, heading="How it works"),
    ]
    found = readings(*said, title=title)
    assert found[3].silenced is silent
    assert not found[5].silenced


@pytest.mark.parametrize(("lead", "silent"), [("How to do it:", False), ("Others:", True)])
def test_a_list_shows_how_the_treatment_above_it_is_done(lead: str, *, silent: bool) -> None:
    told = [sentence("It grows on clay.", block=number) for number in range(10)]
    named = sentence("Try cat brushing.", block=20, heading="Calm")
    entry = sentence("Hold its belly.", kind="bullet", block=22, lead_in=lead, heading="Calm")
    found = readings(*told, named, entry, title="Gardens")
    assert found[-1].silenced is silent


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Run your fingers along the cat, and it reduces stress.", False),
        ("Run your fingers along the wall, and it reduces stress.", True),
        ("Run along with the cat, and it reduces stress.", True),
        ("Put catnip on the cat with your hands, and it reduces stress.", True),
    ],
)
def test_what_hands_do_where_the_treatment_was_named_is_the_treatment(
    text: str, *, silent: bool
) -> None:
    told = [sentence("It grows on clay.", block=number) for number in range(10)]
    named = sentence("Try cat brushing.", block=20, heading="Calm")
    shown = sentence(text, block=22, heading="Calm")
    assert readings(*told, named, shown, title="Gardens")[-1].silenced is silent
    assert readings(*told, shown, title="Gardens")[-1].silenced
