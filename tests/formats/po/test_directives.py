"""Directives of format strings: what a translation of a flagged message must have."""

from __future__ import annotations

import pytest

from translate.formats.po.directives import directives_of

SAME = [
    ("#, c-format", "%s en a %d", "%s has %d"),
    ("#, c-format", "%1$s en a %2$d", "%2$d of %1$s"),
    ("#, python-format", "%(nom)s, %(nombre)d %%", "%(nombre)d for %(nom)s %%"),
    ("#, python-brace-format", "{nom} a {0}", "{0} is with {nom}"),
    ("#, no-c-format", "50 % de %s", "50% of it"),
    ("#, fuzzy", "%s", ""),
    ("#, qt-format", "%1 sur %2", "of %2, %1"),
    ("#, sh-format", "$fichier et ${dossier}", "${dossier} and $fichier"),
]
OTHER = [
    ("#, c-format", "%s en a %d", "%d has %s"),
    ("#, c-format", "%s en a %d", "%s has it"),
    ("#, c-format", "%d", "% d"),
    ("#, python-format", "%(nom)s", "%(name)s"),
    ("#, fuzzy, python-brace-format", "{nom}", "{name}"),
    ("#, ruby-format", "%<n>d et %{m}", "%<n>d and m"),
    ("#, php-format", "%'*10s", "%10s"),
]


@pytest.mark.parametrize(("flags", "source", "target"), SAME)
def test_a_translation_has_the_directives_of_its_message(flags: str, source: str, target: str) -> None:
    assert directives_of(flags, source) == directives_of(flags, target)


@pytest.mark.parametrize(("flags", "source", "target"), OTHER)
def test_a_translation_lacks_a_directive_or_gives_it_elsewhere(flags: str, source: str, target: str) -> None:
    assert directives_of(flags, source) != directives_of(flags, target)
