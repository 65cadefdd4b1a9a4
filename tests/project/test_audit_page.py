"""The page of the audit's codes is what the codes say, and each code is given somewhere."""

from __future__ import annotations

import re

from reviewkit.audit.codes import CODES
from tests.project import audit_page
from tests.project.tree import ROOT


def test_page_is_up_to_date() -> None:
    written = audit_page.PAGE.read_text(encoding="utf-8")
    assert written == audit_page.page(), "write it again: python -m tests.project.audit_page"


def test_codes_are_in_order_and_each_is_given() -> None:
    assert list(CODES) == sorted(CODES)
    results = (ROOT / "reviewkit" / "audit" / "results").glob("*.py")
    givers = [*results, ROOT / "reviewkit" / "report" / "audit.py"]
    given = {code for path in givers for code in re.findall(r"\bA\d{3}\b", path.read_text("utf-8"))}
    assert given == set(CODES)
