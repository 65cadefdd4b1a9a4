"""Reading YAML as text with places, and refusing what a record must not be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from reviewkit import source
from reviewkit.findings import Finding, Span, render_all
from reviewkit.source import CODES, MAX_BYTES, MAX_DEPTH, MAX_FINDINGS, dotted, read, read_text
from reviewkit.source import scan as scanning
from reviewkit.source.document import Document, Steps

RECORD = """\
id: koyama-2016
citation: {authors: [Koyama T, Ogawa R], title: "Scalp: massage"}
read:   # a comment
  abstract: {on: 2026-11-21}
results:
  thickness-24w:
    before: {mean: 0.0850, spread: 0.003}
    p: < .001
    why: >
      folded
      text
notices: []
arms:
  - name: 漢字
    n: 9
  - name: none
    n: 1_000
"""


def document(text: str) -> Document:
    read_document, findings = read_text(text, "a.yaml")
    assert findings == []
    assert read_document is not None
    return read_document


def findings_in(text: str) -> list[Finding]:
    return read_text(text, "a.yaml")[1]


# --- what a file says ------------------------------------------------------------------------


def test_every_scalar_is_its_text() -> None:
    assert document(RECORD).data == {
        "id": "koyama-2016",
        "citation": {"authors": ["Koyama T", "Ogawa R"], "title": "Scalp: massage"},
        "read": {"abstract": {"on": "2026-11-21"}},
        "results": {
            "thickness-24w": {
                "before": {"mean": "0.0850", "spread": "0.003"},
                "p": "< .001",
                "why": "folded text\n",
            }
        },
        "notices": [],
        "arms": [{"name": "漢字", "n": "9"}, {"name": "none", "n": "1_000"}],
    }


@pytest.mark.parametrize(
    "text",
    ["NO", "yes", "on", "true", "3.50", "1e-5", "0x1F", "017", "1_000", "12:30", "2026-11-21",
     ".inf", ".nan", "=", "−0.3", "None", "NULL!", "0.10 ± 0.05"],
)  # fmt: skip
def test_nothing_is_given_a_type(text: str) -> None:
    assert document(f"a: {text}\n{text}: [{text}]").data == {"a": text, text: [text]}


@pytest.mark.parametrize("quoted", ['""', "''", '"~"', "'null'", '"<<"'])
def test_quoted_text_is_only_text(quoted: str) -> None:
    assert document(f"a: {quoted}").data == {"a": quoted[1:-1]}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_of_all_systems_and_a_leading_byte_order_mark_are_read(
    ends: str, mark: str
) -> None:
    plain, other = document(RECORD), document(mark + RECORD.replace("\n", ends))
    assert other.data == plain.data
    assert dict(other.places()) == dict(plain.places())
    assert other.lines == plain.lines


def test_an_explicit_start_and_end_are_no_second_document() -> None:
    assert document("---\na: 1\n...\n").data == {"a": "1"}


def test_a_record_may_hold_no_field() -> None:
    assert document("{}").data == {}


# --- where it says so ------------------------------------------------------------------------


def marked(span: Span) -> str:
    lines = RECORD.splitlines()[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("steps", "value", "key"),
    [
        (("id",), "koyama-2016", "id"),
        (("citation", "authors", 1), "Ogawa R", None),
        (("citation", "authors"), "[Koyama T, Ogawa R]", "authors"),
        (("citation", "title"), '"Scalp: massage"', "title"),
        (("results", "thickness-24w", "before", "mean"), "0.0850", "mean"),
        (("results", "thickness-24w", "before"), "{mean: 0.0850, spread: 0.003}", "before"),
        (("read",), "abstract: {on: 2026-11-21}", "read"),
        (("notices",), "[]", "notices"),
        (("arms", 0), "name: 漢字\n    n: 9", None),
        (("arms", 1, "n"), "1_000", "n"),
    ],
)
def test_values_and_keys_have_their_place(steps: Steps, value: str, key: str | None) -> None:
    record = document(RECORD)
    assert marked(record.place(steps)) == value
    assert marked(record.key_place(steps)) == (value if key is None else key)
    assert dict(record.places())[steps] == record.place(steps)


@pytest.mark.parametrize(
    ("missing", "nearest"),
    [
        (("results", "thickness-24w", "before", "median"), ("results", "thickness-24w", "before")),
        (("arms", 2, "n"), ("arms",)),
        (("arms", -1), ("arms",)),
        (("arms", "name"), ("arms",)),
        (("citation", 0), ("citation",)),
        (("id", "a", "b"), ("id",)),
        (("nothing",), ()),
    ],
)
def test_what_is_missing_has_the_place_of_its_nearest_parent(
    missing: Steps, nearest: Steps
) -> None:
    record = document(RECORD)
    assert record.place(missing) == record.place(nearest)
    assert record.key_place(missing) == record.key_place(nearest)


def test_every_value_has_one_place_and_parents_come_first() -> None:
    steps = [steps for steps, _ in document(RECORD).places()]
    assert len(steps) == len(set(steps)) == 25
    assert all(steps.index(path[:-1]) < steps.index(path) for path in steps if path)


def test_a_document_makes_findings_about_itself() -> None:
    finding = document(RECORD).finding(
        "R103",
        "error",
        ("arms", 1, "n"),
        "a count has no underscore",
        found="1_000",
        expected="a whole number",
        fix="write 1000",
    )
    assert (
        finding.render()
        == """\
