"""One contender of the engine's figures, in a process of its own.

    python benchmarks/engine/contenders.py NAME TEXT [--beam N]

Prints seconds, words, and peak memory in MB as JSON. The same weights run everywhere: the int8 folder of fr-en for
CTranslate2, its float32 form for transformers.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
import warnings
from pathlib import Path

clock = time.process_time if os.environ.get("CLOCK") == "processor" else time.perf_counter
"""Processor seconds where the machine has other work: CLOCK=processor."""


def lines_of(text: Path) -> list[str]:
    return [line.strip() for line in text.read_text(encoding="utf-8").splitlines() if line.strip()]


def run_pipeline(text: Path, beam: int) -> float:
    """The whole run: protection, checks, repair, journal, TMX."""
    return _run(text, beam, "ctranslate2")


def run_plain(text: Path, beam: int) -> float:
    """The whole run without repair, to see what repair costs."""
    return _run(text, beam, "ctranslate2", repair=False)


def run_echo(text: Path, beam: int) -> float:
    """The whole run with the engine that copies: everything but the model."""
    return _run(text, beam, "echo")


def _run(text: Path, beam: int, engine: str, *, repair: bool = True) -> float:
    from translate.config import CareConfig, Config, DocumentConfig, EngineConfig, OutputConfig
    from translate.documents import find_sources
    from translate.run.run import run

    config = Config(
        engine=EngineConfig(name=engine, beam=beam),
        care=CareConfig(() if repair else ("repair",)),
        output=OutputConfig(formats=("tmx",)),
        documents=DocumentConfig(verify_language=False),
    )
    with tempfile.TemporaryDirectory() as out:
        started = clock()
        report = run(find_sources([str(text)], kind="segments").sources, Path(out), config)
        seconds = clock() - started
    assert not report.failed, report.failed
    return seconds


def run_bare(text: Path, beam: int) -> float:
    """The same pieces in the same batches, translated and made text again, and nothing else.

    The weights as CTranslate2's own converter writes them: its last layer has every piece of the vocabulary.
    """
    from translate.models import resolve_model

    shipped = resolve_model("fr-en").folder
    with tempfile.TemporaryDirectory() as folder:
        whole = shutil.copytree(shipped, Path(folder) / "fr-en", ignore=shutil.ignore_patterns("ctranslate2-*"))
        (whole / "target_pieces.txt").unlink()
        return _run_bare(str(whole), text, beam)


def run_bare_cut(text: Path, beam: int) -> float:
    """The bare loop on the converted model of the pipeline, without what the model never writes."""
    return _run_bare("fr-en", text, beam)


def _run_bare(name: str, text: Path, beam: int) -> float:
    import ctranslate2

    from translate.config import EngineConfig
    from translate.engines import ENGINES
    from translate.engines.batches import iter_batches
    from translate.engines.marian import MarianEngine, longest_target
    from translate.engines.pieces import END, Pieces
    from translate.models import convert_model, resolve_model

    model = convert_model(resolve_model(name), "int8")
    pieces = Pieces(model)
    engine = ENGINES.load("ctranslate2").load(EngineConfig(beam=beam), model)
    assert isinstance(engine, MarianEngine)
    unique = list(dict.fromkeys(lines_of(text)))
    started = clock()
    encoded = [one for parts in engine.prepare(unique) for one in parts]
    preparing = clock() - started
    del engine
    batches = list(iter_batches([len(p) for p in encoded], EngineConfig().batch_pieces))
    started = clock()
    cores = len(os.sched_getaffinity(0))
    translator = ctranslate2.Translator(
        str(model.converted), compute_type="int8", inter_threads=cores, intra_threads=1, max_queued_batches=-1
    )
    waiting = [
        translator.translate_batch(
            [[*encoded[index], END] for index in batch],
            beam_size=beam,
            return_scores=True,
            max_input_length=0,
            max_decoding_length=longest_target(len(encoded[batch[0]])),
            asynchronous=True,
        )
        for batch in batches
    ]
    for results in waiting:
        for result in results:
            pieces.decode(result.result().hypotheses[0])
    return preparing + clock() - started


def run_transformers(text: Path, beam: int) -> float:
    """`generate` as its documentation shows it: batches of 16 in the order of the document."""
    return _generate([lines_of(text)[n : n + 16] for n in range(0, len(lines_of(text)), 16)], beam)


def run_transformers_sorted(text: Path, beam: int) -> float:
    """`generate` with segments sorted by length and a budget of 3,072 padded pieces a batch."""
    from transformers import MarianTokenizer

    from translate.models import resolve_model

    tokenizer = MarianTokenizer.from_pretrained(str(resolve_model("fr-en").folder))
    batches: list[list[str]] = [[]]
    longest = 0
    for length, line in sorted(((len(tokenizer(line).input_ids), line) for line in lines_of(text)), reverse=True):
        if batches[-1] and (len(batches[-1]) + 1) * longest > 3072:
            batches.append([])
        longest = length if not batches[-1] else longest
        batches[-1].append(line)
    return _generate(batches, beam)


def _generate(batches: list[list[str]], beam: int) -> float:
    warnings.simplefilter("ignore")
    import torch
    from transformers import MarianMTModel, MarianTokenizer

    from translate.models import resolve_model

    folder = str(resolve_model("fr-en").folder)
    started = clock()
    tokenizer = MarianTokenizer.from_pretrained(folder)
    model = MarianMTModel.from_pretrained(folder).float().eval()
    with torch.inference_mode():
        for some in batches:
            batch = tokenizer(some, return_tensors="pt", padding=True)
            made = model.generate(**batch, num_beams=beam)
            tokenizer.batch_decode(made, skip_special_tokens=True)
    return clock() - started


def run_threads(text: Path, beam: int) -> float:
    """The bare engine with the threads that INTER and INTRA say."""
    import ctranslate2

    from translate.config import EngineConfig
    from translate.engines.batches import iter_batches
    from translate.engines.pieces import END, Pieces
    from translate.models import convert_model, resolve_model

    model = convert_model(resolve_model("fr-en"), "int8")
    encoded = [pieces for pieces in Pieces(model).encode(lines_of(text)) if pieces]
    started = clock()
    translator = ctranslate2.Translator(
        str(model.converted),
        compute_type="int8",
        inter_threads=int(os.environ["INTER"]),
        intra_threads=int(os.environ["INTRA"]),
        max_queued_batches=-1,
    )
    waiting = [
        translator.translate_batch(
            [[*encoded[n], END] for n in batch], beam_size=beam, max_input_length=0, asynchronous=True
        )
        for batch in iter_batches([len(p) for p in encoded], EngineConfig().batch_pieces)
    ]
    for results in waiting:
        for result in results:
            result.result()
    return clock() - started


def run_easynmt(text: Path, beam: int) -> float:
    """EasyNMT's own batching (16, sorted by length) over the same weights; run this in a venv that has it."""
    from easynmt import EasyNMT, models

    from translate.models import resolve_model

    started = clock()
    model = EasyNMT(translator=models.AutoModel(str(resolve_model("fr-en").folder)), device="cpu")
    model.translate(
        lines_of(text),
        source_lang="fr",
        target_lang="en",
        beam_size=beam,
        batch_size=16,
        perform_sentence_splitting=False,
    )
    return clock() - started


