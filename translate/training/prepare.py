"""Preparation: data sources through filters and guises into examples, with what was held out for validation."""

from __future__ import annotations

import hashlib
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from translate.errors import TrainingError
from translate.evaluation import read_test_set
from translate.files import digest_of
from translate.formats import Header, format_of, read_bitext
from translate.formats.packing import packed_ending
from translate.records import dataclass
from translate.training.augment import Copier
from translate.training.examples import ExampleBuilder, Examples
from translate.training.filters import LEAST_TEST_WORDS, PIECES, SCORE, SCORED, Filters, comparable
from translate.training.heldout import HeldOut
from translate.training.nearness import Nearness, graded
from translate.training.recipe import DataSource, Recipe
from translate.training.sources import Pair, iter_pairs
from translate.training.vocabulary import Vocabulary, make_vocabulary

CHUNK_PAIRS = 20_000
_TEST = "test/"
Scorer = Callable[[Sequence[Pair]], Sequence[float]]
"""Returns the mean log probability of each target's pieces, given its source."""


@dataclass(frozen=True, slots=True)
class Prepared:
    examples: Examples
    validation: tuple[Pair, ...]


def find_digests(recipe: Recipe, known: Mapping[str, str]) -> dict[str, str]:
    """Return the SHA-256 of each file of the data, by its place among the sources and its name.

    :param known: digests from when the data was prepared; they stand for files that are not here any more.
    :raises TrainingError: where a file is missing that nothing is known of.
    """
    digests: dict[str, str] = {}
    for number, data in enumerate(recipe.data):
        files = _files(data, number, recipe, known) or [Path(data.path)]
        for path in (*files, *map(Path, filter(None, [data.like]))):
            place = _place(number, path)
            here = path.is_file() or place not in known
            digests[place] = digest_of(_existing(str(path))) if here else known[place]
    digests |= {place: one for place, one in known.items() if _is_test(place)}
    for path in map(Path, (*recipe.validation.files, *recipe.validation.tests)):
        if path.is_file():
            digests[f"{_TEST}{path.name}"] = digest_of(path)
    return digests


def key_of(recipe: Recipe, vocabulary_digest: str, digests: Mapping[str, str] | None = None) -> str:
    """Return a digest over all that decides the examples: files by content, settings, vocabulary.

    :param digests: from :func:`find_digests`; None finds them.
    :raises TrainingError: where a file of the data is missing.
    """
    if digests is None:
        digests = find_digests(recipe, {})
    digest = hashlib.sha256(vocabulary_digest.encode())
    for number, data in enumerate(recipe.data):
        for path in _files(data, number, recipe, digests):
            digest.update(f"{path.name}\0{data.weight}\0{digests[_place(number, path)]}\0".encode())
        if data.like:
            digest.update(f"{digests[_place(number, Path(data.like))]}\0{data.lean}\0".encode())
        for kind in ("fragments", "hints"):
            if share := getattr(data, kind):
                digest.update(f"{kind} {share}\0".encode())
        if data.noisiest is not None:
            digest.update(f"noisiest {data.noisiest}\0".encode())
    digest.update("".join(f"{place} {one}\0" for place, one in sorted(digests.items()) if _is_test(place)).encode())
    held_out = recipe.validation.segments if not recipe.validation.files else 0
    filters = replace(recipe.filters, scores="")  # where they are kept changes nothing
    decisive = (filters, recipe.augmentation, recipe.random_seed, recipe.schedule.longest, held_out)
    digest.update(repr((*decisive, recipe.source_language, recipe.target_language)).encode())
    return digest.hexdigest()


def sample_texts(recipe: Recipe) -> Iterator[str]:
    """Yield both sides of pairs drawn by weight, for a vocabulary; the same ones every time.

    :raises FormatError: where a source cannot be read.
    """
    header = Header(recipe.source_language, recipe.target_language)
    rng = random.Random(recipe.random_seed)
    left = recipe.vocabulary.sample_pairs
    share = left / max(1, sum(_count(data, recipe) * min(1.0, data.weight) for data in recipe.data))
    for data in recipe.data:
        for pair in iter_pairs(data, header, skip_faulty=recipe.filters.skip_faulty, counts=Counter()):
            if rng.random() < min(1.0, data.weight) * share:
                yield pair.source
                yield pair.target


