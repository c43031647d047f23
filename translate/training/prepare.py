"""Preparation: data sources through filters and guises into examples, with what was held out for validation."""

from __future__ import annotations

import hashlib
import heapq
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from translate.errors import TrainingError
from translate.files import digest_of
from translate.formats import Header, format_of, read_bitext
from translate.formats.packing import packed_ending
from translate.training.augment import Copier
from translate.training.examples import ExampleBuilder, Examples
from translate.training.filters import Filters
from translate.training.nearness import Nearness, nearer_half
from translate.training.recipe import DataSource, Recipe
from translate.training.sources import Pair, iter_pairs
from translate.training.vocabulary import Vocabulary, make_vocabulary

CHUNK_PAIRS = 20_000
MAX_HELD_OUT_SHARE = 0.05
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
        if data.fragments:
            digest.update(f"fragments {data.fragments}\0".encode())
    held_out = recipe.validation.segments if not recipe.validation.files else 0
    decisive = (recipe.filters, recipe.augmentation, recipe.random_seed, recipe.schedule.longest, held_out)
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
    filters = Filters(recipe.filters, recipe.source_language, recipe.target_language)
    builder, validation = ExampleBuilder(), _HeldOut(recipe)
    copier = Copier(recipe)
    counts: dict[str, Counter[str]] = {}
    dropped: list[int] = []
    rng = random.Random(recipe.random_seed)
    origin = 0
    for data in recipe.data:
        count = counts.setdefault(data.name, Counter())
        scores: list[tuple[float, int]] = []
        nearness = _nearness(data, recipe, header)
        near: list[float] = []
        first = origin
        pairs = iter_pairs(data, header, skip_faulty=recipe.filters.skip_faulty, counts=count)
        for chunk in _chunks(pairs):
            kept = _keep(chunk, filters, count)
            numbers = range(origin, origin + len(kept))
            origin += len(kept)
            if scorer is not None:
                scores += zip(scorer(kept), numbers, strict=True)
            if nearness is not None:
                near += [nearness.score(pair.source) for pair in kept]
            for pair in kept:
                validation.offer(pair, data.weight)
            copies = copier.copy(kept, numbers, data, rng)
            _encode(kept, numbers, copies, data.weight, recipe, vocabulary, builder, count, threads)
        if recipe.filters.noisiest_share:
            noisiest = sorted(scores)[: int(len(scores) * recipe.filters.noisiest_share)]
            dropped += [number for _, number in noisiest]
            count["noise"] = len(noisiest)
            count["kept"] -= len(noisiest)
        if nearness is not None:
            for is_near, factor in ((True, 1 + data.lean), (False, 1 - data.lean)):
                builder.weigh([first + n for n, own in enumerate(nearer_half(near)) if own is is_near], factor)
        note(f"{data.name}: {count['kept']:,} of {count['read']:,} pairs kept")
    held_out, hidden = validation.close()
    counts["all"] = sum(counts.values(), Counter())
    counts["all"]["held out"] = len(hidden)
    counts["all"]["kept"] -= len(hidden)
    examples = builder.build([*dropped, *hidden], key, {name: dict(count) for name, count in counts.items()})
    if not len(examples):
        raise TrainingError(f"nothing is left to learn from: the filters removed all pairs ({dict(counts['all'])}).")
    return Prepared(examples, held_out)


def _nearness(data: DataSource, recipe: Recipe, header: Header) -> Nearness | None:
    """Return what judges the pairs of a source that leans towards a text, by that text and a tenth of the source."""
    if not data.like:
        return None
    try:
        wanted = _existing(data.like).read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as exc:
        raise TrainingError(f"{data.like}: not UTF-8 text ({exc}); the recipe names it in 'like'.") from exc
    pairs = iter_pairs(data, header, skip_faulty=recipe.filters.skip_faulty, counts=Counter())
    return Nearness(wanted, (pair.source for pair in islice(pairs, 0, None, 10)))


class _HeldOut:
    """Picks the pairs to validate by: those with the smallest hash of their source, whatever the order of the data."""

    def __init__(self, recipe: Recipe) -> None:
        self._wanted = 0 if recipe.validation.files else recipe.validation.segments
        self._heaviest = max(data.weight for data in recipe.data)
        self._heap: list[tuple[int, Pair]] = []
        self._taken: set[int] = set()
        self._ranks: list[int] = []
        self._eligible = 0

    def offer(self, pair: Pair, weight: float) -> None:
        """Look at the next pair, in the order of their numbers."""
        if not self._wanted:
            return
        rank = -int.from_bytes(hashlib.blake2b(pair.source.encode(), digest_size=8).digest())
        self._ranks.append(rank)
        if weight < self._heaviest:
            return
        self._eligible += 1
        if rank in self._taken:
            return
        if len(self._heap) < self._wanted:
            heapq.heappush(self._heap, (rank, pair))
        elif rank > self._heap[0][0]:
            self._taken.remove(heapq.heapreplace(self._heap, (rank, pair))[0])
        else:
            return
        self._taken.add(rank)

    def close(self) -> tuple[tuple[Pair, ...], list[int]]:
        """Return the pairs to validate by, a twentieth at most, and the numbers of all pairs to hide."""
        chosen = sorted(self._heap, key=lambda entry: -entry[0])[: int(self._eligible * MAX_HELD_OUT_SHARE)]
        ranks = {rank for rank, _ in chosen}
        return tuple(pair for _, pair in chosen), [number for number, rank in enumerate(self._ranks) if rank in ranks]


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


def _place(number: int, path: Path) -> str:
    """Name a file of a source: without its folder, which is another one on another machine."""
    return f"{number}/{path.name}"


def _existing(name: str) -> Path:
    if not Path(name).is_file():
        raise TrainingError(f"{name}: not found; the recipe names it among its data.")
    return Path(name)


def _count(data: DataSource, recipe: Recipe) -> int:
    header = Header(recipe.source_language, recipe.target_language)
    return sum(1 for _ in read_bitext(Path(data.path), header, report=lambda remark: None).units)
