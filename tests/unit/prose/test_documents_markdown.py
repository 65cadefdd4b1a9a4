from __future__ import annotations

from itertools import pairwise

import pytest

from reviewkit.prose.documents import markdown, read_text, spans
from reviewkit.prose.text import Document


def read(text: str) -> Document:
    return read_text(text, "draft.md", "md")


PAGE = """---
title: "Notes on rubbing"
author: A. Writer
---
# Head *massage*

It [can **help**](http://a.example/it "it can"), e.g. with hair &amp; skin.[^1] Press `softly`
on it\\*. ![a picture](x.png) See [there][r] or <http://b.example>.

> Some like it
> warm.

It may:

- calm *you*
- 1 warm it
  - deeply

| Dose  | Result |
|-------|--------|
| 4 min | **thicker** |

```python
print("It cures all.")
```

    indented = "It cures all."

<!-- It cures all. -->
<div>It is <b>old</b>.</div>

[r]: http://c.example

[^1]: One trial of nine men.
"""


def test_prose_is_read_and_the_rest_is_not() -> None:
    document = read(PAGE)
    assert document.title == "Notes on rubbing"
    assert [(s.kind, s.text) for s in document.sentences] == [
        ("heading", "Head massage"),
        ("paragraph", "It can help, e.g. with hair & skin."),
        ("paragraph", "Press softly on it*."),
        ("paragraph", "See there or http://b.example."),
        ("quote", "Some like it warm."),
        ("paragraph", "It may:"),
        ("bullet", "calm you"),
        ("bullet", "1 warm it"),
        ("bullet", "deeply"),
        ("cell", "Dose"),
        ("cell", "Result"),
        ("cell", "4 min"),
        ("cell", "thicker"),
        ("paragraph", "It is old."),
        ("paragraph", "One trial of nine men."),
    ]


def test_every_character_is_led_back_to_the_file() -> None:
    for sentence in read(PAGE).sentences:
        for shown, offset in zip(sentence.text, sentence.offsets, strict=True):
            written = PAGE[offset]
            assert written == shown or (written.isspace() and shown == " ") or written in "&\\"


def test_words_that_come_twice_are_told_apart() -> None:
    text = "[the scalp](http://x.example 'of the scalp') of the scalp.\n"
    (sentence,) = read(text).sentences
    assert sentence.text == "the scalp of the scalp."
    assert list(sentence.offsets) == [*range(1, 10), *range(44, 58)]


def test_windows_line_ends_count_as_the_file_has_them() -> None:
    text = "# One\r\n\r\nTwo *and*\r\nthree. Four.\r\n"
    found = [(s.text, s.line, s.column, text[s.start : s.end]) for s in read(text).sentences]
    assert found == [
        ("One", 1, 3, "One"),
        ("Two and three.", 3, 1, "Two *and*\r\nthree."),
        ("Four.", 4, 8, "Four."),
    ]


def test_a_long_text_is_read_in_parts_without_losing_any(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"Paragraph *{number}* says so.\n\n" for number in range(60))
    whole = read(text)
    monkeypatch.setattr(markdown, "LONGEST_PARSED", 200)
    assert read(text) == whole
    assert len(whole.sentences) == 60
    assert all(here.end <= there.start for here, there in pairwise(whole.sentences))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_part_ends_outside_code(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setattr(markdown, "LONGEST_PARSED", 120)
    text = "One says so.\n\n```\nIt cures.\n\nIt cures.\n\nIt cures.\n```\n\nTwo goes\non.\n\n" * 9
    found = read(text.replace("\n", end)).sentences
    assert [s.text for s in found] == ["One says so.", "Two goes on."] * 9


def test_a_block_too_long_for_its_markup_is_read_as_written() -> None:
    text = "It *helps*. " * spans.LONGEST_MARKED
    found = read(text).sentences
    assert {sentence.text for sentence in found} == {"It *helps*."}
    assert len(found) == spans.LONGEST_MARKED


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Two words\n---\nBody.", "Two words"),
        ("---\r\ntitle: 'Two words'\r\n---\r\nBody.", "Two words"),
        ("\ufeff---\nlayout: post\n...\nBody.", ""),
        ('+++\ntitle = "Two words"\ndraft = true\n+++\n\nBody.', "Two words"),
        ("+++\nx = 1\n---\n+++\nBody.", ""),
    ],
)
def test_front_matter_says_the_title_and_is_no_text(text: str, title: str) -> None:
    document = read(text)
    assert (document.title, [s.text for s in document.sentences]) == (title, ["Body."])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One.[^a]\n\n[^a]: Two.\n\n    Three.\n\n    Four.\n\n    code\n", 5),
        ("One.[^1] Two[^b].\n\n[^1]: https://a.example/x\n[^b]: [Three](x).\n", 4),
        ("<div>One.</div>\n[^1]: Two.\n", 2),
        ("- [ ] One.\n- [x] Two.\n1. [X] Three.\n", 3),
        ("{% include ad.html %}\n{% note %} One.\n\nTwo {{ page.x }} and. {{< fig >}}\n", 2),
        ("::: {.note}\nOne.\n:::\n", 1),
        ("| One | Two |\n|---|---|\n| Three<br>Four | \\| Five |\n", 4),
        ("One  \ntwo\\\nthree.\n", 1),
    ],
)
def test_what_site_generators_add_is_read_through(text: str, shown: int) -> None:
    sentences = read(text).sentences
    assert len(sentences) == shown
    assert not {sign for s in sentences for sign in s.text} & set("*[]{}%^\u200b")


@pytest.mark.parametrize(
    "code",
    [
        "```\nIt cures.\n```",
        "~~~ text\nIt cures.\n~~~",
        "    It cures.",
        "\tIt cures.",
        "- A.\n\n      It cures.",
        "> ```\n> It cures.\n> ```",
        "<script>\nIt cures.\n</script>",
        "<style>\nIt cures.\n</style>",
        "<pre>\nIt cures.\n</pre>",
        "```\nIt cures.",
        "![It cures](a.png 'It cures')",
        "[x]: http://a.example 'It cures'",
    ],
)
def test_code_and_pictures_are_left_out(code: str) -> None:
    assert "It cures" not in " ".join(s.text for s in read(f"Before.\n\n{code}\n").sentences)


def test_a_mark_of_a_note_in_a_table_begins_no_bullet() -> None:
    text = "Intro.\n\n[^1]: One | Two |\n|:------|----:|\n| three | four |\n"
    read = read_text(text, "a.md", "md").sentences
    assert [sentence.text for sentence in read] == ["Intro.", "One", "Two", "three", "four"]
    assert all(text[s.start : s.end].strip() == s.text for s in read)