def vocabulary_from_data(recipe: Recipe, folder: Path, threads: int) -> Vocabulary:
    """Make the vocabulary that the recipe asks for."""
    return make_vocabulary(folder, sample_texts(recipe), pieces=recipe.vocabulary.pieces, threads=threads)


def prepare(
    recipe: Recipe,
    vocabulary: Vocabulary,
    key: str,
    *,
    scorer: Scorer | None,
    threads: int,
    note: Callable[[str], None] = lambda text: None,
) -> Prepared:
    """Read all sources, and return examples and held-out pairs.

    Where the recipe names no validation files, pairs are held out of the sources of the greatest weight: those whose
    source text has the smallest hash, with their copies and every other pair of the same source text.

    :param scorer: judges pairs where the recipe drops the noisiest.
    :param note: is told of each source when it is read.
    :raises TrainingError: where nothing is left to learn from, or phrases are to be cut without a lexicon.
    :raises FormatError: where a source cannot be read.
    """
    header = Header(recipe.source_language, recipe.target_language)
    filters = Filters(recipe.filters, recipe.source_language, recipe.target_language, never=test_sides(recipe))
    builder, validation = ExampleBuilder(), HeldOut(recipe)
    copier = Copier(recipe)
    counts: dict[str, Counter[str]] = {}
    dropped: list[int] = []
    places: list[tuple[str, int, int]] = []
    rng = random.Random(recipe.random_seed)
    origin = 0
    for data in recipe.data:
        count = counts.setdefault(data.name, Counter())
        scores: list[tuple[float, int]] = []
        nearness = _nearness(data, recipe, header)
        near: list[float] = []
        first = origin
        pairs = iter_pairs(data, header, skip_faulty=recipe.filters.skip_faulty, counts=count)
        chance, weight = data.drawn(recipe.filters.sample)
        for chunk in _chunks(_draw(pairs, chance, f"{recipe.random_seed} {data.name}")):
            kept = _keep(chunk, filters, count)
            numbers = range(origin, origin + len(kept))
            origin += len(kept)
            if scorer is not None and data.noisiest != 0:
                scores += zip(scorer(kept), numbers, strict=True)
            if nearness is not None:
                near += [nearness.score(pair.source) for pair in kept]
            for pair in kept:
                validation.offer(pair, data.weight)
            copies = copier.copy(kept, numbers, data, rng)
            _encode(kept, numbers, copies, weight, recipe, vocabulary, builder, count, threads)
        share = recipe.filters.noisiest_share if data.noisiest is None else data.noisiest
        if share and scorer is not None:
            scores.sort()
            noise = int(len(scores) * share)
            dropped += [number for _, number in scores[:noise]]
            count["noise"] += noise
            count["kept"] -= noise
            _add_scores([score for score, _ in scores[noise:]], count)
        places.append((data.name, first, origin))
        if nearness is not None:
            builder.weigh(dict(enumerate(graded(near, data.lean), first)))
        note(f"{data.name}: {count['kept']:,} of {count['read']:,} pairs kept")
    held_out, hidden = validation.close()
    left_out = frozenset([*dropped, *hidden])
    for name, begin, end in places:
        counts[name][PIECES] += builder.target_pieces(begin, end, without=left_out)
    counts["all"] = sum(counts.values(), Counter())
    counts["all"]["held out"] = len(hidden)
    counts["all"]["kept"] -= len(hidden)
    examples = builder.build([*dropped, *hidden], key, {name: dict(count) for name, count in counts.items()})
    if not len(examples):
        raise TrainingError(f"no training data left: the filters removed all pairs ({dict(counts['all'])}).")
    return Prepared(examples, held_out)


def test_sides(recipe: Recipe) -> frozenset[str]:
    """Return the sides, as :func:`comparable`, of the files that the recipe validates and tests by; those absent not.

    :raises FormatError: where one cannot be read.
    """
    header = Header(recipe.source_language, recipe.target_language)
    files = [Path(name) for name in (*recipe.validation.files, *recipe.validation.tests)]
    sets = [read_test_set(path, header) for path in files if path.is_file()]
    sides = (side for one in sets for side in (*(one.sources or ()), *one.references))
    return frozenset(comparable(side) for side in sides if len(side.split()) >= LEAST_TEST_WORDS)


