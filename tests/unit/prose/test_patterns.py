"""A pattern that is compiled late finds what one compiled at once does, and every one compiles."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import reviewkit.prose
from reviewkit.prose.patterns import Hinted, Lazy, Ways, lazily


def late() -> Iterator[tuple[str, Any]]:
    """Yield every pattern of the checker that is compiled late."""
    for module in pkgutil.walk_packages(reviewkit.prose.__path__, "reviewkit.prose."):
        for name, value in vars(import_module(module.name)).items():
            for number, one in enumerate(within(value)):
                yield f"{module.name}.{name} {number}", one


def within(value: object) -> Iterator[Lazy]:
    """Yield the patterns in a value of a module."""
    if isinstance(value, Lazy):
        yield value
    elif isinstance(value, Hinted):
        yield from within(value.pattern)
    elif isinstance(value, Ways):
        yield from within(value.each)
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from within(one)


def test_every_pattern_compiles() -> None:
    found = dict(late())
    assert len(found) > 200
    assert [name for name, one in found.items() if not isinstance(one.pattern, str)] == []


def test_it_is_compiled_at_the_first_use_and_not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def watched(text: str, flags: int) -> re.Pattern[str]:
        compiled.append(text)
        return compile_now(text, flags)

    monkeypatch.setattr(re, "compile", watched)
    pattern = lazily("a+")
    assert compiled == []
    assert [found.span() for found in pattern.finditer("AAbaa", 1)] == [(1, 2), (3, 5)]
    assert pattern.search("b") is None
    assert compiled == ["a+"]


def test_flags_are_those_given() -> None:
    assert lazily("a", re.MULTILINE).search("A") is None
    assert lazily("a").search("A")
