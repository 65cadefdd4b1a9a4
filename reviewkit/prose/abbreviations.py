"""After which full stops a sentence goes on.

In lower case and without the last full stop. The lists hold what English health writing uses; an
abbreviation is left out where the same letters are a common word that ends sentences ("no" and
"fig" count only before a number).
"""

from __future__ import annotations

#: Always followed by more of the same sentence.
OPEN = frozenset(
    "mr mrs ms mx dr prof rev hon gen col capt sgt st mt messrs e.g eg i.e ie cf viz vs v"
    " approx ca resp incl excl esp dept univ assoc".split()
)

#: Abbreviated before a number ("No. 5", "Fig. 2", "pp. 10–12").
BEFORE_NUMBER = frozenset(
    "no nos fig figs p pp vol vols ch sec eq tab ref refs art par ed suppl app"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

#: May close a sentence or not: it does before a word that usually opens one.
EITHER = frozenset(
    "al etc a.m p.m am pm u.s u.k u.s.a e.u u.n d.c inc ltd co corp bros jr sr ph.d phd m.d md b.sc"
    " m.sc r.n d.o min mins sec secs hr hrs wk wks mo mos yr yrs mm cm kg mg ml oz lb lbs tsp"
    " tbsp temp avg max est dip cert s.d s.e".split()
)

#: Words that open a sentence far more often than they are part of a name.
OPENERS = frozenset(
    "the this that these those it its they their there he his she her we our you your i my a an in"
    " on at by for from to of with as if when while after before during since because although"
    " though however but and or so yet also then thus hence therefore moreover furthermore"
    " additionally overall some many most several all each every both another other others such"
    " no not nor once what why how who which where is are do does can could may might should will"
    " would have has had here people participants researchers studies results research massage"
    " massaging scalp hair regular using use try apply start finally first second next instead"
    " even only just one two three until unlike unless whether according".split()
)

#: Words after which a single capital letter is no initial ("vitamin C. It …").
LETTERED = frozenset(
    "vitamin vitamins hepatitis type group arm grade plan phase class category figure table panel"
    " appendix option step part stage condition factor omega".split()
)
