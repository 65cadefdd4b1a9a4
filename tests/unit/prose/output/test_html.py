"""A checked text as HTML: what is marked, what stands beside it, and that nothing gets out."""

from __future__ import annotations

import re
from typing import Any

from reviewkit.prose.documents import read_text
from reviewkit.prose.output.html import LINES, view
from tests.functional.html_pages import Reader
from tests.unit.prose.output.found import CALM, FUR, JOY, finding, link, problem

TEXT = f"Cats\n\nA day ends. {CALM} It is Monday.\n\n{JOY}\n\n- {FUR}\n"
DOCUMENT = read_text(TEXT, "cats", "txt")
AT = {sentence.text: sentence.start for sentence in DOCUMENT.sentences}
FINDINGS = [
    finding(
        CALM,
        problem(
            "P301", "always calms", CALM, severity="suggestion", message="Nothing always does."
        ),
        problem("P101", "calms cats", CALM, message="Four cats.", suggestion="It may calm cats."),
        start=AT[CALM],
        links=[link("calm")],
    ),
    finding(JOY, start=AT[JOY], verdict="not covered", certainty="", reason="Not in the base."),
    finding(FUR, start=AT[FUR], verdict="wording fits", reason="One study of four cats."),
]


def page(*findings: dict[str, Any]) -> str:
    return view(DOCUMENT, findings, "Two sentences.", "Not medical advice.")


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def rows(html: str) -> list[list[str]]:
    """Return the cells of each row of the body, without tags, as they are read."""
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [re.sub(r"<[^>]*>", "", re.sub(r"<br>|</p>", "|", cell)) for cell in cells]
        for row in re.findall(r"<tr>(.*?)</tr>", body)
        for cells in [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
    ]


def test_each_finding_stands_beside_its_sentence_and_silence_beside_the_rest() -> None:
    assert rows(page(*FINDINGS)) == [
        ["", "Cats", ""],
        ["", "A day ends.", ""],
        [
            "1",
            CALM,
            (
                "warning overstated P101|Four cats.|Instead: It may calm cats.|"
                "suggestion absolute safety P301|Nothing always does.|"
            ),
        ],
        ["", "It is Monday.", ""],
        ["2", JOY, "not covered P001|Not in the base.|"],
        ["3", f"• {FUR}", "wording fits (very low certainty)|One study of four cats.|"],
    ]


def test_words_are_underlined_by_the_gravest_of_their_problems() -> None:
    html = page(*FINDINGS)
    cell = html[html.index("Brushing ") : html.index("Instead")]
    marked = re.findall(r'<u style="text-decoration:underline (\w+) [^"]*">([^<]*)</u>', cell)
    assert marked[:2] == [("dotted", "always "), ("solid", "calms cats")]
    assert f'dashed {LINES["none"][1]} 1px;text-underline-offset:3px">{JOY}</u>' in html


def test_severities_differ_without_colour_and_can_be_read_on_white() -> None:
    assert len({line for line, _ in LINES.values()}) == len(LINES)
    luminances = [luminance(colour) for _, colour in LINES.values()]
    assert min(1.05 / (light + 0.05) for light in luminances) >= 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_what_stands_below_is_always_there() -> None:
    foot = page().partition("<tfoot>")[2]
    assert "Two sentences." in foot
    assert "Not medical advice." in foot


def test_whatever_a_text_holds_is_shown_and_nothing_of_it_runs() -> None:
    bad = '<script>alert("x")</script> & <b onclick=y>cures</b>'
    document = read_text(bad, "cats", "txt")
    found = finding(
        bad,
        problem("P101", "cures", bad, message=bad, suggestion=f"{bad}\x1b"),
        reason=bad,
        ignored=[problem("P301", "cures", bad) | {"ignored": {"reason": bad, "line": 1}}],
        numbers=[{"status": "wrong", "expected": bad, "at": bad}],
    )
    html = view(document, [found], bad, bad)
    reader = read(html)
    assert {"script", "img"} & set(reader.seen) == set()
    assert reader.loads == []
    assert "".join(reader.text).count(bad) >= 6
    assert "\x1b" not in html


def test_the_html_is_whole_and_needs_nothing_from_outside() -> None:
    reader = read(page(*FINDINGS))
    assert (reader.links, reader.loads) == ([], [])
    assert not re.search(r"\bid=|<style|url\(", page(*FINDINGS))


def test_a_wrong_figure_comes_with_the_line_of_its_record() -> None:
    number = {"status": "wrong", "expected": "9", "at": "evidence/a.yaml:3:4"}
    right = number | {"status": "correct", "at": "evidence/a.yaml:5:6"}
    html = page(FINDINGS[0] | {"numbers": [number, right]})
    assert "9 stands in <code>evidence/a.yaml:3:4</code>" in html
    assert "evidence/a.yaml:5:6" not in html


def test_a_claim_outside_the_base_is_said_to_be_so_beside_another_problem() -> None:
    told = problem("P301", "all", JOY, severity="error")
    found = finding(JOY, told, start=AT[JOY], verdict="not covered", reason="Not in the base.")
    (note,) = (note for number, _, note in rows(page(found)) if number)
    assert note == "error absolute safety P301|What P301 means.|Not in the base.|"


def test_a_directive_is_told_where_it_stands() -> None:
    said = "reviewkit: ignore=P101"
    found = finding(said, problem("P901", said, said), start=AT[JOY] - 1)
    assert [row[0] for row in rows(page(found))].index("1") == 2
    assert rows(page(found))[2][1] == said


def test_what_is_set_aside_is_said_with_its_reason() -> None:
    aside = problem("P101", "calms", CALM) | {"ignored": {"reason": "a quote", "line": 1}}
    found = finding(CALM, start=AT[CALM], ignored=[aside])
    assert "overstated, set aside: a quote" in page(found)
