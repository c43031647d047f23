"""Apple's string catalogues, `.xcstrings` (*Apple, Localizing and varying text with a string catalog*).

All languages of a string stand in one file. Each string gets the localization of the target that it lacks, with the
variations of its source (plural forms, devices) and the state `needs_review` until somebody has looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from translate.documents.strings.filled import Catalogue, CatalogueReader, Mark, Place
from translate.documents.strings.json_places import JsonNode, parse_json
from translate.documents.strings.json_values import split_string, write_string
from translate.documents.strings.tokens import Escaping
from translate.documents.strings.values import is_text
from translate.formats.xcstrings import usual_variation
from translate.languages import base_code
from translate.records import dataclass
from translate.text.faults import FaultError

_HELD = re.compile(r"%(?:\d+\$)?#@[^@\s]+@|%(?:\d+\$)?arg\b")
_ESCAPING = Escaping(split_string, partial(write_string, last="\U0010ffff"), _HELD)
_SPACE = re.compile(r"\s*\Z")
_UNIT = ("stringUnit",)
_NEW = "new"


def find_places(catalogue: Catalogue) -> Iterator[Place | Mark]:
    """Yield the places of the localizations that are missing or empty.

    :raises FaultError: where the file is no string catalogue, or its source is another language.
    """
    root = parse_json(catalogue.text)
    strings, said = root.find("strings"), root.find("sourceLanguage")
    if strings is None or strings.members is None or said is None:
        raise FaultError("is no string catalogue; expected sourceLanguage and strings.", 0)
    if base_code(said.value) != base_code(catalogue.language):
        message = f"its sources are in {said.value}; expected {catalogue.language}. Give --source-language."
        raise FaultError(message, said.start)
    target = catalogue.config.target_language
    for key, entry in strings.members.items() if target else ():
        translates = entry.find("shouldTranslate")
        if entry.members is not None and (translates is None or _native(catalogue, translates) != "false"):
            yield from _Entry(catalogue, key, entry, said.value, target).places()


def _answering(own: JsonNode, path: tuple[str, ...]) -> JsonNode | None:
    """Return what the source says in a variation of the target: in the form of most numbers where it lacks that."""
    return next((node for way in (path, usual_variation(path), (*_UNIT, "value")) if (node := own.find(*way))), None)


def _native(catalogue: Catalogue, node: JsonNode) -> str:
    return catalogue.text[node.start : node.end]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A string of a catalogue, whose source has the code `source`."""

    catalogue: Catalogue
    key: str
    node: JsonNode
    source: str
    target: str

    def places(self) -> Iterator[Place | Mark]:
        localizations = self.node.find("localizations")
        known = (localizations.members or {}) if localizations else {}
        own = known.get(self.source)
        mine = next((one for code, one in known.items() if base_code(code) == base_code(self.target)), None)
        if mine is not None:
            yield from self._again(mine, own)
        elif own is not None:
            yield from self._beside(own)
        elif self._offers("", self.key):
            yield self._within(localizations)

    def _offers(self, path: str, text: str) -> bool:
        return self.catalogue.keys.offers(f"{self.key}.{path}" if path else self.key, text, is_text)

    @property
    def _state(self) -> str:
        return '"translated"' if self.catalogue.is_finished else '"needs_review"'

    @property
    def _source_of_key(self) -> str:
        return self.catalogue.text[self.node.key[0] + 1 : self.node.key[1] - 1]

    def _again(self, mine: JsonNode, own: JsonNode | None) -> Iterator[Place | Mark]:
        """Yield the places of a localization that is there, in each variation of it that says nothing, or is new."""
        for path, value in mine.walk():
            if path[-2:] != (*_UNIT, "value"):
                continue
            state = mine.find(*path[:-1], "state")
            if value.value and (state is None or state.value != _NEW):
                continue
            source = _answering(own, path) if own else None
            text, native = (
                (source.value, _native(self.catalogue, source)[1:-1]) if source else (self.key, self._source_of_key)
            )
            where = ".".join(path[:-2])
            if self._offers(where, text):
                name = ".".join(filter(None, (self.key, where)))
                place = Place(value.start, value.end, native, _ESCAPING, lambda written: f'"{written}"', name)
                found: list[Place | Mark] = [place]
                found += [Mark(state.start, state.end, lambda _: self._state, (place,))] if state else []
                yield from sorted(found, key=lambda one: one.start)

    def _beside(self, own: JsonNode) -> Iterator[Place]:
        """Yield the places of a localization that is made as that of the source is."""
        text = self.catalogue.text
        space = _SPACE.search(text, 0, own.key[0])
        between = text[own.key[1] : own.start]
        before = text[space.start() if space else own.key[0] : own.key[0]]
        is_first = self.target < self.source
        at = own.key[0] if is_first else own.end
        lead = f'"{self.target}"{between}' if is_first else f',{before}"{self.target}"{between}'
        found = [
            (path, node)
            for path, node in own.walk()
            if path[-2:] == (*_UNIT, "value") and self._offers(".".join(path[:-2]), node.value)
        ]
        position = own.start
        for number, (path, node) in enumerate(found):
            opening = lead + self._copied(own, position, node.start)
            is_last = number == len(found) - 1
            closing = self._copied(own, node.end, own.end) + (f",{before}" if is_first else "") if is_last else ""
            where = ".".join((self.key, *path[:-2]))
            yield Place(
                at, at, _native(self.catalogue, node)[1:-1], _ESCAPING, partial(_quoted, opening, closing), where
            )
            position, lead = node.end, ""

    def _copied(self, own: JsonNode, start: int, end: int) -> str:
        """Return what stands there, with other states."""
        parts, position = [], start
        for path, node in own.walk():
            if path[-2:] == (*_UNIT, "state") and start <= node.start < end:
                parts += [self.catalogue.text[position : node.start], self._state]
                position = node.end
        return "".join([*parts, self.catalogue.text[position:end]])

    def _within(self, localizations: JsonNode | None) -> Place:
        """Return the place of the first localization of a string whose key is its text."""
        text = self.catalogue.text
        line = text.rfind("\n", 0, self.node.key[0])
        indent = text[line + 1 : self.node.key[0]] if line >= 0 else ""
        end = ("\r\n" if text[line - 1 : line + 1] == "\r\n" else "\n") if indent and not indent.strip() else ""
        lines = [f"{end}{indent}{'  ' * depth}" if end else "" for depth in range(5)]
        names = [self.target, *_UNIT] if localizations else ["localizations", self.target, *_UNIT]
        first = 4 - len(names)
        opening = "".join(f'{lines[depth]}"{name}" : {{' for depth, name in enumerate(names, first))
        opening += f'{lines[4]}"state" : {self._state},{lines[4]}"value" : '
        closing = "".join(f"{lines[depth]}}}" for depth in range(3, first - 1, -1))
        around = localizations or self.node
        assert around.members is not None
        if around.members:
            start = stop = max(one.end for one in around.members.values())
            opening = f",{opening}"
        else:
            start, stop = around.start + 1, around.end - 1
            closing += lines[first - 1]
        return Place(start, stop, self._source_of_key, _ESCAPING, partial(_quoted, opening, closing), self.key)


def _quoted(opening: str, closing: str, written: str) -> str:
    return f'{opening}"{written}"{closing}'


READER = CatalogueReader("xcstrings", find_places)
