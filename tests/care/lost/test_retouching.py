"""Drafts are put right without the model: near names and codes, and quotation marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.care.test_translator import Scripted, through
from translate.care.base import Piece, Request
from translate.care.codes.placing import Placing
from translate.care.kept.protection import worded
from translate.care.lost.retouching import retouch
from translate.care.measures import Measure
from translate.care.translator import Translator
from translate.care.writing.quoting import Marks
from translate.care.writing.typography import Typography
from translate.config import EngineConfig, OutputConfig, RepairConfig
from translate.data import Passage
from translate.engines.base import Draft, Links
from translate.languages import find_language
from translate.run.loading import make_judge
from translate.text.protected.spans import ProtectedSpan, Treatment

FRENCH, ENGLISH = find_language("fr"), find_language("en")
MARKS = Marks(Typography(OutputConfig(), FRENCH, ENGLISH))
PLACING = Placing("X_#")


def asked(source: str) -> Request:
    return PLACING.before(Request(Passage(source)))


def masking(source: str, *lost: str) -> Request:
    """Return what is asked with a placeholder for each of some words."""
    spans = [ProtectedSpan(source.index(word), source.index(word) + len(word), Treatment.MASK) for word in lost]
    pieces = tuple(Piece(span, "names", "a name") for span in spans)
    return PLACING.before(Request(Passage(source), pieces))


def unquoted(source: str, target: str) -> Request:
    """Return what is asked without the quotation marks that a target has not."""
    return PLACING.before(MARKS.mask(Request(Passage(source)), target))


def word_links(source: str, target: str) -> Links:
    """Return links of word to word in order; marks are pieces of their own at the end of these."""
    starts = [[0, *(n + 1 for n, c in enumerate(text) if c == " ")] for text in (source, target)]
    rows = [tuple(float(n == row) for n in range(len(starts[0]))) for row in range(len(starts[1]))]
    return Links((*starts[0], len(source)), (*starts[1], len(target)), tuple(rows))


@pytest.mark.parametrize(
    ("source", "written", "lost", "right"),
    [
        (
            "La Dre Christiane Martel parle.",
            "Dr Christian Martel speaks.",
            ["Christiane"],
            "Dr Christiane Martel speaks.",
        ),
        ("Il se lie à ACE2 et DPP4.", "It binds to ECE2 and DP4.", ["ACE2", "DPP4"], "It binds to ACE2 and DPP4."),
        ("La RFA vend et la RFA perd.", "The FA sells and the FA loses.", ["RFA"], "The RFA sells and the RFA loses."),
    ],
)
def test_what_was_written_nearly_is_written_as_in_the_source(
    source: str, written: str, lost: list[str], right: str
) -> None:
    made = retouch(asked(source), masking(source, *lost), Draft(written, -0.5))
    assert made is not None
    request, draft = made
    assert (request.text, draft.text, draft.score) == (source, right, -0.5)


@pytest.mark.parametrize(
    ("source", "written", "lost"),
    [
        ("Il habite avenue Foch.", "He lives in an avenue.", ["Foch"]),
        ("Il se lie à ACE2.", "It binds to ECE2 and ACF2.", ["ACE2"]),  # two are as near
        ("Christiane et Christian partent.", "Christian leaves.", ["Christiane"]),  # that is another one
        ("La tour Martel penche.", "The tower is a martele.", ["Martel"]),  # a name has a capital
        ("Il se lie à ACE2 et DPP4.", "It binds to ECE2.", ["ACE2", "DPP4"]),  # one is not there at all
        ("Il se lie à ACE2.", "It binds to ECE2.", []),
    ],
)
def test_what_is_not_sure_is_left_to_the_model(source: str, written: str, lost: list[str]) -> None:
    assert retouch(asked(source), masking(source, *lost), Draft(written, -0.5)) is None


def test_a_measure_that_was_lost_is_left_to_the_model() -> None:
    source = "Il pèse 3 kg."
    measure = worded(Measure(8, 12, "3 kg", "3 kilos"), 0, "measures", "")
    request = PLACING.before(Request(Passage(source), (measure,)))
    masked = PLACING.before(Request(Passage(source), (Piece(ProtectedSpan(8, 12, Treatment.MASK), "measures", ""),)))
    assert retouch(request, masked, Draft("It weighs 4 kg.", -0.5)) is None


def test_links_follow_what_was_edited() -> None:
    source, written = "La Dre Christiane Martel parle.", "Dr Christian Martel speaks."
    draft = Draft(written, -0.5, link=lambda whole=True: word_links(source, written))
    made = retouch(asked(source), masking(source, "Christiane"), draft)
    links = made[1].link() if made and made[1].link else None
    assert made is not None and links is not None
    assert [made[1].text[start:] for start in links.target[:-1]] == [
        "Dr Christiane Martel speaks.",
        "Christiane Martel speaks.",
        "Martel speaks.",
        "speaks.",
    ]
    assert (links.source, links.weights) == (word_links(source, written).source, word_links(source, written).weights)


@pytest.mark.parametrize(
    ("source", "written", "bare"),
    [
        ('Le "rapport Foch" est long.', "The Foch report is long.", "The Foch report is long."),
        ("« Il dort », dit-on.", '"He sleeps, they say.', "He sleeps, they say."),
        ("« Il dort », dit-on.", "'He sleeps, they say.", "He sleeps, they say."),
        ("Il « dort » bien.", "He sleeps', it's well.", "He sleeps, it's well."),
        ("Il « dort » bien.", 'He " sleeps well.', "He sleeps well."),
    ],
)
def test_quotation_marks_are_taken_out_to_be_placed(source: str, written: str, bare: str) -> None:
    masked = unquoted(source, written)
    made = retouch(asked(source), masked, Draft(written, -0.5))
    assert made is not None
    assert (made[0], made[1].text) == (masked, bare)


def test_pieces_of_marks_have_no_links() -> None:
    source, written = 'Le "gros chat" dort.', 'The " big cat sleeps.'
    every = Links(
        (0, 3, 4, 9, 13, 15, 20), (0, 4, 6, 10, 14, 21), tuple(tuple(map(float, range(n, n + 6))) for n in range(5))
    )
    draft = Draft(written, -0.5, link=lambda whole=True: every)
    made = retouch(asked(source), unquoted(source, written), draft)
    links = made[1].link() if made and made[1].link else None
    assert made is not None and links is not None
    text, target = made[0].text, made[1].text
    assert (text, target) == ("Le gros chat dort.", "The big cat sleeps.")
    assert [text[start:] for start in links.source[:-1]] == [
        "Le gros chat dort.",
        "gros chat dort.",
        "chat dort.",
        "dort.",
    ]
    assert [target[start:] for start in links.target[:-1]] == [
        "The big cat sleeps.",
        "big cat sleeps.",
        "cat sleeps.",
        "sleeps.",
    ]
    assert links.weights[1] == (2.0, 4.0, 5.0, 7.0)


def test_names_and_marks_together_are_left_to_the_model() -> None:
    source, written = 'Le "rapport Foch" est long.', "The Fock report is long."
    masked = unquoted(source, written)
    span = ProtectedSpan(source.index("Foch"), source.index("Foch") + 4, Treatment.MASK)
    pieces = sorted([*masked.pieces, Piece(span, "names", "a name")], key=lambda piece: piece.span.start)
    both = PLACING.before(replace(masked, pieces=tuple(pieces)))
    assert retouch(asked(source), both, Draft(written, -0.5)) is None


@pytest.mark.parametrize(
    ("source", "first", "right"),
    [
        ("Prenez le vol M2345 demain.", "Take flight N2345 tomorrow.", "Take flight M2345 tomorrow."),
        (
            'Le "rapport annuel de la ville" est long.',
            "The annual report of the town is long.",
            'The "annual report of the town" is long.',
        ),
    ],
)
def test_what_can_be_retouched_is_not_asked_again(source: str, first: str, right: str) -> None:
    engine = Scripted({"plain": first})
    typography = Typography(OutputConfig(), FRENCH, ENGLISH)
    translator = Translator(
        engine,
        EngineConfig(),
        RepairConfig(),
        judge=make_judge("fr", "en"),
        typography=typography,
        source=FRENCH,
        target=ENGLISH,
    )
    done = through(translator, [source])[source]
    assert (done.text, len(engine.asked)) == (right, 1)
    assert done.issues[-1].check == "repaired"
    assert "with the names, codes and quotation marks of the source" in done.issues[-1].message


def test_a_step_without_retouching_asks_the_model() -> None:
    engine = Scripted({"plain": "Take flight N2345 tomorrow."})
    judge = make_judge("fr", "en")
    translator = Translator(engine, EngineConfig(), RepairConfig(), judge=judge, without=("retouched",))
    through(translator, ["Prenez le vol M2345 demain."])
    assert ["X_1" in text for text, _ in engine.asked][:2] == [False, True]
