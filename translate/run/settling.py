"""Decisions find their units again: the segments of a document and its decisions come in, what stands where goes out.

A unit is found by its source and what stands beside it, and by its name. A decision whose unit cannot be told for sure
is an orphan: it is listed, and never applied by guess.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain

from translate.checks import Verdict
from translate.data import (
    Decision,
    Document,
    Hypothesis,
    Issue,
    Note,
    Origin,
    Passage,
    Ruling,
    Severity,
    Shape,
    State,
    TranslationUnit,
)
from translate.records import dataclass
from translate.run.decisions import Log, format_decision
from translate.run.placed import segment
from translate.segmentation import Segmenter
from translate.text.naming import unit_name


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of a document: its number from 0 on, its name, its source, and the sources beside it."""

    number: int
    name: str
    source: Passage
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided on the units of a document."""

    standing: Mapping[int, Decision] = field(default_factory=dict)
    """The decisions that stand, by the number of their unit; one that was reopened stands no more."""
    latest: Mapping[str, Decision] = field(default_factory=dict)
    """The latest decision on each unit that has any, by its name in this document; those that reopened it too."""
    taken: Mapping[int, Decision] = field(default_factory=dict)
    """The same by its number."""
    orphans: tuple[Decision, ...] = ()
    """Those whose unit is not there, or cannot be told."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know."""
        if not self.orphans:
            return ()
        have = "decision finds its unit" if len(self.orphans) == 1 else "decisions find their units"
        return (f"{len(self.orphans)} {have} no more; see bitexte decisions list OUT --orphaned.",)

    @property
    def digest(self) -> str:
        """Over what decides the outputs."""
        lines = (f"{number}\0{format_decision(decision)}\n" for number, decision in sorted(self.standing.items()))
        names = (f"{name}\0{','.join(decision.dismissed)}\n" for name, decision in sorted(self.latest.items()))
        return hashlib.sha256("".join(chain(lines, names, self.remarks)).encode()).hexdigest()

    def hypothesis(self, number: int) -> Hypothesis | None:
        """Return the target that was decided on for a unit; None where none was."""
        decision = self.standing.get(number)
        return hypothesis_of(decision) if decision else None

    def mark(self, unit: TranslationUnit) -> TranslationUnit:
        """Return a unit, whose issues are known, with what reviewers said of these and remarked on it."""
        decision = self.latest.get(unit.name)
        return marked(unit, decision) if decision else unit

    def judge(self, unit: TranslationUnit) -> Verdict | None:
        """Return what becomes of a marked unit that a reviewer decided on; None where none did."""
        decision = self.latest.get(unit.name)
        if decision is None or decision.ruling is Ruling.REOPEN:
            return None
        return Verdict(unit.issues) if decision.ruling is Ruling.REJECT else Verdict()


NOTHING = Settled()


def hypothesis_of(decision: Decision) -> Hypothesis:
    """Return the target of a decision that stands."""
    changed = "".join(character for character in decision.time[:19] if character.isalnum()) + "Z"
    author = (("target@changeid", decision.author),) if decision.author else ()
    properties = (*author, ("target@changedate", changed))
    if decision.ruling is Ruling.REJECT:
        return Hypothesis("", 0.0, origin=Origin.HUMAN, state=State.UNTRANSLATED, properties=properties)
    text, codes = decision.target.text, decision.target.codes
    return Hypothesis(text, 0.0, codes=codes, origin=Origin.HUMAN, state=State.APPROVED, properties=properties)


def marked(unit: TranslationUnit, decision: Decision) -> TranslationUnit:
    """Return a unit with what a decision says of its issues, which weigh nothing any more, and its remark."""
    issues: tuple[Issue, ...] = tuple(
        replace(issue, severity=Severity.INFO) if issue.check in decision.dismissed else issue for issue in unit.issues
    )
    if decision.ruling is Ruling.REJECT:
        issues = (Issue("empty", Severity.ERROR, "Rejected by a reviewer."),)
    notes = (*unit.notes, Note(decision.comment, decision.author, about="target")) if decision.comment else unit.notes
    return replace(unit, issues=issues, notes=notes)


def settle_document(document: Document, segmenter: Segmenter, log: Log) -> Settled:
    """Find the units of a document that the decisions of a log are about."""
    decisions = log.of(document.name)
    if not decisions:
        return NOTHING
    pieces = (piece.passage for placed in segment(document, segmenter) for piece in placed.segments)
    return settle(document.name, pieces, decisions)


