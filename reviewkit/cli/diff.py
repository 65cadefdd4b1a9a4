"""``reviewkit diff``: which verdicts moved between two states of a review, and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reviewkit.cli.edge import CLEAN, FINDINGS
from reviewkit.cli.options import evidence_option, format_option, print_json

if TYPE_CHECKING:
    from reviewkit.lock import Difference, Move
    from reviewkit.review import Graded

#: Longest text of a value that a line shows.
LONGEST = 60
#: Most claims that are named for resting on what changed without moving.
MOST_NAMED = 8


@click.command(short_help="Say which verdicts moved between two revisions.")
@click.argument("before", metavar="REV1|FOLDER1")
@click.argument("after", metavar="[REV2|FOLDER2]", required=False)
@evidence_option
@format_option("text", "json")
@click.pass_context
def diff(ctx: click.Context, before: str, after: str | None, named: str | None, shape: str) -> None:
    """Say which verdicts moved between two states of a review, and because of which records.

    A state is a folder that holds review.yaml, or a git revision of the review's own folder (a
    hash, a branch, a tag, HEAD~3). Without the second, the folder as it is now. Both are graded by
    this version's rules, so that nothing moves but by a record; what other rules move, verify says.

    Exit code 1 if a verdict moved, a claim came or went, or a judgement was suspended; 0 if not; 2
    if either state cannot be read.
    """
    told = [_compared(*sides) for sides in _sides(before, after, named)]
    if shape == "json":
        print_json([_plain(*each) for each in told])
    else:
        click.echo("\n\n".join("\n".join(_lines(*each)) for each in told))
    ctx.exit(FINDINGS if any(found.any for _, _, found in told) else CLEAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One state of a review: what it is called, its folder, and its revision if it has one."""

    name: str
    folder: Path
    revision: str | None = None


def _sides(before: str, after: str | None, named: str | None) -> list[tuple[_Side, _Side]]:
    """Pair the states that were named: folders as they are, revisions of the folder beside them.

    Without a folder, of every review that is found.
    """
    from reviewkit.cli.locate import MARK, reviews
    from reviewkit.errors import UserError

    given = [name for name in (before, after) if name is not None]
    folders = {name: Path(name) for name in given if (Path(name) / MARK).is_file()}
    for name in given:
        if name not in folders and Path(name).is_dir() and "/" in name:
            raise UserError(f"{name} holds no {MARK}, so it is no review's folder")
    found = tuple(folders.values())[:1] if folders and named is None else reviews(named)
    return [(_side(before, folder, folders), _side(after, folder, folders)) for folder in found]


def _side(name: str | None, folder: Path, folders: dict[str, Path]) -> _Side:
    if name is None:
        return _Side(name=f"{folder}, as it is", folder=folder)
    if name in folders:
        return _Side(name=name, folder=folders[name])
    return _Side(name=name, folder=folder, revision=name)


def _compared(before: _Side, after: _Side) -> tuple[_Side, _Side, Difference]:
    from reviewkit.lock import differences

    return before, after, differences(_graded(before), _graded(after))


def _graded(side: _Side) -> Graded:
    """Grade one state; what is wrong with a revision's records is told by its own paths."""
    from reviewkit.cli.graded import graded
    from reviewkit.cli.revisions import checked_out
    from reviewkit.errors import InvalidEvidence

    with ExitStack() as stack:
        folder = side.folder
        if side.revision is not None:
            folder = stack.enter_context(checked_out(side.folder, side.revision))
        try:
            return graded(folder)
        except InvalidEvidence as error:
            if side.revision is None:
                raise
            findings = [
                replace(
                    found,
                    span=found.span
                    and replace(found.span, path=_there(found.span.path, folder, side)),
                )
                for found in error.findings
            ]
            raise InvalidEvidence(
                f"the records of {side.name} cannot be read by this version of reviewkit", findings
            ) from None


def _there(path: str, folder: Path, side: _Side) -> str:
    """A file of a revision as git names it: ``HEAD~3:evidence/…``."""
    inside = Path(path)
    inside = inside.relative_to(folder) if inside.is_relative_to(folder) else inside
    return f"{side.revision}:{side.folder / inside}"


def _plain(before: _Side, after: _Side, found: Difference) -> dict[str, Any]:
    return {"before": before.name, "after": after.name, **found.to_dict()}


def _lines(before: _Side, after: _Side, found: Difference) -> Iterator[str]:
    from reviewkit.display import joined, plural

    yield f"{before.name} → {after.name}"
    for move in found.moved:
        yield ""
        yield from _move(move)
    if found.suspended or found.settled:
        yield ""
    for judgement in found.suspended:
        yield (
            f"suspended: {judgement.body}, the judgement of {judgement.domain} "
            f"({judgement.judged}): what it saw has moved; {judgement.stands} stands in its place"
        )
    for judgement in found.settled:
        told = f"{judgement.body}, the judgement of {judgement.domain}"
        yield f"settled: {told} is no longer suspended"
    yield ""
    moved = sum(move.before is not None and move.after is not None for move in found.moved)
    came = sum(move.before is None for move in found.moved)
    gone = sum(move.after is None for move in found.moved)
    counts = [f"{plural(moved, 'claim')} moved", f"{came} came", f"{gone} went"]
    suspended = plural(len(found.suspended), "judgement")
    yield f"{joined(counts)}; {suspended} suspended"
    if found.unmoved:
        names = [*found.unmoved[:MOST_NAMED], *(["…"] if len(found.unmoved) > MOST_NAMED else [])]
        rest = "rests" if len(found.unmoved) == 1 else "rest"
        yield (
            f"{plural(len(found.unmoved), 'claim')} {rest} on what changed and did not move: "
            f"{', '.join(names)}"
        )
    idle = "any" if found.idle == found.fields else str(found.idle)
    rests = f"; no verdict rests on {idle} of them" if found.idle else ""
    yield f"{plural(found.fields, 'field')} changed{rests}"


def _move(move: Move) -> Iterator[str]:
    if move.before is None or move.after is None:
        entry, word = (move.after, "came") if move.before is None else (move.before, "went")
        verdict = f"{entry.verdict} ({entry.severity})" if entry else ""
        certainty = f", {entry.certainty} certainty" if entry and entry.certainty else ""
        yield f"{move.claim} {word}: {verdict}{certainty}"
        return
    yield move.claim
    width = max(len(shift.what) for shift in move.shifts)
    for shift in move.shifts:
        yield f"  {shift.what:<{width}}  {shift.before} → {shift.after}"
    yield "  because of" if move.because else "  because of nothing that is known: this is a bug"
    for change in move.because:
        shown = replace(change, before=_short(change.before), after=_short(change.after))
        yield f"    {shown}"


def _short(value: str | None) -> str | None:
    if value is None or len(value) <= LONGEST:
        return value
    return f"{value[: LONGEST - 1].rstrip()}…"
