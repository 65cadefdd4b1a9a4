"""HTML: the article of a page as blocks, with offsets into the page's source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewkit.prose.blocks import Block, spliced
from reviewkit.prose.documents.boilerplate import (
    Standing,
    is_dropped,
    is_link_list,
    is_weak,
    main_text,
)
from reviewkit.prose.documents.directives import Directive, of_comment
from reviewkit.prose.documents.opening import LONGEST, few
from reviewkit.prose.documents.tags import (
    Closed,
    Comment,
    Opened,
    Text,
    attributes,
    decoded,
    names,
    tokens,
)
from reviewkit.prose.text import BlockKind

_VOID = names("area base br col embed hr img input link meta param source track wbr")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form header hgroup hr html li main nav ol p pre section summary"
    " table tbody td tfoot th thead title tr ul option br"
) | frozenset(_HEADINGS)
_ENDED_BY = {
    **dict.fromkeys(_BLOCKS - {"br", "body", "html"}, (frozenset({"p"}), frozenset({"button"}))),
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}
"""Start tags that end an open element (first) unless one of the second stands between."""
_LOOKED_BACK = 12
"""Open elements among which one that a start tag ends is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Element:
    name: str
    kind: BlockKind = "paragraph"
    depth: int = 0
    lists: int = 0
    dropped: bool = False
    weak: bool = False
    main: bool = False
    article: bool = False
    linked: bool = False


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Walks the tokens of a page and gathers its blocks."""

    text: str
    name: str = ""
    base: int = 0
    place: str = ""
    title: str = ""
    blocks: list[tuple[Block, Standing]] = field(default_factory=list)
    _open: list[_Element] = field(default_factory=lambda: [_Element(name="")])
    _counts: Counter[str] = field(default_factory=Counter)
    _pieces: list[tuple[str, Sequence[int]]] = field(default_factory=list)
    _linked: int = 0
    _length: int = 0
    directives: list[Directive] = field(default_factory=list)
    _begun: int = 0
    _comments: list[Comment] = field(default_factory=list)

    def read(self) -> None:
        for token in tokens(self.text):
            if isinstance(token, Text):
                self._take(token)
            elif isinstance(token, Opened):
                self._enter(token)
            elif isinstance(token, Closed):
                self._leave(token)
            else:
                self._comments.append(token)
        self._flush(len(self.text))

    def _take(self, token: Text) -> None:
        element = self._open[-1]
        if element.name == "title" and not self.title:
            self.title = " ".join(decoded(self.text, token.start, token.end)[0].split())
        if element.dropped or element.name == "title":
            return
        piece = decoded(self.text, token.start, token.end, self.base)
        self._pieces.append(piece)
        self._length += len(piece[0])
        if self._length > LONGEST:
            few(self._length, LONGEST, "characters of text", self.name)
        if element.linked:
            self._linked += len(piece[0].strip())

    def _enter(self, token: Opened) -> None:
        name = token.name
        if name in _BLOCKS:
            self._flush(token.start)
        if name in _ENDED_BY:
            self._end_open(*_ENDED_BY[name])
            if name != "p":
                self._end_open(*_ENDED_BY["p"])
        if name in _VOID:
            return
        self._open.append(self._element(token, self._open[-1]))
        self._counts[name] += 1

    def _element(self, token: Opened, parent: _Element) -> _Element:
        name = token.name
        if parent.dropped and name != "title":
            return _Element(name=name, dropped=True)
        given = attributes(token.attributes) if token.attributes else {}
        main = name == "main" or given.get("role", "").lower() == "main"
        article = name == "article" or given.get("itemprop", "") == "articleBody"
        dropped = is_dropped(name, given, inside_article=parent.main or parent.article)
        note = name == "a" and parent.name == "sup"  # [1]
        weak = not (main or article) and (parent.weak or is_weak(name, given))
        kind, depth = _kind(name, parent)
        return _Element(
            name=name,
            kind=kind,
            depth=depth,
            lists=parent.lists + (name in ("ul", "ol", "dl")),
            dropped=dropped or note,
            weak=weak,
            main=main or parent.main,
            article=article or parent.article,
            linked=parent.linked or name == "a",
        )

    def _leave(self, token: Closed) -> None:
        name = token.name
        if name in _BLOCKS:
            self._flush(token.start)
        if self._counts[name] > 0:
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        name = self._open.pop().name
        self._counts[name] -= 1
        return name

    def _end_open(self, names: frozenset[str], borders: frozenset[str]) -> None:
        """Close the nearest open element of these names, if no border stands before it."""
        if not any(self._counts[name] for name in names):
            return
        for back in range(1, min(_LOOKED_BACK, len(self._open) - 1) + 1):
            name = self._open[-back].name
            if name in borders:
                return
            if name in names:
                for _ in range(back):
                    self._pop()
                return

    def _flush(self, end: int) -> None:
        """Make a block of what was gathered since the last one, which ends here."""
        for one in self._comments:
            told = of_comment(self.text, one.start, one.end, (self._begun, end))
            self.directives += [told] if told else []
        self._comments = []
        self._begun = end
        if not self._pieces:
            return
        whole, offsets = spliced(self._pieces)
        linked, self._linked = self._linked, 0
        self._pieces = []
        shown = whole.strip()
        if not shown:
            return
        lead = len(whole) - len(whole.lstrip())
        element = self._open[-1]
        block = Block(
            text=shown,
            offsets=offsets[lead : lead + len(shown)],
            kind=element.kind,
            place=self.place,
            depth=element.depth,
        )
        standing = Standing(
            weak=element.weak,
            main=element.main,
            article=element.article,
            heading=element.kind == "heading",
            characters=len(shown),
            linked=linked,
        )
        self.blocks.append((block, standing))


def read(text: str, name: str) -> tuple[str, Iterator[Block], list[Directive]]:
    """Return the title of a page, the blocks of its article, and its directives.

    Raises
    ------
    UserError
        If it holds more text than an article; `name` says which page.
    """
    reader = _Reader(text=text, name=name)
    reader.read()
    said = [one for one in reader.blocks if not is_link_list(one[0].text, one[1])]
    kept = main_text([standing for _, standing in said])
    article = (block for (block, _), yes in zip(said, kept, strict=True) if yes)
    return reader.title, article, reader.directives


def fragment(text: str, *, base: int, place: str) -> Iterator[Block]:
    """Yield the blocks of HTML that stands inside another text, from the offset `base` on."""
    reader = _Reader(text=text, base=base, place=place)
    reader.read()
    for block, _ in reader.blocks:
        yield block


def _kind(name: str, parent: _Element) -> tuple[BlockKind, int]:
    """Return the kind of the blocks that begin inside an element, and their depth."""
    if name in _HEADINGS:
        return "heading", _HEADINGS[name]
    if name in ("li", "dt", "dd"):
        return "bullet", max(parent.lists, 1)
    if name in ("td", "th", "caption"):
        return "cell", 0
    if name == "blockquote":
        return "quote", 0
    if name in _BLOCKS and parent.kind in ("cell", "heading"):
        return "paragraph", 0
    return parent.kind, parent.depth