def settle(document: str, sources: Iterable[Passage], decisions: Sequence[Decision]) -> Settled:
    """Find the units of a document that decisions are about.

    :param sources: of all its segments, in order.
    :param decisions: those on the document, in order.
    """
    if not decisions:
        return NOTHING
    places = _find_places(document, sources, {decision.source.text for decision in decisions})
    settled = settle_places(places, decisions)
    passages = {place.number: place.source for some in places.values() for place in some}
    standing = {number: _fitted(decision, passages[number]) for number, decision in settled.standing.items()}
    return replace(settled, standing=standing)


def _fitted(decision: Decision, source: Passage) -> Decision:
    """Return a decision whose target has the ids of the codes of its document, not of the file it was made on."""
    if decision.source == source:
        return decision
    ids = {old.id: new.id for old, new in zip(decision.source.codes, source.codes, strict=True) if old.id}
    codes = tuple(replace(code, id=ids.get(code.id, code.id)) for code in decision.target.codes)
    return replace(decision, source=source, target=replace(decision.target, codes=codes))


def settle_places(places: Mapping[Shape, Sequence[Place]], decisions: Sequence[Decision]) -> Settled:
    """Find the units that decisions are about among the places by the shape of their sources, each in order."""
    taken: dict[int, Decision] = {}
    open_ones = list(_latest(decisions))
    for neighbours, is_named in ((2, True), (2, False), (1, True), (1, False), (0, True)):
        open_ones = _take(open_ones, places, taken, neighbours, is_named=is_named)
    names = {place.number: place.name for some in places.values() for place in some}
    return Settled(
        {number: decision for number, decision in taken.items() if decision.ruling is not Ruling.REOPEN},
        {names[number]: decision for number, decision in taken.items()},
        taken,
        tuple(decision for decision in open_ones if decision.ruling is not Ruling.REOPEN),
    )


def _find_places(document: str, sources: Iterable[Passage], texts: set[str]) -> dict[Shape, list[Place]]:
    """Return the places of the sources that have some texts."""
    counts: Counter[str] = Counter()
    places: defaultdict[Shape, list[Place]] = defaultdict(list)
    before: str | None = None
    current: Passage | None = None
    for number, following in enumerate(chain(sources, [None])):
        if current is not None:
            if current.text in texts:
                counts[current.text] += 1
                name = unit_name(document, current.text, counts[current.text])
                after = following.text if following is not None else None
                places[current.shape].append(Place(number - 1, name, current, before, after))
            before = current.text
        current = following
    return places


def _latest(decisions: Iterable[Decision]) -> Iterable[Decision]:
    """Return the latest decision on each unit as it was then, the newest first."""
    latest = {(one.unit, one.source.shape, one.before, one.after): one for one in decisions}
    return sorted(latest.values(), key=lambda one: (one.time, one.author), reverse=True)


def _take(
    decisions: Sequence[Decision],
    places: Mapping[Shape, Sequence[Place]],
    taken: dict[int, Decision],
    neighbours: int,
    *,
    is_named: bool,
) -> list[Decision]:
    """Give decisions the places that are theirs alone; return those that have none yet.

    One whose places all have a newer decision is overruled, and is not looked for any further.

    :param taken: the places that are given away, which grows.
    :param neighbours: how many of the two sources beside a place must be those of the decision.
    :param is_named: whether the name must be that of the decision.
    """
    fitting: dict[int, list[Place]] = {}
    for number, decision in enumerate(decisions):
        fitting[number] = [
            place
            for place in places.get(decision.source.shape, ())
            if (place.before == decision.before) + (place.after == decision.after) == neighbours
            and (place.name == decision.unit or not is_named)
        ]
    left = []
    for number, decision in enumerate(decisions):  # the newest first, so that it is the one that stands
        free = [place for place in fitting[number] if place.number not in taken]
        if len(free) == 1:
            taken[free[0].number] = decision
        elif free or not fitting[number] or not all(_is_newer(taken[p.number], decision) for p in fitting[number]):
            left.append(decision)
    return left


def _is_newer(one: Decision, other: Decision) -> bool:
    return (one.time, one.author) > (other.time, other.author)
