"""A command line that cannot be read is answered in one line, with what was probably meant."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from translate.cli import main


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("trnslate x", "COMMAND cannot be 'trnslate'. Did you mean 'translate'? 'bitexte --help'"),
        ("corpus srt a", "STEP cannot be 'srt'. Did you mean 'sort'? 'bitexte corpus --help'"),
        ("memory imprt a", "Did you mean 'import'? 'bitexte memory --help'"),
        ("check a.tmx --fail-on warn", "--fail-on cannot be 'warn'. Did you mean 'warning'? 'bitexte check --help'"),
        ("completion powershell", "It takes one of: bash, zsh, fish"),
        ("translate a --ot x", "unrecognized arguments: --ot x. Did you mean '--out'? 'bitexte translate --help'"),
        ("memory import a --itno x", "required: --into. 'bitexte memory import --help'"),
        ("translate a --beam 0", "--beam: 0 is not a whole number above 0. 'bitexte translate --help'"),
        ("corpus", "required: STEP. 'bitexte corpus --help'"),
    ],
)
def test_a_usage_error_is_one_line(arguments: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments.split())
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("bitexte: ")
    assert message in line


@pytest.mark.parametrize(
    ("arguments", "rest"),
    [
        (["memory", "lookup", "a.tmdb", "--fuzzy", "80", "no.txt"], "no such memory"),
        (["convert", "no.tsv", "--source-code", "fr-FR", "b.tmx"], "no.tsv"),
        (["memory", "merge", "a.tmdb", "--into", "b.tmdb", "c.tsv"], "c.tsv: a memory is a .tmdb file"),
        (["memory", "lookup", "a.tmdb", "--fuzzy", "80", "a.txt", "b.txt"], "unrecognized arguments: b.txt."),
        (["memory", "lookup", "a.tmdb", "-", "--fuzzy", "80", "a.txt"], "unrecognized arguments: a.txt."),
    ],
)
def test_a_file_may_stand_behind_the_options(
    arguments: list[str], rest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with suppress(SystemExit):
        assert main(arguments) != 0
    assert rest in capsys.readouterr().err
