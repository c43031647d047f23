"""What elements of HTML are: which stand within sentences, which hold what nobody translates, which end which."""

from __future__ import annotations

from translate.data import LINE_BREAK

FIELD = "x-field"
"""Type of a field to fill in, which parts texts as a line break does."""
INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink br cite code data del dfn em font i img input ins kbd map mark math meter nobr"
    " object output picture progress q rb rbc rp rt rtc ruby s samp small source span strike strong sub sup svg time"
    " textpath tspan tt u var wbr".split()
)
"""Elements that stand within a run of text."""
KNOWN = INLINE | frozenset(
    "address applet area article aside audio base basefont bgsound blockquote body button canvas caption center col"
    " colgroup datalist dd desc details dialog dir div dl dt embed fieldset figcaption figure footer foreignobject form"
    " frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe label legend li link listing main"
    " marquee menu menuitem meta nav noembed noframes noscript ol optgroup option p param plaintext pre script search"
    " section select slot style summary table tbody td template text textarea tfoot th thead title tr track ul video"
    " xmp metadata package docauthor doctitle navinfo navlabel navlist navmap navpoint navtarget ncx pagelist"
    " pagetarget content manifest item spine itemref".split()
)
"""All others may be anything (`<my-card>`), and stand within a run of text where one has begun."""
VOID = frozenset("area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split())
KEPT = {
    **dict.fromkeys(("script", "style"), "script"),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), "preformatted"),
    **{"template": "template", "math": "x-formula", "svg": "image"},
    **dict.fromkeys(("code", "kbd", "samp", "var"), "code"),
}
"""Elements whose text nobody translates, and why."""
WITHIN_PICTURES = frozenset({"text", "title", "desc", "foreignobject"})
"""Elements of SVG that hold text."""
KEEPS_LINES = frozenset({"textarea", "pre", "xmp", "listing"})
CODE_TYPES = {
    **{"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sub": "subscript", "sup": "superscript"},
    **{"s": "x-deleted", "del": "x-deleted", "strike": "x-deleted", "ins": "x-inserted", "mark": "x-mark"},
    **{"u": "underlined", "abbr": "x-abbreviation", "acronym": "x-abbreviation", "a": "link", "img": "image"},
    **{"br": LINE_BREAK, "input": FIELD},
}
_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr"}
_PARTS = _ROWS | {"tbody", "thead", "tfoot", "caption", "colgroup"}
_SCOPE = frozenset({"table", "td", "th", "caption", "html", "template", "applet", "object", "marquee", "body"})
_ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul li dd dt listing xmp summary search".split()
)
_TABLE = frozenset({"table", "template", "html"})
ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _SCOPE | {"ul", "ol", "menu", "dir"}),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), _SCOPE | {"dl"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist", "optgroup"})),
    "optgroup": (frozenset({"option", "optgroup"}), frozenset({"select"})),
    **dict.fromkeys(_CELLS, (_CELLS, _TABLE)),
    "tr": (_ROWS, _TABLE),
    **dict.fromkeys(("tbody", "thead", "tfoot", "caption", "colgroup"), (_PARTS, _TABLE)),
    **dict.fromkeys(("rt", "rp", "rb"), (frozenset({"rt", "rp", "rb"}), frozenset({"ruby", "rtc"}))),
    "body": (frozenset({"head"}), frozenset({"html"})),
}
"""By start tag: the elements that it ends where they are open, and those beyond which it does not look."""
PARAGRAPH_ENDS = (frozenset({"p"}), _SCOPE | {"button"})
"""The same for all block elements."""
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that end at their end tag whatever was opened within them since."""


def ends_of(name: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return what a start tag ends, as :data:`ENDS` has it."""
    found = [PARAGRAPH_ENDS] if name in _ENDS_PARAGRAPH else []
    return [*found, ENDS[name]] if name in ENDS else found


def barriers_of(name: str) -> frozenset[str]:
    """Return the elements beyond which an end tag does not look for its start tag."""
    if name in _PARTS:
        return _TABLE
    if name in ("table", "html", "body", "template"):
        return frozenset()
    if name == "li":
        return _SCOPE | {"ul", "ol"}
    return _SCOPE
