"""A model of another kind, from the hub or a disk, becomes an installed one: int8, ready to run offline."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from translate.data import Model
from translate.errors import ModelError
from translate.files import from_json, zip_faults
from translate.models.conversion import run_converter
from translate.models.folder import check_folder
from translate.models.installed import (
    CONVERTED,
    MANIFEST,
    TARGET_VOCABULARY,
    Manifest,
    check_name,
    files_of,
    find_installed,
    models_folder,
    read_manifest,
    write_manifest,
)
from translate.models.native import read_vocabularies
from translate.models.pair import stated_pair
from translate.records import dataclass

_LIKE_MARIAN = "config.json, source.spm, target.spm, vocab.json and the weights"
_NATIVE_ADVICE = (
    "CTranslate2 runs Marian's Transformer with self-attention in the decoder; it cannot take recurrent decoders "
    "(amun, s2s, SSRU as in Mozilla's small models) nor files already quantised to .bin."
)
_ARCHIVES = (".argosmodel", ".zip")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a model comes from, in words, and what is known of it beforehand."""

    words: str
    licence: str = ""
    pair: tuple[str, str] | None = None


def install_folder(place: Path, name: str, origin: Origin, *, target_token: str = "", replaces: bool = False) -> Path:
    """Install the model in a folder or an archive under `name`, and return its new folder.

    It appears whole or not at all. The weights are stored as int8.

    :param target_token: what says into which language a model of many is to translate: `>>fra<<`.
    :raises ModelError: where it is no model that bitexte can run, or the folder cannot be written.
    """
    home = models_folder()
    check_name(name)
    if find_installed(name) and not replaces:
        raise ModelError(f"A model '{name}' is installed already; remove it first, or give another name with --as.")
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home, prefix=".installing-") as work:
            made = Path(work) / "made"
            made.mkdir()
            _build(_opened(place, Path(work) / "opened"), made, origin, target_token)
            files_of(made)
            shutil.rmtree(home / name, ignore_errors=True)
            made.rename(home / name)
    except OSError as exc:
        raise ModelError(
            f"{home}: cannot keep the model: {exc.strerror or exc}. Free some space or check the folder's permissions, "
            f"or set BITEXTE_CACHE to another folder; then run the same command again."
        ) from exc
    return home / name


def _opened(place: Path, into: Path) -> Path:
    """Return the folder that holds a model's files: `place`, what an archive has in it, or its only folder."""
    if place.is_file() and place.suffix in _ARCHIVES:
        try:
            with zip_faults(), zipfile.ZipFile(place) as archive:
                archive.extractall(into)
        except zipfile.BadZipFile as exc:
            raise ModelError(f"{place}: not a whole archive ({exc}); download or copy it again.") from exc
        place = into
    if not place.is_dir():
        raise ModelError(f"{place}: no such folder, and no {' or '.join(_ARCHIVES)} file.")
    archives = sorted(place.glob("*.argosmodel"))
    if len(archives) == 1:
        return _opened(archives[0], into)
    inner = [path for path in place.iterdir() if not path.name.startswith((".", "__MACOSX"))]
    return inner[0] if len(inner) == 1 and inner[0].is_dir() else place


def _build(folder: Path, made: Path, origin: Origin, target_token: str) -> None:
    kind = next((kind for kind, (is_one, _) in _KINDS.items() if is_one(folder)), None)
    if kind is None:
        raise ModelError(
            f"{folder}: no model that bitexte knows. It takes Hugging Face Marian ({_LIKE_MARIAN}), CTranslate2 "
            f"(model.bin, config.json, vocabularies), Marian (decoder.yml and .npz) and .argosmodel."
        )
    plan = _KINDS[kind][1](folder, made)
    if plan is None:  # installed before, on another machine
        return
    _write_vocabularies(made)
    token = _check_token(made, target_token)
    known = from_json((made / CONVERTED / "config.json").read_bytes())
    ends_source = plan.ends_source and not known.get("add_source_eos", False)
    write_manifest(made, Manifest(origin.words, kind, plan.licence or origin.licence, token, ends_source))
    pair = plan.pair or origin.pair or stated_pair(Model(name=folder.name, folder=folder, digest=""))
    settings = {"model_max_length": plan.longest} | ({} if pair is None else _languages(pair))
    text = json.dumps(settings, indent=2) + "\n"
    (made / "tokenizer_config.json").write_text(text, encoding="utf-8", newline="")


