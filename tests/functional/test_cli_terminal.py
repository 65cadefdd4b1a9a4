"""On a terminal: colour unless it is not wanted, and a word where the work takes long."""

from __future__ import annotations

import io
import sys
import time

import pytest

from reviewkit.cli import progress, terminal
from reviewkit.report.lines import Line


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colour_on_a_terminal_only_and_never_with_no_color(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not terminal.coloured()
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert terminal.coloured()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.coloured()


def test_without_colour_the_words_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("NO_COLOR", "1")
    terminal.print_lines([Line(text="overstated (error)", role="error")])
    assert stream.getvalue() == "overstated (error)\n"


@pytest.mark.parametrize(("columns", "set_in"), [("40", 60), ("72", 72), ("300", 100)])
def test_text_is_as_wide_as_there_is_room(
    columns: str, set_in: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert terminal.width() == set_in
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal.width() == 100


def test_what_takes_long_is_said_where_somebody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with progress.doing("grading 12 claims"):
        time.sleep(0.3)
    assert "grading 12 claims" in stream.getvalue()


def test_what_is_soon_done_is_not_said(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress.doing("grading 12 claims"):
        pass
    assert "grading" not in stream.getvalue()


def test_nothing_is_said_into_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress.doing("grading 12 claims"):
        time.sleep(0.05)
    assert stream.getvalue() == ""
