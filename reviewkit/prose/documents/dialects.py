"""What site generators add to Markdown, made into what the parser knows, no character moved.

Front matter says the title and is no text; the tags of templates and the fences of call-outs are
no words. A note is made a bullet: as it stands, one that is only an address makes a link of its
mark, two are one paragraph, and the later paragraphs of one are code.
"""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(.*?\r?\n)??(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*([\"']?)([^\r\n]+?)\1[ \t\r]*$", re.MULTILINE)
_TEMPLATE = re.compile(
    r"(?P<opens>^[ \t]*)?(?:\{%[^%\r\n]{0,500}%\}|\{\{[^{}\r\n]{0,500}\}\})"
    r"(?P<ends>(?=[ \t\r]*$))?",
    re.MULTILINE,
)
_CALL_OUT = re.compile(r"^ {0,3}:::+[^\r\n]*", re.MULTILINE)
_TASK = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\](?=[ \t])", re.MULTILINE)
_MARK = re.compile(r"(?P<defines>^ {0,3})?\[\^[^\]\s]{1,64}\](?(defines):?)", re.MULTILINE)
_UNSEEN = "\u200b"
"""Is dropped from sentences, and is no white space to the parser."""


def front_matter(text: str) -> tuple[str, int]:
    r"""Return the title that the front matter gives, or nothing, and where the text begins.

    Examples
    --------
    >>> front_matter("---\ntitle: 'Oil'\n---\nIt warms.")
    ('Oil', 21)
    """
    front = _FRONT_MATTER.match(text)
    if front is None:
        return "", 0
    found = _TITLE.search(front.group())
    return (found.group(2) if found else ""), front.end()


def is_note(text: str, line: int) -> bool:
    """Return whether the line that begins at `line` of the text as written begins a note."""
    mark = _MARK.match(text, line)
    return mark is not None and mark["defines"] is not None


def plain(text: str) -> str:
    """Return the text with what the parser does not know blanked, as long as before."""
    if "{%" in text or "{{" in text:
        text = _TEMPLATE.sub(_blanked, text)
    if ":::" in text:
        text = _CALL_OUT.sub(lambda found: " " * len(found.group()), text)
    if "[^" in text:
        text = _MARK.sub(_note, text)
    if "[" in text:
        text = _TASK.sub(rf"\1{_UNSEEN * 3}", text)
    return text


def unbulleted(text: str) -> str:
    """Return a stretch of what `plain` returns where no bullet begins, without those of notes."""
    return text.replace(f"* {_UNSEEN}", _UNSEEN * 3)


def _blanked(tag: re.Match[str]) -> str:
    opens = tag["opens"] is not None and tag["ends"] is None
    return (_UNSEEN if opens else " ") * len(tag.group())  # spaces there would make the rest code


def _note(mark: re.Match[str]) -> str:
    """Return nothing for a note's mark, and where the note stands the beginning of a bullet."""
    indent, shown = mark["defines"], mark.group()
    if indent is None or not shown.endswith(":"):
        return _UNSEEN * len(shown)
    return f"{indent}* {_UNSEEN * (len(shown) - len(indent) - 2)}"