def _languages(pair: tuple[str, str]) -> dict[str, str]:
    return {"source_lang": pair[0], "target_lang": pair[1]}


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a kind of model says about itself."""

    ends_source: bool = True
    pair: tuple[str, str] | None = None
    licence: str = ""
    longest: int = 512


def _from_installed(folder: Path, made: Path) -> None:
    read_manifest(folder)
    for name in files_of(folder):
        (made / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(folder / name, made / name)


def _from_hugging_face(folder: Path, made: Path) -> _Plan:
    check_folder(folder)
    if find_spec("torch") is None:
        raise ModelError(
            f"{folder}: converting this model needs torch once: pip install torch. A repository with a CTranslate2 "
            "model, or a folder that was installed on another machine, needs none."
        )
    run_converter(folder, made / CONVERTED, "int8")
    _copy_pieces(folder, made, ("source.spm", "target.spm"))
    settings = _read_settings(folder / "tokenizer_config.json")
    longest = settings.get("model_max_length")
    return _Plan(longest=int(longest) if isinstance(longest, int | float) and 0 < longest < 10_000 else 512)


def _from_ctranslate2(folder: Path, made: Path) -> _Plan:
    _copy_converted(folder, made)
    _copy_pieces(folder, made, ("source.spm", "target.spm"))
    return _Plan()


def _from_marian(folder: Path, made: Path) -> _Plan:
    read_vocabularies(folder)
    run_converter(folder, made / CONVERTED, "int8", advice=_NATIVE_ADVICE)
    _copy_pieces(folder, made, ("source.spm", "target.spm"))
    return _Plan()


def _from_argos(folder: Path, made: Path) -> _Plan:
    about = _read_settings(folder / "metadata.json")
    if about.get("target_prefix"):
        raise ModelError(f"{folder}: the package is for several target languages at once; take one for a single pair.")
    if not (folder / "sentencepiece.model").is_file():
        raise ModelError(f"{folder}: sentencepiece.model missing; packages with another tokeniser cannot be used.")
    _copy_converted(folder / "model", made)
    _copy_pieces(folder, made, ("sentencepiece.model",))
    pair = tuple(about.get(key) for key in ("from_code", "to_code"))
    stated = (str(pair[0]), str(pair[1])) if all(isinstance(code, str) and code for code in pair) else None
    return _Plan(ends_source=False, pair=stated, licence=str(about.get("license") or ""))


_Build = Callable[[Path, Path], "_Plan | None"]
_KINDS: Mapping[str, tuple[Callable[[Path], bool], _Build]] = {
    "installed": (lambda folder: (folder / MANIFEST).is_file(), _from_installed),
    "Argos": (lambda folder: (folder / "metadata.json").is_file() and (folder / "model").is_dir(), _from_argos),
    "Marian": (lambda folder: any(folder.glob("*decoder.yml")), _from_marian),
    "CTranslate2": (lambda folder: (folder / "model.bin").is_file(), _from_ctranslate2),
    "Hugging Face Marian": (lambda folder: (folder / "config.json").is_file(), _from_hugging_face),
}


def _copy_converted(folder: Path, made: Path) -> None:
    vocabularies = sorted(folder.glob("*vocabulary.json")) or sorted(folder.glob("*vocabulary.txt"))
    missing = [name for name in ("config.json", "model.bin") if not (folder / name).is_file()]
    if missing or not vocabularies:
        raise ModelError(f"{folder}: {', '.join(missing or ['shared_vocabulary.json'])} missing; copy the model again.")
    (made / CONVERTED).mkdir()
    for path in (folder / "config.json", folder / "model.bin", *vocabularies):
        shutil.copyfile(path, made / CONVERTED / path.name)


def _copy_pieces(folder: Path, made: Path, names: Sequence[str]) -> None:
    """Copy the SentencePiece models of source and target; one alone is that of both."""
    found = [folder / name for name in names if (folder / name).is_file()] or sorted(folder.glob("*.spm"))[:1]
    if not found:
        raise ModelError(f"{folder}: {', '.join(names)} missing; the subwords of the model are needed.")
    shutil.copyfile(found[0], made / "source.spm")
    shutil.copyfile(found[-1], made / "target.spm")


def _write_vocabularies(made: Path) -> None:
    """Write the vocabularies of a converted model as engines want them: the number of each piece."""
    source, target = (_read_vocabulary(made / CONVERTED, side) for side in ("source", "target"))
    (made / "vocab.json").write_text(_numbered(source), encoding="utf-8", newline="")
    if target != source:
        (made / TARGET_VOCABULARY).write_text(_numbered(target), encoding="utf-8", newline="")


def _numbered(pieces: Sequence[str]) -> str:
    return json.dumps({piece: number for number, piece in enumerate(pieces)}, ensure_ascii=False)


def _read_vocabulary(folder: Path, side: str) -> list[str]:
    for name in ("shared", side):
        path = folder / f"{name}_vocabulary.json"
        try:
            if path.is_file():
                pieces = from_json(path.read_bytes())
                return [str(piece) for piece in pieces]
            if path.with_suffix(".txt").is_file():
                return path.with_suffix(".txt").read_text(encoding="utf-8").split("\n")[:-1]
        except (ValueError, TypeError) as exc:
            raise ModelError(f"{path}: cannot be read ({exc}); download or copy the model again.") from exc
    raise ModelError(f"{folder}: {side}_vocabulary.json missing; download or copy the model again.")


def _check_token(made: Path, given: str) -> str:
    """Return the token that says the target language; nothing where a model needs none."""
    pieces = from_json((made / "vocab.json").read_bytes())
    tokens = sorted(piece for piece in pieces if piece.startswith(">>") and piece.endswith("<<"))
    if given and given not in tokens:
        known = ", ".join(tokens[:12]) or "none"
        raise ModelError(f"The model has no target-language token {given}. It has: {known}.")
    if len(tokens) > 1 and not given:
        raise ModelError(
            f"The model translates into {len(tokens)} languages; say which with --target-token, one of: "
            f"{', '.join(tokens[:12])}{' …' if len(tokens) > 12 else ''}."
        )
    return given or (tokens[0] if tokens else "")


def _read_settings(path: Path) -> dict[str, object]:
    try:
        value = from_json(path.read_bytes()) if path.is_file() else {}
    except (ValueError, OSError) as exc:
        raise ModelError(f"{path}: cannot be read as JSON ({exc}); download or copy the model again.") from exc
    return value if isinstance(value, dict) else {}
