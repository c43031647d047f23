"""Markdown is written back as its author writes: references, escapes, labels; what did not change, not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import Block, InlineCode
from translate.documents import READERS
from translate.documents.spelling import Spelling, as_characters

PROPERTY = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
Said = Callable[[Block], tuple[str, tuple[InlineCode, ...]]]


def rewritten(folder: Path, text: str, said: Said) -> str:
    path = folder / "a.md"
    path.write_bytes(text.encode())
    reader = READERS.load("markdown")
    document = reader.read(path, name="a.md", language="fr", config=DocumentConfig())
    with reader.rebuild(document, folder / "out", language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, *said(block))
    return (folder / "out").read_bytes().decode()


def by(words: Mapping[str, str]) -> Said:
    """Say what `words` have for a stretch between codes."""

    def said(block: Block) -> tuple[str, tuple[InlineCode, ...]]:
        text, codes, position = "", [], 0
        for code in (*block.codes, None):
            plain = block.text[position : code.start if code else len(block.text)]
            text += words.get(plain, plain)
            if code:
                start = len(text)
                text += block.text[code.start : code.end]
                codes.append(InlineCode(start, len(text), code.kind, code.pair, code.type))
                position = code.end
        return text, tuple(codes)

    return said


@pytest.mark.parametrize(
    ("source", "words", "written"),
    [
        ("L&#39;&eacute;t&eacute; finit.", {"L'été finit.": "Summer's over, café."}, "Summer&#39;s over, caf&eacute;."),
        ("Le caf&eacute; co&ucirc;te 2&nbsp;&euro;.", {"Le café coûte 2\u00a0€.": "It costs €2."}, "It costs &euro;2."),
        ("Sel &amp; poivre", {"Sel & poivre": "Salt & pepper"}, "Salt &amp; pepper"),
        ("Sel & poivre", {"Sel & poivre": "Salt & pepper"}, "Salt & pepper"),
        ("Le &lt;b&gt; gras", {"Le <b> gras": "The bold <b>"}, "The bold &lt;b&gt;"),
        ("mon\\_texte\\_court", {"mon_texte_court": "my_short_text"}, "my\\_short\\_text"),
        ("soit 4\\*5", {"soit 4*5": "that is 4*5"}, "that is 4\\*5"),
        ("Un \\[2\\] ici", {"Un [2] ici": "A [2] here"}, "A \\[2\\] here"),
        ("1999\\. Une année.", {"1999. Une année.": "1999. A year."}, "1999\\. A year."),
        ("Une année", {"Une année": "1999. A year"}, "1999\\. A year"),
        ("Un signe", {"Un signe": "# A sign"}, "\\# A sign"),
        ("Une étoile", {"Une étoile": "A *star*"}, "A \\*star\\*"),
        ("3 * 4 * 5", {"3 * 4 * 5": "3 * 4 * 5 again"}, "3 * 4 * 5 again"),
        ("un_mot et deux", {"un_mot et deux": "un_mot and two"}, "un_mot and two"),
        ("Une balise", {"Une balise": "A <br> tag"}, "A \\<br> tag"),
    ],
)
def test_what_changed_is_written_in_the_manner_of_the_file(
    tmp_path: Path, source: str, words: dict[str, str], written: str
) -> None:
    assert rewritten(tmp_path, source + "\n", by(words)) == written + "\n"


@pytest.mark.parametrize(
    ("source", "words", "written"),
    [
        ("Voir [la suite][].", {"la suite": "the rest"}, "Voir [the rest][la suite]."),
        ("Voir [la suite].", {"la suite": "the rest"}, "Voir [the rest][la suite]."),
        ("Voir [tout][la suite].", {"tout": "all"}, "Voir [all][la suite]."),
        ("Voir [la suite]{.x}.", {"la suite": "the rest"}, "Voir [the rest][la suite]{.x}."),
        ("Voir [la suite][].", {"Voir ": "See "}, "See [la suite][la suite]."),
        ("Voir [la suite][].", {}, "Voir [la suite][]."),
    ],
)
def test_a_link_by_reference_still_finds_its_definition(
    tmp_path: Path, source: str, words: dict[str, str], written: str
) -> None:
    definition = "\n\n[la suite]: https://a.fr\n"
    assert rewritten(tmp_path, source + definition, by(words)) == written + definition


@pytest.mark.parametrize(
    ("source", "words", "written"),
    [
        ("![Une vue](a.png)", {"Une vue": "A view"}, "![A view](a.png)"),
        ('Ici ![vue](a.png "Titre") là', {"vue": "view", "Titre": "Title"}, 'Ici ![view](a.png "Title") là'),
        ("Ici ![vue][a] là", {"vue": "view"}, "Ici ![view][a] là"),
        ("Ici ![a] là", {"a": "view"}, "Ici ![view][a] là"),
        ('Un [mot](u "Dit \\"oui\\"")', {'Dit "oui"': 'Says "yes"'}, 'Un [mot](u "Says \\"yes\\"")'),
        ("Un [mot](u 'Titre').", {"Titre": "It's one"}, "Un [mot](u 'It\\'s one')."),
        (
            'Le <abbr title="Un mot">M</abbr> ici',
            {"Un mot": 'A "word"'},
            'Le <abbr title="A &quot;word&quot;">M</abbr> ici',
        ),
        ('<img src="a.png" alt="Vue"> ici', {"Vue": "View"}, '<img src="a.png" alt="View"> ici'),
        ("Un [mot](u) et [autre](v)", {"mot": "word"}, "Un [word](u) et [autre](v)"),
    ],
)
def test_texts_within_codes_are_translated(tmp_path: Path, source: str, words: dict[str, str], written: str) -> None:
    tail = "\n\n[a]: https://a.fr\n"
    assert rewritten(tmp_path, source + tail, by(words)) == written + tail


def test_a_file_of_ascii_stays_one(tmp_path: Path) -> None:
    said = by({"Été": "naïve – œuvre 日"})
    assert rewritten(tmp_path, "&Eacute;t&eacute;\n", said) == "na&iuml;ve &ndash; &oelig;uvre &#26085;\n"


def test_a_file_that_mostly_writes_letters_goes_on_to(tmp_path: Path) -> None:
    text = "é, é, é et &eacute;.\n\nUn mot\n"
    assert rewritten(tmp_path, text, by({"Un mot": "café"})) == "é, é, é et &eacute;.\n\ncafé\n"


@PROPERTY
@given(text=st.text(st.sampled_from("aé *_`[]()<>!&;#\\\"'~=+^$|-1.\n{}:"), max_size=60))
def test_unchanged_texts_write_the_same_bytes(tmp_path: Path, text: str) -> None:
    assert rewritten(tmp_path, text, lambda block: (block.text, block.codes)) == text


@PROPERTY
@given(text=st.text(st.sampled_from("ab é*_`<>&#.~=+"), min_size=1, max_size=30).map(str.strip).filter(bool))
def test_a_new_text_reads_as_that_text_again(tmp_path: Path, text: str) -> None:
    written = Spelling().write(Block("", "Un mot", "", native="Un mot"), text, (), ())
    if not any(sign in text for sign in "`<&"):
        assert as_characters(written) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&eacute;\\*", "é*"),
        ("&#233;&#xE9;", "éé"),
        ("&nbsp;", "\u00a0"),
        ("&rien;", "&rien;"),
        ("\\a", "\\a"),
        ("a\nb", "a b"),
    ],
)
def test_escapes_and_references_are_characters(written: str, read: str) -> None:
    assert as_characters(written) == read
