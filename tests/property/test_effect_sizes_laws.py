"""Laws that effect sizes of many studies obey, for every measure that they hold for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviewkit.effects import EffectSizes, effect_sizes
from reviewkit.effects.equations.solution import Array
from reviewkit.effects.sizes import MEASURES
from reviewkit.effects.sizes import designs as d
from reviewkit.errors import NotEstimable
from tests.property.studies import RATIOS_AND_DIFFERENCES, Data, design_of, studies, swapped

IDENTITY = 1e-9
"""Relative: the laws are exact, floating-point sums are not."""

few = settings(max_examples=8)
"""Of each measure and variance type, of which there are many."""

AVERAGING = frozenset({"AV", "AVHO", "HO"})
"""Variance types that look at all studies at once."""

VTYPES = [(name, vtype) for name, measure in MEASURES.items() for vtype in measure.variances]
OF_EACH_ALONE = [(name, vtype) for name, vtype in VTYPES if vtype not in AVERAGING]
UNSYMMETRIC = frozenset({"SMD1", "SMD1H", "PETO"})
"""SMD1 and SMD1H standardise by group 2."""

ONE_UNIT = {"MD": 1, "MC": 1, "MN": 1}
UNITLESS = (
    *("SMD", "SMDH", "SMD1", "SMD1H", "ROM", "VR", "CVR", "RPB", "RBIS", "D2OR", "D2ORL", "D2ORN"),
    *("SMCC", "SMCR", "SMCRH", "ROMC", "CVRC", "VRC", "SMN", "CVLN"),
)
IN_UNITS = ("mean", "sd", "mean1", "sd1", "mean2", "sd2")


def close(x: Array, y: Array, scale: float = 1.0) -> None:
    assert x == pytest.approx(y, rel=IDENTITY, abs=IDENTITY * scale, nan_ok=True)


def rows(data: Data, order: list[int]) -> Data:
    return {name: [values[i] for i in order] for name, values in data.items()}


@pytest.mark.parametrize("measure", sorted(set(RATIOS_AND_DIFFERENCES) - UNSYMMETRIC | {"PETO"}))
@few
@given(data=st.data())
def test_swapping_the_arms_turns_the_sign(measure: str, data: st.DataObject) -> None:
    drawn = data.draw(studies(measure))
    one, other = effect_sizes(measure, drawn), effect_sizes(measure, swapped(drawn))
    close(one.y, -other.y)
    close(one.v, other.v)
    close(one.lower, -other.upper, 1e3)
    assert one.estimable.tolist() == other.estimable.tolist()


@pytest.mark.parametrize(("measure", "vtype"), VTYPES)
@few
@given(data=st.data())
def test_permuted_studies_give_permuted_effects(
    measure: str, vtype: str, data: st.DataObject
) -> None:
    drawn = data.draw(studies(measure, least=2))
    k = len(next(iter(drawn.values())))
    order = data.draw(st.permutations(range(k)))
    straight = effect_sizes(measure, drawn, vtype=vtype)
    permuted = effect_sizes(measure, rows(drawn, order), vtype=vtype)
    close(permuted.y, straight.y[order])
    close(permuted.v, straight.v[order])
    assert permuted.why_not == tuple(straight.why_not[i] for i in order)


@pytest.mark.parametrize(("measure", "vtype"), OF_EACH_ALONE)
@few
@given(data=st.data())
def test_a_study_given_twice_has_twice_the_same_effect(
    measure: str, vtype: str, data: st.DataObject
) -> None:
    drawn = data.draw(studies(measure))
    k = len(next(iter(drawn.values())))
    alone = effect_sizes(measure, drawn, vtype=vtype)
    twice = effect_sizes(measure, rows(drawn, [*range(k), 0]), vtype=vtype)
    close(twice.y, np.append(alone.y, alone.y[0]))
    close(twice.v, np.append(alone.v, alone.v[0]))


@pytest.mark.parametrize("measure", sorted(UNITLESS))
@few
@given(data=st.data(), factor=st.floats(0.01, 100))
def test_a_change_of_unit_leaves_what_has_none(
    measure: str, data: st.DataObject, factor: float
) -> None:
    drawn = data.draw(studies(measure))
    one, other = effect_sizes(measure, drawn), effect_sizes(measure, in_unit(drawn, factor))
    close(one.y, other.y)
    close(one.v, other.v)


@pytest.mark.parametrize("vtype", ["LS", "LS2"])
@few
@given(data=st.data(), factor=st.floats(0.01, 100))
def test_a_change_of_unit_leaves_smdh(vtype: str, data: st.DataObject, factor: float) -> None:
    drawn = data.draw(studies("SMDH"))
    one = effect_sizes("SMDH", drawn, vtype=vtype)
    close(one.v, effect_sizes("SMDH", in_unit(drawn, factor), vtype=vtype).v)


@pytest.mark.parametrize("measure", sorted(ONE_UNIT))
@few
@given(data=st.data(), factor=st.floats(0.01, 100))
def test_a_change_of_unit_scales_what_has_one(
    measure: str, data: st.DataObject, factor: float
) -> None:
    drawn = data.draw(studies(measure))
    one, other = effect_sizes(measure, drawn), effect_sizes(measure, in_unit(drawn, factor))
    close(one.y * factor, other.y, 1e4)
    close(one.v * factor**2, other.v)


def in_unit(data: Data, factor: float) -> Data:
    return {
        name: [x * factor for x in values] if name.startswith(("mean", "sd")) else values
        for name, values in data.items()
    }


@pytest.mark.parametrize("measure", ["MD", "SMD", "SMDH", "SMD1", "ROM", "MN", "MNLN", "VR", "CVR"])
@few
@given(data=st.data())
def test_no_spread_at_all_is_not_estimable_and_says_so(measure: str, data: st.DataObject) -> None:
    drawn = data.draw(studies(measure))
    flat = {name: [0.0] * len(x) if name.startswith("sd") else x for name, x in drawn.items()}
    sizes = effect_sizes(measure, flat)
    assert not sizes.estimable.any()
    assert all("0" in (reason or "") for reason in sizes.why_not)
    with pytest.raises(NotEstimable):
        sizes.effect()


@pytest.mark.parametrize("measure", ["MC", "SMCC"])
@few
@given(data=st.data())
def test_no_spread_of_the_change_is_not_estimable(measure: str, data: st.DataObject) -> None:
    drawn = data.draw(studies(measure))
    sizes = effect_sizes(
        measure, {**drawn, "sd_after": drawn["sd_before"], "r": [1.0] * len(drawn["r"])}
    )
    assert all("SD of the change is 0" in (reason or "") for reason in sizes.why_not)


COUNTS = [name for name, measure in MEASURES.items() if measure.design.cells]


@pytest.mark.parametrize("to", ["only0", "if0all", "all", "none"])
@pytest.mark.parametrize("measure", COUNTS)
@few
@given(data=st.data())
def test_every_row_of_counts_is_finite_or_says_why_not(
    measure: str, to: Any, data: st.DataObject
) -> None:
    sizes = effect_sizes(measure, data.draw(studies(measure)), to=to)
    assert len(sizes.choices) >= 1
    for i, reason in enumerate(sizes.why_not):
        fine = bool(np.isfinite(sizes.y[i]) and np.isfinite(sizes.v[i]) and sizes.v[i] > 0)
        assert fine or reason is not None


@pytest.mark.parametrize("measure", COUNTS)
@few
@given(data=st.data())
def test_without_a_zero_only_all_corrects(measure: str, data: st.DataObject) -> None:
    drawn = data.draw(studies(measure))
    drawn = {
        name: [x + 1 for x in values] if name in design_of(measure).cells else values
        for name, values in drawn.items()
    }
    plain = effect_sizes(measure, drawn, to="none")
    for to in ("only0", "if0all"):
        same = effect_sizes(measure, drawn, to=to)
        close(same.y, plain.y)
        assert same.notes == ((),) * len(same)
    corrected = effect_sizes(measure, drawn, to="all", add=0.5)
    assert all("0.5 added" in notes[0] for notes in corrected.notes)


@pytest.mark.parametrize("measure", ["RR", "OR", "PETO", "IRR", "YUQ", "PBIT", "OR2D"])
@few
@given(data=st.data())
def test_studies_without_any_event_say_nothing_of_a_ratio(
    measure: str, data: st.DataObject
) -> None:
    drawn = data.draw(studies(measure))
    empty = {name: [0] * len(x) if name.startswith("events") else x for name, x in drawn.items()}
    sizes = effect_sizes(measure, empty)
    assert not sizes.estimable.any()
    assert np.isnan(sizes.y).all()
    for reason in sizes.why_not:
        assert (
            "no event" in str(reason)
            or "nobody had the event" in str(reason)
            or ("without people" in str(reason))
        )


@pytest.mark.parametrize("measure", ["RD", "IRD", "AS", "IRSD"])
@few
@given(data=st.data())
def test_studies_without_any_event_do_bear_on_a_difference(
    measure: str, data: st.DataObject
) -> None:
    drawn = data.draw(studies(measure))
    empty = {
        name: [0] * len(x) if name.startswith("events") else [y + 1 for y in x]
        for name, x in drawn.items()
    }
    assert effect_sizes(measure, empty).estimable.all()


@pytest.mark.parametrize("measure", sorted(MEASURES))
@few
@given(data=st.data())
def test_a_missing_number_is_named_and_leaves_the_other_rows(
    measure: str, data: st.DataObject
) -> None:
    drawn = data.draw(studies(measure, least=2))
    name = data.draw(st.sampled_from(sorted(drawn)))
    whole = effect_sizes(measure, drawn)
    lacking = effect_sizes(measure, {**drawn, name: [None, *drawn[name][1:]]})
    assert lacking.why_not[0] is not None
    assert lacking.why_not[0].startswith(f"not given: {name}")
    close(lacking.y[1:], whole.y[1:])
    close(lacking.v[1:], whole.v[1:])


@pytest.mark.parametrize(("measure", "vtype"), VTYPES)
@few
@given(data=st.data())
def test_a_million_people_still_have_an_effect(
    measure: str, vtype: str, data: st.DataObject
) -> None:
    drawn = data.draw(studies(measure))
    design = design_of(measure)
    many = {
        name: [(x + 1) * 1_000_000 for x in values]
        if name in {*design.cells, *design.people, "time", "time1", "time2"}
        else values
        for name, values in drawn.items()
    }
    sizes = effect_sizes(measure, many, vtype=vtype)
    assert sizes.estimable.all(), sizes.why_not
    if measure != "GEN":
        assert (sizes.v < 0.1).all() or measure in {"MD", "MC", "MN", "IRR", "ROM", "ROMC"}


@pytest.mark.parametrize(("measure", "vtype"), OF_EACH_ALONE)
@few
@given(data=st.data())
def test_many_studies_at_once_are_each_study_alone(
    measure: str, vtype: str, data: st.DataObject
) -> None:
    drawn = data.draw(studies(measure, least=2))
    together = effect_sizes(measure, drawn, vtype=vtype)
    for i in range(len(together)):
        alone = effect_sizes(measure, rows(drawn, [i]), vtype=vtype)
        close(alone.y, together.y[i : i + 1])
        close(alone.v, together.v[i : i + 1])
        assert alone.why_not[0] == together.why_not[i]


@given(data=st.data())
def test_frames_and_mappings_give_the_same(data: st.DataObject) -> None:
    import pandas as pd

    drawn = data.draw(studies("SMD"))
    of_frame = effect_sizes("SMD", pd.DataFrame(drawn))
    of_mapping = effect_sizes("SMD", drawn)
    close(of_frame.y, of_mapping.y)
    close(of_frame.v, of_mapping.v)


@given(data=st.data())
def test_t_and_d_and_means_tell_the_same_smd(data: st.DataObject) -> None:
    drawn = data.draw(studies("SMD"))
    n1, n2 = np.array(drawn["n1"]), np.array(drawn["n2"])
    sd = np.array(drawn["sd1"])
    d_values = (np.array(drawn["mean1"]) - np.array(drawn["mean2"])) / sd
    means = effect_sizes("SMD", {**drawn, "sd2": sd})
    by_d = effect_sizes("SMD", {"d": d_values, "n1": n1, "n2": n2})
    by_t = effect_sizes("SMD", {"t": d_values / np.sqrt(1 / n1 + 1 / n2), "n1": n1, "n2": n2})
    for other in (by_d, by_t):
        close(other.y, means.y, 1e3)
        close(other.v, means.v)
        assert all("derived" in notes[0] for notes in other.notes)


@given(data=st.data())
def test_effects_of_rows_carry_what_the_rows_do(data: st.DataObject) -> None:
    measure = data.draw(st.sampled_from(sorted(MEASURES)))
    sizes: EffectSizes = effect_sizes(measure, data.draw(studies(measure)))
    for i, effect in enumerate(sizes):
        assume(effect is not None)
        assert effect is not None
        assert effect.estimate == sizes.y[i]
        assert effect.variance == pytest.approx(sizes.v[i], rel=1e-12)
        assert effect.formula == sizes.formula[i]
        assert effect.ci is not None
        assert effect.ci.lower <= effect.estimate <= effect.ci.upper


def test_every_design_is_drawn() -> None:
    assert {id(measure.design) for measure in MEASURES.values()} == {
        id(design)
        for design in (
            *(d.TWO_GROUPS, d.PAIRED, d.PAIRED_BY_BASELINE, d.TABLE, d.SHARE, d.RATES, d.RATE),
            *(d.ONE_GROUP, d.PAIRS, d.MATCHED, d.GENOTYPES, d.SCALE, d.REGRESSION, d.READY),
        )
    }
