"""Markdown's inline codes are found with exact places, and are paired."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.config import Config, DocumentConfig, EngineConfig
from translate.data import Block, CodeKind, InlineCode
from translate.documents import READERS, Source
from translate.formats import read_bitext
from translate.run.run import run

ENDS = ("start", "end")
MARKED = [("{==", "start", "x-mark"), ("==}", "end", "x-mark")]
ITALIC = [("*", "start", "italic"), ("*", "end", "italic")]


def blocks(folder: Path, text: str) -> list[Block]:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    read = READERS.load("markdown").read(path, name="a.md", language="fr", config=DocumentConfig())
    return [block for block in read.blocks if block.text and not block.context]


def shown(block: Block) -> list[tuple[str, str, str]]:
    return [(block.text[code.start : code.end], code.kind.value, code.type) for code in block.codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Un *chat* noir", [("*", "start", "italic"), ("*", "end", "italic")]),
        ("Un __chat__ noir", [("__", "start", "bold"), ("__", "end", "bold")]),
        (
            "***Oui***",
            [("*", "start", "italic"), ("**", "start", "bold"), ("**", "end", "bold"), ("*", "end", "italic")],
        ),
        ("Un [lien](https://a.fr 'x').", [("[", "start", "link"), ("](https://a.fr 'x')", "end", "link")]),
        ("Voir `a*b*` ici", [("`a*b*`", "isolated", "code")]),
        ("Voir <https://a.fr> ici", [("<https://a.fr>", "isolated", "link")]),
        ("Une ![image](a.png) là", [("![image](a.png)", "isolated", "image")]),
        ("Un \\* et &amp; là", []),
        ("Un <b>gras</b><wbr>", [("<b>", "start", "bold"), ("</b>", "end", "bold"), ("<wbr>", "isolated", "x-html")]),
        ("Seul </b> ici, 2 * 3", [("</b>", "isolated", "bold")]),
        ("Un ==mot== ++de++ plus", [(s, k, t) for s, t in (("==", "x-mark"), ("++", "x-inserted")) for k in ENDS]),
        ("Non ~~pas~~ là", [("~~", kind, "x-deleted") for kind in ENDS]),
        ("H~2~O et x^2^", [(s, k, t) for s, t in (("~", "subscript"), ("^", "superscript")) for k in ENDS]),
        ("Soit $a = b$, pas 5 $ ni 6 $.", [("$a = b$", "isolated", "x-formula")]),
        ("Tapez <kbd>Ctrl</kbd>+<kbd>S</kbd>.", [("<kbd>Ctrl</kbd>+<kbd>S</kbd>", "isolated", "code")]),
        ("Tapez ++ctrl+s++ ou `a`+`b`.", [("++ctrl+s++", "isolated", "code"), ("`a`+`b`", "isolated", "code")]),
        ("En C++ et en D++, si a == b", []),
        ("Un *chat\nnoir* ici", [("*", "start", "italic"), ("*", "end", "italic")]),
        ("# Le *titre* #", [("*", "start", "italic"), ("*", "end", "italic")]),
        ("snake_case_nom", []),
        ('Un [mot]({{< ref "a.md" >}}).', [("[", "start", "link"), (']({{< ref "a.md" >}})', "end", "link")]),
        ("Un [mot]({% link a.md %}#b) là", [("[", "start", "link"), ("]({% link a.md %}#b)", "end", "link")]),
        ("Un ^^mot^^ là", [("^^", kind, "underlined") for kind in ENDS]),
        ("Un {++mot++} là", [("{++", "start", "x-inserted"), ("++}", "end", "x-inserted")]),
        ("Un {==mot==}{>>lequel ?<<}", [*MARKED, ("{>>lequel ?<<}", "isolated", "x-comment")]),
        ("Un mot %%à revoir%% ici, 5 %% ou 6 %%", [("%%à revoir%%", "isolated", "x-comment")]),
        ("Oui.^[Ou non.]", [("^[Ou non.]", "isolated", "x-note")]),
        ("Oui.^[Ou *non*.]", [("^[Ou *non*.]", "isolated", "x-note")]),
        (
            "Un {~~vieux~>neuf~~} et {--non--}",
            [(c, "isolated", "x-change") for c in ("{~~vieux~>neuf~~}", "{--non--}")],
        ),
        ("Dit [@roy2020, p. 12; -@li].", [("[@roy2020, p. 12; -@li]", "isolated", "x-note")]),
        ("Dit [@roy](a.html).", [("[", "start", "link"), ("](a.html)", "end", "link")]),
        ("Dit [voir @roy].", []),
        ("Lire [[page#un|le guide]].", [("[[page#un|", "start", "link"), ("]]", "end", "link")]),
        ("Lire [[Le guide|page-du-guide]].", [("[[", "start", "link"), ("|page-du-guide]]", "end", "link")]),
        ("[![Un](a)](b) Bien", [("[![Un](a)](b)", "isolated", "image")]),
        (
            "[![Un]](b)\n\n[Un]: a",
            [("[", "start", "link"), ("![Un][Un]", "isolated", "image"), ("](b)", "end", "link")],
        ),
        ("Un {term}`mot` dit", [("{term}`mot`", "isolated", "code")]),
        ("Un {ref}`mot dit <cible>` ici", [("{ref}`", "start", "link"), (" <cible>`", "end", "link")]),
        (
            "Un <b>mot</b><sup>1</sup> ici",
            [("<b>", "start", "bold"), ("</b>", "end", "bold"), ("<sup>1</sup>", "isolated", "x-note")],
        ),
        ("Le ` seul", [("`", "isolated", "code")]),
        ('Le <b translate="no">mot dit</b> va', [('<b translate="no">mot dit</b>', "isolated", "code")]),
        (
            'Le <i class="a notranslate">mot</i> va',
            [('<i class="a notranslate">mot</i>', "isolated", "code")],
        ),
        ('Le <i class="a">mot</i>', [('<i class="a">', "start", "italic"), ("</i>", "end", "italic")]),
    ],
)
def test_codes_are_found(tmp_path: Path, text: str, codes: list[tuple[str, str, str]]) -> None:
    (block,) = blocks(tmp_path, text)
    assert shown(block) == codes


def test_a_note_within_a_text_has_its_own_codes(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Oui.^[Ou *non*, `a` &amp; b.]", encoding="utf-8")
    read = READERS.load("markdown").read(path, name="a.md", language="fr", config=DocumentConfig())
    note, block = read.blocks
    assert (note.text, note.context) == ("Ou *non*, `a` & b.", "note")
    assert shown(note) == [*ITALIC, ("`a`", "isolated", "code")]
    with READERS.load("markdown").rebuild(read, tmp_path / "b.md", language="en") as rebuilder:
        rebuilder.write(note, "Or `a` & b, *not*.", tuple(replace(c, start=s, end=e) for c, s, e in _moved(note)))
        rebuilder.write(
            block, block.text.replace("Oui", "Yes"), tuple(replace(c, start=4, end=c.end) for c in block.codes)
        )
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "Yes.^[Or `a` &amp; b, *not*.]"


def _moved(note: Block) -> list[tuple[InlineCode, int, int]]:
    first, last, code = note.codes
    return [(code, 3, 6), (first, 12, 13), (last, 16, 17)]


def test_a_link_holds_its_text_and_what_is_in_it(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, "Voir [le **bon** `x`][r].\n\n[r]: https://a.fr\n")
    assert [text for text, _, _ in shown(block)] == ["[", "**", "**", "`x`", "][r]"]


def test_codes_of_table_cells_are_of_their_cell(tmp_path: Path) -> None:
    cells = blocks(tmp_path, "| **a** | `b` |\n|---|---|\n| c | *d* |\n")
    assert [[text for text, _, _ in shown(cell)] for cell in cells] == [["**", "**"], ["`b`"], [], ["*", "*"]]


def test_a_pair_that_a_hard_break_parts_has_two_halves(tmp_path: Path) -> None:
    one, other = blocks(tmp_path, "Un *chat  \nnoir* ici")
    assert [(code.kind, code.pair) for code in one.codes] == [(CodeKind.START, None)]
    assert [(code.kind, code.pair) for code in other.codes] == [(CodeKind.END, None)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(text=st.lists(st.sampled_from("*_`[]()<b>!&;\\ a.\n1|~#"), max_size=40).map("".join))
def test_codes_are_in_order_without_overlap_and_paired(tmp_path: Path, text: str) -> None:
    for block in blocks(tmp_path, "Oui " + text):
        position = 0
        opened: list[int] = []
        for code in block.codes:
            assert position <= code.start < code.end <= len(block.text)
            position = code.end
            if code.pair is not None and code.kind is CodeKind.START:
                opened.append(code.pair)
            elif code.pair is not None:
                assert opened.pop() == code.pair
        assert not opened


def test_codes_go_through_a_run_to_both_sides_of_the_units(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Le **chat noir** dort sur [le canapé](https://a.fr). Tapez `ls`.\n", encoding="utf-8")
    config = Config(engine=EngineConfig(beam=1))
    run([Source(path, "a.md", "markdown")], tmp_path / "out", config)
    target = (tmp_path / "out" / "a.en.md").read_text(encoding="utf-8")
    for written in ("**", "[", "](https://a.fr)", "`ls`"):
        assert target.count(written) == path.read_text(encoding="utf-8").count(written)
    for unit in read_bitext(tmp_path / "out" / "a.json").units:
        assert len(unit.target.codes) == len(unit.source.codes) > 0
        kinds = sorted(unit.target.text[code.start : code.end] for code in unit.target.codes)
        assert kinds == sorted(unit.source.text[code.start : code.end] for code in unit.source.codes)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Un <b>*chat*</b>", [("<b>", 0), ("*", 1), ("*", 1), ("</b>", 0)]),
        ("Un *<b>chat*</b>", [("*", 0), ("<b>", None), ("*", 0), ("</b>", None)]),
        ("Un <b>chat<b>noir</b>", [("<b>", None), ("<b>", 0), ("</b>", 0)]),
        ("Un <i>chat</b>", [("<i>", None), ("</b>", None)]),
        ("Un <wbr>chat<wbr/>", [("<wbr>", None), ("<wbr/>", None)]),
        ("Un <B>chat</b>", [("<B>", 0), ("</b>", 0)]),
        ("Un <!-- c --> là", [("<!-- c -->", None)]),
    ],
)
def test_what_opens_first_closes_last(tmp_path: Path, text: str, pairs: list[tuple[str, int | None]]) -> None:
    (block,) = blocks(tmp_path, text)
    numbers: dict[int, int] = {}
    found = [
        (block.text[c.start : c.end], None if c.pair is None else numbers.setdefault(c.pair, len(numbers)))
        for c in block.codes
    ]
    assert found == pairs
    kinds = [code.kind for code in block.codes]
    assert all((kind is CodeKind.ISOLATED) == (pair is None) for kind, (_, pair) in zip(kinds, pairs, strict=True))