def run_argos(text: Path, beam: int) -> float:
    """Argos Translate's own call, one line at a time, over the same converted weights, as its packages are laid out."""
    import types

    import argostranslate.package
    import argostranslate.translate

    from translate.models import convert_model, resolve_model

    model = convert_model(resolve_model("fr-en"), "int8")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "fr_en"
        shutil.copytree(str(model.converted), place / "model")
        shutil.copy(model.folder / "source.spm", place / "sentencepiece.model")
        about = {
            "from_code": "fr",
            "from_name": "French",
            "to_code": "en",
            "to_name": "English",
            "package_version": "1",
        }
        (place / "metadata.json").write_text(json.dumps(about))
        package = argostranslate.package.Package(place)
        french, english = (argostranslate.translate.Language(code, code) for code in ("fr", "en"))
        made = argostranslate.translate.PackageTranslation(french, english, package)
        made.sentencizer = types.SimpleNamespace(split_sentences=lambda text: [text])  # its own wants a download
        started = clock()
        for line in lines_of(text):
            made.hypotheses(line, num_hypotheses=1)
        return clock() - started


CONTENDERS = {name.removeprefix("run_"): call for name, call in list(globals().items()) if name.startswith("run_")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=CONTENDERS)
    parser.add_argument("text", type=Path)
    parser.add_argument("--beam", type=int, default=4)
    options = parser.parse_args()
    seconds = CONTENDERS[options.name](options.text, options.beam)
    words = sum(len(line.split()) for line in options.text.open(encoding="utf-8"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps([seconds, words, peak]) + "\n")


if __name__ == "__main__":
    main()
