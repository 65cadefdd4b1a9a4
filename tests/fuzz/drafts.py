"""Small documents of every format, in made-up words about the review's subject, to be mutated."""

from __future__ import annotations

import io
import json
import zipfile

import docx

from reviewkit.prose.documents import Kind

PLAIN = """Scalp Massage: What It Can Do

Head massage lowers cortisol by 30% (p < 0.05), and it cures hair loss. In a 2016 trial of 9 men,
4 minutes a day for 24 weeks made hair thicker: 0.085 to 0.092 mm. Does it help you sleep? Dr. Lee
says no, e.g. because nobody has looked. [reviewkit: ignore=P101 a test]

It can:
• relieve tension headaches
  - by 50 per cent
1. Warm 2 tbsp. of oil
reviewkit: ignore=P102,P103 another
“It doubled my hair,” she said.
Dose\t10 min\t3 times a week
"""

MARKDOWN = """---
title: "Scalp massage"
reviewkit: ignore-file=P104 a test
---
# Head *massage* &amp; hair

It [can **help**](http://a.example/it "it can") with stress.[^1] Press `softly` \\* on it.
![a picture](x.png) <!-- reviewkit: ignore=P101 x --> See [there][r] or <http://b.example>.

> Some say it
> lowers blood pressure by 1 899 points.

It may:

- calm *you*
- 1 warm it
  - deeply

| Dose  | Result |
|:------|-------:|
| 4 min | **thicker** hair |

```python
print("It cures all.")
```

<div class="note">It is <b>old</b>&nbsp;and proven.</div>

Setext
======

[r]: http://c.example
[^1]: One trial of nine men.
"""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Scalp &amp; hair</title>
<script>var x = "<p>It cures all.</p>";</script><style>p { color: red }</style></head>
<body class="home"><header><p>Best site.</p></header><nav><ul><li><a href="/">Home</a></ul></nav>
<main><article><h1>Scalp massage</h1>
<p>It reached 1&nbsp;899 people.<sup><a href="#1">[1]</a></sup> It <b>may</b> help &mdash; a bit.
<p>It can:<ul><li>relieve stress<li>warm<ul><li>deeply</ul></ul>
<div class="share-bar">Share this.</div><div style="display: none">Hidden.</div>
<table><tr><th>Dose<th>Result<tr><td>4 min<td>Thicker.</table>
<blockquote><p>It works&#33; &#x2014; said <q>a man</q>.</p></blockquote><pre>code</pre>
<!-- reviewkit: ignore=P101 x --><p>Massage of the head boosts blood flow by 54 %.</p>
<form><label>Your name.</label><select><option>One</select></form></article></main>
<aside>Other news.</aside><footer>All rights.</footer></body></html>
"""

NOTEBOOK = json.dumps(
    {
        "cells": [
            {"cell_type": "markdown", "source": [f"{line}\n" for line in MARKDOWN.split("\n")]},
            {"cell_type": "code", "source": "1 + 1", "outputs": [{"text": ["2"]}]},
            {"cell_type": "markdown", "source": "Head massage *calms* \ud83d you."},
        ],
        "nbformat": 4,
    },
    indent=1,
)


def _word() -> bytes:
    made = docx.Document()
    made.add_heading("Head massage", level=1)
    paragraph = made.add_paragraph("It ")
    paragraph.add_run("may").bold = True
    paragraph.add_run(" lower stress. It can:")
    made.add_paragraph("relieve pain", style="List Bullet")
    made.add_paragraph("They like it. [reviewkit: ignore=P101 x]", style="Quote")
    made.add_table(1, 2).cell(0, 0).text = "4 min. Daily."
    stream = io.BytesIO()
    made.save(stream)
    return small(stream.getvalue())


def small(package: bytes) -> bytes:
    """Return a package of the parts that are read alone, so that mutations hit them."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as full, zipfile.ZipFile(kept, "w") as archive:
        for name in WORD_PARTS:
            archive.writestr(name, full.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


WORD_PARTS = (
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
)

DRAFTS: dict[Kind, bytes] = {
    "txt": PLAIN.encode(),
    "md": MARKDOWN.encode(),
    "html": PAGE.encode(),
    "docx": _word(),
    "ipynb": NOTEBOOK.encode(),
}
