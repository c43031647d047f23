"""The commands and examples of README and docs/, and a folder with the files that they speak of."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tests.documents.pdfs import lines, write_pdf
from translate.config import Config
from translate.data import Bitext, Origin, TranslationUnit, Variant
from translate.executors.local import Local
from translate.files import Written, keeping
from translate.formats import write_bitext
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings
from translate.models import resolve_model
from translate.run.journal import Journal
from translate.segmentation import export_srx
from translate.shards.run import ShardSettings, translate_shards
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.termbases import format_termbase

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OURS = re.compile(r"(?:cat \S+ \| )?(?:bitexte|python benchmarks/\S+|make) \S")

SENTENCES = [
    ("La séance est ouverte à neuf heures.", "The sitting is opened at nine o'clock."),
    ("Le conseil compte 12 membres.", "The council has 12 members."),
    ("Le maire lit le rapport sur l'eau.", "The mayor reads the report on water."),
    ("Personne ne demande la parole.", "Nobody asks for the floor."),
    ("La prochaine réunion aura lieu en mai.", "The next meeting will take place in May."),
]
FRENCH, ENGLISH = zip(*SENTENCES, strict=True)
GERMAN = (
    "Die Sitzung wird um neun Uhr eröffnet.",
    "Der Rat hat 12 Mitglieder.",
    "Der Bürgermeister liest den Bericht über das Wasser.",
    "Niemand bittet um das Wort.",
    "Die nächste Sitzung findet im Mai statt.",
)


def blocks(page: Path, *languages: str) -> list[str]:
    """Return the blocks of code of a page in these languages."""
    return [body for language, body in _BLOCK.findall(page.read_text(encoding="utf-8")) if language in languages]


def prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


def commands(page: Path) -> Iterator[str]:
    """Yield each command of ours on a page once: lines of shell blocks, and what stands between backquotes."""
    lines = chain.from_iterable(body.splitlines() for body in blocks(page, "sh"))
    shown = (line[2:] for body in blocks(page, "") for line in body.splitlines() if line.startswith("$ "))
    inline = re.findall(r"(?<!`)`([^`]+)`(?!`)", prose(page))
    found = (re.sub(r"\s+#.*", "", " ".join(text.split())) for text in (*lines, *shown, *inline))
    yield from dict.fromkeys(text for text in found if _OURS.match(text))


def prepare(folder: Path) -> None:
    """Write every file that a page names into an empty folder."""
    _write_texts(folder)
    with keeping(Written("corpus")):  # so that a command may write them again
        _write_corpora(folder)
    (folder / "locale").mkdir()
    for model in ("mine", "my/folder", "path/to/folder"):
        (folder / model).parent.mkdir(parents=True, exist_ok=True)
        (folder / model).symlink_to(resolve_model("fr-en").folder, target_is_directory=True)
    (settings,) = blocks(ROOT / "docs" / "quickstart.md", "toml")
    (recipe,) = blocks(ROOT / "docs" / "training.md", "toml")
    (folder / "bitexte.toml").write_text(settings, encoding="utf-8")
    (folder / "fr-de.toml").write_text(recipe, encoding="utf-8")
    team = Termbase("fr", "en", (Entry("rapport", "report", Status.PREFERRED),))
    (folder / "team.xlsx").write_bytes(format_termbase(team, "xlsx"))
    (folder / "theirs.srx").write_text(export_srx(), encoding="utf-8")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "recipes", folder / "recipes")
    copied = {"page.html": "page.html", "book.epub": "jardin.epub"}
    copied |= {"report.tex": "rapport.tex", "analysis.ipynb": "ventes.ipynb", "meeting.eml": "reunion.eml"}
    copied |= {"fr.json": "chaines.json", "fr.po": "application.po"}
    write_pdf(folder / "brochure.pdf", lines(72, 700, *FRENCH))
    (folder / "site").mkdir()
    shutil.copyfile(folder / "letter.md", folder / "site" / "index.md")
    with zipfile.ZipFile(folder / "letters.zip", "w") as archive:
        archive.write(folder / "letter.txt", "letter.txt")
    for name, original in copied.items():
        shutil.copyfile(ROOT / "tests" / "documents" / "files" / original, folder / name)


def _write_texts(folder: Path) -> None:
    french, english = ("".join(f"{text}\n" for text in texts) for texts in (FRENCH, ENGLISH))
    texts = dict.fromkeys(
        ("letter.txt", "letter.fr.txt", "news.fr", "folder/a.txt", "french/a.txt", "corpus/a.txt"), french
    )
    texts |= dict.fromkeys(("books/fr/candide.txt", "lettre.fr.txt"), french + "\n")
    texts |= dict.fromkeys(("letter.en.txt", "news.en", "mine.en", "english/a.txt", "books/en/candide.txt"), english)
    texts |= dict.fromkeys(("letter.md", "chapters/one.md", "folder/sub/b.md"), f"# Séance\n\n{french}")
    texts["letter.de.txt"] = "".join(f"{text}\n" for text in GERMAN)
    texts["german.tsv"] = "de\ten\n" + "".join(f"{s}\t{t}\n" for s, t in zip(GERMAN, ENGLISH, strict=True))
    texts["mail.txt"] = "> Personne ne demande la parole, et la\n> séance est levée.\n"
    texts["known.txt"] = ""
    texts["filled.csv"] = "number,unit,digest,source,target,edited,verdict,comment,issues,score\n"
    texts["seen.tsv"] = "letter-1\tquotes\n"
    texts["both.txt"] = "".join(f"{one}\n\n{other}\n\n" for one, other in SENTENCES)
    texts["pairs.tsv"] = "letter.fr.txt\tletter.en.txt\n"
    texts["edits.tsv"] = "1 La séance\t1 The sitting\n"
    texts["gold.beads"] = "".join(f"[{number}]:[{number}]\n" for number in range(len(SENTENCES)))
    texts["terms.tsv"] = "maire\tlord mayor\nséance\tsitting\trequired\n"
    texts["client.tbx"] = (
        '<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry>'
        '<langSec xml:lang="fr"><termSec><term>conseil</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term>board</term></termSec></langSec></conceptEntry></body></text></tbx>'
    )
    texts["systems.tsv"] = "source\treference\tours\n" + "".join(f"{s}\t{t}\t{t}\n" for s, t in SENTENCES)
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _write_corpora(folder: Path) -> None:
    units = tuple(_unit(number, *pair) for number, pair in enumerate(SENTENCES))
    for name in ("memory", "my", "old", "all", "held-out", "a", "lean", "whole", "good", "reviewed"):
        write_bitext(Bitext("fr", "en", units, "documented"), folder / name, "tmx")
    for name, kind in (("memory", "json"), ("b", "jsonl"), ("reviewed", "xliff")):
        write_bitext(Bitext("fr", "en", units, "documented"), folder / name, kind)
    with MemoryFile.open_or_create(folder / "client.tmdb", "fr", "en") as memory:
        memory.take(units, ImportSettings(), lambda unit, why: None)
    changed = (*units[:-1], _unit(9, FRENCH[-1], "See you in May."))
    write_bitext(Bitext("fr", "en", changed, "documented"), folder / "new", "tmx")
    text = (folder / "memory.tmx").read_text(encoding="utf-8")
    (folder / "bad.tmx").write_text(text.replace("xml:lang", "lang"), encoding="utf-8")

    settings = ShardSettings(records=2)
    echo = replace(Config(), engine=replace(Config().engine, name="echo"))
    for out in ("aligned", "OUT", "out"):
        Journal(folder / out).close()
        write_bitext(Bitext("fr", "en", units, "documented"), folder / out / "reviewed", "json")
    write_bitext(Bitext("fr", "en", units, "documented"), folder / "aligned" / "earlier", "tmx")
    translate_shards(str(folder / "corpus"), str(folder / "translated"), echo, settings, Local())


def _unit(number: int, source: str, target: str) -> TranslationUnit:
    sides = (Variant("fr", source), Variant("en", target))
    return TranslationUnit(f"letter.txt#{number}", *sides, Origin.MEMORY, score=90.0)
