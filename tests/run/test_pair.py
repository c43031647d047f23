"""Languages that there is nothing for are refused in one line that says what there is, and nothing is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from translate.cli import main
from translate.config import Config, OutputConfig
from translate.data import Model
from translate.errors import UsageError
from translate.run.pair import check_pair, translates


def a_model(folder: Path, source: str, target: str) -> Model:
    settings = {"source_lang": source, "target_lang": target}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return Model("mine", folder, "")


@pytest.mark.parametrize(
    ("stated", "asked", "expected"),
    [
        (("fr", "en"), ("fr", "en"), True),
        (("fra", "eng"), ("fr-CA", "en-GB"), True),
        (("fr", "en"), ("fr", "de"), False),
        (("fr", "en"), ("en", "fr"), False),
        (("roa", "eng"), ("fr", "en"), True),
        (("roa", "eng"), ("fr", "de"), False),
        (("mul", "mul"), ("sw", "ja"), True),
    ],
)
def test_a_model_translates_what_it_says(
    stated: tuple[str, str], asked: tuple[str, str], expected: bool, tmp_path: Path
) -> None:
    model = a_model(tmp_path, *stated)
    assert translates(model, *asked) is expected
    if not expected:
        with pytest.raises(UsageError, match=f"The model mine translates .*, not {asked[0]} to {asked[1]}; "):
            check_pair(Config(source_language=asked[0], target_language=asked[1]), model)


def test_a_model_that_does_not_say_is_believed_to_translate_what_the_user_says(tmp_path: Path) -> None:
    assert translates(Model("mine", tmp_path, ""), "ja", "sw")


@pytest.mark.parametrize("output", [OutputConfig(target_code="de-DE"), OutputConfig(source_code="en")])
def test_outputs_are_not_labelled_as_another_language(output: OutputConfig) -> None:
    with pytest.raises(UsageError, match="cannot be written as"):
        check_pair(Config(output=output), None)
    check_pair(Config(output=OutputConfig(source_code="fr-FR", target_code="en-GB")), None)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--target-language de", "The model fr-en translates fr to en, not fr to de; .*: de, en, es, fr, it, nl, pt."),
        ("--source-language ja", "The model fr-en translates fr to en, not ja to en; .*"),
        ("--source-language en --target-language fr", "The model fr-en translates fr to en, not en to fr; .*"),
        ("--target-language en-ZZ", "'en-ZZ': there is no region ZZ; expected .*"),
        ("--target-language german", "'german' is not a BCP 47 language code; expected .*"),
        ("--source-language xx", "'xx': there is no language 'xx'; expected .*"),
        ("--target-code de-DE", "The target is in en, and cannot be written as de-DE; .*"),
        ("--engine echo --source-language ja", r"Unknown language of segmentation rules 'ja'\. Known: de, en, fr\."),
    ],
)
def test_translate_says_what_there_is(
    options: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Bonjour.\n", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["translate", str(tmp_path / "a.txt"), "--out", str(out), *options.split()]) == 2
    captured = capsys.readouterr()
    assert len(captured.err.splitlines()) == 1
    assert re.fullmatch(f"bitexte: {said}", captured.err.strip())
    assert not list(out.glob("*"))


def test_a_code_in_a_configuration_file_is_checked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bitexte.toml"
    path.write_text('target_language = "en-ZZ"\n', encoding="utf-8")
    assert main(["translate", "a.txt", "--config", str(path)]) == 2
    assert "there is no region ZZ" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["sv", "ja", "sw"])
def test_a_corpus_may_be_in_a_language_of_which_nothing_is_known(language: str, tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("source\ttarget\nEtt hus.\tA house.\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.tsv"), "--source-language", language]) == 0
    assert main(["convert", str(tmp_path / "a.tsv"), str(tmp_path / "a.tmx"), "--source-language", language]) == 0
    assert f'srclang="{language}"' in (tmp_path / "a.tmx").read_text(encoding="utf-8")


def test_the_aligner_does_without_a_model_of_other_languages_but_not_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.de").write_text("Ein Haus.\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("A house.\n", encoding="utf-8")
    command = ["align", str(tmp_path / "a.de"), str(tmp_path / "a.en"), "--segmented", "--source-language", "de"]
    assert main([*command, "--out", str(tmp_path / "a.tsv"), "--quiet"]) == 0
    assert main([*command, "--out", str(tmp_path / "b.tsv"), "--quiet", "--hypotheses"]) == 2
    assert "The model fr-en translates fr to en, not de to en" in capsys.readouterr().err
    assert not (tmp_path / "b.tsv").exists()
