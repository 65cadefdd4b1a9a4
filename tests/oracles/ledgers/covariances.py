"""Ledger of dependent sampling errors: everything that is pinned is offered."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

SOLVED = {"aggregate": 32, "vcalc": 21}

NOT_OFFERED: dict[str, int] = {}

KEYS = {"aggregate": {"cluster", "yi", "vi"}, "vcalc": {"V"}}


APART: dict[str, dict[str, tuple[str, ...]]] = {}


def is_offered(case: Case) -> bool:
    """Whether reviewkit offers the structure."""
    return case["call"]["options"].get("struct", "CS") in {"ID", "CS", "CAR", "CS*CAR"}
