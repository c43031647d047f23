"""The signature's digests: what decides the output changes them, what only says or shows something does not."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tokenize
from collections.abc import Callable
from pathlib import Path

import pytest

from translate import signature
from translate.config import Config, EngineConfig, OutputConfig, RepairConfig, decisive
from translate.errors import OutputError
from translate.files import cache_folder
from translate.signature import (
    ALIGNMENTS,
    CORPORA,
    HYPOTHESES,
    PACKAGE,
    RULES,
    SHIPPED,
    digest_code,
    digest_settings,
    format_digests,
    read_digests,
    strip_code,
)

ASK = """
from translate.config import Config, EngineConfig
from translate.run.loading import load_tools, load_translator
tools = load_tools(Config(engine=EngineConfig(name="echo")))
print(tools.signature, load_translator(tools).signature, sep="\\n")
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package without its model."""
    skipped = shutil.ignore_patterns("fr-en", "__pycache__")
    return Path(shutil.copytree(PACKAGE, tmp_path / "translate", ignore=skipped))


def signatures(package: Path) -> list[str]:
    """Return the signature of a run and that of its journal, as the package at a place has them."""
    environment = os.environ | {"PYTHONPATH": str(package.parent)}
    run = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, cwd=package.parent, capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()


def change(path: Path, pattern: str, by: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, by, text, count=1, flags=re.MULTILINE)
    assert changed != text, f"{path} has no {pattern}"
    path.write_text(changed, encoding="utf-8")


@pytest.fixture(scope="module")
def unchanged() -> list[str]:
    return signatures(PACKAGE)


def test_a_rule_a_break_and_an_entry_change_the_signature_and_the_key_of_the_journal(
    copy: Path, unchanged: list[str]
) -> None:
    before = unchanged
    for name, pattern, by in (
        ("languages/fr/segmentation.srx", r'<rule break="no">', '<rule break="yes">'),
        ("languages/fr/number_words.py", r'"deux"', '"deuxx"'),
        ("care/repair.py", r"^def plan\(", "_UNUSED = 1\n\n\ndef plan("),
    ):
        change(copy / name, pattern, by)
        after = signatures(copy)
        assert after[0] != before[0], name
        assert after[1] != before[1], name
        before = after


def test_docstrings_comments_examples_and_the_progress_bar_change_neither(copy: Path, unchanged: list[str]) -> None:
    change(copy / "care" / "repair.py", r'\A"""', '"""Changed. ')
    change(copy / "care" / "repair.py", r"^(def plan\()", r"# A comment.\n\n\n\1")
    change(copy / "cli" / "progress.py", r"\Z", "\n_WIDTH_OF_NOTHING = 1\n")
    change(copy / "report" / "__init__.py", r"\Z", "\n_WIDTH_OF_NOTHING = 1\n")
    change(copy / "languages" / "fr" / "money.examples.tsv", r"\Z", "\n# one more\n")
    change(copy / "languages" / "fr" / "interface.json", "Fermer", "Close")
    assert signatures(copy) == unchanged


def test_what_computes_the_signature_decides_no_output() -> None:
    """No digest covers that module, so the corridor may take nothing else from it but digests."""
    offered = {"format_signature", "digest_code", "digest_settings", *(n for n in vars(signature) if n.isupper())}
    for path in sorted(PACKAGE.rglob("*.py")):
        for names in re.findall(
            r"^from translate\.signature import (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            assert set(names.split(", ")) <= offered, path


def test_a_writer_changes_the_signature_but_not_the_key_of_the_journal(copy: Path, unchanged: list[str]) -> None:
    change(copy / "formats" / "jsonunit.py", r"^FORMAT_VERSION = 1", "FORMAT_VERSION = 9")
    after = signatures(copy)
    assert after[0] != unchanged[0]
    assert after[1] == unchanged[1]


@pytest.mark.parametrize(
    "settings",
    [
        Config(engine=EngineConfig(beam=3)),
        Config(engine=EngineConfig(placeholder="Q#")),
        Config(repair=RepairConfig(no_repeat=4)),
        Config(output=OutputConfig(quotes="curly")),
    ],
)
def test_a_setting_that_decides_changes_the_digest_of_settings(settings: Config) -> None:
    assert digest_settings(decisive(settings)) != digest_settings(decisive(Config()))


@pytest.mark.parametrize(
    "settings",
    [
        Config(engine=EngineConfig(threads=3, batch_pieces=7, offline=True)),
        Config(output=OutputConfig(formats=("tsv",))),
    ],
)
def test_speed_and_formats_do_not(settings: Config) -> None:
    assert digest_settings(decisive(settings)) == digest_settings(decisive(Config()))


def significant(source: str) -> list[str]:
    """Return the tokens of a module but for comments, docstrings and layout, as Python itself parts them."""
    kept: list[tokenize.TokenInfo] = []
    dropped = (tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER, tokenize.INDENT, tokenize.DEDENT)
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type not in dropped]
    for number, token in enumerate(tokens):
        begins = not kept or kept[-1].type == tokenize.NEWLINE
        if token.type == tokenize.STRING and begins and tokens[number + 1].type == tokenize.NEWLINE:
            continue
        if token.type != tokenize.NEWLINE or not begins:
            kept.append(token)
    return ["" if token.type == tokenize.NEWLINE else token.string for token in kept]


def test_what_is_digested_of_a_module_is_what_python_reads() -> None:
    modules = sorted(PACKAGE.rglob("*.py"))
    assert len(modules) > 100
    for path in modules:
        source = path.read_text(encoding="utf-8")
        assert significant(strip_code(source) + "\n") == significant(source), path


def test_indentation_counts_where_it_means_something() -> None:
    inside, behind = "if a:\n    b()\n    c()\n", "if a:\n    b()\nc()\n"
    assert strip_code(inside) != strip_code(behind)
    assert strip_code("f(a,\n      b)  # why\n") == strip_code("f(a, b)\n")


def test_a_string_is_kept_where_it_is_no_docstring() -> None:
    assert strip_code('x = """a # b"""\n') == 'x="""a # b"""'
    assert strip_code('def f():\n    r"""Says."""\n    return "#"\n') == 'def f():\n    return"#"'
    assert strip_code("return f'{a}'\n") == "return f'{a}'"


