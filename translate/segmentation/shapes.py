"""What is known of an expression without running it: the characters at its ends, and how much work it can make."""

from __future__ import annotations

from functools import lru_cache

from translate.records import dataclass

MAX_COUNT = 10**12
_MANY = 10_000
Characters = frozenset[str] | None
"""Parts of a character class, to be joined in one; None means any character."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The characters that can stand at one end of what an expression matches.

    `near` holds the ones at the very end, `far` those beside them, one step farther in. Where the expression
    `may_be_empty` or `may_be_single`, its neighbour gives the rest.
    """

    near: Characters
    far: Characters
    may_be_empty: bool
    may_be_single: bool

    def __or__(self, other: Edge) -> Edge:
        return Edge(
            _union(self.near, other.near),
            _union(self.far, other.far),
            self.may_be_empty or other.may_be_empty,
            self.may_be_single or other.may_be_single,
        )

    def beside(self, inner: Edge) -> Edge:
        """Return the edge of two expressions in a row, of which `inner` is farther from this end."""
        if inner is OPEN or not (self.may_be_empty or self.may_be_single):
            return self
        if self is OPEN:
            return inner
        near, far = self.near, self.far
        if self.may_be_empty:
            near, far = _union(near, inner.near), _union(far, inner.far)
        if self.may_be_single:
            far = _union(far, inner.near)
        return Edge(
            near,
            far,
            self.may_be_empty and inner.may_be_empty,
            (self.may_be_empty and inner.may_be_single) or (self.may_be_single and inner.may_be_empty),
        )

    def repeated(self, least: int, most: int) -> Edge:
        far = _union(self.far, self.near) if most > 1 and (self.may_be_single or self.may_be_empty) else self.far
        return Edge(
            self.near,
            far,
            least == 0 or self.may_be_empty,
            self.may_be_single and (least <= 1 or self.may_be_empty),
        )

    def only_looked_at(self) -> Edge:
        """Return the edge of a look-around: what it sees at the end is there, but it takes no character."""
        return Edge(self.near, None if self.may_be_single else self.far, self.may_be_empty, may_be_single=False)

    @property
    def nearest(self) -> Characters:
        """The characters at the end of any match; None where nothing is known."""
        return None if self.may_be_empty else self.near

    @property
    def second(self) -> Characters:
        """The characters one step farther in."""
        return None if self.may_be_empty or self.may_be_single else self.far


OPEN = Edge(frozenset(), frozenset(), may_be_empty=True, may_be_single=False)


@dataclass(frozen=True, slots=True)
class Shape:
    """Both ends of what an expression matches; characters that each match, or its surroundings, must have; and counts.

    `ways` bounds in how many ways it can match at one place, `steps` how often it looks at a character there.
    """

    first: Edge
    last: Edge
    needed: frozenset[str] = frozenset()
    ways: int = 1
    steps: int = 1

    def __or__(self, other: Shape) -> Shape:
        return Shape(
            self.first | other.first,
            self.last | other.last,
            self.needed & other.needed,
            _bounded(self.ways + other.ways),
            _bounded(self.steps + other.steps),
        )

    def then(self, other: Shape) -> Shape:
        # A look-behind runs from the right to the left, so either may be tried again for each way of the other.
        steps = self.steps * max(1, other.ways) + other.steps * max(1, self.ways)
        return Shape(
            self.first.beside(other.first),
            other.last.beside(self.last),
            self.needed | other.needed,
            min(self.ways * other.ways, MAX_COUNT),
            min(steps, MAX_COUNT),
        )

    def repeated(self, least: int, most: int, *, is_possessive: bool) -> Shape:
        ways = steps = 0
        power = 1
        for count in range(min(most, _MANY) + 1):
            if count:
                steps = _bounded(steps + power * self.steps)
                power = _bounded(power * self.ways)
            if count >= least:
                ways = _bounded(ways + power)
        if most > _MANY:
            ways = steps = MAX_COUNT
        return Shape(
            self.first.repeated(least, most),
            self.last.repeated(least, most),
            self.needed if least else frozenset(),
            1 if is_possessive else max(1, ways),
            max(1, steps),
        )

    def once(self) -> Shape:
        """Return the shape of an atomic group."""
        return Shape(self.first, self.last, self.needed, 1, self.steps)

    def ahead(self) -> Shape:
        return Shape(self.first.only_looked_at(), OPEN, self.needed, 1, self.steps)

    def behind(self) -> Shape:
        return Shape(OPEN, self.last.only_looked_at(), self.needed, 1, self.steps)

    def denied(self) -> Shape:
        return Shape(OPEN, OPEN, steps=self.steps)


NOTHING = Shape(OPEN, OPEN)
_SOME = Edge(None, None, may_be_empty=True, may_be_single=True)
ANYTHING = Shape(_SOME, _SOME)
_ONE = Edge(None, frozenset(), may_be_empty=False, may_be_single=True)
ANY_CHARACTER = Shape(_ONE, _ONE)


@lru_cache(maxsize=1024)
def one_of(characters: str, needed: str = "") -> Shape:
    """Return the shape of one character of a class; `needed` is the character where there is only one."""
    edge = Edge(frozenset([characters]), frozenset(), may_be_empty=False, may_be_single=True)
    return Shape(edge, edge, frozenset(needed))


def of_letters(letters: str) -> Shape:
    """Return the shape of characters in a row that stand for themselves: what :meth:`Shape.then` makes of them."""
    if len(letters) == 1:
        return one_of(letters, needed=letters)
    first = Edge(frozenset(letters[0]), frozenset(letters[1]), may_be_empty=False, may_be_single=False)
    last = Edge(frozenset(letters[-1]), frozenset(letters[-2]), may_be_empty=False, may_be_single=False)
    return Shape(first, last, frozenset(letters), 1, len(letters))


def _union(one: Characters, other: Characters) -> Characters:
    return None if one is None or other is None else one | other


def _bounded(count: int) -> int:
    return min(count, MAX_COUNT)
