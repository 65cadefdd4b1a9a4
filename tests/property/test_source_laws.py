"""Laws of the YAML layer: it never raises, it keeps text as text, and places are true."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.findings import Span, render_all, to_json
from reviewkit.source import Document, Tree, read, read_text
from reviewkit.source import scan as scanning

# Fragments that YAML gives a meaning to, so that random text reaches the odd corners.
FRAGMENTS = [
    "a", "b: ", "- ", "? ", ": ", "{", "}", "[", "]", ", ", "&x ", "*x ", "!t ", "!!int ", "<<: ",
    "|\n", ">-\n", "'", '"', "\\", "#", " #", "%YAML 1.2\n", "---\n", "...\n", "\n", "\r\n", "\r",
    "  ", "\t", "~", "null", "@", "`", "=", "\x00", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff",
    "\ud800", "漢", "e\u0301", "👩", "1_000", "3.50", "\n- ", "\n  k: ",
]  # fmt: skip
yaml_like = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
any_text = st.text(st.characters(codec=None), max_size=80)

printable = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"])
texts = st.text(printable, max_size=12)
keys = st.text(printable, min_size=1, max_size=8)
trees = st.dictionaries(
    keys,
    st.recursive(
        texts,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=12,
    ),
    max_size=5,
)

# One line, plain: words of letters, digits and marks that YAML gives no meaning inside a text.
plain_word = st.text(st.sampled_from("abzNO059.+_/()<>±−漢é'"), min_size=1, max_size=8)
plain = (
    st.lists(plain_word, min_size=1, max_size=3)
    .map(" ".join)
    .filter(lambda text: not text.startswith(("'", ">", "...")))
)
fields = st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), plain, min_size=1)


class AsText(yaml.SafeDumper):
    """Writes every text as text, and a thing that occurs twice twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the signature is PyYAML's
        return True


def cut(lines: tuple[str, ...], span: Span) -> str:
    """Return the text of a span that stays on one line."""
    assert span.line == span.end_line
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


def inside(lines: tuple[str, ...], span: Span) -> bool:
    ends = [(span.line, span.column), (span.end_line, span.end_column)]
    return ends == sorted(ends) and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in ends
    )


@given(st.one_of(any_text, yaml_like))
def test_no_text_raises_and_every_place_is_in_the_text(text: str) -> None:
    document, findings = read_text(text, "a.yaml")
    lines = tuple(scanning.LINE_END.split(text.removeprefix("\ufeff")))
    assert all(f.span is not None and inside(lines, f.span) for f in findings)
    assert render_all(findings).encode("utf-8") or not findings
    assert json.loads(to_json(findings)) == [f.to_dict() for f in findings]
    if document is None:
        assert findings
    else:
        assert all(inside(document.lines, span) for _, span in document.places())


@given(
    st.one_of(st.binary(max_size=80), yaml_like.map(lambda t: t.encode("utf-8", "surrogatepass")))
)
def test_no_bytes_raise(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(data)
        document, findings = read(path, root=path.parent)
    assert document is not None or findings


@given(trees, st.sampled_from(['"', "'", None]), st.booleans())
def test_a_tree_of_text_survives_being_written_and_read(
    tree: dict[str, Tree], style: str | None, flow: bool
) -> None:
    written = yaml.dump(
        tree,
        Dumper=AsText,
        allow_unicode=True,
        default_style=style,
        default_flow_style=flow,
        sort_keys=False,
    )
    document, findings = read_text(written, "a.yaml")
    assert findings == []
    assert document is not None
    assert document.data == tree


@given(fields)
def test_the_place_of_a_plain_text_is_that_text(record: dict[str, str]) -> None:
    block = "\n".join(f"{key}:   {value}  # note" for key, value in record.items())
    flow = "{" + ", ".join(f"{key}: {value}" for key, value in record.items()) + "}"
    nested = f"above:\n  - list:\n    - {flow}\n"
    for text, steps in ((block, ()), (flow, ()), (nested, ("above", 0, "list", 0))):
        document, findings = read_text(text, "a.yaml")
        assert findings == []
        assert document is not None
        for key, value in record.items():
            assert cut(document.lines, document.place((*steps, key))) == value
            assert cut(document.lines, document.key_place((*steps, key))) == key


@given(trees)
def test_places_have_the_shape_of_the_data_and_nest(tree: dict[str, Tree]) -> None:
    document = read_text(yaml.dump(tree, Dumper=AsText, allow_unicode=True), "a.yaml")[0]
    assert document is not None
    spans = dict(document.places())
    assert set(spans) == set(paths(document.data))
    for steps, span in spans.items():
        if steps:
            parent = spans[steps[:-1]]
            assert (parent.line, parent.column) <= (span.line, span.column)
            assert (span.end_line, span.end_column) <= (parent.end_line, parent.end_column)


def paths(tree: Tree, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [steps]
    if isinstance(tree, dict):
        for key, value in tree.items():
            found += paths(value, (*steps, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            found += paths(value, (*steps, index))
    return found


@given(trees, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_move_nothing(tree: dict[str, Tree], ends: str) -> None:
    written = yaml.dump(tree, Dumper=AsText, allow_unicode=True)
    unix = read_text(written, "a.yaml")[0]
    other = read_text(written.replace("\n", ends), "a.yaml")[0]
    assert unix is not None
    assert other is not None
    assert other.data == unix.data
    assert list(other.places()) == list(unix.places())


@given(fields, st.data())
def test_a_key_written_again_is_found_and_the_first_value_kept(
    record: dict[str, str], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(sorted(record)), min_size=1, max_size=5))
    rows = [f"{key}: {value}" for key, value in record.items()] + [f"{key}: 0" for key in again]
    document, findings = read_text("\n".join(rows), "a.yaml")
    assert [(f.code, f.where) for f in findings] == [("R012", key) for key in again]
    assert document is not None
    assert document.data == record


def test_both_parsers_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    @given(trees)
    def same(tree: dict[str, Tree]) -> None:
        written = yaml.dump(tree, Dumper=AsText, allow_unicode=True)
        read_by: list[Document | None] = []
        for loader in (yaml.CBaseLoader, yaml.BaseLoader):
            monkeypatch.setattr(scanning, "_LOADER", loader)
            read_by.append(read_text(written, "a.yaml")[0])
        assert read_by[0] == read_by[1]

    same()
