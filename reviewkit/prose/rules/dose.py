"""“More is better!”: more of a treatment is taken to do more good.

Informed Health Choices concept 12 (doi:10.12688/f1000research.21292.1, table 1): more of what helps
often adds nothing, and can harm.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.prose.patterns import Ways, Words, small
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading
from reviewkit.prose.rules.clauses import denied, holds, phrases, text_of

_HINTS = ("more ", "longer", "harder", "firmer", "deeper", "twice", "doubl", " too ", "overdo")
#: What is not a treatment that one can take more of.
_STATES = (
    r"(?!relax|feel|are\b|were\b|have\b|worry|stress|know|learn|understand|sleep|want|need|wait|"
    r"age|grow|live|lose|suffer|look)"
)
_GOOD = (
    r"(?:better|faster|quicker|sooner|thicker|stronger|greater|fuller|healthier|longer|deeper|more|"
    r"less|fewer|bigger|calmer|happier|shinier|lower|higher)"
)
_COURSE = (
    r"(?:sessions?|treatments?|doses?|use|practice|application|therapy|exercise|baths?|"
    r"meditation|yoga|vitamins?|supplements?|pills?)"
)
_BRINGS = r"(?:means?|brings?|gives?|leads? to|produces?|equals?|yields?|delivers?)"
#: The more of it, the better.
_MORE = Ways(
    Words("deepe firme harde longe more & one peopl we you",
        r"the (?:more|longer|harder|firmer|deeper) (?:often |frequently |regularly |consistently )?"
        rf"(?:you|we|one|people) {_STATES}\w+\b"
        rf"[^;:.!?]{{0,80}}?[, ]the {_GOOD}"),
    Words("longe more & appli bath baths dose doses exerc medit pill pills pract sessi suppl "
          "thera treat use vitam yoga",
        rf"the (?:more|longer)(?: \w+)? (?:the )?{_COURSE}\b[^;:.!?]{{0,60}}?, the {_GOOD}"),
    Words("bring deliv equal give gives lead leads mean means produ yield & longe more",
        rf"(?:more|longer|more frequent|more regular|more intense) {_COURSE} (?:will |always )?"
        rf"{_BRINGS} (?:\w+ )?{_GOOD}"),
    Words("bette doubl merri more twice",
        r"more is (?:always )?(?:better|more)", r"the more,? the (?:better|merrier)",
        r"(?:double|doubling|twice) the \w+[^;:.!?]{0,40}? (?:double|doubles|twice) the \w+"),
    Words("canno never t & overd too",
        r"(?:you )?(?:can(?:not|['’]t| never)) (?:\w+ )?(?:too (?:much|often|long)|overdo)"),
)  # fmt: skip
#: What more of it does badly.
_HARM = phrases(
    r"risk\w*", r"damag\w*", r"irritat\w*", r"harm\w*", "hurts?", r"break\w*", r"tangl\w*",
    "too much", "up to a point", "diminishing", "plateau", "worse", "sore", r"strain\w*",
)  # fmt: skip


def more_is_better(reading: Reading) -> Iterator[Problem]:
    """Yield where longer, harder or more frequent treatment is promised to do more.

    Silent on a plain dose, on more of a state (“the more relaxed you are”), and on warnings.
    """
    text = text_of(reading)
    if reading.stance != "asserts" or not holds(text, _HINTS):
        return
    found = _MORE.search(small(text))
    if found is None or _HARM.search(text[found.end() :]) or denied(text, found.start()):
        return
    yield Problem(
        code="P307",
        start=found.start(),
        end=found.end(),
        severity="suggestion",
        message=(
            "More of a treatment need not do more; cite a comparison of doses, or leave out that "
            "more does better."
        ),
    )
