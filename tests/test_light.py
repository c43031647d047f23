"""Without torch and transformers, all but training works, and what needs them says so."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("torch", "transformers")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("La séance est ouverte.\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The sitting is open.\n", encoding="utf-8")
    (tmp_path / "m.tsv").write_text("source\ttarget\nLe chat.\tThe cat.\n", encoding="utf-8")
    return tmp_path


def run_light(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `bitexte ARGUMENTS` as where the heavy packages are not installed."""
    code = f"import sys\nfor name in {HEAVY}: sys.modules[name] = None\nfrom translate.cli import main\n"
    code += f"sys.exit(main({list(arguments)!r}))"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        "translate a.txt --out out",
        "align a.txt a.en.txt --out m.tmx --min-similarity 0",
        "segment a.txt",
        "check m.tsv",
        "convert m.tsv m2.tmx",
        "corpus sort m.tsv -o sorted.tsv",
        "memory import m.tsv --into m.tmdb",
        "evaluate m.tsv --model fr-en --samples 0",
        "models",
    ],
)
def test_what_needs_no_training_runs_without_torch(folder: Path, arguments: str) -> None:
    done = run_light(folder, *arguments.split())
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "arguments", ["train --data m.tsv --updates 1 --out model", "evaluate m.tsv --engine transformers"]
)
def test_what_needs_torch_says_how_to_get_it(folder: Path, arguments: str) -> None:
    done = run_light(folder, *arguments.split())
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"bitexte: {arguments.partition(' ')[0]} needs torch")
    assert line.endswith("pip install torch transformers.")


def test_the_list_of_a_light_installation_is_that_of_the_package_without_the_heavy_ones() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "docs" / "requirements-light.txt").read_text(encoding="utf-8").splitlines()
    light = [line for line in lines if line and not line.startswith("#")]
    assert light == [one for one in project["dependencies"] if re.split(r"[<>=]", one)[0] not in HEAVY]


def test_another_package_of_the_same_import_name_is_explained(tmp_path: Path) -> None:
    """As where translate-toolkit was installed over it: our modules are there, and the package is not ours."""
    (tmp_path / "translate").mkdir()
    (tmp_path / "translate" / "__init__.py").write_text("", encoding="utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import translate\n"
        f"translate.__path__.append({str(ROOT / 'translate')!r}); import translate.cli"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("bitexte: another package called 'translate' is installed in this environment")


def test_the_extra_all_has_what_the_others_have() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    (everything,) = extras["all"]
    assert set(everything.removeprefix("bitexte[").removesuffix("]").split(",")) == set(extras) - {"all", "dev"}
