r"""One shape for everything a person should look at.

A bad record (codes R), an audit flag (A) and a problem in a writer's text (P) are each a
`Finding`. Every layer owns its codes; this module knows none, and depends on nothing but
the standard library, so that the checker starts quickly.

A finding is printed as editors and ``grep`` understand it::

    evidence/sleep/studies/smith-2019.yaml:3:26: error R103 arms[0].n
      3 |   - {name: treatment, n: 43.5, mean: 3.50, sd: 1.20}
        |                          ^^^^
      a count of people must be whole
      found     43.5
      expected  a whole number of participants, at least 1
      fix       enter the number analysed; put an average across outcomes in `notes`

Whatever a hostile file contains, what is printed holds no control characters: they appear
as escapes (``\x1b``), so that a record cannot move the cursor or turn text around.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from unicodedata import category, east_asian_width

Severity = Literal["error", "warning", "hint"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
"""Worst first."""

WIDTH = 100
"""Characters of a source line that are quoted; the length of the project's own lines."""

TAB_STOP = 4
"""A tab is printed as spaces up to the next multiple of this many columns."""

_ELLIPSIS = "…"
_LABEL_WIDTH = len("expected")  # the least, so that blocks under one another line up
_ZERO_WIDTH = {"Mn", "Me"}
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}  # format characters that ordinary words and emoji need


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a text file.

    Lines and columns count from 1, columns in code points; `end_column` is exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at, where it stands, and what would settle it.

    Parameters
    ----------
    code
        Letter and three digits; the layer that makes the finding owns and lists it.
    severity
        ``error`` fails a run, ``warning`` asks for a decision, ``hint`` may be ignored.
    where
        Dotted path inside the record, such as ``results.thickness-24w.before.mean``;
        empty for a whole file.
    message
        What is wrong, in a few words, without the value.
    span
        Place in the file; None where there is no file.
    found, expected, fix
        The text as it stands, what may stand there, and what to do.
    did_you_mean
        Names that exist and look alike, the likeliest first.
    source_line
        The whole line that `span` starts on, without its line end.

    Examples
    --------
    >>> span = Span(path="a.yaml", line=3, column=4, end_line=3, end_column=8)
    >>> print(Finding(code="R103", severity="error", where="n", message="not a whole number",
    ...               span=span, source_line="n: 43.5").render())
    a.yaml:3:4: error R103 n
      3 | n: 43.5
        |    ^^^^
      not a whole number
    """

    code: str
    severity: Severity
    where: str
    message: str
    span: Span | None = None
    found: str | None = None
    expected: str | None = None
    fix: str | None = None
    did_you_mean: tuple[str, ...] = ()
    source_line: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str, str]:
        """By file and place, the worst first at one place; without a place, first of all."""
        rank = SEVERITIES.index(self.severity)
        path, line, column = "", 0, 0
        if self.span is not None:
            path, line, column = self.span.path, self.span.line, self.span.column
        return (path, line, column, rank, self.code, self.where, self.message)

    def render(self, *, width: int = WIDTH) -> str:
        """Return the finding as a block of text without a final newline.

        A source line of more than `width` characters is cut to a window round the span.
        """
        return "\n".join(self._lines(width))

    def to_dict(self) -> dict[str, str | int | list[str] | None]:
        """Return one flat, JSON-ready object; the place is None where there is no file."""
        span = self.span
        return {
            "path": span.path if span else None,
            "line": span.line if span else None,
            "column": span.column if span else None,
            "end_line": span.end_line if span else None,
            "end_column": span.end_column if span else None,
            "severity": self.severity,
            "code": self.code,
            "where": self.where,
            "message": self.message,
            "found": self.found,
            "expected": self.expected,
            "fix": self.fix,
            "did_you_mean": list(self.did_you_mean),
            "source_line": self.source_line,
        }

    def _lines(self, width: int) -> Iterator[str]:
        place = f"{self.span}: " if self.span else ""
        yield f"{place}{self.severity} {self.code} {printable(self.where)}".rstrip()
        if self.span is not None and self.source_line is not None:
            number = str(self.span.line)
            span = self.span
            stop = span.end_column - 1 if span.end_line == span.line else len(self.source_line)
            shown, marks = quoted(self.source_line, span.column - 1, stop, width=width)
            yield f"  {number} | {shown}".rstrip()
            yield f"  {' ' * len(number)} | {marks}"
        yield from _indented(self.message, "  ")
        rows = {
            "found": self.found,
            "expected": self.expected,
            "fix": self.fix,
            "did you mean": ", ".join(self.did_you_mean) or None,
        }
        said = {label: text for label, text in rows.items() if text is not None}
        label_width = max(map(len, said), default=0)
        for label, text in said.items():
            yield from _indented(text or '""', f"  {label:<{max(label_width, _LABEL_WIDTH)}}  ")


def render_all(findings: Iterable[Finding], *, width: int = WIDTH) -> str:
    """Return all findings as text, in order of place, a blank line between two."""
    return "\n\n".join(finding.render(width=width) for finding in ordered(findings))


def to_json(findings: Iterable[Finding]) -> str:
    """Return all findings as a JSON array, in order of place.

    File names that are not UTF-8 come out as JSON escapes, so that the text can be encoded.
    """
    import json

    rows = [finding.to_dict() for finding in ordered(findings)]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by file and place, the worst first at one place."""
    return sorted(findings, key=lambda finding: finding.sort_key)


