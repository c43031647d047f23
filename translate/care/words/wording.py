"""Words that a model made up, of pieces it knows, or left as they were; names among them, put right from the source.

A model that writes in pieces of words can write words that there are not. Whoever reads its target knows at once that
`Gesunnen` is none only if he has the source beside it, so the engine says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from difflib import get_close_matches
from functools import cached_property, lru_cache

from translate.care.replacing import Replacement
from translate.care.words.leftovers import Leftovers
from translate.data import Issue, Severity
from translate.languages import UNDETERMINED, Language
from translate.text.late import late_plain
from translate.text.proper_names.names import NameRules, iter_names
from translate.text.words import fold, iter_words, split_lowered

NEAR = 0.65
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of a word that is made up to the name it stands for."""
SHORTEST = 3
"""Letters of the shortest word that is judged."""
_SHOWN = 5
_ACRONYM = late_plain(r"(?<![^\W_])[A-Z\u00c0-\u00d6\u00d8-\u00de]{2,6}(?![^\W_])")
_PLACE = late_plain(
    r"(?<![\w-])[A-Z\u00c0-\u00d6\u00d8-\u00de][a-z\u00df-\u00f6\u00f8-\u00ff]+(?:-[^\W\d_]+){2,}(?![\w-])"
)
"""« Saint-Étienne-du-Grès », whose parts may have been read without accents, but not the whole."""
_LOST_LETTERS = 2
_ANSWERS_KEPT = 256
"""Targets whose made-up words are remembered: several steps ask for those of one."""


