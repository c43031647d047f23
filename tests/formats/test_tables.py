"""TSV and Moses pairs: ours come back, and those of others are read by the rules of the documentation."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import FULL, PLAIN, bitext
from translate.data import Note, Origin, TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext, write_bitext

FR_EN = Header("fr", "en")


def read(path: Path, content: str, header: Header | None = None) -> tuple[list[TranslationUnit], list[Remark]]:
    path.write_text(content, encoding="utf-8", newline="")
    remarks: list[Remark] = []
    return list(read_bitext(path, header, report=remarks.append).units), remarks


def texts(units: list[TranslationUnit]) -> list[tuple[str, str]]:
    return [(unit.source.text, unit.target.text) for unit in units]


def test_tsv_looks_as_documented(tmp_path: Path) -> None:
    unit = replace(PLAIN, target=Variant("en", "Two\tor\nC:\\three."), issues=FULL.issues[:1], score=90.0)
    write_bitext(bitext([unit]), tmp_path / "x", "tsv")
    assert (tmp_path / "x.tsv").read_text() == (
        "fr\ten\tscore\torigin\tstate\tname\tdocument\talignment\tchecks\n"
        "Deux.\tTwo\\tor\\nC:\\\\three.\t90.0\thuman\t\t2\t\t1-1\t"
        "warning numbers 0.5 The target has 1,000; the source 1 000.\n"
    )


@pytest.mark.parametrize(
    ("content", "header"),
    [
        ("fr\ten\nOui.\tYes.\n", None),
        ("fr-FR\ten_GB\nOui.\tYes.\n", None),
        ("\ufefffr\ten\r\nOui.\tYes.\r\n", None),
        ("score\ten\tfr\n90\tYes.\tOui.", FR_EN),
        ("source\ttarget\nOui.\tYes.\n", FR_EN),
        ("Oui.\tYes.\n", FR_EN),
        ("Oui.\tYes.\tmore\tcolumns\n\n", FR_EN),
    ],
)
def test_tables_of_others_are_read(content: str, header: Header | None, tmp_path: Path) -> None:
    units, _ = read(tmp_path / "x.tsv", content, header)
    assert texts(units) == [("Oui.", "Yes.")]
    assert units[0].origin is Origin.MEMORY


def test_words_are_not_taken_for_languages(tmp_path: Path) -> None:
    assert texts(read(tmp_path / "x.tsv", "oui\tyes\nnon\tno\n", FR_EN)[0]) == [("oui", "yes"), ("non", "no")]
    with pytest.raises(FormatError, match=r"x\.tsv:1:1: begins with 'oui\tyes'; expected column names"):
        read(tmp_path / "x.tsv", "oui\tyes\nnon\tno\n")


def test_backslashes_are_escapes_in_our_own_tables_alone(tmp_path: Path) -> None:
    assert texts(read(tmp_path / "x.tsv", "C:\\temp\ta\n", FR_EN)[0]) == [("C:\\temp", "a")]
    assert texts(read(tmp_path / "x.tsv", "fr\ten\nC:\\temp\\x\ta\n")[0]) == [("C:\\temp\\x", "a")]
    names = "fr\ten\tscore\torigin\tname\tdocument\talignment\tchecks"
    assert texts(read(tmp_path / "x.tsv", f"{names}\nC:\\temp\\x\ta\t\thuman\t1\t\t1-1\t\n")[0]) == [
        ("C:\temp\\x", "a")
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", "sep=;\nfr;en\nvis;screw\n"),
        ("x.csv", "\ufeffsep=|\r\nfr|en\r\nvis|screw\r\n"),
        ("x.csv", "sep=,\nfr,en\nvis,screw\n"),
        ("x.csv", '"fr", "en"\n"vis", "screw"\n'),
        ("x.csv", "Français;Anglais\nvis;screw\n"),
        ("x.csv", "French (France),English (UK)\nvis,screw\n"),
        ("x.csv", "English,French\nscrew,vis\n"),
        ("x.csv", "FRANÇAIS;ENGLISCH;Bemerkung\nvis;screw;Metall\n"),
        ("x.csv", "Source,Translation,Comment\nvis,screw,metal\n"),
        ("x.tsv", "sep=\t\nfr\ten\nvis\tscrew\n"),
    ],
)
def test_lines_that_describe_a_table_are_no_units(name: str, content: str, tmp_path: Path) -> None:
    units, _ = read(tmp_path / name, content, FR_EN)
    assert texts(units) == [("vis", "screw")]


def test_a_column_of_comments_becomes_notes(tmp_path: Path) -> None:
    (unit,), _ = read(tmp_path / "x.csv", "fr;en;Remarque\nvis;screw;quincaillerie\n")
    assert unit.notes == (Note("quincaillerie"),)


def test_column_names_in_other_languages_than_stated_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="has no units from fr to en; it has de–it"):
        read(tmp_path / "x.csv", "Deutsch;Italienisch\nSchraube;vite\n", FR_EN)


def test_names_of_languages_among_words_are_words(tmp_path: Path) -> None:
    units, _ = read(tmp_path / "x.tsv", "français\tParisian\nanglais\tLondoner\n", FR_EN)
    assert texts(units) == [("français", "Parisian"), ("anglais", "Londoner")]


def test_a_line_number_counts_the_separator_line(tmp_path: Path) -> None:
    units, remarks = read(tmp_path / "x.csv", "sep=;\nfr;en;score\nvis;screw;high\nclou;nail;1\n")
    assert texts(units) == [("clou", "nail")]
    assert [remark.line for remark in remarks] == [3]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Oui.\tYes.\thigh", "could not convert string to float: 'high'"),
        ("Oui.\tYes.\tnan", "the score is 'nan'"),
        ("Oui.\tYes.\t\trobot", "'robot' is not a valid Origin"),
        ("Oui.\tYes.\t\t\tbad", "'bad' is not an issue; expected: severity check value message"),
    ],
)
def test_a_bad_line_is_rejected_and_the_rest_read(line: str, reason: str, tmp_path: Path) -> None:
    content = f"fr\ten\tscore\torigin\tchecks\nUn.\tOne.\n{line}\nTrois.\tThree.\n"
    units, remarks = read(tmp_path / "x.tsv", content)
    assert texts(units) == [("Un.", "One."), ("Trois.", "Three.")]
    assert [(remark.verdict, remark.line, remark.content) for remark in remarks] == [(Verdict.REJECTED, 3, line)]
    assert reason in remarks[0].message


def test_unknown_columns_are_reported(tmp_path: Path) -> None:
    units, remarks = read(tmp_path / "x.tsv", "fr\ten\tclient\nOui.\tYes.\tA\n")
    assert texts(units) == [("Oui.", "Yes.")]
    assert [str(remark) for remark in remarks] == [
        f"{tmp_path / 'x.tsv'}:1: lost: the columns 'client' are dropped; known: score, origin, state, name, "
        "document, alignment, checks."
    ]


def test_moses_keeps_the_lines(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    units = [
        replace(PLAIN, source=Variant("fr", "\ufeffUn\r\ndeux\u2028trois"), target=Variant("en", "")),
        replace(PLAIN, source=Variant("fr", ""), target=Variant("en", "a\x85b\x0bc")),
        PLAIN,
    ]
    write_bitext(bitext(units), tmp_path / "x", "moses", report=remarks.append)
    assert (tmp_path / "x.fr").read_text() == "Un deux trois\n\nDeux.\n"
    assert (tmp_path / "x.en").read_text() == "\na b c\nTwo.\n"
    assert [(remark.path.name, remark.line) for remark in remarks] == [("x.fr", 1), ("x.en", 2)]
    assert texts(list(read_bitext(tmp_path / "x.fr").units))[1:] == [("", "a b c"), ("Deux.", "Two.")]


def test_a_moses_pair_is_found_by_either_name(tmp_path: Path) -> None:
    for name, text in {"x.fr": "Oui.\r\n", "x.en": "Yes.\n", "y.de": "", "x.md": "", "x.tok.es": ""}.items():
        (tmp_path / name).write_text(text)
    assert texts(list(read_bitext(tmp_path / "x.fr").units)) == [("Oui.", "Yes.")]
    assert texts(list(read_bitext(tmp_path / "x.en").units)) == [("Yes.", "Oui.")]
    assert texts(list(read_bitext(tmp_path / "x.en", FR_EN).units)) == [("Oui.", "Yes.")]
    with pytest.raises(
        FormatError, match=r"y\.de: needs exactly one text in another language next to it \(found: none"
    ):
        read_bitext(tmp_path / "y.de")
    (tmp_path / "x.it").write_text("Sì.\n")
    with pytest.raises(FormatError, match=r"found: x\.en, x\.it"):
        read_bitext(tmp_path / "x.fr")
    with pytest.raises(FormatError, match=r"y\.fr: is missing; a Moses pair is two files"):
        read_bitext(tmp_path / "y.de", FR_EN)


def test_a_packed_moses_pair_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.fr.gz").write_bytes(gzip.compress(b"Oui.\n"))
    (tmp_path / "x.en.gz").write_bytes(gzip.compress(b"Yes.\n"))
    assert texts(list(read_bitext(tmp_path / "x.fr.gz").units)) == [("Oui.", "Yes.")]


def test_a_moses_pair_of_unequal_length_has_a_place(tmp_path: Path) -> None:
    (tmp_path / "x.fr").write_text("Un.\nDeux.\n")
    (tmp_path / "x.en").write_text("One.\n")
    with pytest.raises(FormatError, match=r"x\.en:2: ends here, but x\.fr has more lines"):
        list(read_bitext(tmp_path / "x.fr").units)


def test_a_moses_pair_needs_two_names(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="source and target are both 'fr'"):
        write_bitext(bitext([], Header("fr", "fr")), tmp_path / "x", "moses")


def test_csv_looks_as_spreadsheets_want_it(tmp_path: Path) -> None:
    unit = replace(PLAIN, target=Variant("en", 'Two, "or"\nthree;'), score=90.0)
    write_bitext(bitext([unit]), tmp_path / "x", "csv")
    assert (tmp_path / "x.csv").read_bytes().decode() == (
        'fr,en,score,origin,state,name,document,alignment,checks\r\nDeux.,"Two, ""or""\nthree;",90.0,human,,2,,1-1,\r\n'
    )


@pytest.mark.parametrize(
    ("content", "header"),
    [
        ("fr,en\r\nOui.,Yes.\r\n", None),
        ('"fr";"en"\n"Oui.";"Yes."\n', None),
        ("source\ttarget\nOui.\tYes.\n", FR_EN),
        ('Oui.,"Yes."', FR_EN),
    ],
)
def test_csv_of_others_is_read_whatever_parts_it(content: str, header: Header | None, tmp_path: Path) -> None:
    units, _ = read(tmp_path / "x.csv", content, header)
    assert texts(units) == [("Oui.", "Yes.")]


def test_cells_of_csv_may_hold_line_breaks_and_lines_are_counted(tmp_path: Path) -> None:
    content = 'fr,en,score\n"Un\r\n\\n",One,\nDeux.,Two.,high\nTrois.,Three.,\n'
    units, remarks = read(tmp_path / "x.csv", content)
    assert texts(units) == [("Un\r\n\\n", "One"), ("Trois.", "Three.")]
    assert [remark.line for remark in remarks] == [4]


def test_an_open_quote_in_csv_is_said(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"x\.csv:2: not a table separated by ','"):
        read(tmp_path / "x.csv", 'fr,en\nOui.,"Yes.\n')


@pytest.mark.parametrize("name", ["x.tsv", "x.csv", "x.fr"])
def test_a_line_without_end_is_bounded(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.formats.sources.MAX_LINE_CHARACTERS", 1000)
    (tmp_path / "x.en").write_text("")
    with pytest.raises(FormatError, match=rf"{name}:1:1001: the line is longer than 1,000 characters"):
        read(tmp_path / name, "x" * 100_000)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("cp1252", "Windows-1252"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")],
)
@pytest.mark.parametrize("name", ["x.csv", "x.tsv"])
def test_tables_of_spreadsheets_are_read_in_their_encoding(
    name: str, encoding: str, named: str, tmp_path: Path
) -> None:
    path, remarks = tmp_path / name, list[Remark]()
    path.write_bytes("fr\ten\r\nL’été, à Noël…\t“Café” – naïve\r\nLIBERTÉ\u00a0!\tLIBERTY!\r\n".encode(encoding))
    units = list(read_bitext(path, report=remarks.append).units)
    assert texts(units) == [("L’été, à Noël…", "“Café” – naïve"), ("LIBERTÉ\u00a0!", "LIBERTY!")]
    assert [remark.message for remark in remarks] == [f"is in {named}, and read as such; expected UTF-8."]


@pytest.mark.parametrize("content", [b"fr\ten\nd\xc3\xa9j\xc3\xa0\tb\xe9\n", b"fr\ten\nd\xc3\xa9\ta\xc3"])
def test_a_table_in_utf_8_with_a_wrong_byte_is_an_error(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_bytes(content)
    with pytest.raises(FormatError, match="is not utf-8; save the file as UTF-8"):
        list(read_bitext(tmp_path / "x.tsv", report=lambda _: None).units)


@pytest.mark.parametrize("content", ["un bac,a ferry,fr,en\nune rame,an oar,fr,en\n", "un bac,a ferry,fr,en\n"])
def test_languages_behind_each_pair_are_no_column_names(content: str, tmp_path: Path) -> None:
    units, remarks = read(tmp_path / "x.csv", content)
    assert texts(units)[0] == ("un bac", "a ferry")
    assert len(units) == content.count("\n")
    assert (units[0].source.language, units[0].target.language) == ("fr", "en")
    assert remarks == []


def test_column_names_stay_names_where_texts_follow(tmp_path: Path) -> None:
    units, _ = read(tmp_path / "x.csv", "Clé,Rayon,fr,en\nk1,7,un bac,a ferry\n")
    assert texts(units) == [("un bac", "a ferry")]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("x.csv", 'fr,en\nUne loutre,  "An ""otter"", wet"\n', [("Une loutre", 'An "otter", wet')]),
        ("x.csv", "fr, en\nUn daim, A deer\nUn pré , A lea\n", [("Un daim", "A deer"), ("Un pré ", "A lea")]),
        ("x.csv", "fr,en\nUn daim, A deer\nUn pré,A lea\n", [("Un daim", " A deer"), ("Un pré", "A lea")]),
        ("x.csv", '"sep=;"\nfr;en\nUne loutre;An otter\n', [("Une loutre", "An otter")]),
        ("x.csv", "id,fr,en\n7,Une loutre,An otter\n", [("Une loutre", "An otter")]),
        ("x.csv", "key;source (fr);target (en);context\nk;Un daim;A deer;c\n", [("Un daim", "A deer")]),
        ("x.csv", "Terme source;Terme cible\nloutre;otter\n", [("loutre", "otter")]),
        ("x.tsv", 'fr\ten\n"Un ""daim"""\tA deer\n"Deux"\tTwo\n', [('Un "daim"', "A deer"), ("Deux", "Two")]),
        ("x.tsv", 'fr\ten\n"Une loutre"\t"An otter"\n', [('"Une loutre"', '"An otter"')]),
        ("x.tsv", "fr\ten\nUne loutre\nUn pré\tA meadow\n", [("Une loutre", ""), ("Un pré", "A meadow")]),
    ],
)  # fmt: skip
def test_tables_of_spreadsheets_are_read_as_they_are_meant(
    name: str, content: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    units = read_bitext(tmp_path / name, report=lambda _: None, default=Header("fr", "en")).units
    assert [(unit.source.text, unit.target.text) for unit in units] == expected


def test_columns_in_other_languages_are_said_unless_each_has_its_file(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("fr,en,de,who\nPré,Meadow,Wiese,Al\n", encoding="utf-8")
    remarks: list[Remark] = []
    list(read_bitext(tmp_path / "x.csv", report=remarks.append).units)
    assert [(remark.is_of_pair, remark.message.partition(";")[0]) for remark in remarks] == [
        (True, "the columns in other languages are left out: de."),
        (False, "the columns 'who' are dropped"),
    ]


def test_a_row_of_one_cell_is_no_unit_where_nothing_names_the_columns(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("Oui.\tYes.\nNon.\n", encoding="utf-8")
    remarks: list[Remark] = []
    units = list(read_bitext(tmp_path / "x.tsv", Header("fr", "en"), report=remarks.append).units)
    assert len(units) == 1
    assert [(remark.verdict, remark.message) for remark in remarks] == [
        (Verdict.REJECTED, "1 column; expected at least 2.")
    ]
