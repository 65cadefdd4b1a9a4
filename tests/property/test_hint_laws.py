"""Law of hints: what a pattern finds holds its hint, so that looking there first misses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reviewkit.prose import aims, goals, topic
from reviewkit.prose.patterns import Words
from reviewkit.prose.stance import denying, limiting, reporting

HINTED = {
    "negated": (denying._NEGATED, denying._NEGATIVE),
    "not done": (denying._NOT_DONE, denying._NEGATIVE),
    **{f"aim {number}": (way, aims._HINTS) for number, way in enumerate(aims._AIMS)},
    "goal": (goals._GOAL, goals._HINT),
    "works": (topic._WORKS, topic._HINT),
}
#: Each way of saying something that is looked for behind hints.
WAYS = [
    pytest.param(words, way, id=f"{name} {number}")
    for module in (denying, limiting, reporting)
    for name, families in vars(module).items()
    if name.startswith("_") and isinstance(families, tuple)
    for words in families
    if isinstance(words, Words) and name not in {"_LIMITS", "_DENIES", "_REPORTS"}
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


@pytest.mark.parametrize(("words", "way"), WAYS)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_each_way_holds_a_hint(words: Words, way: str, data: st.DataObject) -> None:
    pattern = re.compile(way)
    text = data.draw(st.from_regex(pattern))
    found = pattern.search(text)
    assume(found)
    assert found is not None
    assert words.hinted(found[0])
