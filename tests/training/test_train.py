"""A run makes a model that every engine loads, goes on exactly where it was killed, and refuses what does not fit."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import torch

from tests.training.conftest import PAIRS, Impatient, Silent, with_updates, write_pairs
from translate.config import EngineConfig
from translate.data import Model
from translate.engines import ENGINES, translate
from translate.errors import ForeignFileError, LockedError, ModelError, OutputError, TrainingError, UsageError
from translate.models import convert_model, resolve_model
from translate.models.target_words import read_target_words
from translate.training import run as training
from translate.training.recipe import DataSource, FilterRecipe, Recipe, VocabularyRecipe
from translate.training.train import Finished, train

LISTENER = """
class Silent:
    def start(self, total, done, unit): pass
    def advance(self, done, text): pass
    def note(self, text): pass
"""


def last_of(out: Path) -> dict[str, torch.Tensor]:
    state: dict[str, dict[str, torch.Tensor]] = torch.load(out / "training" / "last.pt", weights_only=True)
    return state["weights"]


def test_a_run_makes_a_model_that_both_engines_load(recipe: Recipe, corpus: Path, tmp_path: Path) -> None:
    unseen = [(source.replace("numéro", "page"), target.replace("number", "page")) for source, target in PAIRS]
    test = write_pairs(tmp_path / "test.tsv", unseen)
    tested = replace(recipe, validation=replace(recipe.validation, tests=(str(test),)))
    listener = Silent()
    finished = train(tested, tmp_path / "model", listener)

    model = resolve_model(str(tmp_path / "model"))
    assert convert_model(model, "int8").converted == tmp_path / "model" / "ctranslate2-int8"
    texts = [source for source, _ in PAIRS[:3]]
    for name in ("ctranslate2", "transformers"):
        engine = ENGINES.load(name).load(EngineConfig(name=name, threads=1), convert_model(model, "int8"))
        assert len(translate(engine, texts)) == 3
    stated = json.loads((model.folder / "tokenizer_config.json").read_bytes())
    assert (stated["model_max_length"], stated["source_lang"], stated["target_lang"]) == (60, "fr", "en")

    assert finished.progress.update == 12
    assert [reading.update for reading in finished.progress.readings] == [6, 12]
    assert any("validation: BLEU" in note and "shuffled" in note and "cosine" in note for note in listener.notes)
    for name, counts in finished.counts.items():
        assert name == "all" or f"{name}: {counts['kept']:,} of {counts['read']:,} pairs kept" in listener.notes
    counts = finished.counts["corpus"]
    assert "the" in (read_target_words(model.folder) or ())
    assert counts["read"] == len(PAIRS) and counts["copies"] > 0
    assert finished.counts["all"]["held out"] == 4
    ElementTree.parse(model.folder / "curves.svg")
    card = (model.folder / "README.md").read_text(encoding="utf-8")
    for expected in ("# tiny: a fr→en MarianMT model", "CC0", "random seed | 1", "nrefs:1|case:mixed", "12 updates"):
        assert expected in card


def test_the_tokenizer_of_transformers_gives_the_pieces_of_training(
    recipe: Recipe, tmp_path: Path, quickly: None
) -> None:
    from transformers import MarianTokenizer

    from translate.training.vocabulary import Vocabulary

    train(with_updates(recipe, 1), tmp_path / "model", Silent())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tokenizer = MarianTokenizer.from_pretrained(str(tmp_path / "model"))
    vocabulary = Vocabulary(tmp_path / "model")
    ours = vocabulary.encode_source([PAIRS[0][0]])[0].tolist()
    assert tokenizer(PAIRS[0][0])["input_ids"] == [*ours, vocabulary.end]


@pytest.mark.slow
def test_a_killed_run_ends_with_the_very_weights_of_one_that_was_not(
    recipe: Recipe, tmp_path: Path, quickly: None
) -> None:
    recipe = with_updates(recipe, 40)
    train(recipe, tmp_path / "whole", Silent())
    code = (
        f"from pathlib import *\nfrom translate.training import train as t\nfrom translate.training.recipe import *\n"
        f"{LISTENER}\nt.convert_folder = lambda folder: None\n"
        f"t.train({recipe!r}, Path({str(tmp_path / 'killed')!r}), Silent())"
    )
    last = tmp_path / "killed" / "training" / "last.pt"
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-c", code], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 120
    while not last.exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    reached = torch.load(last, weights_only=True)["progress"]["update"]
    assert 0 < reached < 40

    listener = Silent()
    finished = train(recipe, tmp_path / "killed", listener)
    assert f"continuing from update {reached}" in listener.notes
    assert finished.progress.update == 40
    whole, killed = last_of(tmp_path / "whole"), last_of(tmp_path / "killed")
    assert all(torch.equal(whole[name], killed[name]) for name in whole)
    weights = [(tmp_path / name / "model.safetensors").read_bytes() for name in ("whole", "killed")]
    assert weights[0] == weights[1]


def test_an_interruption_waits_for_the_update_and_leaves_a_checkpoint(
    recipe: Recipe, tmp_path: Path, quickly: None
) -> None:
    recipe = replace(recipe, machine=replace(recipe.machine, checkpoint_minutes=60))
    with pytest.raises(KeyboardInterrupt):
        train(recipe, tmp_path / "model", Impatient())
    listener = Silent()
    assert train(recipe, tmp_path / "model", listener).progress.update == 12
    assert "continuing from update 6" in listener.notes


def test_a_run_begins_where_only_its_work_folder_was_brought(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    there, gone = tmp_path / "there", tmp_path / "gone"
    with pytest.raises(KeyboardInterrupt):
        train(with_updates(recipe, 40), tmp_path / "here", Impatient())
    for name in ("vocabulary", "examples.npz", "held-out.tsv", "sources.json"):
        whole = tmp_path / "here" / "training" / name
        copy = shutil.copytree if whole.is_dir() else shutil.copyfile
        (there / "training").mkdir(parents=True, exist_ok=True)
        copy(whole, there / "training" / name)
    elsewhere = replace(
        recipe, data=tuple(replace(data, path=str(gone / Path(data.path).name)) for data in recipe.data)
    )
    other = replace(elsewhere, data=(*elsewhere.data, DataSource(str(gone / "more.tsv"))))
    with pytest.raises(TrainingError, match=r"more\.tsv: not found"):
        train(with_updates(other, 2), there, Silent())

    listener = Silent()
    assert train(with_updates(elsewhere, 2), there, listener).progress.update == 2
    assert "preparing the data" not in listener.notes

    (there / "training" / "sources.json").write_text("{", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"sources\.json: cannot be read"):
        train(with_updates(elsewhere, 2), there, Silent())


def test_the_best_weights_are_those_by_the_metric_of_the_recipe(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    judged = replace(recipe, validation=replace(recipe.validation, every=2, keep=2, metric="loss"))
    progress = train(with_updates(judged, 8), tmp_path / "model", Silent()).progress
    by_loss = sorted(progress.readings, key=lambda reading: reading.nll)[:2]
    assert [update for _, update in progress.best] == [reading.update for reading in by_loss]
    assert progress.hardware.partition(" ")[2].startswith("cores of")

    again = replace(judged, validation=replace(judged.validation, metric="chrf"))
    progress = train(with_updates(again, 8), tmp_path / "model", Silent()).progress
    assert progress.best[0][0] == max(reading.chrf for reading in progress.readings)


def test_a_run_can_be_made_longer_but_not_another_one(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    out = tmp_path / "model"
    train(with_updates(recipe, 2), out, Silent())
    assert train(with_updates(recipe, 4), out, Silent()).progress.update == 4
    with pytest.raises(TrainingError, match=r"has a run with another recipe.*random_seed: 1 then, 2 now"):
        train(replace(recipe, random_seed=2), out, Silent())
    write_pairs(Path(recipe.data[0].path), PAIRS[:100])
    with pytest.raises(TrainingError, match="another recipe"):
        train(recipe, out, Silent())


def test_a_model_goes_on_and_keeps_a_share_of_what_it_was(
    recipe: Recipe, embedded: Model, tmp_path: Path, quickly: None
) -> None:
    from translate.training.folders import load_folder

    recipe = replace(with_updates(recipe, 1), init="fr-en", keep_init=0.75)
    recipe = replace(recipe, validation=replace(recipe.validation, segments=0))
    finished = train(recipe, tmp_path / "model", Silent())
    assert "75% of those of fr-en" in finished.chosen
    before, after = load_folder(embedded), load_folder(resolve_model(str(tmp_path / "model")))
    assert after.vocabulary.digest == before.vocabulary.digest
    assert after.longest == before.longest
    moved = last_of(tmp_path / "model")["shared.weight"] - before.weights["shared.weight"]
    kept = after.weights["shared.weight"] - before.weights["shared.weight"]
    assert moved.abs().max() > 0
    assert torch.allclose(kept, moved / 4, atol=1e-3)


def test_a_loss_that_is_no_number_stops_the_run_and_keeps_the_last_good_state(
    recipe: Recipe, tmp_path: Path, quickly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "model"
    forward: Callable[..., tuple[torch.Tensor, torch.Tensor]] = training.Marian.forward
    calls = 0

    def spoilt(*arguments: object) -> tuple[torch.Tensor, torch.Tensor]:
        nonlocal calls
        calls += 1
        loss, nll = forward(*arguments)
        return (loss, nll) if calls != 5 else (loss * float("nan"), nll * float("nan"))

    monkeypatch.setattr(training.Marian, "forward", spoilt)
    message = r"the loss is not a number at update 5 \(pass 1, batch \d+\): \d+ pairs, the first of them '.+ \|\|\| .+'"
    with pytest.raises(TrainingError, match=message):
        train(recipe, out, Silent())
    state = torch.load(out / "training" / "last.pt", weights_only=True)
    assert state["progress"]["update"] == 4
    assert all(bool(tensor.isfinite().all()) for tensor in state["weights"].values())
    monkeypatch.setattr(training.Marian, "forward", forward)
    assert train(recipe, out, Silent()).progress.update == 12


def test_a_checkpoint_that_cannot_be_written_is_tried_again_while_training_goes_on(
    recipe: Recipe, tmp_path: Path, quickly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    save: Callable[..., None] = training.Checkpoints.save
    calls = 0

    def full_twice(*arguments: object) -> None:
        nonlocal calls
        calls += 1
        if calls <= 2:
            raise OutputError("last.pt: cannot be written: the disk is full.")
        save(*arguments)

    monkeypatch.setattr(training.Checkpoints, "save", full_twice)
    monkeypatch.setattr("translate.training.loop.RETRY_SECONDS", 0)
    listener = Silent()
    assert train(recipe, tmp_path / "model", listener).progress.update == 12
    assert sum("the disk is full. Training continues" in note for note in listener.notes) == 2


def test_a_disk_without_room_for_a_checkpoint_is_an_error_before_anything_is_begun(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)
    with pytest.raises(OutputError, match=r"a checkpoint needs .* Training has not started"):
        train(recipe, tmp_path / "model", Silent())


def test_a_vocabulary_that_does_not_fit_is_an_error(
    recipe: Recipe, embedded: Model, tmp_path: Path, quickly: None
) -> None:
    train(with_updates(recipe, 1), tmp_path / "tiny", Silent())
    other = replace(recipe, init="fr-en", vocabulary=VocabularyRecipe(folder=str(tmp_path / "tiny")))
    with pytest.raises(
        ModelError, match=r"the vocabulary of .*tiny \(\d+ pieces\) does not fit fr-en \(12000 pieces\)"
    ):
        train(other, tmp_path / "other", Silent())
    for name in ("source.spm", "target.spm", "vocab.json"):
        (tmp_path / "tiny" / name).write_bytes((embedded.folder / name).read_bytes())
    with pytest.raises(ModelError, match=r"vocab\.json of .* has 12000 pieces, and the embedding has \d+ rows"):
        train(replace(recipe, init=str(tmp_path / "tiny")), tmp_path / "other", Silent())


def test_the_noisiest_pairs_are_found_by_a_model_and_counted(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    pairs = [*PAIRS[:95], *((source, "Please sit down here with your old cat.") for source, _ in PAIRS[95:100])]
    path = write_pairs(tmp_path / "noisy.tsv", pairs)
    noisy = replace(
        with_updates(recipe, 1),
        data=(DataSource(str(path)),),
        filters=FilterRecipe(noisiest_share=0.05, drop_duplicates=False),
        validation=replace(recipe.validation, segments=0),
    )
    finished = train(noisy, tmp_path / "model", Silent())
    assert finished.counts["noisy"]["noise"] == 5
    from translate.training.examples import Examples
    from translate.training.vocabulary import Vocabulary

    examples = Examples.load(tmp_path / "model" / "training" / "examples.npz")
    vocabulary = Vocabulary(tmp_path / "model" / "training" / "vocabulary")
    sources = {vocabulary.decode(examples.pair(row)[0].tolist()) for row in range(len(examples))}
    assert not sources & {source for source, _ in pairs[95:]}


def test_two_runs_cannot_share_a_folder(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    class Meddling(Silent):
        def note(self, text: str) -> None:
            if text == "preparing the data":
                with pytest.raises(LockedError, match="another training run"):
                    train(recipe, tmp_path / "model", Silent())
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(recipe, tmp_path / "model", Meddling())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"data": ()}, "no training data"),
        ({"schedule.updates": 0}, "no length given"),
        ({"machine.device": "nonsense"}, "device 'nonsense' cannot be used"),
        ({"machine.precision": "int3"}, "Unknown precision 'int3'"),
        ({"validation.metric": "ter"}, "Unknown metric 'ter'"),
    ],
)
def test_an_incomplete_recipe_is_a_usage_error(
    recipe: Recipe, tmp_path: Path, change: dict[str, object], message: str
) -> None:
    for key, value in change.items():
        table, _, name = key.rpartition(".")
        inner = replace(getattr(recipe, table), **{name: value}) if table else value
        recipe = replace(recipe, **{table or name: inner})
    with pytest.raises(UsageError, match=message):
        train(recipe, tmp_path / "model", Silent())


def test_finished_says_where_the_model_is(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    finished = train(with_updates(recipe, 1), tmp_path / "model", Silent())
    assert isinstance(finished, Finished)
    assert (finished.folder / "model.safetensors").is_file()


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def test_a_finished_run_that_is_started_again_changes_nothing(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    out = tmp_path / "model"
    first = train(with_updates(recipe, 7), out, Silent())
    before = contents(out)
    again = train(with_updates(recipe, 7), out, Silent())
    assert contents(out) == before
    assert (again.chosen, again.counts, again.tests) == (first.chosen, first.counts, first.tests)
    assert again.progress.update == first.progress.update == 7


def test_a_finished_run_goes_on_where_more_is_asked_for(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    out = tmp_path / "model"
    train(with_updates(recipe, 2), out, Silent())
    assert train(with_updates(recipe, 4), out, Silent()).progress.update == 4


def test_a_finished_run_writes_again_what_is_missing(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    out = tmp_path / "model"
    train(with_updates(recipe, 2), out, Silent())
    (out / "model.safetensors").unlink()
    train(with_updates(recipe, 2), out, Silent())
    assert (out / "model.safetensors").is_file()


def test_a_card_that_somebody_changed_is_left_as_it_is(recipe: Recipe, tmp_path: Path, quickly: None) -> None:
    out = tmp_path / "model"
    train(with_updates(recipe, 2), out, Silent())
    (out / "README.md").write_text("My own words.\n", encoding="utf-8")
    train(with_updates(recipe, 4), out, Silent())
    assert (out / "README.md").read_text(encoding="utf-8") == "My own words.\n"


@pytest.mark.parametrize("name", ["README.md", "curves.svg", "config.json", "model.safetensors"])
def test_a_training_begins_in_no_folder_where_it_would_replace_a_file(
    recipe: Recipe, tmp_path: Path, quickly: None, name: str
) -> None:
    out = tmp_path / "model"
    out.mkdir()
    (out / name).write_text("somebody's", encoding="utf-8")
    with pytest.raises(ForeignFileError, match=f"{name}: not written by this training"):
        train(with_updates(recipe, 1), out, Silent())
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == {name: "somebody's"}