a.yaml:17:8: error R103 arms[1].n
  17 |     n: 1_000
     |        ^^^^^
  a count has no underscore
  found     1_000
  expected  a whole number
  fix       write 1000"""
    )


def test_a_finding_may_be_about_the_key() -> None:
    finding = document(RECORD).finding(
        "R101", "error", ("arms", 0, "name"), "no such field", at="key", did_you_mean=("names",)
    )
    assert (
        finding.render()
        == """\
a.yaml:14:5: error R101 arms[0].name
  14 |   - name: 漢字
     |     ^^^^
  no such field
  did you mean  names"""
    )


def test_lines_are_found_by_their_number() -> None:
    record = document("a: 1\nb: " + "x" * 3000)
    assert record.line(1) == "a: 1"
    assert [record.line(n) for n in (0, 2, 3)] == [None, None, None]  # 2 is too long to quote


def test_dotted() -> None:
    assert dotted(("results", "density-6m", "readings", 0)) == "results.density-6m.readings[0]"
    assert dotted((0, "a")) == "[0].a"
    assert dotted(()) == ""


# --- what is refused: one case a code, the whole message --------------------------------------

BAD_TEXT: dict[str, tuple[str, str]] = {
    "R006": (
        "a: x\x07\n",
        """\
a.yaml:1:5: error R006
  1 | a: x\\x07
    |     ^^^^
  a character that cannot be seen or does not belong in text
  found     U+0007
  fix       delete it, or type what was meant""",
    ),
    "R007": (
        "# nothing yet\n",
        """\
a.yaml:1:1: error R007
  1 | # nothing yet
    | ^
  the file is empty
  expected  a record""",
    ),
    "R008": (
        "a: 1\nb: 'x\nc: 2\n",
        """\
a.yaml:4:1: error R008 b
  4 |
    | ^
  not valid YAML: found unexpected end of stream, in what begins on line 2
  fix       close the quotes""",
    ),
    "R009": (
        "a: " + "[" * 40 + "]" * 40,
        f"""\
a.yaml:1:{3 + MAX_DEPTH}: error R009 a{"[0]" * (MAX_DEPTH - 1)}
  1 | a: {"[" * 40}{"]" * 40}
    | {" " * (2 + MAX_DEPTH)}^
  nested more than {MAX_DEPTH} deep""",
    ),
    "R010": (
        "a: 1\n---\nb: 2\n",
        """\
a.yaml:2:1: error R010
  2 | ---
    | ^^^
  a second document
  expected  one document in a file""",
    ),
    "R011": (
        "- a\n",
        """\
a.yaml:1:1: error R011
  1 | - a
    | ^^^
  not a record
  expected  a mapping: lines of `field: value`""",
    ),
    "R012": (
        "a: {n: 9, n: 10}\n",
        """\
