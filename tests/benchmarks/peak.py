"""Run a command and print what it took, as JSON; a small process, since memory is inherited.

    python peak.py COMMAND...

Seconds by the clock, seconds of the processor, the most megabytes, the exit code.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time


def main() -> None:
    """Run the command with its output thrown away."""
    start = time.perf_counter()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    silence = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (1, 2)]
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=silence)
    _, status, used = os.wait4(child, 0)
    clock = time.perf_counter() - start
    unit = 1_000_000 if platform.system() == "Darwin" else 1_000
    taken = (clock, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)
    print(json.dumps([*taken, os.waitstatus_to_exitcode(status)]))


if __name__ == "__main__":
    main()
