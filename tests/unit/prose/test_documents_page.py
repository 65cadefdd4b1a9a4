from __future__ import annotations

import pytest

from reviewkit.prose.documents import read_text
from reviewkit.prose.text import Document

ARTICLE = (
    "<p>" + "Rubbing the head is an old habit, and people say that they like it. " * 4 + "</p>"
)


def read(text: str) -> Document:
    return read_text(text, "page.html", "html")


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in read(text).sentences]


PAGE = f"""<!doctype html>
<html><head><title>Scalp &amp; hair | Site</title><style>p {{ }}</style>
<script>var x = "<p>It cures all.</p>";</script></head>
<body class="has-sidebar"><header><p>Best site.</p></header>
<nav><ul><li><a href="/">Home page</a><li><a href="/a">It cures all.</a></ul></nav>
<main>
<h1>Scalp massage</h1>
<p>It reached 1&nbsp;899 people.<sup><a href="#1">[1]</a></sup> It <b>may</b> help &mdash; a little.
<p>It can:
<ul><li>calm you<li>warm<ul><li>deeply</ul></ul>
<div class="share-bar">Share this now.</div>
<div style="display: none">Hidden words.</div>
<table><tr><th>Dose<th>Result<tr><td>4 min<td>Thicker.</table>
<blockquote><p>It works.</p></blockquote>
<pre>code.</pre>
<!-- It cures all. -->
{ARTICLE}
<p><a href="/more">Read more about hair loss</a></p>
<form><label>Your name.</label></form>
</main>
<aside>Other news.</aside><footer>All rights.</footer></body></html>
"""


def test_the_article_is_read_and_its_surroundings_are_not() -> None:
    document = read(PAGE)
    assert document.title == "Scalp & hair | Site"
    assert [(s.kind, s.text, s.lead_in) for s in document.sentences[:-4]] == [
        ("heading", "Scalp massage", ""),
        ("paragraph", "It reached 1\u00a0899 people.", ""),
        ("paragraph", "It may help — a little.", ""),
        ("paragraph", "It can:", ""),
        ("bullet", "calm you", "It can:"),
        ("bullet", "warm", "It can:"),
        ("bullet", "deeply", "It can:"),
        ("cell", "Dose", ""),
        ("cell", "Result", ""),
        ("cell", "4 min", ""),
        ("cell", "Thicker.", ""),
        ("quote", "It works.", ""),
    ]
    assert {s.text for s in document.sentences[-4:]} == {
        ARTICLE[3:].split("</p>", maxsplit=1)[0].split(". ", maxsplit=1)[0] + "."
    }


def test_places_are_those_of_the_source() -> None:
    found = {s.text: s for s in read(PAGE).sentences}
    sentence = found["It may help — a little."]
    assert PAGE[sentence.start : sentence.end] == "It <b>may</b> help &mdash; a little."
    assert PAGE.split("\n")[sentence.line - 1][sentence.column - 1 :].startswith("It <b>may")
    for one in found.values():
        for shown, offset in zip(one.text, one.offsets, strict=True):
            written = PAGE[offset]
            assert written in (shown, "&") or (written.isspace() and shown == " ")


@pytest.mark.parametrize(
    "wrapper",
    [
        "<article>{}</article><p>Elsewhere.</p>",
        "<div role=main>{}</div><p>Elsewhere.</p>",
        "<div class='content-sidebar-wrap'><main>{}</main></div>",
        "<form id=aspnet>{}</form>",
        "<div class='related'>{}</div>",
        "<div class='widget'>{}</div><div class='ad-slot'>Buy now.</div>",
        "<nav>Menu.</nav>{}<div class='newsletter signup'>Your mail.</div>",
    ],
)
def test_an_article_is_found_in_what_sites_wrap_it_in(wrapper: str) -> None:
    assert texts(wrapper.format(ARTICLE)) == texts(ARTICLE)


def test_a_page_that_is_only_a_fragment_is_read_whole() -> None:
    assert texts("It calms.<br>It warms.<p>Not <i>yet</i>") == ["It calms.", "It warms.", "Not yet"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<p title="a > b">Ok.', ["Ok."]),
        ("<p title=it's>Ok.</p><p title=it's>So.", ["Ok.", "So."]),
        ("5 < 6 & 7 &unknown; &#x41;.", ["5 < 6 & 7 &unknown; A."]),
        ("<p>One<!-- never closed <p>two", ["One"]),
        ("<script>never closed <p>two", []),
        ("</p></div>Odd.", ["Odd."]),
        ("<p>One.<p", ["One."]),
        ("<SCRIPT>x</SCRIPT><P>Loud.</P>", ["Loud."]),
    ],
)
def test_faulty_markup_is_read_as_browsers_do(text: str, shown: list[str]) -> None:
    assert texts(text) == shown


