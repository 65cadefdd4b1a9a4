"""Phrases and patterns of a vocabulary that cannot be read, or that name what it does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.errors import closest
from reviewkit.evidence.folder import Folder
from reviewkit.findings import Finding
from reviewkit.phrasing import STEM, forms, parts, plain_name
from reviewkit.records import Vocabulary
from reviewkit.source import Steps

CODES = {
    "R217": "a phrase that no text can hold",
    "R218": "a pattern that cannot be read",
    "R219": "a pattern that names what the vocabulary does not hold",
}

_PHRASE = (
    f"words of at most {STEM} letters, or beginnings of words (`massag*`), with ... between two "
    "for a few of any kind"
)
_TERM = "a name in `interventions`, `outcomes` or `terms`"
_EFFECT = "a name in `effects`"
_PATTERN = (
    "terms, or effects that govern a term (`lowers|helps > stress`), joined by &, each with ^, +, "
    "- or ! before it or none of these"
)


def check(folder: Folder) -> Iterator[Finding]:
    """Yield each phrase and each pattern of the vocabulary with what is wrong in it."""
    entry = folder.vocabulary
    if entry is None or entry.record is None:
        return
    said = entry.record
    for path, phrase in _phrases(said):
        try:
            forms(phrase)
        except ValueError as error:
            yield entry.finding(
                "R217",
                "error",
                path,
                f"{CODES['R217']}: {error}",
                found=phrase,
                expected=_PHRASE,
                fix="write the words as a text has them, without marks",
            )
    terms = {*said.interventions, *said.outcomes, *said.terms}
    for path, pattern in _patterns(said):
        try:
            asked = parts(pattern)
        except ValueError as error:
            yield entry.finding(
                "R218",
                "error",
                path,
                f"{CODES['R218']}: {error}",
                found=pattern,
                expected=_PATTERN,
                fix="see the first lines of a shipped vocabulary.yaml for what each mark asks",
            )
            continue
        names = {name for part in asked for name in part.names} - terms
        effects = {plain_name(name) for part in asked for name in part.effects} - {*said.effects}
        for name, held in sorted(
            [*((n, terms) for n in names), *((n, {*said.effects}) for n in effects)]
        ):
            yield entry.finding(
                "R219",
                "error",
                path,
                CODES["R219"],
                found=name,
                expected=_EFFECT if name in effects else _TERM,
                fix="write the name as it stands there, or add it",
                did_you_mean=closest(name, held),
            )


def _phrases(said: Vocabulary) -> Iterator[tuple[Steps, str]]:
    """Yield every phrase with its place."""
    for group in ("interventions", "outcomes", "terms"):
        for name, phrases in getattr(said, group).items():
            yield from (((group, name, n), phrase) for n, phrase in enumerate(phrases))
    for name, effect in said.effects.items():
        for side, phrases in (("before", effect.before), ("after", effect.after)):
            yield from ((("effects", name, side, n), phrase) for n, phrase in enumerate(phrases))


def _patterns(said: Vocabulary) -> Iterator[tuple[Steps, str]]:
    """Yield every pattern with its place."""
    for claim, patterns in said.claims.items():
        yield from ((("claims", claim, n), pattern) for n, pattern in enumerate(patterns))
    yield from ((("beyond", n), pattern) for n, pattern in enumerate(said.beyond))
