"""SRX 2.0 files come in, rules go out; or the rule files of several languages go out as one SRX file.

The format: LISA OSCAR, *Segmentation Rules eXchange 2.0*, 2008.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from translate.data import CodeKind
from translate.errors import RuleError, reason_of, shortened, shown
from translate.segmentation.codes import DEFAULT_HANDLES
from translate.segmentation.okapi import ICU_RULES, leaves_breaks_to_icu
from translate.segmentation.rules import LanguageMap, Rule, SrxFile, language_pattern

NAMESPACE = "http://www.lisa.org/srx20"
VERSION = "2.0"
_TAG = f"{{{NAMESPACE}}}"
_MOST_OF_A_TAG = 80
"""Characters of a tag, with its namespace, in a message."""
_log = logging.getLogger(__name__)


def read_srx(path: Path) -> SrxFile:
    """Read an SRX 2.0 file.

    :raises RuleError: where it cannot be read, is not SRX 2.0, or lacks what the format requires.
    """
    place = str(path)
    root = _read_xml(path)
    if root.tag != f"{_TAG}srx":
        raise RuleError(
            f"the root element is <{shortened(str(root.tag), _MOST_OF_A_TAG)}>; expected <srx> in the namespace of SRX "
            f'2.0, xmlns="{NAMESPACE}".',
            path=place,
            line=_line(root),
        )
    if root.get("version") != VERSION:
        found = f"SRX version {shown(root.get('version'))}" if root.get("version") else "SRX without a version"
        raise RuleError(f"{found}; expected '{VERSION}'.", path=place, line=_line(root))
    header = root.find(f"{_TAG}header")
    if header is None:
        raise RuleError("<srx> has no <header>.", path=place, line=_line(root))
    rules = _read_languages(root, place)
    maps = tuple(_read_map(element, rules, place) for element in root.iterfind(f".//{_TAG}maprules/{_TAG}languagemap"))
    if not maps:
        raise RuleError("the file has no <languagemap>, so no language can use its rules.", path=place)
    return SrxFile(
        path=place,
        cascades=_header_switch(header, "cascade", place),
        segments_subflows=_header_switch(header, "segmentsubflows", place),
        handles=_read_handles(header, place),
        rules=rules,
        maps=maps,
        last_rules=_icu_rules(place, _line(header)) if leaves_breaks_to_icu(header, place) else (),
    )


def format_srx(paths: Iterable[Path]) -> str:
    """Join SRX files in one: their rules and language maps in order, under the header of the first."""
    roots = [_read_xml(path) for path in paths]
    joined = roots[0]
    for part in ("languagerules", "maprules"):
        target = joined.find(f".//{_TAG}{part}")
        for root in roots[1:]:
            source = root.find(f".//{_TAG}{part}")
            if target is not None and source is not None:
                target.extend(list(source))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(joined, encoding="unicode") + "\n"


def _read_xml(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as exc:
        raise RuleError(f"cannot read the segmentation rules: {exc.strerror}.", path=str(path)) from exc
    except etree.XMLSyntaxError as exc:
        raise RuleError(f"not an XML file: {reason_of(exc)}.", path=str(path), line=exc.lineno) from exc
    for entity in root.iter(etree.Entity):
        raise RuleError(
            f"uses the entity {shortened(str(entity.text))}; write out its text: entities are not resolved.",
            path=str(path),
            line=_line(entity),
        )
    return root


def _icu_rules(path: str, line: int | None) -> tuple[Rule, ...]:
    return tuple(Rule("a rule of UAX #29", *icu_rule, path, line) for icu_rule in ICU_RULES)


def _read_handles(header: etree._Element, path: str) -> dict[CodeKind, bool]:
    handles = dict(DEFAULT_HANDLES)
    for element in header.iterfind(f"{_TAG}formathandle"):
        kind = _attribute(element, "type", path)
        if kind not in set(CodeKind):
            raise RuleError(
                f"<formathandle type={shown(kind)}>; expected 'start', 'end' or 'isolated'.",
                path=path,
                line=_line(element),
            )
        handles[CodeKind(kind)] = _switch(element, "include", path)
    return handles


def _read_languages(root: etree._Element, path: str) -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {}
    for element in root.iterfind(f".//{_TAG}languagerules/{_TAG}languagerule"):
        name = _attribute(element, "languagerulename", path)
        if name in rules:
            raise RuleError(f"two sets of rules are called {shown(name)}.", path=path, line=_line(element))
        rules[name] = tuple(_read_rules(element, name, path))
    return rules


def _read_rules(element: etree._Element, name: str, path: str) -> Iterator[Rule]:
    for number, child in enumerate(element.iterfind(f"{_TAG}rule"), start=1):
        place = f"rule {number} of {shown(name)}"
        before, after = (_text(child.find(f"{_TAG}{tag}")) for tag in ("beforebreak", "afterbreak"))
        if not before and not after:
            raise RuleError(f"{place} has no pattern, before or after.", path=path, line=_line(child))
        is_break = _switch(child, "break", path, default="yes")
        yield Rule(place, is_break, before, after, path, _line(child))


def _read_map(element: etree._Element, rules: dict[str, tuple[Rule, ...]], path: str) -> LanguageMap:
    entry = LanguageMap(
        _attribute(element, "languagepattern", path), _attribute(element, "languagerulename", path), _line(element)
    )
    if entry.rules not in rules:
        known = ", ".join(map(shortened, rules)) or "none"
        raise RuleError(
            f"the language map {shown(entry.pattern)} uses the rules {shown(entry.rules)}. Known: {known}.",
            path=path,
            line=entry.line,
        )
    language_pattern(entry, path)
    return entry


def _line(element: etree._Element) -> int | None:
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def _text(element: etree._Element | None) -> str:
    return "" if element is None else str(element.xpath("string()"))


def _attribute(element: etree._Element, name: str, path: str) -> str:
    value = element.get(name)
    if value is None:
        tag = etree.QName(element).localname
        raise RuleError(f"<{tag}> has no attribute '{name}'.", path=path, line=_line(element))
    return str(value)


def _switch(element: etree._Element, name: str, path: str, *, default: str | None = None) -> bool:
    value = _attribute(element, name, path) if default is None else element.get(name, default)
    if value not in ("yes", "no"):
        raise RuleError(f"the attribute {name}={shown(value)}; expected 'yes' or 'no'.", path=path, line=_line(element))
    return value == "yes"


def _header_switch(header: etree._Element, name: str, path: str) -> bool:
    """The format requires these; OmegaT writes a bare <header>, and always cascades."""
    if header.get(name) is None:
        _log.info("%s:%s: <header> has no attribute '%s'; 'yes' is used.", path, _line(header), name)
    return _switch(header, name, path, default="yes")
