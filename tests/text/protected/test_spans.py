"""What no translation may alter is found where it stands, and nothing else is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.text.protected.spans import ProtectedSpan, Treatment, find_spans, without_overlap

MASK, CUT, OPEN, CLOSE = Treatment.MASK, Treatment.CUT, Treatment.OPEN, Treatment.CLOSE


def can_write(character: str) -> bool:
    """An engine whose vocabulary has Western European letters and marks."""
    return character < "\u0100" or character in "’“”«»…–—œ"


def shown(text: str, treatment: Treatment | None = None) -> list[str]:
    return [text[s.start : s.end] for s in find_spans(text, can_write) if treatment in (None, s.treatment)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Addresses, without the punctuation of the sentence.
        ("Voir https://a.fr/x?y=1&z=2.", ["https://a.fr/x?y=1&z=2"]),
        ("(https://a.fr/b)", ["https://a.fr/b"]),
        ("Voir « www.exemple.fr », ici", ["www.exemple.fr"]),
        ("Écrire à jean.dupont+x@a-b.fr !", ["jean.dupont+x@a-b.fr"]),
        ("Sur exemple.fr ou a.b.org/c/d.", ["exemple.fr", "a.b.org/c/d"]),
        ("ftp://a.fr et file:///etc/x", ["ftp://a.fr", "file:///etc/x"]),
        # Links of reStructuredText: their words are text, a name without an address is none.
        ("Lisez `le guide <https://a.fr/b>`_ ici", ["`", " <https://a.fr/b>`_"]),
        ("`un <a.html>`__ et `deux`_, `code x`", ["`", " <a.html>`__", "`deux`", "`code x`"]),
        # Other links, of which the words are text too.
        ("Voir :ref:`le guide <guide>` ici", [":ref:`", " <guide>`"]),
        ("La classe :class:`Nom` ici", [":class:`Nom`"]),
        ("Voir https://a.fr[le site] et <<a,le chapitre>>", ["https://a.fr[", "]", "<<a,", ">>"]),
        ("Voir [[https://a.fr][le site]]", ["[[https://a.fr][", "]]"]),
        ("Voir [[Page|la page]] et [[Page]]", ["[[Page|", "]]", "[[Page]]"]),
        (r"Le \textbf{mot} et \emph{un autre}", [r"\textbf{", "}", r"\emph{", "}"]),
        ("Le module __main__.py et __init__", ["__main__.py", "__", "__"]),
        # Values that touch what is between them.
        ("Cliquez %{a}ici%{b}.", ["%{a}", "%{b}"]),
        ("Nos %1$sconditions de vente%2$s ici", ["%1$s", "%2$s"]),
        # Paths and files.
        (r"Ouvrir C:\Users\moi\a.txt puis", [r"C:\Users\moi\a.txt"]),
        ("Dans /etc/passwd et ~/.ssh/config", ["/etc/passwd", "~/.ssh/config"]),
        ("Le fichier rapport-final.pdf, svp", ["rapport-final.pdf"]),
        ("src/a/b.py", ["src/a/b.py"]),
        ("Tous les *.txt et a?.md", ["*.txt", "a?.md"]),
        # Code and places to fill in.
        ("Tapez `ls -l` ici", ["`ls -l`"]),
        ("Tapez ``a ` b`` ici", ["``a ` b``"]),
        ("Bonjour {nom}, {{ x.y }} ${z}", ["{nom}", "{{ x.y }}", "${z}"]),
        ("{% if x %}oui{% endif %}", ["{% if x %}", "{% endif %}"]),
        ("%s a %(nom)s et %1$d", ["%s", "%(nom)s", "%1$d"]),
        ("{n, plural, one {un ami} other {# amis}}", ["{n, plural, one {un ami} other {# amis}}"]),
        ("$HOME et $1", ["$HOME", "$1"]),
        # Numbers of parts and of people.
        ("La pièce AB-123/C est", []),  # the model copies it better than a placeholder
        ("Appelez le 01 23 45 67 89.", ["01 23 45 67 89"]),
        ("Ou +33 1 23 45 67 89 !", ["+33 1 23 45 67 89"]),
        ("FR76 3000 6000 0112 3456 7890 189", ["FR76 3000 6000 0112 3456 7890 189"]),
        ("SIRET 123 456 789 00012", ["123 456 789 00012"]),
        # What the vocabulary lacks.
        ("À Győr et Łódź", ["Győr", "Łódź"]),
        ("m² et 10⁶", ["10⁶"]),
        ("Oui 🙂👍🏽 !", ["🙂👍🏽"]),
        ("🇫🇷 ici", ["🇫🇷"]),
        ("Il fait 20 °C", ["°C"]),
        ("une note¹ ici", ["¹"]),
    ],
)
def test_what_is_kept(text: str, found: list[str]) -> None:
    assert shown(text) == found


@pytest.mark.parametrize(
    ("text", "enclosing"),
    [
        ("Cliquez {0}ici{1}.", ["{0}", "{1}"]),
        ("Cliquez sur {début}ce lien{fin} ou non", ["{début}", "{fin}"]),
        ("[b]Oui[/b] et [i]non", ["[b]", "[/b]"]),
        ("Voir :ref:`le {nom} <guide>`", [":ref:`", " <guide>`"]),
        ("%dmin%ds, {h}h{m}, {a}-{b}", []),
        ("%dminutes%ds", []),
        ("{a} puis {b}, {prix}euros {x}", []),
        ("n{a}ici{b} et {a}ici{b}e", []),
    ],
)
def test_what_touches_words_on_both_sides_encloses_them(text: str, enclosing: list[str]) -> None:
    assert sorted(shown(text, OPEN) + shown(text, CLOSE), key=text.index) == sorted(enclosing, key=text.index)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le chat dort.",
        "50 % de réduction",
        "100 % sûr",
        "et/ou",
        "24/7",
        "M. Dupont",
        "etc.",
        "p. ex.",
        "1,5 km/h",
        "5 > 3 et 2 < 4",
        "R & D",
        "l’an 2024.",
        "12 345,67",
        "Ça va ? Très bien…",
        "10:30",
        "n°5",
        "A4",
    ],
)
def test_what_a_translator_writes_is_let_be(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "treatments"),
    [
        ("<b>gras</b>", [OPEN, CLOSE]),
        ("<b>gras", [CUT]),
        ("gras</b>", [CUT]),
        ("a<br/>b<br>c", [CUT, CUT]),
        ("<b><i>x</i></b>", [OPEN, OPEN, CLOSE, CLOSE]),
        ("<b><i>x</b></i>", [OPEN, CUT, CLOSE, CUT]),
        ("<b>x</b><b>y</b>", [OPEN, CLOSE, OPEN, CLOSE]),
        ("a&nbsp;b &#233; &#xE9;", [CUT, CUT, CUT]),
        ("https://a.fr 🙂", [MASK, CUT]),
    ],
)
def test_tags_are_pairs_where_they_close_one_another(text: str, treatments: list[Treatment]) -> None:
    assert [span.treatment for span in find_spans(text, can_write)] == treatments


def test_a_pair_has_a_number_of_its_own() -> None:
    spans = find_spans("<b><i>x</i></b><b>y</b>", can_write)
    assert [span.pair for span in spans] == [-1, -2, -2, -1, -5, -5]


def test_words_that_the_engine_knows_are_translated_whatever_their_letters() -> None:
    text = "Le maïs ő coûte"
    assert [text[s.start : s.end] for s in find_spans(text, str.isascii)] == ["maïs ő coûte"]
    own = find_spans(text, str.isascii, lambda word: word in ("maïs", "coûte"))
    assert [(text[s.start : s.end], s.treatment) for s in own] == [("ő", MASK)]


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6), st.none() | st.integers(-3, -1)).map(
        lambda t: ProtectedSpan(t[0], t[0] + t[1], MASK if t[2] is None else OPEN, t[2])
    ),
    max_size=8,
)


@given(SPANS)
def test_spans_without_overlap_are_in_order_and_pairs_whole(spans: list[ProtectedSpan]) -> None:
    kept = without_overlap(spans)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    pairs = [span.pair for span in kept if span.pair is not None]
    assert all(pairs.count(pair) == 2 for pair in pairs)
    assert {(s.start, s.end) for s in kept} <= {(s.start, s.end) for s in spans}
    for span in spans:
        assert any(s.start < span.end and span.start < s.end for s in kept), "what goes has something in its place"


BITS = [
    "https://a.fr", " ", "é", "ő", "<b>", "</b>", "&amp;", "{x}", "{n, plural, one {a}}", "%s", "🙂", "`a`", "a@b.fr",
    "01 23 45 67 89", "/a/b", "C:\\x", "*.md", "€", "m²", "¹", "°C", "AB-12", "mot", ".", "\n\n", "`", "{", "\u200d",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(BITS) | st.text(max_size=3), max_size=10).map("".join))
def test_any_text_has_spans_in_order_within_it(text: str) -> None:
    spans = find_spans(text, can_write)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    opened: dict[int, int] = {}
    for span in spans:
        assert (span.pair is not None) == (span.treatment in (OPEN, CLOSE))
        if span.pair is not None:
            opened[span.pair] = opened.get(span.pair, 0) + (1 if span.treatment is OPEN else -1)
            assert opened[span.pair] in (0, 1)
    assert not any(opened.values())


@pytest.mark.parametrize(
    "bit",
    ["a.", "/a", "a/", "{", "`", "<a ", "a@", "🙂", "ő-", "%", "*", "A1-", "a-b.", "{a{", "{n,select,a{", "1 ", "01 "],
)
def test_a_line_without_end_takes_no_long_time(bit: str) -> None:
    """Each took minutes once, or would where a repetition gives back what it took."""
    assert len(find_spans(bit * 2_000, can_write)) <= 2_000


def test_messages_of_a_usual_depth_are_kept_whole_and_deeper_braces_are_no_messages() -> None:
    message = "{n,select,a{" * 25 + "mot" + "}}" * 25
    assert shown(f"Oui {message} non") == [message]
    assert shown("{n,select,a{" * 26 + "{nom}" + "}}" * 26) == ["{{nom}}"]
