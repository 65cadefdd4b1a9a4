"""Every field of a small review is changed, one at a time: a verdict moves with its parts or not.

If a field is in no part, no entry of the lock may change with it; if a verdict moves, a part that
it rests on must have.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reviewkit import lock
from reviewkit.evidence import check
from reviewkit.lock import differences
from reviewkit.review import grade
from tests.unit.lock.test_lock import review

#: What a word is changed to, if its record admits it; a number is doubled.
WORDS = {
    "yes": "no",
    "no": "yes",
    "true": "false",
    "randomised": "not randomised",
    "parallel-trial": "before-after",
    "between-arms": "association",
    "increases": "decreases",
    "decreases": "increases",
    "full-text": "secondary",
    "abstract": "full-text",
    "low": "high",
    "direct": "indirect",
    "benefit": "harm",
    "comfort": "disorder",
    "disorder": "comfort",
    "higher": "lower",
    "lower": "higher",
    "asserts": "denies",
    "bath": "foot-bath",
    "4 weeks": "8 weeks",
    "paper": "abstract",
    "3": "1",
}


def leaves(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(node, list):
        for position, inner in enumerate(node):
            yield from leaves(inner, (*path, position))
    else:
        yield path


def other(text: str) -> str:
    """Another value of the same kind, as far as that can be told from the text."""
    if text in WORDS:
        return WORDS[text]
    try:
        return f"{2 * float(text):g}"
    except ValueError:
        return f"{text} too"


def changed(record: Any, path: tuple[str | int, ...]) -> Any:
    copy = json.loads(json.dumps(record))
    here = copy
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = other(str(here[path[-1]]))
    return copy


def test_no_verdict_moves_without_its_parts_and_no_part_without_its_field(tmp_path: Path) -> None:
    folder = review(tmp_path)
    before = folder.grade()
    seen: Counter[str] = Counter()
    for file in sorted(tmp_path.rglob("*.yaml")):
        record = json.loads(file.read_text(encoding="utf-8"))
        for path in leaves(record):
            text = json.dumps(changed(record, path), ensure_ascii=False)
            file.write_text(text, encoding="utf-8")
            evidence, _ = check(tmp_path)
            if evidence is None:
                seen["refused"] += 1
                continue
            after = grade(evidence)
            found = differences(before, after)
            where = f"{file.relative_to(tmp_path)} {path}"
            for move in found.moved:
                if move.before and move.after:
                    assert move.because, where
            if found.fields and found.idle == found.fields:
                assert lock.of(before) == lock.of(after), where
                seen["idle"] += 1
            seen["moved" if found.moved else "unmoved"] += 1
        file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    assert lock.of(folder.grade()) == lock.of(before)
    assert min(seen["moved"], seen["idle"], seen["unmoved"] - seen["idle"]) > 10, seen
