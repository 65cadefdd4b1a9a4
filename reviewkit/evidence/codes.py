"""Every code of a finding about a review's folder, and what it means."""

from __future__ import annotations

from reviewkit import source
from reviewkit.evidence import checks, folder, translate
from reviewkit.records import CODES as MISFITS

#: By code; each layer owns its own.
CODES: dict[str, str] = {
    **source.CODES,
    **translate.CODES,
    **MISFITS,
    **folder.CODES,
    **checks.CODES,
}
