"""Law of hints: what a pattern finds holds its hint, so that looking there first misses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reviewkit.prose import background, caveat, lead_ins, topic, wording
from reviewkit.prose.patterns import Hinted, Ways, Words, small
from reviewkit.prose.stance import asking, denying, limiting, reporting
from reviewkit.prose.studies import reports
from reviewkit.prose.suggestion import boosting

HINTED = {
    "negated": (denying._NEGATED, denying._NEGATIVE),
    "not done": (denying._NOT_DONE, denying._NEGATIVE),
    "works": (topic._WORKS, topic._HINT),
}
#: Each pattern that stands behind hints of its own.
BEHIND = [
    pytest.param(hinted, id=f"{module.__name__.rpartition('.')[2]} {name} {number}")
    for module in (background, caveat, lead_ins, asking, reports, boosting)
    for name, value in vars(module).items()
    for number, one in enumerate(value if isinstance(value, tuple) else (value,))
    for hinted in (one if isinstance(one, tuple) else (one,))
    if isinstance(hinted, Hinted)
]
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


@pytest.mark.parametrize("hinted", BEHIND)
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_begins_its_words_as_the_hints_do(
    hinted: Hinted, data: st.DataObject
) -> None:
    text = small(data.draw(st.from_regex(re.compile(hinted.lazy.pattern))))
    assume(hinted.lazy.search(text))
    assert hinted.hints.may_be_in(text)


@pytest.mark.parametrize(("words", "way"), WAYS)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_each_way_holds_a_hint(words: Words, way: str, data: st.DataObject) -> None:
    pattern = re.compile(way)
    text = data.draw(st.from_regex(pattern))
    found = pattern.search(text)
    assume(found)
    assert found is not None
    assert words.hints.may_be_in(found[0])
