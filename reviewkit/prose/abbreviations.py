"""After which full stops a sentence goes on.

In lower case and without the last full stop. The lists hold what English health writing uses; an
abbreviation is left out where the same letters are a common word that ends sentences ("no" and
"fig" count only before a number).
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: Always followed by more of the same sentence.
OPEN = _words(
    "mr mrs ms mx dr prof rev st mt messrs e.g eg i.e ie cf viz vs approx resp incl excl esp"
    " dept univ assoc"
)

#: Abbreviated before a number ("No. 5", "Fig. 2", "pp. 10–12", "ca. 300").
BEFORE_NUMBER = _words(
    "no nos fig figs p pp vol vols ch sec eq tab ref refs art par ed suppl app ca jan feb mar"
    " apr jun jul aug sep sept oct nov dec"
)

#: May close a sentence or not: it does before a word that usually opens one. Units are not here:
#: before a capital, "4 min." closes.
EITHER = _words(
    "al a.m p.m u.s u.k u.s.a e.u u.n d.c inc ltd co corp bros jr sr ph.d phd m.d b.sc m.sc r.n"
    " d.o dip cert"
)

#: Words that open a sentence far more often than they are part of a name.
OPENERS = _words(
    "the this that these those it its they their there he his she her we our you your i my a an"
    " in on at by for from to of with as if when while after before during since because"
    " although though however but and or so yet also then thus hence therefore moreover"
    " furthermore additionally overall some many most several all each every both another other"
    " others such no not nor once what why how who which where is are do does can could may"
    " might should will would have has had here people participants researchers studies results"
    " research regular using use try apply start finally first"
    " second next instead even only just one two three until unlike unless whether according"
)

#: Words after which a single capital letter is no initial ("vitamin C. It …").
LETTERED = _words(
    "vitamin vitamins hepatitis type group arm grade plan phase class category figure table"
    " panel appendix option step part stage condition factor omega"
)
