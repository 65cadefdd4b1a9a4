"""A checked text as HTML: its sentences, the words in question underlined, and beside each why.

One table, styled in place, so that it looks alike in a notebook, in a page made of one and in a
mail, and changes nothing around it. How grave a problem is can be seen without colours: a double
line is an error, a single one a warning, a dotted one a suggestion, a thin dashed one a claim that
the base does not cover; and it is said in words. Without any style the words are still underlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from reviewkit.findings import printable
from reviewkit.prose.ignoring import told_of
from reviewkit.prose.output.words import called, verdict
from reviewkit.prose.problems import gravest, rank
from reviewkit.prose.text import Document, Sentence

#: Of each severity, its line and its colour on white; they differ in lightness as in hue, and each
#: has a contrast of 4.5 or more (WCAG 2.2, 1.4.3).
LINES: Mapping[str, tuple[str, str]] = {
    "error": ("double", "#8a1c3b"),
    "warning": ("solid", "#a85400"),
    "suggestion": ("dotted", "#0067a3"),
    "none": ("dashed", "#6b6b6b"),
}
#: The verdict that other problems of its sentence would hide, and its code.
_UNCOVERED, _ITS_CODE = "not covered", "P001"
_THICK = {"none": "1px"}
_TABLE = (
    "border-collapse:collapse;width:100%;max-width:70rem;background:#fff;color:#1b1b1b;"
    "font:15px/1.5 system-ui,sans-serif;text-align:left"
)
#: Said for each, since a page that a notebook is turned into sets its own for cells and paragraphs.
_LINE_HEIGHT = "line-height:1.5"
_PARAGRAPH = f"margin:0 0 .4rem;{_LINE_HEIGHT}"
_CELL = (
    f"{_LINE_HEIGHT};"
    "vertical-align:top;text-align:left;white-space:normal;padding:.4rem .8rem .4rem 0;"
    "border-top:1px solid #d8d8d8;background:#fff;color:#1b1b1b"
)
_NARROW = f"{_CELL};text-align:right;width:1.8rem;color:#595959;font-weight:400"
_WIDE = f"{_CELL};width:45%"
_QUIET = "color:#595959"
_SMALL = "color:#595959;font-size:13px"


def view(
    document: Document, findings: Sequence[Mapping[str, Any]], summary: str, standing: str
) -> str:
    """Return a document as one HTML element, what was found of it beside its sentences.

    Parameters
    ----------
    document
        As read.
    findings
        What `reviewkit.prose.check.check` found in it.
    summary, standing
        What is said below: the counts, and what this is and is not.
    """
    rows = "\n".join(_rows(document, findings))
    # The classes keep a notebook from setting what stands between two prices as a formula.
    return (
        '<div class="tex2jax_ignore mathjax_ignore">\n'
        f'<table style="{_TABLE}">\n'
        f'<thead><tr><th style="{_NARROW}"></th><th scope="col" style="{_WIDE}">The text</th>'
        f'<th scope="col" style="{_CELL}">What the evidence carries</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n"
        f'<tfoot><tr><td style="{_NARROW}"></td><td colspan="2" style="{_CELL}">'
        f'<p style="{_PARAGRAPH}">{_safe(summary)}</p>'
        f'<p style="{_PARAGRAPH};{_SMALL}">{_safe(standing)}</p></td></tr></tfoot>\n'
        "</table>\n</div>"
    )


def _rows(document: Document, findings: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a row for each finding and for each stretch of a block that has none."""
    numbered = {finding["start"]: number for number, finding in enumerate(findings, start=1)}
    starts = {sentence.start for sentence in document.sentences}
    # What is told of a directive is about no sentence; it comes where the directive stands.
    parts: list[tuple[int, Sentence | None]] = [
        *((sentence.start, sentence) for sentence in document.sentences),
        *((start, None) for start in numbered if start not in starts),
    ]
    parts.sort(key=lambda part: part[0])

    def stretch(part: tuple[int, Sentence | None]) -> tuple[int, int]:
        start, sentence = part
        if sentence is None or start in numbered:
            return (-1, start)
        return (sentence.block, -1)

    for _, group in groupby(parts, stretch):
        start, first = (members := list(group))[0]
        number = numbered.get(start)
        if number is None:
            said = [sentence for _, sentence in members if sentence is not None]
            text = " ".join(_safe(sentence.text) for sentence in said)
            yield _row("", _of_kind(text, said[0]), "")
            continue
        finding = findings[number - 1]
        yield _row(str(number), _of_kind(_marked(finding), first), _note(finding))


