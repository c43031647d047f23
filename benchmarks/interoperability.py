"""What other tools read of our files: schemas, OmegaT, and readers in Python, Perl, JavaScript and C++.

    python benchmarks/interoperability.py --readers FOLDER [--clients ../shared/tmclients]

`--clients` holds the scripts that drive the tools, `--readers` what its `setup.sh` has installed. Each file is written,
given to each tool, and the units that the tool counts are compared with those we wrote. Exit code 1 where one differs.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.formats import units
from translate.data import CodeKind, InlineCode, TranslationUnit, Variant
from translate.formats import FORMATS, Header
from translate.formats.split import Limit, open_split
from translate.formats.tmx.format import Tmx

UNITS = 200
TOOLKIT_XLIFF = """
import sys
from translate.storage import xliff, xliff2
kind = xliff2.Xliff2File if sys.argv[1].endswith(".xliff") else xliff.xlifffile
units = [unit for unit in kind.parsefile(sys.argv[1]).units if not unit.isheader()]
assert all(unit.source and unit.target for unit in units)
print(len(units))
"""
NODE_XLIFF = """
const xliff = require(process.argv[2]), text = require("fs").readFileSync(process.argv[1], "utf8");
const read = /version="1\\.2"/.test(text) ? xliff.xliff12ToJs : xliff.xliff2js;
read(text, (error, found) => {
  if (error) { console.log("error " + error.message); process.exit(1); }
  console.log(Object.values(found.resources).map((file) => Object.keys(file).length).reduce((a, b) => a + b, 0));
});
"""


@dataclass(frozen=True, slots=True)
class Tools:
    clients: Path
    readers: Path

    def run(self, *command: str | Path) -> tuple[int, str]:
        """Run a tool away from our own package, which has the name of another's; return status and output."""
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        environment["TMC"] = str(self.readers)
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, env=environment, check=False
        )
        return done.returncode, (done.stdout + done.stderr).strip()

    def schema(self, path: Path) -> str:
        """Return `valid`, or what the schema says."""
        status, output = self.run("sh", self.clients / "schemas" / "validate.sh", path)
        return "valid" if status == 0 else output.splitlines()[0]

    def omegat(self, path: Path, text: Path, languages: tuple[str, str], *options: str) -> str:
        """Return the number of pairs that OmegaT read, and of segments it translated; or what it complained of."""
        probe = self.clients / "omegat" / "omegat_probe.py"
        status, output = self.run(
            sys.executable, probe, path, text, "--src", languages[0], "--tgt", languages[1], *options
        )
        found = json.loads(output)
        if status:
            return f"complains: {found['problems'][:1]}"
        pairs = sum(map(len, found["tms"].values()))
        translated = sum(segment["trg"] is not None for segment in found["segments"])
        return f"{pairs} read, {translated} of {len(found['segments'])} segments translated"

    def readers_of_tmx(self, path: Path) -> Iterator[tuple[str, str]]:
        """Yield each reader of TMX with the units that it counts."""
        commands: dict[str, tuple[tuple[str | Path, ...], str]] = {
            "translate-toolkit": (
                (self.readers / "v-tt/bin/python", self.clients / "tt/probe_tt.py", path),
                r'"units": (\d+)',
            ),
            "XML::TMX (Perl)": (("perl", self.clients / "perl/probe_xmltmx.pl", path), r" ok tus=(\d+)"),
            "tmexchange (npm)": (("node", self.clients / "node/probe_tmexchange.cjs", path), r"units=(\d+)"),
            "hypomnema (pyodide)": (
                ("node", self.clients / "hypomnema/probe_hypomnema.mjs", path.resolve()),
                r'"tus": (\d+)',
            ),
        }
        for name, (command, pattern) in commands.items():
            status, output = self.run(*command)
            match = re.search(pattern, output)
            count = int(match[1]) if match else 0
            # It counts variants, of which each unit has two.
            counted = count // 2 if name.startswith("tmexchange") else count
            yield name, str(counted) if status == 0 and match else f"fails: {output[:120]}"

    def readers_of_xliff(self, path: Path) -> Iterator[tuple[str, str]]:
        """Yield each reader of XLIFF with the units that it counts."""
        module = self.readers / "npm" / "node_modules" / "xliff"
        yield "translate-toolkit", self.run(self.readers / "v-tt/bin/python", "-P", "-c", TOOLKIT_XLIFF, path)[1][-120:]
        yield "xliff (npm)", self.run("node", "-e", NODE_XLIFF, path, module)[1][:120]


