"""Units are scored by what was fitted for their model, and a doubtful one is told with the words in question."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from translate.alignment.coverage import Coverage
from translate.data import Hypothesis, Issue, Model, Passage, Severity, Variant
from translate.languages import find_language
from translate.models.calibration import Calibration
from translate.models.estimate import load_estimate
from translate.run.outputs import Counts
from translate.run.scoring import Scored, Scorer, score_raw

FRENCH, ENGLISH = find_language("fr"), find_language("en")
GOOD = ("Les enfants jouent dans le jardin.", "The children play in the garden.")
LOST = ("La coccinelle grimpe sur la vitre.", "The cocinel climbs on the speed.")


@pytest.fixture(scope="module")
def scorer(embedded: Model) -> Scorer:
    return Scorer(Calibration(), load_estimate(embedded.folder), FRENCH, ENGLISH, 50.0)


def ask(scorer: Scorer, pair: tuple[str, str], probability: float = -0.3, issues: tuple[Issue, ...] = ()) -> Scored:
    return scorer(Variant("fr", pair[0]), Variant("en", pair[1]), Hypothesis(pair[1], probability, issues))


def test_what_was_looked_for_early_is_not_looked_for_again(
    scorer: Scorer, embedded: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = ("Les merles chantent sous la gouttière.", "The blackbirds sing under the gutter.")
    scorer.prepare(Passage(pair[0]), Hypothesis(pair[1], -0.2))
    with monkeypatch.context() as patched:
        patched.setattr(Coverage, "_iter_uncovered", None)
        assert ask(scorer, pair, -0.2).score > 70
    Scorer(Calibration(), None, FRENCH, ENGLISH, 50.0).prepare(Passage(pair[0]), Hypothesis(pair[1], -0.2))


def test_a_sound_target_gets_no_warning(scorer: Scorer) -> None:
    scored = ask(scorer, GOOD, -0.2)
    assert scored.score > 80
    assert scored.issues == ()


def test_a_doubtful_target_is_told_with_its_words_and_what_they_may_be(scorer: Scorer) -> None:
    scored = ask(scorer, LOST)
    (issue,) = scored.issues
    assert (issue.check, issue.severity, issue.value) == ("doubtful", Severity.WARNING, scored.score)
    assert issue.message.startswith("Probably needs another translation. Perhaps not translated: coccinelle (lady")
    assert "vitre (" in issue.message


def test_a_doubtful_target_that_leaves_no_word_open_names_none(scorer: Scorer) -> None:
    (issue,) = ask(scorer, GOOD, -2.0).issues
    assert issue.message == "Probably needs another translation."


def test_a_made_up_word_lowers_the_score(scorer: Scorer) -> None:
    invented = Issue("invented", Severity.WARNING, "Possibly made up by the model: jardine.", 1.0)
    assert ask(scorer, GOOD, issues=(invented,)).score < ask(scorer, GOOD).score


@pytest.mark.parametrize(("limit", "warns"), [(0.0, False), (100.0, True)])
def test_the_limit_is_the_users(scorer: Scorer, limit: float, warns: bool) -> None:
    assert bool(ask(replace(scorer, doubtful=limit), LOST).issues) is warns


def test_abbreviations_are_no_words(scorer: Scorer) -> None:
    one, other = (ask(scorer, (text, "For 30 people.")) for text in ("Pour 30 pers. au plus.", "Pour 30 pers au plus."))
    assert one.score > other.score


def test_a_letter_may_end_otherwise(scorer: Scorer) -> None:
    ending = ("Je vous prie d'agréer, Madame, mes salutations distinguées.", "Yours faithfully,")
    assert ask(scorer, ending, -0.1).issues == ()


def test_inline_codes_and_addresses_are_no_words(scorer: Scorer) -> None:
    there = (
        "Les enfants jouent : https://hérisson.example/coccinelle",
        "The children play: https://hérisson.example/coccinelle",
    )
    assert ask(scorer, there, -0.1).issues == ()


def test_a_model_without_an_estimate_is_scored_by_its_curve(scorer: Scorer) -> None:
    curve = Calibration(((-1.0, 0.4), (0.0, 0.9)))
    other = replace(scorer, calibration=curve, estimate=None)
    assert ask(other, LOST, -1.0) == Scored(40.0)
    assert other.digest == curve.digest
    assert scorer.digest not in (curve.digest, "raw")


def test_languages_without_a_dictionary_are_scored_by_the_curve(scorer: Scorer) -> None:
    other = replace(scorer, source=find_language("de"))
    assert ask(other, LOST, 0.0) == Scored(100.0)
    assert other.digest == "raw"


def test_doubtful_units_are_counted_and_come_the_lowest_first() -> None:
    counts = Counts(doubtful={"b": 40.0, "a": 12.5, "c": 40.0})
    assert counts.review() == [("a", 12.5), ("b", 40.0), ("c", 40.0)]
    assert Counts().review() == []


def test_nothing_known_leaves_the_probability() -> None:
    assert score_raw(Variant("fr", "oui"), Variant("en", "yes"), Hypothesis("yes", -0.6931)) == Scored(50.0)


def test_the_judgements_that_were_fitted_are_named_once() -> None:
    lines = (Path(__file__).parents[2] / "benchmarks" / "quality.judged.tsv").read_text(encoding="utf-8").splitlines()
    keys = [tuple(line.split("\t")[:2]) for line in lines[1:]]
    assert len(keys) == len(set(keys)) == 530
    assert Counter(line.split("\t")[2] for line in lines[1:]) == {"fit": 420, "measure": 110}
