"""The steps of care: each does its two verbs, what they change is told, undone it is the source, each can be off."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.care.test_translator import scripted, through
from translate.alignment.dictionary import find_dictionary
from translate.care.base import Request, Revision, Step
from translate.care.composing import iter_edits, restore
from translate.care.measures import measures_between
from translate.care.phrases.phrasing import Phrasing
from translate.care.repair import TRIES
from translate.care.steps import LAYERS, REPAIR, STEPS, Knowledge, check_steps, make_steps
from translate.care.words.wording import Wording
from translate.care.writing.typography import Typography
from translate.cli import main
from translate.config import CareConfig, Config, EngineConfig, OutputConfig, RepairConfig
from translate.data import CodeKind, Edit, InlineCode, Issue, Note, Passage, Stage
from translate.engines.base import Draft
from translate.errors import UsageError
from translate.formats import read_bitext
from translate.languages import find_language
from translate.models.phrase_table import PhraseTable
from translate.run.loading import load_tools, load_translator
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology

FR, EN = find_language("fr"), find_language("en")
KNOWN = Knowledge(
    lambda character: character.isascii() or character in "àâçéèêëîïôùûœ’«»²³\u00a0",
    lambda word: word == "Île",
    "X_#",
    source=FR,
    terminology=Terminology([Term("Chat", ("Chat",), TermKind.KEEP, 1)], FR, EN),
    typography=Typography(OutputConfig(numbers="english"), FR, EN),
    wording=Wording(lambda: frozenset({"the", "cat"}), "", source=FR, target=EN),
    phrasing=Phrasing(lambda: PhraseTable({"prix": "price\t3\t4"}), ""),
    find_measures=measures_between(FR, EN),
    is_target=lambda text: text.startswith("The "),
    variety=EN.varieties[0],
    dictionary=find_dictionary("fr", "en"),
)
ALL = make_steps(KNOWN)
WORDS = [
    "le", "Le Chat", "L'île", "Île", "à 14 h,", "toutes les 6 h", "{x}", "<b>", "</b>", "🎉", "https://a.fr", "5 €.",
    "« oui »", "art. 4", "- ", "PRIX :", "DURÉE", "Győr", "1 234,50", "X_1", "fin.",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join).map(str.strip).filter(bool)
DRAFTS = st.lists(st.sampled_from(["X_1", "X_2", "the", "Cat", "'yes'", "6:00", "3th", "1 234,50"]), max_size=7).map(
    " ".join
)


def passage_of(text: str) -> Passage:
    """Make codes of tags."""
    codes = [
        InlineCode(text.index(mark), text.index(mark) + len(mark), kind, None, "bold")
        for mark, kind in (("<b>", CodeKind.START), ("</b>", CodeKind.END))
        if mark in text
    ]
    return Passage(text, tuple(sorted(codes, key=lambda code: code.start)))


def prepared(text: str, steps: Iterable[Step] = ALL) -> Request:
    request = Request(passage_of(text))
    for step in steps:
        request = step.before(request)
    return request


def revised(request: Request, text: str, steps: Sequence[Step] = ALL) -> Revision | None:
    places = request.shielded.find_masks(text)
    if places is None:
        return None
    revision = Revision(request, Draft(text, -1.0), places, text)
    for step in reversed(steps):
        revision.changes += [found for found in list(step.after(revision)) if not isinstance(found, Issue)]
    return revision


def undone(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start or 0, reverse=True):
        assert edit.start is not None
        assert text[edit.start : edit.start + len(edit.new)] == edit.new
        text = text[: edit.start] + edit.old + text[edit.start + len(edit.new) :]
    return text


def applied(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start or 0, reverse=True):
        assert edit.start is not None
        assert text[edit.start : edit.start + len(edit.old)] == edit.old
        text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
    return text


def test_the_list_names_every_step() -> None:
    names = dict.fromkeys((*LAYERS, *(step.name for step in ALL), REPAIR, *TRIES))  # casing has two parts
    assert tuple(names) == STEPS
    assert len(set(STEPS)) == len(STEPS)


def test_an_unknown_step_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(
        UsageError,
        match=r"Unknown step 'measure'\. Known: messages, lines, labels, keys, struck, tied, .*alternatives\.",
    ):
        check_steps(["names", "measure"])


def test_an_unknown_retry_of_a_configuration_file_is_refused(copying: str) -> None:
    config = Config(engine=EngineConfig(name=copying), repair=RepairConfig(tries=("greedy",)))
    with pytest.raises(UsageError, match=r"Unknown step 'greedy'"):
        load_translator(load_tools(config))


@given(text=TEXTS, target=DRAFTS)
def test_each_step_leaves_the_passage_and_changes_what_is_there(text: str, target: str) -> None:
    request = prepared(text)
    for step in ALL:
        assert step.before(Request(request.passage)).passage == request.passage, step.name
        revision = Revision(request, Draft(target, -1.0), request.shielded.find_masks(target) or [], target)
        if len(revision.places) == len(request.shielded.masks):
            for found in step.after(revision):
                is_issue = isinstance(found, Issue)
                assert is_issue or (0 <= found.start <= found.end <= len(target) and found.reason), step.name


@given(text=TEXTS)
def test_the_edits_lead_from_the_source_to_what_the_model_got(text: str) -> None:
    request = prepared(text)
    revision = Revision(request, Draft("", 0.0), [], "")
    before = [edit for edit in iter_edits(revision) if edit.stage is Stage.BEFORE]
    assert applied(text, before) == request.text


@given(text=TEXTS, target=DRAFTS)
def test_the_edits_undone_lead_from_the_target_to_what_the_model_wrote(text: str, target: str) -> None:
    revision = revised(prepared(text), target)
    if revision is not None:
        after = [edit for edit in iter_edits(revision) if edit.stage is Stage.AFTER]
        assert undone(restore(revision).text, after) == target


@given(
    text=st.lists(st.sampled_from(["le", "{x}", "https://a.fr", "Győr", "Chat", "fin."]), min_size=1, max_size=9).map(
        " ".join
    )
)
def test_what_was_kept_from_a_model_that_copies_is_there_again(text: str) -> None:
    steps = make_steps(KNOWN, ("names", "casing", "rarities"))
    request = prepared(text, steps)
    revision = revised(request, request.text, steps)
    assert revision is not None
    assert restore(revision).text == text


@pytest.mark.parametrize("name", STEPS)
def test_each_step_can_be_switched_off(name: str, tmp_path: Path, copying: str) -> None:
    source = tmp_path / "a.txt"
    source.write_text("OUVERT À 8H\nVous avez {n, plural, one {# message} other {# messages}}.\n", encoding="utf-8")
    arguments = ["translate", str(source), "--out", str(tmp_path / "out"), "--engine", copying, "--quiet"]
    assert main([*arguments, "--any-language", "--without", name]) == 0
    written = json.loads((tmp_path / "out" / "a.rejected.json").read_text(encoding="utf-8"))
    assert f"without:{name}" in written["signature"]
    assert name not in {
        edit["step"] for unit in written["units"] for edit in unit.get("edits", ()) if name != "placing"
    }


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("measures", "Ouvert à 8 h"),
        ("casing", "OUVERT LE DIMANCHE"),
        ("phrases", "Parlement européen"),
        ("copy", "The minutes of the meeting were approved and they have been sent to all of the members."),
        ("messages", "Vous avez {n, plural, one {# message} other {# messages}}."),
        ("protection", "Écrivez à contact@exemple.fr demain."),
        ("typography", "Il a dit « oui »."),
        ("keys", "&Fermer la fenêtre"),
    ],
)
def test_what_a_step_does_is_told_and_gone_without_it(name: str, source: str) -> None:
    def steps(without: tuple[str, ...]) -> set[str]:
        tools = load_tools(Config(engine=EngineConfig(beam=1), care=CareConfig(without)))
        return {edit.step for edit in through(load_translator(tools), [source])[source].edits}

    assert name in steps(())
    assert name not in steps((name,))


def test_a_repair_is_told_with_what_was_there_before() -> None:
    _, translator = scripted({"plain": "There are 41 cats here", "alternatives": "There are 42 cats here"})
    source = "Il y a 42 chats ici"
    edit = through(translator, [source])[source].edits[-1]
    assert (edit.step, edit.stage, edit.old, edit.new) == (
        "alternatives", Stage.INSTEAD, "There are 41 cats here", "There are 42 cats here"
    )  # fmt: skip
    assert edit.reason.startswith("Suspect (numbers")


def test_no_repair_is_without_repair(tmp_path: Path, copying: str) -> None:
    source = tmp_path / "a.txt"
    source.write_text("La séance est ouverte.\n", encoding="utf-8")
    for folder, option in (("one", ["--no-repair"]), ("two", ["--without", "repair"])):
        arguments = ["translate", str(source), "--out", str(tmp_path / folder), "--engine", copying, "--quiet"]
        assert main([*arguments, *option]) == 0
    one, two = (sorted((tmp_path / folder).glob("a*")) for folder in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_configuration_file_switches_steps_off(tmp_path: Path, copying: str) -> None:
    (tmp_path / "a.toml").write_text('[care]\nwithout = ["casing"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("OUVERT LE DIMANCHE\n", encoding="utf-8")
    arguments = ["translate", str(tmp_path / "a.txt"), "--config", str(tmp_path / "a.toml"), "--engine", copying]
    assert main([*arguments, "--out", str(tmp_path / "out"), "--quiet", "--any-language"]) == 0
    assert "without:casing" in (tmp_path / "out" / "a.rejected.json").read_text(encoding="utf-8")


def test_edits_are_in_json_and_as_notes_elsewhere_where_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ouvert à 8 h le dimanche.\n", encoding="utf-8")
    formats = [argument for name in ("tmx", "xliff", "xliff2", "json", "jsonl") for argument in ("--format", name)]
    notes: Mapping[str, list[tuple[Note, ...]]] = {"plain": [], "told": []}
    for folder, option in (("plain", []), ("told", ["--edits"])):
        out = tmp_path / folder
        arguments = ["translate", str(tmp_path / "a.txt"), "--beam", "1", "--out", str(out), "--quiet", *option]
        for some in (formats[:2] + formats[6:], formats[2:4], formats[4:6]):
            assert main([*arguments, *some]) == 0
            for path in out.glob("a.[!e]*"):
                (unit,) = read_bitext(path).units
                if path.suffix in (".json", ".jsonl"):
                    assert {edit.step for edit in unit.edits} == {"measures"}
                    assert unit.notes == ()
                elif path.suffix in (".tmx", ".xlf"):
                    notes[folder].append(unit.notes)
    assert not any(notes["plain"])
    told = {tuple(note.text for note in some) for some in notes["told"]}
    assert told == {("measures, before: à 8 h → à 8:00 (rewritten in words that the model knows)",)}


def test_what_was_translated_without_a_step_is_not_taken_for_what_was_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ouvert à 8 h le dimanche.\n", encoding="utf-8")
    arguments = ["translate", str(tmp_path / "a.txt"), "--beam", "1", "--out", str(tmp_path / "out"), "--quiet"]

    def edits(*options: str) -> Sequence[Edit]:
        assert main([*arguments, *options]) == 0
        (unit,) = read_bitext(tmp_path / "out" / "a.json").units
        return unit.edits

    assert edits()
    assert not edits("--without", "measures")
    assert edits()


def test_edits_of_a_message_tell_the_message_and_its_branches() -> None:
    _, translator = scripted({"plain": "You have {n} for {n} messages"})
    source = "Vous avez {n, plural, other {# messages}}."
    edits = through(translator, [source])[source].edits
    assert next((edit.step, edit.stage, edit.start) for edit in edits if edit.step == "messages") == (
        "messages", Stage.BEFORE, 10
    )  # fmt: skip


def test_a_step_switched_off_changes_the_signature_of_the_translator(copying: str) -> None:
    config = Config(engine=EngineConfig(name=copying))
    signatures = {
        load_translator(load_tools(replace(config, care=CareConfig(without)))).signature
        for without in ((), ("names",), ("casing",), ("names", "casing"))
    }
    assert len(signatures) == 4