def coded(count: int) -> Iterator[TranslationUnit]:
    """Yield units with a pair of codes on both sides, and what a reviewer needs to know."""
    for number, unit in enumerate(units(count)):
        sides = [
            Variant(side.language, f"N° {number} <b>{side.text}</b>", None, _pair(number, side.text))
            for side in (unit.source, unit.target)
        ]
        yield replace(unit, source=sides[0], target=sides[1])


def _pair(number: int, text: str) -> tuple[InlineCode, InlineCode]:
    start = len(f"N° {number} ")
    end = start + 3 + len(text)
    return (
        InlineCode(start, start + 3, CodeKind.START, 1, "bold"),
        InlineCode(end, end + 4, CodeKind.END, 1, "bold"),
    )


def _write(plugin: Tmx, stem: Path, header: Header, written: list[TranslationUnit]) -> Path:
    with plugin.open(stem, header) as writer:
        for unit in written:
            writer.write(unit)
    return plugin.paths(stem, header)[0]


def _check(tools: Tools, folder: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Yield file, tool, what it says, and whether that is as it should be."""
    plain, marked = list(units(UNITS)), list(coded(UNITS))
    text, page = folder / "plain.txt", folder / "coded.html"
    text.write_text("".join(f"{unit.source.text}\n\n" for unit in plain), encoding="utf-8")
    paragraphs = "".join(f"<p>{unit.source.text}</p>\n" for unit in marked)
    page.write_text(f'<html><head><meta charset="UTF-8"></head><body>{paragraphs}</body></html>', encoding="utf-8")
    whole = f"{UNITS} read, {UNITS} of {UNITS} segments translated"

    path = _write(Tmx(), folder / "plain", Header("fr", "en", "s"), plain)
    yield path.name, "DTD", (found := tools.schema(path)), found == "valid"
    yield path.name, "OmegaT 3.6", (found := tools.omegat(path, text, ("fr", "en"))), found == whole
    for name, found in tools.readers_of_tmx(path):
        yield path.name, name, found, found == str(UNITS)
    path = _write(Tmx(), folder / "regions", Header("fr-FR", "en-GB", "s"), plain)
    yield path.name, "DTD", (found := tools.schema(path)), found == "valid"
    yield path.name, "OmegaT 3.6", (found := tools.omegat(path, text, ("fr-FR", "en-GB"))), found == whole
    path = _write(Tmx(compress=True), folder / "packed", Header("fr", "en", "s"), plain)
    yield path.name, "OmegaT 3.6", (found := tools.omegat(path, text, ("fr", "en"))), found == whole
    path = _write(Tmx(), folder / "coded", Header("fr", "en", "s"), marked)
    yield path.name, "DTD", (found := tools.schema(path)), found == "valid"
    found = tools.omegat(path, page, ("fr", "en"), "--level2")
    yield path.name, "OmegaT 3.6, codes shown, HTML", found, found == whole
    for name, found in tools.readers_of_tmx(path):
        yield path.name, name, found, found == str(UNITS)
    with open_split(Tmx(), folder / "parts", Header("fr", "en"), Limit(size=100_000)) as writer:
        for unit in plain:
            writer.write(unit)
    parts = [part for (part,) in writer.parts]
    counts = [int(dict(tools.readers_of_tmx(part))["translate-toolkit"]) for part in parts]
    yield f"{len(parts)} parts", "translate-toolkit", f"{sum(counts)}", sum(counts) == UNITS
    for name in ("xliff", "xliff2"):
        plugin = FORMATS.load(name)
        with plugin.open(folder / "review", Header("fr", "en", "s")) as reviewed:
            for unit in marked:
                reviewed.write(unit)
        (path,) = plugin.paths(folder / "review", Header("fr", "en"))
        yield path.name, "XSD", (found := tools.schema(path)), found == "valid"
        for reader, found in tools.readers_of_xliff(path):
            yield path.name, reader, found, found == str(UNITS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=Path, default=Path(__file__).parents[2] / "shared" / "tmclients")
    parser.add_argument("--readers", type=Path, required=True)
    options = parser.parse_args()
    if not (options.clients / "check_all.sh").is_file():
        raise SystemExit(f"{options.clients}: no scripts that drive other tools; nothing is measured.")
    failed = 0
    print(f"{UNITS} units in each file\n\n| file | tool | finds |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for file, tool, found, is_right in _check(Tools(options.clients, options.readers), Path(name)):
            failed += not is_right
            print(f"| {file} | {tool} | {found}{'' if is_right else ' **wrong**'} |", flush=True)
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
