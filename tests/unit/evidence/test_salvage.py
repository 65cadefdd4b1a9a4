"""What is left of a record with errors, and what can still be said of it."""

from __future__ import annotations

from typing import TypeVar

import pytest
from pydantic import BaseModel, ValidationError

from reviewkit.evidence.salvage import Salvaged, salvage, unsaid
from reviewkit.records import Body, Claim, Study
from reviewkit.source import Tree, read_text
from tests.unit.evidence.conftest import SOUND

R = TypeVar("R", bound=BaseModel)


def data_of(file: str, *changes: tuple[str, str]) -> dict[str, Tree]:
    text = (SOUND / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    document, _ = read_text(text, "a.yaml")
    assert document is not None
    return document.data


def salvaged(model: type[R], data: dict[str, Tree]) -> Salvaged[R]:
    with pytest.raises(ValidationError) as invalid:
        model.model_validate(data)
    return salvage(model, data, invalid.value)


def record_of(left: Salvaged[R]) -> R:
    assert left.record is not None
    return left.record


def test_optional_field_is_dropped_alone() -> None:
    left = salvaged(Study, data_of("studies/koyama-2016.yaml", ("age: mean", "ages: mean")))
    assert left.dropped == {("population", "ages")}
    assert record_of(left).population.who == "healthy men"
    assert left.whole("results")
    assert not left.whole("population")
    assert not left.whole("population", "ages", "deeper")


def test_field_that_is_needed_takes_its_part_along() -> None:
    data = data_of("studies/koyama-2016.yaml", ("direction: increases", "direction: up"))
    left = salvaged(Study, data)
    assert record_of(left).results == {}
    assert ("results", "thickness-24w") in left.dropped


def test_list_keeps_the_positions_of_its_file() -> None:
    left = salvaged(
        Claim, data_of("claims/hair-thickness-increase.yaml", ("line: 7", "line: seven"))
    )
    assert [mention.line for mention in record_of(left).mentions] == [26]
    assert left.in_file(("mentions", 0, "line")) == ("mentions", 1, "line")
    assert left.in_file(("body",)) == ("body",)


def test_lists_in_lists_keep_theirs() -> None:
    changes = [("says: 0.085", "says: nought"), ('source: "003"\n    section: Final', "x: 1")]
    left = salvaged(Claim, data_of("claims/hair-thickness-increase.yaml", *changes))
    assert [str(figure.says) for figure in record_of(left).mentions[0].numbers] == ["0.092"]
    assert left.in_file(("mentions", 0, "numbers", 0)) == ("mentions", 0, "numbers", 1)


def test_nothing_is_left_where_the_top_lacks_what_it_needs() -> None:
    left = salvaged(Study, data_of("studies/koyama-2016.yaml", ("id: koyama-2016\n", "")))
    assert left.record is None


def test_what_does_not_go_together_stays() -> None:
    data = data_of("studies/koyama-2016.yaml", ("options: [se, sd]", "options: [se, sd, se]"))
    left = salvaged(Study, data)
    assert left.dropped == frozenset()
    assert record_of(left).readings["spread"].options == ("se", "sd", "se")


def test_data_are_left_as_they_were() -> None:
    data = data_of("studies/koyama-2016.yaml", ("direction: increases", "direction: up"))
    before = repr(data)
    salvaged(Study, data)
    assert repr(data) == before


def test_part_that_lost_something_is_still_looked_at_as_a_whole() -> None:
    changes = [("is: serious", "is: low"), ("why: A change", "whys: A change")]
    left = salvaged(Body, data_of("bodies/hair-thickness.yaml", *changes))
    assert [(path, misfit.code, misfit.path) for path, misfit in unsaid(left)] == [
        ((), "R108", ("judgements", "indirectness", "is"))
    ]


def test_nothing_is_missed_that_was_only_dropped() -> None:
    # The ± that the study's readings are of stands in the result that is dropped.
    data = data_of("studies/koyama-2016.yaml", ("direction: increases", "direction: up"))
    assert list(unsaid(salvaged(Study, data))) == []
