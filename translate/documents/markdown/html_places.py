"""HTML comes in, whole or in pieces, the places of what a person reads in it go out: runs of text, and attributes.

The markup is read by `html.parser`, which takes any tag soup, and nothing is ever written by it: a place says which
characters to replace, and all others stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from html.parser import HTMLParser

from translate.documents.attribute_texts import TEXT_ATTRIBUTES, AttributeText, has_letter, iter_attribute_texts
from translate.records import dataclass

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label map mark math meter nobr"
    " object output picture progress q rb rp rt ruby s samp small source span strike strong sub sup time tt u var"
    " wbr".split()
)
"""Elements that stand within a run of text; all others part it."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_KEPT = frozenset("script style pre template math".split())
"""Elements whose text nobody translates."""
_CODE = frozenset("code kbd samp var".split())
"""The same, but within a sentence."""
_META = frozenset(
    "description keywords title og:title og:description og:site_name og:image:alt twitter:title twitter:description"
    " twitter:image:alt".split()
)
"""Names of `meta` whose content is text."""
_BUTTONS = frozenset({"submit", "button", "reset"})


@dataclass(frozen=True, slots=True)
class HtmlPlace:
    """Characters [start, end) of the HTML that a person reads.

    A run of text, with the tags of inline elements in it; or, where `context` is not empty (`title`, `alt`), the value
    of an attribute, with its quotation marks.
    """

    start: int
    end: int
    context: str = ""


def find_places(html: str) -> list[HtmlPlace]:
    """Return the places of what a person reads, in order, without overlap, in time linear in the length."""
    parser = _Places(html)
    # Behind the last ">" there is no whole tag, and in a comment that nobody closes no text; to look for their ends at
    # each "<" would take quadratic time.
    comment = html.find("<!--", html.rfind("-->") + 1)
    end = comment if comment >= 0 else len(html)
    tags_end = html.rfind(">", 0, end) + 1
    parser.feed(html[:tags_end])
    parser.close()
    parser.end(tags_end, end)
    return sorted(parser.places, key=lambda place: place.start)


@dataclass(slots=True)
class _Run:
    """A run of text that may go on, until an element ends that began before it."""

    start: int
    end: int
    depth: int
    """How many elements were open, of those that are noted."""
    has_text: bool = False
    attributes: list[AttributeText] = field(default_factory=list)
    """Those of its tags, which are texts of their own if the run has none."""


class _Places(HTMLParser):
    """Turns the parser's events into places."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.places: list[HtmlPlace] = []
        self._html = html
        self._lines = [0, *(place + 1 for place, sign in enumerate(html) if sign == "\n")]
        self._run: _Run | None = None
        self._open: list[tuple[str, bool]] = []
        """Elements that are open, from the outermost one on that has its text kept; whether it is."""
        self._names: Counter[str] = Counter()
        """How many of them have a name."""

    def end(self, start: int, end: int) -> None:
        """Take [start, end), which has no tags, for text, and end."""
        if start < end and not self._is_kept:
            self._extend(start, end, self._html[start:end])
        self._end_run()

    def _end_run(self) -> None:
        """End the run of text that is open."""
        run, self._run = self._run, None
        if run is None:
            return
        if run.has_text:
            text = self._html[run.start : run.end]
            start = run.start + len(text) - len(text.lstrip())
            self.places.append(HtmlPlace(start, run.start + len(text.rstrip())))
        else:
            self.places += (HtmlPlace(one.start, one.end, one.context) for one in run.attributes)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over `<![…` as browsers do, also where the library, which knows few names of such, raises."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._start(tag, dict(attrs), is_open=tag not in _VOID)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._start(tag, dict(attrs), is_open=False)

    def handle_endtag(self, tag: str) -> None:
        start = self._offset()
        if self._names[tag]:
            name = ""
            while name != tag:
                name, _ = self._open.pop()
                self._names[name] -= 1
        if tag not in INLINE:
            self._end_run()
        elif self._run:
            self._run.end = self._html.find(">", start) + 1 or len(self._html)
            if len(self._open) < self._run.depth:
                self._end_run()

    def handle_data(self, data: str) -> None:
        start = self._offset()
        self._extend(start, start + len(data), data)

    def handle_entityref(self, name: str) -> None:
        self._reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._reference(len(name) + 2)

    def _reference(self, length: int) -> None:
        """A character reference is a sign of a text, though no letter of it."""
        start = self._offset()
        end = start + length
        self._extend(start, end + self._html.startswith(";", end), "&")

    @property
    def _is_kept(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _start(self, tag: str, attributes: dict[str, str | None], *, is_open: bool) -> None:
        start = self._offset()
        end = start + len(self.get_starttag_text() or "")
        was_kept, depth = self._is_kept, len(self._open)
        if is_open:
            self._note(tag, attributes)
        depth = depth if self._is_kept else len(self._open)
        found = [] if self._is_kept and tag not in _CODE else self._texts_of(tag, attributes, start, end)
        if tag not in INLINE:
            self._end_run()
            self.places += (HtmlPlace(one.start, one.end, one.context) for one in found)
        elif self._run or not (was_kept and self._is_kept):
            self._run = self._run or _Run(start, end, depth)
            self._run.end = end
            self._run.attributes += found

    def _note(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Note an element whose text is kept, or which stands within one."""
        translate = attributes.get("translate")
        classes = (attributes.get("class") or attributes.get("classname") or "").split()
        is_kept = self._is_kept
        if tag in _KEPT or tag in _CODE or translate == "no" or "notranslate" in classes:
            is_kept = True
        elif "translate" in attributes:
            is_kept = False
        if self._open or is_kept:
            self._open.append((tag, is_kept))
            self._names[tag] += 1

    def _texts_of(self, tag: str, attributes: dict[str, str | None], start: int, end: int) -> list[AttributeText]:
        names = TEXT_ATTRIBUTES
        if tag == "meta":
            key = attributes.get("name") or attributes.get("property") or ""
            names = frozenset({"content"}) if key.lower() in _META else frozenset()
        elif tag == "input" and (attributes.get("type") or "").lower() in _BUTTONS:
            names |= {"value"}
        return list(iter_attribute_texts(self._html, start, end, names))

    def _extend(self, start: int, end: int, text: str) -> None:
        """Go on with a run of text, or begin one."""
        if self._run is None and (self._is_kept or not text.strip()):
            return
        self._run = self._run or _Run(start, end, len(self._open))
        self._run.end = end
        self._run.has_text |= not self._is_kept and has_letter(text)
