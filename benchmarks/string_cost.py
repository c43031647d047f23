"""Seconds of the processor that large files of strings take, read and written: ours, and those of another library.

    python benchmarks/string_cost.py PEER_PYTHON      # one that has polib, fluent.syntax, pysubs2 and translate-toolkit

Both read a file of our making, put a text in place of each, and write it; the better of two, one after the other.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.document_cost import measured, sentences

MESSAGES = 5_000
ROUNDS = 2
PEERS = {
    "po": (
        "polib",
        "found = polib.pofile(path)\nfor one in found: one.msgstr = one.msgid.upper()\nfound.save(made)",
    ),
    "properties": (
        "translate.storage.properties as storage",
        "found = storage.javautf8file(open(path, 'rb'))\nfor one in found.units: one.target = one.source.upper()\n"
        "found.serialize(open(made, 'wb'))",
    ),
    "json": (
        "translate.storage.jsonl10n as storage",
        "found = storage.JsonFile(open(path, 'rb'))\nfor one in found.units: one.target = str(one.target).upper()\n"
        "found.serialize(open(made, 'wb'))",
    ),
    "ftl": (
        "fluent.syntax as syntax",
        "found = syntax.parse(open(path, encoding='utf-8').read())\nfor one in found.body:\n"
        "    for part in one.value.elements: part.value = part.value.upper()\n"
        "open(made, 'w', encoding='utf-8').write(syntax.serialize(found))",
    ),
    "srt": (
        "pysubs2",
        "found = pysubs2.load(path)\nfor one in found: one.text = one.text.upper()\nfound.save(made)",
    ),
}
"""By ending, the module of the other library, and what is done with it."""
TIMED = """
import sys, time
import {module}
path, made = sys.argv[1:]
started = time.process_time()
{work}
print(time.process_time() - started)
"""


def write_strings(folder: Path) -> list[Path]:
    """Write a file of each kind, each with as many messages."""
    stock = sentences()
    stock = [" ".join(text.split()).replace('"', "'").replace("{", "(").replace("}", ")") for text in stock]
    texts = [f"{stock[number % len(stock)]} N° {number}" for number in range(MESSAGES)]
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\n'
    contents = {
        "po": head + "".join(f'#: a.c:{n}\nmsgid "{text}"\nmsgstr ""\n\n' for n, text in enumerate(texts)),
        "properties": "".join(f"key{n}={text}\n" for n, text in enumerate(texts)),
        "json": json.dumps({f"key{n}": text for n, text in enumerate(texts)}, indent=2, ensure_ascii=False),
        "ftl": "".join(f"key{n} = {text}\n" for n, text in enumerate(texts)),
        "srt": "".join(
            f"{n + 1}\n{_time(4 * n)} --> {_time(4 * n + 2)}\n{text[:80]}\n\n" for n, text in enumerate(texts)
        ),
    }
    paths = [folder / f"large.{ending}" for ending in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_text(content, encoding="utf-8")
    return paths


def _time(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},000"


def peer_seconds(python: str, path: Path) -> float:
    module, work = PEERS[path.suffix[1:]]
    script = TIMED.format(module=module, work=work)
    command = [python, "-c", script, path, path.with_name(f"peer{path.suffix}")]
    done = subprocess.run(list(map(str, command)), cwd=path.parent, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", help="of the environment of the other libraries")
    options = parser.parse_args()
    sys.stdout.write(f"| {MESSAGES:,} messages of | bitexte, s | other library, s | ratio |\n|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as folder:
        for path in write_strings(Path(folder)):
            ours, other = [], []
            for _ in range(ROUNDS):
                cost = measured(path)
                ours.append(cost["read"] + cost["write"])
                other.append(peer_seconds(options.python, path))
            name = PEERS[path.suffix[1:]][0].partition(".")[0]
            told = f"{min(ours):.2f} | {min(other):.2f} ({name}) | {min(ours) / min(other):.1f}"
            sys.stdout.write(f"| {path.suffix[1:]} | {told} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
