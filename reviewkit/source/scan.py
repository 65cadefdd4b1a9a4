"""One pass over the YAML events of a text, without recursion."""

from __future__ import annotations

import re
from typing import Any

import yaml

from reviewkit.findings import Finding, ordered
from reviewkit.source.document import (
    Branch,
    Document,
    Place,
    Steps,
    Tree,
    dotted,
    quotable,
    spanned,
)
from reviewkit.source.partial import OpenList, OpenMapping
from reviewkit.source.syntax import explain

MAX_DEPTH = 32
"""Deepest nesting that is read; records need about 8."""

MAX_FINDINGS = 100
"""Findings listed for one file, so that a hostile one cannot flood the page."""

MAX_FOUND = 60
"""Longest text, in characters, that a finding of this layer repeats."""

LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\S+")

# CBaseLoader has libyaml's parser; the pure one, a seventh as fast, stands in where PyYAML was
# built without it. Only events are taken from either: nothing is constructed.
_LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Control characters except tab and line ends; line and paragraph separators that YAML counts
# as line ends and editors do not; overrides of writing direction, which show text other than
# it is, and its marks; spaces and joiners of no width; byte-order marks inside a text; halves of
# surrogate pairs; non-characters; tags. Joiners that scripts and emoji need (U+200C, U+200D) stay.
_UNSEEN_SET = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e"
    r"\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f"
)
_UNSEEN = re.compile(rf"[{_UNSEEN_SET}]")
_UNSEEN_VALUE = re.compile(rf"[\r{_UNSEEN_SET}]")  # within a value a return ends no line
_STAND_IN = "\ufffd"
_NULLS = {"", "~", "null", "Null", "NULL"}
_SPELL_OUT = "write it out wherever it is needed"
_STANDARD_TAGS = "tag:yaml.org,2002:"


def read_text(text: str, name: str) -> tuple[Document | None, list[Finding]]:
    """Read a record from text, as `read` does from a file.

    Parameters
    ----------
    text
        The whole file; a byte-order mark at its start is passed over.
    name
        Stands for the path in findings.
    """
    scan = _Scan(text.removeprefix("\ufeff"), name)
    scan.run()
    findings = ordered(scan.findings)
    if scan.stopped or not isinstance(scan.data, dict) or not isinstance(scan.root, Branch):
        return None, findings
    document = Document(
        path=name,
        data=scan.data,
        lines=scan.lines,
        refused=frozenset(scan.refused),
        root=scan.root,
    )
    return document, findings


