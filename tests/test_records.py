"""A class of ours is what the standard library would make of it, and is made in a fraction of the time."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from translate import records

T = TypeVar("T")
Maker = Callable[..., Any]


def made_by(maker: Maker) -> dict[str, Any]:
    """Return classes with all that the package asks of a data class."""

    @maker(frozen=True, slots=True)
    class Point:
        """A place."""

        x: int
        y: int = 0
        others: tuple[int, ...] = ()
        seen: list[int] = field(default_factory=list, compare=False, repr=False)
        origin: ClassVar[str] = "here"

        @property
        def total(self) -> int:
            return self.x + self.y

    @maker(frozen=True, slots=True)
    class Deep(Point):
        z: int = 9
        y: int = 5

    @maker(slots=True)
    class Counts:
        a: int = 0
        twice: int = field(init=False)
        names: dict[str, int] = field(default_factory=dict)

        def __post_init__(self) -> None:
            self.twice = 2 * self.a

    @maker(slots=True, eq=False)
    class Held(Generic[T]):
        value: T

    @maker(frozen=True, slots=True)
    class Nothing:
        pass

    return {cls.__name__: cls for cls in (Point, Deep, Counts, Held, Nothing)}


OURS, THEIRS = made_by(records.dataclass), made_by(dataclasses.dataclass)
ARGUMENTS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Point", (1,), {}),
    ("Point", (1, 2), {"others": (3,)}),
    ("Deep", (1,), {}),
    ("Deep", (), {"x": 4, "z": 1, "seen": [7]}),
    ("Counts", (3,), {}),
    ("Held", ("text",), {}),
    ("Nothing", (), {}),
]
ONES = [(OURS[name](*values, **named), THEIRS[name](*values, **named)) for name, values, named in ARGUMENTS]


@pytest.mark.parametrize(("ours", "theirs"), ONES)
def test_a_record_has_the_values_and_the_text_of_a_data_class(ours: Any, theirs: Any) -> None:
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert not hasattr(ours, "__dict__")


@pytest.mark.parametrize("name", OURS)
def test_the_standard_library_knows_the_same_of_the_class(name: str) -> None:
    def facts(cls: type) -> list[object]:
        parts = [(f.name, f.type, f.init, f.compare, f.repr, f.default) for f in dataclasses.fields(cls)]
        return [parts, cls.__match_args__, cls.__slots__, dataclasses.is_dataclass(cls), cls.__qualname__]  # type: ignore[attr-defined]

    assert facts(OURS[name]) == facts(THEIRS[name])


@pytest.mark.parametrize("name", OURS)
def test_the_fields_are_known_before_the_first_record_is_made(name: str) -> None:
    fresh = made_by(records.dataclass)[name]
    assert list(fresh.__dataclass_fields__) == list(THEIRS[name].__dataclass_fields__)


def test_records_are_equal_where_the_fields_that_count_are() -> None:
    point = OURS["Point"]
    assert point(1, seen=[1]) == point(1, seen=[2]) and hash(point(1)) == hash(point(1))
    assert point(1) != point(2) and point(1) != OURS["Deep"](1) and point(1) != (1, 0, ())
    assert OURS["Nothing"]() == OURS["Nothing"]() and len({OURS["Nothing"](), OURS["Nothing"]()}) == 1
    held = OURS["Held"]("text")
    assert held in [held] and held != OURS["Held"]("text") and hash(held)
    with pytest.raises(TypeError, match="unhashable"):
        hash(OURS["Counts"]())


def test_the_first_comparison_may_be_a_hash() -> None:
    point = made_by(records.dataclass)["Point"]
    assert {point(1): "found"}[point(1)] == "found"


def test_a_frozen_record_cannot_be_changed() -> None:
    point = OURS["Point"](1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    assert dataclasses.replace(point, x=2) == OURS["Point"](2) and point.total == 1


def test_what_a_record_was_given_wrongly_is_said_as_python_says_it() -> None:
    fresh = made_by(records.dataclass)["Point"]
    with pytest.raises(TypeError, match=r"Point\.__init__\(\) missing 1 required positional argument: 'x'"):
        fresh()
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'w'"):
        fresh(1, w=2)


def test_each_record_has_a_list_of_its_own() -> None:
    one, other = OURS["Point"](1), OURS["Point"](1)
    one.seen.append(1)
    assert other.seen == [] and OURS["Point"].origin == "here"


@records.dataclass(frozen=True, slots=True)
class Sent:
    text: str
    number: int = 0


@records.dataclass(frozen=True, slots=True)
class SentOn(Sent):
    seen: list[int] = field(default_factory=list, init=False)


@pytest.mark.parametrize("sent", [Sent("é", 2), SentOn("é", 2)])
def test_a_record_can_be_sent_to_another_process_and_be_copied(sent: Sent) -> None:
    for _ in range(2):  # the second time by what the first one made
        for found in (pickle.loads(pickle.dumps(sent)), copy.copy(sent), copy.deepcopy(sent)):
            assert found == sent
            assert type(found) is type(sent)
    made = SentOn("é", 2)
    made.seen.append(7)
    assert pickle.loads(pickle.dumps(made)).seen == [7]


def test_a_record_is_told_by_its_values() -> None:
    match Sent("a", 1):
        case Sent(text, 1):
            assert text == "a"
        case _:
            pytest.fail("no match")


def test_a_record_that_holds_itself_can_be_shown() -> None:
    counts = OURS["Counts"]()
    counts.names["self"] = counts
    assert "..." in repr(counts)


def test_methods_of_its_own_stay() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Own:
        x: int

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    assert Own(1) == Own(2) and repr(Own(1)) == "own" and hash(Own(1)) == 7


def test_without_slots_nothing_is_made() -> None:
    with pytest.raises(TypeError, match="slots"):
        records.dataclass(slots=False)
