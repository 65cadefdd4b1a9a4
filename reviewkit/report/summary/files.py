"""One file of tables of findings, in the format that its ending names."""

from __future__ import annotations

from reviewkit.report.html import findings_html
from reviewkit.report.summary.rows import summary_rows
from reviewkit.report.summary.tables import (
    FINDINGS,
    HOW_FINDINGS,
    HOW_PROFILES,
    PROFILES,
    profile_tables,
    summary_tables,
)
from reviewkit.report.summary.word import to_docx
from reviewkit.report.summary.writing import to_markdown, to_rows
from reviewkit.review import Graded


def findings_file(
    graded: Graded, ending: str, *, bodies: tuple[str, ...] | None = None, profile: bool = False
) -> bytes:
    """Return a summary of findings, or an evidence profile, as the bytes of a file.

    Parameters
    ----------
    graded
        A whole review.
    ending
        ``.html``, ``.md``, ``.csv`` or ``.docx``.
    bodies
        Ids of the bodies to tell; all by default.
    profile
        Whether the domains are told apart.

    Raises
    ------
    UserError
        If python-docx is wanted and not installed.
    """
    rows = summary_rows(graded, bodies)
    make, what, lead = (
        (profile_tables, PROFILES, HOW_PROFILES)
        if profile
        else (summary_tables, FINDINGS, HOW_FINDINGS)
    )
    tables = make(graded.evidence, rows)
    title = f"{what}: {graded.evidence.review.title}"
    match ending:
        case ".html":
            return findings_html(tables, title=title, lead=lead).encode()
        case ".md":
            return to_markdown(tables, title=title).encode()
        case ".csv":
            return to_rows(tables).encode()
        case ".docx":
            return to_docx(tables, title=title)
    raise ValueError(f"tables are not written as {ending}")
