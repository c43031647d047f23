"""Tables of plug-ins, and late names of packages: a name gives an object, imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Generic, TypeVar

from translate.errors import UnknownNameError

T = TypeVar("T")


class Registry(Generic[T]):
    """A table `name → 'module:attribute'` of plug-ins of one `kind`."""

    def __init__(self, kind: str, table: Mapping[str, str]) -> None:
        self.kind = kind
        self._table = dict(table)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __contains__(self, name: object) -> bool:
        return name in self._table

    def load(self, name: str) -> T:
        """Import and return the plug-in called `name`.

        :raises UnknownNameError: with the list of the names that exist.
        """
        if name not in self._table:
            raise UnknownNameError(self.kind, name, self._table)
        module, _, attribute = self._table[name].partition(":")
        plugin: T = getattr(import_module(module), attribute)
        return plugin


def late_names(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package whose names few need: each is imported when it is first asked for.

    :param homes: by name the module of the package that has it.
    """

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(import_module(package), name, found)
        return found

    return find
