"""One spelling everywhere: every public field name is defined in GLOSSARY.md, and none is stale.

Public are the fields of what the numeric packages, the records and `reviewkit` itself export.
"""

from __future__ import annotations

import dataclasses
import importlib
import re
from typing import Any

import pytest
from pydantic import BaseModel

from tests.project.tree import ROOT

PACKAGES = (
    "reviewkit",
    "reviewkit.appraisal",
    "reviewkit.audit",
    "reviewkit.effects",
    "reviewkit.effects.rebuilt",
    "reviewkit.synthesis",
    "reviewkit.records",
)


def fields_of(exported: Any) -> set[str]:
    if not isinstance(exported, type):
        return set()
    if dataclasses.is_dataclass(exported):
        return {field.name for field in dataclasses.fields(exported)}
    if issubclass(exported, BaseModel):
        return {field.alias or name for name, field in exported.model_fields.items()}
    return set()


def public_fields() -> set[str]:
    return {
        name
        for package in PACKAGES
        for module in [importlib.import_module(package)]
        for exported in module.__all__
        for name in fields_of(getattr(module, exported))
        if not name.startswith("_")
    }


def defined() -> list[str]:
    """Return the terms that the glossary defines: code at the start of a table row or list item."""
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    heads = re.findall(r"^(?:\| |- )((?:`[^`]+`(?:, )?)+)", text, re.MULTILINE)
    return [term for head in heads for term in re.findall(r"`([^`]+)`", head)]


def test_every_public_field_is_defined() -> None:
    assert sorted(public_fields() - set(defined())) == []


def test_no_definition_is_stale() -> None:
    assert sorted(set(defined()) - public_fields()) == []


def test_a_term_is_defined_once() -> None:
    assert len(defined()) == len(set(defined()))


WORDS = ("estimate", "se", "ci", "p", "k", "n", "tau2", "i2", "q", "df", "level")


@pytest.mark.parametrize("name", WORDS)
def test_the_words_of_the_field_are_used(name: str) -> None:
    assert name in public_fields()
    assert name in defined()
