"""Attributes of a page's tags come in, the texts and the names of languages in them go out, with their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import unescape

import regex

from translate.documents.attribute_texts import has_letter
from translate.documents.html.blocks import BlockBuilder, HtmlBlock
from translate.documents.html.items import Item, Kind
from translate.documents.html.language import LanguageMark, primary
from translate.documents.html.tokens import Attribute, Token, iter_attributes
from translate.documents.markdown.within import without_codes
from translate.records import dataclass

_TOLD = frozenset(
    "lang xml:lang translate class title alt placeholder aria-label aria-description summary label abbr value content"
    " name property itemprop http-equiv type rel hreflang role epub:type srcdoc".split()
)
"""Attributes that say something here."""
_ANY = regex.compile(r"\s(?:" + "|".join(sorted(_TOLD)) + r")\s*=|\stranslate\b|\slang\b", regex.IGNORECASE)
_CONTEXTS = {
    **{"alt": "alt", "title": "title", "placeholder": "placeholder", "aria-label": "label", "label": "label"},
    **{"aria-description": "description", "summary": "summary", "abbr": "abbreviation"},
}
"""Attributes that hold text on any element, and what such a text is."""
_META = frozenset(
    "description keywords title og:title og:description og:site_name og:image:alt og:video:alt twitter:title"
    " twitter:description twitter:image:alt twitter:label1 twitter:data1 twitter:label2 twitter:data2".split()
)
"""Names of `meta` whose content is text."""
_BUTTONS = frozenset({"submit", "button", "reset"})
_ADDRESS = regex.compile(r"\s*(?:[a-z][a-z+.-]*:)?//\S+\s*", regex.IGNORECASE)
_PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class Attributes:
    """Attributes of a start tag, by name in small letters. A value is what it means."""

    found: dict[str, Attribute]

    def __bool__(self) -> bool:
        return bool(self.found)

    def __contains__(self, name: object) -> bool:
        return name in self.found

    def __getitem__(self, name: str) -> str:
        one = self.found[name]
        native = one.native[1:-1] if one.native[:1] in ("'", '"') else one.native
        return unescape(native) if "&" in native else native

    def get(self, name: str, default: str | None = None) -> str | None:
        """Return what an attribute means; `default` where there is none."""
        return self[name] if name in self.found else default

    def words(self, name: str) -> list[str]:
        """Return the words of a value, in small letters; none where there is no such attribute."""
        return self[name].lower().split() if name in self.found else []

    def place(self, name: str) -> tuple[int, int] | None:
        """Return where a value stands, without quotation marks; None where there is none."""
        one = self.found.get(name)
        if one is None or not one.native:
            return None
        is_quoted = one.native[:1] in ("'", '"')
        return one.start + is_quoted, one.end - is_quoted

    def languages(self, name: str, language: str) -> Iterator[LanguageMark]:
        """Yield where a tag of `name` says that its page, or what links to the page itself, is in `language`."""
        if name == "meta" and "content" in self and primary(self["content"]) == primary(language):
            place = self.place("content")
            if place and self.words("http-equiv") == ["content-language"]:
                yield LanguageMark(*place)
            elif place and self.words("property") == ["og:locale"]:
                yield LanguageMark(*place, "_")
        elif name == "link" and "alternate" in self.words("rel") and primary(self.get("hreflang") or "") == primary(
            language
        ):  # fmt: skip
            place = self.place("hreflang")
            if place:
                yield LanguageMark(*place)


NO_ATTRIBUTES = Attributes({})


@dataclass(frozen=True, slots=True)
class AttributeText:
    """An attribute that a person reads, and what its text is."""

    attribute: Attribute
    context: str


def read_attributes(source: str, token: Token) -> Attributes:
    """Return the attributes of a start tag; none where no attribute says anything here."""
    if not _ANY.search(source, token.start + len(token.name), token.end):
        return NO_ATTRIBUTES
    return Attributes({one.name: one for one in iter_attributes(source, token) if one.name in _TOLD})


def texts_of(name: str, attributes: Attributes, skip: Collection[str]) -> Iterator[AttributeText]:
    """Yield the attributes of a tag that a person reads, in order, without those of the kinds `skip`."""
    if name == "meta":
        kind = attributes.get("name") or attributes.get("property") or ""
        if kind.strip().lower() in _META and "content" in attributes and _PROPERTIES not in skip:
            yield AttributeText(attributes.found["content"], kind.strip().lower())
        return
    is_sheet = name in ("link", "style") and (name == "style" or "stylesheet" in attributes.words("rel"))
    is_page_break = bool({"pagebreak", "doc-pagebreak"} & {*attributes.words("epub:type"), *attributes.words("role")})
    for one in attributes.found.values():
        context = _CONTEXTS.get(one.name, "")
        if (
            one.name == "value"
            and name == "input"
            and attributes.words("type")[:1]
            and attributes.words("type")[0] in _BUTTONS
        ):
            context = "button"
        if one.name == "title" and is_sheet:
            continue
        if context and not is_page_break and context not in skip:
            yield AttributeText(one, context)


def attribute_block(source: str, text: AttributeText, *, part: str, is_xml: bool) -> HtmlBlock | None:
    """Return the block of an attribute; None where its value has no letters, or is an address."""
    one = text.attribute
    if not has_letter(one.native) or _ADDRESS.fullmatch(unescape(one.native.strip("\"'"))):
        return None
    quoted = one.native[:1] in ("'", '"')
    start, end = one.start + quoted, one.end - quoted
    inner = source[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    manner = one.native[0] if quoted else "bare"
    block = BlockBuilder(source, [Item(Kind.TEXT, start, end)], is_xml=is_xml).block(part, text.context, manner)
    return block if any(map(str.isalnum, without_codes(block.text, block.codes))) else None
