"""How long one process takes to check texts, by its own processor time; run as a script.

    python inside.py reviewkit|proselint|stages TEXTS.json PASSES

It imports only the tool that it is asked for, so that proselint's own environment can run it, and
prints JSON: for each pass, the seconds of each text; for `stages`, the seconds of each stage.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

Check = Callable[[str], object]

EVIDENCE = Path("evidence/head-massage")


def reviewkit() -> Check:
    """Return what reads and checks a text, the index already open and compiled."""
    from reviewkit.index import open_index
    from reviewkit.prose.check import check
    from reviewkit.prose.documents import read_text

    waiting: list[str] = []
    documents = (read_text(text, "draft", "md") for text in iter(waiting.pop, None))
    results = check(documents, open_index(EVIDENCE))

    def once(text: str) -> object:
        waiting.append(text)
        return next(results)

    return once


def proselint() -> Check:
    """Return what reads and checks a text with all checks that proselint has switched on."""
    tools = import_module("proselint.tools")
    registry = import_module("proselint.registry").CheckRegistry()
    registry.register_many(import_module("proselint.checks").__register__)
    return lambda text: tools.LintFile("draft", text).lint()


class Stages:
    """Seconds in each of some functions, without those in others of them that they call."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = process_time()

    def enter(self, name: str) -> None:
        """Charge what has passed to the stage that was running, and begin another."""
        self._charge()
        self._running.append(name)

    def leave(self) -> None:
        """Go back to the stage that called."""
        self._charge()
        self._running.pop()

    def _charge(self) -> None:
        now = process_time()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def watch(self, name: str, place: Any, attribute: str) -> None:
        """Time a function of a module or class; one that yields is run to its end."""
        watched = getattr(place, attribute)

        def timed(*args: Any, **named: Any) -> Any:
            self.enter(name)
            try:
                found = watched(*args, **named)
                return list(found) if hasattr(found, "__next__") else found
            finally:
                self.leave()

        setattr(place, attribute, timed)


def stages() -> tuple[Check, Stages]:
    """Return what checks a text, and where its time is told."""
    from reviewkit.prose import check, documents, rules
    from reviewkit.prose.studies.telling import Teller

    told = Stages()
    told.watch("reading the document", documents, "read_text")
    told.watch("reading the claims", check, "read")
    told.watch("studies and figures", Teller, "tell")
    told.watch("named rules", rules, "look")
    told.watch("suggestions", check, "suggest")
    told.watch("suggestions: reading them again", check, "reread")
    whole = reviewkit()

    def once(text: str) -> None:
        told.enter("rulings and the rest")
        whole(text)
        told.leave()

    return once, told


def _timed(check: Check, text: str) -> float:
    start = process_time()
    check(text)
    return process_time() - start


def main() -> None:
    """Check all texts once to warm up, then so often by the clock."""
    tool, path, passes = sys.argv[1:]
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    told = Stages()
    if tool == "stages":
        check, told = stages()
    else:
        check = {"reviewkit": reviewkit, "proselint": proselint}[tool]()
    for text in texts:
        check(text)
    told.seconds.clear()
    seconds = [[_timed(check, text) for text in texts] for _ in range(int(passes))]
    print(json.dumps(told.seconds if tool == "stages" else seconds))


if __name__ == "__main__":
    main()
