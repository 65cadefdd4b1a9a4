"""Law of hints: what a pattern finds holds its hint, so that looking there first misses nothing."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reviewkit.prose import aims, anaphora, background, caveat, goals, lead_ins, topic, wording
from reviewkit.prose.patterns import Hinted, Ways, Words, small
from reviewkit.prose.stance import asking, denying, limiting, reporting
from reviewkit.prose.studies import reports
from reviewkit.prose.suggestion import boosting

#: Rules that look for phrases behind hints; the package has a function by the name of each.
RULES = [import_module(f"reviewkit.prose.rules.{n}") for n in ("dose", "safety", "testimonial")]
HINTED = {
    "negated": (denying._NEGATED, denying._NEGATIVE),
    "not done": (denying._NOT_DONE, denying._NEGATIVE),
    **{f"aim {number}": (way, aims._HINTS) for number, way in enumerate(aims._AIMS)},
    "goal": (goals._GOAL, goals._HINT),
    "works": (topic._WORKS, topic._HINT),
}
#: Patterns that are looked for where a text holds one of some starts of words.
STARTED = {
    "studied": (asking._STUDIED, asking._STUDIED_HINTS),
    "caveats": (caveat._TRAILING, caveat._HINTS),
    "caveats at the start": (caveat._LEADING, caveat._HINTS),
    "aims": (asking._AIM, asking._AIM_HINTS),
}
#: Patterns that are looked for, and compiled, only behind their hints; and how they are looked for.
BEHIND = [
    pytest.param(one, how, id=f"{module.__name__.rpartition('.')[2]} {name} {number}")
    for how, modules in (
        ("match", (anaphora,)),
        ("search", (background, boosting, caveat, lead_ins, reports)),
    )
    for module in modules
    for name, value in vars(module).items()
    for number, row in enumerate(value if isinstance(value, tuple) else (value,))
    for one in (row if isinstance(row, tuple) else (row,))
    if isinstance(one, Hinted)
]
#: Each way of saying something that is looked for behind hints.
WAYS = [
    pytest.param(words, way, id=f"{name} {number}")
    for module in (denying, limiting, reporting, *RULES)
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
    text = small(data.draw(st.from_regex(re.compile(pattern.pattern))))
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
    assert words.hints.stand_in(found[0])


@pytest.mark.parametrize(("behind", "how"), BEHIND)
@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_found_behind_hints_holds_them(
    behind: Hinted, how: str, data: st.DataObject
) -> None:
    pattern = re.compile(behind.lazy.pattern)
    text = small(data.draw(st.from_regex(pattern)))
    assume(getattr(pattern, how)(text))
    assert behind.hints.stand_in(text)
