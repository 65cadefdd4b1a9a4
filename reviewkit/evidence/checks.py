"""Checks that cross records: what refers to what, and numbers that cannot all be true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from reviewkit.errors import closest
from reviewkit.evidence.fieldpath import UnknownField, field_at
from reviewkit.evidence.folder import Folder
from reviewkit.findings import Finding, Severity
from reviewkit.records import Body, Claim, Missing, Moment, Result, Review, Study
from reviewkit.source import Steps

#: Findings of this module.
CODES = {
    "R201": "a reference to something that is not there",
    "R202": "a claim without a mention",
    "R203": "a study that no body, claim or figure uses",
    "R204": "a unit that does not fit the outcome",
    "R205": "head counts that cannot all be true",
    "R206": "a ± that the source does not name, without its readings",
    "R207": "a date that cannot be",
    "R208": "the same mention twice",
    "R209": "a result that prints no number and no direction",
}

#: Roles of head counts, each no larger than any before it in its chain.
CHAINS = (("reached", "answered", "received"), ("enrolled", "randomised", "analysed"))
#: Units that are no physical unit and so fit any outcome.
ANY_UNIT = frozenset({"percent", "percent change"})


class Checker:
    """One walk over a folder's records; findings are gathered, none stops the walk."""

    def __init__(self, folder: Folder, review: Review, today: dt.date) -> None:
        self.folder = folder
        self.review = review
        self.today = today
        self.findings: list[Finding] = []
        self.used: set[str] = set()

    def run(self) -> list[Finding]:
        """Check every record, studies first."""
        for study in self._all(Study):
            self._study(study)
        for body in self._all(Body):
            self._body(body)
        for claim in self._all(Claim):
            self._claim(claim)
        for study in self._all(Study):
            if study.id not in self.used:
                self._say(
                    study,
                    ("id",),
                    "R203",
                    "hint",
                    study.id,
                    "a body, claim or exclusion that names it",
                    "use it, exclude it with a reason, or drop it",
                )
        return self.findings

    def _all(self, model: type) -> Iterator:  # type: ignore[type-arg]  # the caller names the model
        for kind in ("studies", "bodies", "claims", "sources"):
            yield from (r for r in self.folder.records[kind].values() if isinstance(r, model))

    # -- studies -----------------------------------------------------------------------------

    def _study(self, study: Study) -> None:
        for path, key in _read_keys(study):
            self._known(study, path, key, study.read, "document under `read`")
        for name, arm in study.arms.items():
            self._known(
                study,
                ("arms", name, "intervention"),
                arm.intervention,
                self.review.interventions,
                "intervention of review.yaml",
            )
        for name, result in study.results.items():
            self._result(study, ("results", name), result)
        self._people(study)
        self._dates(study)
        for position, other in enumerate(study.same_people_as):
            self._known(
                study, ("same-people-as", position), other, self.folder.ids("studies"), "study"
            )

    def _result(self, study: Study, path: Steps, result: Result) -> None:
        self._known(
            study,
            (*path, "outcome"),
            result.outcome,
            self.review.outcomes,
            "outcome of review.yaml",
        )
        for field, arm in (("arm", result.arm), ("versus", result.versus)):
            if arm is not None:
                self._known(study, (*path, field), arm, study.arms, "arm of this study")
        for arm in result.groups:
            self._known(study, (*path, "groups", arm), arm, study.arms, "arm of this study")
        outcome = self.review.outcomes.get(result.outcome)
        if outcome and result.unit and result.unit not in ANY_UNIT:
            fits = [unit for unit in (outcome.unit, *outcome.also) if unit]
            if fits and result.unit not in fits:
                self._say(
                    study,
                    (*path, "unit"),
                    "R204",
                    "error",
                    result.unit,
                    " or ".join(fits),
                    "enter the unit as printed and give its factor "
                    "under the outcome's `also` in review.yaml",
                    closest(result.unit, fits),
                )
        if result.has_spread and not (
            result.readings.get("spread") or study.readings.get("spread")
        ):
            self._say(
                study,
                path,
                "R206",
                "error",
                "spread without a reading",
                "readings: {spread: {options: [sd, se], why: ...}}",
                "say why the source leaves it open, or enter `sd` or `se`",
            )
        if result.direction is Missing.NOT_SOUGHT and not _prints_a_number(result):
            self._say(
                study,
                path,
                "R209",
                "error",
                "neither",
                "a number or a direction",
                "enter what the source prints",
            )

    def _people(self, study: Study) -> None:
        counts = study.population.n
        for chain in CHAINS:
            known = [(role, getattr(counts, role)) for role in chain]
            known = [(role, n) for role, n in known if n is not None and not isinstance(n, Missing)]
            for (larger, most), (role, n) in zip(known, known[1:], strict=False):
                if int(n) > int(most):
                    self._say(
                        study,
                        ("population", "n", role),
                        "R205",
                        "error",
                        f"{n} {role}",
                        f"at most the {most} {larger}",
                        "compare with the source",
                    )
        enrolled = counts.enrolled or counts.randomised
        if enrolled is None or isinstance(enrolled, Missing):
            return
        for path, n in _counts(study):
            if int(n) > int(enrolled):
                self._say(
                    study,
                    path,
                    "R205",
                    "error",
                    str(n),
                    f"at most the {enrolled} enrolled",
                    "compare with the source",
                )

    def _dates(self, study: Study) -> None:
        year = study.citation.year
        if not isinstance(year, Missing) and int(year) > self.today.year:
            self._say(
                study,
                ("citation", "year"),
                "R207",
                "error",
                str(year),
                f"a year up to {self.today.year}",
                "compare with the source",
            )
        for key, read in study.read.items():
            if read.on > self.today:
                self._say(
                    study,
                    ("read", key, "on"),
                    "R207",
                    "error",
                    str(read.on),
                    f"a day up to {self.today}",
                    "enter the day on which it was read",
                )
            elif not isinstance(year, Missing) and read.on.year < int(year):
                self._say(
                    study,
                    ("read", key, "on"),
                    "R207",
                    "error",
                    str(read.on),
                    f"a day in or after {year}, the year of publication",
                    "correct the year or the day",
                )

    # -- bodies ------------------------------------------------------------------------------

    def _body(self, body: Body) -> None:
        self._known(
            body,
            ("question", "outcome"),
            body.question.outcome,
            self.review.outcomes,
            "outcome of review.yaml",
        )
        self._known(
            body,
            ("question", "intervention"),
            body.question.intervention,
            self.review.interventions,
            "intervention of review.yaml",
        )
        for position, use in enumerate(body.uses):
            self._result_ref(body, ("uses", position, "result"), use.result)
        for position, exclusion in enumerate(body.excluded):
            if exclusion.result is not None:
                self._result_ref(body, ("excluded", position, "result"), exclusion.result)
            elif exclusion.study is not None:
                self._study_ref(body, ("excluded", position, "study"), exclusion.study)

    # -- claims ------------------------------------------------------------------------------

    def _claim(self, claim: Claim) -> None:
        self._known(
            claim, ("outcome",), claim.outcome, self.review.outcomes, "outcome of review.yaml"
        )
        for position, name in enumerate(claim.interventions):
            self._known(
                claim,
                ("interventions", position),
                name,
                self.review.interventions,
                "intervention of review.yaml",
            )
        if claim.body:
            self._known(claim, ("body",), claim.body, self.folder.ids("bodies"), "body")
        for position, beside in enumerate(claim.beside):
            self._known(
                claim, ("beside", position, "body"), beside.body, self.folder.ids("bodies"), "body"
            )
        for position, link in enumerate(claim.links):
            if link.body:
                self._known(
                    claim, ("links", position, "body"), link.body, self.folder.ids("bodies"), "body"
                )
        if claim.record:
            self._study_ref(claim, ("record",), claim.record)
        if claim.inventory:
            for field in ("outcomes", "interventions"):
                for position, name in enumerate(getattr(claim.inventory, field)):
                    self._known(
                        claim,
                        ("inventory", field, position),
                        name,
                        getattr(self.review, field),
                        f"{field[:-1]} of review.yaml",
                    )
        if not claim.mentions:
            self._say(
                claim,
                ("id",),
                "R202",
                "warning",
                "no mention",
                "at least one mention",
                "record where it is said, or drop the claim",
            )
        self._mentions(claim)

    def _mentions(self, claim: Claim) -> None:
        seen: dict[tuple[object, ...], int] = {}
        for position, mention in enumerate(claim.mentions):
            path: Steps = ("mentions", position)
            self._known(
                claim, (*path, "source"), mention.source, self.folder.ids("sources"), "source"
            )
            key = (mention.source, mention.line, mention.sentence, mention.sha256)
            if key in seen:
                self._say(
                    claim,
                    (*path, "sha256"),
                    "R208",
                    "error",
                    f"mention {seen[key]} again",
                    "each sentence once in a claim",
                    "merge the two",
                )
            seen.setdefault(key, position)
            for index, figure in enumerate(mention.numbers):
                self._field_ref(claim, (*path, "numbers", index, "of"), figure.of)
            for index, report in enumerate(mention.reports):
                self._result_ref(claim, (*path, "reports", index, "result"), report.result)

    # -- references --------------------------------------------------------------------------

    def _study_ref(self, record: Body | Claim, path: Steps, name: str) -> Study | None:
        self._known(record, path, name, self.folder.ids("studies"), "study")
        study = self.folder.records["studies"].get(name)
        if isinstance(study, Study):
            self.used.add(name)
            return study
        return None

    def _result_ref(self, record: Body | Claim, path: Steps, ref: str) -> None:
        name, _, result = ref.partition("#")
        study = self._study_ref(record, path, name)
        if study is not None:
            self._known(record, path, result, study.results, f"result of {name}")

    def _field_ref(self, record: Claim, path: Steps, ref: str) -> None:
        name, _, field = ref.partition("#")
        study = self._study_ref(record, path, name)
        if study is None:
            return
        try:
            field_at(study, field)
        except UnknownField as error:
            self._say(
                record,
                path,
                "R201",
                "error",
                ref,
                error.expected,
                "name a field that the study has",
                error.likely,
            )

    def _known(
        self,
        record: Study | Body | Claim,
        path: Steps,
        name: str,
        known: Iterable[str],
        what: str,
    ) -> None:
        names = list(known)
        if name not in names:
            self._say(
                record,
                path,
                "R201",
                "error",
                name,
                f"a {what}",
                f"correct it, or add the {what.partition(' ')[0]}",
                closest(name, names),
            )

    def _say(
        self,
        record: Study | Body | Claim,
        path: Steps,
        code: str,
        severity: Severity,
        found: str,
        expected: str,
        fix: str,
        likely: tuple[str, ...] = (),
    ) -> None:
        kind = {Study: "studies", Body: "bodies", Claim: "claims"}[type(record)]
        document = self.folder.documents[kind, record.id]
        self.findings.append(
            document.finding(
                code,
                severity,
                path,
                CODES[code],
                found=found,
                expected=expected,
                fix=fix,
                did_you_mean=likely,
            )
        )


