"""Codes within words leave them on the way to the model, and come back into the words that translate these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.care.codes.tying import tie
from translate.care.codes.untying import iter_tied, untie
from translate.config import DocumentConfig
from translate.data import TIE, CodeKind, Edit, Hypothesis, InlineCode, Passage, Stage
from translate.documents import READERS
from translate.languages.en import LANGUAGE as ENGLISH

PROPERTY = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.sampled_from(
    [
        "CO",
        "eau",
        " ",
        "2",
        "é",
        "<b>",
        "</b>",
        "<sub>",
        "</sub>",
        "<sup>",
        "</sup>",
        "**",
        "*",
        "`x`",
        "<wbr>",
        "-",
        ".",
    ]
)


def passage_of(folder: Path, text: str) -> Passage:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    document = READERS.load("markdown").read(path, name="a.md", language="fr", config=DocumentConfig())
    block = max(document.blocks, key=lambda block: len(block.text))
    return Passage(block.text, block.codes)


def plain(passage: Passage) -> str:
    tied = tie(passage)
    return tied.passage.text if tied else passage.text


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("Le CO<sub>2</sub> monte.", "Le CO2 monte."),
        ("Une cuve de 30 m<sup>3</sup>.", "Une cuve de 30 m3."),
        ("De l'Al~2~O~3~ pur", "De l'Al2O3 pur"),
        ("Le mot in<b>utile</b>", "Le mot inutile"),
        ("L'<i>e</i>-mail", "L'e-mail"),
        ("Le 3<sup>e</sup> jour", "Le 3e jour"),
        ("anti<wbr>constitution", "anticonstitution"),
        ("Le **CO<sub>2</sub>** monte", "Le **CO2** monte"),
    ],
)
def test_the_model_sees_words_whole(tmp_path: Path, text: str, flat: str) -> None:
    assert plain(passage_of(tmp_path, text)) == flat


@pytest.mark.parametrize(
    "text",
    [
        "Le **mot** suit.",
        "L'*Odyssée* finit.",
        "Un [lien](u), puis *deux mots*",
        "10<sup>6</sup> fois",
        "x<sup>2</sup> et U<sub>max</sub>",
        "Une note[^1] ici.\n\n[^1]: Oui.",
        "Le maire<sup>1</sup> parle.",
        "Un <br>mot",
    ],
)
def test_what_is_around_words_or_is_none_stays(tmp_path: Path, text: str) -> None:
    passage = passage_of(tmp_path, text)
    assert plain(passage) == passage.text


def said(folder: Path, source: str, target: str, word: str) -> str:
    """Untie a target in which the codes around the first tied word stand around `word`."""
    passage = passage_of(folder, source)
    tied = tie(passage)
    assert tied is not None
    start = target.index(word)
    codes = tuple(
        InlineCode(place, place, code.kind, code.pair, TIE, code.id)
        for code, place in zip(
            (c for c in tied.passage.codes if c.type == TIE), (start, start + len(word)), strict=True
        )
    )
    return untie(passage, tied, Hypothesis(target, -1.0, codes=codes), ENGLISH).text


@pytest.mark.parametrize(
    ("source", "target", "word", "made"),
    [
        ("Du CO<sub>2</sub> sort.", "Out comes CO2.", "comes", "Out comes CO<sub>2</sub>."),
        ("Le 1<sup>er</sup> mai", "On 1st May", "On", "On 1<sup>st</sup> May"),
        ("Le 1<sup>er</sup> mai", "On May 1", "1", "On May 1<sup>st</sup>"),
        ("Au 2<sup>e</sup> tour", "In the second round", "second", "In the 2<sup>nd</sup> round"),
        ("Au XIX<sup>e</sup> siècle", "In the 19th century", "century", "In the 19<sup>th</sup> century"),
        ("Jean I<sup>er</sup> règne", "John I reigns", "reigns", "John I<sup></sup> reigns"),
        ("M<sup>me</sup> Roux", "Mrs Roux", "Mrs", "M<sup>rs</sup> Roux"),
        ("<b>É</b>té", "Summer", "Summer", "<b>S</b>ummer"),
        ("Un in<b>utile</b> jour", "A useless day", "useless", "A us<b>eless</b> day"),
    ],
)
def test_codes_come_back_into_the_word(tmp_path: Path, source: str, target: str, word: str, made: str) -> None:
    assert said(tmp_path, source, target, word) == made


def test_equal_words_keep_their_order(tmp_path: Path) -> None:
    passage = passage_of(tmp_path, "Le CO<sub>2</sub>, le CO<i>2</i>")
    tied = tie(passage)
    assert tied is not None
    assert untie(passage, tied, Hypothesis("CO2, CO2", 0.0)).text == "CO<sub>2</sub>, CO<i>2</i>"


def copied(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
    yield {passage: Hypothesis(passage.text, 0.0, codes=passage.codes) for passage in passages}


@PROPERTY
@given(text=st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_what_is_copied_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    passage = passage_of(tmp_path, f"Oui {text} non")
    (made,) = [done[passage] for done in iter_tied([passage], copied, ENGLISH)]
    assert (made.text, made.codes) == (passage.text, passage.codes)


@PROPERTY
@given(
    text=st.lists(PIECES, min_size=1, max_size=14).map("".join),
    words=st.lists(st.sampled_from(["CO2", "eau", "water", "2", "e-", "1st"]), min_size=1, max_size=6),
    data=st.data(),
)
def test_every_code_comes_back_once_and_well_nested(
    tmp_path: Path, text: str, words: list[str], data: st.DataObject
) -> None:
    passage = passage_of(tmp_path, f"Oui {text} non")
    tied = tie(passage)
    if tied is None:
        return
    target = " ".join(words)
    parts: list[str] = []
    codes: list[InlineCode] = []
    places = sorted(data.draw(st.integers(0, len(target))) for _ in tied.passage.codes)
    length = position = 0
    for code, place in zip(tied.passage.codes, places, strict=True):
        native = tied.passage.text[code.start : code.end]
        parts += target[position:place], native
        length += place - position
        codes.append(InlineCode(length, length + len(native), code.kind, code.pair, code.type, code.id))
        length += len(native)
        position = place
    hypothesis = Hypothesis("".join([*parts, target[position:]]), 0.0, codes=tuple(codes))
    made = untie(passage, tied, hypothesis, ENGLISH)
    natives = sorted(passage.text[code.start : code.end] for code in passage.codes)
    assert sorted(made.text[code.start : code.end] for code in made.codes) == natives
    opened: list[int] = []
    end = 0
    for code in made.codes:
        assert code.start >= end
        end = code.end
        if code.kind is CodeKind.START and code.pair is not None:
            opened.append(code.pair)
        elif code.pair is not None:
            assert opened.pop() == code.pair
    assert not opened


def test_edits_tell_where_codes_left_and_came_back(tmp_path: Path) -> None:
    passage = passage_of(tmp_path, "Le CO<sub>2</sub> monte")
    tied = tie(passage)
    assert tied is not None
    edit = Edit("names", Stage.AFTER, 4, "rise", "rises", "a reason")
    made = untie(passage, tied, Hypothesis("CO2 rises", 0.0, edits=(edit,)))
    before = [(one.start, one.old) for one in made.edits if one.stage is Stage.BEFORE]
    after = {one.new: one.start for one in made.edits if one.stage is Stage.AFTER}
    assert before == [(5, "<sub>"), (11, "</sub>")]
    assert all(passage.text[start or 0 :].startswith(old) for start, old in before)
    assert all(made.text[start or 0 :].startswith(new) for new, start in after.items())
