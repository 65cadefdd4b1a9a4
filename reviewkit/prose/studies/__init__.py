"""Studies that a text tells of: which they are, and whether they are told as the record has them.

`numbers` reads what is counted; `describing` groups sentences; `recognising` weighs a description
against the records by their `features`; `figures` holds numbers against the `fields` of a record;
`reports` holds findings; `telling` does it all for a document.
"""
