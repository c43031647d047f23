"""The documentation says what is true: commands, files, lengths."""

from __future__ import annotations

import argparse
import inspect
import io
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

import translate
from tests.documented import PAGES, ROOT, blocks, commands, prepare, prose
from tests.test_shape import LAYERS
from translate.cli import COMMANDS, command_parser, main
from translate.config import Config
from translate.config_file import load_config
from translate.signature import CORPORA

# A command that several pages show is run once.
PAGES_OF_COMMANDS = {command: page for page in reversed(PAGES) for command in commands(page)}
# Commands that are parsed by the parser that they would meet, and go no further.
PARSED_ONLY = {
    r"bitexte train ": "takes minutes at least; tests/training trains smaller models",
    r"bitexte .*(?:opus-mt|\.argosmodel)": "asks Hugging Face, or needs a file of it",
    r"bitexte .*newstest2013": "takes minutes, and needs a test set that is not ours to ship",
    r"python benchmarks/": "takes minutes at least, and measures the machine",
    r"bitexte translate seeds/ --out aligned/$": "is run where its output is compared with what the README shows",
    r"bitexte (?:review|serve) ": "serves until it is told to stop",
    r"make ": "installs packages; `make -n` expands the recipe",
}
# Mentions of a command, not something to type.
FRAGMENT = re.compile(r"bitexte (?:[a-z]+|COMMAND --help)$")
EXIT_CODES = {
    "bitexte corpus diff old.tmx new.tmx -o delta.tmx --strict": 3,
    "bitexte terms check memory.tmx --terms terms.tsv --strict": 3,
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documented")
    prepare(folder)
    return folder


@pytest.fixture
def place(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with all files that the pages name; it is the current one."""
    shutil.copytree(prepared, tmp_path / "place", symlinks=True)
    monkeypatch.chdir(tmp_path / "place")
    return tmp_path / "place"


@pytest.mark.parametrize(
    "command", PAGES_OF_COMMANDS, ids=[f"{page.name}-{command}" for command, page in PAGES_OF_COMMANDS.items()]
)
def test_every_command_of_a_page_works(
    command: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if FRAGMENT.match(command):
        assert command.split()[1] in {*COMMANDS, "COMMAND"}
    elif any(re.match(pattern, command) for pattern in PARSED_ONLY):
        parse(command, monkeypatch)
    else:
        command = command.partition(" > ")[0]  # what is printed may go to a file
        if command.startswith("cat "):
            name, command = command.removeprefix("cat ").split(" | ")
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((place / name).read_bytes())))
        assert run(command.removeprefix("bitexte ")) == EXIT_CODES.get(command, 0), capsys.readouterr().err


def test_every_reason_not_to_run_a_command_has_a_command() -> None:
    for pattern in PARSED_ONLY:
        assert any(re.match(pattern, command) for command in PAGES_OF_COMMANDS), pattern
    assert EXIT_CODES.keys() <= PAGES_OF_COMMANDS.keys()


def run(arguments: str) -> int:
    """Run bitexte, and return its exit code."""
    try:
        return main(shlex.split(arguments))
    except SystemExit as exc:  # --help
        return int(exc.code or 0)


def parse(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the parser of the command read its arguments, and do nothing."""
    program, *arguments = shlex.split(command)
    if program == "bitexte":
        command_parser(arguments).parse_args(arguments)
    elif program == "make":
        ended = subprocess.run(["make", "-n", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
    else:
        parse_as_script(ROOT / arguments[0], arguments[1:], monkeypatch)


def parse_as_script(path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a script until it has read its command line; what it imports from beside itself is forgotten again."""
    read = argparse.ArgumentParser.parse_args

    def read_and_end(parser: argparse.ArgumentParser, *given: list[str]) -> NoReturn:
        read(parser, *given)
        sys.exit("has read its command line")

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", read_and_end)
    monkeypatch.setattr(sys, "argv", [str(path), *arguments])
    monkeypatch.setattr(sys, "path", [str(path.parent), *sys.path])
    try:
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(path), run_name="__main__")
        assert ended.value.code == (0 if "--help" in arguments else "has read its command line")
    finally:
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None)).startswith(str(path.parent)):
                del sys.modules[name]


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "python.md"], ids=lambda page: page.name)
def test_every_example_in_python_runs(page: Path, place: Path) -> None:
    names: dict[str, object] = {}
    for example in blocks(page, "python"):
        exec(example, names)


def test_the_output_that_the_readme_shows_is_the_output(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Issues too, where the processor computes as the one of aligned/ does; others translate a few units otherwise."""
    (shown,) = (block for block in blocks(ROOT / "README.md", "") if block.startswith("$ bitexte"))
    command, _, output = shown.partition("\n")
    (place / "bitexte.toml").unlink()  # which would be found
    assert run(command.removeprefix("$ bitexte ")) == 0
    said = capsys.readouterr().out
    if kernel_of(place / "aligned") != kernel_of(ROOT / "aligned"):
        said, output = (re.sub(r"( \d+  +\d+  +\d+).*", r"\1", text) for text in (said, output))
    seconds = re.compile(r"in [\d.]+ s\.")
    assert seconds.sub("in … s.", said) == seconds.sub("in … s.", output)


def kernel_of(folder: Path) -> str:
    """Return how the processor computes that made an output folder."""
    (kernel,) = re.findall(r"\|kernel:(\w+)", (folder / "lettre_mairie.json").read_text(encoding="utf-8"))
    return str(kernel)


def test_what_the_page_on_languages_quotes_is_said(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    files = {"translate": "letter.txt", "segment": "letter.txt", "check": "memory.tmx"}
    rows = re.findall(r"^\| `([a-z]+)( --[^`]+)` \| \*([^*]+)\* \|$", page, re.MULTILINE)
    assert len(rows) == 4
    for command, options, quoted in rows:
        assert run(f"{command} {files[command]}{options}") == 2
        assert re.search(re.escape(quoted).replace("…", ".*"), capsys.readouterr().err)


# What nobody in the trade says, and what is said instead.
UNIDIOMATIC = {
    "go before it": "override it",
    "found out": "detected",
    "left aside": "skipped",
    "passed over": "skipped, up to date",
    "all the same": "anyway",
    "begin anew": "start over",
    "made anew": "made again",
    "going on from": "continuing from",
    "what there is": "the list",
    "one a line": "one per line",
    "mended": "fixed",
    "parted": "split",
    "embedded model": "built-in model",
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_uses_the_words_of_the_trade(page: Path) -> None:
    text = " ".join(re.sub(r"`[^`]+`", "", prose(page)).split())
    for phrase, better in UNIDIOMATIC.items():
        assert phrase not in text, f"{phrase!r}: write {better!r}"


@pytest.mark.parametrize("command", list(COMMANDS))
def test_a_command_explains_itself_in_the_words_of_the_trade(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(f"{command} --help") == 0
    text = " ".join(capsys.readouterr().out.split())
    for phrase, better in UNIDIOMATIC.items():
        assert phrase not in text, f"{phrase!r}: write {better!r}"


@pytest.mark.parametrize("name", sorted(set(translate.__all__) - {"__version__"}))
def test_what_python_helps_with_uses_the_words_of_the_trade(name: str) -> None:
    offered = getattr(translate, name)
    documented = [offered, *(vars(offered).values() if isinstance(offered, type) else ())]
    text = " ".join(" ".join(inspect.getdoc(one) or "" for one in documented if callable(one)).split())
    for phrase, better in UNIDIOMATIC.items():
        assert phrase not in text, f"{phrase!r}: write {better!r}"


UNLIKE = "Cats sleep all day long on the warm roof.\nMy bicycle is red and has a bell.\nSnow fell on the hills.\n"
REFUSED = {
    "the same document twice": ("letter.fr.txt letter.fr.txt", 0),
    "or two with the same text": ("letter.fr.txt lettre.fr.txt --any-language", 1),
    "the languages swapped": ("letter.en.txt letter.fr.txt", 0),
    "another language": ("letter.fr.txt letter.de.txt", 0),
    "two texts that are not translations": ("letter.fr.txt unlike.txt", 0),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_page_on_alignment_quotes_is_said(case: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "alignment.md").read_text(encoding="utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith("| ") and case in line)
    (place / "unlike.txt").write_text(UNLIKE, encoding="utf-8")
    arguments, number = REFUSED[case]
    quoted = re.findall(r"\*([^*]+)\*", row)[number]
    assert run(f"align {arguments} --out out.tmx --scorer none") == 1
    pattern = re.escape(quoted).replace("…", ".*").replace(r"0\.0", r"\d+\.\d")
    assert re.search(pattern, capsys.readouterr().err)


def test_the_readme_is_short_and_opens_with_a_sentence() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 120
    assert re.match(r"[A-Z].*\.$", " ".join(lines[2:4]).strip())


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_is_in_the_quick_start(command: str) -> None:
    assert f"bitexte {command}" in (ROOT / "docs" / "quickstart.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_documented_exists(page: Path) -> None:
    for command in re.findall(r"^\s*(?:\$ )?bitexte ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert command in COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_linked_exists(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_settings_of_the_quick_start_are_settings(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "quickstart.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "bitexte.toml").write_text(block, encoding="utf-8")
    config = load_config(tmp_path / "bitexte.toml")
    assert isinstance(config, Config)
    assert config.output.target_code == "en-GB"


def test_the_table_of_layers_is_the_package_as_it_is() -> None:
    text = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
    section = text.partition("## Layers\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ((?:`\w+` ?)+)\|", section, re.MULTILINE)
    parts = {path.stem for path in (ROOT / "translate").glob("*.py") if not path.stem.startswith("_")}
    parts |= {path.parent.name for path in (ROOT / "translate").glob("*/__init__.py")}
    expected = [layer & parts for layer in LAYERS if layer & parts]
    assert [set(re.findall(r"\w+", row)) for row in rows] == expected
    assert set().union(*expected) == parts


def test_the_page_on_the_pipeline_lists_what_the_digest_of_code_covers() -> None:
    text = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| `code` \|(.*)\|", text, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", row)) == {part.partition("/")[0].removesuffix(".py") for part in CORPORA}


def test_every_page_is_reached_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    inner = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("README.md", "recipes.md"))
    for page in PAGES[1:]:
        linked = page.relative_to(ROOT / "docs").as_posix()
        assert f"docs/{linked}" in readme or f"({linked})" in inner, linked
