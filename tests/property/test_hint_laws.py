"""Law of hints: what a pattern finds holds its hint, so that looking there first misses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reviewkit.prose import background, topic, wording
from reviewkit.prose.patterns import Ways, Words, starts
from reviewkit.prose.stance import asking, denying, limiting, reporting

HINTED = {
    "negated": (denying._NEGATED, denying._NEGATIVE),
    "not done": (denying._NOT_DONE, denying._NEGATIVE),
    "works": (topic._WORKS, topic._HINT),
}
#: Patterns that are looked for where a text holds one of some starts of words.
STARTED = {
    "facts": (background._FACTS, background._FACT_HINTS),
    "studied": (asking._STUDIED, asking._STUDIED_HINTS),
    "aims": (asking._AIM, asking._AIM_HINTS),
}
#: Each way of saying something that is looked for behind hints.
WAYS = [
    pytest.param(words, way, id=f"{name} {number}")
    for module in (denying, limiting, reporting)
    for name, value in vars(module).items()
    for ways in (value if isinstance(value, tuple) else (value,))
    if isinstance(ways, Ways)
    for words in ways.words
    for number, way in enumerate(words.alternatives)
] + [
    pytest.param(words, way, id=f"wording {level} {number}")
    for levels in (wording._SENTENCE, wording._VERB)
    for level, words in levels.items()
    for number, way in enumerate(words.alternatives)
]


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
    text = data.draw(st.from_regex(re.compile(pattern.pattern)))
    assume(pattern.search(text) and not text.startswith("does anyone"))  # that opens a question
    assert hints.stand_in(text)


@pytest.mark.parametrize(("words", "way"), WAYS)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_each_way_holds_a_hint(words: Words, way: str, data: st.DataObject) -> None:
    pattern = re.compile(way)
    text = data.draw(st.from_regex(pattern))
    found = pattern.search(text)
    assume(found)
    assert found is not None
    assert words.may_be_in(starts(found[0]))
