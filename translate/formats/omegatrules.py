"""Segmentation rules of an OmegaT project, from SRX: where OmegaT cuts a document as we do, its segments are our units.

OmegaT keeps them as a bean of Java (`omegat/segmentation.conf`, read since 2.0), not as SRX.
"""

from __future__ import annotations

from translate.formats.xmltext import Element, escape_markup, parse_element

CONFIGURATION = "segmentation.conf"
_PACKAGE = "org.omegat.core.segmentation"
_VERSION = "0.2.2"  # Of OmegaT's own rules: with an older one it would mix in its defaults.


def format_rules(srx: str) -> str:
    """Return the rules of an SRX file, in UTF-8, as OmegaT keeps them. It applies all maps that a language matches.

    :raises XmlFaultError: where `srx` is not well-formed.
    """
    text = srx[srx.index("<srx") :]
    root = parse_element(text)
    sets = {rules.attributes["languagerulename"]: rules for rules in _all(root, "languagerule")}
    maps = [
        _object("MapRule", _string("language", name) + _string("pattern", pattern) + _list("rules", _rules(sets[name])))
        for found in _all(root, "languagemap")
        for name, pattern in [(found.attributes["languagerulename"], found.attributes["languagepattern"])]
    ]
    properties = _list("mappingRules", maps) + _string("version", _VERSION)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<java version="1.8.0" class="java.beans.XMLDecoder">\n'
        f"{_object('SRX', properties)}\n</java>\n"
    )


def _all(element: Element, tag: str) -> list[Element]:
    found = [child for child in element.elements() if child.tag == tag]
    return found + [below for child in element.elements() if child.tag != tag for below in _all(child, tag)]


def _rules(rules: Element) -> list[str]:
    found = []
    for rule in _all(rules, "rule"):
        sides = {child.tag: child.text() for child in rule.elements()}
        is_break = "false" if rule.attributes.get("break") == "no" else "true"
        found.append(
            _object(
                "Rule",
                f'<void property="breakRule"><boolean>{is_break}</boolean></void>'
                + _string("beforebreak", sides.get("beforebreak", ""))
                + _string("afterbreak", sides.get("afterbreak", "")),
            )
        )
    return found


def _object(name: str, properties: str) -> str:
    return f'<object class="{_PACKAGE}.{name}">{properties}</object>'


def _string(name: str, value: str) -> str:
    return f'<void property="{name}"><string>{escape_markup(value)}</string></void>'


def _list(name: str, items: list[str]) -> str:
    added = "".join(f'<void method="add">{item}</void>\n' for item in items)
    return f'<void property="{name}"><object class="java.util.ArrayList">{added}</object></void>'
