"""What we write is read whole by a real OmegaT, and valid by the DTD and the schema of TMX 1.4."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.omegat import extract_schema, make_project, missing, open_project, run_project
from tests.formats.samples import FULL, HEADER, PLAIN, UNITS, bitext
from translate.cli import main
from translate.data import CodeKind, InlineCode, Issue, Origin, Severity, State, TranslationUnit, Variant
from translate.formats import Header, read_bitext, write_bitext
from translate.formats.omegat import add_document, write_project
from translate.formats.omegat import open_project as open_project_folder
from translate.formats.tmx.format import Tmx
from translate.segmentation import export_srx, load_segmenter

pytestmark = [pytest.mark.omegat, pytest.mark.skipif(missing() is not None, reason=str(missing()))]


def _pair(*places: int) -> tuple[InlineCode, InlineCode]:
    start = InlineCode(places[0], places[1], CodeKind.START, 1, "bold")
    return start, InlineCode(places[2], places[3], CodeKind.END, 1, "bold")


SENTENCES = [
    ("La réunion est reportée au 3 mai, à 14\u00a0h\u00a030.", "The meeting is postponed to 3 May, at 2:30 p.m."),
    ("Il a dit\u00a0: «\u00a0Jamais\u00a0!\u00a0»", "He said: “Never!”"),
    ("L’écart est de 1\u202f000,5\u00a0km & < 5\u00a0%.", "The difference is 1,000.5 km & < 5%."),
    ("Un e\u0301cart de normalisation.", "A difference in normal form."),
    ("Le signe \U0001d54f est hors du plan de base.", "The sign \U0001d54f is outside the basic plane."),
]
IMPORTANT = TranslationUnit(
    "1",
    Variant("fr", "Un mot <b>important</b> dans la phrase.", None, _pair(7, 10, 19, 23)),
    Variant("en", "An <b>important</b> word in the sentence.", None, _pair(3, 6, 15, 19)),
    Origin.MACHINE,
)
REVIEWED = "A word <b>of note</b>."
TAGGED = ("Un mot <b0>important</b0> dans la phrase.", "An <b0>important</b0> word in the sentence.")


def units() -> list[TranslationUnit]:
    return [
        replace(FULL, name=f"u{number}", source=Variant("fr", source), target=Variant("en", target), suggestions=())
        for number, (source, target) in enumerate(SENTENCES)
    ]


def write(folder: Path, plugin: Tmx, header: Header = HEADER) -> Path:
    with plugin.open(folder / "memory", header, report=lambda _: None) as writer:
        for unit in units():
            writer.write(unit)
    return plugin.paths(folder / "memory", header)[0]


@pytest.mark.parametrize("plugin", [Tmx(), Tmx(compress=True, creation_date="20260131T235959Z")], ids=["tmx", "tmx.gz"])
def test_every_pair_is_read_and_the_document_translated(plugin: Tmx, tmp_path: Path) -> None:
    text = "\n\n".join(source for source, _ in SENTENCES) + "\n"
    found = open_project(write(tmp_path, plugin), text, tmp_path / "omegat")
    assert found.complaints == ()
    normal = {source.replace("e\u0301", "é"): target for source, target in SENTENCES}
    assert dict(found.pairs) == normal
    assert len(found.pairs) == len(SENTENCES)
    assert dict(found.entries) == normal


def test_regions_match_a_project_with_regions(tmp_path: Path) -> None:
    memory = write(tmp_path, Tmx(), Header("fr-FR", "en-GB"))
    found = open_project(memory, SENTENCES[0][0], tmp_path / "omegat", source="fr-FR", target="en-GB")
    assert found.complaints == ()
    assert found.entries == (SENTENCES[0],)


def test_a_segment_of_two_lines_matches(tmp_path: Path) -> None:
    unit = TranslationUnit("1", Variant("fr", "Un texte\nsur deux lignes."), Variant("en", "Two lines."), Origin.HUMAN)
    write_bitext(bitext([unit]), tmp_path / "memory", "tmx")
    found = open_project(tmp_path / "memory.tmx", "Un texte\nsur deux lignes.\n", tmp_path / "omegat")
    assert found.entries == (("Un texte\nsur deux lignes.", "Two lines."),)


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="no xmllint: apt-get install libxml2-utils")
def test_the_dtd_and_the_schema_accept_it(tmp_path: Path) -> None:
    write_bitext(bitext([*UNITS, *units()]), tmp_path / "memory", "tmx", report=lambda _: None)
    schemas = {"--dtdvalid": "tmx14.dtd", "--schema": "tmx14.xsd"}
    extract_schema("xml.xsd", tmp_path)
    for option, name in schemas.items():
        command = ["xmllint", "--noout", "--nonet", "--path", str(tmp_path), option]
        run = subprocess.run(
            [*command, extract_schema(name, tmp_path), tmp_path / "memory.tmx"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr


def test_inline_codes_are_tags(tmp_path: Path) -> None:
    """OmegaT shows the codes of the memory as those of the document, and writes them back."""
    write_bitext(bitext([IMPORTANT]), tmp_path / "memory", "tmx")
    page = "<html><body><p>Un mot <b>important</b> dans la phrase.</p></body></html>"
    found = open_project(tmp_path / "memory.tmx", page, tmp_path / "omegat", name="page.html", shows_codes=True)
    assert found.complaints == ()
    assert found.entries == ((TAGGED[0], TAGGED[1]),)
    assert "<p>An <b>important</b> word in the sentence.</p>" in found.translated


def test_a_review_of_xliff_in_omegat_comes_back(tmp_path: Path) -> None:
    """OmegaT shows each unit, with the codes as tags, and what it writes says that the target was changed."""
    plain = replace(PLAIN, origin=Origin.MACHINE)
    (path,) = write_bitext(bitext([IMPORTANT, plain]), tmp_path / "memory", "xliff")
    # OmegaT offers the target of a unit as its source; the reviewer's memory turns it into another.
    codes = _pair(7, 10, 17, 21)
    memory = [
        replace(
            IMPORTANT, source=replace(IMPORTANT.target, language="fr"), target=Variant("en", REVIEWED, None, codes)
        ),
        replace(plain, source=Variant("fr", "Two."), target=Variant("en", "2.")),
    ]
    write_bitext(bitext(memory), tmp_path / "review", "tmx")
    text = path.read_text(encoding="utf-8")
    found = open_project(tmp_path / "review.tmx", text, tmp_path / "omegat", name="memory.xlf", shows_codes=True)
    assert found.complaints == ()
    assert [source for source, _ in found.entries] == ["An <b0>important</b0> word in the sentence.", "Two."]
    assert all(translation for _, translation in found.entries)
    (tmp_path / "back.xlf").write_text(found.translated, encoding="utf-8")
    back = list(read_bitext(tmp_path / "back.xlf").units)
    assert [(unit.name, unit.target.text, unit.origin) for unit in back] == [
        (IMPORTANT.name, REVIEWED, Origin.HUMAN),
        (plain.name, "2.", Origin.HUMAN),
    ]
    assert [code.kind for code in back[0].target.codes] == [CodeKind.START, CodeKind.END]


@pytest.mark.parametrize("languages", [("fr", "en"), ("fr-FR", "en-GB")])
def test_a_project_shows_each_unit_for_what_it_is(languages: tuple[str, str], tmp_path: Path) -> None:
    warned = (Issue("numbers", Severity.WARNING, "x"),)
    folder = tmp_path / "project"
    project = open_project_folder(folder, Header(*languages))
    approved, good, fair, translated, doubted = (
        replace(unit, origin=Origin.MACHINE, score=score, issues=issues, state=state)
        for unit, score, issues, state in zip(
            units(),
            (None, 95.0, 60.0, 20.0, 99.0),
            ((), (), (), (), warned),
            (State.APPROVED, None, None, State.TRANSLATED, None),
            strict=True,
        )
    )
    untranslated = replace(approved, name="new", target=approved.source, state=State.UNTRANSLATED)
    with write_project(open_project_folder(folder, HEADER), "letter") as writer:
        for unit in (approved, good, fair, translated, doubted, untranslated):
            writer.write(unit)
    assert writer.untranslated == 1
    (tmp_path / "text.txt").write_text("\n\n".join(source for source, _ in SENTENCES), encoding="utf-8")
    assert add_document(project, tmp_path / "text.txt")
    (tmp_path / "settings").mkdir()
    held, complaints = run_project(folder, tmp_path / "settings", tmp_path)
    assert complaints == ()
    assert {name: len(pairs) for name, pairs in held["memories"].items()} == {
        "auto/letter.tmx": 1,
        "mt/penalty-10/letter.tmx": 1,
        "mt/penalty-20/letter.tmx": 1,
        "letter.tmx": 1,
        "mt/penalty-30/letter.tmx": 1,
    }
    best = [max(held["matches"][source]) for source, _ in held["entries"]]
    assert best == [100, 90, 80, 100, 70]
    assert [bool(translation) for _, translation in held["entries"]] == [True, False, False, False, False]


def test_a_project_is_translated_from_machine_output_where_one_asks_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    project = open_project_folder(folder, HEADER)
    with write_project(project, "letter", auto_score=80) as writer:
        for unit in units():
            writer.write(replace(unit, origin=Origin.MACHINE, score=87.25, issues=(), state=None))
    (tmp_path / "text.txt").write_text("\n\n".join(source for source, _ in SENTENCES), encoding="utf-8")
    add_document(project, tmp_path / "text.txt")
    (tmp_path / "settings").mkdir()
    held, complaints = run_project(folder, tmp_path / "settings", tmp_path)
    assert complaints == ()
    assert [len(pairs) for pairs in held["memories"].values()] == [len(SENTENCES)]
    assert all(translation for _, translation in held["entries"])
    assert SENTENCES[1][1] in (folder / "target" / "text.txt").read_text(encoding="utf-8")


def test_a_new_project_cuts_documents_as_we_do(tmp_path: Path) -> None:
    """OmegaT's own rules part « Tu viens ? » dit-elle."""
    text = "« Tu viens ? » dit-elle. M. Dupont, p. ex., attend\u00a0: il est 14\u00a0h\u00a030. Partons\u00a0!"
    segments = [segment.text for segment in load_segmenter("fr").segment(text)]
    assert len(segments) == 3
    project = open_project_folder(tmp_path / "project", HEADER, export_srx())
    with write_project(project, "letter") as writer:
        for number, segment in enumerate(segments):
            target = Variant("en", f"{number}.")
            unit = replace(PLAIN, name=str(number), source=Variant("fr", segment), target=target, state=State.REVIEWED)
            writer.write(unit)
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    add_document(project, tmp_path / "text.txt")
    (tmp_path / "settings").mkdir()
    held, complaints = run_project(tmp_path / "project", tmp_path / "settings", tmp_path)
    assert complaints == ()
    assert held["entries"] == [[segment, f"{number}."] for number, segment in enumerate(segments)]
    assert (tmp_path / "project" / "target" / "text.txt").read_text(encoding="utf-8") == "0. 1. 2."


