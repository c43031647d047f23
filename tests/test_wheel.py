"""Installed as a wheel, outside the checkout, bitexte does its main job."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from translate.signature import SHIPPED, format_digests

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_wheel_holds_what_it_needs_and_works_elsewhere(wheel: Path, site: Path, tmp_path: Path) -> None:
    assert wheel.stat().st_size < 95_000_000  # package indexes refuse 100 MB
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        shipped = archive.read(f"translate/{SHIPPED}").decode()
    assert shipped == format_digests(ROOT / "translate")
    assert not [name for name in names if not name.startswith(("translate/", "bitexte-"))]
    assert {"translate/py.typed", "translate/languages/fr/segmentation.srx"} <= set(names)
    assert "translate/models/fr-en/ctranslate2-int8/model.bin" in names
    page = {path.name for path in (ROOT / "translate/serve/assets/review").iterdir()}
    assert {f"translate/serve/assets/review/{name}" for name in page} <= set(names)
    assert {"index.html", "main.js", "review.css"} <= page and "translate/languages/fr/interface.json" in names

    (tmp_path / "a.txt").write_text("La séance est ouverte.\n", encoding="utf-8")
    # -I keeps the checkout off the path; the libraries that bitexte needs come from this environment.
    code = (
        f"import sys; sys.path[:0] = [{str(site)!r}, {sysconfig.get_path('purelib')!r}]\n"
        f"import translate; assert translate.__file__.startswith({str(site)!r}), translate.__file__\n"
        "assert all(getattr(translate, name) for name in translate.__all__)\n"
        "from translate.cli import main; sys.exit(main(['translate', 'a.txt', '--out', 'out']))"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "out" / "a.tmx").is_file()
    assert (tmp_path / "out" / "a.en.txt").read_text(encoding="utf-8").strip()


@pytest.mark.slow
def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in ("translate/cli", "translate/files"):
        shutil.copytree(ROOT / name, source / name)
    needed = ("__init__.py", "data.py", "errors.py", "signature.py", "alignment/lexicons/README.md")
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", *(f"translate/{one}" for one in needed)):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    made = []
    for moment in (1_600_000_000, 1_700_000_000):
        for path in source.rglob("*"):
            os.utime(path, (moment, moment))
        out = tmp_path / str(moment)
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
        subprocess.run(build, check=True, capture_output=True)
        (wheel,) = out.glob("bitexte-*.whl")
        made.append(wheel.read_bytes())
    assert made[0] == made[1]