class _Scan:
    """What has been read so far.

    Where a key is wrong its value is read and dropped, so that the pass can go on and find
    what else is wrong.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.lines = tuple(LINE_END.split(text))
        self.findings: list[Finding] = []
        self.refused: set[Steps] = set()
        self.data: Tree | None = None
        self.root: Place | Branch | None = None
        self.stopped = False
        self._open: list[OpenMapping | OpenList] = []
        self._end = (1, 1)  # where the last node that has text ends
        self._documents = 0

    def run(self) -> None:
        self._unseen_characters()
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._finish,
            yaml.SequenceEndEvent: self._finish,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            loader = _LOADER(_UNSEEN.sub(_STAND_IN, self.text))
            while not self.stopped and (event := loader.get_event()) is not None:
                if (action := take.get(type(event))) is not None:
                    action(event)
        except yaml.YAMLError as error:
            self._syntax(error)
        if not self.stopped:
            self._top_level()

    def _scalar(self, event: Any) -> None:
        place = self._place(event)
        if (mapping := self._awaiting_key()) is not None:
            self._end = place[2:]
            self._key(mapping, event, place)
            return
        self._machinery(event, place)
        in_mapping = bool(self._open) and isinstance(self._open[-1], OpenMapping)
        if in_mapping and not event.value and not event.style:
            place = (*self._end, *self._end)  # nothing stands here: right behind the key
        self._end = place[2:]
        value = self._seen(event.value, place)
        missing = self._open and not event.style and event.value in _NULLS
        if missing or event.tag is not None:
            self._refuse()
        if missing:
            self._add(
                "R018",
                "no value",
                place,
                found=event.value or None,
                expected="a value, or that there is none and why",
                fix="leave the field out if it was not sought",
            )
        self._attach(value, place)

    def _key(self, frame: OpenMapping, event: Any, place: Place) -> None:
        key = self._seen(event.value, place)
        merge = not event.style and key == "<<"
        nameless = not event.style and key in _NULLS
        earlier = frame.keys.get(key)
        frame.name(key, place, dropped=merge or nameless or earlier is not None)
        self._machinery(event, place)
        if merge:
            self._add("R014", "merge keys are not allowed in records", place, fix=_SPELL_OUT)
        elif nameless:
            self._add("R013", "a key without a name", place, expected="the name of a field")
        elif earlier is not None:
            self._add(
                "R012",
                f"this key stands on line {earlier[0]} already",
                place,
                found=_excerpt(key),
                fix="keep one of the two",
            )

    def _alias(self, event: Any) -> None:
        place = self._place(event)
        self._end = place[2:]
        text = f"*{event.anchor}"
        if (mapping := self._awaiting_key()) is not None:
            mapping.name(text, place, dropped=True)
        else:
            self._refuse()
        self._add(
            "R016",
            "aliases are not allowed in records",
            place,
            found=_excerpt(text),
            fix=_SPELL_OUT,
        )
        if mapping is None:
            self._attach(text, place)

    def _begin(self, event: Any) -> None:
        place = self._place(event)
        if (mapping := self._awaiting_key()) is not None:
            mapping.name("?", place, dropped=True)
            self._add("R013", "a key must be text", place, expected="the name of a field")
        elif event.tag is not None:
            self._refuse()
        self._machinery(event, place)
        if len(self._open) == MAX_DEPTH:
            self._add("R009", f"nested more than {MAX_DEPTH} deep", place)
            self.stopped = True
            return
        kind = OpenMapping if type(event) is yaml.MappingStartEvent else OpenList
        self._open.append(kind(place[:2], bool(event.flow_style), mapping is not None))

    def _finish(self, event: Any) -> None:
        frame = self._open.pop()
        if frame.flow:
            self._end = self._place(event)[2:]
        if not frame.is_key:
            branch = Branch((*frame.begin, *self._end), frame.keys, frame.inside)
            self._attach(frame.data, branch)

    def _document(self, event: Any) -> None:
        place = self._place(event)
        self._documents += 1
        if event.version or event.tags:
            self._add("R010", "a directive", place, expected="one document and nothing else")
        if self._documents > 1:
            self._add("R010", "a second document", place, expected="one document in a file")
            self.stopped = True

    def _awaiting_key(self) -> OpenMapping | None:
        frame = self._open[-1] if self._open else None
        return frame if isinstance(frame, OpenMapping) and frame.wants_key else None

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if end.line < len(self.lines):
            return start.line + 1, start.column + 1, end.line + 1, end.column + 1
        last = len(self.lines), len(self.lines[-1]) + 1  # libyaml may count one line on
        begin = (start.line + 1, start.column + 1) if start.line < len(self.lines) else last
        return *begin, *last

    def _attach(self, value: Tree, node: Place | Branch) -> None:
        if self._open:
            self._open[-1].add(value, node)
        else:
            self.data, self.root = value, node

    def _machinery(self, event: Any, place: Place) -> None:
        """Refuse what makes YAML more than text: anchors and tags, which stand before a value."""
        if event.anchor is None and event.tag is None:
            return
        line, column = place[:2]
        word = _WORD.match(self.lines[line - 1], column - 1)
        place = (line, column, line, word.end() + 1 if word else column)
        if event.anchor is not None:
            found = _excerpt(f"&{event.anchor}")
            self._add(
                "R015", "anchors are not allowed in records", place, found=found, fix="delete it"
            )
        if event.tag is not None:
            found = _excerpt(event.tag.replace(_STANDARD_TAGS, "!!"))
            self._add(
                "R017",
                "tags are not allowed in records",
                place,
                found=found,
                fix="delete it; every value is text",
            )

    def _refuse(self) -> None:
        if not any(frame.dropped for frame in self._open):
            self.refused.add(self._steps())

    def _steps(self) -> Steps:
        steps = tuple(frame.step for frame in self._open)
        return steps[:-1] if self._awaiting_key() else steps

    def _seen(self, value: str, place: Place) -> str:
        """Return a value without what cannot be seen, which only an escape can have brought."""
        for character in dict.fromkeys(_UNSEEN_VALUE.findall(value)):
            self._unseen(character, place)
        return _UNSEEN_VALUE.sub(_STAND_IN, value)

    def _unseen(self, character: str, place: Place) -> None:
        self._add(
            "R006",
            "a character that cannot be seen or does not belong in text",
            place,
            found=f"U+{ord(character):04X}",
            fix="delete it, or type what was meant",
        )

    def _unseen_characters(self) -> None:
        if not _UNSEEN.search(self.text):
            return
        for number, line in enumerate(self.lines, start=1):
            for match in _UNSEEN.finditer(line):
                self._unseen(match.group(), (number, match.start() + 1, number, match.end() + 1))
                if self.stopped:
                    return

    def _syntax(self, error: yaml.YAMLError) -> None:
        message, fix, place = explain(error, self.lines)
        self._add("R008", message, place, fix=fix)
        self.stopped = True

    def _top_level(self) -> None:
        top = self.root.place if isinstance(self.root, Branch) else self.root
        place = top or (1, 1, 1, 1)
        if self.data is None or self.data == "":
            self._add("R007", "the file is empty", place, expected="a record")
        elif not isinstance(self.data, dict):
            expected = "a mapping: lines of `field: value`"
            self._add("R011", "not a record", place, expected=expected)

    def _add(
        self,
        code: str,
        message: str,
        place: Place,
        *,
        found: str | None = None,
        expected: str | None = None,
        fix: str | None = None,
    ) -> None:
        if self.stopped:
            return
        if len(self.findings) == MAX_FINDINGS:
            code, found, expected, fix = "R019", None, None, None
            message = f"more than {MAX_FINDINGS} findings in this file; the rest is not listed"
            self.stopped = True
        self.findings.append(
            Finding(
                code=code,
                severity="error",
                where=dotted(self._steps()),
                message=message,
                span=spanned(self.name, place),
                found=found,
                expected=expected,
                fix=fix,
                source_line=quotable(self.lines, place[0]),
            )
        )


def _excerpt(text: str) -> str:
    return text if len(text) <= MAX_FOUND else f"{text[: MAX_FOUND - 1]}…"
