"""``reviewkit verify``: each verdict held against its lock, each judgement against its facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reviewkit.cli.edge import CLEAN, FINDINGS
from reviewkit.cli.options import evidence_option, format_option, print_json

if TYPE_CHECKING:
    from reviewkit.lock import Entry, Moved
    from reviewkit.review import Graded


@click.command(short_help="Hold the verdicts against their lock.")
@evidence_option
@click.option("--write", is_flag=True, help="Write the lock as things are now, and say what moved.")
@format_option("text", "json")
@click.pass_context
def verify(ctx: click.Context, named: str | None, write: bool, shape: str) -> None:
    """Hold every verdict against the review's lock, and name the claims that moved.

    Judgements whose facts have moved since they were made are named as well; the proposals stand
    in their place. Exit code 1 if anything moved, a judgement is suspended or there is no lock; 0
    after --write.
    """
    from reviewkit.cli.locate import reviews

    told = [_verified(folder, write=write) for folder in reviews(named)]
    if shape == "json":
        print_json(told)
    else:
        for review in told:
            click.echo("\n".join(_lines(review, written=write)))
    clean = all(r["locked"] and not r["moved"] and not r["suspended"] for r in told)
    ctx.exit(CLEAN if write or clean else FINDINGS)


def _verified(folder: Path, *, write: bool) -> dict[str, Any]:
    from reviewkit import lock
    from reviewkit.cli.graded import graded
    from reviewkit.cli.locate import is_installed
    from reviewkit.errors import UserError

    values = graded(folder)
    if write and is_installed(folder):
        raise UserError(
            f"{folder} came with reviewkit: copy it to a folder of your own, and name that with "
            "--evidence, to write its lock"
        )
    now, before = lock.of(values), lock.read(folder)
    moved = lock.compare(before, now) if before is not None else ()
    if write:
        lock.write(folder, now)
    return {
        "review": values.evidence.review.id,
        "lock": str(folder / lock.NAME),
        "claims": len(now),
        "locked": before is not None,
        "moved": [_moved(found) for found in moved],
        "verdicts_moved": sum(_verdicts(f.before) != _verdicts(f.after) for f in moved),
        "suspended": list(_suspended(values)),
    }


def _moved(found: Moved) -> dict[str, Any]:
    return {
        "claim": found.claim,
        "before": found.before.to_dict() if found.before else None,
        "after": found.after.to_dict() if found.after else None,
        "parts": list(found.parts),
        "told": found.render(),
    }


def _verdicts(entry: Entry | None) -> dict[str, Any] | None:
    """A lock entry without what it rests on: what a reader would see differ."""
    if entry is None:
        return None
    return {name: value for name, value in entry.to_dict().items() if name != "rests_on"}


def _suspended(values: Graded) -> Iterator[dict[str, str]]:
    """Judgements whose facts have moved, with the hash of the facts as they are."""
    for name, body in values.bodies.items():
        grade = body.main
        facts: dict[str, str] = {
            d.proposal.domain: d.proposal.facts for d in grade.domains if d.suspended
        }
        if grade.overall_suspended:
            facts["overall"] = grade.overall_facts
        for domain, now in facts.items():
            place = values.evidence.place("bodies", name, ("judgements", domain))
            yield {"body": name, "domain": domain, "facts": now, "place": str(place)}


def _lines(review: dict[str, Any], *, written: bool) -> Iterator[str]:
    from reviewkit.display import plural

    yield from (found["told"] for found in review["moved"])
    for found in review["suspended"]:
        yield (
            f"{found['place']}: the judgement of {found['domain']} is suspended, since what it saw "
            f"has moved; look again, and record facts: {found['facts']}"
        )
    claims = plural(review["claims"], "claim")
    if not review["locked"] and not written:
        yield f"{review['lock']}: there is no lock; write it with reviewkit verify --write"
        return
    moved = f"{review['verdicts_moved']} moved"
    if only_facts := len(review["moved"]) - review["verdicts_moved"]:
        moved += f", {only_facts} more rest on what changed"
    suspended = plural(len(review["suspended"]), "judgement")
    name = f"{review['lock']}: written for" if written else f"{review['review']}:"
    yield f"{name} {claims}, {moved}; {suspended} suspended"
