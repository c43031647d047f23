"""Units to write and read, by hand and by hypothesis."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from translate.data import (
    Bitext,
    CodeKind,
    Edit,
    InlineCode,
    Issue,
    Note,
    Origin,
    Severity,
    Span,
    Stage,
    State,
    Suggestion,
    TranslationUnit,
    Variant,
    usual_state,
)
from translate.formats import Format, Header, Remark, read_bitext

SIGNATURE = "bitexte:0.1.0|engine:echo|model:fr-en@a1b2c3d|beam:4"
HEADER = Header("fr", "en", SIGNATURE)

FULL = TranslationUnit(
    name="lettre.txt#0001-ab12",
    source=Variant("fr", "« L’été, 1\u00a0000\u202f€ & <plus> » : \U0001d54f !", Span(0, 1, 37)),
    target=Variant("en", "“Summer, €1,000 & <more>”: \U0001d54f!", Span(0, 1, 35)),
    origin=Origin.MACHINE,
    score=87.25,
    issues=(
        Issue("numbers", Severity.WARNING, "The target has 1,000; the source 1 000.", 0.5),
        Issue("length", Severity.INFO, "Long.\nTwo lines, a \\ and a tab\t."),
    ),
    document="courrier/lettre.txt",
    alignment="2-1",
    context_before="Bonjour.",
    context_after="",
    properties=(("x-project", "Été"), ("x-score", "foreign"), ("file", "a.txt"), ("", "no name")),
    notes=(Note("First note"), Note("Second & <last>")),
    edits=(
        Edit("measures", Stage.BEFORE, 3, "8 h", "8:00", "in words that the model knows"),
        Edit("typography", Stage.AFTER, None, "« ", "“", "marks of the target"),
    ),
    state=State.REVIEWED,
    suggestions=(
        Suggestion("« L’hiver <froid> & blanc »", "“The winter, cold & white”", 87, "client.tmdb"),
        Suggestion(" Hiver ", "Winter"),
    ),
)
PLAIN = TranslationUnit("2", Variant("fr", "Deux."), Variant("en", "Two."), Origin.HUMAN)
CODED = TranslationUnit(
    "4",
    Variant(
        "fr",
        "Un <b>mot</b> : ![a](b) et <i>",
        codes=(
            InlineCode(3, 6, CodeKind.START, 2, "bold"),
            InlineCode(9, 13, CodeKind.END, 2, "bold"),
            InlineCode(16, 23, CodeKind.ISOLATED, None, "image"),
            InlineCode(27, 30, CodeKind.START),
        ),
    ),
    Variant(
        "en",
        "![a](b): a <b>word</b> and",
        codes=(
            InlineCode(0, 7, CodeKind.ISOLATED, None, "image"),
            InlineCode(11, 14, CodeKind.START, 2, "bold"),
            InlineCode(18, 22, CodeKind.END, 2, "bold"),
            InlineCode(26, 26, CodeKind.ISOLATED, None, "lb"),
        ),
    ),
    Origin.MACHINE,
)
CARRIED = TranslationUnit("3", Variant("fr", "***"), Variant("en", "***"), Origin.CARRIED, score=100.0)
UNITS = (FULL, PLAIN, CODED, CARRIED)


def bitext(units: Iterable[TranslationUnit] = UNITS, header: Header = HEADER) -> Bitext:
    return Bitext(header.source_language, header.target_language, units, header.signature)


def read_xliff(folder: Path, units: str, version: str, *, file: str = "") -> tuple[list[TranslationUnit], list[Remark]]:
    """Read an XLIFF file of one version that holds these units from line 3 on, with the namespaces of the tools."""
    if version == "1.2":
        tools = 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff"'
        content = (
            f'<xliff version="1.2" {tools} xmlns:m="http://www.memsource.com/mxlf/2.0">\n<file source-language="fr" '
            f'target-language="en" datatype="x" original="a" {file}><body>\n{units}</body></file></xliff>'
        )
    else:
        content = f'<xliff version="2.0" srcLang="fr" trgLang="en">\n<file id="f" {file}>\n{units}</file></xliff>'
    (folder / "x.xlf").write_text(content, encoding="utf-8")
    remarks: list[Remark] = []
    return list(read_bitext(folder / "x.xlf", report=remarks.append).units), remarks


def kept(unit: TranslationUnit, plugin: Format, read: TranslationUnit) -> TranslationUnit:
    """Return what of `unit` the format holds; what it does not hold is as the reader makes it anew."""
    changes: dict[str, object] = {"name": read.name, "origin": Origin.MEMORY, "score": None, "issues": ()}
    changes |= {"document": None, "alignment": "1-1", "context_before": None, "context_after": None}
    changes |= {"properties": (), "notes": (), "edits": (), "suggestions": (), "state": None}
    unit = replace(unit, **{key: value for key, value in changes.items() if key not in plugin.holds})
    if "spans" not in plugin.holds:
        unit = replace(unit, source=replace(unit.source, span=None), target=replace(unit.target, span=None))
    if "codes" not in plugin.holds:
        unit = replace(unit, source=replace(unit.source, codes=()), target=replace(unit.target, codes=()))
    if plugin.name in ("tmx", "xliff", "xliff2"):  # They give ids to codes that have none.
        unit = replace(unit, source=identified(unit.source, read.source), target=identified(unit.target, read.target))
    if plugin.name == "xliff2":  # It makes the numbers of pairs anew.
        unit = replace(unit, source=renumbered(unit.source, read.source), target=renumbered(unit.target, read.target))
    return unit


def identified(side: Variant, read: Variant) -> Variant:
    """Return `side` with the ids of `read` for the codes that have none."""
    pairs = zip(side.codes, read.codes, strict=True)
    return replace(side, codes=tuple(code if code.id else replace(code, id=other.id) for code, other in pairs))


def renumbered(side: Variant, read: Variant) -> Variant:
    """Return `side` with the pairs of `read`, where they are the same pairs under other numbers."""
    numbers: dict[int, int | None] = {}
    codes = []
    for code, other in zip(side.codes, read.codes, strict=True):
        codes.append(code if code.pair is None else replace(code, pair=numbers.setdefault(code.pair, other.pair)))
    assert len(set(numbers.values())) == len(numbers)
    return replace(side, codes=tuple(codes))


# All that XML 1.0 admits, and by preference what breaks writers.
_HARD = "\u00a0\u202f\u2009«»’“”&<>\"'é\u0301\u0327ſ\U0001f600\U0001d54f\u2028\u2029\u0085\ufeff\u200d\t\n\r\\]> %"
_ANY = st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff").filter(
    lambda c: c in "\t\n\r" or ord(c) >= 0x20
)
TEXT = st.text(st.one_of(st.sampled_from(_HARD), _ANY), max_size=30)
SEGMENT = TEXT.filter(lambda text: bool(text.strip()))
NUMBER = st.one_of(st.integers(0, 100).map(float), st.floats(allow_nan=False, allow_infinity=False))
SPAN = st.builds(Span, st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
ISSUE = st.builds(Issue, TEXT, st.sampled_from(Severity), TEXT, st.none() | NUMBER)
EDIT = st.builds(Edit, TEXT, st.sampled_from(Stage), st.none() | st.integers(0, 10**9), TEXT, TEXT, TEXT)
KEY = TEXT.filter(lambda key: "@" not in key and "/" not in key) | st.sampled_from(
    ["x-score", "x-checks", "x-origin", "x-foreign-x-score", "x-foreign-", "file", "", "x-span-source"]
)


MEANING = st.sampled_from(["", "bold", "italic", "link", "x-é&<"])


@st.composite
def coded_texts(draw: st.DrawFn) -> tuple[str, tuple[InlineCode, ...]]:
    """Draw a text with inline codes: pairs may cross, halves be lost, and something is visible beside the codes."""
    items = draw(st.lists(st.tuples(TEXT.map(normal), st.none() | st.sampled_from(CodeKind), MEANING), max_size=6))
    plain, text = draw(SEGMENT), ""
    codes: list[InlineCode] = []
    waiting: list[int] = []
    for native, kind, meaning in items:
        if kind is None:  # Stretches between codes are normal as a whole.
            plain += native
            continue
        text, plain = text + normal(plain), ""
        start, text = len(text), text + native
        code = InlineCode(start, len(text), kind, None, meaning)
        if kind is CodeKind.START:
            waiting.append(len(codes))
        elif kind is CodeKind.END and waiting and draw(st.booleans()):
            first = waiting.pop(draw(st.sampled_from([0, -1])))
            codes[first] = replace(codes[first], pair=first + 1)
            code = replace(code, pair=first + 1, type=codes[first].type)
        codes.append(code)
    return text + normal(plain), tuple(codes)


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _variant(language: str) -> st.SearchStrategy[Variant]:
    plain = st.builds(Variant, st.just(language), SEGMENT, st.none() | SPAN)
    coded = st.builds(lambda text, span: Variant(language, text[0], span, text[1]), coded_texts(), st.none() | SPAN)
    return plain | coded


def as_its_origin_says(unit: TranslationUnit) -> TranslationUnit:
    """Return `unit` without a state where it is that of all units of its origin."""
    return replace(unit, state=None) if unit.state is usual_state(unit.origin, unit.target.text) else unit


UNIT = st.builds(
    TranslationUnit,
    name=SEGMENT,
    source=_variant("fr"),
    target=_variant("en"),
    origin=st.sampled_from(Origin),
    score=st.none() | NUMBER,
    issues=st.lists(ISSUE, max_size=2).map(tuple),
    document=st.none() | SEGMENT,
    alignment=st.sampled_from(["1-1", "2-1", "1-2", "3-4"]),
    context_before=st.none() | TEXT,
    context_after=st.none() | TEXT,
    properties=st.lists(st.tuples(KEY, TEXT), max_size=3).map(tuple),
    notes=st.lists(TEXT.map(Note), max_size=2).map(tuple),
    edits=st.lists(EDIT, max_size=2).map(tuple),
    suggestions=st.lists(
        st.builds(Suggestion, TEXT, TEXT, st.none() | st.integers(0, 100), TEXT.map(str.strip)), max_size=2
    ).map(tuple),
    state=st.none() | st.sampled_from(State),
).map(as_its_origin_says)
