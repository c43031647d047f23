"""A look at every document before any is translated: what is wrong shows in the first second, not after hours."""

from __future__ import annotations

from pathlib import Path

from translate.config import Config
from translate.data import Document
from translate.documents import READERS, Source
from translate.errors import DocumentError
from translate.files import digest_of
from translate.languages.codes import base_code
from translate.languages.identification import find_other_language
from translate.records import dataclass
from translate.text.words import has_letters

_SAMPLE_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A document that can be translated. `characters` counts its text; `digest` is a SHA-256 of the file."""

    document: Document
    characters: int
    digest: str


def survey(source: Source, config: Config) -> Surveyed:
    """Read a document from end to end.

    :raises DocumentError: where it cannot be read, has no text, or is not in the source language.
    """
    _verify_name(source)
    reader = READERS.load(source.kind)
    document = reader.read(source.path, name=source.name, language=config.source_language, config=config.reading)
    characters = sampled = 0
    sample: list[str] = []
    lettered = False
    for block in document.blocks:
        characters += len(block.text)
        lettered = lettered or has_letters(block.text)
        if sampled < _SAMPLE_CHARACTERS:
            sample.append(block.text)
            sampled += len(block.text)
    if not characters:
        empty = source.path.stat().st_size == 0
        raise DocumentError("is empty." if empty else "has no text, only white space or markup.", path=source.path)
    if config.documents.verify_language and lettered:
        _verify_language(source.path, "\n".join(sample)[:_SAMPLE_CHARACTERS], base_code(config.source_language))
    return Surveyed(document, characters, digest_of(source.path))


def _verify_name(source: Source) -> None:
    """Refuse a name that was written in another encoding: no memory and no journal can hold it."""
    try:
        source.name.encode()
    except UnicodeEncodeError as exc:
        shown = Path(str(source.path).encode(errors="backslashreplace").decode())
        raise DocumentError("its name is not in UTF-8; rename it.", path=shown) from exc


def _verify_language(path: Path, text: str, language: str) -> None:
    guess = find_other_language(text, language)
    if guess is None or guess.language is None:
        return
    best = guess.language
    raise DocumentError(
        f"seems to be in '{best}', not '{language}': {guess.votes[best]} of its function words are '{best}', "
        f"{guess.votes.get(language, 0)} '{language}'. Give --any-language to translate it anyway.",
        path=path,
    )
