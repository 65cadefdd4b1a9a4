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

NUMBERS = ["0", "1", "-1", "0.5", "2.00", "1e-300", "1000000000000", "0.0000000001", "< 3", "1-2"]
ODD_P = ["0.05", "1", "0", "0.9999", "0.00000000000000001", "< .001", "n.s."]
COUNTS = ["0", "1", "2", "20", "999999999"]
MEASURES = ["MD", "SMD", "MC", "RR", "OR", "RD", "HR", "r", "percent change"]
CONTRASTS = ["between-arms", "between-conditions", "between-sides", "within-arm", "description"]

numbers, counts = st.sampled_from(NUMBERS), st.sampled_from(COUNTS)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any selection of fields."""
    return st.fixed_dictionaries({}, optional=dict(fields))


moments = some(mean=numbers, sd=numbers, se=numbers, n=counts)
groups = some(n=counts, after=moments, change=moments, events=counts, total=counts, percent=numbers)
estimates = st.fixed_dictionaries(
    {"measure": st.sampled_from(MEASURES), "value": numbers},
    optional={"lower": numbers, "upper": numbers, "level": st.sampled_from(["95", "99", "100"])},
)
results = some(
    contrast=st.sampled_from(CONTRASTS),
    estimate=estimates,
    groups=st.fixed_dictionaries({"bath": groups, "none": groups}),
    change=moments,
    p=st.sampled_from(ODD_P),
    n=counts,
    reversed=st.just("true"),
)
tests = st.sampled_from(["hksj", "hksj-floor", "z", "t"])
estimators = st.sampled_from(["REML", "DL", "PM", "CE", "ML"])
claimed = st.sampled_from(["increases", "decreases", "changes", "no difference", "none"])
threshold = st.sampled_from(["mid", '"null"'])


@settings(max_examples=60, deadline=None)
@given(st.lists(results, min_size=1, max_size=3), tests, estimators, claimed, threshold)
def test_what_check_accepts_grading_and_locking_accept(
    pieces: list[dict[str, Any]], test: str, estimator: str, direction: str, target: str
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place))
        folder.review(
            f"analysis: {{test: {{main: {test}, alternatives: [z], why: a test}}, "
            f"estimator: {{main: {estimator}, alternatives: [CE], why: a test}}}}"
        )
        uses = []
        for position, piece in enumerate(pieces):
            onset = piece if "groups" in piece else {**piece, "groups": "(left out)"}
            folder.study(f"study-{position}", onset=yaml.safe_dump(onset))
            uses.append(f"{{result: study-{position}#onset}}")
        folder.body("onset", f"uses: [{', '.join(uses)}]\nthreshold: {{target: {target}}}")
        folder.claim("sooner", f"body: onset\ndirection: {direction}")
        evidence, findings = check(folder.folder)
        assert evidence is not None or findings
        if evidence is not None:
            assert list(lock.of(grade(evidence))) == ["sooner"]
