"""Attributes in braces are found as the tools of Markdown write them; braces around words and values are none."""

from __future__ import annotations

import time

import pytest

from translate.documents.markdown.attributes import attributes_end, attributes_start
from translate.documents.markdown.contents import inline_tokens
from translate.documents.markdown.inlines import find_codes

ATTRIBUTES = (
    "{#nom}",
    "{.classe}",
    "{#fig:carte width=50%}",
    "{ .md-button .md-button--primary }",
    '{: .bouton target="_blank" }',
    "{:.bleu}",
    "{:target='_blank'}",
    "{: toc}",
    '{::options toc_levels="1,2"}',
    "{refdef: .c}",
    "{-}",
    "{=html}",
    "{#été .a.b c=d}",
    '{style="width: 50%;"}',
)


@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_attributes_are_found_at_their_beginning_and_at_their_end(attributes: str) -> None:
    assert attributes_end(f"a{attributes}b", 1) == 1 + len(attributes)
    assert attributes_start(f"Un titre {attributes}") == len("Un titre ")


@pytest.mark.parametrize(
    "text",
    [
        *("{un mot}", "{nom}", "{0}", "{n, plural}", "{user.name}", "{==mot==}", "{--mot--}", "{.5}", "{#if x}", "{}"),
        *("{{< x >}}", "{% x %}", "{{a=b}}", "{", "}", "", "{: }", "{a=b", "{@html x}", "{a=b c}"),
    ],
)
def test_braces_around_words_and_values_are_no_attributes(text: str) -> None:
    assert attributes_end(text, 0) == 0
    assert attributes_start(text) == len(text)


@pytest.mark.parametrize("part", ["#a ", "a=b ", "a ", "a.b", "a", "{", ".a", ": "])
def test_braces_that_do_not_end_take_linear_time(part: str) -> None:
    start = time.process_time()
    assert attributes_end("{: #" + part * 30_000, 0) == 0
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("[un]{.a b=c} mot", ["[", "]{.a b=c}"]),
        ("[*un*]{.a} mot", ["[", "*", "*", "]{.a}"]),
        ("[un](b.md){: .a } mot", ["[", "](b.md){: .a }"]),
        ("![un](b.png){#fig:a width=50%} mot", ["![un](b.png){#fig:a width=50%}"]),
        ("**un**{: .a} mot", ["**", "**{: .a}"]),
        ("*un*{:.a} mot", ["*", "*{:.a}"]),
        ("Un (mot){: .a} ici", ["{: .a}"]),
        ("Un mot {.a #b} ici", ["{.a #b}"]),
        ("[un] {a} mot {:x} [^1]{x}", []),
        ("[un]{mot} ici", []),
        ("{{#un}}mot{{/un}}", []),
        (r"La figure \@ref(fig:a), \@ref et \cite{b}", [r"\@ref(fig:a)", r"\@"]),
        (r"Dans C:\Temp\a, 2\*3", [r"\*"]),
    ],
)
def test_attributes_belong_to_what_stands_before_them(content: str, codes: list[str]) -> None:
    assert [content[c.start : c.end] for c in find_codes(inline_tokens(content, {}), content)] == codes