def _read_keys(study: Study) -> Iterator[tuple[Steps, str]]:
    """Every place in a study that says in which document something was read."""
    located: list[tuple[Steps, object]] = [
        (("design",), study.design),
        (("population",), study.population),
        (("funding",), study.funding),
        *((("arms", name), arm) for name, arm in study.arms.items()),
        *((("results", name), result) for name, result in study.results.items()),
        *((("conflicts", i), conflict) for i, conflict in enumerate(study.conflicts)),
        *((("notices", i), notice) for i, notice in enumerate(study.notices)),
    ]
    for path, part in located:
        at = getattr(part, "at", None)
        if at is not None:
            yield (*path, "at"), at
        for field, key in getattr(part, "places", {}).items():
            yield (*path, "places", field), key
    if study.appraisal:
        for position, key in enumerate(study.appraisal.read):
            yield ("appraisal", "read", position), key


def _counts(study: Study) -> Iterator[tuple[Steps, object]]:
    """Every head count below the study's own: of arms, results, groups and moments."""
    for name, arm in study.arms.items():
        if not isinstance(arm.n, Missing):
            yield ("arms", name, "n"), arm.n
    for name, result in study.results.items():
        path: Steps = ("results", name)
        if result.setting != "people":
            continue
        if not isinstance(result.n, Missing):
            yield (*path, "n"), result.n
        for arm_name, group in result.groups.items():
            if group.n is not None:
                yield (*path, "groups", arm_name, "n"), group.n
        for field in ("before", "after", "change"):
            moment: Moment | None = getattr(result, field)
            if moment is not None and moment.n is not None:
                yield (*path, field, "n"), moment.n


def _prints_a_number(result: Result) -> bool:
    fields = ("before", "after", "change", "events", "percent", "correlation", "test", "estimate")
    return bool(result.groups or result.counts) or any(
        getattr(result, field) is not None for field in fields
    )
