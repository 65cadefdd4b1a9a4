"""What people read: the page of a claim, tables, and the report as HTML, CSV and JSON.

A page is made of blocks once (`reviewkit.report.lines`) and shown twice, on a terminal and as HTML.
"""

from reviewkit.report.explanation import Explanation, explain

__all__ = ["Explanation", "explain"]
