"""Which document is the translation of which: by name, by a pattern, by a list, and where names differ by content."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from translate.alignment import compare_documents
from translate.config import Config
from translate.documents import READERS, Source, find_sources
from translate.documents.discovery import kind_of
from translate.errors import DocumentError, UsageError
from translate.languages import find_language
from translate.records import dataclass

_JOINTS = re.compile(r"[._\- ]+")
_SAMPLE_CHARACTERS = 200_000
Key = Callable[[str], str | None]
"""Gives what documents that belong together share; None for one that takes no part."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that are to be aligned. `name` is unique in a run, and is how units call their document."""

    name: str
    source: Source
    target: Source
    is_bilingual: bool = False
    """Whether both are one document, which has both languages."""
    more: tuple[tuple[Source, ...], tuple[Source, ...]] = ((), ())
    """The documents that follow the source, and those that follow the target: chapters in files of their own."""
    fixes: Path | None = None
    """A file of beads that a person fixed."""
    anchors: Path | None = None
    """A file that says where parts begin on both sides."""

    @property
    def sides(self) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
        """All documents of the source and of the target, in order."""
        return (self.source, *self.more[0]), (self.target, *self.more[1])

    @property
    def paths(self) -> tuple[str, str]:
        """How the report calls both sides: several documents are joined by `+`."""
        one, other = ("+".join(str(source.path) for source in side) for side in self.sides)
        return one, other


@dataclass(frozen=True, slots=True)
class Pairs:
    """What was found: pairs, those of them that content alone put together, and documents without a partner."""

    pairs: tuple[Pair, ...]
    by_content: tuple[Pair, ...] = ()
    unpaired: tuple[Path, ...] = ()
    left: tuple[tuple[Source, ...], tuple[Source, ...]] = ((), ())
    """Of these, the documents of the source side and those of the target side."""

    def match_again(self, unrelated: Sequence[Pair], config: Config) -> list[Pair]:
        """Return pairs by content of documents whose names found them no translation, and of those left."""
        ones = [*(pair.source for pair in unrelated), *self.left[0]]
        others = [*(pair.target for pair in unrelated), *self.left[1]]
        refused = {(pair.source, pair.target) for pair in unrelated}
        taken = {pair.name for pair in self.pairs}
        found = []
        for pair in _match_by_content(ones, others, config):
            if (pair.source, pair.target) not in refused:
                name = pair.name
                while name in taken:
                    name += "-2"
                taken.add(name)
                found.append(replace(pair, name=name))
        return found


def pair_documents(source: Path, target: Path, config: Config, *, pattern: str | None, kind: str | None) -> Pairs:
    """Return the pair of two files, or the pairs of two folders.

    :param pattern: `SOURCE=TARGET`, each with one `*`, such as `*_VO.txt=*_VA.txt`; what the stars stand for is equal.
    :param kind: read every file as this kind, whatever its ending.
    :raises DocumentError: where something does not exist, or the folders hold no pair.
    :raises UsageError: where a file is to be paired with a folder, or the pattern is wrong.
    """
    if source.is_dir() != target.is_dir():
        raise UsageError(f"{source} and {target}: one is a folder and the other is not; give two files or two folders.")
    if not source.is_dir():
        for path in (source, target):
            if not path.is_file():
                raise DocumentError("no such file or folder.", path=path)
        sources = [Source(path, path.name, kind or kind_of(path)) for path in (source, target)]
        return Pairs((Pair(_stem(sources[0].name, config.source_language), sources[0], sources[1]),))
    ones, others = (list(find_sources([str(folder)], kind=kind).sources) for folder in (source, target))
    if source.resolve() == target.resolve() and pattern is None:
        ones = [s for s in ones if _names_language(s.name, config.source_language)]
        others = [s for s in others if _names_language(s.name, config.target_language)]
    key_of = _keys(pattern, config)
    found, ones, others = _match(ones, others, key_of)
    by_content: list[Pair] = []
    if pattern is None and ones and others:
        by_content = _match_by_content(ones, others, config)
        taken = {pair.source for pair in by_content} | {pair.target for pair in by_content}
        ones, others = ([s for s in side if s not in taken] for side in (ones, others))
    pairs = sorted([*found, *by_content], key=lambda pair: pair.name)
    if not pairs:
        raise DocumentError(
            f"no document of this folder matches one in {target}; expected names that differ only in the language "
            "(letter.fr.txt, letter.en.txt). Give --pattern or --list.",
            path=source,
        )
    unpaired = tuple(s.path for s in [*ones, *others])
    return Pairs(tuple(pairs), tuple(by_content), unpaired, (tuple(ones), tuple(others)))


def find_bilingual(paths: Sequence[Path], *, kind: str | None) -> Pairs:
    """Return the documents that are named, or lie in the folders that are, each as a pair of its two languages.

    :raises DocumentError: where something does not exist, or nobody reads it.
    """
    pairs: list[Pair] = []
    for source in find_sources([str(path) for path in paths], kind=kind).sources:
        name = Path(source.name).with_suffix("").as_posix()
        while name in {pair.name for pair in pairs}:
            name = f"{name}-{len(pairs) + 1}"
        pairs.append(Pair(name, source, source, is_bilingual=True))
    return Pairs(tuple(pairs))


