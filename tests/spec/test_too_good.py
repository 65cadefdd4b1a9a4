"""Named rules: claims that are too good to be true.

Group 1.1 of the Informed Health Choices key concepts (doi:10.12688/f1000research.21292.1, table 1).
Every rule reads sentences that make a health claim, and those alone. The words that a rule looks
for, and what it leaves alone, are conventions.
"""

from __future__ import annotations

import pytest

from tests.spec.arguments import SILENT, said
from tests.spec.table import Case, Table

SAFETY = Table(
    title="P301: “100% safe!”",
    text=(
        "Concept 1: whatever can help can harm. An error where a treatment is called free of all "
        "risk; silent where that is denied, asked, softened, named in quotation marks or reported "
        "as seen, and where one risk alone is spoken of."
    ),
    usual={"sentence": ""},
    cases=(
        Case("100% safe", "P", {"sentence": "A warm bath is 100% safe and eases stress."}, "P301"),
        Case(
            "completely safe",
            "C",
            {"sentence": "Baths are a completely safe way to ease stress."},
            "P301",
        ),
        Case("no side effects", "C", {"sentence": "Baths have no side effects."}, "P301"),
        Case("without", "C", {"sentence": "It eases headaches without any side effects."}, "P301"),
        Case(
            "risk-free",
            "C",
            {"sentence": "A bath is a risk-free remedy that eases stress."},
            "P301",
        ),
        Case(
            "there is no risk", "C", {"sentence": "There is no risk, and stress vanishes."}, "P301"
        ),
        Case("cannot cause", "C", {"sentence": "Warm baths can’t cause side effects."}, "P301"),
        Case(
            "for everyone",
            "C",
            {"sentence": "Baths are safe for everyone and ease stress."},
            "P301",
        ),
        Case(
            "beside a limit",
            "C",
            {"sentence": "More research is needed on sleep, but baths have no side effects."},
            "P301",
        ),
        Case(
            "one risk among others",
            "C",
            {"sentence": "There is no risk of slipping, and it eases stress."},
            SILENT,
        ),
        Case("denied", "C", {"sentence": "Baths are not 100% safe."}, SILENT),
        Case("denied of all", "C", {"sentence": "No treatment is completely safe."}, SILENT),
        Case("asked", "C", {"sentence": "Are baths completely safe?"}, SILENT),
        Case("softened", "C", {"sentence": "Baths have almost no side effects."}, SILENT),
        Case(
            "generally safe", "C", {"sentence": "Baths are generally safe for most people."}, SILENT
        ),
        Case("one kind of harm", "C", {"sentence": "It has no serious side effects."}, SILENT),
        Case(
            "seen in a trial",
            "C",
            {"sentence": "No side effects were reported in the trial."},
            SILENT,
        ),
        Case(
            "seen by people",
            "C",
            {"sentence": "The women noticed no side effects and less stress."},
            SILENT,
        ),
        Case(
            "named and not said",
            "C",
            {"sentence": "Sellers write “100% safe” and “eases stress” on the box."},
            SILENT,
        ),
        Case(
            "those of something else",
            "C",
            {"sentence": "Relief from headaches without the side effects of painkillers."},
            SILENT,
        ),
        Case("a sale", "C", {"sentence": "Try it risk-free and ease your stress."}, SILENT),
    ),
)


@pytest.mark.parametrize("case", SAFETY.rows())
def test_absolute_safety(case: Case) -> None:
    assert said(SAFETY.facts(case)["sentence"]) == case.then
