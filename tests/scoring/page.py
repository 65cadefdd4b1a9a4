"""The scores as pages: `python -m tests.scoring.page` writes docs/checker-scores.md.

    python -m tests.scoring.page [--articles FOLDER --claims claims.yaml]

It scores the sets of labelled documents that are there. The errors in what is kept back stand on a
page of their own, docs/checker-errors-kept-back.md, for who develops the checker is not to read
them. A test holds the pages to what this writes, but for the section on the articles, whose texts
are not in the repository. What is told of the present labels is counted in the run.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewkit.display import plural, wrap
from reviewkit.evidence import load
from reviewkit.index import open_index
from tests.scoring.agreement import agreement
from tests.scoring.labels import FOLDER, Label, articles, labelled
from tests.scoring.measures import Counts, Error, Kind, Score, intervals, scored

ROOT = Path(__file__).resolve().parents[2]
REVIEW = ROOT / "evidence" / "head-massage"
PAGE = ROOT / "docs" / "checker-scores.md"
KEPT_PAGE = ROOT / "docs" / "checker-errors-kept-back.md"
#: The set whose errors stand on a page of their own.
KEPT = "kept-back"
WIDTH = 100
DASH = "–"
#: The sets of labelled documents, by how their files' names begin.
SETS = {
    "development": "Developed on: its errors were looked at while the checker was made.",
    "kept-back": "Kept back: labelled blind by two readers and a third where they differed. Its "
    "errors were not looked at, and stand on a page of their own (`checker-errors-kept-back.md`). "
    "How far the readers agree is told under Two readers.",
}
#: The kinds of error, the gravest first, each with what it is.
ERRORS: Mapping[Kind, str] = {
    "passed": "without support in the base, asserted, and told as fitting",
    "missed": "a claim that was not linked",
    "false": "a claim that the sentence does not make, with the words that made the link",
    "alarm": "a sentence without a health claim that was told as one, though no claim was linked",
    "stance": "another stance",
    "wording": "a level of wording that is more than one off",
    "figure": "a figure whose status is another",
}
COMPOSED = """\
Made up to widen the vocabulary and the rules, and harder than pages are (`tests/scoring/README.md`
tells how). They are developed on, and their errors are not listed. In those
of figures no claims are labelled, and links are not counted; where nothing is claimed at all
(`composed-silent-mind`), false alarms are what there is to count.
"""
#: What is told of links; nothing where none are labelled.
OF_LINKS = ("precision", "recall", "F1")
ALARMS = ("false alarms", "alarms shown")
ARTICLES = "## The four articles"
INTRODUCTION = """\
# The checker's scores, as measured

Written by `python -m tests.scoring.page`, which holds what the checker finds in labelled documents
against the labels; the format of these, and what is labelled, is in `tests/scoring/README.md`. A
test holds this page to what the checker finds: after a change in it or in the evidence, write the
page again.
"""
READING = """\
Precision, recall and F1 are of links, as micro-averages over the ids of claims in sentences. A
false alarm is a finding that has a claim, or is told as “not covered”, on a sentence that makes no
health claim; *alarms shown* counts those of them that a writer is shown, as they are at least a
suggestion: an instruction linked to the one in the base, or wording that fits, is no line of the
output. Stance counts on sentences with a health claim that were found, wording on links that were
right, within one level. A figure is right if its status (correct, wrong, misattributed,
unverifiable) is that of the label. Intervals are of a bootstrap that draws documents with
replacement. *Passed* is a claim that the base holds no support for, asserted more strongly than
hedged, and told as fitting all the same; a faithful report of a study is not one. Labels
are themselves wrong now and then; those for development were made by one reader each.
"""
KEPT_INTRODUCTION = """\
# The checker's errors in what is kept back