def _row(number: str, text: str, note: str) -> str:
    return (
        f'<tr><th scope="row" style="{_NARROW}">{number}</th>'
        f'<td style="{_WIDE}">{text}</td><td style="{_CELL}">{note}</td></tr>'
    )


def _of_kind(text: str, sentence: Sentence | None) -> str:
    """Return a sentence's HTML as its block has it: a heading is bold, a bullet has its mark."""
    if sentence is not None and sentence.kind == "heading":
        return f"<b>{text}</b>"
    if sentence is not None and sentence.kind == "bullet":
        return f"• {text}"
    return text


def _marked(finding: Mapping[str, Any]) -> str:
    """Return a sentence with the words in question underlined, each as its gravest problem."""
    sentence = str(finding["sentence"])
    graves = [""] * len(sentence)
    for problem in sorted(told_of(dict(finding)), key=lambda problem: rank(problem["severity"])):
        start, end = problem["within"]
        graves[start:end] = [str(problem["severity"])] * (min(end, len(sentence)) - start)
    parts = []
    position = 0
    for severity, run in groupby(graves):
        words = sentence[position : position + len(list(run))]
        position += len(words)
        parts.append(f"<u {_line(severity)}>{_safe(words)}</u>" if severity else _safe(words))
    return "".join(parts)


def _line(severity: str) -> str:
    kind, colour = LINES[severity]
    thick = _THICK.get(severity, "2px")
    return f'style="text-decoration:underline {kind} {colour} {thick};text-underline-offset:3px"'


def _note(finding: Mapping[str, Any]) -> str:
    """Return what stands beside a sentence."""
    told = sorted(told_of(dict(finding)), key=lambda problem: -rank(problem["severity"]))
    parts = [_problem(problem) for problem in told]
    if not told:
        reason = f'<br><span style="{_QUIET}">{_safe(finding["reason"])}</span>'
        parts.append(f"{_safe(verdict(finding))}{reason}")
    if finding["suggestion"]:
        parts.insert(1, f"Instead: <b>{_safe(finding['suggestion'])}</b>")
    if told and finding["verdict"] == _UNCOVERED and told[0]["code"] != _ITS_CODE:
        parts.append(f'<span style="{_QUIET}">{_safe(finding["reason"])}</span>')
    parts += [
        f'<span style="{_SMALL}">{_safe(number["expected"])} stands in '
        f"<code>{_safe(number['at'])}</code></span>"
        for number in finding["numbers"]
        if number["status"] != "correct" and number["at"]
    ]
    for problem in finding["ignored"]:
        why = f"{called(problem['code'])}, set aside: {problem['ignored']['reason']}"
        parts.append(f'<span style="{_QUIET}">{_safe(why)}</span>')
    return "".join(f'<p style="{_PARAGRAPH}">{part}</p>' for part in parts)


def _problem(problem: Mapping[str, Any]) -> str:
    severity, code = str(problem["severity"]), str(problem["code"])
    name = _safe(called(code))
    if severity == gravest([]):
        head = f'<u {_line(severity)}>{name}</u> <span style="{_QUIET}">{_safe(code)}</span>'
    else:
        _, colour = LINES[severity]
        head = (
            f'<b style="color:{colour}"><u {_line(severity)}>{severity}</u></b> {name} '
            f'<span style="{_QUIET}">{_safe(code)}</span>'
        )
    return f"{head}<br>{_safe(problem['message'])}"


def _safe(text: Any) -> str:
    """Return a text that is shown as it is, whatever it holds."""
    return escape(printable(str(text)))
