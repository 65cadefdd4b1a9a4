"""Whatever odd record `check` accepts, grading and locking accept."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit import lock
from reviewkit.evidence import check
from reviewkit.review import grade
from tests.unit.builder import Folder

MEANS = ["0", "1", "-1", "20.0", "1000000000000", "0.0000000001", "< 3"]
SPREADS = ["0.0000000001", "1", "10.0", "1000000000000"]
ODD_P = ["0.05", "0.5", "0.9999", "0.00000000000000001", "< .001"]
EVENTS = ["0", "1", "10", "20"]
MEASURES = ["MD", "SMD", "RR", "OR", "RD", "HR", "RRR", "r", "percent change"]
MID = "mid: {value: '5', unit: hours, basis: convention, source: a test}"


def fixed(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(fields))


def of_two(group: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A result that prints the same of both groups, and nothing else."""
    return fixed(groups=fixed(bath=group, none=group))


summaries = fixed(mean=st.sampled_from(MEANS), sd=st.sampled_from(SPREADS))
events = fixed(after=st.just("(left out)"), events=st.sampled_from(EVENTS), total=st.just("20"))
values = fixed(
    measure=st.sampled_from(MEASURES), value=st.sampled_from(["0.5", "0.99", "0.0000000001"])
)
limits = fixed(
    measure=st.sampled_from(MEASURES),
    value=st.just("0.5"),
    lower=st.sampled_from(["0.4999999999", "0.1"]),
    upper=st.sampled_from(["0.5000000001", "0.9"]),
)
gone = st.just("(left out)")
results = st.one_of(
    of_two(fixed(after=summaries)),
    of_two(events),
    fixed(groups=gone, estimate=values, p=st.sampled_from(ODD_P)),
    fixed(groups=gone, estimate=limits),
)
tests = st.sampled_from(["hksj", "hksj-floor", "z"])
estimators = st.sampled_from(["REML", "DL", "PM", "CE"])
claimed = st.sampled_from(["increases", "decreases", "changes", "no difference", "none"])
threshold = st.sampled_from(["mid", '"null"'])


@settings(max_examples=60, deadline=None)
@given(st.lists(results, min_size=1, max_size=3), tests, estimators, claimed, threshold)
def test_what_check_accepts_grading_and_locking_accept(
    pieces: list[dict[str, Any]], test: str, estimator: str, direction: str, target: str
) -> None:
    others = dict.fromkeys(("hksj", "hksj-floor"), "z") | dict.fromkeys(("REML", "DL", "PM"), "CE")
    others |= {"z": "hksj", "CE": "REML"}
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place))
        folder.review(
            f"analysis: {{test: {{main: {test}, why: a test, alternatives: [{others[test]}]}}, "
            f"estimator: {{main: {estimator}, why: a test, "
            f"alternatives: [{others[estimator]}]}}}}\n"
            f"outcomes: {{onset: {{{MID}}}}}"
        )
        uses = []
        for position, piece in enumerate(pieces):
            folder.study(f"study-{position}", onset=yaml.safe_dump(piece))
            uses.append(f"{{result: study-{position}#onset}}")
        folder.body("onset", f"uses: [{', '.join(uses)}]\nthreshold: {{target: {target}}}")
        folder.claim("sooner", f"body: onset\ndirection: {direction}")
        evidence, findings = check(folder.folder)
        assert evidence is not None or any(found.severity == "error" for found in findings)
        if evidence is not None:
            assert list(lock.of(grade(evidence))) == ["sooner"]