a.yaml:1:11: error R012 a.n
  1 | a: {n: 9, n: 10}
    |           ^
  this key stands on line 1 already
  found     n
  fix       keep one of the two""",
    ),
    "R013": (
        "? [a, b]\n: 1\n",
        """\
a.yaml:1:3: error R013 ?
  1 | ? [a, b]
    |   ^
  a key must be text
  expected  the name of a field""",
    ),
    "R014": (
        "a: {<<: {b: 1}}\n",
        """\
a.yaml:1:5: error R014 a.<<
  1 | a: {<<: {b: 1}}
    |     ^^
  merge keys are not allowed in records
  fix       write it out wherever it is needed""",
    ),
    "R015": (
        "a: &x 3.50\n",
        """\
a.yaml:1:4: error R015 a
  1 | a: &x 3.50
    |    ^^
  anchors are not allowed in records
  found     &x
  fix       delete it""",
    ),
    "R016": (
        "a: [1, *x]\n",
        """\
a.yaml:1:8: error R016 a[1]
  1 | a: [1, *x]
    |        ^^
  aliases are not allowed in records
  found     *x
  fix       write it out wherever it is needed""",
    ),
    "R017": (
        "a: !!python/object/apply:os.system [rm]\n",
        f"""\
a.yaml:1:4: error R017 a
  1 | a: !!python/object/apply:os.system [rm]
    |    {"^" * len("!!python/object/apply:os.system")}
  tags are not allowed in records
  found     !!python/object/apply:os.system
  fix       delete it; every value is text""",
    ),
    "R018": (
        "a: {mean: , n: ~}\n",
        """\
a.yaml:1:9: error R018 a.mean
  1 | a: {mean: , n: ~}
    |         ^
  no value
  expected  a value, or that there is none and why
  fix       leave the field out if it was not sought

a.yaml:1:16: error R018 a.n
  1 | a: {mean: , n: ~}
    |                ^
  no value
  found     ~
  expected  a value, or that there is none and why
  fix       leave the field out if it was not sought""",
    ),
    "R019": (
        "a: [" + "~," * (MAX_FINDINGS + 1) + "]",
        f"""\
