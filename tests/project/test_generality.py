"""The toolkit is general: no rule of it is written in the words of one review."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.project.tree import PACKAGE, ROOT, modules, parsed, relative

#: Terms of a vocabulary that name the treatment and what it is done to.
NAMING = ("subject", "place")
#: Words among them that texts on anything use, trials and markup too.
GENERAL = {"placebo", "head", "heads", "rubbed", "rubbing"}


def words_of(vocabulary: Path) -> set[str]:
    """Return the words, as patterns, that name a review's treatments and what is treated."""
    said = yaml.safe_load(vocabulary.read_text(encoding="utf-8"))
    named = {word for name in said["interventions"] for word in name.split("-")}
    spoken = {
        phrase.replace("*", r"\w*")
        for term in NAMING
        for phrase in said["terms"].get(term, ())
        if " " not in phrase
    }
    return (named | spoken) - GENERAL


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that are no docstrings (their examples may be of any review)."""
    tree = parsed(path)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.lineno, node.value


@pytest.mark.parametrize("review", sorted(p.parent.name for p in ROOT.glob("evidence/*/vocab*")))
def test_no_module_knows_a_review(review: str) -> None:
    """What one review is about stands in its vocabulary; the package's own rules are general."""
    words = words_of(ROOT / "evidence" / review / "vocabulary.yaml")
    spoken = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(words))})s?(?![a-z])", re.IGNORECASE)
    known = [
        f"{relative(path)}:{line}: {found[0]}"
        for path in modules()
        if (PACKAGE / "evidence") not in path.parents
        for line, text in literals(path)
        if (found := spoken.search(text))
    ]
    assert known == []