def read_list(path: Path, config: Config, *, kind: str | None) -> Pairs:
    """Read pairs from a file: a line is a source, a tab and a target, below the folder of the list itself.

    Each may be several documents that follow each other, joined by `+`.

    :raises DocumentError: with the line, where it is not so, or a file is missing.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise DocumentError(f"the list cannot be read: {exc}.", path=path) from exc
    pairs: list[Pair] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        words = line.split("\t")
        if len(words) != 2:
            message = f"expected a source, a tab and a target, not {len(words)} fields."
            raise DocumentError(message, path=path, line=number)
        sides = [_listed(word.strip(), path, number, kind) for word in words]
        name = _stem(sides[0][0].name, config.source_language)
        while name in {pair.name for pair in pairs}:
            name = f"{name}-{number}"
        pairs.append(Pair(name, sides[0][0], sides[1][0], more=(sides[0][1:], sides[1][1:])))
    if not pairs:
        raise DocumentError("the list is empty.", path=path)
    return Pairs(tuple(pairs))


def _listed(word: str, path: Path, line: int, kind: str | None) -> tuple[Source, ...]:
    """Return the documents that a field of a list names.

    :raises DocumentError: where one is missing.
    """
    names = [word] if (path.parent / word).is_file() else [name.strip() for name in word.split("+")]
    for name in names:
        if not (path.parent / name).is_file():
            raise DocumentError(f"no such file: {path.parent / name}.", path=path, line=line)
    return tuple(
        Source(path.parent / name, name.replace(os.sep, "/"), kind or kind_of(path.parent / name)) for name in names
    )


def _match(
    ones: Sequence[Source],
    others: Sequence[Source],
    key_of: tuple[Key, Key],
) -> tuple[list[Pair], list[Source], list[Source]]:
    """Pair what has equal keys; return the pairs, and what is left of both sides.

    :raises UsageError: where two documents of a side have one key.
    """
    tables: list[dict[str, Source]] = []
    for side, key in zip((ones, others), key_of, strict=True):
        table: dict[str, Source] = {}
        for source in side:
            name = key(source.name)
            if name is None:
                continue
            if name in table:
                raise UsageError(
                    f"{table[name].path} and {source.path} are both called '{name}' apart from the language; "
                    "choose one with --pattern or --list."
                )
            table[name] = source
        tables.append(table)
    shared = [name for name in tables[0] if name in tables[1]]
    pairs = [Pair(name, tables[0][name], tables[1][name]) for name in shared]
    taken = {source for pair in pairs for source in (pair.source, pair.target)}
    return pairs, [s for s in ones if s not in taken], [s for s in others if s not in taken]


def _keys(pattern: str | None, config: Config) -> tuple[Key, Key]:
    if pattern is None:
        return (
            lambda name: _stem(name, config.source_language),
            lambda name: _stem(name, config.target_language),
        )
    parts = pattern.split("=")
    if len(parts) != 2 or any(part.count("*") != 1 for part in parts):
        raise UsageError(
            f"--pattern '{pattern}': expected SOURCE=TARGET with one * on each side, such as '*_VO.txt=*_VA.txt'."
        )
    return _star(parts[0]), _star(parts[1])


def _star(pattern: str) -> Key:
    before, after = pattern.split("*")
    expression = re.compile(f"{re.escape(before)}(.*){re.escape(after)}")

    def key(name: str) -> str | None:
        found = expression.fullmatch(name)
        return found[1] if found else None

    return key


def _stem(name: str, language: str) -> str:
    """Return a document's name without ending and without what names its language: `letter` for `fr/letter_fr.txt`."""
    known = _names_of(language)
    place = Path(name)  # its root, and folders above, would lead out of the output folder
    folders = [part for part in place.parent.parts if part.lower() not in {*known, "..", place.anchor.lower()}]
    # Joints and words in turn; a word that names the language goes with the joint before it, or else after it.
    parts = re.split(f"({_JOINTS.pattern})", Path(name).stem)
    kept = [index for index in range(0, len(parts), 2) if parts[index].lower() not in known]
    stem = "".join(part for index in kept for part in (parts[index - 1] if index > kept[0] else "", parts[index]))
    return "/".join([*folders, stem or Path(name).stem])


def _names_language(name: str, language: str) -> bool:
    known = _names_of(language)
    words = [*Path(name).parent.parts, *_JOINTS.split(Path(name).stem)]
    return any(word.lower() in known for word in words)


def _names_of(language: str) -> frozenset[str]:
    known = find_language(language)
    return frozenset({language.lower(), known.code, *known.file_names})


def _match_by_content(ones: Sequence[Source], others: Sequence[Source], config: Config) -> list[Pair]:
    texts = [[_sample(source, config) for source in side] for side in (ones, others)]
    found = compare_documents(texts[0], texts[1], config.source_language, config.target_language)
    return [Pair(_stem(ones[i].name, config.source_language), ones[i], others[j]) for i, j in found]


def _sample(source: Source, config: Config) -> str:
    """Return the beginning of a document; nothing where it cannot be read, for the run itself will say why."""
    parts: list[str] = []
    length = 0
    try:
        document = READERS.load(source.kind).read(
            source.path, name=source.name, language=config.source_language, config=config.reading
        )
        for block in document.blocks:
            parts.append(block.text)
            length += len(block.text)
            if length > _SAMPLE_CHARACTERS:
                break
    except DocumentError:
        return ""
    return "\n".join(parts)
