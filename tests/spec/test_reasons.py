"""Named rules: reasons that are none.

Group 1.2 of the Informed Health Choices key concepts (doi:10.12688/f1000research.21292.1, table 1),
faulty logic. Both are suggestions, and silent on questions, denials, limits and what others are
said to believe.
"""

from __future__ import annotations

import pytest

from tests.spec.arguments import SILENT, said
from tests.spec.table import Case, Table

MECHANISM = Table(
    title="P302: “It works like this!”",
    text=(
        "Concept 5: an explanation of how a treatment works is no test of whether it does. Found "
        "where an outcome is asserted plainly, or more strongly, and what happens in the body is "
        "its reason. Silent where the outcome is hedged, is itself such a step, or is a "
        "feeling, and where research is spoken of."
    ),
    usual={"sentence": ""},
    cases=(
        Case(
            "by, first",
            "P",
            {"sentence": "By boosting circulation, a bath relieves headaches."},
            "P302",
        ),
        Case(
            "by, last",
            "C",
            {"sentence": "A bath prevents headaches by boosting blood flow."},
            "P302",
        ),
        Case(
            "because",
            "C",
            {"sentence": "Because blood brings oxygen, a bath prevents migraines."},
            "P302",
        ),
        Case(
            "because it",
            "C",
            {"sentence": "Baths prevent migraines because they reduce stress."},
            "P302",
        ),
        Case(
            "which",
            "C",
            {"sentence": "It boosts circulation, which in turn improves sleep."},
            "P302",
        ),
        Case(
            "so", "C", {"sentence": "Heat widens blood vessels, so it prevents headaches."}, "P302"
        ),
        Case(
            "proven, even so",
            "C",
            {"sentence": "By boosting circulation it is proven to ease headaches."},
            "P302",
        ),
        Case(
            "hedged",
            "C",
            {"sentence": "A bath may prevent headaches by boosting blood flow."},
            SILENT,
        ),
        Case(
            "can",
            "C",
            {"sentence": "By boosting circulation, a bath can relieve headaches."},
            SILENT,
        ),
        Case("the step alone", "C", {"sentence": "A warm bath boosts circulation."}, SILENT),
        Case(
            "one step by another",
            "C",
            {"sentence": "It increases blood flow by widening the vessels."},
            SILENT,
        ),
        Case(
            "what one does",
            "C",
            {"sentence": "By bathing every evening, you improve your sleep."},
            SILENT,
        ),
        Case(
            "what a hand does",
            "C",
            {"sentence": "It eases stress by slowly increasing the temperature."},
            SILENT,
        ),
        Case(
            "a feeling",
            "C",
            {"sentence": "A bath is relaxing because it reduces stress hormones."},
            SILENT,
        ),
        Case(
            "research is spoken of",
            "C",
            {"sentence": "A trial found that it relieved headaches by boosting blood flow."},
            SILENT,
        ),
        Case(
            "denied",
            "C",
            {"sentence": "It does not relieve headaches by boosting circulation."},
            SILENT,
        ),
        Case(
            "asked", "C", {"sentence": "Does it relieve headaches by boosting circulation?"}, SILENT
        ),
        Case(
            "believed",
            "C",
            {"sentence": "It is believed to relieve headaches by boosting circulation."},
            SILENT,
        ),
        Case(
            "not for that reason",
            "C",
            {"sentence": "It eases headaches, but not by boosting circulation."},
            SILENT,
        ),
    ),
)

ASSOCIATION = Table(
    title="P303: “Associated with!”",
    text=(
        "Concept 6: two things may go together for another reason than that one causes the other. "
        "Found where an association is the ground of a plain claim; silent where it is only told, "
        "and where what is drawn from it is hedged."
    ),
    usual={"sentence": ""},
    cases=(
        Case(
            "so",
            "P",
            {"sentence": "Baths are associated with good nights, so bathing improves sleep."},
            "P303",
        ),
        Case(
            "the same claim again",
            "C",
            {"sentence": "Bathing is linked to less stress, so it reduces stress."},
            "P303",
        ),
        Case(
            "which proves",
            "C",
            {"sentence": "Baths are linked to less stress, which proves that they improve sleep."},
            "P303",
        ),
        Case(
            "because",
            "C",
            {"sentence": "Because stress is linked to migraines, a bath prevents migraines."},
            "P303",
        ),
        Case(
            "therefore",
            "C",
            {"sentence": "Stress correlates with headaches, therefore a bath relieves headaches."},
            "P303",
        ),
        Case(
            "a link between",
            "C",
            {"sentence": "There is a link between baths and rest, so bathing improves sleep."},
            "P303",
        ),
        Case("told", "C", {"sentence": "Bathing was associated with less stress."}, SILENT),
        Case(
            "told of a link in between",
            "C",
            {"sentence": "A bath reduces stress, which is linked to headaches."},
            SILENT,
        ),
        Case(
            "told by studies",
            "C",
            {"sentence": "Some studies link warm baths to better sleep."},
            SILENT,
        ),
        Case(
            "hedged",
            "C",
            {"sentence": "Bathing is linked to less stress, so it may improve sleep."},
            SILENT,
        ),
        Case(
            "no ground",
            "C",
            {"sentence": "Being linked to less stress does not mean that it improves sleep."},
            SILENT,
        ),
        Case(
            "asked",
            "C",
            {"sentence": "Is it linked to less stress, so that sleep improves?"},
            SILENT,
        ),
        Case(
            "joined in the body",
            "C",
            {"sentence": "The muscles are linked to the skull, so a bath relieves headaches."},
            SILENT,
        ),
        Case("so far", "C", {"sentence": "Bathing has been linked to less stress so far."}, SILENT),
    ),
)


@pytest.mark.parametrize("case", MECHANISM.rows())
def test_mechanism_as_proof(case: Case) -> None:
    assert said(MECHANISM.facts(case)["sentence"]) == case.then


@pytest.mark.parametrize("case", ASSOCIATION.rows())
def test_association_as_cause(case: Case) -> None:
    assert said(ASSOCIATION.facts(case)["sentence"]) == case.then
