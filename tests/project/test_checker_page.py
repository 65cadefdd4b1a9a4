"""The page on using the checker prints what its commands print, and names what there is."""

from __future__ import annotations

import doctest
import re
import tomllib

import pytest
import yaml

from reviewkit.cli.check import check
from reviewkit.cli.configuration import KEYS, configuration
from tests.project.checker_page import CONFIGURATION, CONSOLE, PAGE, files, folder, rendered
from tests.project.tree import ROOT

TEXT = PAGE.read_text(encoding="utf-8")


def test_console_examples_are_what_is_printed() -> None:
    assert len(CONSOLE.findall(TEXT)) >= 5
    assert rendered(TEXT) == TEXT


def test_python_examples_run_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = "\n".join(re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
    examples = doctest.DocTestParser().get_doctest(blocks, {}, "checker", "checker.md", 0)
    assert examples.examples
    assert doctest.DocTestRunner().run(examples).failed == 0


def test_the_configuration_shown_is_one_and_shows_every_key() -> None:
    shown = files(TEXT)[CONFIGURATION]
    assert set(tomllib.loads(shown)["tool"]["reviewkit"]["check"]) == set(KEYS)
    with folder(TEXT) as here:
        (here / CONFIGURATION).write_text(shown, encoding="utf-8")
        assert configuration().fail_on == "warning"


def test_every_option_and_format_is_spoken_of() -> None:
    for parameter in check.params:
        if parameter.name != "paths":
            assert parameter.opts[0] in TEXT
        for value in getattr(parameter.type, "choices", ()):
            assert f"{value}" in TEXT


def test_what_is_shown_of_the_hook_and_the_action_is_there() -> None:
    hook, workflow = (
        yaml.safe_load(block)
        for block in re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    )
    (known,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["repos"][0]["hooks"][0]["id"] == known["id"]
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(workflow["jobs"]["claims"]["steps"][1]["with"]) <= set(inputs)
    assert [name for name in inputs if f"`{name}`" not in TEXT] == []
