"""Each document has outputs of its own, and what a run wrote is not read by the next one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translate.checks import Verdict
from translate.config import Config, DocumentConfig, OutputConfig
from translate.data import Issue, Origin, Severity, TranslationUnit, Variant
from translate.documents import READERS, Source
from translate.errors import DocumentError, UsageError
from translate.run.outputs import DocumentWriter, find_documents, plan_outputs

CONFIG = Config(output=OutputConfig(("tmx", "moses")))
GOOD, BAD = Verdict(), Verdict((Issue("numbers", Severity.ERROR, "?"),))


def plan(*names: str, config: Config = CONFIG, kind: str = "text") -> dict[str, list[str]]:
    """Return the outputs of each document, below the output folder."""
    sources = [Source(Path("/in") / name, name, kind) for name in names]
    out = Path("/out")
    plans = plan_outputs(sources, out, config, "a signature")
    return {p.source.name: [path.relative_to(out).as_posix() for path in p.paths()] for p in plans}


def test_a_document_makes_its_translation_its_corpora_and_its_refused_units() -> None:
    expected = ["a.en.txt", "a.tmx", "a.fr", "a.en", "a.rejected.json"]
    assert plan("a.txt") == {"a.txt": expected}
    assert plan("b/a.v2.md")["b/a.v2.md"] == [
        "b/a.v2.en.md",
        "b/a.v2.tmx",
        "b/a.v2.fr",
        "b/a.v2.en",
        "b/a.v2.rejected.json",
    ]


def test_documents_that_differ_in_their_ending_alone_keep_it() -> None:
    found = plan("a.txt", "a.md", "b.txt")
    assert found["a.txt"][:2] == ["a.en.txt", "a.txt.tmx"]
    assert found["a.md"][:2] == ["a.en.md", "a.md.tmx"]
    assert found["b.txt"][:2] == ["b.en.txt", "b.tmx"]


def test_a_document_that_has_its_segments_already_becomes_a_plain_text() -> None:
    assert plan("news.fr", kind="segments")["news.fr"][0] == "news.en.txt"


def test_codes_for_the_output_change_its_files_and_not_its_translation() -> None:
    config = replace(CONFIG, output=OutputConfig(("moses",), source_code="fr-CA", target_code="en-CA"))
    assert plan("a.txt", config=config)["a.txt"][:3] == ["a.en.txt", "a.fr-CA", "a.en-CA"]


@pytest.mark.parametrize(("one", "other"), [("a", "a.txt"), ("a.txt", "a.txt.txt")])
def test_names_that_only_look_alike_are_no_clash(one: str, other: str) -> None:
    found = plan(one, other)
    assert not set(found[one]) & set(found[other])


def test_two_documents_that_would_write_one_file_are_named_both() -> None:
    with pytest.raises(
        UsageError, match=r"/in/a\.txt and /in/a\.txt would both write /out/a\.en\.txt; rename one of them"
    ):
        plan("a.txt", "a.txt")


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Un.\n", encoding="utf-8")


def names_of(named: list[str], out: Path) -> tuple[list[str], list[str]]:
    found = find_documents(named, out, Config())
    return sorted(source.name for source in found.sources), sorted(path.name for path in found.left_aside)


def test_an_output_folder_below_the_documents_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b/c.md", "aligned/a.en.txt", "aligned/b/c.en.md")
    assert names_of([str(tmp_path)], tmp_path / "aligned") == (["a.txt", "b/c.md"], ["a.en.txt", "c.en.md"])


def test_where_documents_and_outputs_share_a_folder_a_translation_stands_beside_its_source(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "a.en.txt", "lone.en.txt", "b.md", "b.en.txt")
    found, aside = names_of([str(tmp_path)], tmp_path)
    assert found == ["a.txt", "b.en.txt", "b.md", "lone.en.txt"]
    assert aside == ["a.en.txt"]


def test_an_output_that_is_named_itself_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "a.en.txt")
    found, aside = names_of([str(tmp_path), str(tmp_path / "a.en.txt")], tmp_path)
    assert (found, aside) == (["a.en.txt", "a.txt"], [])


def test_a_folder_of_nothing_but_outputs_holds_no_document(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(DocumentError):
        find_documents([str(tmp_path / "in")], tmp_path / "out", Config())


def unit(number: int, *, text: str = "Un.", origin: Origin = Origin.MACHINE, **issues: Severity) -> TranslationUnit:
    found = tuple(Issue(check, severity, "?") for check, severity in issues.items())
    return TranslationUnit(f"u{number}", Variant("fr", text), Variant("en", text and "One."), origin, issues=found)


def write(folder: Path, units: list[tuple[TranslationUnit, Verdict]], kind: str = "text") -> DocumentWriter:
    source = Source(folder / "in.txt", "in.txt", kind)
    source.path.write_text("Un.\n", encoding="utf-8")
    document = READERS.load(kind).read(source.path, name="in.txt", language="fr", config=DocumentConfig())
    (own,) = plan_outputs([source], folder / "out", CONFIG, "s")
    with DocumentWriter(own, document) as writer:
        for one, verdict in units:
            writer.write(one, verdict)
        for block in document.blocks:
            writer.rebuilder.write(block, block.text.upper())
    return writer


def test_units_are_counted_by_what_became_of_them(tmp_path: Path) -> None:
    units = [
        (unit(1), GOOD),
        (unit(2, numbers=Severity.ERROR, names=Severity.INFO), BAD),
        (unit(3, origin=Origin.CARRIED), GOOD),
        (unit(4, text=""), GOOD),
        (unit(5, length=Severity.WARNING), GOOD),
    ]
    counts = write(tmp_path, units).counts
    assert (counts.units, counts.refused, counts.carried, dict(counts.issues)) == (4, 1, 1, {"numbers": 1, "length": 1})
    out = tmp_path / "out"
    assert (out / "in.fr").read_text(encoding="utf-8") == "Un.\n" * 3
    assert (out / "in.en.txt").read_text(encoding="utf-8") == "UN.\n"
    assert (out / "in.rejected.json").is_file()


def test_lines_of_a_segmented_document_stay_in_line_based_formats_refused_and_blank_ones_too(tmp_path: Path) -> None:
    write(tmp_path, [(unit(1), GOOD), (unit(2), BAD), (unit(3, text=""), GOOD)], kind="segments")
    assert (tmp_path / "out" / "in.fr").read_text(encoding="utf-8") == "Un.\nUn.\n\n"
    assert (tmp_path / "out" / "in.tmx").read_text(encoding="utf-8").count("<tu ") == 1


def test_an_error_leaves_no_output_and_those_of_before_as_they_were(tmp_path: Path) -> None:
    write(tmp_path, [(unit(1), BAD)])
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert "in.rejected.json" in before
    with pytest.raises(AttributeError):
        write(tmp_path, [(unit(2), GOOD), (None, GOOD)])  # type: ignore[list-item]
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    write(tmp_path, [(unit(1), GOOD)])
    assert "in.rejected.json" not in {path.name for path in (tmp_path / "out").iterdir()}
