"""A small index with evidence of every strength, and a short way to a suggestion."""

from typing import Any

from reviewkit.index.phrases import planted
from reviewkit.prose.check import check
from reviewkit.prose.text import BlockKind, Document
from tests.unit.prose.reader import sentence

#: Claims of a review of cat brushing: what evidence there is, and what it says.
CLAIMS = {
    "less-stress": ("lowers > stress", "very low", "favours", "Cat brushing lowers stress."),
    "less-worry": ("lowers > worry", "very low", "mixed", "Cat brushing lowers worry."),
    "less-pain": ("lowers > pain", "low", "favours", "Cat brushing eases pain."),
    "more-joy": ("raises > joy", "moderate", "favours", "Cat brushing brings joy."),
    "more-warmth": ("raises > warmth", "high", "favours", "Cat brushing brings warmth."),
    "more-fur": ("raises > fur", "none", "no direct evidence", "Cat brushing makes fur grow."),
    "soft-fur": ("soft-fur", "very low", "favours", "Cat brushing makes fur softer."),
    "longer-life": ("raises > life", "against", "against", "Brushing makes TMJ life longer."),
}
LIMITS = {"none": 0, "very low": 0, "against": 0, "low": 1, "moderate": 2, "high": 3}


def ruling(certainty: str, wording: int, *, uncertain: bool) -> dict[str, str]:
    """Rule as the wording table does, on evidence that favours the claim."""
    limit = 1 if uncertain and certainty == "very low" and wording == 1 else LIMITS[certainty]
    verdict, severity = "wording fits", "none"
    if certainty == "against" and wording:
        verdict, severity = "contradicted", "error"
    elif wording > limit:
        verdict = "no direct evidence" if certainty == "none" else "overstated"
        severity = "warning" if wording - limit > 1 else "suggestion"
        severity = "error" if wording > 3 else severity
    known = "low" if certainty == "against" else certainty
    return {
        "verdict": verdict,
        "severity": severity,
        "carries": str(LIMITS[certainty]),
        "certainty": known,
        "reason": "As the studies have it.",
    }


def rulings(certainty: str) -> dict[str, list[dict[str, str]]]:
    plain = [ruling(certainty, wording, uncertain=False) for wording in range(6)]
    said = [ruling(certainty, wording, uncertain=True) for wording in range(6)]
    limited = [{**row, "severity": "none", "verdict": "wording fits"} for row in plain]
    denied = [{**row, "severity": "warning", "carries": ""} for row in plain]
    return {"asserts": plain, "denies": denied, "limits": limited, "asserts, uncertain": said}


INDEX: dict[str, Any] = {
    "claims": [
        {"id": name, "statement": statement, "evidence": says, "outcome": name}
        for name, (_, _, says, statement) in CLAIMS.items()
    ],
    "rulings": {name: rulings(certainty) for name, (_, certainty, _, _) in CLAIMS.items()},
    "said": {
        name: {"kind": "benefit", "record": "", "numbers": [], "studies": 3, "outcomes": []}
        for name in CLAIMS
    },
    "studies": [],
    "outcomes": {},
    "figures": [],
    "vocabulary": planted(
        {
            "interventions": {"cat-brushing": ["cat brush*", "brush* ... cat"]},
            "outcomes": {
                "stress": ["stress"],
                "worry": ["worry"],
                "pain": ["pain"],
                "joy": ["joy"],
                "warmth": ["warmth"],
                "fur": ["fur growth"],
                "life": ["life"],
            },
            "effects": {
                "lowers": {
                    "before": [
                        "reduc*",
                        "reliev*",
                        "lower*",
                        "eas*",
                        "less",
                        "good for",
                        "relief of",
                    ],
                    "after": ["relief", "reduced"],
                },
                "raises": {
                    "before": [
                        "bring*",
                        "rais*",
                        "boost*",
                        "improv*",
                        "promot*",
                        "more",
                        "prolong*",
                    ],
                    "after": ["growth"],
                },
            },
            "terms": {"soft-fur": ["softer fur", "fur ... softer"]},
            "claims": {name: [pattern] for name, (pattern, _, _, _) in CLAIMS.items()},
            "beyond": [],
        }
    ),
}


def suggestion(text: str, kind: BlockKind = "paragraph", lead_in: str = "") -> str:
    """Return what is suggested instead of a sentence in a text on cat brushing."""
    made = sentence(text, kind=kind, lead_in=lead_in)
    (row,) = check([Document(file="f", title="Cat brushing", sentences=(made,))], INDEX)
    return str(row["findings"][0]["suggestion"]) if row["findings"] else ""
