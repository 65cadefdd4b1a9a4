"""The HTML report: pages made from the same blocks as the terminal's, and an index of claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reviewkit.report.claims import SEVERITIES, short_reason, summary
from reviewkit.report.figures import Figure
from reviewkit.report.lines import Block, Link, Page
from reviewkit.report.page_source import NO_SCORE
from reviewkit.report.side_by_side import by_verdict, by_wording
from reviewkit.report.sources import SourceAccount
from reviewkit.report.summary.tables import Table
from reviewkit.report.summary.writing import apart, sentence

#: An address, or a place in a record, inside a text.
_MARKED = r"(?P<url>https?://[^\s;]*[^\s;.,)])|(?P<place>[^\s;,()]+\.yaml:\d+:\d+)"
#: Characters of a claim's reason on the front page; its own page has the whole.
WHY = 300
#: Blocks that stand together in one element.
_TOGETHER = {"label": "labels", "item": "items"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Blocks that make one element: a list of labels, a list, or one block by itself."""

    kind: str
    blocks: tuple[Block, ...]


def page_html(page: Page, *, root: str = "", figure: Figure | None = None) -> str:
    """Return a page as HTML; `root` leads from its folder to the report's."""
    title, lead, *rest = page.blocks
    groups = list(_groups(rest))
    return _render("page.html.j2", title=title, lead=lead, groups=groups, root=root, figure=figure)


def index_html(index: Mapping[str, Any], *, searches: Sequence[Mapping[str, str]]) -> str:
    """Return the front page: the claims with their verdicts, and what was searched."""
    from reviewkit.index import caption

    rows = [
        {
            **row,
            "shown": index["shown"][row["id"]],
            "why": short_reason(row, WHY),
            "counts": Counter(mention["severity"] for mention in row["mentions"]),
        }
        for row in index["claims"]
    ]
    return _render(
        "index.html.j2",
        review=index["review"],
        rows=rows,
        severities=[severity for severity in SEVERITIES if severity != "none"],
        summary=summary(index["claims"]),
        caption=caption(dict(index)),
        searches=searches,
        root="",
    )


def studies_html(rows: Sequence[Mapping[str, Any]], *, caption: str) -> str:
    """Return the table of studies."""
    return _render("studies.html.j2", rows=rows, caption=caption, root="")


def articles_html(sources: Sequence[SourceAccount], *, caption: str) -> str:
    """Return the articles side by side."""
    return _render(
        "articles.html.j2",
        sources=sources,
        verdicts=by_verdict(sources),
        wordings=by_wording(sources),
        no_score=NO_SCORE,
        caption=caption,
        root="",
    )


def bodies_html(
    rows: Sequence[Mapping[str, Any]], *, caption: str, figure: Figure | None = None
) -> str:
    """Return the table of bodies of evidence, and a figure of them."""
    return _render("bodies.html.j2", rows=rows, caption=caption, figure=figure, root="")


def findings_html(tables: Sequence[Table], *, title: str, lead: str, linked: bool = False) -> str:
    """Return tables of findings as a page; `linked` leads to the pages of a report."""
    return _render(
        "summary.html.j2",
        tables=tables,
        title=title,
        what=title.partition(":")[0],
        lead=lead,
        linked=linked,
        captions=list(dict.fromkeys(table.caption for table in tables)),
        apart=apart,
        sentence=sentence,
        root="",
    )


def marked(text: str, links: Sequence[Link] = (), root: str = "") -> Markup:
    """Return a text with what has a page and its addresses as links, its places in records as code.

    Examples
    --------
    >>> str(marked("see a.yaml:3:5 & b"))
    'see <code>a.yaml:3:5</code> &amp; b'
    >>> str(marked("nap, not a-nap", [Link(folder="claims", name="nap")], "../"))
    '<a href="../claims/nap.html">nap</a>, not a-nap'
    """
    pages = {link.words: f"{root}{link.folder}/{link.name}.html" for link in links}
    parts: list[str] = []
    end = 0
    for found in _pattern(pages).finditer(text):
        parts.append(escape(text[end : found.start()]))
        words = found.group()
        if found["place"]:
            parts.append(Markup("<code>{}</code>").format(words))
        else:
            parts.append(Markup('<a href="{}">{}</a>').format(found["url"] or pages[words], words))
        end = found.end()
    parts.append(escape(text[end:]))
    return Markup("").join(parts)


def _pattern(pages: Mapping[str, str]) -> re.Pattern[str]:
    """Addresses, places, and the words that lead to a page: whole, and the longest first."""
    if not pages:
        return re.compile(_MARKED)
    words = "|".join(map(re.escape, sorted(pages, key=len, reverse=True)))
    return re.compile(rf"{_MARKED}|(?<![\w-])(?:{words})(?![\w-])")


def _groups(blocks: Sequence[Block]) -> Iterator[Group]:
    """Put labels that follow each other into one list of labels, and items into one list."""
    for kind, found in groupby(blocks, key=lambda block: _TOGETHER.get(block.kind, block.kind)):
        together = tuple(found)
        if kind in _TOGETHER.values():
            yield Group(kind=str(kind), blocks=together)
        else:
            yield from (Group(kind=block.kind, blocks=(block,)) for block in together)


def _render(template: str, **content: Any) -> str:
    return _environment().get_template(template).render(**content)


@cache
def _environment() -> Environment:
    """The one environment of the process, so that a template is compiled once."""
    environment = Environment(
        loader=PackageLoader("reviewkit.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["marked"] = marked
    return environment
