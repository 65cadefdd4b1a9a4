"""A small vocabulary of warm baths, and what the named rules say of a sentence read with it."""

from __future__ import annotations

from functools import cache
from typing import Any

from reviewkit.index.phrases import planted
from reviewkit.prose import rules, vocabulary
from reviewkit.prose.compiling import compile_vocabulary
from reviewkit.prose.reading import Reading, read
from reviewkit.prose.text import Document, Sentence

SILENT = "silent"
INDEX: dict[str, Any] = {
    "claims": [
        {"id": name}
        for name in ("better-sleep", "less-stress", "fewer-headaches", "blood-flow", "calming")
    ],
    "vocabulary": planted(
        {
            "interventions": {"bath": ["bath*", "warm bath*", "bathing"]},
            "outcomes": {
                "sleep": ["sleep", "sleep quality"],
                "stress": ["stress"],
                "headaches": ["headache*", "migraine*"],
                "blood-flow": ["blood flow", "circulation"],
            },
            "effects": {
                "raises": {
                    "before": [
                        "improv*",
                        "increas*",
                        "boost*",
                        "promot*",
                        "deepen*",
                        "better",
                        "led to",
                    ],
                    "after": ["improv*", "increas*"],
                },
                "lowers": {
                    "before": [
                        "reduc*",
                        "reliev*",
                        "relief from",
                        "eas*",
                        "prevent*",
                        "less",
                        "fewer",
                    ],
                    "after": ["relief", "stopped", "vanish*"],
                },
            },
            "terms": {
                "calm": ["relaxing", "calming", "relaxed"],
                "safe": ["safe", "side effect*", "risk", "risks", "risk free", "harmless", "harm"],
            },
            "claims": {
                "better-sleep": ["raises > sleep"],
                "less-stress": ["lowers > stress"],
                "fewer-headaches": ["lowers > headaches"],
                "blood-flow": ["raises > blood-flow"],
                "calming": ["calm"],
            },
            "beyond": ["safe"],
        }
    ),
}


@cache
def _vocabulary() -> vocabulary.Vocabulary:
    return compile_vocabulary(INDEX)


def reading(text: str) -> Reading:
    """Return a sentence about warm baths as read."""
    sentence = Sentence(text=text, start=0, end=len(text), line=1, column=1)
    document = Document(file="f", title="Warm baths", sentences=(sentence,))
    (found,) = read(document, _vocabulary())
    return found


def said(text: str) -> str:
    """Return the codes of what the named rules say of a sentence about warm baths.

    Every sentence of a case makes a health claim, so that silence is the rule's and not that of
    the reading before it.
    """
    found = reading(text)
    assert found.checkable, f"no health claim is read in {text!r}"
    return " ".join(problem.code for problem in rules.look(found)) or SILENT
