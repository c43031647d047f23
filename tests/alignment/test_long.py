"""Long documents are aligned within a band; what a bead weighs and how sure it is follow from their parts."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.alignment.test_aligner import ENGLISH, FRENCH, links_of, side
from tests.alignment.test_evidence import RENDERINGS, SENTENCES, a_lexicon
from translate.alignment import align
from translate.alignment.band import full_band
from translate.alignment.evaluate import Link
from translate.alignment.evaluate import evaluate as compare
from translate.alignment.evidence import gather
from translate.alignment.found import calibrate
from translate.alignment.lattice import ALL_SHAPES
from translate.alignment.search import RADIUS, first_band, score
from translate.alignment.terms import collect_terms
from translate.alignment.weights import WITH_HYPOTHESES, WITHOUT_HYPOTHESES, WITHOUT_LEXICON


def names(count: int, random_seed: int) -> list[str]:
    """Return segments of names that both languages write alike, for a document without a lexicon."""
    letters = random.Random(random_seed)
    made = ["".join(letters.choices("aeiourstlnm", k=7)).capitalize() for _ in range(4 * count)]
    return [" ".join(letters.sample(made, letters.randint(3, 9))) + "." for _ in range(count)]


def planted(count: int, random_seed: int) -> tuple[list[str], list[str], list[Link]]:
    """Return two documents of which some segments were joined or left out, and the beads that say which."""
    chance = random.Random(random_seed)
    source, target = names(count, random_seed), []
    links: list[Link] = []
    row = 0
    while row < count:
        size = chance.choices([0, 1, 2], [1, 10, 2])[0]
        if size == 0:
            links.append(((row,), ()))
        else:
            taken = tuple(range(row, min(row + size, count)))
            links.append((taken, (len(target),)))
            target.append(" ".join(source[place] for place in taken))
        row += max(1, size)
    return source, target, links


@pytest.mark.parametrize("random_seed", [1, 2])
def test_joined_and_left_out_segments_of_a_long_document_are_found(random_seed: int) -> None:
    source, target, links = planted(330, random_seed)
    assert (len(source) + 1) * (len(target) + 1) > 2500  # so that a rough path comes first
    found = links_of(align(side("xx", tuple(source)), side("yy", tuple(target))))
    agreement = compare(links, found)
    assert min(agreement.strict.precision, agreement.strict.recall) > 0.98


def test_a_gap_in_the_middle_costs_no_similarity() -> None:
    """A leap of more segments than are measured at once parts them, and what follows counts all the same."""
    source = tuple(names(60, 3))
    whole = align(side("xx", source), side("yy", source))
    target = (*source[:30], *names(150, 4), *source[30:])
    gap = align(side("xx", source), side("yy", target))
    assert {((i,), (i + (150 if i >= 30 else 0),)) for i in range(60)} <= set(links_of(gap))
    assert gap.similarity == pytest.approx(whole.similarity, abs=5)
    assert whole.similarity > 60


def test_short_documents_are_searched_whole_and_long_ones_within_a_band() -> None:
    def band_of(count: int) -> tuple[int, int]:
        terms = collect_terms(names(count, 5), "xx")
        band = first_band(gather(terms, terms, None, a_lexicon()))
        return band.cells, int((band.high - band.low).max())

    assert band_of(49) == (50 * 50, 50)
    cells, width = band_of(200)
    assert width <= 4 * RADIUS + 4
    assert cells < 200 * width


@given(SENTENCES, RENDERINGS)
def test_a_bead_scores_its_features_by_their_weights_its_shape_and_its_anchor(
    source: list[str], target: list[str]
) -> None:
    evidence = gather(collect_terms(source, "xx"), collect_terms(target, "xx"), None, a_lexicon())
    band = full_band(len(source), len(target))
    anchors = np.linspace(-1, 1, band.cells, dtype=np.float32)
    scores = score(evidence, band, WITHOUT_HYPOTHESES, anchors=anchors).scores
    features = evidence.measure(range(len(source) + 1), range(len(target) + 1))
    shapes = dict(WITHOUT_HYPOTHESES.shapes)
    for number, (n, m) in enumerate(ALL_SHAPES):
        for i in range(len(source) + 1 - n):
            for j in range(len(target) + 1 - m):
                cell = i * (len(target) + 1) + j
                gain = np.dot(WITHOUT_HYPOTHESES.features, features[:, n - 1, m - 1, i, j]) if n and m else 0.0
                assert scores[number, cell] == pytest.approx(gain + shapes[n, m] + anchors[cell], abs=1e-3)


@pytest.mark.parametrize("weights", [WITH_HYPOTHESES, WITHOUT_HYPOTHESES, WITHOUT_LEXICON])
def test_every_shape_has_a_weight_and_one_to_one_is_the_likeliest(weights: object) -> None:
    vector = weights.shape_vector()  # type: ignore[attr-defined]
    assert len(vector) == len(ALL_SHAPES) == 18
    assert ALL_SHAPES[int(vector.argmax())] == (1, 1)
    assert ALL_SHAPES[-1] == (0, 1)  # the search wants it last


def test_what_is_sure_costs_less_than_what_is_in_doubt() -> None:
    """The third segment may go with either neighbour, and nothing says with which."""
    source, target = (*FRENCH[:4], "Xa ba.", "Xe be.", *FRENCH[4:]), (*ENGLISH[:4], "Ki lo mu.", *ENGLISH[4:])
    beads = align(side("fr", source), side("en", target)).beads
    doubtful = [bead.cost for bead in beads if {4, 5} & set(bead.source)]
    sure = [bead.cost for bead in beads if not {3, 4, 5, 6} & set(bead.source)]
    assert min(doubtful) > 2 * max(sure)


def test_doubt_about_some_beads_makes_all_of_a_document_less_sure() -> None:
    clear = align(side("fr", FRENCH), side("en", ENGLISH)).beads
    strange = tuple(f"Xa {'be' * n}." for n in range(1, 9))
    clouded = align(side("fr", (*FRENCH, *strange)), side("en", (*ENGLISH, *reversed(strange)))).beads
    assert clear[1].source == clouded[1].source == range(1, 2)
    assert math.exp(-clouded[1].cost) < math.exp(-clear[1].cost)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.9))
def test_how_sure_a_bead_is_keeps_the_order_of_probabilities_and_falls_with_doubt(
    one: float, other: float, doubt: float
) -> None:
    low, high = sorted((one, other))
    assert 0 < calibrate(low, doubt) <= calibrate(high, doubt) < 1
    assert calibrate(high, doubt + 0.1) < calibrate(high, doubt)
    assert calibrate(0.5, 0.0) < 0.5  # on the safe side
