"""The text of a block comes in, its segments go out, by the rules of one language."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from translate.data import CodeKind, InlineCode, Segment
from translate.errors import UnknownNameError
from translate.files import kept_or_made
from translate.languages import find_language, known_languages
from translate.segmentation.codes import CodedText
from translate.segmentation.entries import CODE
from translate.segmentation.matcher import RuleMatcher
from translate.segmentation.rules import Rule, SrxFile
from translate.signature import digest_code
from translate.text.late import late_plain
from translate.text.protected.messages import find_messages

_NOT_FOR_SIGNATURES = late_plain(r"[^\w.-]")


class Segmenter:
    """Parts a text by the rules that an SRX file has for a language.

    :param name: what the signature calls the rules; None takes the name of their file.
    :param late: make the rules ready at the first text, not now: they take a quarter of a second, and a text that has
        its segments already needs none. For rules that are known to be good.
    :raises RuleError: where the file has no rules for the language, or one of them cannot be used.
    """

    def __init__(self, srx: SrxFile, language: str, *, name: str | None = None, late: bool = False) -> None:
        self.language = language
        rules = self._rules = srx.rules_for(language)
        self._ready = None if late else RuleMatcher(rules)
        self._handles = srx.handles
        recipe = "\n".join(f"{rule.is_break}\t{rule.before}\t{rule.after}" for rule in rules)
        recipe += f"\n{digest_code(*CODE)}"
        recipe += "".join(f"\n{kind}\t{srx.handles[kind]}" for kind in CodeKind)
        digest = hashlib.sha256(recipe.encode("utf-8", "surrogatepass")).hexdigest()[:7]
        self.signature = f"{_NOT_FOR_SIGNATURES.sub('_', name or Path(srx.path).name)}@{digest}"
        """Name of the rules, hash of rules, handles, code, `fr.srx@1a2b3c4`: equal signatures give equal segments."""

    @property
    def _matcher(self) -> RuleMatcher:
        if self._ready is None:
            self._ready = _late_matcher(self._rules)
        return self._ready

    def segment(self, text: str, codes: Sequence[InlineCode] = ()) -> tuple[Segment, ...]:
        """Part `text`. Segments neither begin nor end with white space, and only white space lies between them.

        A message of ICU (`{n, plural, …}`) stays whole, which no rule can see to.

        :param codes: inline codes of the text, in order, without overlap. The rules match as if they were not there;
            a code at a break goes to the side that `<formathandle>` says. Each segment has its codes, with offsets of
            its own text; where the other half of a pair is in another segment, `pair` is None. A code's own white
            space is kept, even at an end of a segment.
        :raises RuleError: where a rule backtracks without end.
        :raises ValueError: where the codes are not in order, overlap, or lie outside of the text.
        """
        if codes:
            coded = CodedText(text, codes)
            return tuple(coded.iter_segments(self._iter_breaks(coded.plain), self._handles))
        segments: list[Segment] = []
        start = 0
        for place in (*self._iter_breaks(text), len(text)):
            piece = text[start:place]
            kept = piece.strip()
            if kept:
                first = start + len(piece) - len(piece.lstrip())
                segments.append(Segment(kept, first, first + len(kept)))
            start = place
        return tuple(segments)

    def _iter_breaks(self, text: str) -> Iterator[int]:
        messages = find_messages(text)
        for place in self._matcher.iter_breaks(text):
            if not any(message.start < place < message.end for message in messages):
                yield place


@lru_cache(maxsize=4)
def _late_matcher(rules: tuple[Rule, ...]) -> RuleMatcher:
    """Make rules ready once for all segmenters that have them."""
    return RuleMatcher(rules, late=True)


def own_rules() -> dict[str, Path]:
    """Return the SRX files of our own, by the code of the language that has them."""
    found = {code: find_language(code).segmentation for code in known_languages()}
    return {code: path for code, path in found.items() if path is not None}


def load_segmenter(language: str, srx: Path | None = None) -> Segmenter:
    """Load the rules of a language: those of an SRX file, or else our own.

    :param language: BCP 47 code; our own rules look at its first part only.
    :raises UnknownNameError: where we have no rules for the language.
    :raises RuleError: where the file is wrong, or has no rules for the language.
    """
    if srx is not None:
        return Segmenter(_read_srx(srx), language)
    known = find_language(language)
    if known.segmentation is None:
        raise UnknownNameError("language of segmentation rules", language, own_rules())
    return Segmenter(_read_own(known.segmentation), language, name=f"{known.code}.srx", late=True)


def _read_own(path: Path) -> SrxFile:
    """Return what a file of our own says: from the cache folder, where an earlier process read the same.

    So most starts do without a parser of XML.
    """
    facts = path.read_bytes() + digest_code(*CODE).encode()
    return SrxFile.of(str(path), kept_or_made("rules", facts, lambda: _read_srx(path).plain))


def _read_srx(path: Path) -> SrxFile:
    from translate.segmentation.srx import read_srx  # which loads a parser of XML

    return read_srx(path)


def export_srx() -> str:
    """Return our own rules, of all languages, as one SRX 2.0 file, to be written in UTF-8."""
    from translate.segmentation.srx import format_srx

    return format_srx(own_rules().values())
