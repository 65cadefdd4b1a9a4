"""Law of hints: what a pattern finds holds its hint, so that looking there first misses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reviewkit.prose import asking, stance, topic

HINTED = {
    "negated": (stance._NEGATED, stance._NEGATIVE),
    "not done": (stance._NOT_DONE, stance._NEGATIVE),
    "studied": (asking._STUDIED, asking._STUDIES),
    "works": (topic._WORKS, topic._HINT),
}


@pytest.mark.parametrize("name", sorted(HINTED))
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_holds_the_hint(name: str, data: st.DataObject) -> None:
    pattern, hint = HINTED[name]
    text = data.draw(st.from_regex(re.compile(pattern.pattern)))
    assume(pattern.search(text))
    assert hint.search(text)