def test_the_narrower_sets_are_in_the_wider() -> None:
    assert set(RULES) < set(HYPOTHESES) < set(CORPORA) < set(ALIGNMENTS)
    for name in ALIGNMENTS:
        assert (PACKAGE / name).exists()


def test_all_that_the_decisive_parts_import_is_decisive() -> None:
    wanted = re.compile(r"^\s*from translate\.(\w+)", re.MULTILINE)
    plumbing = {"errors", "registry", "signature", "files", "executors"}  # messages, tables, atomic files, processes
    for parts in (HYPOTHESES, CORPORA, ALIGNMENTS):
        covered = {part.partition("/")[0].removesuffix(".py") for part in parts}
        for part in parts:
            place = PACKAGE / part
            for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
                imported = set(wanted.findall(path.read_text(encoding="utf-8")))
                assert imported <= covered | plumbing, path


def test_what_is_kept_is_not_taken_for_a_changed_file(copy: Path) -> None:
    before = digest_code(*HYPOTHESES, root=copy)
    assert digest_code(*HYPOTHESES, root=copy) == before
    change(copy / "text" / "words.py", r"\Z", "\nCHANGED = 1\n")
    assert digest_code(*HYPOTHESES, root=copy) != before


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A package of two modules."""
    (tmp_path / "small" / "care").mkdir(parents=True)
    for name in ("data.py", "care/repair.py"):
        (tmp_path / "small" / name).write_text("a = 1\n", encoding="utf-8")
    return tmp_path / "small"


@pytest.mark.parametrize("content", [b"[]", b"null", b'{"data.py": 1}', b'{"data.py": "1"}', b"\xff", b'{"data'])
def test_digests_of_code_that_are_damaged_in_the_cache_are_found_anew(
    content: bytes, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    before = read_digests(small)
    (kept,) = (tmp_path / "code").iterdir()
    kept.write_bytes(content)
    assert read_digests(small) == before


def test_files_of_a_file_manager_or_an_editor_are_no_code(small: Path) -> None:
    before = read_digests(small)
    (small / "care" / ".DS_Store").write_bytes(b"\0")
    (small / "care" / ".idea").mkdir()
    (small / "care" / ".idea" / "a.py").write_text("a = 1\n", encoding="utf-8")
    assert read_digests(small) == before
    assert len(before) == 2


@pytest.mark.parametrize("variable", ["BITEXTE_CACHE", "XDG_CACHE_HOME"])
def test_an_empty_variable_is_one_that_is_not_set(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BITEXTE_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    expected = cache_folder()
    monkeypatch.setenv(variable, "")
    assert cache_folder() == expected
    assert expected.is_absolute()


def test_a_user_without_a_home_folder_does_without_a_cache(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def expanduser(self: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    before = read_digests(small)
    monkeypatch.delenv("BITEXTE_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "expanduser", expanduser)
    assert read_digests(small) == before
    with pytest.raises(OutputError, match="BITEXTE_CACHE"):
        cache_folder()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that digests were made of, in a process whose cache is empty."""
    made: list[str] = []

    def strip(source: str) -> str:
        made.append(source)
        return strip_code(source)

    monkeypatch.setattr(signature, "strip_code", strip)
    monkeypatch.setattr(signature, "read_cached", lambda place: "")
    return made


