"""What other programs read and write: so far, the shape of the records for editors."""

from __future__ import annotations

from reviewkit.exchange.schema import schemas, write

__all__ = ["schemas", "write"]
