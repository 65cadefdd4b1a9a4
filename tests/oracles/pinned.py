"""The pinned reference cases, and what the ledgers say of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.oracles.ledgers import counts, covariances, dependent, effects, fits, small_studies

Case = dict[str, Any]
Answer = dict[str, Any]

CASES: list[Case] = [
    json.loads(line)
    for file in sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]

LEDGERS = (counts, covariances, dependent, effects, fits, small_studies)
OF_FAMILY = {family: ledger for ledger in LEDGERS for family in ledger.KEYS}

UNTOUCHED = ("k0", "se.k0", "p.k0", "side", "k", "filled_vi")
"""What R's early stop leaves alone in trim and fill."""


def is_offered(case: Case) -> bool:
    return bool(OF_FAMILY[case["family"]].is_offered(case))


OFFERED = [case for case in CASES if is_offered(case)]


def compared(case: Case, answer: Answer) -> Answer:
    """Return an answer without the numbers in which a case is known to differ from R."""
    if small_studies.stops_early(case):  # The rest is compared where R's τ² is given.
        return {key: answer[key] for key in UNTOUCHED}
    columns = fits.OTHER_MAXIMUM_SOMEWHERE.get(case["id"], ())
    elements = fits.OTHER_MAXIMUM.get(case["id"], ())
    kept: Answer = {
        key: _thinned(value, elements) if elements else value
        for key, value in answer.items()
        if key not in columns
    }
    for path in next((keys for _, keys in _apart(case)), ()):
        kept = _without(kept, path.split(">"))
    return kept


def why_it_differs(case: Case) -> str | None:
    """Return why some numbers of a case differ from R's, or None where all agree."""
    if case["id"] in {*fits.OTHER_MAXIMUM, *fits.OTHER_MAXIMUM_SOMEWHERE}:
        return fits.WHY
    if small_studies.stops_early(case):
        return small_studies.WHY
    return next((why for why, _ in _apart(case)), None)


def _apart(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    for ledger in LEDGERS:
        for why, cases in ledger.APART.items():
            if case["id"] in cases:
                yield why, cases[case["id"]]


def _thinned(value: Any, elements: Sequence[int]) -> Any:
    """Return lists, also those within, without some elements."""
    if isinstance(value, dict):
        return {key: _thinned(each, elements) for key, each in value.items()}
    return [each for i, each in enumerate(value) if i not in elements]


def _without(answer: Answer, path: Sequence[str]) -> Answer:
    first, *rest = path
    if not rest or first not in answer:
        return {key: value for key, value in answer.items() if key != first}
    return {**answer, first: _without(answer[first], rest)}
