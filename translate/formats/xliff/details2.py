"""What XLIFF 2 says about a unit beside its texts: notes, and what the checks found as quality issues of ITS 2.0."""

from __future__ import annotations

from urllib.parse import quote, unquote

from translate.data import Issue, Note, Severity
from translate.formats.fields import format_score, parse_score
from translate.formats.units import Notes
from translate.formats.xmltext import Element, escape_attribute, escape_markup, format_attributes

_AUTHOR = "{urn:bitexte:note}from"
"""Who wrote a note: XLIFF 2 has no attribute of its own for that, and lets others have theirs."""
_PROFILE = "urn:bitexte:check:"
# What a check finds, as the types of ITS 2.0 name it; others are `other`.
_ITS_TYPES = {
    "empty": "omission", "untranslated": "untranslated", "length": "length", "target_language": "mistranslation",
    "source_language": "non-conformance", "remnants": "untranslated", "copied": "untranslated", "script": "characters",
    "repetition": "duplication", "doubled_words": "duplication", "numbers": "numbers", "urls": "markup",
    "placeholders": "markup", "tags": "markup", "brackets": "typographical", "quotes": "typographical",
    "end_punctuation": "typographical", "spacing": "whitespace", "capitals": "typographical",
    "characters": "characters", "terms": "terminology", "inconsistent_target": "inconsistency",
    "inconsistent_source": "inconsistency", "duplicate": "duplication",
}  # fmt: skip
_SEVERITIES = {Severity.INFO: 10, Severity.WARNING: 50, Severity.ERROR: 100}


def format_note(note: Note) -> str:
    priority = "" if note.priority is None else str(note.priority)
    said = {"category": note.category, "priority": priority, "appliesTo": note.about}
    said |= {"xml:lang": note.language, _AUTHOR: note.author}
    attributes = format_attributes({key: text for key, text in said.items() if text})
    return f"<note{attributes}>{escape_markup(note.text)}</note>"


def parse_note(element: Element) -> Note:
    get = element.attributes.get
    priority = get("priority", "")
    number = int(priority) if priority.isdecimal() else None
    about, language = get("appliesTo", ""), get("xml:lang", "")
    return Note(element.text(), get(_AUTHOR, ""), number, about, language, get("category", ""))


def format_issue(issue: Issue) -> str:
    profile = _PROFILE + quote(issue.check, safe="") + ("" if issue.value is None else f":{format_score(issue.value)}")
    return (
        f'<its:locQualityIssue locQualityIssueType="{_ITS_TYPES.get(issue.check, "other")}" '
        f'locQualityIssueComment="{escape_attribute(issue.message)}" '
        f'locQualityIssueSeverity="{_SEVERITIES[issue.severity]}" locQualityIssueProfileRef="{profile}"/>'
    )


def _parse_issue(element: Element) -> Issue:
    """Return what an issue of ITS says, ours or that of another tool.

    :raises ValueError: where its severity is no number.
    """
    attributes = element.attributes
    weight = parse_score(attributes.get("locQualityIssueSeverity", "50"))
    severity = Severity.ERROR if weight >= 75 else Severity.WARNING if weight >= 25 else Severity.INFO
    check, value = attributes.get("locQualityIssueType", "other"), None
    profile = attributes.get("locQualityIssueProfileRef", "")
    if profile.startswith(_PROFILE):
        name, colon, number = profile.removeprefix(_PROFILE).partition(":")
        check, value = unquote(name), parse_score(number) if colon else None
    return Issue(check, severity, attributes.get("locQualityIssueComment", ""), value)


def read_issues(element: Element, notes: Notes) -> list[Issue]:
    issues = []
    for child in element.elements():
        try:
            issues.append(_parse_issue(child))
        except ValueError as exc:
            notes.lost(f"an ITS issue is dropped: {exc}.", child.attributes.get("locQualityIssueComment"))
    return issues
