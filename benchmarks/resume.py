"""Kill a run at random moments, start it again, and compare with an uninterrupted run, byte for byte.

python benchmarks/resume.py [--kills 20] [--sentences 1200]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OPTIONS = ["--quiet", "--format", "tmx,json,tsv,moses"]


def outputs(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and ".bitexte" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def command(text: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "translate", "translate", str(text), "--out", str(out), *OPTIONS]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--sentences", type=int, default=1200)
    parser.add_argument("--random-seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.random_seed)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "long.txt"
        subjects = ("La commission", "Le conseil", "Notre groupe", "La présidente", "Le rapporteur")
        verbs = ("a examiné", "a adopté", "a rejeté", "présentera", "soutient")
        lines = [
            f"{subjects[number % 5]} {verbs[number // 5 % 5]} le rapport numéro {number} sur le budget."
            for number in range(options.sentences)
        ]
        text.write_text("\n".join(lines) + "\n", encoding="utf-8")
        started = time.perf_counter()
        subprocess.run(command(text, Path(folder) / "whole"), check=True)
        whole = time.perf_counter() - started
        wanted = outputs(Path(folder) / "whole")
        same = finished = 0
        for number in range(options.kills):
            out = Path(folder) / f"killed-{number}"
            process = subprocess.Popen(command(text, out), start_new_session=True)
            time.sleep(chance.uniform(0, whole))
            finished += process.poll() is not None
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            subprocess.run(command(text, out), check=True)
            same += outputs(out) == wanted
    print(f"{options.kills} kills within {whole:.1f} s runs ({finished} came too late): {same} ended byte-identical")
    sys.exit(0 if same == options.kills else 1)


if __name__ == "__main__":
    main()
