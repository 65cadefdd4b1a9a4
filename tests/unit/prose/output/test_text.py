"""Text for people: what a finding looks like, looked at by eye once and held to it."""

from __future__ import annotations

from typing import Any

from reviewkit.prose.output.text import lines
from tests.unit.prose.output.found import CALM, FOUND, finding, link, problem

GOLDEN = """\
drafts/cats.md:1:17: warning P101 overstated (calm and rest)
  1 | Brushing always calms cats.
    |                 ^^^^^^^^^^
  One study of four cats (very low certainty). One study of four cats (very low certainty). One
  study of four cats (very low certainty).
  say  It is unclear whether brushing calms cats.
  also 1:10: suggestion P301 absolute-safety. Nothing always does.

drafts/cats.md:3:1: note P001 not-covered
  3 | It is a joy to all.
"""


def text(*findings: dict[str, Any], width: int = 100, name: str = "a.md") -> str:
    return "\n".join(line.text for line in lines({"file": name, "findings": findings}, width=width))


def test_a_file_is_told_as_it_was_looked_at() -> None:
    assert "\n".join(line.text for line in lines(FOUND)) == GOLDEN


def test_what_fits_is_not_told() -> None:
    assert text(finding("Fur grows.", links=[link("fur")], verdict="wording fits")) == ""


def test_roles_say_how_grave_a_line_is() -> None:
    roles = [line.role for line in lines(FOUND) if line.text]
    assert roles[:3] == ["warning", "plain", "warning"]
    assert roles[-2:] == ["quiet", "plain"]


def test_a_reason_is_told_once_in_a_file() -> None:
    one = problem("P101", "calms", "It calms.", message="One study of cats.")
    two = problem("P101", "rests", "It rests.", message="One study of cats.") | {"line": 7}
    apart = text(finding("It calms.", one)), text(finding("It rests.", two))
    shown = text(finding("It calms.", one), finding("It rests.", two))
    assert all("  One study of cats." in alone for alone in apart)
    assert shown.count("One study of cats.") == 1
    assert f"  As at 1:{one['column']}." in shown


def test_a_long_line_is_cut_round_the_words() -> None:
    sentence = f"{'Cats purr and ' * 20}brushing calms them, {'so they say and ' * 20}purr."
    shown = text(finding(sentence, problem("P101", "calms", sentence))).splitlines()
    assert all(len(line) <= 100 for line in shown)
    at = shown[2].index("^")
    assert shown[1][at : at + 5] == "calms"
    assert shown[1].count("…") == 2


def test_carets_stand_under_wide_characters() -> None:
    sentence = "大きい cats calm 大 down."
    _, line, carets = text(finding(sentence, problem("P101", "calm 大", sentence))).splitlines()[:3]
    cells = sum(2 if character in "大きい" else 1 for character in line[: line.index("calm")])
    assert carets.index("^") == cells
    assert carets.count("^") == len("calm ") + 2


def test_a_hostile_text_cannot_move_the_cursor() -> None:
    sentence = "Cats\x1b[2J calm\u202e down."
    told = problem("P101", "calm", sentence, message="Odd \x07.", suggestion="No \x1b[0m.")
    shown = text(finding(sentence, told, place="cell\x1b 1"), name="a\x1b.md")
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_a_paragraph_of_a_word_file_is_named() -> None:
    shown = text(finding(CALM, problem("P101", "calms", CALM), place="paragraph 4"), name="a.docx")
    assert shown.startswith("a.docx:1:17: warning P101 overstated, paragraph 4\n")


def test_a_further_suggestion_of_its_own_is_told() -> None:
    first = problem("P101", "calms", CALM, severity="error", suggestion="Say this.")
    second = problem("P301", "always", CALM, suggestion="Say that.")
    third = problem("P304", "cats", CALM, suggestion="Say this.")
    shown = text(finding(CALM, third, second, first))
    assert shown.splitlines()[0].endswith("error P101 overstated")
    assert shown.count("Say this.") == 1
    assert "  say  Say that." in shown
