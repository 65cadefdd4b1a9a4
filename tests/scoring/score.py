"""Score the checker on labelled documents: links, false alarms, stance, wording, figures.

    python -m tests.scoring.score LABELLED.jsonl... [--evidence FOLDER] [--errors]
    python -m tests.scoring.score --articles FOLDER --claims claims.yaml [--errors]

The format of a labelled file is in tests/scoring/README.md, the measures are in `measures`. The
second form reads articles with an outside list of claims and mentions, whose wording and stance are
taken from the evidence folder where it records the same mention; a mention whose sentence the
splitter cuts otherwise counts as missed.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from reviewkit.index import open_index
from tests.scoring.labels import articles, labelled
from tests.scoring.measures import Counts, intervals, scored

EVIDENCE = Path("evidence/head-massage")


def main() -> None:
    """Print the table of measures by document, then intervals, then the errors if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("labelled", nargs="*", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--evidence", type=Path, default=EVIDENCE)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if options.labelled:
        labels = labelled(options.labelled)
    elif options.articles and options.claims:
        labels = list(articles(options.articles, options.claims, options.evidence))
    else:
        parser.error("name labelled files, or --articles with --claims")
    score = scored(labels, open_index(options.evidence))
    print(f"{'document':16}" + "".join(f"{name:>14}" for name in Counts().measures))
    for name, counts in score.by_document.items():
        print(_row(name, counts))
    print(_row("all", score.total))
    for name, (low, high) in intervals(list(score.by_document.values())).items():
        print(f"{name}: 95% bootstrap interval {low:.3f} to {high:.3f}")
    total = score.total
    print(f"passed without support: {total.passed} of {total.unsupported}")
    if options.errors:
        print("\n".join(map(str, score.errors)))


def _row(name: str, counts: Counts) -> str:
    cells = (f"{value:.3f}" if not math.isnan(value) else "–" for value in counts.measures.values())
    return f"{name:16}" + "".join(f"{cell:>14}" for cell in cells)


if __name__ == "__main__":
    main()
