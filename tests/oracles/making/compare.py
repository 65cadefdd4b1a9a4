"""Say where reviewkit differs from cases that ``make.R`` wrote, a line a case.

    python -m tests.oracles.making.compare FOLDER [FAMILY ...]

Prints, tab-separated, how each case ended that does not agree, its id, and the first difference or
the reason; then how many ended how. A disagreement is mended, or explained in a ledger.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

from reviewkit.errors import NotEstimable
from tests.oracles.adapter import Unsupported, solve
from tests.oracles.comparing import differences, tolerance
from tests.oracles.pinned import OF_FAMILY

ARGUMENTS = 2


def ending(case: dict[str, Any]) -> tuple[str, str]:
    """Return how a case ended and why."""
    try:
        found = solve(case)
    except Unsupported as refusal:
        return "refused", str(refusal)
    except NotEstimable as reason:
        return "not estimable", str(reason)
    except Exception as fault:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        return "fault", f"{fault!r} at {Path(where.filename).name}:{where.lineno}"
    if missing := OF_FAMILY[case["family"]].KEYS[case["family"]] - set(found):
        return "incomplete", ", ".join(sorted(missing))
    apart = list(differences(found, case["expected"], rtol=tolerance(case)))
    return ("differs", f"{apart[0]} ({len(apart)} in all)") if apart else ("agrees", "")


def main() -> None:
    """Compare the families of a folder."""
    if len(sys.argv) < ARGUMENTS:
        sys.exit(__doc__)
    folder, *families = sys.argv[1:]
    ended: Counter[tuple[str, str]] = Counter()
    for file in sorted(Path(folder).glob("*.jsonl")):
        if families and file.stem not in families:
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            how, why = ending(case)
            ended[case["family"], how] += 1
            if how != "agrees":
                print(how, case["id"], why, sep="\t")
    for (family, how), count in sorted(ended.items()):
        print(f"{family}: {how} {count}")


if __name__ == "__main__":
    main()
