"""Three people's work from beginning to end, with an installed wheel, in an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
JOURNEYS = sorted(Path(__file__).parent.glob("*.sh"))
# As pip makes it, but for where the libraries come from: -I and -S keep the checkout off the path.
COMMAND = """#!{python} -IS
import sys
sys.path[:0] = [{place!r}, {libraries!r}]
import translate
assert translate.__file__.startswith({place!r}), translate.__file__
from translate.cli import main
sys.exit(main())
"""


@pytest.fixture(scope="session")
def installed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the command of the installed wheel."""
    commands = tmp_path_factory.mktemp("bin")
    text = COMMAND.format(python=sys.executable, place=str(site), libraries=sysconfig.get_path("purelib"))
    (commands / "bitexte").write_text(text, encoding="utf-8")
    (commands / "bitexte").chmod(0o755)
    (commands / "python").symlink_to(sys.executable)
    return commands


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("bash"), reason="the journeys are scripts of bash")
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda path: path.stem)
def test_a_journey_goes_through(journey: Path, installed: Path, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "empty"
    home.mkdir()
    folder.mkdir()
    environment = {
        "PATH": os.pathsep.join([str(installed), os.environ["PATH"]]),
        "HOME": str(home),
        "SAMPLES": str(ROOT / "tests" / "documents" / "files"),
        "STEPS": str(journey.with_name("steps.bash")),
        "LANG": "C.UTF-8",
    }
    found = subprocess.run(
        ["bash", str(journey)],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, f"{found.stdout[-3000:]}{found.stderr[-3000:]}"
    assert "Traceback" not in found.stderr
