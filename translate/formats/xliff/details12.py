"""What XLIFF 1.2 says about a unit beside its texts: attributes, groups and notes, both ways."""

from __future__ import annotations

from collections.abc import Mapping

from translate.data import Issue, Note, Severity, TranslationUnit
from translate.formats.fields import format_issue, parse_issue
from translate.formats.xliff.states import WORDS_12
from translate.formats.xliff.units import FOREIGN, NAMESPACES, TARGET
from translate.formats.xmltext import Element, escape_markup, format_attributes, format_element

CHECK, NAME = "bitexte-check", "x-name"
_PRIORITIES = {Severity.ERROR: 1, Severity.WARNING: 5, Severity.INFO: 10}

_TARGET_PHASE = "target-phase-name"
_NATIVE = "xliff:"
"""Properties that are attributes of a unit or its target in XLIFF 1.2, and are written back as such."""
_UNIT_ATTRIBUTES = frozenset({
    "resname", "restype", "extype", "extradata", "help-id", "menu", "menu-option", "menu-name", "coord", "font",
    "css-style", "style", "exstyle", "reformat", "maxwidth", "minwidth", "size-unit", "maxheight", "minheight",
    "maxbytes", "minbytes", "charclass", "translate", "phase-name", "datatype", "merged-trans", "ts",
})  # fmt: skip
_TARGET_ATTRIBUTES = frozenset({"state", "state-qualifier", "phase-name", "equiv-trans"})
_GROUPS = ("context-group", "prop-group", "count-group")


def own_attributes(unit: TranslationUnit) -> dict[str, str]:
    """Return the attributes of XLIFF 1.2 that a unit has as properties."""
    return {key.removeprefix(_NATIVE): text for key, text in unit.properties if key.startswith(_NATIVE)}


def place_attributes(unit: TranslationUnit) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Return the attributes of `<trans-unit>` and of `<target>`, and the properties that have a place of their own.

    A state that the file gave stays as long as it says what we would say.
    """
    own = own_attributes(unit)
    said = {key.removeprefix(_NATIVE): text for key, text in WORDS_12.kept(unit).items()}
    of_unit = {"approved": said.pop("approved")} if "approved" in said else {}
    of_unit |= {key: text for key, text in own.items() if key in _UNIT_ATTRIBUTES}
    foreign = {key: text for key, text in unit.properties if FOREIGN.fullmatch(key)}
    of_unit |= foreign
    of_target = said | ({"equiv-trans": own["equiv-trans"]} if "equiv-trans" in own else {})
    of_target |= {"phase-name": own[_TARGET_PHASE]} if _TARGET_PHASE in own else {}
    keys = (*own.keys() & _UNIT_ATTRIBUTES, *_TARGET_ATTRIBUTES, "approved", _TARGET_PHASE, *_GROUPS)
    return of_unit, of_target, {_NATIVE + key for key in keys} | foreign.keys()


def format_groups(unit: TranslationUnit) -> str:
    """Return the groups of other tools, as they stood in their file."""
    return "".join(text + "\n" for key, text in unit.properties if key.removeprefix(_NATIVE) in _GROUPS)


def format_note(note: Note) -> str:
    attributes = {
        "xml:lang": note.language,
        "from": note.author,
        "priority": "" if note.priority is None else str(note.priority),
        "annotates": note.about,
    }
    said = format_attributes({key: text for key, text in attributes.items() if text})
    return f"<note{said}>{escape_markup(note.text)}</note>"


def format_issue_note(issue: Issue) -> str:
    text, priority = escape_markup(format_issue(issue)), _PRIORITIES[issue.severity]
    return f'<note from="{CHECK}" annotates="target" priority="{priority}">{text}</note>\n'


def read_fields(element: Element) -> list[tuple[str, str]]:
    """Return our own fields."""
    return [
        (context.attributes.get("context-type", ""), context.text())
        for group in element.elements()
        if group.tag == "context-group" and _is_ours(group)
        for context in group.elements()
    ]


def _is_ours(group: Element) -> bool:
    return any(context.attributes.get("context-type") == TARGET for context in group.elements())


def read_properties(
    element: Element, target: Element, inherited: Mapping[str, str], *, is_ours: bool
) -> tuple[tuple[str, str], ...]:
    """Return what the file says of a unit that has no field of ours."""
    held = {"translate": inherited["translate"]} if "translate" in inherited else {}
    held |= {key: text for key, text in element.attributes.items() if key not in ("id", "xml:space")}
    if is_ours and not any(kind == NAME for kind, _ in read_fields(element)):
        held.pop("resname", None)
    held |= {key: text for key, text in target.attributes.items() if key in ("state", "state-qualifier", "equiv-trans")}
    if "phase-name" in target.attributes:
        held[_TARGET_PHASE] = target.attributes["phase-name"]
    if held.get("translate") == "yes":
        del held["translate"]
    properties = [(key if ":" in key or key.startswith("{") else _NATIVE + key, text) for key, text in held.items()]
    for group in element.elements():
        if group.tag in _GROUPS and not _is_ours(group):
            properties.append((_NATIVE + group.tag, format_element(group, NAMESPACES)))
    return tuple(properties)


def read_definition(segment: Element) -> tuple[tuple[str, str], ...]:
    """Return what Trados says of a segment: attributes, what it was before, who made it and when."""
    held = {f"sdl:{key}": text for key, text in segment.attributes.items() if key != "id"}
    for child in segment.elements():
        if child.tag == "sdl:value":
            held[f"sdl:{child.attributes.get('key', '')}"] = child.text()
        elif child.tag == "sdl:prev-origin" and "origin" in child.attributes:
            held["sdl:prev-origin"] = child.attributes["origin"]
    return tuple(held.items())


def read_notes(unit: Element) -> tuple[tuple[Issue, ...], tuple[Note, ...]]:
    issues: list[Issue] = []
    remarks: list[Note] = []
    for note in unit.elements():
        if note.tag != "note":
            continue
        get, text = note.attributes.get, note.text()
        try:
            if get("from") == CHECK:
                issues.append(parse_issue(text))
                continue
        except ValueError:
            remarks.append(Note(text))
            continue
        priority = get("priority", "")
        about = get("annotates", "") if get("annotates") != "general" else ""
        number = int(priority) if priority.isdecimal() else None
        remarks.append(Note(text, get("from", ""), number, about, get("xml:lang", "")))
    return tuple(issues), tuple(remarks)
