"""Texts that are but the user's terms and what joins them, « Dépôt de garantie, loyer et charges »: what they say is
known, so that the model is not asked. It takes their words apart, and knows a list less than a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from translate.care.base import Request, Shielded, Step
from translate.care.phrases.phrasing import FROM_GLOSSARY, Phrasing
from translate.engines.base import Draft, Links
from translate.languages import Language
from translate.records import dataclass
from translate.terms.term import TermKind
from translate.terms.terminology import Occurrence, Terminology
from translate.text.compiled import compile_kept
from translate.text.late import late

_LONGEST = 160
"""Characters of the longest text that is looked at."""
_LEAD = late(r"(?:\p{N}{1,3}[.)]\s|\p{N}{1,4}\s|\p{Pd}\s)?")
_JOINT = (
    r"(?P<closed>\)?)(?:(?:\s?(?P<mark>[,;]))?\s(?P<word>{words})\s|\s?(?P<mark>[,;])\s"
    r"|(?P<sign>\s?/\s?|\s[-–—&+]\s|\s\())"
)
_TAIL = late(r"(?P<closed>\)?)(?P<more>(?:\s[^\s()]+)*?)(?:\s?(?P<mark>[.:…*]))?")
_ENDS = ".:…* \u00a0\u202f)"


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters [start, end) of a text, and what they say."""

    start: int
    end: int
    said: str


class TermLists(Step):
    """Says what terms, and members of a list that are known beside one, are in the target language.

    :param phrasing: knows the other members.
    """

    name = "terms"

    def __init__(self, terms: Terminology, source: Language, target: Language, phrasing: Phrasing | None) -> None:
        self._terms, self._phrasing, self._plural_endings = terms, phrasing, source.plural_endings
        said = {key: word for word, key in target.joints.coordinating.items()}
        self._joints = {word: said[key] for word, key in source.joints.coordinating.items() if key in said}
        self._joint = compile_kept(_JOINT.replace("{words}", "|".join(self._joints) or "(?!)"), regex.I)

    def before(self, request: Request) -> Request:
        shielded = request.shielded
        is_other = len(shielded.text) > _LONGEST or len(shielded.text) != len(request.text)
        draft = None if is_other else self._draft(shielded)
        return replace(request, known=draft) if draft else request

    def _draft(self, shielded: Shielded) -> Draft | None:
        """Return what a text says; None where it has other words."""
        text = shielded.text
        found = {one.start: one for one in reversed(self._terms.find(text)) if one.term.kind is TermKind.REQUIRED}
        if not found or any(one.is_doubtful or self._terms.is_form_of_verb(one, text) for one in found.values()):
            return None
        parts = self._read(shielded, found)
        if parts is None or text.count("(") != text.count(")"):
            return None
        target = "".join(part.said for part in parts)
        links = _link(parts)
        return Draft(target, 0.0, (FROM_GLOSSARY,), link=lambda whole=True: links)

    def _read(self, shielded: Shielded, found: dict[int, Occurrence]) -> list[_Part] | None:
        """Return the parts of a text, which is members with joints between them; None where it is not."""
        text = shielded.text
        lead = _LEAD.match(text)
        place = lead.end() if lead else 0
        parts = [_Part(0, place, text[:place])] if place else []
        is_many = any(one.is_plural for one in found.values())
        while True:
            member = self._read_member(shielded, found, place, is_many=is_many)
            if member is None:
                return None
            parts.append(member)
            place = member.end
            tail = _TAIL.fullmatch(text, place)
            if tail and self._is_kept(tail["more"], shielded):
                said = tail["closed"] + tail["more"] + (tail["mark"] or "")
                return [*parts, _Part(place, len(text), said)] if said else parts
            joint = self._joint.match(text, place)
            if joint is None:
                return None
            parts.append(_Part(place, joint.end(), self._say_joint(joint.groupdict())))
            place = joint.end()

    def _say_joint(self, joint: dict[str, str | None]) -> str:
        """Return what stands between two members in the target language."""
        word, mark = joint["word"], joint["mark"] or ""
        said = f"{mark} {self._joints[word.lower()]} " if word else f"{mark} "
        return (joint["closed"] or "") + (joint["sign"] or said)

    def _read_member(
        self, shielded: Shielded, found: dict[int, Occurrence], place: int, *, is_many: bool
    ) -> _Part | None:
        """Return the member that begins at a place: a term, or words that are known to say one thing."""
        text = shielded.text
        if one := found.get(place):
            return _Part(one.start, one.end, self._say(one, text, is_many=is_many))
        joint = self._joint.search(text, place)
        end = joint.start() if joint else len(text.rstrip(_ENDS))
        said = self._render(text[place:end], shielded) if not any(place < one < end for one in found) else None
        return _Part(place, end, said) if said else None

    def _say(self, one: Occurrence, text: str, *, is_many: bool) -> str:
        """Return a term in the number of its source, with a capital where it is given one.

        :param is_many: whether terms beside it are in the plural: what has but one form is so too, « vis et écrous ».
        """
        said, there = self._terms.target_of(one), text[one.start : one.end]
        if is_many and not one.is_plural and there.lower().endswith(self._plural_endings):
            said = self._terms.pluralise(said) if " " not in there else said
        is_given = there[0].isupper() and not one.term.source[0].isupper() and not there.isupper()
        return said[0].upper() + said[1:] if is_given else said

    def _render(self, words: str, shielded: Shielded) -> str | None:
        """Return what the list of labels, or a word alone mostly, says; what is kept as it is."""
        if words in shielded.placeholders:
            return words
        labels, phrasing = self._phrasing.labels if self._phrasing else None, self._phrasing
        listed = labels.translate(words) if labels else None
        said = listed[0] if listed else phrasing.render_surely(words.lower()) if phrasing else None
        return said and (said if words[:1].isupper() else said[0].lower() + said[1:] if said[1:2].islower() else said)

    @staticmethod
    def _is_kept(text: str, shielded: Shielded) -> bool:
        """Tell whether all words of a text are figures, placeholders, or measures that are written anew."""
        known = {*shielded.placeholders, *(word for one in shielded.measures for word in one.asked.split())}
        return all(word in known or word.isdecimal() for word in text.split())


def _link(parts: Sequence[_Part]) -> Links:
    """Link each part to its own."""
    source = (*(part.start for part in parts), parts[-1].end)
    target = [0]
    for part in parts:
        target.append(target[-1] + len(part.said))
    return Links.one_by_one(source, tuple(target))
