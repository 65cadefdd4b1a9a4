"""The codes of the checker as a page: `python -m tests.project.codes_page` writes it.

What a code means, and why, stands in `reviewkit.prose.codes`; its examples in a file beside the
page, since they speak of the shipped review and the package speaks of none.
"""

from __future__ import annotations

from typing import cast

import yaml

from reviewkit.prose.codes import CODES, Code
from tests.project.tree import ROOT

PAGE = ROOT / "docs" / "checker-codes.md"
EXAMPLES = ROOT / "docs" / "checker-codes.yaml"
#: The groups of codes, by how a code begins.
GROUPS = {
    "P0": "Beyond the base",
    "P1": "Wording and evidence",
    "P2": "Studies and figures",
    "P3": "How a sentence argues",
    "P9": "Directives",
}
INTRODUCTION = """\
# What the checker says, code by code

Written by `python -m tests.project.codes_page` from `reviewkit/prose/codes.py` and
`docs/checker-codes.yaml`; a test holds it to them, and runs the examples.

A code is never given to another problem. How grave one is depends on the sentence: *suggestion*,
*warning* or *error*. The named rules, P301 to P307, are suggestions but for the first, and each has
its table of sentences, flagged and left alone, in [rules.md](rules.md). To leave a problem
standing, write `reviewkit: ignore=CODE reason` in a comment or in brackets at the end of the line.
"""


def examples() -> dict[str, dict[str, str]]:
    """Return the examples of each code: `bad`, `good`, and perhaps a `note`."""
    return cast("dict[str, dict[str, str]]", yaml.safe_load(EXAMPLES.read_text(encoding="utf-8")))


def page() -> str:
    """Return the page."""
    shown = examples()
    parts = [INTRODUCTION]
    for begins, title in GROUPS.items():
        parts.append(f"## {title}\n")
        parts += [
            _section(code, shown[code.code])
            for code in CODES.values()
            if code.code.startswith(begins)
        ]
    return "\n".join(parts)


def _section(code: Code, shown: dict[str, str]) -> str:
    note = f"\n{shown['note']}\n" if "note" in shown else ""
    return (
        f"### {code.code} {code.name}\n\n{code.means} {code.why} Source: {code.source}.\n\n"
        f"| bad | good |\n| --- | --- |\n| {_cell(shown['bad'])} | {_cell(shown['good'])} |\n{note}"
    )


def _cell(text: str) -> str:
    return f"`{text}`" if text.startswith("<!--") else text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
