"""Lets another tool translate a folder of documents with an engine that we know: `echo` or `rotate`.

    PYTHON benchmarks/document_peers.py argos FOLDER OUT      # PYTHON: one that has argos-translate-files
    PYTHON benchmarks/document_peers.py toolkit FOLDER OUT    # one that has translate-toolkit
    PYTHON benchmarks/document_peers.py omegat FOLDER OUT     # any; needs java and OmegaT.jar

Writes `OUT/echo/NAME` and `OUT/rotate/NAME` for each document that the tool takes; what it cannot read is missing.
`OUT/asked/NAME` holds what the tool asked to be translated, a line each, without tags.
Needs nothing of ours, so that it runs in an environment of the tool's own.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

LOW, UP = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PAIRS = "éè àâ êë îï ôö ùû çñ œæ üÿ ÉÈ ÀÂ ÊË ÎÏ ÔÖ ÙÛ ÇÑ ŒÆ ÜŸ".split()
TURNED = str.maketrans(
    LOW + UP + "".join(a + b for a, b in PAIRS),
    LOW[13:] + LOW[:13] + UP[13:] + UP[:13] + "".join(b + a for a, b in PAIRS),
)
TAG = re.compile(r"(</?[A-Za-z]+\d*[^<>]*>)")
JAR = "/usr/share/omegat/OmegaT.jar"
PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>fr</source_lang><target_lang>en</target_lang><sentence_seg>true</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
"""
ENGINES: dict[str, Callable[[str], str]] = {"echo": lambda text: text, "rotate": lambda text: text.translate(TURNED)}


def keep_asked(out: Path, name: str, texts: Iterable[str]) -> None:
    """Write down what was asked for a document."""
    (out / "asked").mkdir(parents=True, exist_ok=True)
    lines = (re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", text)).strip() for text in texts)
    (out / "asked" / name).write_text("\n".join(lines), encoding="utf-8")


def documents(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.is_file()]


def argos(folder: Path, out: Path) -> None:
    """Give each document to argos-translate-files with a translation of our making."""
    import types

    sys.modules.setdefault("pymupdf", types.ModuleType("pymupdf"))  # PDF is not measured
    from argostranslate.translate import Hypothesis, ITranslation, Language
    from argostranslatefiles import argostranslatefiles as files

    class Known(ITranslation):
        def __init__(self, say: Callable[[str], str]) -> None:
            self.from_lang, self.to_lang, self._say = Language("fr", "French"), Language("en", "English"), say
            self.asked: list[str] = []

        def hypotheses(self, input_text: str, num_hypotheses: int = 4) -> list:
            self.asked.append(input_text)
            return [Hypothesis(self._say(input_text), 0.0)]

    for engine, say in ENGINES.items():
        (out / engine).mkdir(parents=True)
        for path in documents(folder):
            made, known = out / engine / path.name, Known(say)
            try:
                files.translate_file(known, str(path), lambda *_, made=made: str(made))
                keep_asked(out, path.name, known.asked)
            except Exception as exc:  # noqa: BLE001  # whatever it is, the document is not read
                print(f"{path.name}: {type(exc).__name__}: {exc}", file=sys.stderr)
                made.unlink(missing_ok=True)


def toolkit(folder: Path, out: Path) -> None:
    """Convert each document to PO, fill it, and convert it back, as the manual of translate-toolkit says."""
    from translate.storage import pypo

    programs = {".html": "html", ".htm": "html", ".xhtml": "html", ".odt": "odf", ".ods": "odf", ".odp": "odf"}
    programs |= {".txt": "txt", ".md": "md"}
    there = Path(sys.executable).parent
    for engine, say in ENGINES.items():
        (out / engine).mkdir(parents=True)
        for path in documents(folder):
            if (kind := programs.get(path.suffix)) is None:
                continue
            with tempfile.TemporaryDirectory() as below:
                po = Path(below) / "x.po"
                run(there / f"{kind}2po", path, po)
                if not po.exists():
                    continue
                store = pypo.pofile.parsefile(str(po))
                keep_asked(out, path.name, (unit.source for unit in store.units))
                for unit in store.units:
                    if unit.source and not unit.isheader():
                        parts = TAG.split(unit.source)
                        unit.target = "".join(part if n % 2 else say(part) for n, part in enumerate(parts))
                store.savefile(str(po))
                run(there / f"po2{kind}", "-t", path, po, out / engine / path.name)


def omegat(folder: Path, out: Path) -> None:
    """Let OmegaT create each document: from no memory, and from its own pseudo-translation, turned."""
    for engine, say in ENGINES.items():
        (out / engine).mkdir(parents=True)
        for path in documents(folder):
            with tempfile.TemporaryDirectory() as below:
                project = Path(below) / "project"
                for name in ("source", "target", "tm", "omegat", "glossary", "dictionary"):
                    (project / name).mkdir(parents=True)
                (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
                shutil.copy(path, project / "source" / path.name)
                command = ["java", "-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", f"-Duser.home={below}"]
                command += ["-jar", JAR, project, "--quiet", f"--config-dir={below}/settings", "--no-team"]
                if engine == "rotate":
                    memory = project / "omegat" / "project_save.tmx"
                    pseudo = Path(below) / "pseudo.tmx"
                    options = (f"--pseudotranslatetmx={pseudo}", "--pseudotranslatetype=equal")
                    run(*command, "--mode=console-createpseudotranslatetmx", *options)
                    if not pseudo.exists():
                        continue
                    text = pseudo.read_text(encoding="utf-8")
                    memory.write_text(turned_memory(text, say), encoding="utf-8")
                    keep_asked(out, path.name, map(html.unescape, re.findall(r"<seg>(.*?)</seg>", text, re.DOTALL)))
                run(*command, "--mode=console-translate")
                if (made := project / "target" / path.name).exists():
                    shutil.copy(made, out / engine / path.name)


def turned_memory(text: str, say: Callable[[str], str]) -> str:
    """Return a memory of OmegaT whose targets are said; tags stand in it as escaped text."""
    pieces = re.compile(r"(&lt;/?[A-Za-z]+\d*/?&gt;|&\w+;|&#\w+;|<[^>]*>)")

    def turn(match: re.Match[str]) -> str:
        return match[1] + "".join(p if n % 2 else say(p) for n, p in enumerate(pieces.split(match[2]))) + match[3]

    return re.sub(r'(<tuv (?:xml:)?lang="en[^"]*"[^>]*>\s*<seg>)(.*?)(</seg>)', turn, text, flags=re.DOTALL)


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], capture_output=True, timeout=120, check=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", choices=["argos", "toolkit", "omegat"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    {"argos": argos, "toolkit": toolkit, "omegat": omegat}[options.tool](options.folder, options.out)
