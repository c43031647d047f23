"""Samples: sound files of every kind that bitexte reads, found in folders or made here, each with how it is read."""

from __future__ import annotations

import gzip
import lzma
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from translate.config import DocumentConfig
from translate.config_file import load_config
from translate.data import Bitext, CodeKind, InlineCode, Note, Origin, TranslationUnit, Variant
from translate.documents import READERS, find_sources
from translate.errors import BitexteError
from translate.formats import FORMATS, format_to_read, read_bitext, write_bitext
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings
from translate.memory.matches import Query
from translate.run.decisions import read_log
from translate.segmentation import load_segmenter
from translate.shards.cutting import iter_shards
from translate.shards.records import Fields, read_lines, read_rows
from translate.shards.stores import Folder
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.termbases import FORMATS as TERMBASES
from translate.terms.termbases import format_termbase, read_termbase

LARGEST_SAMPLE = 200_000
_ENDINGS = {"tbx-dct": "tbx", "tbx2": "tbx", "omegat": "txt"}
_PACKAGES = (".xlz", ".mqxlz", ".sdlppx", ".mqout", ".wsxz")
_CORPUS = {
    "corpus.jsonl": b'{"id": 1, "text": "Le port est ferm\xc3\xa9."}\n{"text": "Le pont aussi.", "n": [1, null]}\n' * 5,
    "corpus.txt": "Le port est fermé.\r\nLe pont aussi.\n".encode() * 5,
    "corpus.tsv": "Le port est fermé.\t1\tport\nLe pont aussi.\t2\tpont\n".encode() * 5,
}
_SETTINGS = b'[engine]\nname = "rotate"\n\n[memory]\nfuzzy = 80\n\n[documents]\nverify_language = false\n'
_DECISION = (
    b'{"document": "a.md", "machine": {"text": "The port."}, "ruling": "edit", "source": {"text": "Le port."}, '
    b'"target": {"text": "The <b>harbour</b>.", "codes": []}, "time": "2026-11-29T08:15:00.000123Z", "unit": "a#1"}\n'
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sound file. `format` is what a report calls its kind, and `read` how a file in its place is read whole."""

    path: Path
    format: str
    read: Callable[[Path], None]
    beside: tuple[Path, ...] = ()
    """Files that are read with it, and stay sound."""


def find_samples(folders: Sequence[Path]) -> list[Sample]:
    """Return the files that bitexte reads, a sample for each way in which it does; but for large ones."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [sample for path in files if path.stat().st_size <= LARGEST_SAMPLE for sample in _samples_of(path)]


def sound(samples: Iterable[Sample]) -> list[Sample]:
    """Return the samples that can be read as they are."""
    found = []
    for sample in samples:
        with suppress(BitexteError):
            sample.read(sample.path)
            found.append(sample)
    return found


def _samples_of(path: Path) -> Iterator[Sample]:
    with suppress(BitexteError):
        kind = find_sources([str(path)]).sources[0].kind
        yield Sample(path, kind, partial(_read_document, kind))
    with suppress(BitexteError):
        yield Sample(path, f"units of {format_to_read(path)}", _read_units)
    if path.suffix in (".tbx", ".utx"):
        yield Sample(path, f"terms of {path.suffix[1:]}", _read_terms)
    if path.suffix == ".srx":
        yield Sample(path, "srx", _read_rules)


def make_samples(folder: Path) -> list[Sample]:
    """Write sound files of the kinds that folders of documents lack: pairs, packages, terms, records, our own files."""
    makers = (_make_pairs, _make_packed, _make_terms, _make_records, _make_own)  # later ones use what earlier ones made
    return [sample for make in makers for sample in make(folder)]


def _bitext() -> Bitext:
    codes = (InlineCode(0, 3, CodeKind.START, 1, "bold"), InlineCode(4, 8, CodeKind.END, 1, "bold"))
    plain = (Variant("fr", "Le port est fermé."), Variant("en", "The port is closed."))
    rich = (Variant("fr", "<b>2</b> ponts & « 3 »", codes=codes), Variant("en", "<b>2</b> bridges & “3”", codes=codes))
    units = [
        TranslationUnit(f"a#{n}", *pair, Origin.MACHINE, 88.5, document="a.md", notes=(Note("Dit le maire."),))
        for n, pair in enumerate([plain, rich] * 3)
    ]
    return Bitext("fr", "en", units, "")


def _make_pairs(folder: Path) -> Iterator[Sample]:
    for name in FORMATS:
        if name == "parquet" and find_spec("pyarrow") is None:
            continue
        stem = folder / name / "pairs"
        stem.parent.mkdir(parents=True)
        path, *beside = write_bitext(_bitext(), stem, name, report=lambda remark: None)
        yield Sample(path, f"units of {name}", _read_units, tuple(beside))


def _make_packed(folder: Path) -> Iterator[Sample]:
    plain = (folder / "tmx" / "pairs.tmx").read_bytes()
    packed = {"pairs.tmx.gz": gzip.compress(plain, mtime=0), "pairs.tmx.xz": lzma.compress(plain)}
    for name, content in packed.items():
        (folder / name).write_bytes(content)
        yield Sample(folder / name, f"packed {name[-2:]}", _read_units)
    for ending in (*_PACKAGES, ".zip"):
        path = folder / f"job{ending}"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("fr-FR/a.xlf", next((folder / "xliff").iterdir()).read_bytes())
        yield Sample(path, "packages", _read_units)


def _make_terms(folder: Path) -> Iterator[Sample]:
    entries = (Entry("port", "harbour", Status.PREFERRED), Entry("pont", "bridge", Status.ADMITTED, note="a § of 2"))
    for name in TERMBASES:
        path = folder / "terms" / name / f"terms.{_ENDINGS.get(name, name)}"
        path.parent.mkdir(parents=True)
        path.write_bytes(format_termbase(Termbase("fr", "en", entries), name))
        yield Sample(path, f"terms of {name}", _read_terms)


def _make_records(folder: Path) -> Iterator[Sample]:
    for name, content in _CORPUS.items():
        path = folder / "records" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        yield Sample(path, f"records of {path.suffix[1:]}", _read_records)
    if find_spec("pyarrow") is not None:
        yield Sample(folder / "parquet" / "pairs.parquet", "records of parquet", partial(_read_records, field="source"))


def _make_own(folder: Path) -> Iterator[Sample]:
    settings, log, memory = folder / "bitexte.toml", folder / "decisions.jsonl", folder / "client.tmdb"
    settings.write_bytes(_SETTINGS)
    yield Sample(settings, "settings", _read_settings)
    log.write_bytes(_DECISION * 3)
    yield Sample(log, "decisions", _read_decisions)
    with MemoryFile.open_or_create(memory, "fr", "en") as made:
        made.take(_bitext().units, ImportSettings(), lambda unit, reason: None)
    yield Sample(memory, "memory", _read_memory)


def _read_document(kind: str, path: Path) -> None:
    document = READERS.load(kind).read(path, name=path.name, language="fr", config=DocumentConfig())
    for block in document.blocks:
        block.text.encode()


def _read_units(path: Path) -> None:
    for unit in read_bitext(path, report=lambda remark: None).units:
        unit.source.text.encode("utf-8", "surrogatepass")


def _read_terms(path: Path) -> None:
    read_termbase(path, "fr", "en")


def _read_rules(path: Path) -> None:
    load_segmenter("fr", path)


def _read_records(path: Path, field: str = "text") -> None:
    store = Folder(str(path.parent))
    for shard in iter_shards(store, [path.name], 4):
        fields = Fields(shard.kind, field)
        with store.open(shard.file) as file:
            if shard.kind == "parquet":
                for number, row in enumerate(read_rows(file, shard.file, shard.first, shard.records)):
                    fields.of_row(number, row)
                continue
            for number, line in enumerate(read_lines(file, shard.file, offset=shard.offset)):
                fields.of_line(number, line)


def _read_settings(path: Path) -> None:
    load_config(path)


def _read_decisions(path: Path) -> None:
    read_log(path)


def _read_memory(path: Path) -> None:
    with MemoryFile.open(path) as memory:
        for unit in memory.units():
            unit.source.text.encode("utf-8", "surrogatepass")
        memory.find(["Le port est fermé."])
        for _ in memory.lookup([Query("Le pont est fermé.")]):
            pass
