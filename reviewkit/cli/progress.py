"""A word on what is being done, where it takes long and somebody is watching."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: Seconds of silence; nothing is said of work that is done sooner.
PATIENCE = 2.0


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Show `what` on stderr if the work takes more than `PATIENCE` seconds.

    Nothing is shown where stderr is not a terminal, so that logs and pipes stay clean.
    """
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    status = Console(stderr=True).status(what)
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
