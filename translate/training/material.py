"""Material: the vocabulary and the examples of a run, found in its work folder or made now."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from translate.errors import ModelError, TrainingError
from translate.evaluation import read_test_set
from translate.files import from_json, write_text
from translate.formats import Header
from translate.models import resolve_model
from translate.models.target_pieces import read_target_pieces
from translate.models.target_words import read_target_words
from translate.text.words import fold, iter_words
from translate.training.examples import Examples
from translate.training.folders import Loaded
from translate.training.loop import Listener
from translate.training.noise import noise_scorer
from translate.training.prepare import find_digests, key_of, prepare, vocabulary_from_data
from translate.training.recipe import Recipe
from translate.training.sources import Pair
from translate.training.vocabulary import MARKS, Vocabulary

RAREST_TARGET_PIECE = 6_000_000
"""One in so many target pieces must be a piece for the model to keep it."""
RAREST_TARGET_WORD = 2
"""So often must a word stand in the targets of a model from scratch to count as read: one occurrence may be a slip."""


def find_sources(recipe: Recipe, work: Path) -> dict[str, str]:
    """Return what the files of the data are, by name and SHA-256, and keep it in the work folder.

    So a run goes on, or begins, where its data was prepared elsewhere and only the work folder was brought along.

    :raises TrainingError: where a file is missing that was not there before either.
    """
    path = work / "sources.json"
    known: dict[str, str] = {}
    if path.is_file():
        try:
            known = from_json(path.read_bytes())
        except ValueError as exc:
            raise TrainingError(f"{path}: cannot be read ({exc}); delete it, with the data at hand.") from exc
    digests = find_digests(recipe, known)
    if digests != known:
        write_text(path, json.dumps(digests, ensure_ascii=False, indent=1) + "\n")
    return digests


def find_vocabulary(
    recipe: Recipe, loaded: Loaded | None, digests: dict[str, str], folder: Path, threads: int, listener: Listener
) -> Vocabulary:
    """Return the vocabulary: one that is named, that of `init`, the one made before, or one made now."""
    if recipe.vocabulary.folder:
        named = Vocabulary(resolve_model(recipe.vocabulary.folder).folder)
        if loaded is not None and named.digest != loaded.vocabulary.digest:
            raise ModelError(
                f"the vocabulary of {recipe.vocabulary.folder} ({len(named)} pieces) does not fit {recipe.init} "
                f"({len(loaded.vocabulary)} pieces): use the vocabulary of that model, or train from scratch."
            )
        return named
    if loaded is not None:
        return loaded.vocabulary
    stamp = folder / "made-from"
    unvalidated = replace(recipe, validation=replace(recipe.validation, files=("",)))
    wanted = key_of(unvalidated, repr(recipe.vocabulary), digests)
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return Vocabulary(folder)
    listener.note("making the vocabulary")
    vocabulary = vocabulary_from_data(recipe, folder, threads)
    write_text(stamp, wanted)
    return vocabulary


def find_examples(
    recipe: Recipe, vocabulary: Vocabulary, digests: dict[str, str], work: Path, threads: int, listener: Listener
) -> tuple[Examples, tuple[Pair, ...]]:
    """Return the examples, from the work folder where they are there already, and the pairs to validate by."""
    key = key_of(recipe, vocabulary.digest, digests)
    path, held_out = work / "examples.npz", work / "held-out.tsv"
    examples = Examples.load(path) if path.exists() else None
    if examples is None or examples.key != key:
        listener.note("preparing the data")
        prepared = prepare(recipe, vocabulary, key, scorer=noise_scorer(recipe), threads=threads, note=listener.note)
        write_text(held_out, "".join(f"{pair.source}\t{pair.target}\n" for pair in prepared.validation))
        prepared.examples.save(path)
        examples = prepared.examples
    header = Header(recipe.source_language, recipe.target_language)
    if not recipe.validation.segments:
        return examples, ()
    if recipe.validation.files:
        sets = [read_test_set(Path(name), header) for name in recipe.validation.files]
        pairs = [Pair(s, t) for one in sets for s, t in zip(one.sources or (), one.references, strict=True)]
        step = max(1, len(pairs) / recipe.validation.segments)
        spread = [pairs[int(n * step)] for n in range(min(len(pairs), recipe.validation.segments))]
        return examples, tuple(spread)
    lines = held_out.read_text(encoding="utf-8").split("\n")[:-1]
    return examples, tuple(Pair(*line.split("\t")) for line in lines)


def find_target_pieces(examples: Examples, vocabulary: Vocabulary, loaded: Loaded | None) -> list[str] | None:
    """Return the pieces that the new model may write: those of the targets it learnt from, and those of `init`.

    A piece that makes up less than one in six million is learnt by nobody. Special and byte pieces and single
    characters stay, so that every text can be written, but for the marks of hints, which are never said. None where
    `init` may write all: what it learnt from is unknown.
    """
    before = read_target_pieces(loaded.model.folder) if loaded is not None else []
    if before is None:
        return None
    counts = np.bincount(examples.target, minlength=len(vocabulary))
    least = max(1, len(examples.target) // RAREST_TARGET_PIECE)
    kept = set(before)
    return [
        piece
        for piece, number in vocabulary.numbers.items()
        if piece not in MARKS
        and (counts[number] >= least or piece in kept or piece.startswith("<") or len(piece.removeprefix("▁")) <= 1)
    ]


def find_target_words(examples: Examples, vocabulary: Vocabulary, loaded: Loaded | None) -> Set[str] | None:
    """Return the words, folded, that the new model has read in its target language, those of `init` among them.

    A model that goes on counts each word of its data as read: they are few, and whoever gave them vouches for them.
    None where nobody knows what `init` has read.
    """
    before = read_target_words(loaded.model.folder) if loaded is not None else frozenset()
    if before is None:
        return None
    counts: Counter[str] = Counter()
    for row in examples.own_rows():
        counts.update(fold(word[0]) for word in iter_words(vocabulary.decode(examples.pair(row)[1].tolist())))
    least = 1 if loaded is not None else RAREST_TARGET_WORD
    return before | {word for word, count in counts.items() if count >= least}


def compare(before: dict[str, Any], now: dict[str, Any], work: Path) -> None:
    """:raises TrainingError: where a run would go on with another recipe."""
    changed = sorted(key for key in now if before.get(key, now[key]) != now[key])
    changed += sorted(key for key in now if key not in before and key.startswith("data."))
    changed += sorted(key for key in before if key not in now and key.startswith("data."))
    if changed:
        shown = "; ".join(f"{key}: {before.get(key)!r} then, {now.get(key)!r} now" for key in changed[:4])
        raise TrainingError(
            f"{work} has a run with another recipe ({shown}). Give another --out, or delete {work} to start over."
        )