DOCUMENTS = ("selle.docx", "ventes.xlsx", "page.html", "jardin.epub")
TAG = re.compile(r"</?[a-z]+\d+/?>")


def test_what_documents_give_is_read_with_all_its_codes(tmp_path: Path) -> None:
    """The memories and the XLIFF beside a letter, a workbook, a page and a book."""
    folder, out = Path(__file__).parent.parent / "documents" / "files", tmp_path / "out"
    options = ("--any-language", "--quiet", "--format", "tmx", "--format", "xliff", "--out", str(out))
    assert main(["translate", *(str(folder / name) for name in DOCUMENTS), *options]) in (0, 3)
    stems = [name.partition(".")[0] for name in DOCUMENTS]
    memories = [out / f"{stem}.tmx" for stem in stems]
    project, settings = make_project(tmp_path, memories, [out / f"{stem}.xlf" for stem in stems], shows_codes=True)
    held, complaints = run_project(project, settings, tmp_path)
    assert complaints == ()
    units = {stem: list(read_bitext(out / f"{stem}.tmx").units) for stem in stems}
    for stem, written in units.items():
        pairs = held["memories"][f"auto/{stem}.tmx"]
        assert len(pairs) == len(written) > 0
        assert [len(TAG.findall(target)) for _, target in pairs] == [len(unit.target.codes) for unit in written]
        assert [TAG.sub("", target) for _, target in pairs] == [plain(unit.target) for unit in written]
        assert any(unit.target.codes for unit in written)
    shown = [source for source, _ in held["entries"]]
    said = {plain(unit.target).strip() for written in units.values() for unit in written}
    assert {TAG.sub("", source).strip() for source in shown} == said
    assert any(TAG.search(source) for source in shown)


def plain(variant: Variant) -> str:
    """Return a text without its codes, whose own texts OmegaT leaves out."""
    place, parts = 0, []
    for code in variant.codes:
        parts.append(variant.text[place : code.start])
        place = code.end
    return "".join([*parts, variant.text[place:]])
