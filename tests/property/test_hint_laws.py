"""Law of hints: what a pattern finds holds its hint, so that looking there first misses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reviewkit.prose import (
    aims,
    anaphora,
    at_large,
    background,
    caveat,
    elsewhere,
    goals,
    lead_ins,
    topic,
    wording,
)
from reviewkit.prose.patterns import Hinted, Ways, Words, small
from reviewkit.prose.stance import asking, denying, limiting, reporting, varying, voices
from reviewkit.prose.studies import reports
from reviewkit.prose.suggestion import boosting

#: Rules that look for phrases behind hints; the package has a function by the name of each.
RULES = [import_module(f"reviewkit.prose.rules.{n}") for n in ("dose", "safety", "testimonial")]
HINTED = {
    "negated": (denying._NEGATED, denying._NEGATIVE),
    "not done": (denying._NOT_DONE, denying._NEGATIVE),
    "works": (topic._WORKS, topic._HINT),
}
#: Patterns that are looked for where a text holds one of some starts of words.
STARTED = {
    "caveats": (caveat._TRAILING, caveat._HINTS),
    "caveats at the start": (caveat._LEADING, caveat._HINTS),
}


def hinted(value: object) -> Iterator[Hinted]:
    """Yield the patterns behind hints in a value of a module."""
    if isinstance(value, Hinted):
        yield value
    elif isinstance(value, Ways):
        yield from value.each
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from hinted(one)


#: Every pattern behind hints, and how it is looked for.
EVERY = [
    pytest.param(one, how, id=f"{module.__name__.rpartition('.')[2]} {name} {number}")
    for how, modules in (
        ("match", (anaphora,)),
        (
            "search",
            (aims, asking, at_large, background, boosting, caveat, denying, goals, lead_ins),
        ),
        ("search", (elsewhere, limiting, reporting, reports, varying, voices, wording, *RULES)),
    )
    for module in modules
    for name, value in vars(module).items()
    for number, one in enumerate(hinted(value))
]
#: Those that are words, some together, and the others. A test for each would run one function many
#: hundred times, and hypothesis nests its settings once a run.
WORDS = [(one.id, words) for one in EVERY if isinstance(words := one.values[0], Words)]
TOGETHER = 10
WAYS = [
    pytest.param(WORDS[first : first + TOGETHER], id=f"from {WORDS[first][0]}")
    for first in range(0, len(WORDS), TOGETHER)
]
BEHIND = [one for one in EVERY if not isinstance(one.values[0], Words)]


@pytest.mark.parametrize("name", sorted(HINTED))
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_holds_the_hint(name: str, data: st.DataObject) -> None:
    pattern, hint = HINTED[name]
    text = data.draw(st.from_regex(re.compile(pattern.pattern)))
    assume(pattern.search(text))
    assert hint.search(text)


@pytest.mark.parametrize("name", sorted(STARTED))
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_begins_a_word_as_its_hint_does(name: str, data: st.DataObject) -> None:
    pattern, hints = STARTED[name]
    text = small(data.draw(st.from_regex(re.compile(pattern.pattern))))
    assume(pattern.search(text))
    assert hints.stand_in(text)


@pytest.mark.parametrize("families", WAYS)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_each_way_holds_a_hint(families: list[tuple[str, Words]], data: st.DataObject) -> None:
    for name, words in families:
        for way in words.alternatives:
            pattern = re.compile(way)
            found = pattern.search(data.draw(st.from_regex(pattern)))
            assert found is None or words.hints.stand_in(found[0]), (name, way)


@pytest.mark.parametrize(("behind", "how"), BEHIND)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_behind_hints_holds_them(
    behind: Hinted, how: str, data: st.DataObject
) -> None:
    pattern = re.compile(behind.pattern.pattern)
    text = small(data.draw(st.from_regex(pattern)))
    assume(getattr(pattern, how)(text))
    assert behind.hints.stand_in(text)
