"""What stands for a word goes to the model as one, and what was cut out has a place that no attention can spoil."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.care.coded import coded, written
from tests.care.codes.test_tying import passage_of
from translate.care.base import Change, Request, Revision
from translate.care.codes.grid import diagonal_links
from translate.care.codes.placing import Placing, place
from translate.care.composing import iter_edits, restore
from translate.care.repair import Candidate, better
from translate.care.translator import Translator
from translate.config import Config, EngineConfig, RepairConfig
from translate.data import Issue, Origin, Passage, Severity
from translate.engines.base import DEFAULT_WAY, Draft, Links, PassageTranslator, Way
from translate.languages import find_language
from translate.run.loading import load_tools, load_translator
from translate.text.inline.codes import is_nested

PLACING = Placing("X_#")
LEXICAL = Placing("X_#", source=find_language("fr"), target=find_language("en"))


def spoiled(source: str, target: str) -> Links:
    """Return attention that says nothing: every piece of the target looks at the first of the source."""
    pieces, words = source.split(" "), target.split(" ")
    starts = [sum(len(word) + 1 for word in words[:n]) for n in range(len(words))]
    row = (1.0, *(0.0 for _ in pieces[1:]))
    before = [sum(len(piece) + 1 for piece in pieces[:n]) for n in range(len(pieces))]
    return Links((*before, len(source)), (*starts, len(target)), tuple(row for _ in words))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Cliquez sur ![icône](a.png) ici", "Cliquez sur X_1 ici"),
        ("![Insigne](a.png) Le projet", "Le projet"),
        ("Le bouton ![vert](a.png) brille", "Le bouton brille"),
        ('Le <abbr title="Centre">CH</abbr> ouvre', "Le X_1 ouvre"),
        ('L\'<abbr title="Nations unies">ONU</abbr> agit', "L'ONU agit"),
        ("Soit $x$ un nombre", "Soit X_1 un nombre"),
        ("Merci de votre<br>visite", "Merci de votre visite"),
    ],
)
def test_what_the_model_sees(tmp_path: Path, text: str, asked: str) -> None:
    assert PLACING.before(Request(passage_of(tmp_path, text))).text == asked


@pytest.mark.parametrize(
    ("text", "target", "made"),
    [
        ("Le pont date de là[^1].\n\n[^1]: Oui.", "The bridge dates from there.", "The bridge dates from there[^1]."),
        ("Est-ce vrai[^1] ?\n\n[^1]: Oui.", "Is it true?", "Is it true[^1]?"),
        ("Le port de **Brest** est grand", "The big port of Brest", "The big port of **Brest**"),
        ("Il a lu *Germinal*.", "He read Germinal.", "He read *Germinal*."),
    ],
)
def test_a_place_that_is_sure_needs_no_attention(tmp_path: Path, text: str, target: str, made: str) -> None:
    request = PLACING.before(Request(passage_of(tmp_path, text)))
    draft = Draft(target, 0.0, link=lambda whole=True: spoiled(request.text, target))
    revision = Revision(request, draft, [], target)
    revision.changes += [found for found in PLACING.after(revision) if isinstance(found, Change)]
    assert restore(revision).text == made


def placed(source: str, target: str) -> str:
    """Return a target with the codes of its source, placed by order and by the lexicon."""
    request = LEXICAL.before(Request(coded(source)))
    revision = Revision(request, Draft(target, 0.0), [], target)
    revision.changes += [found for found in LEXICAL.after(revision) if isinstance(found, Change)]
    restored = restore(revision)
    return written(restored.text, restored.codes)


@pytest.mark.parametrize(
    ("source", "target", "made"),
    [
        ("Le <bold>chat noir</bold> dort", "The black cat sleeps", "The <bold>black cat</bold> sleeps"),
        ("Le chat <bold>noir</bold> dort", "The black cat sleeps", "The <bold>black</bold> cat sleeps"),
        ("<link>Le chat</link> dort ici", "The cat sleeps here", "<link>The cat</link> sleeps here"),
        (
            "La <bold>reine</bold> et le <italic>roi</italic> dorment",
            "The king and queen sleep",
            "The <italic>king</italic> and <bold>queen</bold> sleep",
        ),
        ("Il doit <bold>vite</bold> partir", "He must leave", "He must <bold></bold>leave"),
        ("Le mot <x-mark>rare</x-mark> est marqué", "The word is marked", "The word <x-mark></x-mark>is marked"),
        ("Il doit <x-span>vite</x-span> partir", "He must leave", "He must <x-span></x-span>leave"),
        (
            "<link>Le <bold>prix</bold> fixe</link> augmente",
            "The fixed price increases",
            "<link>The fixed <bold>price</bold></link> increases",
        ),
    ],
)
def test_a_pair_goes_around_what_renders_its_words(source: str, target: str, made: str) -> None:
    assert placed(source, target) == made


@pytest.mark.parametrize(
    ("source", "target", "place", "said", "made"),
    [
        ("Le <bold>chat</bold> dort", "The cat sleeps", (0, 7), "A tom", "<bold>A tom</bold> sleeps"),
        ("Le <bold>chat</bold> dort", "The cat sleeps", (4, 14), "tom", "The <bold>tom</bold>"),
        ("Le <bold>chat<x-note/></bold> dort", "The cat sleeps", (0, 14), "It", "<bold>It<x-note/></bold>"),
        (
            "<bold>Le</bold> <italic>chat</italic> dort",
            "The cat sleeps",
            (0, 7),
            "It",
            "<bold>It</bold><italic></italic> sleeps",
        ),
    ],
)
def test_a_pair_that_begins_within_what_another_step_replaces_begins_before_it(
    source: str, target: str, place: tuple[int, int], said: str, made: str
) -> None:
    request = LEXICAL.before(Request(coded(source)))
    revision = Revision(request, Draft(target, 0.0), [], target, [Change(*place, said, "other", "")])
    revision.changes += [found for found in LEXICAL.after(revision) if isinstance(found, Change)]
    restored = restore(revision)
    assert is_nested(restored.codes)
    assert written(restored.text, restored.codes) == made


class Babbling:
    """An engine that writes words of a source in any order, and attends to anything."""

    signature = "babbling"

    def __init__(self, random: Random) -> None:
        self._random = random
        self._waiting: dict[int, Draft] = {}
        self._count = 0
        self.is_dry = True

    def begin(self) -> Babbling:
        return self

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting)

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        first = self._count
        for text in texts:
            self._waiting[self._count] = self._draft(text)
            self._count += 1
        return range(first, self._count)

    def take(self) -> Mapping[int, Draft]:
        waiting, self._waiting = self._waiting, {}
        return waiting

    def _draft(self, text: str) -> Draft:
        words = text.split()
        self._random.shuffle(words)
        target = " ".join([*words, "and", "one-two."][: self._random.randint(1, len(words) + 2)])
        known = diagonal_links(text, target)
        weights = tuple(tuple(self._random.random() for _ in known.source[1:]) for _ in known.target[1:])
        links = replace(known, weights=weights)
        return Draft(target, -1.0, link=lambda whole=True: links if self._random.random() < 0.8 else None)

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> None:
        return None

    def can_write(self, character: str) -> bool:
        return character.isascii()

    can_read = can_write


TEXTS = st.text("ab é-.'1", max_size=7)
LONE = st.sampled_from(["x-note", "x-mark", "image", "tab", "lb", "x-hyphen", "x-soft-hyphen", "x-var"])
PAIRED = st.sampled_from(["bold", "link", "superscript", "x-format", "x-deleted"])
MARKED = st.recursive(
    TEXTS | LONE.map("<{}/>".format),
    lambda inner: (
        st.lists(inner, max_size=4).map("".join)
        | st.tuples(PAIRED, inner).map(lambda found: f"<{found[0]}>{found[1]}</{found[0]}>")
    ),
    max_leaves=12,
)


@given(marked=MARKED, seed=st.integers(0, 99))
def test_no_code_is_lost_doubled_or_crossed_whatever_the_attention(marked: str, seed: int) -> None:
    passage = coded(marked)
    languages = find_language("fr"), find_language("en")
    translator = Translator(
        Babbling(Random(seed)), EngineConfig(), RepairConfig(), source=languages[0], target=languages[1]
    )
    made = {found: one for done in translator.iter_translate([passage]) for found, one in done.items()}[passage]
    if not made.text:
        return
    asked, given_back = (Counter((code.id, code.kind) for code in one.codes) for one in (passage, made))
    assert given_back == asked
    assert is_nested(made.codes)
    assert all(0 <= one.start <= one.end <= len(made.text) for one in made.codes)
    assert sorted(made.codes, key=lambda code: (code.start, code.end)) == list(made.codes)


@pytest.mark.parametrize("marked", ["<bold>12</bold>", "<x-note/>", "<bold></bold>", "<link>3,5</link><x-note/> %"])
def test_what_is_codes_and_figures_alone_is_carried(marked: str) -> None:
    passage = coded(marked)
    translator = Translator(Babbling(Random(1)), EngineConfig(), RepairConfig(), source=find_language("fr"))
    made = {found: one for done in translator.iter_translate([passage]) for found, one in done.items()}[passage]
    assert (made.text, made.codes, made.origin) == (passage.text, passage.codes, Origin.CARRIED)


@given(marked=MARKED)
def test_a_target_like_the_source_has_every_code_where_it_was(marked: str) -> None:
    passage = coded(marked)
    shielded = PLACING.before(Request(passage)).shielded
    insertions = list(place(shielded, shielded.text, None))
    assert [code.id for _, _, code in insertions if code] == [cut.code.id for cut in shielded.cuts if cut.code]
    assert [at for at, _, _ in insertions] == sorted(at for at, _, _ in insertions)


@cache
def raw(engine: str) -> PassageTranslator:
    return load_translator(load_tools(Config(engine=EngineConfig(name=engine))))


@pytest.mark.parametrize("engine", ["echo", "rotate"])
@given(marked=MARKED)
def test_raw_engines_leave_every_code_where_it_was(engine: str, marked: str) -> None:
    passage, translator = coded(marked), raw(engine)
    made = {found: one for done in translator.iter_translate([passage]) for found, one in done.items()}[passage]
    assert made.codes == passage.codes
    assert len(made.text) == len(passage.text)


@pytest.mark.parametrize(("check", "is_kept"), [("emptied", True), ("numbers", False)])
def test_another_hypothesis_that_leaves_out_what_is_in_bold_too_is_not_taken(check: str, is_kept: bool) -> None:
    issues = (Issue(check, Severity.ERROR, "", 1.0),)
    revision = Revision(Request(Passage("")), Draft("", 0.0), [], "")
    one, other = (
        Candidate(Draft(by, score), restore(revision), issues, by, revision)
        for by, score in (("first", -1.0), ("parted", -0.5))
    )
    assert (better(one, other) is one) is is_kept


@pytest.mark.parametrize(
    ("changes", "made"),
    [
        ([(0, 9, "Two pills", "rarities"), (4, 9, "tablets", "measures")], "Two pills here"),
        ([(4, 9, "tablets", "measures"), (0, 9, "Two pills", "rarities")], "Two pills here"),
        ([(0, 1, "B", "casing"), (0, 3, "one", "measures")], "One drugs here"),
        ([(0, 3, "one", "measures"), (3, 3, ",", "typography")], "one, drugs here"),
    ],
)
def test_words_for_what_is_replaced_already_are_never_glued_to_what_stands_there(
    changes: list[tuple[int, int, str, str]], made: str
) -> None:
    text = "bad drugs here"
    revision = Revision(Request(Passage("x")), Draft(text, 0.0), [], text)
    revision.changes += [Change(start, end, new, step, "") for start, end, new, step in changes]
    assert restore(revision).text == made
    assert list(iter_edits(revision))[-1].new in made
