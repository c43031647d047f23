"""Glossaries are read, or each fault in them is said in one line with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.terms.glossary import read_glossary
from translate.terms.term import Term, TermKind

ENTRY = (
    '<termEntry id="1"><langSet xml:lang="fr"><tig><term>chat</term></tig></langSet>'
    '<langSet xml:lang="en"><tig><term>cat</term></tig></langSet></termEntry>'
)
TBX = f'<?xml version="1.0"?>\n<martif type="TBX" xml:lang="en"><text><body>\n{ENTRY}\n</body></text></martif>'
TSV = "# termes\nchat\tcat\n\nchien\tdog|hound\trequired\nzut\tdarn\tforbidden\nACME\tACME\tkeep\n"


def read(folder: Path, name: str, content: str | bytes) -> tuple[Term, ...]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_glossary(path, "fr", "en")


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "a.tbx", TBX)
    other = read(tmp_path, "a.tsv", TSV)
    assert one.source == other[0].source == "chat"
    assert [term.source for term in other] == ["chat", "chien", "zut", "ACME"]


BAD = {
    "a nul": ("a.tbx", TBX.replace("chat", "ch\0at"), "3: "),
    "an open comment": ("a.tbx", TBX.replace(ENTRY, "<!-- two\nlines"), "5: "),
    "a wrong end": ("a.tbx", TBX.replace("</term>", "</tirm>", 1), "3: "),
    "cut off": ("a.tbx", TBX[:-30], "is not well-formed XML: "),
    "one column": ("a.tsv", "chat\tcat\nchien\n", "2: "),
    "kept and translated": ("a.tsv", "chat\tcat\nchat\t\tkeep\n", "1: "),
    "forbidden and required": ("a.tsv", "chat\tcat\nchat\tcat\tforbidden\n", "2: "),
    "other languages": ("a.utx", "#UTX 1.20; de/it; 2026\n#src\ttgt\nHaus\tcasa\n", "1: "),
    "no target": ("a.tsv", "chat\t\n", "1: "),
    "no source": ("a.tsv", "\tcat\n", "1: "),
    "other bytes": ("a.tsv", b"chat\tcat\n\x81t\xe9\tsummer\n", ""),
}


@pytest.mark.parametrize("case", BAD)
def test_a_fault_is_one_line_with_its_place(case: str, tmp_path: Path) -> None:
    name, content, place = BAD[case]
    with pytest.raises(GlossaryError) as caught:
        read(tmp_path, name, content)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / name))
    assert place in message
    assert "\n" not in message


def pairs(terms: tuple[Term, ...]) -> list[tuple[str, tuple[str, ...], str]]:
    return [(term.source, term.targets, str(term.kind)) for term in terms]


CAT = [("chat", ("cat",), "required")]
UTX = "#UTX 1.20;  fr/en;  2026-01-01;  bidirectional\n"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "chat\tcat\tdu client, 2026\n", CAT),
        ("a.txt", "chat\tcat\tkeep it short\n", CAT),
        ("a.txt", "chat\tcat\nchat\tpussy\n", [("chat", ("cat", "pussy"), "required")]),
        ("a.tsv", "fr\ten\nchat\tcat\n", CAT),
        ("a.tsv", "Source\tTarget\tComment\nchat\tcat\tx\n", CAT),
        ("a.csv", "\ufeffFrançais;Anglais;Remarque\nchat;cat;félin\n", CAT),
        ("a.csv", "English,French\r\ncat,chat\r\n", CAT),
        ("a.csv", 'sep=;\n"chat"; "cat"\n', CAT),
        ("a.csv", "chat;cat\n", CAT),
        ("a.csv", '"chat, petit","small cat"\n', [("chat, petit", ("small cat",), "required")]),
        ("a.csv", "fr-CA;en-US;en-GB\nchat;kitty;cat\n", [("chat", ("kitty",), "required")]),
        ("a.utx", f"{UTX}#src\ttgt\nchat\tcat\n", CAT),
        ("a.utx", "#UTX 1.11; en-US/fr-FR; 2026\n#src\ttgt\tsrc:pos\ncat\tchat\tnoun\n", CAT),
        ("a.utx", "#UTX 1.20; multi; 2026\n#term:fr\tterm:de\tterm:en\nchat\tKatze\tcat\n", CAT),
        (
            "a.utx",
            f"{UTX}#src\ttgt\tterm status\nchat\tpuss\tforbidden\nchat\tmoggy\trejected\nchat\tkitty\t\n"
            "chat\tcat\tapproved\n",
            [("chat", ("cat", "kitty"), "required"), ("chat", ("puss",), "forbidden")],
        ),
    ],
)
def test_glossaries_of_other_tools_are_read(
    name: str, content: str, expected: list[tuple[str, tuple[str, ...], str]], tmp_path: Path
) -> None:
    assert sorted(pairs(read(tmp_path, name, content))) == sorted(expected)


def test_a_table_in_windows_1252_is_read_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert pairs(read(tmp_path, "a.csv", "été;summer\n".encode("cp1252"))) == [("été", ("summer",), "required")]
    assert "it is read as Windows-1252" in caplog.text


def concept(source: str, *targets: tuple[str, str], style: str = "dca", code: str = "en") -> str:
    def term(text: str, status: str) -> str:
        note = f'<termNote type="administrativeStatus">{status}-admn-sts</termNote>'
        if style == "dct":
            note = f'<m:administrativeStatus xmlns:m="urn:m">{status}-admn-sts</m:administrativeStatus>'
        return f"<termSec><term>{text}</term>{note if status else ''}</termSec>"

    english = "".join(term(*target) for target in targets)
    return (
        f'<conceptEntry><langSec xml:lang="fr-CA"><termSec><term>{source}</term></termSec></langSec>'
        f'<langSec xml:lang="{code}">{english}</langSec></conceptEntry>'
    )


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_the_status_of_a_term_counts_in_both_styles_of_tbx_3(style: str, tmp_path: Path) -> None:
    entry = concept(
        "contrat", ("covenant", "deprecatedTerm"), ("deal", "admittedTerm"), ("agreement", "preferredTerm"), style=style
    )
    terms = read(tmp_path, "a.tbx", f"<tbx><text><body>{entry}</body></text></tbx>")
    assert pairs(terms) == [("contrat", ("agreement", "deal"), "required"), ("contrat", ("covenant",), "forbidden")]


def test_homonyms_are_choices_and_no_concept_forbids_what_another_requires(tmp_path: Path) -> None:
    entries = concept("porte", ("gate", ""), ("hatch", "deprecatedTerm")) + concept("porte", ("hatch", ""))
    terms = read(tmp_path, "a.tbx", f"<tbx><text><body>{entries}</body></text></tbx>")
    assert pairs(terms) == [("porte", ("gate", "hatch"), "required")]


def test_the_exact_region_goes_before_others(tmp_path: Path) -> None:
    entry = concept("camion", ("truck", ""), code="en-US").replace(
        "</conceptEntry>",
        '<langSec xml:lang="en_GB"><termSec><term>lorry</term></termSec></langSec></conceptEntry>',
    )
    path = tmp_path / "a.tbx"
    path.write_text(f"<tbx><text><body>{entry}</body></text></tbx>", encoding="utf-8")
    assert [term.targets for term in read_glossary(path, "fr", "en-GB")] == [("lorry",)]
    assert [term.targets for term in read_glossary(path, "fr-CA", "en")] == [("truck", "lorry")]


BITS = [
    b"", b"\0", b"\xff", b"<", b">", b"&", b'"', b"\n", b"\t", b"#", b"|", b"keep", b"<!DOCTYPE x [<!ENTITY y 'z'>]>",
    b"</term>", b"<termEntry>", b"xml:lang='fr'", b"\xef\xbb\xbf",
]  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@example(content=("a.tsv", TSV), places=[(b"", 0.5625, 3)])  # a forbidden term without a source
@given(
    content=st.sampled_from([("a.tbx", TBX), ("a.tsv", TSV)]),
    places=st.lists(st.tuples(st.sampled_from(BITS), st.floats(0, 1), st.integers(0, 8)), min_size=1, max_size=3),
)
def test_a_damaged_glossary_is_read_or_refused(
    content: tuple[str, str], places: list[tuple[bytes, float, int]], tmp_path: Path
) -> None:
    data = content[1].encode()
    for bit, place, cut in places:
        at = round(place * len(data))
        data = data[:at] + bit + data[at + cut :]
    try:
        terms = read(tmp_path, content[0], data)
    except GlossaryError as exc:
        assert "\n" not in str(exc)
    else:
        assert all(term.source.strip() or term.kind is TermKind.FORBIDDEN for term in terms)  # forbidden everywhere


@pytest.mark.parametrize(
    "content",
    [
        "Terme source;Terme cible;Commentaire\nvis;screw;f.\n",
        "Term:fr,Term:en,Definition\nvis,screw,f.\n",
        '"sep=;"\nfr;en\nvis;screw\n',
        "vis,screw,FR,EN\nvis,tornillo,FR,ES\n",
        "screw,vis,EN,FR\n",
        "Forbidden,Domain,fr-FR,Notes,en-US,Notes\nFalse,,vis,n,screw,\n",
    ],
)
def test_tables_of_other_tools_name_their_columns_in_many_ways(content: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text(content, encoding="utf-8")
    (term,) = read_glossary(path, "fr", "en")
    assert (term.source, term.targets, term.kind) == ("vis", ("screw",), TermKind.REQUIRED)


def test_a_column_says_which_terms_are_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("Forbidden,fr,en\nno,vis,screw\nTrue,vis,nail\n", encoding="utf-8")
    assert [(term.targets, term.kind) for term in read_glossary(path, "fr", "en")] == [
        (("screw",), TermKind.REQUIRED),
        (("nail",), TermKind.FORBIDDEN),
    ]