a.yaml:1:{5 + 2 * MAX_FINDINGS}: error R019 a[{MAX_FINDINGS}]
  1 | …{",~" * 49},]
    | {" " * 98}^
  more than {MAX_FINDINGS} findings in this file; the rest is not listed""",
    ),
}
BAD_FILES = {"R001", "R002", "R003", "R004", "R005", "R020", "R021"}  # each has a test below


@pytest.mark.parametrize("code", BAD_TEXT)
def test_bad_text_gets_a_finding_that_says_where_and_what_to_do(code: str) -> None:
    text, expected = BAD_TEXT[code]
    assert render_all(f for f in findings_in(text) if f.code == code) == expected


def test_every_code_has_a_case_and_stands_in_the_table() -> None:
    assert {*BAD_TEXT, *BAD_FILES} == set(CODES)
    table = (source.__doc__ or "").split("====  ")[1]
    rows = [line.split("  ", 1) for line in table.splitlines() if line.startswith("R")]
    assert dict(rows) == CODES


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "fix"),
    [
        ("a:\n\t- b\n", 2, 1, "a tab in the indent", "indent with spaces"),
        ("a: b: c\n", 1, 5, "mapping values are not allowed", "put a text that holds `: `"),
        ("a: @x\n", 1, 4, "cannot start any token", "put the text in quotes"),
        ("a: [1\nb: 2\n", 2, 2, "did not find expected ',' or ']'", "close the bracket"),
        ("a: {b: 1\nc: 2\n", 2, 2, "did not find expected ',' or '}'", "close the brace"),
        ("a: 1\n b: 2\n", 2, 3, "mapping values are not allowed", "check the indent"),
        ("a:\n  - b\n c: 1\n", 3, 2, "did not find expected key", "check the indent"),
        ("a: {p:}\n", 1, 6, "found unexpected ':'", "put a space after the colon"),
        ("a: 1\nb\n", 3, 1, "could not find expected ':'", "each key has its colon"),
        ("a: %x\n", 1, 4, "cannot start any token", "put the text in quotes"),
    ],
)  # fmt: skip
def test_a_slip_of_syntax_has_its_place_and_a_way_out(
    text: str, line: int, column: int, message: str, fix: str
) -> None:
    read_document, (finding,) = read_text(text, "a.yaml")
    assert read_document is None
    assert finding.code == "R008"
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (line, column)
    assert message in finding.message
    assert finding.fix is not None
    assert fix in finding.fix


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\x00\n", "U+0000"),
        ("a: \x1b[31m\n", "U+001B"),
        ("a: x\x85y\n", "U+0085"),  # YAML ends a line here, an editor does not
        ("a: x\u2028y\n", "U+2028"),
        ("a: \u202egro.live\n", "U+202E"),
        ("a: \ufeffx\n", "U+FEFF"),
        ("a: \ud800\n", "U+D800"),
        ("a: \uffff\n", "U+FFFF"),
        ("a: x\u200by\n", "U+200B"),
        ("a: x\u200e\n", "U+200E"),
        ("a: x\u061cy\n", "U+061C"),
        ("a: x\u2060y\n", "U+2060"),
        ("a: x\U000e0041\n", "U+E0041"),
    ],
)
def test_characters_that_deceive_are_refused(text: str, found: str) -> None:
    (finding,) = findings_in(text)
    assert (finding.code, finding.found) == ("R006", found)
    assert finding.span is not None
    assert text[finding.span.column - 1] == chr(int(found.replace("U+", "0x"), 0))


@pytest.mark.parametrize(
    ("text", "found", "where", "column"),
    [
        ('a: "\\e[31mred"\n', "U+001B", "a", 4),
        ('a: "x\\u202ey"\n', "U+202E", "a", 4),
        ('a: "x\\ry"\n', "U+000D", "a", 4),
        ('a: "x\\u200By, and \\u200B again"\n', "U+200B", "a", 4),
        ('a: [1, "\\0"]\n', "U+0000", "a[1]", 8),
        ('"b\\a": 1\n', "U+0007", "", 1),
        ('"\\L": 1\n', "U+2028", "", 1),
    ],
)
def test_an_escape_brings_nothing_that_cannot_be_seen(
    text: str, found: str, where: str, column: int
) -> None:
    (finding,) = findings_in(text)
    assert (finding.code, finding.found, finding.where) == ("R006", found, where)
    assert finding.span is not None
    assert finding.span.column == column
    assert found not in {f"U+{ord(character):04X}" for character in finding.render()}


def test_an_escape_may_bring_what_can_be_seen_or_is_space() -> None:
    read = document('a: "\\u00b5m\\n\\tx\\_y"\n')
    assert read.data == {"a": "µm\n\tx\u00a0y"}


def test_words_of_all_scripts_are_no_deceit() -> None:
    assert document("a: 漢字 עברית čeština 👩‍⚕️ 0.3 ± 0.1\tx").data["a"].endswith("\tx")  # type: ignore[union-attr]  # a text


def test_everything_that_is_wrong_is_said_at_once_in_order() -> None:
    text = """\
