"""Summary-of-findings tables and evidence profiles: rows and footnotes once, then four formats."""

from reviewkit.report.summary.rows import SummaryRow, summary_rows
from reviewkit.report.summary.tables import Table, profile_tables, summary_tables

__all__ = ["SummaryRow", "Table", "profile_tables", "summary_rows", "summary_tables"]
