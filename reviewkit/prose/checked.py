"""A text as checked, for people: what was found, as a table, as a marked text, and as mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from reviewkit.errors import UserError
from reviewkit.index import caption, open_index
from reviewkit.prose import revising
from reviewkit.prose.check import check as check_documents
from reviewkit.prose.documents import TextKind, read_text
from reviewkit.prose.ignoring import told_of
from reviewkit.prose.output.summary import VERDICTS
from reviewkit.prose.output.tally import Tally, tallied
from reviewkit.prose.problems import rank
from reviewkit.prose.text import Document


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Checked:
    """A text held against a review.

    In a notebook it shows itself as the text with what was found beside each sentence; printed, as
    ``reviewkit check`` prints it.

    Parameters
    ----------
    text, kind
        As given; None where a document was, of which the sentences alone are kept.
    document
        The text as read: its sentences, each with its place.
    findings
        A sentence that makes a health claim each, in order, as `reviewkit.prose.check.check` yields
        them. They are numbered from 1.
    standing
        What stands below every list of grades: whose judgements they are, and what they are not.
    """

    text: str | None
    kind: TextKind | None
    document: Document
    findings: tuple[dict[str, Any], ...]
    standing: str

    def finding(self, number: int) -> dict[str, Any]:
        """Return what was found of one sentence.

        Raises
        ------
        UserError
            If no finding has that number.
        """
        return dict(revising.numbered(self.findings, number))

    def summary(self) -> str:
        """Return the counts in a line, never a score."""
        return self._tally().line()

    def counts(self) -> dict[str, int]:
        """Return how many sentences have each verdict, the best first; never a score."""
        found = self._tally().verdicts
        names = [*VERDICTS, *sorted(found.keys() - set(VERDICTS))]
        return {name: found[name] for name in names if found[name]}

    def to_frame(self) -> Any:
        """Return a data frame, a row a sentence, by its number.

        ``problems`` has the names of what is to be mended, the gravest first; a sentence without
        any may stay as it is, unless the base does not cover it.
        """
        import pandas as pd

        from reviewkit.prose.output.words import called, verdict

        rows = [
            {
                "line": finding["line"],
                "sentence": finding["sentence"],
                "verdict": verdict(finding),
                "severity": finding["severity"],
                "problems": "; ".join(
                    dict.fromkeys(
                        called(problem["code"])
                        for problem in sorted(
                            told_of(finding), key=lambda problem: -rank(problem["severity"])
                        )
                    )
                ),
                "claims": "; ".join(dict.fromkeys(link["claim"] for link in finding["links"])),
                "reason": finding["reason"],
                "suggestion": finding["suggestion"],
            }
            for finding in self.findings
        ]
        columns = ["line", "sentence", "verdict", "severity", "problems", "claims", "reason"]
        index = pd.RangeIndex(1, len(rows) + 1, name="number")
        return pd.DataFrame(rows, columns=[*columns, "suggestion"], index=index)

    def revised(self, *taken: int, own: Mapping[int, str] | None = None) -> str:
        """Return the text with other sentences in it; this value and every file stay as they are.

        Parameters
        ----------
        taken
            Numbers of sentences for which the suggestion is taken.
        own
            Sentences of your own, by number; an empty one takes the sentence out.

        Raises
        ------
        UserError
            If a number is none, has no suggestion, or its sentence holds markup, or if what was
            checked is a document and no text.
        """
        if self.text is None or self.kind is None:
            raise UserError(
                f"{self.document.file} was given as a document, whose text is not kept; "
                "check its text, or change it where it is"
            )
        return revising.revised(self.text, self.kind, self.findings, taken, own or {})

    def _tally(self) -> Tally:
        return tallied([self._file()])

    def _file(self) -> dict[str, Any]:
        return {"file": self.document.file, "findings": list(self.findings)}

    def __repr__(self) -> str:
        return f"<Checked {self.document.file}: {self.summary()}>"

    def __str__(self) -> str:
        from reviewkit.prose.output.text import lines

        told = [line.text for line in lines(self._file())]
        return "\n".join([*told, self.summary()])

    def _repr_html_(self) -> str:
        from reviewkit.prose.output.html import view

        return view(self.document, self.findings, f"{self.summary()}.", self.standing)


def check(
    text: str | Document,
    *,
    evidence: str | PathLike[str] | Mapping[str, Any],
    name: str = "draft",
    kind: TextKind = "txt",
) -> Checked:
    """Hold a text against a review, sentence by sentence.

    For many documents see `reviewkit.prose.check.check`, which yields what it finds in each.

    Parameters
    ----------
    text
        A text, or a document as `reviewkit.prose.documents.read` reads one from a file.
    evidence
        The folder of the review, or its index as `reviewkit.index.open_index` gives it.
    name
        What a text is called in what is printed.
    kind
        The format of a text: plain, Markdown or HTML. In plain text a line break ends a sentence
        unless the lines were broken to fit a width.

    Returns
    -------
    Checked
        Nothing is printed and no file is changed.

    Raises
    ------
    InvalidEvidence
        If the review has an error.
    UserError
        If the text is too long or holds a null character.
    """
    index = dict(evidence) if isinstance(evidence, Mapping) else open_index(Path(evidence))
    if isinstance(text, Document):
        return _checked(text, index, text=None, kind=None)
    return _checked(read_text(text, name, kind), index, text=text, kind=kind)


def _checked(
    document: Document, index: dict[str, Any], *, text: str | None, kind: TextKind | None
) -> Checked:
    (file,) = check_documents([document], index)
    return Checked(
        text=text,
        kind=kind,
        document=document,
        findings=tuple(file["findings"]),
        standing=caption(index),
    )
