"""Which version an XLIFF file is of, and in which languages its parts are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from translate.errors import FormatError, shown
from translate.formats.base import Header, Remark, Report, Verdict
from translate.formats.codes import agree, mend_code, primary
from translate.formats.pairs import absent, agrees
from translate.formats.xliff.units import ROOTS, UNITS, events_of
from translate.formats.xmlstream import Event, Opened, Whole
from translate.formats.xmltext import Element
from translate.records import dataclass

Pair = tuple[str, str]
"""Source and target language of a part; empty where nobody names it."""
_LANGUAGES = {
    "1": ("source-language", "target-language"), "2": ("srcLang", "trgLang"), "txml": ("locale", "targetlocale"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be read of a file."""

    version: str
    header: Header
    pairs: frozenset[Pair]
    """The parts that are read, by their languages."""


def version_of(root: Element, path: Path) -> str:
    """Return `1` or `2`, or `txml` for the files of Wordfast Pro. A root without version is one of the first.

    :raises FormatError: for a version that nobody knows.
    """
    if root.tag == "txml":
        return root.tag
    version = root.attributes.get("version") or ("2" if "srcLang" in root.attributes else "1")
    if version[:1] not in ("1", "2"):
        raise FormatError(f"is XLIFF version {shown(version)}; expected 1.0 to 2.2.", path=path, line=1, column=1)
    return version[0]


def pair_of(unit: Element, of_file: Pair) -> Pair:
    """Return the languages of a unit: those of its file, or else of its own sides."""
    return of_file[0] or _language_of(unit, "source"), of_file[1] or _language_of(unit, "target")


def pair_of_file(file: Element) -> Pair:
    """Return the languages that a `<file>` of XLIFF 1 names."""
    source, target = (mend_code(file.attributes.get(key, "")) or "" for key in _LANGUAGES["1"])
    return source, target


def languages_of(path: Path, wanted: Header | None, report: Report) -> Found:
    """Return the version of a file, and which of its parts are read: those in the languages that are stated, or else
    in those of the first unit, whatever the region. A stated region that is there is the only one.

    :param report: is told which languages are left out.
    :raises FormatError: where the file does not say, and nobody wants any; where it has units, and none in them.
    """
    version, of_file, counts = _count(path)
    if not counts:
        asked = wanted or Header("", "")
        source, target = of_file[0] or asked.source_language, of_file[1] or asked.target_language
        if not (source and target):
            raise _unnamed(path, version, source)
        return Found(version, Header(source, target), frozenset())
    first = next((pair for pair in counts if all(pair)), None)
    if wanted is None and first is None:
        raise _unnamed(path, version, next(iter(counts))[0])
    read = _picked(counts, wanted) if wanted is not None else _alike(counts, first or ("", ""))
    if wanted is not None and not read:
        turned = Header(wanted.target_language, wanted.source_language)
        read = [pair for pair in _picked(counts, turned) if all(pair)]
        if not read:
            raise absent(path, wanted, counts)
    _say_left_out(counts, read, path, report)
    asked = wanted or Header("", "")
    source = _shared(pair[0] for pair in read) or asked.source_language
    target = _shared(pair[1] for pair in read) or asked.target_language
    if not (source and target):
        raise _unnamed(path, version, source)
    return Found(version, Header(source, target), frozenset(read))


def pairs_of(path: Path) -> tuple[Header, ...]:
    """Return the languages of each part of a file that has units; a language without region includes its regions.

    :raises FormatError: where it cannot be read.
    """
    _, _, counts = _count(path)
    whole = [pair for pair in counts if all(pair)]
    bare = {pair for pair in whole if all(code == primary(code) for code in pair)}
    return tuple(Header(*pair) for pair in whole if pair in bare or not bare.intersection({_bare(pair)}))


def _count(path: Path) -> tuple[str, Pair, Counter[Pair]]:
    """Return the version, the languages that were named last, and how many units are in which."""
    version, found = "1", ("", "")
    counts: Counter[Pair] = Counter()
    for event in events_of(path):
        version, found = _languages_at(event, version, found, path)
        if isinstance(event, Whole) and event.element.tag in UNITS:
            counts[pair_of(event.element, found)] += 1
            if version != "1" and all(found):
                break  # One pair holds for the whole file.
    return version, found, counts


def _picked(counts: Collection[Pair], wanted: Header) -> list[Pair]:
    """Return the pairs in the languages that are stated; where a stated region is there, in that one."""
    stated = (wanted.source_language, wanted.target_language)
    near = [pair for pair in counts if all(map(agrees, pair, stated))]
    if stated[0] and stated[1] and agree(*stated):
        return [pair for pair in near if pair == stated]
    for side in (0, 1):
        if stated[side] != primary(stated[side]) and any(pair[side] == stated[side] for pair in near):
            near = [pair for pair in near if pair[side] in (stated[side], "")]
    return near


def _alike(counts: Collection[Pair], first: Pair) -> list[Pair]:
    """Return the pairs in the languages of `first`, whatever the region."""
    if agree(*first):
        return [first]
    return [pair for pair in counts if all(map(agrees, pair, first))]


def _bare(pair: Pair) -> Pair:
    return primary(pair[0]), primary(pair[1])


def _shared(codes: Iterable[str]) -> str:
    """Return the code that all have which have one, or else the language without region."""
    found = {code for code in codes if code}
    return found.pop() if len(found) == 1 else primary(min(found, default=""))


def _say_left_out(counts: Counter[Pair], read: Collection[Pair], path: Path, report: Report) -> None:
    left: Counter[str] = Counter()
    sources = {pair[0] for pair in read}
    for pair, count in counts.items():
        if pair not in read:
            left[pair[1] if pair[0] in sources else "–".join(code or "?" for code in pair)] += count
    for code, count in left.items():
        message = f"the language {shown(code)} is left out: {count:,} {'unit has' if count == 1 else 'units have'} it."
        report(Remark(Verdict.LOST, path, None, message, is_of_pair=True))


def _unnamed(path: Path, version: str, source: str) -> FormatError:
    missing = _LANGUAGES[version][1 if source else 0]
    return FormatError(f"has no {missing}; give the languages to read.", path=path)


def _languages_at(event: Event, version: str, found: Pair, path: Path) -> tuple[str, Pair]:
    """Return the version and the languages that hold from an event on."""
    if not isinstance(event, Opened) or event.element.tag not in (*ROOTS, "file"):
        return version, found
    if event.element.tag in ROOTS:
        version = version_of(event.element, path)
    said = [mend_code(event.element.attributes.get(key, "")) or "" for key in _LANGUAGES[version]]
    above = found if version == "2" else ("", "")
    return version, (said[0] or above[0], said[1] or above[1])


def _language_of(unit: Element, side: str) -> str:
    codes = (child.attributes.get("xml:lang", "") for child in _sides(unit) if child.tag == side)
    return next((mended for code in codes if code and (mended := mend_code(code))), "")


def _sides(unit: Element) -> Iterator[Element]:
    """Yield the elements of a unit, and those of its segments."""
    for child in unit.elements():
        yield child
        if child.tag in UNITS:
            yield from child.elements()