@pytest.mark.parametrize(
    "around",
    [
        '<a class="skip-link screen-reader-text" href="#c">Skip to content.</a>',
        '<div id="header"><p>Best site.</p></div>',
        '<div class="site-header"><p>Best site.</p></div>',
        '<div role="navigation">Menu words.</div>',
        '<ul class="breadcrumb"><li>Home.</ul>',
        '<div class="entry-meta"><span>Posted on May 3.</span></div>',
        '<p data-testid="byline">By Ann, who knows.</p>',
        '<div id="cookie-law-info-bar">We use cookies.</div>',
        '<div class="cookieBanner">We use cookies.</div>',
        '<div id="CybotCookiebotDialog">We use cookies.</div>',
        '<div class="cky-consent-container">We value your privacy.</div>',
        '<div id="onetrust-banner-sdk"><p>We value your privacy.</p></div>',
        '<div class="cmplz-cookiebanner">We use cookies.</div>',
        '<div role="dialog">We use cookies.</div>',
        '<ins class="adsbygoogle"><p>Buy this.</p></ins>',
        '<div class="adBox">Buy this.</div>',
        '<div id="div-gpt-ad-123">Buy this.</div>',
        "<amp-ad>Buy this.</amp-ad>",
        "<amp-consent><p>We value your privacy.</p></amp-consent>",
        "<hl-adsense><p>Buy this.</p></hl-adsense>",
        '<div class="sharedaddy sd-sharing">Share this.</div>',
        '<div id="jp-relatedposts"><h3>Related posts.</h3></div>',
        '<div class="relatedPosts">Read these.</div>',
        '<div class="product-recommendations">You may also like.</div>',
        '<div id="comments"><ol class="comment-list"><li><p>It cured me.</p></ol></div>',
        '<div class="newsletterSignup">Your mail.</div>',
        '<div class="widget-area"><aside>Popular now.</aside></div>',
        '<ol class="references"><li>Lee A. Massage thickens hair.</ol>',
        '<footer id="colophon">Proudly powered.</footer>',
        '<span class="mw-editsection">[edit.]</span>',
        "<noscript><p>Enable it.</p></noscript>",
        "<template><p>Later.</p></template>",
        "<dialog open><p>Wait.</p></dialog>",
        "<p hidden>Hidden.</p>",
        '<p hidden="">Hidden.</p>',
        "<svg><text>Logo.</text></svg>",
        '<figure><img alt="It cures."></figure>',
        "<!-- Page saved with a tool. -->",
        "<![CDATA[ x. ]]>",
    ],
)
@pytest.mark.parametrize("whole", ["<main>{1}{0}</main>", "{0}<div class=content>{1}</div>"])
def test_what_surrounds_an_article_is_left_out(around: str, whole: str) -> None:
    assert texts(whole.format(around, ARTICLE)) == texts(ARTICLE)


@pytest.mark.parametrize(
    "inside",
    [
        "<details><summary>Why?</summary>Because.</details>",
        '<div hidden="until-found">Because.</div>',
        '<div class="wp-block-group has-background"><p>Because.</div>',
        '<div class="header-text"><p>Because.</div>',
        "<header><p>Because.</p></header>",
        '<section id="related-research"><p>Because.</section>',
        '<div class="section" id="sharing-a-brush"><p>Because.</div>',
        '<h2 id="comments-on-it">Because.</h2>',
        "<section class=roads><p>Because.</section>",
        "<dl><dt>Why?<dd>Because.</dl>",
        "<figure><figcaption>Because.</figcaption></figure>",
        '<p class="badge commentary">Because.</p>',
    ],
)
def test_what_only_sounds_like_furniture_is_read(inside: str) -> None:
    assert "Because." in texts(f"<main>{ARTICLE}{inside}</main>")


def test_spaces_inside_numbers_stay() -> None:
    page = (
        "<p>It reached 1&nbsp;899 people, 12&#8239;345 and 1&thinsp;000 in 2016&nbsp;at 5&nbsp;mg."
    )
    assert texts(page) == [
        "It reached 1\u00a0899 people, 12\u00a0345 and 1\u00a0000 in 2016 at 5 mg."
    ]
