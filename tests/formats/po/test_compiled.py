"""Compiled catalogues: the messages are those that gettext's own compiler and reader find."""

from __future__ import annotations

import gettext
import shutil
import subprocess
from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats.po.compiled import write_compiled

CATALOGUE = """\
# Un en-tête
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Un mot\\n"
msgstr "A word\\n"

msgctxt "menu"
msgid "Ouvrir"
msgstr "Open “it”"

msgid "Ouvrir"
msgstr "Open"

#, c-format
msgid "%d mot"
msgid_plural "%d mots"
msgstr[0] "%d word"
msgstr[1] "%d words"

#, fuzzy
msgid "À revoir"
msgstr "To be seen"

msgid "Sans traduction"
msgstr ""

#~ msgid "Ancien"
#~ msgstr "Old"
"""


def read(path: Path) -> dict[object, str]:
    with path.open("rb") as file:
        return dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]


def test_the_messages_are_those_of_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(CATALOGUE, encoding="utf-8")
    assert write_compiled(tmp_path / "a.po", tmp_path / "a.mo") == (4, 2)
    with (tmp_path / "a.mo").open("rb") as file:
        made = gettext.GNUTranslations(file)
    assert made.gettext("Un mot\n") == "A word\n"
    assert (made.gettext("Ouvrir"), made.pgettext("menu", "Ouvrir")) == ("Open", "Open “it”")
    assert [made.ngettext("%d mot", "%d mots", count) for count in (1, 2)] == ["%d word", "%d words"]
    assert made.gettext("À revoir") == "À revoir"
    write_compiled(tmp_path / "a.po", tmp_path / "a.mo", with_drafts=True)
    assert read(tmp_path / "a.mo")["À revoir"] == "To be seen"


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("charset", ["UTF-8", "ISO-8859-1"])
def test_gettext_compiles_the_same_messages(charset: str, tmp_path: Path) -> None:
    text = CATALOGUE.replace("UTF-8", charset).replace("“", '\\"').replace("”", '\\"')
    (tmp_path / "a.po").write_bytes(text.encode(charset))
    write_compiled(tmp_path / "a.po", tmp_path / "a.mo")
    subprocess.run(["msgfmt", "-o", "b.mo", "a.po"], cwd=tmp_path, check=True)
    assert read(tmp_path / "a.mo") == read(tmp_path / "b.mo")


def test_a_damaged_catalogue_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "Un mot"\nmsgstr "A word\n', encoding="utf-8")
    with pytest.raises(FormatError, match=":2:"):
        write_compiled(tmp_path / "a.po", tmp_path / "a.mo")
    (tmp_path / "a.po").write_bytes('msgid ""\nmsgstr "charset=UTF-8\\n"\n\n# é'.encode("latin-1"))
    with pytest.raises(FormatError, match="not in the encoding"):
        write_compiled(tmp_path / "a.po", tmp_path / "a.mo")
