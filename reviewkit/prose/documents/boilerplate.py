"""What of a page is no part of its text: navigation, adverts, forms, footers, what is hidden.

Three grades. *Dropped* elements never hold the article. *Weak* ones are named like furniture
(``class="share-bar"``), and names lie: they are left out unless next to nothing else remains. Of
the rest, `main` or `article` is the article where a page has one with text in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewkit.prose.documents.tags import names

DROPPED = names(
    "script style noscript template svg math head nav footer aside button select textarea"
    " iframe object canvas video audio dialog menu pre xmp noembed noframes datalist map"
    " amp-ad amp-consent amp-embed amp-sidebar"
)
"""Elements that hold no running text of the article."""
_ROLES = names(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar"
    " tablist"
)
_HIDDEN_STYLE = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE
)
_FOR_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:skip-?links?|screen-reader-text|sr-only|visually-?hidden|editsection)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of what a reader of the page does not see, or that is for who edits it."""
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navbox|navigation|menu|breadcrumbs?|footer|colophon|masthead"
    r"|site-header|sidebar|cookie[a-z]{0,20}|consent|gdpr|onetrust|cmplz|didomi|usercentrics"
    r"|ads?|adverts?|advertisements?|adsbygoogle|adsense|google-auto-placed|sponsor|sponsored"
    r"|promo|newsletter|subscribe"
    r"|signup|share|sharing|social|comments?|disqus|(?:jp-)?related(?:posts)?|recommended"
    r"|recommendations|popup|modal|banner"
    r"|gallery|carousel|slideshow|lightbox|trending|outbrain|taboola"
    r"|pagination|pager|byline|posted-on|(?:entry|post|article)-meta"
    r"|references|reflist|citations|bibliography|author-bio|authorbox|about-author)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name like ``cookieBanner`` goes on with another word."""
_HEADINGS = names("h1 h2 h3 h4 h5 h6")
_CLOSED = tuple('.!?…:;"”’)')

LINKED = 0.8
"""Share of a block's characters inside links from which on it is a way to elsewhere."""
ENOUGH = 200
"""Characters from which on a part of a page counts as its article: two or three sentences."""
SHARE = 0.1
"""... and the least share of all the page's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where in a page a block stands, and how much of it is links."""

    weak: bool
    main: bool
    article: bool
    heading: bool
    characters: int
    linked: int


def is_dropped(name: str, attributes: dict[str, str], *, inside_article: bool) -> bool:
    """Return whether an element never holds the article."""
    if name in DROPPED or (name == "header" and not inside_article):
        return True
    return (
        attributes.get("hidden", "until-found").lower() != "until-found"
        or attributes.get("aria-hidden", "").lower() == "true"
        or attributes.get("role", "").lower() in _ROLES
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
        or bool(_FOR_OTHERS.search(attributes.get("class", "")))
    )


def is_weak(name: str, attributes: dict[str, str]) -> bool:
    """Return whether an element is named or used like furniture."""
    if name in ("html", "body"):
        return False
    given = [attributes.get(said, "") for said in ("class", "data-testid")]
    own = attributes.get("id", "")
    if name == "form" or own.lower() == "header":
        return True
    if "section" not in (name, *given[0].split()) and name not in _HEADINGS:
        given.append(own)  # of a section or heading, a slug of its words: "sharing-a-brush"
    if "-" in name:  # <hl-adsense>
        given.append(name)
    return any(_FURNITURE.search(_HUMP.sub("-", said)) for said in given if said)


def is_link_list(text: str, standing: Standing) -> bool:
    """Return whether a block leads elsewhere rather than say something."""
    if standing.heading or text.endswith(_CLOSED):
        return False
    return standing.linked > LINKED * standing.characters


def main_text(blocks: Sequence[Standing]) -> list[bool]:
    """Return for each block of a page whether it belongs to the article."""
    everything = sum(one.characters for one in blocks)
    enough = max(ENOUGH, SHARE * everything)
    choices = (
        [one.main and not one.weak for one in blocks],
        [one.article and not one.weak for one in blocks],
        [not one.weak for one in blocks],
    )
    for chosen in choices:
        kept = sum(one.characters for one, yes in zip(blocks, chosen, strict=True) if yes)
        if kept >= enough:
            return chosen
    weak = sum(one.characters for one in blocks if one.weak)
    return [True] * len(blocks) if weak >= enough else choices[-1]
