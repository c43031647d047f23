"""Runs a real OmegaT on a project of our making, and tells what it read, translated and complained about.

OmegaT ends with 0 even where it could not load a memory, so its log is read, and a script inside it writes down what
it holds.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JAR = Path("/usr/share/omegat/OmegaT.jar")

_PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>{source}</source_lang>
    <target_lang>{target}</target_lang>
    <sentence_seg>true</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8" ?>
<omegat><preference version="1.0">
<ext_tmx_show_level2>{shows_codes}</ext_tmx_show_level2>
<ext_tmx_use_slash>true</ext_tmx_use_slash>
</preference></omegat>
"""
_SCRIPT = """
if (eventType.name() == 'LOAD') {
    def entries = project.allEntries.collect { entry ->
        def info = project.getTranslationInfo(entry)
        [entry.srcText, info.translated ? info.translation : null]
    }
    def memories = project.transMemories.collectEntries { name, memory ->
        [(name.split('/tm/', 2)[1]): memory.entries.collect { [it.source, it.translation] }]
    }
    def search = org.omegat.core.statistics.FindMatches.methods.find { it.name == 'search' }
    def stop = search.parameterTypes.last()
    def never = java.lang.reflect.Proxy.newProxyInstance(
        stop.classLoader, [stop] as Class[], { p, m, a -> false } as java.lang.reflect.InvocationHandler)
    def finder = new org.omegat.core.statistics.FindMatches(project.sourceTokenizer, 3, true, false)
    def matches = project.allEntries.collectEntries { entry ->
        [(entry.srcText): finder.search(project, entry.srcText, true, false, never).collect { it.scores[0].score }]
    }
    new File(System.getProperty('found')).setText(
        groovy.json.JsonOutput.toJson([entries: entries, memories: memories, matches: matches]), 'UTF-8')
}
"""
_COMPLAINT = re.compile(r"Warning|Error|Exception|WARNING|SEVERE")


def missing() -> str | None:
    """Return why OmegaT cannot run here; None where it can."""
    if not JAR.exists():
        return "no OmegaT: apt-get install --no-install-recommends omegat"
    return None if shutil.which("java") else "no java, which OmegaT needs"


def extract_schema(name: str, folder: Path) -> Path:
    """Copy a schema that OmegaT carries, such as `tmx14.dtd`, into `folder`."""
    with zipfile.ZipFile(JAR) as jar:
        (folder / name).write_bytes(jar.read(f"schemas/{name}"))
    return folder / name


@dataclass(frozen=True, slots=True)
class Found:
    """What OmegaT made of a project."""

    entries: tuple[tuple[str, str | None], ...]
    """Each segment of the source documents with its translation."""
    pairs: tuple[tuple[str, str], ...]
    """What it read from the memory."""
    complaints: tuple[str, ...]
    translated: str = ""
    """The document that it wrote."""


def open_project(
    memory: Path,
    text: str,
    folder: Path,
    *,
    source: str = "fr",
    target: str = "en",
    name: str = "text.txt",
    shows_codes: bool = False,
) -> Found:
    """Let OmegaT load a project with `memory` in `tm/auto` and one document, and translate it.

    :param shows_codes: OmegaT is told to read the inline codes of memories, which it leaves out unless told so.
    """
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    project, settings = make_project(
        folder, [memory], [folder / name], languages=(source, target), shows_codes=shows_codes
    )
    held, complaints = run_project(project, settings, folder)
    written = project / "target" / name
    return Found(
        tuple((one, other) for one, other in held["entries"]),
        tuple((one, other) for one, other in held["memories"].get(f"auto/{memory.name}", [])),
        complaints,
        written.read_text(encoding="utf-8") if written.exists() else "",
    )


def make_project(
    folder: Path,
    memories: Sequence[Path],
    documents: Sequence[Path],
    *,
    languages: tuple[str, str] = ("fr", "en"),
    shows_codes: bool = False,
) -> tuple[Path, Path]:
    """Write a project with memories in `tm/auto`; return its folder, and that of OmegaT's settings."""
    project, settings = folder / "project", folder / "settings"
    for below in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (project / below).mkdir(parents=True)
    settings.mkdir()
    source, target = languages
    (project / "omegat.project").write_text(_PROJECT.format(source=source, target=target), encoding="utf-8")
    for document in documents:
        shutil.copy(document, project / "source" / document.name)
    for memory in memories:
        shutil.copy(memory, project / "tm" / "auto" / memory.name)
    (settings / "omegat.prefs").write_text(_SETTINGS.format(shows_codes=str(shows_codes).lower()), encoding="utf-8")
    return project, settings


def run_project(project: Path, settings: Path, folder: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Let OmegaT translate a project; return what it held, and what it complained about.

    It held `entries`, each with its translation, `memories` by their path below `tm`, and `matches` in per cent.
    """
    found = folder / "found.json"
    script = folder / "found.groovy"
    script.write_text(_SCRIPT, encoding="utf-8")
    command = [
        "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",  # it lives for seconds
        "-Djava.awt.headless=true", "-Duser.language=en", f"-Duser.home={folder}", f"-Dfound={found}",
        "-jar", str(JAR), str(project), "--mode=console-translate", "--quiet", f"--config-dir={settings}",
        "--disable-location-save", "--no-team", f"--script={script}",
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    log = (run.stdout + run.stderr).splitlines()
    complaints = tuple(line for line in log if _COMPLAINT.search(line) and "PLUGIN_LOAD_OK" not in line)
    held = (
        json.loads(found.read_text(encoding="utf-8"))
        if found.exists()
        else {"entries": [], "memories": {}, "matches": {}}
    )
    return held, complaints if run.returncode == 0 else (*complaints, f"exit status {run.returncode}")
