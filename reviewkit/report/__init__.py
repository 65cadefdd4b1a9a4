"""What people read: the page of a claim, tables, and the report as HTML, CSV and JSON.

A page is made of blocks once (`reviewkit.report.lines`) and shown twice, on a terminal and as HTML.
Nothing is imported here, so that the claims table from a warm index loads no record.
"""
