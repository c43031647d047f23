"""A class comes in, and the data class that `dataclasses.dataclass` would make of it goes out, in little time.

A start of the command makes hundreds of them, for each of which Python compiles six functions. Here one is compiled
when it is first called. Objects take less time too: each slot is set by its own setter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
        """Return what makes a data class of a class; it has slots in any case, and no fields of `InitVar` or `KW_ONLY`.

        What these parameters mean, :func:`dataclasses.dataclass` says.
        """
        if not slots:
            raise TypeError("this makes classes with slots; dataclasses.dataclass makes others")
        return lambda plain: _Maker(plain, frozen=frozen).make(eq=eq)


_FIELDS = "__dataclass_fields__"
_KNOWN = (_FIELDS, "__dataclass_params__", "__match_args__")
"""What the standard library makes of the fields of a class."""


class _Maker:
    """Makes a class with slots.

    :param plain: the class as it is written. The standard library reads its fields, when somebody asks for them.
    """

    def __init__(self, plain: type, *, frozen: bool) -> None:
        self._plain, self._is_frozen = plain, frozen
        self._made: Any = None
        self._first: dict[str, Any] = {}
        """What compares records until two are compared."""

    def make(self, *, eq: bool) -> type:
        plain = self._plain
        names = [name for name, kind in plain.__annotations__.items() if "ClassVar" not in str(kind)]
        held = {slot for base in plain.__mro__[1:] for slot in getattr(base, "__slots__", ())}
        left = {*names, "__dict__", "__weakref__"}
        namespace = {name: value for name, value in plain.__dict__.items() if name not in left}
        namespace |= {name: _Late(self, name) for name in _KNOWN}
        namespace["__slots__"] = tuple(name for name in names if name not in held)
        methods = self._methods() | (self._comparing() if eq else {}) | (self._freezing() if self._is_frozen else {})
        self._made = type(plain)(plain.__name__, plain.__bases__, methods | namespace)
        self._made.__qualname__ = plain.__qualname__
        return self._made  # type: ignore[no-any-return]

    def read_fields(self) -> tuple[dataclasses.Field[Any], ...]:
        """Return the fields; from now on the class has what the standard library knows of it."""
        plain, made = self._plain, self._made
        if isinstance(made.__dict__[_FIELDS], _Late):
            plain.__doc__ = plain.__doc__ or plain.__name__  # else it would be made of the parameters
            is_derived = any(hasattr(base, _FIELDS) for base in plain.__mro__[1:])
            # what a frozen class inherits has to be frozen; to make one so that inherits nothing takes longer
            dataclasses.dataclass(init=False, repr=False, eq=False, frozen=self._is_frozen and is_derived)(plain)
            for name in _KNOWN:
                setattr(made, name, plain.__dict__[name])
            made.__dataclass_params__.frozen = self._is_frozen
        return dataclasses.fields(made)

    def _methods(self) -> dict[str, Any]:
        def init(record: Any, *args: Any, **named: Any) -> None:
            made = self._made
            made.__init__ = self._init()
            made.__init__(record, *args, **named)

        @recursive_repr()
        def represent(record: Any) -> str:
            shown = [f"{field.name}={getattr(record, field.name)!r}" for field in self.read_fields() if field.repr]
            return f"{type(record).__qualname__}({', '.join(shown)})"

        return {"__init__": init, "__repr__": represent}

    def _comparing(self) -> dict[str, Any]:
        def equal(record: Any, other: object) -> Any:
            self._compare()
            return record == other

        def hashed(record: Any) -> int:
            self._compare()
            return hash(record)

        self._first = {"__eq__": equal, "__hash__": hashed if self._is_frozen else None}
        return self._first

    def _compare(self) -> None:
        """Give the class what compares two records by the fields that count."""
        names = [field.name for field in self.read_fields() if field.compare]
        mine, theirs = (f"({''.join(f'{one}.{name}, ' for name in names)})" for one in ("self", "other"))
        same = f"return {mine} == {theirs} if other.__class__ is self.__class__ else NotImplemented"
        found = {
            "__eq__": self._compiled("__eq__", ["self", "other"], [same], {}),
            "__hash__": self._compiled("__hash__", ["self"], [f"return hash({mine})"], {}),
        }
        for name, method in found.items():
            if self._first[name] is not None and self._made.__dict__[name] is self._first[name]:
                setattr(self._made, name, method)

    def _freezing(self) -> dict[str, Any]:
        def reduce(record: Any) -> Any:
            self._made.__reduce__ = self._reduce()
            return record.__reduce__()

        def restore(record: Any, state: list[Any]) -> None:
            for field, value in zip(self.read_fields(), state, strict=True):
                object.__setattr__(record, field.name, value)

        return {
            "__setattr__": _refuse_to_set,
            "__delattr__": _refuse_to_delete,
            "__reduce__": reduce,
            "__setstate__": restore,
        }

    def _reduce(self) -> Any:
        """Return what has a record pickled as a call with its values: four times as fast as one value after another."""
        known = self.read_fields()
        given = "".join(f"self.{field.name}, " for field in known if field.init)
        whole = "".join(f"self.{field.name}, " for field in known)
        state = "" if all(field.init for field in known) else f", [{whole}]"
        return self._compiled("__reduce__", ["self"], [f"return self.__class__, ({given}){state}"], {})

    def _init(self) -> Any:
        """Return what takes a value for each field."""
        known: dict[str, Any] = {"_missing": MISSING}
        parameters, lines = ["self"], []
        for number, field in enumerate(self.read_fields()):
            value = name = field.name
            if field.default_factory is not MISSING:
                known[f"_make{number}"] = field.default_factory
                value = f"_make{number}()" + (f" if {name} is _missing else {name}" if field.init else "")
                name = f"{name}=_missing"
            elif field.default is not MISSING:
                known[f"_value{number}"] = field.default
                name = f"{name}=_value{number}"
            if field.init:
                parameters.append(name)
            elif field.default_factory is MISSING:
                continue
            known[f"_set{number}"] = getattr(self._made, field.name).__set__
            lines.append(f"_set{number}(self, {value})" if self._is_frozen else f"self.{field.name} = {value}")
        if hasattr(self._made, "__post_init__"):
            lines.append("self.__post_init__()")
        return self._compiled("__init__", parameters, lines or ["pass"], known)

    def _compiled(self, name: str, parameters: Sequence[str], lines: Sequence[str], known: dict[str, Any]) -> Any:
        body = "\n ".join(lines)
        exec(f"def {name}({', '.join(parameters)}):\n {body}", known)
        method = known[name]
        method.__qualname__ = f"{self._made.__qualname__}.{name}"
        return method


class _Late:
    """Stands for what the standard library knows of a class until somebody asks for it."""

    def __init__(self, maker: _Maker, name: str) -> None:
        self._maker, self._name = maker, name

    def __get__(self, record: object, owner: type) -> Any:
        self._maker.read_fields()
        return getattr(self._maker._made, self._name)


def _refuse_to_set(record: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(record: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
