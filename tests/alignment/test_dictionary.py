"""The dictionary finds words by their lemmas, accents and all, and phrases whose words are inflected."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.blocks import Blocks, write_blocks
from translate.alignment.dictionary import Dictionary, find_dictionary
from translate.alignment.forms import Ending, Forms, Lemma, find_forms, write_forms
from translate.alignment.shipped import FOLDER
from translate.errors import BitexteError

KEYS = st.lists(st.text("abéz'- ", min_size=1, max_size=12), min_size=1, max_size=300)


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    found = find_dictionary("fr-CA", "en-GB")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("écrou", "nut"),
        ("écrous", "nut"),
        ("desserrez", "loosen"),
        ("bailleurs", "lessor"),
        ("vantaux", "door"),
        ("rougeole", "measles"),
        ("londres", "London"),
        ("polonaise", "Polish"),
        ("enseignants", "teacher"),
        ("pelleteuses", "digger"),
        ("belles-mères", "mother-in-law"),
        ("micro-entreprises", "micro-enterprise"),
        ("boeufs", "beef"),
        ("crevaisons", "puncture"),
    ],
)
def test_a_word_is_found_in_any_form(dictionary: Dictionary, word: str, said: str) -> None:
    assert said in {one for found in dictionary.find(word) for one in found.entry.english}


@pytest.mark.parametrize(
    ("word", "base"), [("ensoleillées", "ensoleillé"), ("chevronnés", "chevronné"), ("apeurée", "apeuré")]
)
def test_a_participle_in_another_gender_or_number_is_its_adjective_before_its_verb(
    dictionary: Dictionary, word: str, base: str
) -> None:
    first, *others = dictionary.find(word)
    assert (first.entry.french, first.entry.kind, first.is_inflected) == (base, "adj", True)
    assert "v" in {one.entry.kind for one in others}
    assert dictionary.find("soignées")[0].entry.kind == "v"  # a verb that models have met: *treated*
    assert all(one.entry.kind == "v" for one in dictionary.find("desserrées"))  # which is no adjective


@pytest.mark.parametrize(
    ("word", "said"), [("chevilles", "ankle"), ("tours", "turn"), ("salades", "salad"), ("ciseaux", "scissors")]
)
def test_a_plural_is_not_one_class_of_what_its_noun_is(dictionary: Dictionary, word: str, said: str) -> None:
    assert said in {one for found in dictionary.find(word) for one in found.entry.english}
    assert {"tuning pins", "lathes", "tsuris"}.isdisjoint(
        one for found in dictionary.find(word) for one in found.entry.english
    )


def test_accents_tell_words_apart(dictionary: Dictionary) -> None:
    assert {found.entry.french for found in dictionary.find("bailleur")} == {"bailleur"}
    assert not dictionary.find("ecrou")


@pytest.mark.parametrize("word", ["unix", "serrez-les", "v-if", "souviens-t"])
def test_a_word_that_looks_like_a_form_of_another_is_none(dictionary: Dictionary, word: str) -> None:
    assert not dictionary.find(word)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["clé", "à", "molette"], "adjustable spanner"),
        (["clés", "à", "molette"], "adjustable spanner"),
        (["terre", "cuite"], "terracotta"),
        (["scies", "circulaires"], "circular saw"),
        (["clins", "d'", "oeil"], "wink"),
        (["familles", "nombreuses"], "large family"),
        (["visites", "commentées"], "guided tour"),
    ],
)
def test_a_phrase_is_found_though_its_words_are_inflected(dictionary: Dictionary, words: list[str], said: str) -> None:
    assert said in {one for found in dictionary.phrase(words) for one in found.entry.english}


def test_words_of_a_phrase_that_are_not_all_there_are_none(dictionary: Dictionary) -> None:
    assert not dictionary.phrase(["clés", "à"])
    assert not dictionary.phrase(["clé", "à", "molette", "verte"])
    assert not dictionary.phrase([])


def test_frequent_words_are_known_well(dictionary: Dictionary) -> None:
    assert dictionary.knows_well("maison") and not dictionary.knows_well("sécateur")
    assert dictionary.times_seen("maison") > 20 * dictionary.times_seen("sécateur")


def test_no_coarse_word_is_an_equivalent(dictionary: Dictionary) -> None:
    assert "fuck" not in {word for found in dictionary.find("ramoner") for word in found.entry.english}


def test_languages_without_a_dictionary_have_none() -> None:
    assert find_dictionary("de", "en") is None


def test_the_files_are_small() -> None:
    names = (
        "words.npz",
        "wiktionary.npz",
        "forms.npz",
        "known.npz",
        "phrases.npz",
        "labels.tsv",
        "senses.tsv",
        "topics.tsv",
        "organisations.tsv",
    )
    assert sum((FOLDER / f"fr-en.{name}").stat().st_size for name in names) < 3_000_000


def test_a_dictionary_goes_without_the_part_that_is_left_out(tmp_path: Path) -> None:
    write_blocks(tmp_path / "fr-en.words.npz", ["chat\tchat\tnm\tcat"])
    write_forms(tmp_path / "fr-en.forms.npz", {Lemma("chat", "n"): frozenset({Ending("s", "")})})
    found = Dictionary(tmp_path, "fr-en").find("chats")
    assert [(one.entry.english, one.is_inflected) for one in found] == [(("cat",), True)]


@given(KEYS)
def test_blocks_give_every_line_back(tmp_path_factory: pytest.TempPathFactory, keys: list[str]) -> None:
    path = tmp_path_factory.mktemp("blocks") / "lines.npz"
    lines = [f"{key}\t{number}" for number, key in enumerate(sorted(keys))]
    write_blocks(path, lines)
    blocks = Blocks(path)
    assert blocks.lines() == lines
    for key in set(keys):
        assert blocks.find(key) == [line.split("\t")[1] for line in lines if line.split("\t")[0] == key]
        for length in range(1, len(key) + 1):
            assert blocks.has_beginning(key[:length])
        assert blocks.before(key) == [line for line in lines if line.split("\t")[0] < key]
    assert all(map(blocks.has_within, (*(f"{line}\n" for line in lines), f"\t{len(lines) - 1}\n")))
    assert not blocks.has_within(f"\t{len(lines)}\n")
    assert blocks.find("ä") == []
    assert not any(map(blocks.has_beginning, ("ä", f"{max(keys)}~", "'" * 14)))


def test_a_line_may_be_a_key_alone_and_a_key_the_beginning_of_another(tmp_path: Path) -> None:
    path = tmp_path / "lines.npz"
    write_blocks(path, ["a", "a", "a b\tone", "ab\ttwo"])
    blocks = Blocks(path)
    assert [blocks.find(key) for key in ("a", "a b", "ab", "b", "")] == [["", ""], ["one"], ["two"], [], []]


def test_a_form_is_of_a_lemma_only_by_an_ending_of_its_class(tmp_path: Path) -> None:
    path = tmp_path / "forms.npz"
    regular, other = frozenset({Ending("s", "")}), frozenset({Ending("ux", "l")})
    write_forms(path, {Lemma("chat", "n"): regular, Lemma("cheval", "n"): other})
    forms = Forms(path)
    assert forms.lemmas_of("chevaux") == [Lemma("cheval", "n")]
    assert forms.lemmas_of("chats") == [Lemma("chat", "n")]
    assert forms.lemmas_of("chevals") == []


def test_a_lemma_may_be_of_several_parts(tmp_path: Path) -> None:
    path = tmp_path / "forms.npz"
    one, two, three = (frozenset({Ending(ending, "")}) for ending in ("s", "es", "ez"))
    parts = {
        Lemma("porte", "adj"): one,
        Lemma("porte", "n"): two,
        Lemma("porte", "v"): three,
        Lemma("porteur", "n"): one,
    }
    write_forms(path, parts)
    forms = Forms(path)
    assert forms.parts_of("porte") == {"adj", "n", "v"}
    assert [forms.lemmas_of(form) for form in ("portes", "porteez", "porteurs")] == [
        [Lemma("porte", "adj")],
        [Lemma("porte", "v")],
        [Lemma("porteur", "n")],
    ]
    assert not forms.parts_of("*0000")


def test_forms_are_found_alike_whether_few_or_many_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["chevaux", "yeux", "ont", "portes", "travaux", "xyz", "", "*0001"]
    few = find_forms("fr")
    assert few is not None
    monkeypatch.setattr("translate.alignment.forms._FEW", 0)
    many = Forms(next(FOLDER.glob("fr-*.forms.npz")))
    assert [many.lemmas_of(form) for form in asked] == [few.lemmas_of(form) for form in asked]
    assert [many.parts_of(form) for form in asked] == [few.parts_of(form) for form in asked]
    assert many.lemmas_of("yeux") == [Lemma("œil", "n")]


def test_senses_are_read_when_their_word_is_asked_for(tmp_path: Path) -> None:
    lines = ("# a comment", "broken", "avocat\tn\tlawyer\tprocès ~droit plaid+", "avocat\tn\tavocado\tsalade #menu")
    (tmp_path / "fr-en.senses.tsv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    senses = Dictionary(tmp_path, "fr-en").senses
    assert list(senses) == ["broken", "avocat"]
    assert [sense.entry.english for sense in senses["avocat"]] == [("lawyer",), ("avocado",)]
    assert senses["avocat"] is senses["avocat"]
    assert "poire" not in senses
    with pytest.raises(ValueError, match="not enough values"):
        senses["broken"]


def test_a_form_may_share_no_letter_with_its_lemma_and_a_lemma_may_have_no_other_form(tmp_path: Path) -> None:
    path = tmp_path / "forms.npz"
    write_forms(path, {Lemma("œil", "n"): frozenset({Ending("yeux", "œil")}), Lemma("fils", "n"): frozenset()})
    forms = Forms(path)
    assert forms.lemmas_of("yeux") == [Lemma("œil", "n")]
    assert forms.lemmas_of("fils") == []
    assert forms.parts_of("fils") == {"n"}
    assert not forms.parts_of("yeux")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "fr-en.words.npz"
    path.write_bytes(b"PK")
    with pytest.raises(BitexteError, match=r"fr-en\.words\.npz: the dictionary is damaged"):
        Blocks(path)
    np.savez(path, keys=np.zeros(3, np.uint8), starts=np.zeros(1), body=np.zeros(1, np.uint8))
    with pytest.raises(BitexteError, match="damaged"):
        Blocks(path)


@pytest.mark.parametrize(
    ("source", "target", "is_label"),
    [
        ("ACCÈS RÉSERVÉ AU PERSONNEL", "STAFF ONLY", True),
        ("Baignade interdite", "No swimming", True),
        ("Baignade interdite :", "No Swimming:", True),
        ("Baignade interdite", "Swimming", False),
        ("Baignade autorisée", "No swimming", False),
    ],
)
def test_a_label_is_known_with_its_translation(
    dictionary: Dictionary, source: str, target: str, *, is_label: bool
) -> None:
    assert dictionary.is_label(source, target) is is_label


def test_blocks_that_are_no_array_of_their_kind_are_damaged(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    write_blocks(path, ["a\tb", "c\td"])
    assert Blocks(path).find("c") == ["d"]
    for arrays in ({"keys": np.zeros(2)}, {"starts": np.zeros(3, np.int64)}, {"body": np.array("x")}):
        with np.load(path) as file:
            np.savez(tmp_path / "other.npz", **{**dict(file), **arrays})
        with pytest.raises(BitexteError, match=r"other\.npz"):
            Blocks(tmp_path / "other.npz")


def test_a_word_is_looked_up_without_numpy() -> None:
    code = (
        "import sys; from translate.alignment.dictionary import find_dictionary\n"
        "print(bool(find_dictionary('fr', 'en').find('chats')), 'numpy' in sys.modules)"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.split() == ["True", "False"]
