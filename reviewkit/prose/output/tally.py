"""How much was found: sentences, verdicts and severities counted, never a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reviewkit import display
from reviewkit.prose.ignoring import NO_REASON, UNUSED

#: Severities that are told, the gravest first.
TOLD = ("error", "warning", "suggestion")


@dataclass(slots=True)
class Tally:
    """What was found in some documents.

    Parameters
    ----------
    documents, sentences
        How many documents there are, and sentences in them that make a health claim.
    verdicts
        Sentences by their worst verdict.
    severities
        Sentences and directives by the severity of the gravest problem that is left.
    ignored
        Problems that were set aside with a reason.
    """

    documents: int = 0
    sentences: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    ignored: int = 0

    def add(self, file: dict[str, Any]) -> None:
        """Count what was found in one more document."""
        self.documents += 1
        for finding in file["findings"]:
            self.severities[finding["severity"]] += 1
            self.ignored += len(finding["ignored"])
            if not is_directive(finding):
                self.sentences += 1
                self.verdicts[finding["verdict"]] += 1

    def line(self, refused: int = 0) -> str:
        """Return the counts as one line, for the end of a run in which some files were refused.

        Examples
        --------
        >>> Tally(documents=1).line(), Tally(documents=2, sentences=3).line(1)
        ('no health claims', '3 sentences with a health claim in 2 files; 1 file not read')
        """
        claims = f"{display.plural(self.sentences, 'sentence')} with a health claim"
        documents = f" in {display.plural(self.documents, 'file')}" if self.documents > 1 else ""
        severe = ", ".join(
            display.plural(self.severities[name], name) for name in TOLD if self.severities[name]
        )
        uncovered = self.verdicts["not covered"]
        parts = [
            f"{claims if self.sentences else 'no health claims'}{documents}",
            severe,
            f"{display.number(uncovered)} not covered" if uncovered else "",
            f"{display.number(self.ignored)} ignored" if self.ignored else "",
            f"{display.plural(refused, 'file')} not read" if refused else "",
        ]
        return "; ".join(filter(None, parts))


def tallied(files: Iterable[dict[str, Any]]) -> Tally:
    """Return the counts of some documents together."""
    tally = Tally()
    for file in files:
        tally.add(file)
    return tally


def is_directive(finding: dict[str, Any]) -> bool:
    """Whether a finding is about a directive of the writer's, not about a sentence."""
    problems = (*finding["problems"], *finding["ignored"])
    return any(problem["code"] in (NO_REASON, UNUSED) for problem in problems)
