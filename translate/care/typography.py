"""English typography by option: quotation marks, apostrophes and numbers of a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from translate.config import OutputConfig
from translate.errors import UsageError

QUOTES = ("straight", "curly")
NUMBERS = ("as_is", "english")
Edit = tuple[int, int, str]
"""Characters [start, end) of a text and what replaces them."""

_GUILLEMETS = regex.compile(r"«[\s\u00a0\u202f]*|[\s\u00a0\u202f]*»")
_SINGLES = "'’‘‛"
_ANY_QUOTE = regex.compile(f'["“”„‟{_SINGLES}]')
_DOUBLE = regex.compile('[«»"“”„‟]')
_SINGLE = regex.compile(r"(?<![^\s([{—–-])['‘](?=\w)(?P<quoted>[^'‘’]+(?:(?<=\w)['’](?=\w)[^'‘’]+)*)(?<=\S)['’](?!\w)")
"""A quotation between single marks; apostrophes may stand in it."""
_CLOSED = regex.compile(r"""(?<=\w[?!,.…])["”'’](?=\s+\p{Ll})""")
_OPENED = regex.compile(r"""(?<![\w?!,.…])["“'‘](?=[\w…])""")
_SPACE = "[ \u00a0\u202f]"
# A number as French writes it: groups of three parted by spaces, or a decimal comma; then perhaps a currency.
_FRENCH = rf"(?:(?P<whole>\d{{1,3}}(?:{_SPACE}\d{{3}})+)(?:,(?P<part>\d+))?|(?P<whole>\d+),(?P<part>\d+))"
# What a model makes of one by halves: `1 280.50`, or `1,280,50`.
_HALF = rf"(?P<whole>\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|(?:,\d{{3}})+))[.,](?P<part>\d+)"
_BEFORE = r"(?<![\w.,\u00a0\u202f])(?<!\d )"
_AFTER = rf"(?![\w]|[.,]\d|{_SPACE}\d)(?:{_SPACE}?(?P<sign>[€$£]))?"
_NUMBER = regex.compile(f"{_BEFORE}{_FRENCH}{_AFTER}")
_WRITTEN = regex.compile(f"{_BEFORE}(?:{_HALF}|{_FRENCH}){_AFTER}")
_ORDINAL = regex.compile(r"(?<![\w.,])(?P<number>\d{1,4})(?P<ending>st|nd|rd|th)(?!\w)", regex.IGNORECASE)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LIST_BEFORE = regex.compile(
    r"(?:articles?|arts?\.|sections?|pages?|nos?|numbers?|n°|points?|chapters?)\s*$", regex.IGNORECASE
)


class Typography:
    """What the options ask for.

    :raises UsageError: where they ask for what there is not.
    """

    def __init__(self, config: OutputConfig, source_language: str) -> None:
        for name, value, known in (("quotes", config.quotes, QUOTES), ("numbers", config.numbers, NUMBERS)):
            if value not in known:
                raise UsageError(f"Unknown {name} '{value}'. Known: {', '.join(known)}.")
        self._curly = config.quotes == "curly"
        self._french = source_language.partition("-")[0] == "fr"
        self._numbers = config.numbers == "english" and self._french
        self.signature = f"{config.quotes} {config.numbers if self._numbers else 'as_is'}"

    def edits(self, source: str, target: str, spared: Sequence[tuple[int, int]]) -> list[Edit]:
        """Return the edits for `target`, in order, without overlap; none within the `spared` characters."""
        found = [*self._quotes(source, target), *self._iter_opened(source, target), *_iter_ordinals(source, target)]
        if self._french:
            found += self._iter_numbers(source, target)
        found.sort()
        return [edit for edit in found if not any(start < edit[1] and edit[0] < end for start, end in spared)]

    def _quotes(self, source: str, target: str) -> Iterator[Edit]:
        doubled: set[int] = set()
        if _DOUBLE.search(source) and not _SINGLE.search(source):
            for match in _SINGLE.finditer(target):
                doubled |= {match.start(), match.end() - 1}
        for match in _GUILLEMETS.finditer(target):
            yield match.start(), match.end(), self._mark(opens=match[0].startswith("«"), single=False)
        for match in _ANY_QUOTE.finditer(target):
            single = match[0] in _SINGLES and match.start() not in doubled
            mark = self._mark(opens=_opens(target, match.start()), single=single)
            if match[0] != mark:
                yield match.start(), match.end(), mark

    def _iter_opened(self, source: str, target: str) -> Iterator[Edit]:
        """Open the speech that the model only closes, behind a dash that it did not see: `Who’s there?" she asked.`"""
        closed = _CLOSED.search(target)
        if closed is None or _DOUBLE.search(source) or _OPENED.search(target, 0, closed.start()):
            return
        first = next((place for place, character in enumerate(target) if character.isalnum()), 0)
        yield first, first + 1, self._mark(opens=True, single=closed[0] in _SINGLES) + target[first]

    def _mark(self, *, opens: bool, single: bool) -> str:
        straight, opening, closing = "'‘’" if single else '"“”'
        return (opening if opens else closing) if self._curly else straight

    def _iter_numbers(self, source: str, target: str) -> Iterator[Edit]:
        """Yield the numbers that the target has as the French source writes them, in full or by halves.

        What is no number of the source stays; so does `3,5` after *articles*, which may be a list. Noughts at the end,
        which a model adds and drops, are those of the source. Where numbers stay as they are, only such noughts are
        mended: `2 500,000 €` for `2 500,00 €` reads as millions.
        """
        known = {_value(match): match for match in _NUMBER.finditer(source)}
        for match in _WRITTEN.finditer(target) if known else ():
            own = known.get(_value(match))
            if own is None or (match["part"] and _LIST_BEFORE.search(target[: match.start()])):
                continue
            if self._numbers:
                new = (match["sign"] or "") + _in_english(match, own["part"])
                if new != match[0]:
                    yield match.start(), match.end(), new
            elif len(match["part"] or "") > len(own["part"] or ""):
                yield match.start(), _end_of(match), source[own.start() : _end_of(own)]


def _iter_ordinals(source: str, target: str) -> Iterator[Edit]:
    """Yield English ordinals with the ending of another number: `3th`, `21th`."""
    for match in _ORDINAL.finditer(target):
        number = int(match["number"][-2:])
        ending = "th" if number in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
        written = match["ending"]
        if written.lower() != ending and match[0] not in source:
            yield match.start("ending"), match.end(), ending.upper() if written.isupper() else ending


def write_english(number: str) -> str:
    """Return a number that is written the French way, `1 234,56`, in the English way, `1,234.56`; others stay."""
    match = regex.fullmatch(_FRENCH, number)
    return _in_english(match, match["part"]) if match else number


def _in_english(number: regex.Match[str], part: str | None) -> str:
    digits = _digits(number)
    text = f"{int(digits):,}" if number["whole"] != digits or len(digits) > 4 else digits
    return f"{text}.{part}" if part else text


def _end_of(number: regex.Match[str]) -> int:
    """Return where a number ends, without its currency."""
    return int(number.end("part") if number["part"] else number.end("whole"))


def _opens(text: str, place: int) -> bool:
    return place == 0 or text[place - 1].isspace() or text[place - 1] in "([{—–-"


def _digits(number: regex.Match[str]) -> str:
    return "".join(filter(str.isdecimal, number["whole"]))


def _value(number: regex.Match[str]) -> tuple[str, str]:
    return _digits(number), (number["part"] or "").rstrip("0")