class Wording:
    """Tells a word from one that is made up.

    :param load: returns the folded words of the target language that the model has read. It is called when the first
        target is there, for the engine has work by then.
    :param digest: of those words.
    :param own: texts in the target language whose words are words whatever the model has read: a glossary's.
    :param renders: tells whether a word of the target, in small letters, is one for a word of the source.
    :param keeps: tells whether a word of the source may stand in the target as it is; « Semaine » may not.
    :param acronym: translates an acronym, « OTAN », if it can.
    :param leftovers: translates the words that were left, if it can.
    :param source: the language whose names are looked for.
    :param target: the language of the words.
    """

    def __init__(
        self,
        load: Callable[[], Set[str]],
        digest: str,
        own: Iterable[str] = (),
        *,
        renders: Callable[[str, str], bool] = lambda source, word: False,
        keeps: Callable[[str], bool] = lambda word: True,
        acronym: Callable[[str], str | None] = lambda word: None,
        leftovers: Leftovers | None = None,
        source: Language = UNDETERMINED,
        target: Language = UNDETERMINED,
    ) -> None:
        self._load, self.digest, self._keeps, self._acronym = load, digest, keeps, acronym
        self._renders = renders
        self._leftovers = leftovers
        self._names, self._lent, self._target_acronyms = source.names, source.lent_words, target.acronyms
        self.find_invented = lru_cache(maxsize=_ANSWERS_KEPT)(self._find_invented)
        self._left: tuple[str, str, list[re.Match[str]]] = ("", "", [])
        """The latest answer: a target is asked for twice."""
        self._own = frozenset(fold(word[0]) for text in own for word in iter_words(text))

    @cached_property
    def _known(self) -> Set[str]:
        known = self._load()
        return known | self._own if self._own else known

    def _find_invented(self, source: str, target: str) -> list[re.Match[str]]:
        """Return the words of `target` that are neither known nor in `source`, but for those under three letters."""
        strange = set(split_lowered(target)).difference(split_lowered(source))
        strange = {word for word in strange if len(word) >= SHORTEST and word not in self._known}
        if strange:  # rare from here on
            strange -= {word for word in strange if fold(word) in self._known or fold(word) in _words_of(source)}
            strange = {word for word in strange if not self._renders(source, word)}
        if not strange:
            return []
        return [word for word in iter_words(target) if word[0].lower() in strange]

    def find_left(self, source: str, target: str) -> list[re.Match[str]]:
        """Return the words of `target` that are the source's, are not known, and may not stand as they are.

        What may be a name may.
        """
        if self._left[:2] != (source, target):
            self._left = source, target, self._find_left(source, target)
        return self._left[2]

    def _find_left(self, source: str, target: str) -> list[re.Match[str]]:
        strange = set(split_lowered(target)).intersection(split_lowered(source))
        strange = {word for word in strange if len(word) > SHORTEST and word not in self._known}
        if strange:  # rare from here on
            strange = {word for word in strange if fold(word) not in self._known and not self._keeps(word)}
        if not strange:
            return []
        names = set() if source.isupper() else {name.lower() for name in iter_names(source, self._names)}
        lists = (names, self._lent, self._names.surnames, self._names.places, self._names.first_names)
        strange = {word for word in strange if not any(word in one for one in lists)}
        return [word for word in iter_words(target) if word[0].lower() in strange]

    def translate_left(
        self, source: str, target: str, spared: Sequence[tuple[int, int]]
    ) -> tuple[list[Replacement], list[Issue]]:
        """Return edits that translate the words that `target` has from the source, and what is to be said of them.

        :param spared: characters [start, end) of `target` to leave alone.
        """
        if self._leftovers is None:
            return [], []
        return self._leftovers.find(source, target, self.find_left(source, target), spared)

    def read(
        self, source: str, target: str, spared: Sequence[tuple[int, int]], *, mends_names: bool
    ) -> tuple[list[Replacement], list[Issue]]:
        """Return edits that put right the names that `target` has mangled, and what is to be said of words made up or
        left untranslated.

        A mangled name is capitalised, made up, and like a name of the source that the target has not; or that name
        without its accents; or an acronym of the source without some of its letters. An acronym that has a translation
        gets it in place of itself.

        :param spared: characters [start, end) of `target` to leave alone.
        :param mends_names: False where capitals mean nothing, as in a title.
        """
        invented = _apart(self.find_invented(source, target), spared)
        edits: list[Replacement] = []
        if mends_names:
            edits = _mend_names(source, target, invented, self._names, self._keeps)
            edits += _mend_accents(source, target, spared, self._names, self._known)
            edits += _mend_capitals(source, target, [*spared, *(e[:2] for e in edits)], self._names, self._known)
            acronyms = dict.fromkeys(_ACRONYM.findall(source))
            if acronyms:
                written = {word[0] for word in iter_words(source)} | self._target_acronyms
                edits += _mend_acronyms(acronyms, written, target, [*spared, *(edit[:2] for edit in edits)])
                edits = list(self._with_acronyms(acronyms, target, edits, spared))
            edits = sorted(edits)
        mended = {start for start, _, _ in edits}
        left = [word for word in invented if word.start() not in mended]
        untranslated = _apart(self.find_left(source, target), [*spared, *(edit[:2] for edit in edits)])
        return edits, list(_issues_of(left, untranslated, target, edits))

    def _with_acronyms(
        self, acronyms: Collection[str], target: str, edits: Sequence[Replacement], spared: Sequence[tuple[int, int]]
    ) -> Iterator[Replacement]:
        """Yield `edits`, and one for each of the source's acronyms in `target`, with translations in their place."""
        for start, end, new in edits:
            yield start, end, self._translated(new) or new
        for match in _apart(_ACRONYM.finditer(target), [*spared, *(edit[:2] for edit in edits)]):
            other = self._translated(match[0]) if match[0] in acronyms else None
            if other:
                yield match.start(), match.end(), other

    def _translated(self, word: str) -> str | None:
        return self._acronym(word) if _ACRONYM.fullmatch(word) else None


def _mend_names(
    source: str, target: str, invented: Sequence[re.Match[str]], rules: NameRules, keeps: Callable[[str], bool]
) -> list[Replacement]:
    mangled = [word for word in invented if word[0][0].isupper()]
    if not mangled:
        return []
    there = _words_of(target)
    lost = {fold(name): name for name in iter_names(source, rules) if fold(name) not in there}
    edits = []
    for word in mangled:
        near = get_close_matches(fold(word[0]), list(lost), n=1, cutoff=NEAR)
        for name in near:
            whole = re.search(rf"(?:[^\W\d_]+-)*(?<!\w){re.escape(lost[name])}(?!\w)(?:-[^\W\d_]+)*", source)
            is_joined = whole is not None and "-" in whole[0]  # « Saint-Étienne-du-Grès »
            is_part = "-" in (target[word.start() - 1 : word.start()], target[word.end() : word.end() + 1])
            new = whole[0] if whole and is_joined and not is_part else lost[name]
            edits += [(word.start(), word.end(), new)] if is_joined or keeps(lost[name]) else []
    return edits