Written by `python -m tests.scoring.page`. Not to be read by who develops the checker: these
documents tell what it does on pages that nobody looked at while making it, and do so only as long
as nobody does.
"""
READERS = "## Two readers"
#: The labels of the two who read what is kept back, each alone.
ALONE = FOLDER / "readers"


def page(scores: Mapping[str, Score], composed: Mapping[str, Score], told: str) -> str:
    """Return the page.

    Parameters
    ----------
    scores
        Of each set of labelled documents, by its name.
    composed
        Of each file of documents that were made up, by its name.
    told
        What the section on the articles says.
    """
    about = subjects()
    parts = [INTRODUCTION, "## How to read it", READING]
    for name, score in scores.items():
        parts += _set(name, score, about)
    parts += ["## Composed", COMPOSED, _by_file(composed), READERS, _readers()]
    return "\n\n".join(part.strip() for part in (*parts, ARTICLES, told)) + "\n"


def kept_page(scores: Mapping[str, Score]) -> str:
    """Return the page of the errors in what is kept back."""
    errors = scores[KEPT].errors if KEPT in scores else []
    return "\n\n".join(part.strip() for part in (KEPT_INTRODUCTION, *_errors(KEPT, errors))) + "\n"


def sets(folder: Path = FOLDER) -> dict[str, list[Label]]:
    """Return the labelled documents that are there, by set."""
    files = {name: sorted(folder.glob(f"{name}*.jsonl")) for name in SETS}
    return {name: labelled(paths) for name, paths in files.items() if paths}


def made_up(folder: Path = FOLDER) -> dict[str, list[Label]]:
    """Return the documents that were made up, by file."""
    return {path.stem: labelled([path]) for path in sorted(folder.glob("composed-*.jsonl"))}


def subjects() -> dict[str, str]:
    """Return what each claim's outcome is about: appearance, comfort, a disorder ..."""
    evidence = load(REVIEW)
    return {
        name: evidence.review.outcomes[claim.outcome].about
        for name, claim in evidence.claims.items()
    }


def _readers() -> str:
    """Say how far two readers agree: no checker can be measured beyond it."""
    found = agreement(labelled([ALONE / "a.jsonl"]), labelled([ALONE / "b.jsonl"]))
    return wrap(
        f"Two readers labelled the {plural(found.documents, 'document')} that are kept back "
        f"({plural(found.sentences, 'sentence')}), each alone and by the written rules, neither "
        "having seen the checker; where they differed a third decided, as blind. The two agree in "
        f"links with an F1 of {found.f1:.3f} and in {found.stance:.3f} of stances; of the "
        f"sentences in which one finds no health claim, the other finds one in {found.alarms:.3f}. "
        "What a checker scores beyond that tells nothing. Before the rules were written, two "
        "readers of 15 other documents agreed with an F1 of 0.858, in 0.968 of stances, and the "
        "other found a claim in 0.043 of what the one found silent.",
        width=WIDTH,
    )


def _set(name: str, score: Score, about: Mapping[str, str]) -> Iterator[str]:
    sentences = [sentence for label in score.labels for sentence in label["sentences"]]
    links = sum(len(sentence.get("claims", ())) for sentence in sentences)
    figures = sum(len(sentence.get("figures", ())) for sentence in sentences)
    total = score.total
    yield f"## {name.capitalize()}"
    yield wrap(
        f"{SETS[name]} {plural(len(score.labels), 'document')}, "
        f"{plural(len(sentences), 'sentence')} ({total.silent} without a health claim), "
        f"{plural(links, 'link')}, "
        f"{plural(figures, 'figure')}. Passed without support: {total.passed} of "
        f"{total.unsupported}.",
        width=WIDTH,
    )
    yield totals(score)
    yield f"### Links by what the claim is about, {name}"
    yield _by_subject(score, about)
    yield f"### By document, {name}"
    yield _by_document(score)
    if name != KEPT:
        yield from _errors(name, score.errors)


def totals(score: Score) -> str:
    """Return the measures of all documents, with their intervals."""
    ranges = intervals(list(score.by_document.values()))
    rows = [
        (name, _shown(value), f"{_shown(ranges[name][0])} to {_shown(ranges[name][1])}")
        for name, value in score.total.measures.items()
        if not math.isnan(value)
    ]
    return table(("measure", "all documents", "95% interval"), rows)


