"""`bitexte doctor`: what is installed and found here, and whether it works."""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path

from translate.cli.options import add_config_options, config_of
from translate.config import Config, count_cores
from translate.config_file import find_config
from translate.errors import BitexteError
from translate.files import cache_folder
from translate.records import dataclass

DESCRIPTION = """\
Say what is installed and found: versions, processor, models and their check sums, caches, programs that are used when
they are there. What is wrong is named with what to do, and makes the exit code 1.

  bitexte doctor
  bitexte doctor --json"""
RESULTS = True
GOOD, ABSENT, WRONG = "", "not there", "WRONG"
_MEGABYTE = 1_000_000
_SAMPLE = "Bitexte."
_PROGRAMS = {
    "soffice": "LibreOffice: .doc, .xls, .ppt and other old formats are read through it",
    "hunspell": "Hunspell: the check 'dictionary' spells by it",
    "omegat": "OmegaT: not needed, projects are filled without it",
    "msgfmt": "gettext: not needed, .mo files are written without it",
}
_GATHERED = ("all", "dev")
"""Extras that have what others have, and what only work on bitexte itself needs."""
_FOREIGN = ("storage", "convert", "filters")
"""Folders of translate-toolkit, which has the same import name."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked for, what was found, and what to do."""

    what: str
    found: str
    state: str = GOOD
    advice: str = ""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    findings = [*_system(), *_packages(), *_name(), *_models(config_of(options)), *_caches(), *_programs()]
    if options.json:
        sys.stdout.write(json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=1) + "\n")
    else:
        width = max(len(finding.what) for finding in findings)
        for finding in findings:
            print(f"{finding.what:{width}}  {': '.join(filter(None, (finding.state, finding.found)))}")
        for finding in findings:
            if finding.advice:
                print(f"{finding.what}: {finding.advice}")
    return int(any(finding.state == WRONG for finding in findings))


def _system() -> Iterator[Finding]:
    yield Finding("bitexte", f"{version('bitexte')} in {Path(__file__).parent.parent}")
    yield Finding("Python", f"{platform.python_version()} ({sys.executable})")
    yield Finding("system", f"{platform.system()} {platform.release()}, {platform.machine()}")
    yield Finding("cores", str(count_cores()))
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        gigabytes = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
        yield Finding("memory", f"{gigabytes:.0f} GiB")
    place = find_config(Path.cwd())
    yield Finding("configuration", str(place) if place else "none; the defaults hold")


def _packages() -> Iterator[Finding]:
    """Yield the packages that bitexte names, those of extras too, with their versions."""
    for name, extras in _required(distribution("bitexte").requires or ()).items():
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            if extras:
                named = ", ".join(f"[{extra}]" for extra in extras)
                yield Finding(name, "", ABSENT, f"for the extra {named}: pip install 'bitexte[{extras[0]}]'")
            elif name in ("torch", "transformers"):
                yield Finding(name, "", ABSENT, f"only for train and models that are not converted: pip install {name}")
            else:
                yield Finding(name, "", WRONG, f"needed: pip install '{name}'")


def _required(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return packages, each with the extras that it is for; none where bitexte itself needs it."""
    needed: list[str] = []
    found: dict[str, list[str]] = {}
    for line in lines:
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        extra = re.search(r"extra == ['\"]([\w-]+)['\"]", line)
        if extra is None:
            needed.append(name)
        elif extra[1] not in _GATHERED:
            found.setdefault(name, []).append(extra[1])
    return {name: [] for name in needed} | {name: extras for name, extras in found.items() if name not in needed}


def _name() -> Iterator[Finding]:
    """Yield whether another package claims our import name."""
    here = Path(__file__).parent.parent
    foreign = [name for name in _FOREIGN if (here / name / "__init__.py").exists()]
    others = [name for name in ("translate-toolkit", "translate") if _installed(name)]
    if foreign or others:
        named = " and ".join(others) or "translate-toolkit"
        advice = "both packages are called translate when imported; give each an environment of its own."
        yield Finding("import name", f"{named} is installed in this environment too", WRONG, advice)
    else:
        yield Finding("import name", "bitexte's own")


def _models(config: Config) -> Iterator[Finding]:
    from translate.data import Passage
    from translate.models import embedded_models
    from translate.run.loading import find_kernel, load_tools, load_translator

    whole, spoiled = _check_sums(distribution("bitexte"))
    for name in embedded_models():
        bad = [path for path in spoiled if f"/models/{name}/" in path]
        if bad:
            yield Finding(f"model {name}", f"{bad[0]} is not as it was packed", WRONG, "install bitexte again.")
        else:
            said = f"{whole} files of the package as they were packed" if whole else "from a checkout, not verified"
            yield Finding(f"model {name}", said)
    started = time.monotonic()
    try:
        tools = load_tools(config)
        kernel = find_kernel(config, tools.model) if tools.model else None
        (done,) = load_translator(tools).iter_translate([Passage(_SAMPLE)])
        text = done[Passage(_SAMPLE)].text
    except BitexteError as exc:
        yield Finding("translation", str(exc), WRONG, "see 'bitexte models'.")
        return
    if kernel:
        yield Finding("instruction set", f"{kernel.made_by} (print {kernel.digits})")
    yield Finding("translation", f"'{text}', in {time.monotonic() - started:.1f} s")


def _check_sums(package: Distribution) -> tuple[int, list[str]]:
    """Return how many files of the package are as its record says, and which are not."""
    whole, spoiled = 0, []
    for file in package.files or ():
        if file.hash is None or "/models/" not in str(file):
            continue
        try:
            digest = hashlib.new(file.hash.mode, Path(str(file.locate())).read_bytes()).digest()
        except OSError:
            digest = b""
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == file.hash.value:
            whole += 1
        else:
            spoiled.append(str(file))
    return whole, spoiled


def _caches() -> Iterator[Finding]:
    try:
        folder = cache_folder()
    except BitexteError as exc:
        yield Finding("cache", str(exc), WRONG)
        return
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
    place = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(place, os.W_OK):
        yield Finding("cache", f"{folder}: {size / _MEGABYTE:,.0f} MB; may be deleted")
    else:
        yield Finding("cache", f"{folder} cannot be written", WRONG, "set BITEXTE_CACHE to a folder that can.")


def _programs() -> Iterator[Finding]:
    for name, purpose in _PROGRAMS.items():
        found = shutil.which(name)
        yield Finding(name, found or "", GOOD if found else ABSENT, "" if found else purpose)


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True
