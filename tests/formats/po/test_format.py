"""PO as a bitext: catalogues of any tool are read with their states, and ours come back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.samples import HEADER, PLAIN, bitext
from translate.data import Note, Origin, State, TranslationUnit
from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext, write_bitext
from translate.formats.base import UnnamedLanguagesError

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: fr\\n"\n\n'


def units(content: str, folder: Path, report: list[Remark] | None = None) -> list[TranslationUnit]:
    path = folder / "a.po"
    path.write_text(content, encoding="utf-8")
    remarks = [] if report is None else report
    return list(read_bitext(path, report=remarks.append).units)


STATES = [
    ('msgid "Oui"\nmsgstr "Yes"\n', State.TRANSLATED, Origin.MEMORY),
    ('#, fuzzy\nmsgid "Oui"\nmsgstr "Yes"\n', State.DRAFT, Origin.MEMORY),
    ('#, c-format, fuzzy\nmsgid "Oui"\nmsgstr "Yes"\n', State.DRAFT, Origin.MEMORY),
    ('msgid "Oui"\nmsgstr ""\n', State.UNTRANSLATED, Origin.MEMORY),
    ('#, fuzzy\nmsgid "Oui"\nmsgstr ""\n', State.UNTRANSLATED, Origin.MEMORY),
    ('#. bitexte: machine\n#, fuzzy\nmsgid "Oui"\nmsgstr "Yes"\n', State.DRAFT, Origin.MACHINE),
    ('#. bitexte: human approved\nmsgid "Oui"\nmsgstr "Yes"\n', State.APPROVED, Origin.HUMAN),
    ('#. bitexte: machine\nmsgid "Oui"\nmsgstr "Yes"\n', State.TRANSLATED, Origin.HUMAN),
    ('#. bitexte: human approved\n#, fuzzy\nmsgid "Oui"\nmsgstr "Yes"\n', State.DRAFT, Origin.MEMORY),
    ('#. bitexte: nobody knows\nmsgid "Oui"\nmsgstr "Yes"\n', State.TRANSLATED, Origin.HUMAN),
]


@pytest.mark.parametrize(("message", "state", "origin"), STATES)
def test_the_flag_says_the_state_and_our_note_counts_where_it_agrees(
    message: str, state: State, origin: Origin, tmp_path: Path
) -> None:
    (unit,) = units(HEAD + message, tmp_path)
    assert (unit.standing, unit.origin) == (state, origin)


def test_drafts_are_written_fuzzy_and_others_are_not(tmp_path: Path) -> None:
    states = (State.UNTRANSLATED, State.DRAFT, State.TRANSLATED, State.REVIEWED, State.APPROVED)
    made = [TranslationUnit(str(state), PLAIN.source, PLAIN.target, Origin.HUMAN, state=state) for state in states]
    (path,) = write_bitext(bitext(made), tmp_path / "a", "po")
    assert path.read_text(encoding="utf-8").count("#, fuzzy") == 1
    assert [unit.standing for unit in read_bitext(path).units] == list(states)


def test_plural_forms_are_units_and_more_than_two_are_told(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    content = 'msgctxt "n"\nmsgid "%d mot"\nmsgid_plural "%d mots"\nmsgstr[0] "%d word"\nmsgstr[1] "%d words"\n'
    found = units(HEAD + content + 'msgstr[2] "x"\n', tmp_path, remarks)
    assert [(unit.name, unit.source.text, unit.target.text) for unit in found] == [
        ("n", "%d mot", "%d word"), ("n.1", "%d mots", "%d words"),
    ]  # fmt: skip
    assert [remark.message for remark in remarks] == ["plural forms beyond the second are left out."]


def test_comments_are_notes_and_contexts_and_places_are_properties(tmp_path: Path) -> None:
    content = '# De la traductrice\n#. Titre\n#: a.c:12\nmsgctxt "menu"\nmsgid "Oui"\nmsgstr "Yes"\n'
    (unit,) = units(HEAD + content, tmp_path)
    assert unit.notes == (Note("De la traductrice"), Note("Titre", author="developer"))
    assert unit.properties == (("po:context", "menu"), ("po:reference", "a.c:12"))


def test_obsolete_messages_are_left_out_and_told(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    found = units(HEAD + 'msgid "Oui"\nmsgstr "Yes"\n\n#~ msgid "Non"\n#~ msgstr "No"\n', tmp_path, remarks)
    assert [unit.source.text for unit in found] == ["Oui"]
    assert [(remark.verdict, remark.message) for remark in remarks] == [
        (Verdict.LOST, "obsolete messages are left out.")
    ]


def test_escapes_are_read_and_written(tmp_path: Path) -> None:
    (unit,) = units(HEAD + 'msgid "a\\tb\\"c\\\\d\\n"\n"e\\x41\\101"\nmsgstr "x"\n', tmp_path)
    assert unit.source.text == 'a\tb"c\\d\neAA'


def test_a_catalogue_that_names_no_source_needs_one(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "Oui"\nmsgstr "Yes"\n', encoding="utf-8")
    with pytest.raises(UnnamedLanguagesError, match="in which language its source is; give --source-language"):
        read_bitext(tmp_path / "a.po")
    (unit,) = read_bitext(tmp_path / "a.po", Header("fr", "en")).units
    assert (unit.source.language, unit.target.language) == ("fr", "en")


@pytest.mark.parametrize(("content", "line"), [('msgid "Oui\nmsgstr ""\n', 6), ('msgid "Oui"\n', 7), ("oui\n", 6)])
def test_a_line_that_is_none_of_a_catalogue_is_told(content: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=rf"a\.po:{line}:"):
        units(HEAD + content, tmp_path)


def test_what_gettext_reads_as_the_header_names_both_languages(tmp_path: Path) -> None:
    (path,) = write_bitext(bitext([PLAIN], HEADER), tmp_path / "a", "po")
    text = path.read_text(encoding="utf-8")
    assert '"Language: en\\n"' in text and '"X-Source-Language: fr\\n"' in text
