"""The careful engine loses nothing, repairs what is suspected, and depends on nothing but the passage."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.casing import Case, case_of, lower, put_in
from translate.care.measures import measures_between
from translate.care.repair import find_dropped, find_unsaid
from translate.care.translator import Translator
from translate.config import Config, EngineConfig, RepairConfig
from translate.data import CodeKind, Hypothesis, InlineCode, Issue, Origin, Passage, Severity
from translate.engines.base import DEFAULT_WAY, Draft, Links, Way
from translate.languages import find_language
from translate.run.loading import load_tools, load_translator, make_judge

HOSTILE = Path(__file__).parents[2] / "benchmarks" / "engine" / "hostile.txt"


class ScriptedDrafting:
    is_dry = True

    def __init__(self, engine: Scripted) -> None:
        self.engine = engine
        self.waiting: list[tuple[str, Way]] = []
        self.count = 0

    @property
    def is_busy(self) -> bool:
        return bool(self.waiting)

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        self.waiting += [(text, way) for text in texts]
        self.count += len(texts)
        return range(self.count - len(texts), self.count)

    def take(self) -> Mapping[int, Draft]:
        waiting, self.waiting = self.waiting, []
        first = self.count - len(waiting)
        return {first + n: self.engine.answer(*one) for n, one in enumerate(waiting)}


class Scripted:
    """An engine that answers by the way it is asked."""

    signature = "scripted"

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, Way]] = []

    def begin(self) -> ScriptedDrafting:
        return ScriptedDrafting(self)

    def answer(self, text: str, way: Way) -> Draft:
        kind = "plain"
        if way.alternatives > 1 and way.beam:
            kind = "alternatives"
        elif way.no_repeat:
            kind = "no_repeat"
        elif way.max_pieces:
            kind = "parted"
        self.asked.append((text, way))
        return Draft(self.answers.get(kind, self.answers["plain"]), -1.0)

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> None:
        return None

    def can_write(self, character: str) -> bool:
        return character.isascii() or character in "éèàçÉ"

    def can_read(self, character: str) -> bool:
        return character in "Çï" or self.can_write(character)


def through(translator: Translator, texts: Sequence[str]) -> dict[str, Hypothesis]:
    done: dict[str, Hypothesis] = {}
    for batch in translator.iter_translate([Passage(text) for text in texts]):
        for passage, hypothesis in batch.items():
            assert passage.text not in done
            done[passage.text] = hypothesis
    return done


def scripted(answers: Mapping[str, str]) -> tuple[Scripted, Translator]:
    engine = Scripted(answers)
    return engine, Translator(engine, EngineConfig(), RepairConfig(), judge=make_judge("fr", "en"))


@pytest.fixture(scope="module")
def careful() -> Translator:
    return load_translator(load_tools(Config(engine=EngineConfig(beam=2))))


def test_the_longest_of_many_passages_are_asked_for_first() -> None:
    engine, translator = scripted({"plain": "It is so."})
    texts = [f"C'est ainsi{' et ainsi' * number}." for number in range(40)]
    through(translator, texts)
    first = [len(text) for text, _ in engine.asked][:32]
    assert first == sorted(map(len, texts), reverse=True)[:32]


@pytest.mark.parametrize(("count", "together"), [(8, [8]), (32, [32]), (100, [4, 28, 68])])
def test_few_passages_are_asked_for_at_once_and_of_many_some_before_the_rest_is_prepared(
    count: int, together: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers, ask = list[int](), ScriptedDrafting.ask

    def count_and_ask(own: ScriptedDrafting, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        numbers.append(len(texts))
        return ask(own, texts, way)

    monkeypatch.setattr(ScriptedDrafting, "ask", count_and_ask)
    _, translator = scripted({"plain": "The boat sleeps here."})
    through(translator, [f"Le bateau {'a' * (number + 1)} dort ici." for number in range(count)])
    assert numbers[: len(together)] == together


@given(
    texts=st.lists(st.text(st.sampled_from("Aéb ,.{x}🙂<b>%s1"), max_size=20), max_size=8),
    answer=st.sampled_from(["", "X_1", "the the the the the", "ok", "X_2 X_1", "{x}"]),
)
def test_every_passage_has_a_target_or_an_error(texts: list[str], answer: str) -> None:
    _, translator = scripted({"plain": answer})
    done = through(translator, texts)
    assert done.keys() == set(texts)
    for text, hypothesis in done.items():
        is_lost = not hypothesis.text.strip() and bool(text.strip())
        assert not is_lost or any(issue.severity is Severity.ERROR for issue in hypothesis.issues)


def test_a_placeholder_that_is_lost_is_placed_by_other_means() -> None:
    _, translator = scripted({"plain": "Open the file"})
    done = through(translator, ["Ouvrez {fichier} vite"])["Ouvrez {fichier} vite"]
    assert done.text.count("{fichier}") == 1
    assert "protected text removed" in done.issues[-1].message


@pytest.mark.parametrize(
    ("source", "first", "kind", "second", "cause"),
    [
        ("Le chat dort bien.", "the cat the cat the cat the cat", "no_repeat", "The cat sleeps well.", "repetition"),
        ("Il y a 12 chats.", "There are cats.", "alternatives", "There are 12 cats.", "numbers"),
        ("Le chat dort dans le jardin de la voisine.", "Oh", "alternatives", "The cat sleeps in her garden.", "length"),
        ("Il habite avenue Foch.", "He lives in an avenue.", "parted", "He lives in Avenue Foch.", "lost_names"),
    ],
)
def test_what_is_suspected_is_tried_again_and_the_best_is_kept(
    source: str, first: str, kind: str, second: str, cause: str
) -> None:
    _, translator = scripted({"plain": first, kind: second})
    done = through(translator, [source])[source]
    assert done.text == second
    (note,) = done.issues
    assert (note.check, note.severity) == ("repaired", Severity.INFO)
    assert cause in note.message


@pytest.mark.parametrize(("beam", "larger"), [(1, 4), (2, 8), (4, 8)])
def test_the_larger_beam_is_four_times_that_of_the_engine_at_most(beam: int, larger: int) -> None:
    engine = Scripted({"plain": "Cats.", "parted": "Cats.", "alternatives": "12 cats."})
    translator = Translator(engine, EngineConfig(beam=beam), RepairConfig(), judge=make_judge("fr", "en"))
    assert through(translator, ["Il y a 12 chats."])["Il y a 12 chats."].text == "12 cats."
    assert engine.asked[-1][1].beam == larger


def test_what_cannot_be_repaired_keeps_the_first_hypothesis() -> None:
    engine, translator = scripted({"plain": "Cats."})
    done = through(translator, ["Il y a 12 chats."])["Il y a 12 chats."]
    assert (done.text, done.issues) == ("Cats.", ())
    assert [way.max_pieces for _, way in engine.asked] == [0, 24, 0]  # plain, parted, a larger beam


def test_what_the_model_leaves_as_it_was_is_not_tried_again() -> None:
    engine, translator = scripted({"plain": "The cat is on the table.", "parted": "The cat is we the table."})
    text = "The cat is on the table."
    assert through(translator, [text])[text].text == text
    assert len(engine.asked) == 1


def test_what_is_only_too_short_is_not_parted() -> None:
    engine, translator = scripted({"plain": "Oh"})
    through(translator, ["Le chat dort dans le jardin de la voisine."])
    assert [(way.max_pieces, way.beam) for _, way in engine.asked] == [(0, None), (0, 8)]


def test_for_a_lost_name_alone_one_try_is_made() -> None:
    engine, translator = scripted({"plain": "He lives in an avenue."})
    done = through(translator, ["Il habite avenue Foch."])["Il habite avenue Foch."]
    assert done.text == "He lives in an avenue."
    assert [way.max_pieces for _, way in engine.asked] == [0, 24]


@pytest.mark.parametrize(
    ("source", "plain", "masked", "text"),
    [
        ("Prenez la ligne M23 demain.", "Take the line tomorrow.", "Take X_1 tomorrow.", "Take M23 tomorrow."),
        ("Ajoutez --force ici et là.", "Add force here and there.", "Add X_1 here.", "Add --force here."),
        ("Le code R+1, puis R+2.", "The code R+1, then R.", "The code R+1, then X_1.", "The code R+1, then R+2."),
    ],
)
def test_a_code_that_the_model_lost_is_masked(source: str, plain: str, masked: str, text: str) -> None:
    class Masking(Scripted):
        def answer(self, text: str, way: Way) -> Draft:
            self.asked.append((text, way))
            return Draft(masked if "X_1" in text else plain, -1.0)

    engine = Masking({})
    translator = Translator(engine, EngineConfig(), RepairConfig(), judge=make_judge("fr", "en"))
    done = through(translator, [source])[source]
    assert done.text == text
    assert [asked.count("X_") for asked, _ in engine.asked][:2] == [0, 1]
    assert done.issues[-1].check == "repaired"


def test_a_doubled_per_cent_sign_goes_to_the_model_as_one_and_as_a_placeholder_where_that_was_lost() -> None:
    source = "Il reste 20 %% de la batterie."
    for answer, asked in (("There is 20% left.", ["20 %"]), ("There is X_1 left.", ["20 %", "X_1"])):
        engine = Scripted({"plain": answer})
        judge = make_judge("fr", "en")
        french = find_language("fr")
        translator = Translator(
            engine, EngineConfig(), RepairConfig(), judge=judge, find_measures=lambda text: (), source=french
        )
        assert through(translator, [source])[source].text == "There is 20 %% left."
        assert [text for text, _ in engine.asked] == [source.replace("20 %%", one) for one in asked]


def test_a_code_that_the_model_copied_is_asked_once() -> None:
    engine, translator = scripted({"plain": "Take line M23."})
    assert through(translator, ["Prenez la ligne M23."])["Prenez la ligne M23."].text == "Take line M23."
    assert [text for text, _ in engine.asked] == ["Prenez la ligne M23."]


def test_ten_placeholders_are_told_apart() -> None:
    source = " ".join(f"{{a{number}}}" for number in range(12)) + " et"
    target = " ".join(f"X_{number}" for number in range(1, 13)) + " and"
    _, translator = scripted({"plain": target})
    assert through(translator, [source])[source].text == source.replace(" et", " and")


def test_words_lost_between_codes_are_tried_again() -> None:
    text = "*Temps* *couvert*"
    kinds = (CodeKind.START, CodeKind.END) * 2
    codes = [InlineCode(n, n + 1, kind, int(n > 7), "bold") for n, kind in zip((0, 6, 8, 16), kinds, strict=True)]
    passage = Passage(text, tuple(codes))
    _, translator = scripted({"plain": "Clouds", "parted": "Cloudy weather"})
    (batch,) = translator.iter_translate([passage])
    assert batch[passage].text == "*Cloudy* *weather*"
    assert "Suspect (emptied)" in batch[passage].issues[-1].message


def test_what_is_not_suspected_is_asked_once() -> None:
    engine, translator = scripted({"plain": "The cat sleeps."})
    assert through(translator, ["Le chat dort."])["Le chat dort."] == Hypothesis("The cat sleeps.", -1.0)
    assert len(engine.asked) == 1


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("MAIRIE DE SAINT-MALO", "Mairie de Saint-Malo"),
        ("LE CLUB D'OGALLALA", "Le club d'Ogallala"),
        ("LE X_1 À MALO", "Le X_1 à Malo"),
        ("PRIX", "Prix"),
    ],
)
def test_names_keep_their_capitals_in_small_letters(text: str, lowered: str) -> None:
    names = {"MALO", "OGALLALA", "X"}
    assert lower(text, ["X_1"], names.__contains__) == lowered


def test_a_capital_that_the_vocabulary_lacks_comes_back_at_the_beginning() -> None:
    engine = Scripted({"plain": "minimum age"})
    translator = Translator(engine, EngineConfig(), RepairConfig(), is_word=lambda word: True)
    assert through(translator, ["Çapon minimum"])["Çapon minimum"].text == "Minimum age"
    assert engine.asked[0][0] == "çapon minimum"


@pytest.mark.parametrize(
    ("source", "made", "said"),
    [
        ("Forfait mensuel", "monthly fee", "Monthly fee"),
        ("forfait mensuel", "monthly fee", "monthly fee"),
        ("Téléphone", "iPhone", "iPhone"),
        ("12 mois", "twelve months", "twelve months"),
    ],
)
def test_what_begins_with_a_capital_ends_with_one_at_its_beginning(source: str, made: str, said: str) -> None:
    _, translator = scripted({"plain": made})
    assert through(translator, [source])[source].text == said


def test_a_word_that_the_engine_cannot_even_read_is_masked() -> None:
    engine = Scripted({"plain": "Some X_1"})
    translator = Translator(engine, EngineConfig(), RepairConfig(), is_word=lambda word: True)
    assert through(translator, ["Du maïs et du blé noir aöb"])
    assert engine.asked[0][0] == "Du maïs et du blé noir X_1"


def test_capitals_go_to_the_model_in_small_letters_and_come_back() -> None:
    engine, translator = scripted({"plain": "Emergency exit X_1"})
    done = through(translator, ["SORTIE DE SECOURS {a}"])["SORTIE DE SECOURS {a}"]
    assert engine.asked[0][0] == "Sortie de secours X_1"
    assert done.text == "EMERGENCY EXIT {a}"


def test_what_has_nothing_to_translate_is_carried() -> None:
    engine, translator = scripted({"plain": "x"})
    done = through(translator, ["https://a.fr {x} %s"])["https://a.fr {x} %s"]
    assert (done.text, done.origin, engine.asked) == ("https://a.fr {x} %s", Origin.CARRIED, [])


@pytest.mark.parametrize(("text", "target"), [("(jj/mm/aaaa)", "(dd/mm/yyyy)"), ("(oui)", "(oui)")])
def test_what_the_target_writes_otherwise_is_not_carried_for_being_in_its_language(text: str, target: str) -> None:
    fr, en = find_language("fr"), find_language("en")
    engine = Scripted({"plain": "(dd/mm/yyyyy)"})
    find = measures_between(fr, en)
    translator = Translator(
        engine, EngineConfig(), RepairConfig(), find_measures=find, is_target=lambda text: True, source=fr, target=en
    )
    assert through(translator, [text])[text].text == target


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("SORTIE DE SECOURS", Case.SHOUTING),
        ("ONU", Case.PLAIN),
        ("ATTENTION", Case.SHOUTING),
        ("Le Président Annonce Une Grande Réforme Fiscale", Case.TITLED),
        ("Politique De Confidentialité", Case.TITLED),
        ("Le président annonce une réforme", Case.PLAIN),
        ("Règlement Général Sur La Protection Des Données", Case.TITLED),
        ("Il Vient Pour Elle", Case.TITLED),
        ("Le Monde Diplomatique", Case.PLAIN),
        ("Présents : Bernard Petit, Claire Marchand, Paul Lemoine", Case.PLAIN),
        ("Yann Le Goff", Case.PLAIN),
        ("Charles De Gaulle", Case.PLAIN),
        ("Vitamine C", Case.PLAIN),
        ("La Gare de l'Est à Lyon", Case.PLAIN),
        ("Région Est", Case.PLAIN),
        ("Médecins Sans Frontières", Case.TITLED),
        ("Oui. Le Monde. Et Paris.", Case.PLAIN),
        ("", Case.PLAIN),
    ],
)
def test_case_is_recognised(text: str, case: Case) -> None:
    assert case_of(text, find_language("fr").names, lambda word: word in ("Goff", "Gaulle")) is case


def test_a_title_goes_to_the_model_in_small_letters_and_comes_back_as_one() -> None:
    engine = Scripted({"plain": "the privacy policy of X_1 isn't state-of-the-art"})
    translator = Translator(engine, EngineConfig(), RepairConfig(), is_name=lambda word: word == "Zoé")
    source = "Politique De Confidentialité De Zoé {a}"
    done = through(translator, [source])[source]
    assert engine.asked[0][0] == "Politique de confidentialité de Zoé X_1"
    assert done.text == "The Privacy Policy of {a} Isn't State-of-the-Art"


@given(st.text(max_size=30))
def test_changing_case_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)
    assert all(len(put_in(case, text)) == len(text) for case in Case)


def test_the_hostile_set_is_large_and_nothing_of_it_is_lost(careful: Translator) -> None:
    lines = [line for line in HOSTILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) >= 200
    chosen = lines[::4] + lines[-1:]
    done = through(careful, chosen)
    assert all(done[line].text.strip() or done[line].issues for line in chosen)
    assert all("\ufffd" not in done[line].text for line in chosen if "\ufffd" not in line)


def test_neighbours_order_and_batches_change_nothing(careful: Translator) -> None:
    """The same bits alone, shuffled, in other batches and with another number of threads, repairs included."""
    lines = [line for line in HOSTILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    chosen = lines[3:190:9]
    together = through(careful, chosen)
    shuffled = random.Random(5).sample(chosen, len(chosen))
    config = Config(engine=EngineConfig(beam=2, threads=1, batch_pieces=40))
    other = load_translator(load_tools(config))
    assert other.signature == careful.signature
    assert through(other, shuffled) == together
    assert {line: through(careful, [line])[line] for line in chosen[::4]} == {
        line: together[line] for line in chosen[::4]
    }


def test_settings_that_change_words_change_the_signature(copying: str) -> None:
    base = load_translator(load_tools(Config(engine=EngineConfig(name=copying)))).signature
    for change in (
        Config(engine=EngineConfig(name=copying, placeholder="Q#")),
        Config(engine=EngineConfig(name=copying), output=replace(Config().output, quotes="curly")),
    ):
        assert load_translator(load_tools(change)).signature != base


@pytest.mark.parametrize(
    "text",
    [
        "mot " * 800,
        "a\u0001b texte\u0002 de contrôle",
        "مرحبا بكم في باريس",
        "{a}{b}{c}",
        "\u200bLe chat\u200b dort.",
        "🙂" * 50,
    ],
    ids=["more words than a model has places", "control", "right to left", "placeholders", "invisible", "emoji"],
)
def test_bad_input_is_neither_lost_nor_fatal(careful: Translator, text: str) -> None:
    done = through(careful, [text.strip()])[text.strip()]
    assert done.text.strip()


def test_a_hundred_thousand_like_passages_are_one() -> None:
    engine, translator = scripted({"plain": "Yes."})
    assert len(through(translator, ["Oui."] * 100_000)) == 1
    assert len(engine.asked) == 1


def test_a_dropped_clause_is_found_by_coverage() -> None:
    source = "Le chat dort, alors que les voisins mangent dans le jardin."
    starts = tuple(n for n in range(len(source)) if n == 0 or source[n - 1] == " ")
    row = tuple(0.3 if start < 14 else 0.0 for start in starts)
    links = Links((*starts, len(source)), (0, 14), (row,))
    issue = find_dropped(source, "The cat sleeps", lambda whole=True: links, RepairConfig())
    assert issue is not None
    assert issue == Issue("dropped", Severity.ERROR, issue.message, issue.value)
    assert "voisins" in issue.message
    assert find_dropped(source, source, lambda whole=True: links, RepairConfig()) is None


def test_what_the_target_says_without_attention_is_not_dropped() -> None:
    source, target = "Il parle de la crise de sécurité actuelle.", "He speaks of security now."
    starts = (0, 3, 9, 12, 15, 21, 24, len(source))
    links = Links(starts, (0, len(target)), ((0.3, 0.3, 0.3, 0.3, 0.0, 0.0, 0.0),))
    asked: list[str] = []

    def is_answered(passage: str) -> bool:
        asked.append(passage)
        return True

    assert find_dropped(source, target, lambda whole=True: links, RepairConfig()) is not None
    assert find_dropped(source, target, lambda whole=True: links, RepairConfig(), is_answered=is_answered) is None
    assert asked == ["crise de sécurité actuelle."]


@pytest.mark.parametrize(
    ("source", "target", "unsaid"),
    [
        ("Qui est là ? demanda-t-elle.", "Who’s there?", "demanda-t-elle"),
        ("« Qui est là ? » demanda-t-elle.", "“Who’s there?”", "demanda-t-elle"),
        ("Qui est là ? demanda-t-elle.", "Who’s there? she asked.", None),
        ("Qui est là ?", "Who’s there?", None),
        ("Qui est là ? Demain nous partons.", "Who’s there? We leave tomorrow!", None),
        ("Qui ? vous ou moi ?", "Who? you or I?", None),
    ],
)
def test_a_question_without_who_asks_it_has_dropped_something(source: str, target: str, unsaid: str | None) -> None:
    issue = find_unsaid(source, target)
    assert (issue and issue.message) == (unsaid and f"Missing from the target: '{unsaid}'.")


@pytest.mark.parametrize(("letters", "is_looked_at"), [(38, True), (39, False)])
def test_attention_is_fetched_only_where_a_clause_may_be_missing(letters: int, is_looked_at: bool) -> None:
    fetched: list[int] = []

    def link(*, whole: bool = True) -> None:
        fetched.append(1)

    assert find_dropped("a" * 50, "b" * letters, link, RepairConfig()) is None
    assert bool(fetched) is is_looked_at


@pytest.mark.parametrize(("covered_by_first", "is_dropped"), [(0.0, True), (1.0, False)])
def test_the_first_row_of_attention_is_fetched_only_where_it_decides(covered_by_first: float, is_dropped: bool) -> None:
    source, target = "Le chat dort profondément.", "The cat."
    starts = (0, 3, 8, 13, len(source))
    rows = ((1.0, 0.0, covered_by_first, covered_by_first), (0.0, 1.0, 0.0, 0.0))
    asked: list[bool] = []

    def link(*, whole: bool = True) -> Links:
        asked.append(whole)
        first = rows[0] if whole else (0.0,) * 4
        return Links(starts, (0, 4, len(target)), (first, rows[1]))

    issue = find_dropped(source, target, link, RepairConfig())
    assert bool(issue) is is_dropped
    assert asked == [False, True]


def test_where_enough_is_covered_without_the_first_row_it_is_not_asked_for() -> None:
    source, target = "Le chat dort profondément.", "The cat."
    asked: list[bool] = []

    def link(*, whole: bool = True) -> Links:
        asked.append(whole)
        return Links((0, 3, 8, 13, len(source)), (0, 4, len(target)), ((0.0,) * 4, (0.0, 1.0, 0.5, 0.5)))

    assert find_dropped(source, target, link, RepairConfig()) is None
    assert asked == [False]