def _mend_capitals(
    source: str, target: str, spared: Sequence[tuple[int, int]], rules: NameRules, known: Set[str]
) -> list[Replacement]:
    """Return edits for names that lost their capital, `carrez` for « Carrez », which are no words of the target."""
    names = {name.lower(): name for name in iter_names(source, rules) if name not in target}
    names = {small: name for small, name in names.items() if name.istitle() and fold(small) not in known}
    words = _apart(iter_words(target) if names else (), spared)
    return [(word.start(), word.end(), names[word[0]]) for word in words if word[0] in names]


def _mend_accents(
    source: str, target: str, spared: Sequence[tuple[int, int]], rules: NameRules, known: Set[str]
) -> list[Replacement]:
    """Return edits for names that lost an accent, `Nebouy` for « Nébouy », but for those that were read: `Montreal`."""
    if source.isascii():
        return []
    found = _PLACE.findall(source) if source.count("-") > 1 else ()
    places = {fold(name): name for name in found if not name.isascii()}
    names = {fold(name): name for name in iter_names(source, rules) if not name.isascii() and fold(name) not in known}
    edits = []
    for match in _apart(_PLACE.finditer(target) if places else (), spared):
        place = places.get(fold(match[0]))
        edits += [(match.start(), match.end(), place)] if place and match[0].isascii() else []
    for word in _apart(iter_words(target) if names else (), [*spared, *(edit[:2] for edit in edits)]):
        name = names.get(fold(word[0]))
        edits += [(word.start(), word.end(), name)] if name and word[0].isascii() and word[0].istitle() else []
    return edits


def _apart(words: Iterable[re.Match[str]], spared: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """Return the words outside of the `spared` characters."""
    return [word for word in words if not any(start < word.end() and word.start() < end for start, end in spared)]


def _mend_acronyms(
    acronyms: Collection[str], written: Set[str], target: str, spared: Sequence[tuple[int, int]]
) -> list[Replacement]:
    """Return edits for acronyms of the source that the model wrote without some of their letters: `TC` for `TTC`.

    :param written: words that are what they should be.
    """
    lost = [word for word in acronyms if word not in target]
    if not lost:
        return []
    edits = []
    for match in _apart(_ACRONYM.finditer(target), spared):
        if match[0] not in written:
            near = [word for word in lost if word[0] == match[0][0] and _is_part(match[0], word)]
            edits += [(match.start(), match.end(), near[0])] if len(near) == 1 else []
    return edits


def _is_part(short: str, whole: str) -> bool:
    """Tell whether the letters of `short` stand in `whole` in their order, all but one or two."""
    letters = iter(whole)
    return 0 < len(whole) - len(short) <= _LOST_LETTERS and all(letter in letters for letter in short)


def _issues_of(
    invented: Sequence[re.Match[str]], left: Sequence[re.Match[str]], target: str, edits: Sequence[Replacement]
) -> Iterator[Issue]:
    for found, what in ((invented, "Possibly made up by the model"), (left, "Left untranslated by the model")):
        if found:
            message = f"{what}: {_enumerate(word[0] for word in found)}."
            yield Issue("invented", Severity.WARNING, message, float(len(found)))
    if edits:
        words = _enumerate(f"{new} (the model wrote {target[start:end]})" for start, end, new in edits)
        message = f"Restored from the source: {words}."
        yield Issue("names", Severity.WARNING, message, float(len(edits)))


@lru_cache(maxsize=8)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(word[0]) for word in iter_words(text))


def _enumerate(items: Iterable[str]) -> str:
    shown = list(dict.fromkeys(items))
    return ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")
