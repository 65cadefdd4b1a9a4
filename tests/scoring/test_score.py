"""The scores are those counted by hand."""

from typing import Any

from tests.scoring.labels import document
from tests.scoring.measures import Counts, Score, add, intervals, unsupported

LABEL = {
    "document": "d",
    "sentences": [
        {"text": "one", "claims": {"a": 1, "b": None}, "stance": "asserts"},
        {"text": "two", "claims": {"c": 1}, "stance": "limits"},
        {"text": "three"},
        {"text": "four"},
        {
            "text": "five",
            "checkable": True,
            "figures": [
                {"text": "nine", "status": "correct"},
                {"text": "68.9%", "status": "wrong"},
                {"text": "34", "status": "correct"},
            ],
        },
        {"text": "six"},
    ],
    "lost": ["e"],
}


def made(line: int, *claims: tuple[str, int], verdict: str = "", **fields: Any) -> dict[str, Any]:
    links = [
        {"claim": name, "cue": "o", "wording": level, "verdict": verdict} for name, level in claims
    ]
    finding = {"line": line, "stance": "asserts", "links": links, "numbers": [], "verdict": verdict}
    finding["severity"] = "none" if verdict == "not covered" else "warning"
    return finding | fields


def counted() -> Score:
    numbers = [{"text": "nine", "status": "correct"}, {"text": "68.9", "status": "correct"}]
    score = Score()
    add(
        score,
        LABEL,
        [
            made(1, ("a", 2), ("x", 3)),
            made(2, ("c", 3)),
            made(4, ("y", 3)),
            made(5, verdict="not covered", numbers=numbers),
            made(6, verdict="not covered"),
        ],
    )
    return score


def test_counts_are_those_by_hand() -> None:
    score = counted()
    assert score.total == Counts(
        hit=2, missed=2, false=2,
        silent=3, alarms=2, shown=1,
        stances=2, stances_right=1,
        wordings=2, wordings_right=1,
        figures=3, figures_right=1,
    )  # fmt: skip
    assert list(map(str, score.errors)) == [
        "d:0: missed e (split otherwise)",
        "d:1: missed b",
        "d:1: false x ('o')",
        "d:2: stance asserts, wanted limits",
        "d:2: wording c 3, wanted 1",
        "d:4: false y ('o')",
        "d:5: figure 68.9% correct, wanted wrong",
        "d:5: figure 34 unseen, wanted correct",
        "d:6: alarm not covered",
    ]
    assert score.links == {
        ("a", "hit"): 1,
        ("c", "hit"): 1,
        ("b", "missed"): 1,
        ("x", "false"): 1,
        ("y", "false"): 1,
    }


def test_measures_are_shares_of_the_counts() -> None:
    assert counted().total.measures == {
        "precision": 2 / 4,
        "recall": 2 / 4,
        "F1": 4 / 8,
        "false alarms": 2 / 3,
        "alarms shown": 1 / 3,
        "stance": 1 / 2,
        "wording": 1 / 2,
        "figures": 1 / 3,
    }


def test_passed_is_what_no_evidence_supports_and_is_told_as_fitting() -> None:
    sentence = {"text": "one", "claims": {"a": 3}, "stance": "asserts"}
    label = {
        "document": "d",
        "sentences": [
            sentence,  # 1: passed
            sentence | {"stance": "reports"},  # 2: not asserted
            sentence | {"claims": {"a": 1}},  # 3: hedged
            sentence | {"claims": {"b": 3}},  # 4: supported
            sentence | {"study": "smith-2019"},  # 5: a faithful report
            sentence | {"study": "unknown"},  # 6: a report of no study of the base: passed
            sentence,  # 7: told as overstated
            sentence | {"stances": {"a": "limits"}},  # 8: limited, in a sentence that asserts
        ],
    }
    verdicts = ["wording fits"] * 4 + ["correct"] * 2 + ["overstated", "correct"]
    findings = [
        made(line, (claim, 3), verdict=verdict)
        for line, (verdict, claim) in enumerate(zip(verdicts, "aaabaaaa", strict=True), 1)
    ]
    score = Score()
    add(score, label, findings, {"a"})
    assert (score.total.passed, score.total.unsupported) == (2, 4)
    assert [error.place for error in score.errors if error.kind == "passed"] == [1, 6]


def test_a_claim_is_unsupported_by_what_its_plain_wording_is_ruled() -> None:
    rulings = {
        name: {"asserts": [{"verdict": "wording fits"}] * 3 + [{"verdict": verdict}]}
        for name, verdict in (("a", "overstated"), ("b", "wording fits"), ("c", "not testable"))
    }
    assert unsupported({"rulings": rulings}) == {"a"}


def test_one_document_drawn_again_and_again_has_no_width() -> None:
    counts = list(counted().by_document.values())
    assert intervals(counts)["F1"] == (4 / 8, 4 / 8)


def test_a_label_is_read_as_the_document_that_it_describes() -> None:
    made_of = document({"document": "d", "sentences": [{"text": "one", "block": 7}]})
    assert [(s.text, s.line, s.block) for s in made_of.sentences] == [("one", 1, 7)]
