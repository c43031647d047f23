"""Enumerations whose members got lost: each comes back once, as the draft had it or as the phrase table has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate.care.codes.grid import diagonal_links
from translate.checks.omissions import find_links, find_omissions
from translate.data import Issue, Severity
from translate.engines.base import Draft, Engine
from translate.languages import Language
from translate.languages.identification import is_function_word
from translate.text.late import late
from translate.text.usage.enumerations import Enumeration, find_enumerations
from translate.text.words import split_words

Render = Callable[[str], str | None]
"""Says what a phrase is in the other language; None where it is not known."""
MEMBERS = "members"
_LEAST_THERE = 3
"""Members of an enumeration of the target that lost some."""
_FIRST_WORD = late(r"[\p{L}\p{M}]+(?:['’]|(?=\s))\s?")
_LAST_MARK = late(r"\s*[.!]\Z")


def find_lost_members(source: str, target: str, render: Render, own: Language, other: Language) -> Issue | None:
    """Report members of an enumeration that a target left out, or has another word for; `value` is how many.

    :param render: says what a member is by itself; only of what it knows another word is found.
    """
    lists = find_enumerations(source, own.conjunctions)
    if not lists:
        return None
    places = [place for one in lists for place in one.members]
    found = find_omissions(source, target, own, other)
    lost = [(one.start, one.end) for one in found if any(a <= one.start and one.end <= b for a, b in places)]
    answered = [start for start, _ in find_links(source, target, own, other)]
    for one in lists if answered else ():
        alone = one.members if one.is_bare else one.members[1:-1]
        unanswered = [(start, end) for start, end in alone if not any(start <= place < end for place in answered)]
        lost += [place for place in unanswered if _is_other(source[slice(*place)], target, render, own)]
    if not lost:
        return None
    names = ", ".join(source[start:end] for start, end in dict.fromkeys(sorted(lost)))
    return Issue(MEMBERS, Severity.WARNING, f"Missing from the enumeration: {names}.", float(len(lost)))


def _is_other(member: str, target: str, render: Render, own: Language) -> bool:
    """Tell whether a target has another word for a member than it is known for."""
    said = render(_noun_of(member, own))
    return said is not None and said.lower() not in target.lower()


def _noun_of(member: str, language: Language) -> str:
    """Return a member without its determiner."""
    first = _FIRST_WORD.match(member)
    is_determined = first is not None and first[0].strip().rstrip("'’").lower() in language.determiners
    return member[first.end() :] if first and is_determined else member


def list_members(
    engine: Engine, render: Render, text: str, draft: Draft, *, own: Language, other: Language
) -> Draft | None:
    """Return `draft` with all members of the enumeration of `text`, in their order; None where that cannot be.

    What the draft has for a member stays; what it has for none, in the enumeration, gives way.

    :param render: what is asked for a member before the engine is, without its determiner.
    """
    ours = find_enumerations(text, own.conjunctions)
    there = find_enumerations(draft.text, other.conjunctions, least=_LEAST_THERE)
    theirs = max(there, key=lambda one: len(one.members), default=None)
    if len(ours) != 1 or theirs is None:
        return None
    said = _match(text, draft.text, ours[0], theirs, own, other)
    if not ours[0].is_bare and (0 not in said or len(ours[0].members) - 1 not in said):
        return None
    are_as_many = len(ours[0].members) == len(theirs.members)
    made: list[str] = []
    for number, (start, end) in enumerate(ours[0].members):
        member = said.get(number) or _render(engine, render, text[start:end], own, other)
        if member is None and are_as_many:
            member = draft.text[slice(*theirs.members[number])]
        member = member or _ask(engine, text[start:end])
        if not member:
            return None
        made.append(member)
    first, last = theirs.members[0][0], theirs.members[-1]
    joint = draft.text[theirs.members[-2][1] : last[0]]
    whole = draft.text[:first] + ", ".join(made[:-1]) + joint + made[-1] + draft.text[last[1] :]
    links = diagonal_links(text, whole)
    return replace(draft, text=whole, others=lambda: iter(()), link=lambda whole=True: links)


def _match(
    source: str, target: str, ours: Enumeration, theirs: Enumeration, own: Language, other: Language
) -> dict[int, str]:
    """Return by the number of a member of the source what the target has for it, where all its words are answered."""
    said: dict[int, str] = {}
    taken: set[int] = set()
    links = find_links(source, target, own, other)
    for number, (start, end) in enumerate(ours.members):
        nouns = [word for word in split_words(source[start:end]) if not is_function_word(word.lower())]
        there = [place for one, place in links if start <= one < end]
        chosen = {n for n, (a, b) in enumerate(theirs.members) for place in there if a <= place < b} - taken
        is_whole = len(there) >= len(nouns) or number == 0
        if len(chosen) == 1 and is_whole:
            taken |= chosen
            said[number] = target[slice(*theirs.members[chosen.pop()])].strip()
    return said


def _render(engine: Engine, render: Render, member: str, own: Language, other: Language) -> str | None:
    """Return what the table has for a member, with an article where the engine writes one."""
    noun = _noun_of(member, own)
    found = render(noun)
    if found is None or noun == member:
        return found
    article = _FIRST_WORD.match(_ask(engine, member))
    word = article[0].strip().lower() if article else ""
    if is_function_word(word):
        return f"{other.fit_article(word, found) if other.fit_article else word} {found}"
    return found


def _ask(engine: Engine, member: str) -> str:
    """Return what the engine makes of a member by itself."""
    draft = engine.continue_draft(member, "")
    asked = _LAST_MARK.sub("", draft.text) if draft else ""
    return asked[:1].lower() + asked[1:] if member[:1].islower() else asked