def _indented(text: str, first: str) -> Iterator[str]:
    """Yield the lines of `text`, the first after `first`, the others aligned with it."""
    prefix = first
    for line in text.splitlines():
        yield (prefix + printable(line)).rstrip()
        prefix = " " * len(first)


def printable(text: str) -> str:
    r"""Return a text whose control characters are escapes, so that it cannot move the cursor.

    Examples
    --------
    >>> print(printable("red \x1b[31m"))
    red \x1b[31m
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character, 0) for character in text)


def _shown(character: str, column: int) -> str:
    """Return what stands for `character` on a terminal, when it starts in `column`."""
    if character == "\t":
        return " " * (TAB_STOP - column % TAB_STOP)
    if category(character) in _UNPRINTABLE and character not in _JOINERS:
        return character.encode("unicode_escape").decode("ascii")
    return character


def _cells(character: str) -> int:
    """Return how many terminal columns a shown character takes."""
    if character in _JOINERS or category(character) in _ZERO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def quoted(line: str, start: int, stop: int, *, width: int = WIDTH) -> tuple[str, str]:
    r"""Return a line as a terminal shows it, and the carets that go under some of its characters.

    Parameters
    ----------
    line
        Without its line end; nothing in it can move the cursor once it is printed.
    start, stop
        Which characters, from 0, `stop` exclusive. What lies outside of the line is left out, and
        there is one caret at least.
    width
        A line of more characters is cut to a window round those.

    Examples
    --------
    >>> print("\n".join(quoted("n: 43.5", 3, 7)))
    n: 43.5
       ^^^^
    """
    start = min(max(start, 0), len(line))
    stop = min(max(stop, start), len(line))
    first, last = _window(len(line), start, stop, width)
    shown = [_ELLIPSIS] if first else []
    column = len(shown)
    caret_from = caret_to = 0
    for index in range(first, last):
        if index == start:
            caret_from = column
        text = _shown(line[index], column)
        shown.append(text)
        column += sum(map(_cells, text))
        if index < stop:
            caret_to = column
    if start >= last:
        caret_from = column
    if last < len(line):
        shown.append(_ELLIPSIS)
    return "".join(shown), " " * caret_from + "^" * max(caret_to - caret_from, 1)


def _window(length: int, start: int, stop: int, width: int) -> tuple[int, int]:
    """Return which characters of a long line to show: the span, with room on both sides."""
    if length <= width:
        return 0, length
    spare = max(width - (stop - start), width // 4)
    first = min(max(start - spare // 2, 0), length - width)
    return first, min(first + width, length)
