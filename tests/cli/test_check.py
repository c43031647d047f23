"""`bitexte check`: anybody's corpus is judged, and machines learn of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.checks import dictionary
from translate.cli import main
from translate.formats import Header, read_bitext, write_bitext

ROWS = [
    ("La séance est ouverte.", "The sitting is open."),
    ("Il y a 12 membres.", "There are 21 members."),
    ("La séance est ouverte.", "The meeting is open."),
    ("La séance est ouverte.", "The sitting is open."),
]


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tsv"
    path.write_text("source\ttarget\n" + "".join(f"{s}\t{t}\n" for s, t in ROWS), encoding="utf-8")
    return path


def check(*arguments: object) -> int:
    return main(["check", *map(str, arguments)])


def test_the_summary_counts_by_check(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(memory) == 0
    printed = capsys.readouterr().out
    assert "4 pairs, 1 would be refused, 0 unreadable." in printed
    assert "memory.tsv:3: " in printed
    assert "There are 21 members." in printed
    rows = {tuple(line.split()) for line in printed.splitlines()}
    assert {("numbers", "error", "2"), ("inconsistent_target", "warning", "3"), ("duplicate", "info", "1")} <= rows


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2", "json", "jsonl", "csv", "moses", "parquet"])
def test_every_format_can_be_checked(name: str, memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_bitext(read_bitext(memory, Header("fr", "en")), memory.with_name("other"), name)[0]
    assert check(path, "--json", "-") == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["units"], result["refused"], result["unreadable"]) == (4, 1, 0)
    found = [(item["check"], item["severity"]) for item in result["results"]]
    assert found.count(("numbers", "error")) == 2
    lines = {item["line"] for item in result["results"]}
    assert lines == {None} if name == "parquet" else None not in lines


def test_json_tsv_and_sarif_say_the_same(memory: Path, tmp_path: Path) -> None:
    paths = {form: tmp_path / f"r.{form}" for form in ("json", "tsv", "sarif")}
    assert check(memory, *(part for form, path in paths.items() for part in (f"--{form}", path))) == 0
    whole = json.loads(paths["json"].read_text(encoding="utf-8"))
    table = [line.split("\t") for line in paths["tsv"].read_text(encoding="utf-8").splitlines()]
    log = json.loads(paths["sarif"].read_text(encoding="utf-8"))
    head = ["file", "line", "unit", "severity", "check", "value", "message", "source", "target", "fingerprint"]
    assert table[0] == head
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert len(whole["results"]) == len(table) - 1 == len(run["results"]) == 6
    levels = {"info": "note", "warning": "warning", "error": "error"}
    for item, row, result in zip(whole["results"], table[1:], run["results"], strict=True):
        named = dict(zip(head, row, strict=True))
        assert named["check"] == item["check"] == result["ruleId"]
        assert named["fingerprint"] == item["fingerprint"] == result["partialFingerprints"]["bitexte/v1"]
        assert result["ruleId"] in rules
        assert result["level"] == levels[item["severity"]]
        (place,) = result["locations"]
        assert place["physicalLocation"]["region"]["startLine"] == item["line"] == int(named["line"])
        assert place["logicalLocations"][0]["name"] == item["unit"]
    assert run["properties"] == {
        key: whole[key] for key in ("units", "refused", "unreadable", "ignored", "untranslated")
    }


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], 0), (["--strict"], 3), (["--fail-on", "error"], 3), (["--fail-on", "info"], 3)],
)
def test_the_exit_code_is_for_ci(memory: Path, arguments: list[str], code: int) -> None:
    assert check(memory, *arguments) == code


def test_a_clean_corpus_passes(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("fr\ten\nLa séance est ouverte.\tThe sitting is open.\n", encoding="utf-8")
    assert check(tmp_path / "m.tsv", "--strict", "--fail-on", "info") == 0


def test_what_cannot_be_read_is_an_issue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.tsv").write_text("fr\ten\tscore\nOui.\tYes.\thigh\nNon.\tNo.\t\n", encoding="utf-8")
    assert check(tmp_path / "m.tsv", "--sarif", tmp_path / "r.sarif", "--strict") == 3
    assert "1 pair, 0 would be refused, 1 unreadable." in capsys.readouterr().out
    (result,) = json.loads((tmp_path / "r.sarif").read_text())["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("unreadable", "error")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}


def test_a_baseline_holds_what_is_known_wherever_it_goes(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline = memory.with_name("known.txt")
    assert check(memory, "--write-baseline", baseline) == 0
    assert check(memory, "--baseline", baseline, "--strict", "--fail-on", "info") == 0
    assert "4 pairs, 0 would be refused, 0 unreadable, 6 known issues ignored." in capsys.readouterr().out
    lines = memory.read_text(encoding="utf-8").splitlines()
    memory.write_text("\n".join([lines[0], "Il pleut 3 fois.\tIt rains.", *lines[1:]]) + "\n", encoding="utf-8")
    assert check(memory, "--baseline", baseline, "--strict") == 3
    with pytest.raises(SystemExit):
        check(memory, "--baseline")
    assert check(memory, "--baseline", memory.with_name("no.txt")) == 2


def test_corpus_checks_can_be_left_out_and_weighed(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(memory, "--no-corpus") == 0
    assert "inconsistent_target" not in capsys.readouterr().out
    config = memory.with_name("c.toml")
    config.write_text('[checks]\ndisabled = ["duplicate"]\nas_error = ["inconsistent_target"]\n')
    assert check(memory, "--config", config) == 0
    printed = capsys.readouterr().out
    assert "4 pairs, 4 would be refused" in printed
    assert "duplicate " not in printed


def test_files_are_compared_with_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, target in (("a", "Yes."), ("b", "Yeah.")):
        (tmp_path / f"{name}.tsv").write_text(f"fr\ten\nOui, bien sûr.\t{target}\n", encoding="utf-8")
    assert check(tmp_path / "a.tsv", tmp_path / "b.tsv", "--json", "-") == 0
    results = json.loads(capsys.readouterr().out)["results"]
    found = [Path(item["file"]).name for item in results if item["check"] == "inconsistent_target"]
    assert found == ["a.tsv", "b.tsv"]


def test_what_nobody_has_translated_is_counted_and_not_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = '<trans-unit id="{}"><source>{}</source><target/></trans-unit>'
    units = unit.format(1, "Couper") + unit.format(2, "Coller")
    path = tmp_path / "app.xlf"
    path.write_text(
        '<xliff version="1.2"><file original="a" source-language="fr" target-language="en" datatype="x"><body>'
        f"{units}</body></file></xliff>",
        encoding="utf-8",
    )
    assert check(path) == 0
    assert "0 pairs, 0 would be refused, 0 unreadable, 2 untranslated and not checked." in capsys.readouterr().out


def test_a_required_term_is_found_by_its_lemma_on_both_sides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "g.tsv").write_text("vanne\tvalve\nbouchon\tstopper\tforbidden\n")
    (tmp_path / "c.tsv").write_text(
        "fr\ten\nLes vannes sont ouvertes.\tThe valves are open.\nLa vanne est ouverte.\tThe tap is open.\n"
        "Deux bouchons manquent.\tTwo stoppers are missing.\n"
    )
    found = tmp_path / "found.tsv"
    arguments = ["check", str(tmp_path / "c.tsv"), "--glossary", str(tmp_path / "g.tsv"), "--tsv", str(found)]
    assert main(arguments) == 0
    assert " terms " in capsys.readouterr().out.replace("\n", " ")
    lines = [line for line in found.read_text().splitlines() if "\tterms\t" in line]
    assert [("valve" in line, "stopper" in line) for line in lines] == [(True, False), (False, True)]


def test_checks_without_word_lists_for_the_pair_are_named_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.tsv").write_text("fi\thu\nKissa nukkuu.\tA macska alszik.\nSataa.\tEsik.\n", encoding="utf-8")
    assert check(tmp_path / "a.tsv") == 0
    assert capsys.readouterr().err.count("no word lists for fi–hu: ") == 1
    (tmp_path / "b.tsv").write_text("fr\ten\nIl pleut.\tIt rains.\n", encoding="utf-8")
    assert check(tmp_path / "b.tsv") == 0
    assert "no word lists" not in capsys.readouterr().err


def test_what_is_said_of_a_file_is_one_line_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = '<trans-unit id="{0}"><source>Oui {0}.</source><target>Yes {0}.</target><alt-trans/></trans-unit>'
    file = (
        '<file original="{0}" source-language="fr" target-language="en"><header><note/></header><body>{1}</body></file>'
    )
    files = "".join(file.format(number, unit.format(number)) for number in range(9))
    (tmp_path / "x.xlf").write_text(f'<xliff version="1.2">{files}</xliff>', encoding="utf-8")
    assert main(["check", str(tmp_path / "x.xlf")]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert sum("<note> in the <header>" in line for line in lines) == 2, "its first place, and the number of the others"
    assert not [line for line in lines if "unit '" in line and "<note>" in line]
    assert main(["check", str(tmp_path / "x.xlf"), "--verbose"]) == 0
    assert capsys.readouterr().err.count("<alt-trans>") == 9


def test_issues_that_were_looked_at_stand_and_their_units_are_not_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.tsv").write_text("source\ttarget\nIl y a 12 membres.\tThere are 21 members.\n", encoding="utf-8")
    assert main(["check", "m.tsv", "--strict", "--json", "found.json", "--html", "found.html"]) == 3
    results = json.loads(Path("found.json").read_text(encoding="utf-8"))["results"]
    assert {"numbers"} <= {one["check"] for one in results}
    assert "<mark>12</mark>" in Path("found.html").read_text(encoding="utf-8")
    Path("seen.tsv").write_text(f"{results[0]['unit']}\t*\nother\tquotes\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "m.tsv", "--strict", "--ignore", "seen.tsv"]) == 0
    said = capsys.readouterr()
    assert f"{len(results)} known issues ignored" in said.out
    assert "seen.tsv:2: no such issue any more: other\tquotes" in said.err


def test_checks_are_switched_on_and_off_for_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "m.tsv"
    file.write_text("source\ttarget\nIl dort ! Elle lit.\tHe sleeps !\n", encoding="utf-8")
    languages = ["--source-language", "fr", "--target-language", "en"]
    assert main(["check", str(file), *languages]) == 0
    usual = capsys.readouterr().out
    assert "sentences" not in usual and "spacing" in usual
    assert main(["check", str(file), *languages, "--enable", "sentences", "--disable", "spacing,end_punctuation"]) == 0
    asked = capsys.readouterr().out
    assert "sentences" in asked and "spacing" not in asked
    assert main(["check", str(file), *languages, "--enable", "sentence"]) == 2
    assert "sentences" in capsys.readouterr().err


def test_a_dictionary_that_is_not_there_is_said_and_changes_no_exit_code(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    dictionary._opened.cache_clear()
    file = tmp_path / "m.tsv"
    file.write_text("source\ttarget\nIl dort.\tHe sleeeps.\n", encoding="utf-8")
    assert (
        main(["check", str(file), "--source-language", "fr", "--target-language", "en", "--dictionary", "en_GB"]) == 0
    )
    assert "hunspell was not found" in caplog.text
    dictionary._opened.cache_clear()


def test_the_texts_of_a_catalogue_may_overflow(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "menu.po"
    file.write_text('msgid "Coller"\nmsgstr "Paste from clipboard"\n', encoding="utf-8")
    assert main(["check", str(file), "--source-language", "fr", "--target-language", "en"]) == 0
    assert "overflow" in capsys.readouterr().out


def test_the_bilingual_files_of_a_folder_are_checked_each_unit_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "all"
    (folder / "below" / ".git").mkdir(parents=True)
    table = tmp_path / "a.tsv"
    table.write_text("fr\ten\nIl dort.\tHe sleeps.\n", encoding="utf-8")
    for name in ("a.tmx", "a.xlf", "below/b.xlf"):
        assert main(["convert", str(table), str(folder / name)]) == 0
    for name in ("a.json", "note.txt", "old.tmx.gz", "below/.git/c.tmx"):
        (folder / name).write_text("no bitext", encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(folder), "--no-corpus"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("2 pairs, ")
    assert said.err.endswith("not read: a.xlf (as a.tmx is), old.tmx.gz. A file that is named is read.\n")
    (tmp_path / "empty").mkdir()
    assert main(["check", str(tmp_path / "empty")]) == 2
    assert "a folder without .tmx" in capsys.readouterr().err