def ship(package: Path) -> None:
    (package / SHIPPED).write_text(format_digests(package), encoding="utf-8")


def test_the_digests_that_a_package_came_with_are_those_that_its_modules_have(small: Path, counted: list[str]) -> None:
    before = read_digests(small)
    ship(small)
    counted.clear()
    assert read_digests(small) == before
    assert not counted


def test_a_module_that_is_not_what_was_packed_gets_a_digest_of_its_own(small: Path, counted: list[str]) -> None:
    ship(small)
    old = read_digests(small)
    stamps = (small / "data.py").stat()
    (small / "data.py").write_text("a = 2\n", encoding="utf-8")  # of the same size
    os.utime(small / "data.py", ns=(stamps.st_atime_ns, stamps.st_mtime_ns))
    counted.clear()
    new = read_digests(small)
    assert counted == ["a = 2\n"]
    assert new["data.py"] != old["data.py"] and new["care/repair.py"] == old["care/repair.py"]


@pytest.mark.parametrize(
    "damage",
    [lambda text: "x" + text, lambda text: text.replace("\t", " "), lambda text: text + "a\tb\tc\n", lambda text: ""],
    ids=["made otherwise", "no table", "three columns", "empty"],
)
def test_a_list_of_digests_that_is_made_otherwise_or_damaged_does_not_count(
    damage: Callable[[str], str], small: Path, counted: list[str]
) -> None:
    before = read_digests(small)
    ship(small)
    (small / SHIPPED).write_text(damage((small / SHIPPED).read_text(encoding="utf-8")), encoding="utf-8")
    counted.clear()
    assert read_digests(small) == before
    assert counted == ["a = 1\n", "a = 1\n"]


def test_a_list_of_digests_holds_modules_alone(small: Path) -> None:
    (small / "care" / "words.txt").write_text("a\n", encoding="utf-8")
    ship(small)
    assert "care/words.txt" in read_digests(small) and SHIPPED not in read_digests(small)
    assert len(format_digests(small).splitlines()) == 2  # what made them, and two modules that are alike
