"""Blocks of Markdown as site generators and converters write it: what a person reads is a text, all else stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS


def read(folder: Path, text: str, config: DocumentConfig | None = None) -> tuple[list[Block], str]:
    """Return the blocks, and the document with its texts in capitals."""
    path = folder / "in.md"
    path.write_bytes(text.encode())
    reader = READERS.load("markdown")
    document = reader.read(path, name="in.md", language="fr", config=config or DocumentConfig())
    blocks = list(document.blocks)
    same, capitals = folder / "same.md", folder / "capitals.md"
    with (
        reader.rebuild(document, same, language="en") as one,
        reader.rebuild(document, capitals, language="en") as other,
    ):
        for block in blocks:
            one.write(block, block.text, block.codes)
            other.write(block, block.text.upper() if not block.codes else block.text, block.codes)
    assert same.read_bytes().decode() == text
    return blocks, capitals.read_bytes().decode()


LAYOUTS: dict[str, tuple[str, Sequence[str]]] = {
    "a directive": (":::tip\nOuvrez.\n:::\n", ["Ouvrez."]),
    "a directive with a label": (":::tip[Le *vrai* but]{#nom}\nOuvrez.\n:::\n", ["Le *vrai* but", "Ouvrez."]),
    "a directive with a title": ("::: danger Ça brûle\nOuvrez.\n:::\n", ["Ça brûle", "Ouvrez."]),
    "directives within each other": (
        "::::: a Un\n:::: b\n::: c Deux\nOui.\n:::\n::::\n:::::\n",
        ["Un", "Deux", "Oui."],
    ),
    "a directive with trailing colons": ("::: Avis :::::\nOui.\n::::::\n", ["Oui."]),
    "a division of Pandoc": ('::: {.note title="Le but"}\nOui.\n:::\n', ["Le but", "Oui."]),
    "a directive of MyST": (":::{tip} Le but\n:class: x\nOui.\n:::\n", ["Le but", "Oui."]),
    "options of a directive": (":::{figure} a.png\n:alt: Un port\n:width: 5\n\nOui.\n:::\n", ["Un port", "Oui."]),
    "the name of a paragraph": ("Un. ^un-1\n\n^deux\n", ["Un."]),
    "the text of a template": ('{% include a.html content="Un mot." body="non" %}\n', ["Un mot."]),
    "a directive in a fence": ("```{tip} Le but\nOui.\n```\n\n```\nnon\n```\n", ["Le but", "Oui."]),
    "a directive of code": ("```{code-block} py\nnon\n```\n\n:::mermaid\nnon\n:::\n", []),
    "a directive of one line": ('::video[Un film]{#x}\n\n:::image alt-text="Un plan":::\n', ["Un film", "Un plan"]),
    "a directive in a list": ("- Un\n\n  :::note\n  Deux\n  :::\n", ["Un", "Deux"]),
    "a directive in a quotation": ("> :::note\n> Deux\n> :::\n", ["Deux"]),
    "colons in a text": ("Voir ::: ici.\n", ["Voir ::: ici."]),
    "a grid table": (
        "+------+-------+\n| Clé  | Prix  |\n+======+=======+\n| Noix | sou   |\n|      | bon   |\n+------+-------+\n",
        ["Clé", "Prix", "Noix", "sou", "bon"],
    ),
    "a simple table": (
        "  Clé    Prix\n----- ------\n Noix   1 sou\nGland\n\nFin.\n",
        ["Clé", "Prix", "Noix", "1 sou", "Gland", "Fin."],
    ),
    "a simple table without heads": ("----- ------\nNoix  rare\n----- ------\n", ["Noix", "rare"]),
    "a table with a frame": (
        "------------\n Clé   Prix\n----- ------\nNoix  un\n      sou\n\nGland rien\n------------\n\nFin.\n",
        ["Clé", "Prix", "Noix", "un", "sou", "Gland", "rien", "Fin."],
    ),
    "a hidden block": ("%%\nnon\n\nnon\n%%\n\nOui.\n", ["Oui."]),
    "a line block": ("| Le vent\n|    se lève\n|\n| demain\n", ["Le vent", "se lève", "demain"]),
    "code within tags of Liquid": ("{% highlight py %}\nnon\n\nnon\n{% endhighlight %}\n\nOui.\n", ["Oui."]),
    "code within tags of Hugo": ('{{< highlight go "a=1" >}}\nnon\n{{< /highlight >}}\nOui.\n', ["Oui."]),
    "a tag of Liquid that nothing ends": ("{% comment %}\nOui.\n", ["Oui."]),
    "a note within a text": ("Oui.^[Ou non.]\n", ["Ou non.", "Oui.^[Ou non.]"]),
    "a rule of hyphens": ("Un\n\n--- ---\n\nDeux\n", ["Un", "Deux"]),
    "a line with bars": ("a | b\n", ["a | b"]),
    "a block of PyMdown": ("/// note | Le but\nOui.\n///\n", ["Le but", "Oui."]),
    "an admonition": ('!!! note "Le but"\n    Un\n\n    Deux\n\nTrois\n', ["Le but", "Un", "Deux", "Trois"]),
    "an admonition without a title": ("!!! note\n    Un\n\n\n    Deux\n", ["Un", "Deux"]),
    "an admonition behind a line": ("Un\n!!! note\n    Deux\n", ["Un", "Deux"]),
    "an admonition with classes": ('???+ note inline end "Le « but »"\n\n    - Un\n', ["Le « but »", "Un"]),
    "marks of exclamation": ("!!! Attention\n\n!!! Attention !!!\n", ["!!! Attention", "!!! Attention !!!"]),
    "tabs": ('=== "Un"\n\n    Deux\n\n    === "Trois"\n        Quatre\n', ["Un", "Deux", "Trois", "Quatre"]),
    "an alert": ("> [!NOTE]\n> Un\n> deux\n>\n> Trois\n", ["Un deux", "Trois"]),
    "an alert with a title": ("> [!tip]- Le but\n> Un\n", ["Le but", "Un"]),
    "no alert": ("> Un [!NOTE] deux\n\n[!NOTE]\n", ["Un [!NOTE] deux", "[!NOTE]"]),
    "footnotes": ("Un[^a]\n\n[^a]: Deux\n[^b]:\n    Trois\n\n    Quatre\n", ["Un[^a]", "Deux", "Trois", "Quatre"]),
    "a footnote behind a quotation": ("> Un\n[^a]: Deux\n", ["Un", "Deux"]),
    "definitions": (
        "Un\n: Deux\n: Trois\n\nQuatre\n\n:   Cinq\n\n    Six\n",
        ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six"],
    ),
    "two terms": ("Un\nDeux\n:   Trois\n", ["Un", "Deux", "Trois"]),
    "a long definition": (f"Un\n: {'Deux ' * 12}\n  fin.\n: Trois\n", ["Un", f"{'Deux ' * 12}fin.", "Trois"]),
    "no definition": ("Un : deux\n\n# Titre\n: Légende\n", ["Un : deux", "Titre", "Légende"]),
    "attributes": ("# Un {#un .a b=c}\n\nDeux {.x}\n\nTrois\n===\n{: .y }\n", ["Un", "Deux", "Trois"]),
    "attributes of a heading with hashes": ("## Un {-} ##\n\nDeux {: #d }\n---\n", ["Un", "Deux"]),
    "attributes in lines of their own": ("{.a}\nUn\n{: .b}\n\n* Deux {.c}\n{:.d}\n", ["Un", "Deux"]),
    "braces in a text": (
        "Un {nom}\n\nDeux {{ x }}\n\n{trois} quatre\n",
        ["Un {nom}", "Deux {{ x }}", "{trois} quatre"],
    ),
    "the name of a block": ("Un ^nom-1\n\n2 ^ 3\n", ["Un", "2 ^ 3"]),
    "cells with pipes": ("| a \\| b | c |\n|---|---|\n| d | `e \\| f` |\n", ["a | b", "c", "d", "`e \\| f`"]),
    "a number in a cell of a list": ("1. | 1 | Un |\n   |---|---|\n   | 1 | Deux |\n", ["1", "Un", "1", "Deux"]),
    "too many cells": ("| a | b |\n|---|---|\n| c | d | e |\n| f |\n", ["a", "b", "c", "d", "e", "f"]),
    "separators of lines in a cell": ("| a |\n|---|\n| b\u2028c |\n", ["a", "b\u2028c"]),
    "tasks": ("- [x] Un\n- [ ] Deux\n  1. [X] Trois\n\n[x] Quatre\n", ["Un", "Deux", "Trois", "[x] Quatre"]),
    "mathematics": ("Un\n$$\nx\n$$\ndeux\n\n\\[\ny\n\\]\n\n\\begin{align}\nz\n\\end{align}\n", ["Un", "deux"]),
    "commands of TeX": ("\\newpage\n\n\\vspace{1cm}\n\n\\* Un\n", ["* Un"]),
    "tags of Liquid": ('{% note %}\nUn\n{% endnote %}\n\n{% fig src="a" alt="Un plan" %}\n', ["Un", "Un plan"]),
    "shortcodes": (
        '{{< note "Le vrai but" >}}\nUn\n{{< /note >}}\n{{% fig\n  title="Deux" %}}\n',
        ["Le vrai but", "Un", "Deux"],
    ),
    "shortcodes around a text": ("{{< b >}}Un{{< /b >}}\n\n{% x %} Deux {% y %}\n", ["Un", "Deux"]),
    "what a template fills in": ("{{ a | b('c') }}\n\n{{ d }} Un\n", ["{{ d }} Un"]),
    "a place in a shortcode": ('{{< ref "a/b c.md" >}}\n\n{{< x "a=b, c" >}}\n', []),
    "components": (
        '<Tabs a={x => x}>\n<Tab label="Le but"\n  b={[1]}>\nUn\n- Deux\n</Tab>\n</Tabs>\n',
        ["Le but", "Un", "Deux"],
    ),
    "imports": (
        "import A from 'a';\nimport {\n  B\n} from 'b';\n\nexport const c = 1;\n\nimport du sel\n",
        ["import du sel"],
    ),
    "tables of contents": ("[[toc]]\n\n[TOC]\n\n[[_TOC_]]\n\n${toc}\n", []),
    "abbreviations": ("*[IGN]: Institut national\n", ["Institut national"]),
    "inclusions": ('--8<-- "a.md"\n\n![[plan.png]]\n\n(nom)=\n\n# Un\n', ["Un"]),
    "Markdown in HTML": ('<div markdown="1">\n- Un\n- Deux\n</div>\n', ["Un", "Deux"]),
    "HTML": ('<p title="Un">\nDeux <b>trois</b>\nquatre</p>\n\n<!-- non -->\n', ["Un", "Deux <b>trois</b> quatre"]),
    "HTML in a quotation": ("> <p>\n> Un\n> deux</p>\n", ["Un deux"]),
    "titles of definitions of links": ("[a]: b 'Un'\n[c]: d\n    (Deux)\n[//]: # (non)\n", ["Un", "Deux"]),
    "a comment that nobody ends": ("Un\n\n<!-- Deux\n\nTrois\n", ["Un"]),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_a_person_reads_is_a_text(name: str, tmp_path: Path) -> None:
    text, shown = LAYOUTS[name]
    blocks, _ = read(tmp_path, text)
    assert [block.text for block in blocks if block.text] == shown


@pytest.mark.parametrize("name", LAYOUTS)
def test_line_ends_of_windows_change_nothing(name: str, tmp_path: Path) -> None:
    text, shown = LAYOUTS[name]
    blocks, _ = read(tmp_path, text.replace("\n", "\r\n"))
    assert [block.text for block in blocks if block.text] == shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (":::note[Le but]\nOui.\n:::\n", ":::note[LE BUT]\nOUI.\n:::\n"),
        ('!!! note "Un"\n    Deux\n    trois\n', '!!! note "UN"\n    DEUX\n    TROIS\n'),
        ('=== "Un"\n\n    Deux\n', '=== "UN"\n\n    DEUX\n'),
        ("> [!NOTE]\n> un\n> deux\n", "> [!NOTE]\n> UN\n> DEUX\n"),
        ("un\n:   deux\n    trois\n", "UN\n:   DEUX\n    TROIS\n"),
        ("[^a]: un\n\n    deux\n", "[^a]: UN\n\n    DEUX\n"),
        ("# un {#un}\n", "# UN {#un}\n"),
        ("| un | a \\| b |\n|---|---|\n| | deux |\n", "| UN | A \\| B |\n|---|---|\n| | DEUX |\n"),
        ("- [ ] un\n    1. deux\n", "- [ ] UN\n    1. DEUX\n"),
        ('{% x alt="un" %}\n', '{% x alt="UN" %}\n'),
        ("<p title='un'>deux</p>\n", "<p title='UN'>DEUX</p>\n"),
        ('[a]: b "un"\n', '[a]: b "UN"\n'),
        ("---\ntitle: un\ntags: [deux]\n---\ntrois\n", "---\ntitle: UN\ntags: [deux]\n---\nTROIS\n"),
    ],
)
def test_a_translation_stands_where_the_text_stood(text: str, written: str, tmp_path: Path) -> None:
    assert read(tmp_path, text)[1] == written


def test_the_user_names_the_fields_of_front_matter(tmp_path: Path) -> None:
    text = "---\ntitle: Un\nhero:\n  name: Deux\nname: Trois\n---\n"
    blocks, _ = read(tmp_path, text, DocumentConfig(front_matter=("hero.name",)))
    assert [block.text for block in blocks if block.text] == ["Deux"]


LINES = st.sampled_from(
    [
        "Un",
        "deux.",
        "",
        "",
        ":::note",
        ":::",
        "::: {.a}",
        '!!! a "b"',
        "    Trois",
        "        x",
        '=== "c"',
        "> [!NOTE]",
        "> e",
        "- f",
        "  g",
        "1. h",
        "[^a]: i",
        ": j",
        ":   k",
        "# l {#m}",
        "{.n}",
        "| o | p |",
        "|---|---|",
        "$$",
        "\\[",
        "\\]",
        "{% q %}",
        "{{< r",
        ">}}",
        "<Tabs>",
        "</Tabs>",
        "<div>",
        "</div>",
        "<p>s",
        "<!--",
        "-->",
        "```",
        "```{note}",
        "---",
        "+++",
        "title: t",
        "import x from 'y'",
        "[[toc]]",
        "*[u]: v",
        "[w]: x 'y'",
        "===",
        "\t z",
        "<b>",
        "&amp;",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(lines=st.lists(LINES, max_size=14))
def test_whatever_stands_beside_what_nothing_is_lost(lines: list[str], tmp_path: Path) -> None:
    read(tmp_path, "\n".join(lines))


@pytest.mark.parametrize(
    ("text", "translation", "written"),
    [
        ("| Un |\n|---|\n", "a | b", "| a \\| b |\n|---|\n"),
        ("<p>Un</p>\n", "a * b* c <d> & e&f;", "<p>a * b* c &lt;d> & e&amp;f;</p>\n"),
        ("<p>\nUn</p>\n", "# a", "<p>\n# a</p>\n"),
        ("---\ntitle: Un\n---\n", "a: b", '---\ntitle: "a: b"\n---\n'),
        ('+++\ntitle = "Un"\n+++\n', 'a "b"', '+++\ntitle = "a \\"b\\""\n+++\n'),
        ("<img title='Un'>\n", "a'b", "<img title='a&#39;b'>\n"),
    ],
)
def test_a_translation_is_written_as_its_place_needs(text: str, translation: str, written: str, tmp_path: Path) -> None:
    (tmp_path / "in.md").write_text(text)
    reader = READERS.load("markdown")
    document = reader.read(tmp_path / "in.md", name="in.md", language="fr", config=DocumentConfig())
    with reader.rebuild(document, tmp_path / "out.md", language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, translation if block.text == "Un" else block.text)
    assert (tmp_path / "out.md").read_text() == written