id: &a x
id: y
n: *a
m: {<<: *a, k: !!int 3}
"": 1
? {c: d}
: [e, ~]
~: z
l: [1, ]
m:
"""
    read_document, findings = read_text(text, "a.yaml")
    assert [(f.code, f.where, f.span and (f.span.line, f.span.column)) for f in findings] == [
        ("R015", "id", (1, 5)),
        ("R012", "id", (2, 1)),
        ("R016", "n", (3, 4)),
        ("R014", "m.<<", (4, 5)),
        ("R016", "m.<<", (4, 9)),
        ("R017", "m.k", (4, 16)),
        ("R013", "?", (6, 3)),
        ("R018", "?[1]", (7, 7)),
        ("R013", "~", (8, 1)),
        ("R012", "m", (10, 1)),
        ("R018", "m", (10, 2)),
    ]
    assert read_document is not None
    assert read_document.data == {"id": "x", "n": "*a", "m": {"k": "3"}, "": "1", "l": ["1"]}
    assert read_document.refused == {("n",), ("m", "k")}


def test_a_directive_is_refused() -> None:
    for directive in ("%YAML 1.2", "%TAG ! tag:example.org,2026:"):
        assert [f.code for f in findings_in(f"{directive}\n---\na: 1\n")] == ["R010"]


def test_a_billion_laughs_are_not_laughed() -> None:
    rows = ["a0: &a0 [lol]"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    codes = [f.code for f in findings_in("\n".join(rows))]
    assert codes.count("R015") == 9
    assert codes.count("R016") == 9 * 8


@pytest.mark.parametrize("open_", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_any_depth_is_refused_without_recursion(open_: str) -> None:
    read_document, findings = read_text(open_ * 100_000, "a.yaml")
    assert read_document is None
    assert "R009" in [finding.code for finding in findings]


def test_depth_is_refused_one_past_the_limit() -> None:
    lists = MAX_DEPTH - 1
    assert findings_in("a: " + "[" * lists + "]" * lists) == []
    assert [f.code for f in findings_in("a: " + "[" * (lists + 1) + "]" * (lists + 1))] == ["R009"]


def test_a_hundred_findings_are_listed_and_the_hundred_and_first_says_so() -> None:
    all_listed = ["R018"] * MAX_FINDINGS
    for empty, codes in ((MAX_FINDINGS, all_listed), (5000, [*all_listed, "R019"])):
        assert [f.code for f in findings_in("a: [" + "~," * empty + "]")] == codes


@pytest.mark.parametrize("text", [RECORD, *(text for text, _ in BAD_TEXT.values())])
def test_the_pure_parser_finds_the_same_where_libyaml_is_missing(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast, fast_findings = read_text(text, "a.yaml")
    assert yaml.__with_libyaml__
    monkeypatch.setattr(scanning, "_LOADER", yaml.BaseLoader)
    slow, slow_findings = read_text(text, "a.yaml")
    assert [f.code for f in slow_findings] == [f.code for f in fast_findings]
    assert (slow and slow.data) == (fast and fast.data)
    assert (slow and dict(slow.places())) == (fast and dict(fast.places()))


# --- files -----------------------------------------------------------------------------------


def only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


def refused(path: Path, root: Path) -> Finding:
    read_document, findings = read(path, root=root)
    assert read_document is None
    return only(findings)


def test_a_file_is_read_under_the_name_it_was_asked_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "studies").mkdir()
    (tmp_path / "studies" / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 3.50\r\n")
    monkeypatch.chdir(tmp_path)
    read_document, findings = read(Path("studies/a.yaml"), root=Path("studies"))
    assert findings == []
    assert read_document is not None
    assert read_document.path == "studies/a.yaml"
    assert read_document.data == {"a": "3.50"}


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    expected = f"{path}:1:1: error R001\n  cannot be read: No such file or directory"
    assert refused(path, tmp_path).render() == expected


def test_a_file_without_permission_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")

    def no(*_: object) -> None:  # chmod would not stop root, who runs containers
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", no)
    finding = refused(tmp_path / "a.yaml", tmp_path)
    assert (finding.code, finding.message) == ("R001", "cannot be read: Permission denied")


def test_a_circle_of_links_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert refused(tmp_path / "a.yaml", tmp_path).code == "R001"
    files, findings = source.walk(tmp_path)
    assert files == []
    assert [finding.code for finding in findings] == ["R001", "R001"]


def test_a_named_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert source.walk(tmp_path) == ([tmp_path / "a.yaml"], [])
    finding = refused(tmp_path / "a.yaml", tmp_path)
    assert (finding.code, finding.found) == ("R002", "a named pipe")


def test_a_folder_and_a_device_are_no_records(tmp_path: Path) -> None:
    assert refused(tmp_path, tmp_path).found == "a folder"
    assert refused(Path("/dev/null"), Path("/dev")).found == "a device"


@pytest.mark.parametrize("target", ["b.yaml", "../outside/b.yaml"])
def test_links_may_stay_inside_and_not_leave(tmp_path: Path, target: str) -> None:
    root, outside = tmp_path / "review", tmp_path / "outside"
    for folder in (root, outside):
        folder.mkdir()
        (folder / "b.yaml").write_text("secret: 1")
    (root / "a.yaml").symlink_to(target)
    files, aside = source.walk(root)
    read_document, findings = read(root / "a.yaml", root=root)
    if target == "b.yaml":
        assert (files, aside, findings) == ([root / "a.yaml", root / "b.yaml"], [], [])
        assert read_document is not None
    else:
        assert (files, read_document) == ([root / "b.yaml"], None)
        assert aside == findings
        assert only(findings).code == "R003"
        assert "secret" not in only(findings).render()


def test_a_path_that_climbs_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "review").mkdir()
    (tmp_path / "a.yaml").write_text("a: 1")
    finding = refused(tmp_path / "review" / ".." / "a.yaml", tmp_path / "review")
    assert finding.code == "R003"


def test_a_linked_root_is_the_folder_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "review").mkdir()
    (tmp_path / "review" / "a.yaml").write_text("a: 1")
    (tmp_path / "link").symlink_to("review")
    assert source.walk(tmp_path / "link") == ([tmp_path / "link" / "a.yaml"], [])
    assert read(tmp_path / "link" / "a.yaml", root=tmp_path / "link")[1] == []


def test_fifty_megabytes_are_refused_unopened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.delattr(Path, "open")
    finding = refused(path, tmp_path)
    assert (finding.code, finding.found) == ("R004", "50,000,000 bytes")
    assert finding.expected == "at most 2,000,000 bytes"


def test_the_limit_is_the_largest_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * (MAX_BYTES - 5))
    assert read(path, root=tmp_path)[1] == []
    path.write_bytes(path.read_bytes() + b"#")
    assert refused(path, tmp_path).code == "R004"


def test_a_file_that_is_longer_than_it_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, short = tmp_path / "a.yaml", tmp_path / "b.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    short.write_bytes(b"")
    status = short.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: status)
    finding = refused(path, tmp_path)
    assert (finding.code, finding.found) == ("R004", "more than 2,000,000 bytes")


def test_bytes_that_are_not_utf8_have_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: 漢\nb: Müller".encode() + b"\xfc, x\nc: 1")
    assert (
        refused(path, tmp_path).render()
        == f"""\
{path}:2:10: error R005
  2 | b: Müller\\xfc, x
    |          ^^^^
  not UTF-8
  found     the byte 0xFC
  expected  text in UTF-8
  fix       save the file as UTF-8"""
    )


def test_utf16_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1", encoding="utf-16")
    assert refused(tmp_path / "a.yaml", tmp_path).code == "R005"


def test_walk_lists_records_and_says_what_it_left_aside(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yaml", "a/a.yaml", "a/notes.md", ".git/c.yaml", ".d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1")
    (tmp_path / "a" / "old.yml").write_text("a: 1")
    (tmp_path / "B.YAML").write_text("a: 1")
    (tmp_path / "c").symlink_to("a")
    (tmp_path / "d").symlink_to("/")
    files, findings = source.walk(tmp_path)
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        "a/a.yaml",
        "a/z.yaml",
        "b.yaml",
    ]
    assert (
        render_all(findings)
        == f"""\
{tmp_path}/B.YAML:1:1: hint R020
  not read: its name does not end in .yaml
  fix       rename it to B.yaml

{tmp_path}/a/old.yml:1:1: hint R020
  not read: its name does not end in .yaml
  fix       rename it to old.yaml

{tmp_path}/c:1:1: warning R021
  a linked folder is not entered
  fix       move the folder here in place of the link

{tmp_path}/d:1:1: error R003
  leads out of the folder of the review
  fix       put the file itself into the folder"""
    )


def test_a_folder_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    files, findings = source.walk(tmp_path / "nowhere")
    assert files == []
    assert only(findings).message == "cannot be read: No such file or directory"


def test_a_name_that_is_no_text_can_still_be_said(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b.yaml")
    Path(path).write_text("a: ~")
    (file,), _ = source.walk(tmp_path)
    _, findings = read(file, root=tmp_path)
    rendered = only(findings).render()
    assert rendered.encode("utf-8")
    assert r"\udcff\x1b.yaml:1:4: error R018 a" in rendered
