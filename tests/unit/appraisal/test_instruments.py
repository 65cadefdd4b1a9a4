"""Instruments as data: that they hang together, and what they ask when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import get_args

import pytest

from reviewkit.appraisal import INSTRUMENTS, Ask, Instrument, assess, paths
from reviewkit.appraisal.tree import Branch
from reviewkit.records.appraised import InstrumentKey

each = pytest.mark.parametrize("instrument", INSTRUMENTS.values(), ids=lambda one: one.key)
#: Items of each instrument, as published, and the domains they fall into.
SIZES = {
    "rob-2": (22, 5),
    "rob-2-crossover": (26, 6),
    "robins-i": (30, 7),
    "jbi-single-arm": (9, 9),
    "jbi-cross-sectional": (8, 8),
    "jbi-case-control": (10, 10),
    "jbi-case-series": (10, 10),
    "jbi-prevalence": (9, 9),
    "jbi-reviews": (11 + 1, 11 + 1),  # with item T of this project
    "syrcle": (10, 10),
}


def items_of(flow: Branch) -> Iterator[str]:
    if isinstance(flow, Ask):
        yield flow.item
        for branch in flow.branches.values():
            yield from items_of(branch)


def test_a_record_may_name_every_instrument() -> None:
    assert set(get_args(InstrumentKey)) == set(INSTRUMENTS)


@each
def test_number_of_items_and_domains(instrument: Instrument) -> None:
    assert (len(instrument.items), len(instrument.domains)) == SIZES[instrument.key]
    listed = [item.id for domain in instrument.domains for item in domain.items]
    assert len(set(listed)) == len(listed)
    labels = [item.label for item in instrument.items.values()]
    assert len(set(labels)) == len(labels)


@each
def test_a_domain_asks_what_its_flows_ask_and_ends_on_its_ladder(instrument: Instrument) -> None:
    for domain in instrument.domains:
        own = {item.id for item in domain.items}
        assert {item for flow in domain.flows for item in items_of(flow)} == own
        ends = {end for flow in domain.flows for _, end in paths(flow)}
        assert ends <= set(instrument.ladder)
        assert set(instrument.risks) == set(instrument.ladder)


@each
def test_a_flow_asks_an_item_only_where_the_instrument_does(instrument: Instrument) -> None:
    """The two tellings of one thing: when an item is asked, and where a flow comes to it."""
    letter = {"yes": instrument.answers[0], "no": instrument.answers[-1]}
    if "yes" in instrument.answers:
        letter = {"yes": "yes", "no": "no"}
    for domain in instrument.domains:
        for flow in domain.flows:
            for path, end in paths(flow):
                given = {
                    item: letter.get(kind, "not reported")
                    for item, kind in path
                    if kind != "not applicable"
                }
                if any(kind == "not applicable" for _, kind in path):
                    continue
                asked = instrument.kinds(given)
                assert {item for item, _ in path} <= set(asked), path
                # 3.2 of RoB 2 knows no "no information": it counts as no.
                assert all(asked[item] == kind for item, kind in path if item != "3.2"), path
                found = next(d for d in assess(instrument, given).domains if d.key == domain.key)
                assert instrument.ladder.index(found.judgement) >= instrument.ladder.index(end)


def test_questions_are_asked_as_earlier_answers_lead_to_them() -> None:
    rob = INSTRUMENTS["rob-2"]
    first = {"1.1", "1.2", "1.3", "2.1", "2.2", "2.6", "3.1", "4.1", "4.2", "5.1", "5.2", "5.3"}
    blinded = {"2.1": "N", "2.2": "PN", "2.6": "Y", "3.1": "Y", "4.1": "Y", "4.2": "N"}
    assert set(rob.kinds(blinded)) == first
    open_ = {"2.1": "Y", "2.3": "PY", "2.4": "Y", "2.6": "N", "3.1": "N", "3.2": "N", "3.3": "Y"}
    assert {"2.3", "2.4", "2.5", "2.7", "3.2", "3.3", "3.4", "4.3", "4.4", "4.5"} <= set(
        rob.kinds(open_)
    )
    assert "2.4" not in rob.kinds({"2.1": "Y"})


def test_no_confounding_ends_the_questions_on_it() -> None:
    robins = INSTRUMENTS["robins-i"]
    assert not {"1.2", "1.4"} & set(robins.kinds({"1.1": "N"}))
    assert {"1.2", "1.4", "1.6"} <= set(robins.kinds({"1.1": "Y", "1.2": "N"}))
    assert "1.7" in robins.kinds({"1.1": "Y", "1.2": "Y", "1.3": "Y"})


def test_the_worse_of_two_parts_counts_with_its_own_path() -> None:
    found = assess(INSTRUMENTS["rob-2"], {"2.1": "N", "2.2": "N", "2.6": "N", "2.7": "Y"})
    deviations = found.domains[1]
    assert (deviations.judgement, deviations.path) == ("high", ("2.6 no", "2.7 yes"))


@pytest.mark.parametrize("words", list(product(("Y", "N", "not in what was read"), repeat=3)))
def test_a_judgement_lies_between_the_best_and_the_worst(words: tuple[str, str, str]) -> None:
    rob = INSTRUMENTS["rob-2"]
    found = assess(rob, dict(zip(("1.1", "1.2", "1.3"), words, strict=True)))
    ladder = rob.ladder.index
    for domain in found.domains:
        assert ladder(domain.at_best) <= ladder(domain.judgement) <= ladder(domain.at_worst)
        assert not domain.settled or domain.judgement == domain.at_best


def test_what_was_not_read_is_counted() -> None:
    found = assess(INSTRUMENTS["syrcle"], {"1": "yes", "2": "not reported"})
    assert (found.asked, found.answered, found.unread) == (10, 1, 8)
