"""“It worked for me!”: a personal experience is offered as evidence.

Informed Health Choices concept 16 (doi:10.12688/f1000research.21292.1, table 1): nobody knows what
would have happened without the treatment, and those whom it did not help are not heard.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.prose.patterns import Ways, Words, small
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading
from reviewkit.prose.rules.clauses import denied, holds, phrases, text_of

_HINTS = (
    " my ", " our ", "for me", "for us", "on me", "on us", "rid me", " i ", " i'", " i’",
    "thousands", "hundreds", "millions", "countless", "numerous", "happy", "satisfied",
    "delighted", "reviews", "testimonials", "before",
)  # fmt: skip
_MINE = r"(?:my|our)"
_CROWD = r"(?:clients?|customers?|patients?|users?|readers?|followers?|guests?|members?)"
_HAPPENED = (
    r"(?:grew|grown|growing|regrew|stopped|disappeared|vanished|improved|cleared|thickened|healed|"
    r"returned|came back|gone|went away|is gone|are gone|got better|dropped|eased)"
)
#: What somebody went through, told as a reason to believe.
_TESTIMONIAL = Ways(
    Words("worke works", r"(?:really |definitely )?work(?:s|ed) for (?:me|us)"),
    Words("magic mirac wonde & did done worke works",
        r"(?:worked|works|did|done) (?:wonders|miracles|magic) (?:for|on) (?:me|us|my|our)"),
    Words("chang saved trans & my",
        r"(?:has |have |really )?(?:changed|saved|transformed) my (?:life|skin|health|body|sleep)"),
    Words("attes cured exper fixed heale rid swear testi vouch",
        r"in my (?:own |personal )?experience", r"i(?:['’]ve| have)? (?:\w+ly )?swear by",
        r"i can (?:vouch|attest|testify)", r"(?:cured|fixed|healed|rid me of|got rid of) my"),
    Words("cured exper notic regre regro rever saw seen & i",
        r"i(?:['’]ve| have)? (?:(?!never|not)\w+ )?(?:noticed|seen|saw|experienced|regrown|regrew|"
        r"cured|reversed)(?! (?:no|nothing|little|hardly|any|claims|articles|pages|\w+ claim))"),
    Words("began start switc tried & after since",
        rf"(?:after|since) i (?:started|began|tried|switched)[^;:.!?]{{0,60}}? {_MINE} (?:\w+ "
        rf"){{0,3}}"
        rf"{_HAPPENED}"),
    Words("my our & after just once only since thank when withi",
        rf"{_MINE} (?:\w+ ){{1,3}}{_HAPPENED} (?:\w+ ){{0,4}}(?:after|since|thanks to|once|when|"
        rf"within|"
        r"in (?:just|only))"),
    Words("clien custo follo guest membe patie reade user users & exper love notic rave repor "
          "say see swear tell",
        rf"{_MINE} {_CROWD} (?:all |often |always |regularly )?(?:love|rave|report|say|tell|see|"
        rf"notice|"
        r"swear|experience)"),
    Words("count hundr milli numer thous & love rave repor say see seen swear",
        r"(?:thousands|hundreds|millions|countless|numerous) (?:of )?(?:\w+ ){0,2}"
        rf"(?:{_CROWD}|people|women|men|reviews) (?:love|rave|report|say|swear|have seen|see)"),
    Words("delig happy satis & clien custo follo guest membe patie reade user users",
        rf"(?:happy|satisfied|delighted) {_CROWD} (?:report|rave|say|swear|have|see)"),
    Words("photo pictu revie testi & prove say show speak",
        r"(?:the|our|these) (?:reviews|testimonials|before[- ]and[- ]after (?:photos|pictures))"
        r" (?:speak|say|show|prove)"),
)  # fmt: skip
#: Feelings: those who felt them know.
_FELT = phrases(
    r"relax\w*", r"calm\w*", r"sooth\w*", r"unwind\w*", r"unwound", r"bliss\w*", "feel", "feels",
    "felt", "feeling", "asleep", "sleepy", "enjoyed", "smell",
)  # fmt: skip
#: A writer who says what one case is worth.
_AWARE = phrases(
    "(?:may|might|will|would)(?: not|n['’]t)", "won['’]t", "not everyone", "your mileage",
    "placebo", "coincidence", "one person", "just me", "only me", "anecdot\\w+", "could have been",
    "hard to say", "can['’]t say", "cannot say", "no way of knowing", "not evidence",
)  # fmt: skip


def testimonial(reading: Reading) -> Iterator[Problem]:
    """Yield where what one person or a crowd of customers went through stands for evidence.

    Silent on feelings, which people know themselves, on what a writer reports of others without
    taking it over, and where the sentence says what one case is worth.
    """
    text = text_of(reading)
    if reading.stance not in {"asserts", "reports"} or not holds(text, _HINTS):
        return
    found = _TESTIMONIAL.search(small(text))
    if found is None or _FELT.search(text) or _AWARE.search(text) or denied(text, found.start()):
        return
    yield Problem(
        code="P305",
        start=found.start(),
        end=found.end(),
        severity="suggestion",
        message=(
            "One experience cannot tell what would have happened without the treatment; say that "
            "it is one, or cite a comparison."
        ),
    )
