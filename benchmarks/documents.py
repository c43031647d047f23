"""What we and other tools make of the same documents, kind by kind and feature by feature; and what documents cost.

    python benchmarks/documents.py [--documents ../shared/documents] [--peer NAME=OUTPUTS …] [--office]
    python benchmarks/documents.py --cost [--pages 1000] [--cells 100000]

OUTPUTS is a folder that `document_peers.py` has filled. Each output is judged by `document_roundtrip.py`, which lies
beside the documents: `echo` must give the same contents, `rotate` must turn all of the text and only the text. To the
peers, not to us, is forgiven how archives are packed and in which order, how XML is spelt (both sides are compared in
canonical form), and tags of language. What a peer only copies is not read. `--office` counts pages in LibreOffice.
"""

from __future__ import annotations

import argparse
import html
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import etree

from benchmarks.document_cost import print_cost

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT.parent / "shared" / "documents"
KINDS = ".docx .docm .odt .fodt .ods .odp .pptx .xlsx .html .xhtml .epub .txt .md".split()
FEATURES = {
    "paragraphs, headings, lists": "lettre_simple.docx manuel_broyeur.docx listes_numerotees.docx compte_rendu.odt",
    "tables within tables": "tableaux.docx tableau_cadre.odt",
    "headers and footers": "entetes_pieds.docx entete_pied.odt",
    "footnotes and endnotes": "notes_bas_de_page.docx notes_annotations.odt",
    "comments": "commentaires.docx carte.xlsx",
    "text boxes": "zone_texte.docx text-box.docx",
    "charts": "graphique.docx abonnements.pptx",
    "SmartArt": "smartart.docx",
    "alternative texts": "images_alt.docx cooperative.pptx",
    "properties": "proprietes.docx meta.odt",
    "tracked changes kept": "suivi_modifications.docx suivi.odt",
    "hidden text kept": "texte_masque.docx espaces_champs.odt",
    "fields, tables of contents": "champs_sommaire.docx enveloppes.docx",
    "content controls": "controles_contenu.docx",
    "runs that revision marks cut": "runs_rsid.docx spans_rsid.odt",
    "bold, links, notes in a sentence": "gras_italique.docx liens_signets.docx",
    "formulas (mathematics)": "formule_math.docx",
    "tabs, breaks, soft hyphens": "tabulations_sauts.docx",
    "macros": "macros.docm",
    "slides, notes of slides": "formation.pptx diaporama.odp",
    "texts of layouts, groups": "cooperative.pptx effectifs.pptx",
    "cells, rich text, inline strings": "stock.xlsx inline.xlsx budget.ods",
    "tables of sheets, named columns": "tableau_libre.xlsx tableau_reference.xlsx",
    "print headers, hidden rows": "impression.xlsx",
    "books: metadata, navigation": "roman_epub3.epub recueil_epub2.epub",
    "attributes of pages": "page_attributs.html formulaire.html",
    "translate=no, code, comments": "ne_pas_traduire.html",
    "entities, wrapped paragraphs": "entites.html retours_ligne.html",
    "encodings": "latin1.html texte_latin1.txt texte_bom.txt",
}
FORGIVEN = re.compile(r"stored otherwise|date changed|French language tags left")
UNSEEN = "expectation not found in the input"
"""Said where members are not compared at all because some are missing."""
LOSSES = {
    "not translated": "text left",
    "changed though": "kept text changed",
    "became something else": "text damaged",
    "differs in length": "text lost or added",
    "changed their markup": "formatting moved",
    "codes differ": "codes lost",
    "markup differs": "markup changed",
    "attributes differ": "markup changed",
    "members differ": "parts lost",
    "bytes differ": "parts changed",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a tool made of a document: problems with `echo` and `rotate`, None where there is no output."""

    echo: list[str] | None
    rotate: list[str] | None
    same_bytes: bool
    texts: tuple[int, int]
    """Texts to translate: how many stand turned in the output, and how many there are."""
    asked_whole: tuple[int, int]
    """Sentences that runs or markup part: how many were asked as one, and how many there are."""


@dataclass(frozen=True, slots=True)
class Tool:
    name: str
    outputs: Path
    forgives: bool = True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=DOCUMENTS)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=OUTPUTS")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--cost", action="store_true")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--cells", type=int, default=100_000)
    options = parser.parse_args()
    if options.cost:
        print_cost(options.pages, options.cells)
        return
    if not (options.documents / "document_roundtrip.py").exists():
        sys.exit(f"no documents with expectations in {options.documents}: name their folder by --documents.")
    judge = load_judge(options.documents / "document_roundtrip.py")
    found = [p.with_suffix("") for p in sorted(options.documents.rglob("*.expect")) if p.parent.name != "bad"]
    documents = [path for path in found if path.suffix in KINDS]
    with tempfile.TemporaryDirectory() as folder:
        tools = [Tool("bitexte", translate_all(documents, Path(folder) / "ours"), forgives=False)]
        tools += [Tool(name, Path(outputs)) for name, _, outputs in (peer.partition("=") for peer in options.peer)]
        verdicts = {tool.name: {path.name: verdict(judge, tool, path) for path in documents} for tool in tools}
        print_kinds(documents, verdicts)
        print_features(verdicts)
        if options.office:
            print_pages(documents, tools[0].outputs / "rotate", Path(folder))


def load_judge(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("document_roundtrip", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no Python module.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def translate_all(documents: Sequence[Path], out: Path) -> Path:
    """Translate all documents by `echo` and `rotate`, as `document_peers.py` lays them out; `asked` holds our units."""
    for engine in ("echo", "rotate"):
        made = out / f"{engine}-made"
        command = [sys.executable, "-m", "translate", "translate", *map(str, documents), "--out", str(made)]
        command += ["--engine", engine, "--any-language", "--format", "json", "--target-code", "en-GB", "--quiet"]
        subprocess.run(command, cwd=ROOT, check=False)
        (out / engine).mkdir(parents=True)
        (out / "asked").mkdir(exist_ok=True)
        for path in documents:
            if (document := made / f"{path.stem}.en{path.suffix}").exists():
                shutil.copy(document, out / engine / path.name)
    for path in documents:
        asked = []
        for ending in (".json", ".rejected.json"):
            if (bitext := out / "echo-made" / f"{path.stem}{ending}").exists():
                asked += map(plain_source, json.loads(bitext.read_text(encoding="utf-8"))["units"])
        (out / "asked" / path.name).write_text("\n".join(asked), encoding="utf-8")
    return out


def plain_source(unit: dict[str, Any]) -> str:
    """Return the source of a unit of our JSON on one line, without its codes."""
    text = unit["source"]["text"]
    for code in sorted(unit["source"].get("codes", ()), key=lambda code: -code["start"]):
        text = text[: code["start"]] + text[code["end"] :]
    return re.sub(r"\s+", " ", text)


def verdict(judge: ModuleType, tool: Tool, path: Path) -> Verdict:
    expect = judge.Expectation(path.with_name(f"{path.name}.expect"))
    echo, rotate = (problems_of(judge, tool, engine, path, expect) for engine in ("echo", "rotate"))
    made, asked = tool.outputs / "echo" / path.name, tool.outputs / "asked" / path.name
    units = [re.sub(r"\s+", " ", unit).strip() for unit in expect["units"] or ()]
    text = asked.read_text(encoding="utf-8") if asked.exists() else ""
    whole = sum(any(unit in line for line in text.split("\n")) for unit in units)
    wanted = [entry["text"] for entry in expect["translate"] or ()]
    shown = texts_of(tool.outputs / "rotate" / path.name) if rotate is not None else ""
    turned = sum(squeezed(judge.turn(one)) in shown for one in wanted)
    same = echo is not None and made.read_bytes() == path.read_bytes()
    return Verdict(echo, rotate, same, (turned, len(wanted)), (whole, len(units)))


def texts_of(path: Path) -> str:
    """Return all that a document holds, tags apart, without white space; attributes behind the rest."""
    parts = []
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    else:
        data = path.read_bytes()
        parts = [data.decode("utf-8" if is_utf8(data) else "cp1252", "replace")]
    whole = "".join(parts)
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", whole)) + html.unescape(whole))


def is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def problems_of(judge: ModuleType, tool: Tool, engine: str, path: Path, expect: Any) -> list[str] | None:
    made = tool.outputs / engine / path.name
    turned = tool.outputs / "rotate" / path.name
    if not made.exists() or not turned.exists() or turned.read_bytes() == path.read_bytes():
        return None
    with tempfile.TemporaryDirectory() as folder:
        pair = (path, made)
        if tool.forgives:
            pair = (canonical(path, Path(folder) / "before"), canonical(made, Path(folder) / "after"))
        try:
            problems: list[str] = judge.judge(*pair, expect, echo=engine == "echo")
        except Exception as exc:  # noqa: BLE001  # an output that cannot be judged is none
            return [f"cannot be read: {type(exc).__name__}"]
    return [one for one in problems if not (tool.forgives and FORGIVEN.search(one))]


def canonical(path: Path, folder: Path) -> Path:
    """Return a copy of a document whose XML is in canonical form; what is none stays."""
    folder.mkdir()
    made = folder / path.name
    if not zipfile.is_zipfile(path):
        made.write_bytes(canonical_part(path.name, path.read_bytes()))
        return made
    with zipfile.ZipFile(path) as one, zipfile.ZipFile(made, "w") as other:
        for info in sorted(one.infolist(), key=lambda info: info.filename):
            other.writestr(info, canonical_part(info.filename, one.read(info)))
    return made


def canonical_part(name: str, data: bytes) -> bytes:
    if not name.endswith((".xml", ".rels", ".xhtml", ".fodt", ".opf", ".ncx")):
        return data
    try:
        return etree.tostring(etree.fromstring(data), method="c14n")
    except etree.XMLSyntaxError:
        return data


def print_kinds(documents: Sequence[Path], verdicts: dict[str, dict[str, Verdict]]) -> None:
    print(
        "| kind | "
        + " | ".join(f"{name}: same bytes · same contents · all and only the text" for name in verdicts)
        + " |"
    )
    print("|---" * (len(verdicts) + 1) + "|")
    for kind in (*KINDS, ""):
        names = [path.name for path in documents if path.suffix == kind or not kind]
        if not names:
            continue
        cells = []
        for held in verdicts.values():
            given = [held[name] for name in names]
            counts = (sum(one.same_bytes for one in given), count_right(one.echo for one in given))
            cells.append(" · ".join(map(str, (*counts, count_right(one.rotate for one in given)))))
        print(f"| {kind or 'all'} ({len(names)}) | " + " | ".join(cells) + " |")
    whole = {name: [one.asked_whole for one in held.values()] for name, held in verdicts.items()}
    cells = [f"{sum(one for one, _ in counts)} of {sum(all_ for _, all_ in counts)}" for counts in whole.values()]
    print("| sentences asked whole | " + " | ".join(cells) + " |\n")


def count_right(results: Iterable[list[str] | None]) -> int:
    return sum(problems == [] for problems in results)


def print_features(verdicts: dict[str, dict[str, Verdict]]) -> None:
    print("| feature | " + " | ".join(verdicts) + " |")
    print("|---" * (len(verdicts) + 1) + "|")
    for feature, names in FEATURES.items():
        cells = [lost([held[name] for name in names.split()]) for held in verdicts.values()]
        print(f"| {feature} | " + " | ".join(cells) + " |")
    print()


def lost(results: Sequence[Verdict]) -> str:
    """Return what is lost of some documents, in few words."""
    losses = {"not read": None} if any(one.rotate is None for one in results) else {}
    for one in results:
        for problem in one.rotate or ():
            if problem.startswith(UNSEEN):
                continue
            losses |= {next((words for sign, words in LOSSES.items() if sign in problem), problem): None}
        if one.rotate is not None and one.asked_whole[0] < one.asked_whole[1]:
            losses["sentences cut"] = None
    if all(one.rotate is None for one in results):
        return "–"
    turned, wanted = (sum(one.texts[n] for one in results) for n in (0, 1))
    counted = () if turned == wanted else (f"{turned} of {wanted} texts",)
    return ", ".join((*counted, *losses)) or "✓"


def print_pages(documents: Sequence[Path], made: Path, folder: Path) -> None:
    """Let LibreOffice convert the originals and what we made of them; print where pages differ."""
    from tests.documents.test_office import ENDINGS, pages

    chosen = [path for path in documents if path.suffix in ENDINGS and (made / path.name).exists()]
    before, after = (folder / "before", folder / "after")
    before.mkdir()
    after.mkdir()
    one, other = pages(chosen, before), pages([made / path.name for path in chosen], after)
    print(f"LibreOffice opens {len(one)} of {len(chosen)} originals and {len(other)} of what we made of them.")
    near = sum(abs(one.get(name, 0) - count) <= 1 for name, count in other.items())
    same = sum(one.get(name) == count for name, count in other.items())
    print(f"{same} have as many pages as before, {near} at most one more or less.")
    print(f"not opened: {sorted({path.name for path in chosen} - set(other))}")


if __name__ == "__main__":
    main()
