"""What the checker and quick look-ups need of a review, computed once and kept as JSON.

Grading a review takes a second; reading this index, a few milliseconds, and nothing but the
standard library. It is kept in the user's cache under a key made from the bytes of the evidence,
the version of reviewkit and its code, so that a stale one is never read. On a disk that cannot be
written it stays in memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import reviewkit
from reviewkit import display
from reviewkit.index import rows

if TYPE_CHECKING:
    from reviewkit.review import Graded, GradedClaim

#: Format of the index; part of its key.
FORMAT = 6
#: What every index holds, each part with its kind.
PARTS: Mapping[str, type] = {
    "review": dict,
    "claims": list,
    "allowed": dict,
    "shown": dict,
    "vocabulary": dict,
    "studies": list,
    "said": dict,
    "outcomes": dict,
    "interventions": dict,
    "rulings": Mapping,
}
#: How many indexes are kept; the oldest go.
KEPT = 20
#: Characters of a key.
_KEY = hashlib.sha256().digest_size * 2
#: Levels of wording.
WORDINGS = 6
#: The stances that are ruled on, and that of an assertion beside which the sentence says that the
#: evidence is uncertain.
STANCES, UNCERTAIN = ("asserts", "denies", "limits"), "asserts, uncertain"
#: Where the cache is, if not in the user's cache folder.
CACHE_VARIABLE = "REVIEWKIT_CACHE"


def cache_folder() -> Path | None:
    """Return the folder that indexes are kept in; it need not exist.

    None where the system knows no home of the user: nothing is kept then.
    """
    if named := os.environ.get(CACHE_VARIABLE):
        return Path(named)
    root = os.environ.get("XDG_CACHE_HOME")
    if root:
        return Path(root) / "reviewkit"
    try:
        return Path.home() / ".cache" / "reviewkit"
    except RuntimeError:
        return None


def key(folder: Path) -> str:
    """Return the key of a review's index: of its folder, its bytes, the version and the code.

    The folder as it is named is part of it, since an index tells places that begin with it. A
    record that cannot be read is left to the loader, which says so.
    """
    named = os.fsencode(folder)
    digest = hashlib.sha256(f"{FORMAT} {reviewkit.__version__} {len(named)} ".encode() + named)
    for place, entry in _files(folder, ".yaml"):
        try:
            data = _content(entry)
        except OSError:
            continue
        digest.update(b"\0%b\0%d\0" % (os.fsencode(place), len(data)))
        digest.update(data)
    for place, entry in _files(Path(__file__).parent.parent, ".py"):
        status = entry.stat()
        digest.update(f"\0{place} {status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()


def _content(entry: os.DirEntry[str]) -> bytes:
    """Return what a file holds, without the buffer that reading hundreds whole does not need."""
    with open(entry, "rb", buffering=0) as file:  # noqa: PTH123 for speed, as in `_files`
        return file.read()


def _files(folder: Path, suffix: str) -> list[tuple[str, os.DirEntry[str]]]:
    """Return the files below a folder whose names end so, each after its place in it, in order.

    By entries and not by `Path`, with which every start of the checker took 8 ms more.
    """
    found: list[tuple[str, os.DirEntry[str]]] = []
    left = [("", os.fspath(folder))]
    while left:
        place, path = left.pop()
        with contextlib.suppress(OSError), os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    left.append((f"{place}{entry.name}/", entry.path))
                elif entry.name.endswith(suffix) and entry.is_file():
                    found.append((f"{place}{entry.name}", entry))
    return sorted(found, key=itemgetter(0))


def open_index(folder: Path) -> dict[str, Any]:
    """Return a review's index, from the cache if it is warm, else built and kept there.

    Raises
    ------
    InvalidEvidence
        If the index has to be built and a record has an error.
    """
    home = cache_folder()
    path = home / f"{key(folder)}.json" if home is not None else None
    if path is not None:
        with contextlib.suppress(OSError, ValueError, RecursionError):
            found = rows.read(path.read_bytes())
            if _is_index(found):
                return found
    from reviewkit.evidence import load
    from reviewkit.review import grade

    index = build(grade(load(folder)))
    if path is not None:
        with contextlib.suppress(OSError):
            _keep(path, rows.written(index))
            _prune(path.parent)
    return index


def _is_index(found: Mapping[str, Any]) -> bool:
    """Whether a file of the cache holds an index, and not what something else left there."""
    return found.get("format") == FORMAT and all(
        isinstance(found.get(name), kind) for name, kind in PARTS.items()
    )


def build(graded: Graded) -> dict[str, Any]:
    """Return the index of a graded review, JSON-ready."""
    from reviewkit.index.phrases import planted
    from reviewkit.index.studies import studies

    evidence = graded.evidence
    return {
        "format": FORMAT,
        "review": {
            "id": evidence.review.id,
            "title": evidence.review.title,
            "reading": evidence.review.reading,
            "maintainers": [
                {"name": m.name, "interests": m.interests} for m in evidence.review.maintainers
            ],
        },
        "claims": claim_rows(graded),
        "allowed": {name: claim.ruling.allowed for name, claim in graded.claims.items()},
        "shown": {
            name: {
                "verdict": claim.ruling.shown,
                "severity": claim.ruling.severity,
                "mentions": [mention.ruling.shown for mention in claim.mentions],
            }
            for name, claim in graded.claims.items()
        },
        "vocabulary": planted(evidence.vocabulary.model_dump(mode="json")),
        "studies": list(studies(evidence)),
        "said": {name: _said(claim, graded) for name, claim in graded.claims.items()},
        "outcomes": {
            name: {
                "label": outcome.label,
                "unit": outcome.unit or "",
                "also": {unit: str(factor.value) for unit, factor in outcome.also.items()},
            }
            for name, outcome in evidence.review.outcomes.items()
        },
        "interventions": {
            name: intervention.label for name, intervention in evidence.review.interventions.items()
        },
        "rulings": {name: _rulings(graded, claim) for name, claim in graded.claims.items()},
    }


def claim_rows(graded: Graded) -> list[dict[str, Any]]:
    """Return the claims with their mentions, in the shape that ``claims --format json`` prints."""
    return [_claim_row(claim) for claim in graded.claims.values()]


def _claim_row(graded: GradedClaim) -> dict[str, Any]:
    claim = graded.claim
    return {
        "id": claim.id,
        "kind": claim.kind,
        "statement": claim.statement,
        "outcome": claim.outcome,
        "body": claim.body,
        "evidence": graded.says,
        "certainty": graded.certainty,
        "verdict": graded.ruling.verdict,
        "reason": graded.ruling.full_reason,
        "robust": graded.robust,
        "mentions": [
            {
                "source": found.mention.source,
                "line": found.mention.line,
                "sentence": found.mention.sentence,
                "sha256": found.mention.sha256,
                "wording": found.mention.wording,
                "verdict": found.ruling.verdict,
                "severity": found.ruling.severity,
                "reason": found.ruling.full_reason,
            }
            for found in graded.mentions
        ],
    }


def _said(found: GradedClaim, graded: Graded) -> dict[str, Any]:
    """What a sentence says that makes a claim, and how many studies stand behind it."""
    from reviewkit.review import bodies_of

    claim = found.claim
    graded_on = (graded.bodies[name].main for name in bodies_of(claim))
    measured = {
        graded.evidence.result(result.use.result)[1].outcome
        for grade in graded_on
        for result in grade.results
    }
    return {
        "kind": claim.kind,
        "direction": claim.direction,
        "interventions": list(claim.interventions),
        "outcomes": sorted({claim.outcome} | measured),
        "record": claim.record or "",
        "numbers": [figure.of for figure in claim.numbers],
        "studies": graded.bodies[claim.body].main.synthesis.k if claim.body else None,
    }


def _rulings(graded: Graded, found: GradedClaim) -> dict[str, list[dict[str, str]]]:
    """What a plain sentence that makes a claim would be told, by its stance and wording level."""
    from dataclasses import replace

    from reviewkit.review import bodies_of
    from reviewkit.verdict import of_statement, rule

    grades = {name: graded.bodies[name].main for name in bodies_of(found.claim)}
    statement = of_statement(graded.evidence, found.claim, grades)
    said = {stance: replace(statement, stance=stance) for stance in STANCES}
    said[UNCERTAIN] = replace(statement, names=("uncertainty",))
    return {
        stance: [
            {
                "verdict": ruling.verdict,
                "severity": ruling.severity,
                "reason": display.sentence(ruling.reason),
                "against": " ".join(ruling.against),
                "carries": "" if ruling.allowed is None else str(ruling.allowed),
                "certainty": ruling.certainty or "",
            }
            for wording in range(WORDINGS)
            for ruling in rule(replace(sentence, wording=wording))[:1]
        ]
        for stance, sentence in said.items()
    }


def _keep(path: Path, text: str) -> None:
    """Write a file whole or not at all, so that another process never reads half of it."""
    import tempfile  # only a cold start writes

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _prune(folder: Path) -> None:
    """Remove all but the newest indexes of a cache; what bears another name is left alone."""
    kept = [path for path in folder.glob("*.json") if len(path.stem) == _KEY and path.is_file()]
    newest = sorted(kept, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in newest[KEPT:]:
        path.unlink(missing_ok=True)


def caption(index: dict[str, Any]) -> str:
    """Return the standing words below every list of grades: whose judgements, and what not."""
    interests = display.joined(
        f"{m['name']}: {m['interests']}" for m in index["review"]["maintainers"]
    )
    return (
        "Project judgements using GRADE domains. Not a systematic review, no duplicate extraction, "
        "not endorsed by the GRADE working group. About sentences and their evidence: not medical "
        "advice; nobody should start or stop a treatment on it. "
        f"{index['review']['reading'].strip()} Interests of the maintainers: {interests}."
    )
