"""``reviewkit explain``: one claim from its sentence to the printed numbers, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reviewkit.cli.options import evidence_option, format_option, print_json

if TYPE_CHECKING:
    from reviewkit.report.pages import Kind
    from reviewkit.review import Graded


@click.command(short_help="Explain a verdict down to its numbers.")
@click.argument("name", metavar="CLAIM")
@evidence_option
@format_option("text", "json")
def explain(name: str, named: str | None, shape: str) -> None:
    """Explain a claim's verdict, down to each printed number and the line it stands on.

    CLAIM is a claim's id, or the beginning of one that fits no other. The id of a body of
    evidence, of a study or of a source (an article under review) explains that.
    """
    from reviewkit.cli.graded import graded
    from reviewkit.cli.locate import reviews
    from reviewkit.report.pages import page_of

    reviewed = [graded(folder) for folder in reviews(named)]
    kind, found, review = _found(name, reviewed)
    content = page_of(review, kind, found)
    if shape == "json":
        print_json(content.to_dict())
        return
    from reviewkit.cli.terminal import print_lines, width

    print_lines(content.page().lines(width()))


def _found(name: str, reviewed: list[Graded]) -> tuple[Kind, str, Graded]:
    """Resolve a name: exactly, else as the beginning of one claim, else of one of the others."""
    from reviewkit.display import joined
    from reviewkit.errors import UnknownName, UserError, closest
    from reviewkit.report.pages import names

    known = [
        (kind, each, review)
        for review in reviewed
        for kind, ids in names(review.evidence).items()
        for each in ids
    ]
    claims = [found for found in known if found[0] == "claim"]
    others = [found for found in known if found[0] != "claim"]
    for pool, fits in ((known, str.__eq__), (claims, str.startswith), (others, str.startswith)):
        found = [candidate for candidate in pool if fits(candidate[1], name)]
        homes = list(dict.fromkeys(review.evidence.review.id for _, _, review in found))
        if fits is str.__eq__ and len(homes) > 1:
            raise UserError(
                f'"{name}" is in {len(homes)} reviews ({", ".join(homes)}): choose one with '
                "--evidence"
            )
        if len(found) == 1 or (found and fits is str.__eq__):
            return found[0]
        if found:
            listed = ", ".join(f"{each} ({kind})" for kind, each, _ in found)
            raise UserError(f'"{name}" is the beginning of {len(found)}: {listed}')
    for pool in (claims, known):
        heads = {each[: len(name) + 1]: each for _, each, _ in pool}
        likely = closest(name, (each for _, each, _ in pool)) or closest(name, heads)
        if likely:
            ids = joined((heads.get(head, head) for head in likely), last="or")
            raise UserError(f'nothing is called "{name}"; did you mean {ids}?')
    raise UnknownName(name, "claim, body, study or article")
