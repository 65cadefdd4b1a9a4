"""The README's examples are runs: each is run again and compared; `...` is what is cut."""

from __future__ import annotations

import doctest
import re
import shlex

import pytest
from click.testing import CliRunner

from reviewkit import load
from reviewkit.cli import main
from tests.project.tree import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(
    r"^```console\n\$ reviewkit ([^\n]+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL
)
PYTHON = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
PLACES = re.findall(r"`(evidence/[^`]+\.yaml):(\d+):(\d+)`", TEXT)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(("arguments", "printed"), CONSOLE, ids=[found[0] for found in CONSOLE])
def test_console_examples_are_what_is_printed(arguments: str, printed: str) -> None:
    output = CliRunner().invoke(main, shlex.split(arguments)).output
    parts = [re.escape(part.strip("\n")) for part in printed.split("...\n")]
    assert re.search(".*".join(parts), output, re.DOTALL), output[:2000]


def test_python_examples_run_as_printed() -> None:
    examples = doctest.DocTestParser().get_doctest("\n".join(PYTHON), {}, "README", "README.md", 0)
    assert examples.examples
    assert doctest.DocTestRunner().run(examples).failed == 0


@pytest.mark.parametrize(("path", "line", "column"), PLACES)
def test_places_hold_a_number(path: str, line: str, column: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert re.match(r"\"?\d", text[int(column) - 1 :])


def test_there_are_examples_of_each_kind() -> None:
    assert CONSOLE
    assert PYTHON
    assert PLACES


def test_the_review_is_as_large_as_said() -> None:
    evidence = load(ROOT / "evidence" / "head-massage")
    mentions = sum(len(claim.mentions) for claim in evidence.claims.values())
    counted = {
        "claims": len(evidence.claims),
        "mentions": mentions,
        "studies": len(evidence.studies),
    }
    opening = TEXT.partition("## ")[0]
    said = {noun: int(number) for number, noun in re.findall(r"(\d+)\s(\w+)", opening)}
    assert {noun: said[noun] for noun in counted} == counted