def _by_subject(score: Score, about: Mapping[str, str]) -> str:
    counted: Counter[tuple[str, str]] = Counter()
    for (claim, which), number in score.links.items():
        counted[about[claim], which] += number
    rows = []
    for subject in sorted(set(about.values())):
        counts = Counts(**{which: counted[subject, which] for which in ("hit", "missed", "false")})
        if counts != Counts():
            found = (_shown(counts.measures[name]) for name in ("precision", "recall", "F1"))
            rows.append((subject, str(counts.hit + counts.missed), *found))
    return table(("about", "links labelled", "precision", "recall", "F1"), rows)


def _by_document(score: Score) -> str:
    rows = []
    for label in score.labels:
        counts = score.by_document[label["document"]]
        shares = map(_shown, counts.measures.values())
        made = counts.hit + counts.missed
        rows.append((label["document"], str(len(label["sentences"])), str(made), *shares))
    return table(("document", "sentences", "links", *Counts().measures), rows)


def _by_file(scores: Mapping[str, Score]) -> str:
    rows = []
    for name, score in scores.items():
        sentences = [sentence for label in score.labels for sentence in label["sentences"]]
        total = score.total
        linked = total.hit + total.missed
        unlabelled = not linked and any(sentence.get("checkable") for sentence in sentences)
        untold = () if linked else (*OF_LINKS, *(ALARMS if unlabelled else ()))
        shares = total.measures | dict.fromkeys(untold, math.nan)
        made = (str(len(score.labels)), str(len(sentences)), str(linked))
        rows.append((name, *made, *map(_shown, shares.values())))
    return table(("file", "documents", "sentences", "links", *Counts().measures), rows)


def _errors(name: str, errors: Sequence[Error]) -> Iterator[str]:
    yield f"### Errors, {name} ({len(errors)})"
    for kind, meaning in ERRORS.items():
        found = [error for error in errors if error.kind == kind]
        if found:
            yield f"**{kind.capitalize()}** ({len(found)}): {meaning}."
            rows = [(f"{e.document}:{e.place}", e.what, e.text) for e in found]
            yield table(("sentence", "what", "text"), rows)


def told_of_articles(folder: Path | None, claims: Path | None, index: Mapping[str, Any]) -> str:
    """Return the section on the articles: their totals, or that they were not run."""
    if folder is None or claims is None:
        return "Not run: their texts are not in the repository (`--articles`, `--claims`)."
    labels = list(articles(folder, claims, REVIEW))
    score = scored(labels, index)
    total = score.total
    opening = wrap(
        "Against an outside list of their claims. They are the open examples on which the "
        f"vocabulary was made; their texts are not in the repository. Passed without support: "
        f"{total.passed} of {total.unsupported}.",
        width=WIDTH,
    )
    return f"{opening}\n\n{totals(score)}"


def without_articles(text: str) -> str:
    """Return a page but for what its section on the articles says."""
    return text.partition(ARTICLES)[0]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown."""
    lines = [" | ".join(_cell(cell) for cell in row) for row in (heads, *rows)]
    lines.insert(1, " | ".join(["---"] * len(heads)))
    return "\n".join(f"| {line} |" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("<", "&lt;")


def _shown(value: float) -> str:
    return DASH if math.isnan(value) else f"{value:.3f}"


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--claims", type=Path)
    options = parser.parse_args()
    index = open_index(REVIEW)
    told = told_of_articles(options.articles, options.claims, index)
    scores = {name: scored(labels, index) for name, labels in sets().items()}
    composed = {name: scored(labels, index) for name, labels in made_up().items()}
    PAGE.write_text(page(scores, composed, told), encoding="utf-8")
    KEPT_PAGE.write_text(kept_page(scores), encoding="utf-8")


if __name__ == "__main__":
    main()
