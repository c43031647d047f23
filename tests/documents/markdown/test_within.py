"""Texts within the codes of Markdown are found, and written so that the code around them is still what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from translate.data import Block, CodeKind, InlineCode
from translate.documents.attribute_texts import TEXT_ATTRIBUTES, iter_attribute_texts, iter_lone_texts
from translate.documents.markdown.within import find_within, with_inner_texts, without_codes, written_within


def code(native: str, code_type: str, start: int = 0) -> InlineCode:
    return InlineCode(start, start + len(native), CodeKind.ISOLATED, type=code_type)


@pytest.mark.parametrize(
    ("native", "code_type", "texts"),
    [
        ("![Un port](a.png)", "image", [("Un port", "alt")]),
        ("![Un port](a.png 'Le soir')", "image", [("Un port", "alt"), ("Le soir", "title")]),
        ('![](a.png "Le soir"){.x}', "image", [("Le soir", "title")]),
        ("![Un [petit] port](a.png)", "image", [("Un [petit] port", "alt")]),
        ("![Un \\] port][ref]", "image", [("Un ] port", "alt")]),
        ("![12](a.png)", "image", []),
        ("](a.html (Le soir))", "link", [("Le soir", "title")]),
        ("](a.html)", "link", []),
        (']({{< ref "a.md" >}}#b "Le soir")', "link", [("Le soir", "title")]),
        ("](<un lien> 'Le soir')", "link", [("Le soir", "title")]),
        ('[![Un](a "deux")](b "trois")', "image", [("Un", "alt"), ("deux", "title"), ("trois", "title")]),
        ("^[Voir *ici*.]", "x-note", [("Voir *ici*.", "note")]),
        ('<img alt="Un port" title="L&apos;été">', "image", [("Un port", "alt"), ("L'été", "title")]),
        ('<span class="Un port">', "x-html", []),
        ("<https://a.fr/?title=un>", "link", []),
        ("`alt='un'`", "code", []),
        ("{~~vieux~>neuf~~}", "x-change", [("vieux", "change"), ("neuf", "change")]),
        ("{--12 mots-clés--}", "x-change", [("12 mots-clés", "change")]),
        ('](a.html){.x title="Le soir"}', "link", [("Le soir", "attribute")]),
        ('![Un port](a.png){alt="Le soir"}', "image", [("Un port", "alt"), ("Le soir", "attribute")]),
    ],
)
def test_a_code_has_the_texts_that_a_person_reads(native: str, code_type: str, texts: list[tuple[str, str]]) -> None:
    found = find_within(native, code(native, code_type))
    assert [(one.text, one.context) for one in found] == texts


@pytest.mark.parametrize(
    ("native", "code_type", "written", "after"),
    [
        ("![Un](a.png)", "image", "One", "![One](a.png)"),
        ("![Un](a.png)", "image", "One ] more", "![One \\] more](a.png)"),
        ("![Un](a.png)", "image", "One [more]", "![One [more]](a.png)"),
        ("[![Un](a)](b){.x}", "image", "One", "[![One](a)](b){.x}"),
        ('](a "Un")', "link", 'So "one"', '](a "So \\"one\\"")'),
        ("](a 'Un')", "link", "It's", "](a 'It\\'s')"),
        ("](a (Un))", "link", "One)", "](a (One\\)))"),
        ("](a (Un))", "link", "One (two)", "](a (One \\(two\\)))"),
        ('<b title="Un">', "bold", 'So "one"', '<b title="So &quot;one&quot;">'),
        ("<b title='Un'>", "bold", "It's", "<b title='It&#39;s'>"),
        ("^[Un]", "x-note", "See ]", "^[See \\]]"),
        ("{--Un--}", "x-change", "a}--b", "{--a-b--}"),
        ('](a){title="Un"}', "link", 'So "one"', "](a){title=\"So 'one'\"}"),
        ("](a){title='Un'}", "link", "It's", "](a){title='It’s'}"),
    ],
)
def test_a_text_does_not_end_the_code_that_it_stands_in(native: str, code_type: str, written: str, after: str) -> None:
    (one,) = find_within(native, code(native, code_type))
    assert written_within(native, one, written) == after


@given(st.text("ab \"'[]()", max_size=10).map(str.strip), st.sampled_from(["'Un'", '"Un"', "(Un)"]))
def test_markdown_reads_the_title_of_a_link_as_it_was_written(text: str, title: str) -> None:
    native = f"](a {title})"
    (one,) = find_within(native, code(native, "link"))
    (inline,) = (t for t in MarkdownIt().parse(f"[x{written_within(native, one, text)}") if t.type == "inline")
    (link,) = (t for t in inline.children or () if t.type == "link_open")
    assert link.attrs.get("title", "") == text


def block(text: str, *codes: InlineCode, native: str | None = None) -> Block:
    return Block("> ", text, "\n", codes, native)


IMAGE = "![Un port](a.png 'Le soir')"


def test_texts_of_codes_come_before_the_sentence_that_has_them() -> None:
    whole = block(f"Voir {IMAGE} ici", code(IMAGE, "image", 5))
    alt, title, last = with_inner_texts(whole)
    assert [(alt.text, alt.context), (title.text, title.context), last] == [
        ("Un port", "alt"),
        ("Le soir", "title"),
        whole,
    ]


def test_texts_of_codes_stand_in_place_of_a_block_without_words() -> None:
    found = list(with_inner_texts(block(f"{IMAGE} 12", code(IMAGE, "image"))))
    assert [one.text for one in found] == ["Un port", "Le soir", ""]
    assert "".join(one.lead + (one.native or one.text) + one.trail for one in found) == f"> {IMAGE} 12\n"
    assert not any(one.context for one in found)


def test_a_block_whose_codes_hold_no_text_stays_as_it_is() -> None:
    whole = block("Un `mot`", code("`mot`", "code", 3))
    assert list(with_inner_texts(whole)) == [whole]


@given(st.lists(st.tuples(st.text("ab", max_size=3), st.text("xy", max_size=3)), max_size=4))
def test_what_a_text_has_besides_its_codes_is_the_rest_of_it(pieces: list[tuple[str, str]]) -> None:
    text, codes = "", []
    for plain, native in pieces:
        text += plain
        codes.append(code(native, "code", len(text)))
        text += native
    assert without_codes(f"{text}!", codes) == "".join(plain for plain, _ in pieces) + "!"


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ('<Card title="Un jardin" icon="rose">', [('"Un jardin"', "title")]),
        ("{{< figure src=a.png alt='Un port' >}}", [("'Un port'", "alt")]),
        ('<Tab label={"Un"} value="un">', [('"Un"', "title")]),
        ('<img ALT="Un port">', [('"Un port"', "alt")]),
        ('<a data-title="un" title="12">', []),
        ('<a title="Un \\"mot\\" dit">', [('"Un \\"mot\\" dit"', "title")]),
        ("<a title=Un>", [("Un", "title")]),
    ],
)
def test_attributes_that_a_person_reads_are_found_with_their_marks(tag: str, texts: list[tuple[str, str]]) -> None:
    found = iter_attribute_texts(tag, 0, len(tag))
    assert [(tag[one.start : one.end], one.context) for one in found] == texts
    assert list(iter_attribute_texts(tag, 0, len(tag), frozenset())) == []
    assert "class" not in TEXT_ATTRIBUTES


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ('{{< note "Un titre" >}}', ['"Un titre"']),
        ("{{< note 'Un titre' 'a.png' >}}", ["'Un titre'"]),
        ('{{< note "Titre" >}}', []),
        ('{{< ref "docs/un titre.md" >}}', []),
        ('{{< note "12 34" >}}', []),
        ('{{< note a="Un titre" >}}', []),
    ],
)
def test_what_a_template_gives_without_a_name_is_text_where_it_has_words(tag: str, texts: list[str]) -> None:
    assert [tag[one.start : one.end] for one in iter_lone_texts(tag, 0, len(tag))] == texts