def _add_scores(scores: Sequence[float], count: Counter[str]) -> None:
    """Keep the sum of what is finite: a pair that the model cannot say at all has no score."""
    finite = [score for score in scores if math.isfinite(score)]
    count[SCORED] += len(finite)
    count[SCORE] += round(sum(finite) * 1000)


def _nearness(data: DataSource, recipe: Recipe, header: Header) -> Nearness | None:
    """Return what judges the pairs of a source that leans towards a text, by that text and a tenth of the source."""
    if not data.like:
        return None
    try:
        wanted = _existing(data.like).read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as exc:
        raise TrainingError(f"{data.like}: not UTF-8 text ({exc}); it is 'like' in the recipe.") from exc
    pairs = iter_pairs(data, header, skip_faulty=recipe.filters.skip_faulty, counts=Counter())
    return Nearness(wanted, (pair.source for pair in islice(pairs, 0, None, 10)))


def _keep(chunk: Sequence[Pair], filters: Filters, count: Counter[str]) -> list[Pair]:
    kept = []
    for pair in chunk:
        reason = filters.reason_against(pair)
        if reason is None:
            kept.append(pair)
        else:
            count[reason] += 1
    count["read"] += len(chunk)
    count["kept"] += len(kept)
    return kept


def _encode(
    pairs: Sequence[Pair],
    numbers: Sequence[int],
    copies: Sequence[tuple[Pair, int]],
    weight: float,
    recipe: Recipe,
    vocabulary: Vocabulary,
    builder: ExampleBuilder,
    count: Counter[str],
    threads: int,
) -> None:
    """Add pairs and their copies; a copy whose pieces are those of its pair is none."""
    everything = [*zip(pairs, numbers, strict=True), *copies]
    sources = vocabulary.encode_source([pair.source for pair, _ in everything], threads=threads)
    targets = vocabulary.encode_target([pair.target for pair, _ in everything], threads=threads)
    own: dict[int, tuple[bytes, bytes]] = {}
    for place, ((_, number), source, target) in enumerate(zip(everything, sources, targets, strict=True)):
        is_copy = place >= len(pairs)
        fits = 0 < len(source) <= recipe.schedule.longest and 0 < len(target) <= recipe.schedule.longest
        written = (source.tobytes(), target.tobytes())
        if not is_copy:
            own[number] = written
            if not fits:
                count["pieces"] += 1
                count["kept"] -= 1
        elif written == own[number]:
            continue
        if fits:
            builder.add(source, target, weight, number, is_copy=is_copy)
            count["copies"] += is_copy


def _draw(pairs: Iterable[Pair], chance: float, seed: str) -> Iterable[Pair]:
    """Return each pair with the same chance, the same ones every time."""
    if chance == 1:
        return pairs
    rng = random.Random(seed)
    return (pair for pair in pairs if rng.random() < chance)


def _chunks(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    iterator = iter(pairs)
    while chunk := list(islice(iterator, CHUNK_PAIRS)):
        yield chunk


def _files(data: DataSource, number: int, recipe: Recipe, known: Mapping[str, str]) -> list[Path]:
    """Return the file of a source, or both of a Moses pair, as far as they exist or are known."""
    path = Path(data.path)
    if format_of(path) != "moses":
        return [path]
    stem, ending = path.name.removesuffix(packed_ending(path.name)), packed_ending(path.name)
    stem = stem.rpartition(".")[0]
    sides = [path.with_name(f"{stem}.{code}{ending}") for code in (recipe.source_language, recipe.target_language)]
    return [side for side in sides if side.is_file() or _place(number, side) in known]


def _is_test(place: str) -> bool:
    return place.startswith(_TEST)


def _place(number: int, path: Path) -> str:
    """Name a file of a source: without its folder, which is another one on another machine."""
    return f"{number}/{path.name}"


def _existing(name: str) -> Path:
    if not Path(name).is_file():
        raise TrainingError(f"{name}: not found; it is listed in the recipe.")
    return Path(name)


def _count(data: DataSource, recipe: Recipe) -> int:
    header = Header(recipe.source_language, recipe.target_language)
    return sum(1 for _ in read_bitext(Path(data.path), header, report=lambda remark: None).units)
