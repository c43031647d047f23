"""The script completes commands, steps, options, their values and models, in a real shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from translate.cli import COMMANDS, main
from translate.cli.completion import SHELLS


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completion") / "bitexte.bash"
    with pytest.MonkeyPatch.context() as patched, path.open("w", encoding="utf-8") as file:
        patched.setattr("sys.stdout", file)
        assert main(["completion", "bash"]) == 0
    return path


def complete(script: Path, *words: str) -> set[str]:
    """Return what bash offers behind `bitexte WORDS`, the last of which is not finished."""
    given = " ".join(f"'{word}'" for word in ("bitexte", *words))
    code = (
        f"source {script}; bitexte() {{ echo fr-en; }}; COMP_WORDS=({given}); COMP_CWORD={len(words)}; _bitexte;"
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True, cwd=script.parent)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_commands_are_offered(script: Path) -> None:
    assert complete(script, "") >= set(COMMANDS)
    assert complete(script, "tr") == {"translate", "train"}


def test_the_steps_of_a_command_and_their_options_are_offered(script: Path) -> None:
    assert complete(script, "corpus", "d") == {"dedup", "diff"}
    assert complete(script, "memory", "lo") == {"lookup"}
    assert complete(script, "memory", "import", "--in") == {"--into"}
    assert "--into" not in complete(script, "memory", "lookup", "--")


def test_options_and_their_values_are_offered(script: Path) -> None:
    assert {"--out", "--overwrite"} <= complete(script, "translate", "letter.txt", "--o")
    assert complete(script, "corpus", "dedup", "--keep", "b") == {"best"}
    assert complete(script, "align", "--level", "") == {"segment", "paragraph"}


def test_models_are_offered_where_one_is_named(script: Path) -> None:
    assert complete(script, "translate", "--model", "") == {"fr-en"}
    assert complete(script, "models", "use", "f") == {"fr-en"}


def test_files_are_offered_elsewhere(script: Path) -> None:
    assert script.name in complete(script, "convert", "bit")


def test_the_names_of_models_are_printed_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "models"]) == 0
    assert "fr-en" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_right_for_its_shell(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own shell reads it, where that is installed; each names every command."""
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    assert all(command in text for command in COMMANDS)
    if shutil.which(shell):
        (tmp_path / "script").write_text(text, encoding="utf-8")
        subprocess.run([shell, "-n", str(tmp_path / "script")], check=True, capture_output=True)
