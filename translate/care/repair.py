"""A hypothesis that is suspected is made again in other ways; the best by checks, then by score, is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from math import fsum, inf
from types import MappingProxyType

from translate.care.base import Revision
from translate.care.composing import Restored
from translate.config import RepairConfig
from translate.data import Issue, Severity
from translate.engines.base import Draft, Linker, Links, Way
from translate.records import dataclass
from translate.text.late import late
from translate.text.usage.formulas import NO_CLOSINGS, Closings, is_closing
from translate.text.words import split_words

Judge = Callable[[str, str], Iterable[Issue]]
"""Says what is wrong with a target, after its source. Only errors and warnings count."""

FIRST = "first"
NEXT_BEST = "next_best"
ALTERNATIVES = "alternatives"
NO_REPEAT = "no_repeat"
PARTED = "parted"
CUT = "cut"
LED = "led"
LISTED = "listed"
NUMBERED = "numbered"
RETOUCHED = "retouched"
MASKED = "masked"
STAND_INS = "stand_ins"
TRIES = (NEXT_BEST, RETOUCHED, STAND_INS, MASKED, LED, LISTED, NUMBERED, PARTED, NO_REPEAT, ALTERNATIVES)
"""What repair can be without, `CUT` apart: what is protected must come back."""

_SHOWN: Mapping[str, str] = MappingProxyType(
    {
        NEXT_BEST: "another hypothesis of the beam",
        ALTERNATIVES: "one of the alternatives of a larger beam",
        NO_REPEAT: "one without repeated phrases",
        PARTED: "one that was split at clauses",
        CUT: "one with protected text removed, then placed by attention",
        LED: "one with the required term enforced",
        LISTED: "one with all members of the enumeration",
        NUMBERED: "one with the numbers of the source enforced",
        RETOUCHED: "itself, with the names, codes and quotation marks of the source",
        MASKED: "one with placeholders for the names and codes that were lost",
        STAND_INS: "one asked with frequent words in place of the rare ones",
    }
)
FIRST_WAY = Way(alternatives=64)
"""All that the beam holds: the alternatives cost nothing more."""
_MAX_TRIES = 2
_MOST_SPACES = 25
"""Of a text that is asked again for its rare words."""
_LARGER = 4
"""How many times the engine's beam that of `alternatives` may be: who asked for a small one wants to be done soon."""
_WEIGHTS = {Severity.ERROR: 10.0, Severity.WARNING: 1.0, Severity.INFO: 0.0}
_SUSPECT = {
    "terms": 8.0, "members": 4.0, "lost_names": 4.0, "negations": 4.0, "emptied": 4.0, "codes": 4.0, "foreign": 4.0,
    "titles": 4.0, "quotes": 2.0, "opening": 2.0, "doubled_words": 2.0, "end_punctuation": 2.0,
}  # fmt: skip
"""Checks whose every issue makes a hypothesis suspected, and what one weighs."""
_PAIR = 2.0
"""Quotation marks that are no slip of one."""
_MASKED_FOR = frozenset({"codes", "placeholders", "lost_names", "foreign", "quotes"})
"""Causes that a placeholder answers."""
_EMPTIED, _TERMS = ("emptied",), ("terms",)
_RARE_WORDS = "rare_words"
_MOST_RARE = 4.0
"""What rare words weigh at most together: less than anything else that is lost for sure."""
_LIKE_FIRST = 1.0
"""Mean log probability that it is worth to have all the words of the first hypothesis."""
_AS_PROBABLE = 0.15
"""Mean log probability that a hypothesis of the beam may lose for a term."""
_LEFT_AS_IT_WAS = frozenset({"untranslated", "copied"})
"""Causes that no try answers: what the model leaves as it was is mostly in the target language already."""
_LETTERS = late(r"\p{L}{2,}")
_SPEAKER = late(r"[?!…]\s?[»”\"]?\s*(?P<rest>\p{Ll}[^?!…]{3,})\.\s*\Z")
_ASKS = late(r"[?!…][»”\"’')]*\s*\Z")
_SHORT_TARGET = 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way a passage came out. `issues` is what is wrong with it; `by` names the way."""

    draft: Draft
    restored: Restored
    issues: tuple[Issue, ...]
    by: str
    revision: Revision

    @property
    def penalty(self) -> float:
        return penalty_of(self.issues)

    @property
    def causes(self) -> tuple[str, ...]:
        """What it is suspected of: the checks that found an error, a term that is not honoured, a lost name."""
        told = filter(_weighs, self.issues)
        found = (i.check for i in told if i.severity is Severity.ERROR or i.check in _SUSPECT)
        return tuple(dict.fromkeys(found))


def penalty_of(issues: Iterable[Issue]) -> float:
    """Return how much issues weigh together; the more of them, the more."""
    return sum(_weight_of(issue) for issue in issues if _weighs(issue))


def _weight_of(issue: Issue) -> float:
    if issue.check == _RARE_WORDS:  # each of them is one that the target may lack
        return min(issue.value or 1.0, _MOST_RARE)
    return _SUSPECT.get(issue.check, _WEIGHTS[issue.severity])


def _weighs(issue: Issue) -> bool:
    """Tell whether an issue is more than information, or a pair of quotation marks that was lost."""
    is_pair = issue.check == "quotes" and issue.value is not None and issue.value >= _PAIR
    return issue.severity is not Severity.INFO or is_pair


def better(one: Candidate | None, other: Candidate) -> Candidate:
    """Return the better of two: less wrong, then more probable; where equal, the earlier one.

    Where both leave out what a pair of codes held, the earlier one too: to be more probable is no reason then.
    """
    if one and one.causes == other.causes == _EMPTIED and one.penalty == other.penalty:
        return one
    if one and one.causes == _TERMS and other.by == NEXT_BEST and other.draft.score < one.draft.score - _AS_PROBABLE:
        return one  # what the beam was not sure of costs a sentence for a term
    if one is None or (other.penalty, -other.draft.score) < (one.penalty, -one.draft.score):
        return other
    return one


def nearest(first: Candidate | None, others: Iterator[Candidate]) -> Candidate | None:
    """Return the best of what came of stand-ins, which are in order: the first, or for terms what is like `first`.

    A sentence shall be the one that it would be without a glossary, but for the terms.
    """
    if first is None or "terms" not in first.causes:
        return next(others, None)
    words = Counter(split_words(first.restored.text.lower()))

    def likeness(candidate: Candidate) -> float:
        own = Counter(split_words(candidate.restored.text.lower()))
        return 2 * (words & own).total() / max(words.total() + own.total(), 1)

    return min(others, key=lambda one: (one.penalty, -one.draft.score - _LIKE_FIRST * likeness(one)), default=None)


def is_worth_a_try(candidate: Candidate) -> bool:
    """Tell whether a candidate is suspected of what can be repaired."""
    return not _LEFT_AS_IT_WAS.issuperset(candidate.causes)


def may_be_retouched(candidate: Candidate) -> bool:
    """Tell whether what a candidate lost may be put right where it stands."""
    return not _MASKED_FOR.isdisjoint(candidate.causes)


def wants_stand_ins(candidate: Candidate) -> bool:
    """Tell whether words of the source may be missing for which frequent ones can stand: rare ones, and terms.

    In a long text as many of the words around come out worse as better, and it takes the model long.
    """
    is_short = candidate.revision.request.text.count(" ") <= _MOST_SPACES
    return (has_rare_words(candidate) and is_short) or "terms" in candidate.causes


def looks_at_others(candidate: Candidate) -> bool:
    """Tell whether the other hypotheses of the beam may be better: what an enumeration lost they lost too."""
    return has_rare_words(candidate) or (is_worth_a_try(candidate) and candidate.causes != ("members",))


def has_rare_words(candidate: Candidate) -> bool:
    """Tell whether rare words of the source may be missing."""
    return any(issue.check == _RARE_WORDS for issue in candidate.issues)


def lacks_rare_words_alone(candidate: Candidate) -> bool:
    """Tell whether nothing is found but that rare words of the source may be missing."""
    return {issue.check for issue in candidate.issues} == {_RARE_WORDS}


def plan(candidate: Candidate, config: RepairConfig, without: Collection[str] = ()) -> list[str]:
    """Return what to try, in order, for a suspected candidate (docs/engine.md says why in this order)."""
    if not is_worth_a_try(candidate):
        return []
    tries = list(config.tries)
    if "repetition" in candidate.causes or "unfinished" in candidate.causes:
        tries.sort(key=lambda name: name != NO_REPEAT)
    else:
        tries = [name for name in tries if name != NO_REPEAT]
    leads = [MASKED] if not _MASKED_FOR.isdisjoint(candidate.causes) or "numbers" in candidate.causes else []
    leads += [LED] if "terms" in candidate.causes else []
    leads += [LISTED] if "members" in candidate.causes else []
    if candidate.causes == ("terms",):
        return [name for name in (*leads, ALTERNATIVES) if name not in without]
    if candidate.causes in (("members",), ("opening",)):
        return [name for name in leads if name not in without]
    if "numbers" in candidate.causes:
        leads.append(NUMBERED)
    if candidate.causes == ("length",):  # parts make a short target long, and wrong
        tries = [name for name in tries if name != PARTED]
    tries = [name for name in tries if name not in without]
    is_masked = _MASKED_FOR.issuperset(candidate.causes)  # a larger beam hardly finds names
    most = 0 if candidate.causes == ("quotes",) else 1 if is_masked else _MAX_TRIES
    return [name for name in leads if name not in without] + tries[:most]


def way_of(name: str, config: RepairConfig, beam: int) -> Way:
    """Return how a try decodes, by an engine with that beam."""
    match name:
        case "first" | "stand_ins":
            return FIRST_WAY
        case "alternatives":
            larger = min(config.beam, _LARGER * beam)
            return Way(beam=larger, alternatives=larger)
        case "no_repeat":
            return Way(no_repeat=config.no_repeat)
        case "parted":
            return Way(max_pieces=config.part_pieces)
        case _:
            return Way()


def note(first: Candidate, best: Candidate) -> Issue:
    """Return the record of a repair."""
    told = first.causes or ("rare words" if has_rare_words(first) else "lost placeholders",)
    message = f"Suspect ({', '.join(told)}); replaced by {_SHOWN[best.by]}."
    return Issue("repaired", Severity.INFO, message, round(first.penalty - best.penalty, 3))


def find_unsaid(source: str, target: str) -> Issue | None:
    """Report who speaks, where a question stands without it: « Qui est là ? demanda-t-elle. » as `Who’s there?`.

    The model's attention is no help here: the last pieces look at what they leave out.
    """
    match = _SPEAKER.search(source)
    if match is None or not _ASKS.search(target):
        return None
    text = match["rest"]
    return Issue("dropped", Severity.ERROR, f"Missing from the target: '{text[:40]}'.", float(len(text)))


def find_dropped(
    source: str,
    target: str,
    link: Linker | None,
    config: RepairConfig,
    *,
    own: Closings = NO_CLOSINGS,
    other: Closings = NO_CLOSINGS,
    is_answered: Callable[[str], bool] = lambda passage: False,
) -> Issue | None:
    """Report a clause that no target piece attends to, in a target that is short for its source.

    Coverage of a source piece is the attention it gets from all target pieces (Tu et al. 2016, *Modeling coverage for
    neural machine translation*). A target that is shorter by less than the least clause has dropped none, and the
    attention is not fetched. `value` is the number of letters in the longest run without coverage.

    :param own: how letters close in the language of `source`: with many words, of which few are left.
    :param other: in that of `target`.
    :param is_answered: whether the target says a passage of the source all the same.
    """
    if link is None or len(target) > _SHORT_TARGET * len(source) or len(source) - len(target) < config.dropped_letters:
        return None
    if is_closing(source, target, own, other):
        return None
    # With one piece less fewer places are covered: what is no dropped clause then is none.
    some = [text for _, text in _iter_uncovered(source, link(whole=False), config)]
    if max(map(_count_letters, some), default=0) < config.dropped_letters:
        return None
    _, text = max(_iter_uncovered(source, link(), config), key=lambda run: run[0], default=(0, ""))
    letters = _count_letters(text)
    if letters < config.dropped_letters or is_answered(text):
        return None
    return Issue("dropped", Severity.ERROR, f"Missing from the target: '{text.strip()[:40]}'.", float(letters))


def _iter_uncovered(source: str, links: Links | None, config: RepairConfig) -> Iterator[tuple[int, str]]:
    """Yield the runs of source pieces that are not covered: how many they are, and their text."""
    if links is None or not links.weights:
        return
    run = 0
    for number, covered in enumerate([*map(fsum, zip(*links.weights, strict=True)), inf]):
        if covered < config.min_coverage:
            run += 1
        elif run:
            yield run, source[links.source[number - run] : links.source[number]]
            run = 0


def _count_letters(text: str) -> int:
    return sum(len(word) for word in _LETTERS.findall(text))
