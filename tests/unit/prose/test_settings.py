"""A project's choice of what is told, let pass, and how grave it is."""

from __future__ import annotations

from typing import Any

from reviewkit.prose.settings import Settings, adjusted
from tests.unit.prose.output.found import FOUND


def findings(**settings: Any) -> list[dict[str, Any]]:
    return list(adjusted(FOUND, Settings(**settings))["findings"])


def codes(found: dict[str, Any], part: str = "problems") -> list[str]:
    return [row["code"] for row in found[part]]


def test_without_settings_nothing_changes() -> None:
    assert adjusted(FOUND, Settings()) is FOUND


def test_only_what_is_selected_is_told() -> None:
    calm, fur = findings(select=frozenset({"P301"}))
    assert (codes(calm), calm["severity"], calm["suggestion"]) == (["P301"], "suggestion", "")
    assert codes(calm, "ignored") == []
    assert fur["verdict"] == "wording fits"


def test_what_is_ignored_is_set_aside_with_the_reason() -> None:
    calm, joy, _ = findings(ignore={"P101": "house style", "P001": "not our subject"})
    assert (codes(calm), codes(calm, "ignored")) == (["P301"], ["P101"])
    assert calm["ignored"][0]["ignored"] == {"reason": "house style", "line": 0, "column": 0}
    assert codes(joy, "ignored") == ["P001"]


def test_a_severity_is_replaced() -> None:
    calm, joy, _ = findings(severity={"P301": "error", "P001": "warning"})
    assert (calm["severity"], calm["suggestion"]) == (
        "error",
        "It is unclear whether brushing calms cats.",
    )
    assert (codes(joy), joy["severity"]) == (["P001"], "warning")
    assert joy["problems"][0]["line"] == 3


def test_what_was_found_is_not_changed_in_place() -> None:
    before = repr(FOUND)
    findings(ignore={"P101": "x"}, severity={"P301": "error"})
    assert repr(FOUND) == before
