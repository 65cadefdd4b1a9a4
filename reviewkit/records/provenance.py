"""Where a study was published and read, who paid, and what was put right since."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from reviewkit.records.fields import (
    FORM,
    At,
    Count,
    Date,
    Missing,
    Record,
    Stated,
    Text,
    Where,
    YesNo,
)

Access = Literal["full-text", "abstract", "registry", "dataset", "secondary"]
RiskOfBias = Literal["low", "some concerns", "high", "no information"]


def _identifier(pattern: str, form: str) -> Any:
    return Field(pattern=pattern, json_schema_extra={FORM: form})


#: Identifiers of a paper, bare: without an address before them.
Doi = Annotated[str, _identifier(r"^10\.[0-9]{4,9}/\S+$", "a bare DOI, such as 10.1000/182")]
Pmid = Annotated[str, _identifier(r"^[0-9]{1,9}$", "a PubMed number, such as 26904154")]
Pmcid = Annotated[str, _identifier(r"^PMC[0-9]+$", "a PubMed Central id, such as PMC4740347")]


class Citation(Record):
    """Who published what, where."""

    authors: tuple[Text, ...] = Field(min_length=1)
    year: Stated[Count]
    title: Text
    journal: Text | None = None
    volume: Text | None = None
    pages: Text | None = None
    doi: Doi | None = None
    pmid: Pmid | None = None
    pmcid: Pmcid | None = None
    registry: Text | None = Field(default=None, description="registry and number of a trial")
    note: Text | None = None


class Read(Record):
    """A document that was read, and how close it is to the paper."""

    url: Text
    access: Access = Field(
        description="dataset: numbers that others took from the paper and published to be analysed "
        "again; secondary: it tells of the paper and is not the paper"
    )
    on: Date = Field(description="the day on which it was read")
    note: Text | None = None


class Funding(Record):
    """Who paid."""

    by: Stated[Text] = Missing.NOT_SOUGHT
    industry: Stated[YesNo] = Missing.NOT_SOUGHT
    at: At | None = None
    where: Where | None = None


class Conflict(Record):
    """An interest of the authors. Employment and sales of the device count as sponsorship."""

    text: Text
    sponsorship: YesNo
    at: At
    where: Where | None = None


class Appraisal(Record):
    """A view of a study's risk of bias as a whole, of one that was not appraised item by item."""

    overall: RiskOfBias = Field(description="what could not be read is no information, never low")
    why: Text
    by: Text
    on: Date
    read: tuple[At, ...] = Field(min_length=1)


class Notice(Record):
    """A retraction, correction or expression of concern."""

    kind: Literal["retraction", "correction", "expression of concern"]
    text: Text
    at: At


class Correction(Record):
    """A correction of this record: what was, what is, why, when."""

    was: Text
    is_: Text
    why: Annotated[Text, Field(description="with the place in which it was read")]
    on: Date
