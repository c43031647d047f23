"""Typography of the target language by option: quotation marks, apostrophes, ordinals and numbers."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.care.replacing import Replacement
from translate.care.writing.marks import iter_mark_edits, write_mark
from translate.care.writing.repeats import iter_repeats
from translate.checks.punctuation import find_joined
from translate.config import OutputConfig
from translate.errors import UsageError
from translate.languages import Language
from translate.text.late import late
from translate.text.numbers.figures import Figures, pattern_of_halves, value_of
from translate.text.usage.quotes import Quotes

QUOTES = ("straight", "curly")
AS_IS, TARGET = "as_is", "target"
"""Of numbers; `TARGET` may be called after the target language too, `english`."""
_BEFORE = r"(?<![\w.,\u00a0\u202f])(?<!\d )"
_SPACE = "[ \u00a0\u202f]"
_AFTER = rf"(?![\w]|[.,]\d|{_SPACE}\d)(?:{_SPACE}?(?P<sign>[€$£]))?"


class Typography:
    """What the options ask for.

    :raises UsageError: where they ask for what there is not.
    """

    def __init__(self, config: OutputConfig, source: Language, target: Language) -> None:
        numbers = (TARGET, AS_IS, target.name.lower()) if target.figures else (TARGET, AS_IS)
        for name, value, known in (("quotes", config.quotes, QUOTES), ("numbers", config.numbers, numbers)):
            if value not in known:
                raise UsageError(f"Unknown {name} '{value}'. Known: {', '.join(known)}.")
        self._target, self._is_curly = target, config.quotes == "curly"
        # A model may be asked for the sign of the target.
        sign = rf"(?<!\w)(?:{source.number_sign.read}|{target.number_sign.read})\s?"
        self._numbered = late(rf"{sign}(?P<number>\d[\d/-]*)", regex.IGNORECASE)
        named = rf"(?:{sign}|(?<![\w-])(?:{source.number_sign.words}))"
        self._grouped = late(
            rf"{named}(?P<number>\d{{1,3}}(?:{_SPACE}\d{{3}})+)(?!\d|[.,]\d|{_SPACE}?[€$£%])", regex.IGNORECASE
        )
        self._numbers = _Numbers(source.figures, target.figures, named) if source.figures and target.figures else None
        self.rewrites = config.numbers != AS_IS and self._numbers is not None
        """Whether numbers are written as the target language does."""
        self.signature = f"{config.quotes} {TARGET if self.rewrites else AS_IS}"

    def find_marks(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield quotation marks, apostrophes and ellipses that are not as in the source, in the target's style; dashes
        between spaces and repeated marks that are others than in the source, and spaces before marks, where the
        target's language sets none; and the full stop that a title has gained, or the semicolon that an item of a list
        has lost."""
        if quotes := self._target.quotes:
            marks = list(iter_mark_edits(source, target, quotes, is_curly=self._is_curly))
            yield from marks
            others = [*_iter_dashes(source, target), *iter_repeats(source, target), *_iter_rows(source, target)]
            others += _iter_capitals(source, target)
            others += () if self._target.spaced_marks else _iter_spaces(target)
            yield from (one for one in others if not any(s < one[1] and one[0] < e for s, e, _ in marks))
            for place in (*(place for place, _ in find_joined(source, target)), *_find_glued(source, target)):
                yield place, place, " "
            if source.endswith(_LISTED) and target[-1:].isalnum():
                yield len(target), len(target), _LISTED
        last = _LAST_WORD.search(source, source.rfind(" ") + 1)
        if last and (stop := _FULL_STOP.search(target, target.rfind(" ") + 1)):
            is_long = len(stop["word"]) > _LONGEST_ABBREVIATION
            if is_long or (stop["word"] == last["word"] and not stop["word"].islower()):
                yield stop.end("word"), stop.end(), ""

    def write_mark(self, *, opens: bool, single: bool) -> str:
        """Return a quotation mark in the target's style; a straight one where nobody knows that."""
        quotes = self._target.quotes or Quotes(('"', '"'), ("'", "'"))
        return write_mark(quotes, opens=opens, single=single, is_curly=self._is_curly)

    def find_figures(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield ordinals and numbers that are not written as the target language writes them."""
        if self._target.mend_ordinals:
            for start, end, new in self._target.mend_ordinals(target):
                if target[start:end] not in source:
                    yield start, end, new
        if self._target.mend_amounts and self.rewrites:
            for start, end, new in self._target.mend_amounts(target):
                date = _SLASHED.match(target, end)
                if (date and date[0] in source) or _DATED.match(target, end):
                    yield start, end, ""
                elif target[start:end].strip() not in source:
                    yield start, end, new
        yield from self._find_number_signs(source, target)
        yield from self._find_numbers_for_names(source, target)
        if self._numbers:
            yield from self._numbers.iter_edits(source, target, rewrites=self.rewrites)

    def _find_number_signs(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield the signs that a model from elsewhere writes before a number, `#12`, where the source has its own."""
        if "#" not in target or not self._target.number_sign.written:
            return
        own = {match["number"] for match in self._numbered.finditer(source)}
        for match in _HASH.finditer(target):
            if match["number"] in own and match[0] not in source:
                yield match.start(), match.start() + 1, f"{self._target.number_sign.written} "

    def _find_numbers_for_names(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield numbers that are names, « n° 458 712 » or a postcode, written as amounts, `458,712`."""
        for code in _POSTCODE.finditer(source):
            written = rf"(?<![\d.,]){code['first']}[ ,.\u00a0\u202f]{code['last']}(?=\s{code['town']})"
            for match in regex.finditer(written, target):
                yield *match.span(), code["first"] + code["last"]
        for named in self._grouped.finditer(source):
            number = named["number"]
            written = regex.sub(r"\D", "[,.]", number)
            for match in regex.finditer(rf"(?<![\d.,]){written}(?![.,]?\d)", target):
                yield *match.span(), number

    def rewrite_number(self, number: str) -> str:
        """Return a number of the source as the target language writes it; whatever else it is, it stays."""
        return self._numbers.rewrite(number) if self._numbers else number


def _iter_dashes(source: str, target: str) -> Iterator[Replacement]:
    """Yield the dashes of a source in place of the hyphens that the target has for them."""
    own = _DASHES.findall(source)
    if not own:
        return
    found = list(_DASHES.finditer(target))
    if len(found) != len(own):
        own = own[:1] * len(found) if len(set(own)) == 1 else []
    for match, dash in zip(found, own, strict=False):
        if match[0] != dash:
            yield *match.span(), dash


def _iter_rows(source: str, target: str) -> Iterator[Replacement]:
    """Yield the spaces behind commas of a row, « Prénom,Nom,Ville », that a target has and its source has none of."""
    if source.count(",") > 1 and ", " not in source and len(_TIGHT.findall(source)) > 1:
        yield from ((match.end() - 1, match.end(), "") for match in _LOOSE.finditer(target))


def _iter_capitals(source: str, target: str) -> Iterator[Replacement]:
    """Yield the capital behind a colon, « Objet : Réclamation », that a target has not."""
    found = list(_BEHIND_COLON.finditer(target)) if _CAPITAL_BEHIND_COLON.search(source) else []
    if len(found) == 1 == len(_CAPITAL_BEHIND_COLON.findall(source)) == source.count(":"):
        yield *found[0].span(), found[0][0].upper()


def _find_glued(source: str, target: str) -> Iterator[int]:
    """Yield where a unit of the target stands at its number, `250g`, or a word at its colon, `Note:closed`, that the
    source sets a space before, a value, `:nom`, at the word before it, and a time at the comma behind its date."""
    if ": " in source and not _GLUED_COLON.search(source):
        yield from (match.end() for match in _GLUED_COLON.finditer(target))
    for name in _NAMED.findall(source) if " :" in source else ():
        yield from (match.start() for match in regex.finditer(rf"(?<=\w){name}(?!\w)", target))
    yield from (match.end() for match in _GLUED_TIME.finditer(target))
    found = {match["unit"] for match in _MEASURED.finditer(source)}
    glued = {match["unit"] for match in _GLUED.finditer(source)}
    for match in _GLUED.finditer(target) if found - glued else ():
        if match["unit"] in found - glued:
            yield match.start("unit")


def _iter_spaces(target: str) -> Iterator[Replacement]:
    """Yield the spaces before marks, of which the sign of per cent is one behind a number."""
    for match in _SPACE_BEFORE_MARK.finditer(target):
        yield *match.span(), ""


_DASHES = late(r"(?<=\S\s)[-–—](?=\s)")
_SPACE_BEFORE_MARK = late(
    rf"(?<=[\p{{L}}\p{{N}}]){_SPACE}+"
    r"(?=[,.](?:\s(?![.,])|\Z)|[!?;](?:\s|\Z)|:(?<=(?:\p{L}|_\d+)\s+:)(?:\s|\Z)|%(?<=\d[^%]{0,3}%)(?![%\w]))"
)
_SLASHED = late(r"\d{1,2}/\d{1,2}(?![\d/])")
"""A day and a month, which have no currency."""
_DATED = late(r"(?<!\d\s?(?:[^\w\s]|[A-Z]{3})\s?)\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{4}(?!\d)")
_POSTCODE = late(r"(?<=\A|,\s|\s[-–—]\s|\n)(?P<first>\d\d)(?P<last>\d{3})(?=\s(?P<town>\p{Lu}\p{L}+))")
_NAMED = late(r"(?<=[ \u00a0]):\p{Ll}\w+(?!:)")
"""A value to be filled in, as Laravel and SQL name one."""
_GLUED_COLON = late(r"(?<=\p{L}\p{L}):(?=\p{L}\p{L}|\d)")
_TIGHT, _LOOSE = late(r"(?<=\p{L}),(?=\p{L})"), late(r"(?<=\p{L}), (?=\p{L})")
_CAPITAL_BEHIND_COLON = late(r"(?<=\w[ \u00a0\u202f]?: )\p{Lu}(?=\p{Ll})")
_BEHIND_COLON = late(r"(?<=\w: )\p{Ll}(?=\p{Ll}+(?![\w]))")
_GLUED_TIME = late(r"(?<=\d{4}),(?=\d{1,2}:\d\d(?!\d))")
"""The comma between a date and a time."""
_UNIT = r"(?P<unit>[kcdm]?[mgl]|[kcdm]?L|[kM]?[WVAJ]|[kMG]?Hz|kWh|[kMGT]B|ha|min|rpm|px)(?![\w/²³-])"
_MEASURED, _GLUED = late(rf"(?<=\d{_SPACE}){_UNIT}"), late(rf"(?<=(?<![\p{{L}}_])\d)(?<!\p{{L}}[\d.,]*){_UNIT}")
"""Behind a number, a unit with a space before it, and one without."""
_HASH = late(r"(?<!\w)#(?P<number>\d[\d/-]*)")
_LISTED = ";"
"""What ends an item of a list."""
_LAST_WORD = late(r"(?<![\w.])(?P<word>\w+)\Z")
_FULL_STOP = late(r"(?<![\w.])(?P<word>\w+)\.\Z")
_LONGEST_ABBREVIATION = 6
"""Letters of the longest that ends with a full stop: *approx.*"""


class _Numbers:
    """The numbers of a target that stand there as the source writes them, in full or by halves."""

    def __init__(self, source: Figures, target: Figures, sign: str) -> None:
        """:param sign: pattern of what stands before numbers that are names in the source."""
        self._source, self._target = source, target
        self._sign = late(rf"{sign}\Z", regex.IGNORECASE)
        self._own = late(f"{_BEFORE}{source.pattern}{_AFTER}")
        self._written = late(f"{_BEFORE}(?:{pattern_of_halves(source, target)}|{source.pattern}){_AFTER}")
        words = "|".join(target.list_words)
        self._list_before = late(rf"(?:{words})\s*$" if words else r"(?!)", regex.IGNORECASE)

    def rewrite(self, number: str) -> str:
        match = regex.fullmatch(self._source.pattern, number)
        return self._target.write(match["whole"], match["part"] or "") if match else number

    def iter_edits(self, source: str, target: str, *, rewrites: bool) -> Iterator[Replacement]:
        """Yield what the numbers are in the target's way, where it `rewrites` them.

        What is no number of the source stays; so does `3,5` after *articles*, which may be a list. Noughts at the end,
        which a model adds and drops, are those of the source. A number that is a name, « n° 458 712 », stays as it
        is written there. Where numbers stay as they are, only such noughts are mended: `2 500,000 €` for `2 500,00 €`
        reads as millions.
        """
        known = {value_of(match["whole"], match["part"] or ""): match for match in self._own.finditer(source)}
        for match in self._written.finditer(target) if known else ():
            own = known.get(value_of(match["whole"], match["part"] or ""))
            if own is None or (match["part"] and self._list_before.search(target[: match.start()])):
                continue
            if rewrites:
                new = self._target.write(match["whole"], own["part"] or "")
                if not own["sign"] and self._sign.search(source, 0, own.start()):
                    new = source[own.start() : _end_of(own)]
                end = _end_of(match)
                if match["sign"] and self._target.is_currency_first:
                    new, end = match["sign"] + new, match.end()
                if new != target[match.start() : end]:
                    yield match.start(), end, new
            elif len(match["part"] or "") > len(own["part"] or ""):
                yield match.start(), _end_of(match), source[own.start() : _end_of(own)]


def _end_of(number: regex.Match[str]) -> int:
    """Return where a number ends, without its currency."""
    return int(number.end("part") if number["part"] else number.end("whole"))
