"""The `Language` object: everything that the package knows of one language, as data that its folder fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from translate.text.figures import Figures
from translate.text.measures import FoundMeasure, Value, WrittenMeasure
from translate.text.quotes import Quotes


@dataclass(frozen=True, slots=True)
class Language:
    """A language. What a field is empty of is not known of the language, and whoever asks does without.

    A folder of this package holds one language: its `__init__` makes the object, from data and small rule files of the
    same folder, one a semiotic class, each with its examples. Nothing outside the folder names the language.
    """

    code: str
    """ISO 639 code, small letters, without script and region."""
    name: str
    """English name."""
    segmentation: Path | None = None
    """SRX 2.0 file of the rules by which a text is parted into segments."""
    letters: str = ""
    """Letters with marks, small, that its own words are written with; foreign words have others."""
    function_words: frozenset[str] = frozenset()
    """Frequent function words, small, by which a text is known to be in it."""
    telltale_words: frozenset[str] = frozenset()
    """Words that a text in another language has only where something of this one is left in it: no names (`Les`), no
    loans (`per se`, `sans`), no words of the other languages."""
    find_abbreviations: Callable[[str], Iterator[tuple[int, int, str]]] | None = None
    """Yields the characters [start, end) of abbreviations in a text, and what each stands for."""
    find_measures: Callable[[str], Iterator[FoundMeasure]] | None = None
    """Yields the times, durations, rates and amounts of a text, in no order; they may overlap."""
    write_measure: Callable[[Value], WrittenMeasure] | None = None
    """Says a value as the language writes it."""
    figures: Figures | None = None
    """How numbers are written in figures."""
    mend_ordinals: Callable[[str], Iterator[tuple[int, int, str]]] | None = None
    """Yields the characters [start, end) of ordinals in figures with a wrong ending, `3th`, and what they should be."""
    quotes: Quotes | None = None
    stemmer: str = ""
    """Name of its algorithm among Porter's Snowball stemmers."""
    plural_endings: tuple[str, ...] = ()
    """How a longer form ends that is a plural."""
    pluralise: Callable[[str], str] | None = None
    """Returns the plural of a phrase that ends with its noun."""
