"""Options that several commands share, and how they change the configuration."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from translate.config import FILLED_AS, KEPT, OFFERED, Config
from translate.config_file import find_config, load_config
from translate.languages import DEFAULT_MODEL, DEFAULT_SOURCE, DEFAULT_TARGET, check_code


def add_config_options(parser: argparse.ArgumentParser, *, reads_pairs: bool = False) -> None:
    """Add where settings come from, and the languages.

    :param reads_pairs: whether the command reads bilingual files, whose languages count where none are stated.
    """
    source, target = ("that of the file",) * 2 if reads_pairs else (DEFAULT_SOURCE, DEFAULT_TARGET)
    if reads_pairs:
        parser.add_argument(
            "--from", dest="read_as", metavar="FORMAT", help="format of the input, whatever its name: tmx, xliff, ..."
        )
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML); command-line options override it")
    group.add_argument("--source-language", metavar="CODE", help=f"language of the source (default: {source})")
    group.add_argument("--target-language", metavar="CODE", help=f"language of the target (default: {target})")


def add_document_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("documents")
    group.add_argument("--encoding", metavar="NAME", help="encoding of the documents (default: detected and reported)")
    group.add_argument("--join-lines", action="store_true", help="join hard-wrapped lines, as in e-mail")
    group.add_argument(
        "--front-matter",
        action="append",
        metavar="FIELD",
        help="field of Markdown front matter to translate (default: title, description, summary); may be repeated",
    )
    group.add_argument(
        "--include",
        action="append",
        metavar="KIND",
        help=f"translate texts that are kept otherwise: {', '.join(KEPT)}; may be repeated",
    )
    group.add_argument(
        "--skip",
        action="append",
        metavar="KIND",
        help=f"keep texts that are translated otherwise: {', '.join(OFFERED)}; may be repeated",
    )
    group.add_argument(
        "--keys",
        action="append",
        metavar="PATTERN",
        help="values of files of strings to translate, by their paths (menu.*, title); may be repeated",
    )
    group.add_argument(
        "--not-keys", action="append", metavar="PATTERN", help="values of such files to keep (*.id); may be repeated"
    )
    group.add_argument(
        "--filled-as",
        metavar="STATE",
        help=f"state of translations in PO, XLIFF and the like: {', '.join(FILLED_AS)} (default: draft)",
    )
    group.add_argument(
        "--approve",
        action="store_const",
        const="translated",
        dest="filled_as",
        help="the same as --filled-as translated",
    )
    group.add_argument(
        "--return-packages",
        action="store_true",
        help="write .sdlppx and .mqout as the return packages that update their projects (.sdlrpx, .mqback)",
    )
    add_selection_options(group)
    group.add_argument("--pdf-as", metavar="KIND", help="what a PDF is written as: html (default), docx or txt")
    group.add_argument("--any-language", action="store_true", help="do not check the language of the documents")
    group.add_argument("--srx", metavar="FILE", help="segmentation rules (SRX 2.0) instead of the built-in ones")


def add_selection_options(group: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Add which files of folders and archives are read."""
    group.add_argument(
        "--only-files",
        action="append",
        metavar="PATTERN",
        help="of folders and archives, read only these files (*.docx, letters/); may be repeated",
    )
    group.add_argument(
        "--skip-files",
        action="append",
        metavar="PATTERN",
        help="of folders and archives, do not read these files (drafts/, *.bak.md); may be repeated",
    )
    group.add_argument("--gitignore", action="store_true", help="of folders, leave out what .gitignore files do")


def add_engine_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("engine")
    group.add_argument("--engine", metavar="NAME", help="ctranslate2 (default), transformers, echo or rotate")
    group.add_argument(
        "--model",
        metavar="MODEL",
        help=f"built-in model, folder or Hugging Face name (default: {DEFAULT_MODEL})",
    )
    group.add_argument("--revision", metavar="COMMIT", help="revision of a Hugging Face model")
    group.add_argument("--offline", action="store_true", help="never access the network")
    group.add_argument("--device", metavar="NAME", help="cpu (default) or cuda")
    group.add_argument(
        "--isa",
        metavar="NAME",
        help="CPU instruction set: auto (default); avx2 or avx512 for equal texts on different processors",
    )
    group.add_argument("--beam", type=_positive, metavar="N", help="beam size (default: 4)")
    group.add_argument(
        "--threads", type=_positive, metavar="N", help="CPU cores of a process (default: all; of a worker: one)"
    )
    group.add_argument("--batch-pieces", type=_positive, metavar="N", help="batch size in subwords (default: 1024)")


def add_care_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("terms, memory and typography")
    group.add_argument(
        "--glossary", metavar="FILE", help="termbase: TSV, CSV, XLSX, TBX, UTX or an OmegaT glossary (docs/terms.md)"
    )
    group.add_argument(
        "--memory",
        action="append",
        metavar="FILE",
        help="translation memory (TMX, ...); exact matches are used instead of the model; may be repeated",
    )
    group.add_argument(
        "--fuzzy",
        type=_positive,
        metavar="N",
        help="also use matches of a memory from N per cent on: repaired ones as drafts, others as suggestions",
    )
    group.add_argument(
        "--fuzzy-as", metavar="WAY", help="suggestion (default), or draft: any match is taken instead of the model"
    )
    group.add_argument(
        "--no-repair-matches", action="store_true", help="do not put numbers, dates, codes and names of matches right"
    )
    group.add_argument("--no-lead", action="store_true", help="do not let fuzzy matches lead the model")
    group.add_argument(
        "--without",
        action="append",
        metavar="STEP",
        help="switch off a step: measures, names, casing, phrases, repair, ... (docs/engine.md); may be repeated",
    )
    group.add_argument(
        "--no-repair", action="append_const", dest="without", const="repair", help="the same as --without repair"
    )
    group.add_argument("--quotes", metavar="STYLE", help="quotation marks in the target: straight (default) or curly")
    group.add_argument("--numbers", metavar="STYLE", help="target (default: 1 234,56 € as €1,234.56), or as_is")


def add_output_options(parser: argparse.ArgumentParser, *, one_format: bool = False, edits: bool = True) -> None:
    """Add what is written, and how.

    :param one_format: whether the command writes a single format.
    :param edits: whether its units can have any.
    """
    several = "" if one_format else "; may be repeated"
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        "--to",
        dest="formats",
        action="append",
        metavar="NAME",
        help=f"output format: tmx, xliff, xliff2, json, jsonl, tsv, csv, moses, parquet or po{several}",
    )
    if edits:
        group.add_argument(
            "--edits", action="store_true", help="write edits as notes in TMX and XLIFF (JSON always has them)"
        )
    add_overwrite_option(group)
    group.add_argument("--source-code", metavar="CODE", help="source language code to write, such as fr-FR")
    group.add_argument("--target-code", metavar="CODE", help="target language code to write, such as en-GB")


def add_overwrite_option(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    parser.add_argument(
        "--overwrite", action="store_true", help="replace files that bitexte did not write, or that were changed since"
    )


def config_of(options: argparse.Namespace) -> Config:
    """Return the configuration file's settings, or the defaults, with the options over them."""
    config = loaded_config(getattr(options, "config", None), usual_config())

    def given(**names: str) -> dict[str, Any]:
        """Return the fields whose options were given."""
        found = {field: getattr(options, option, None) for field, option in names.items()}
        return {field: value for field, value in found.items() if value not in (None, False)}

    codes = _checked(
        {"source_code": config.output.source_code, "target_code": config.output.target_code}
        | given(source_code="source_code", target_code="target_code")
    )
    languages = _checked(
        {"source_language": config.source_language, "target_language": config.target_language}
        | given(source_language="source_language", target_language="target_language")
    )
    typography = given(
        quotes="quotes",
        numbers="numbers",
        edits="edits",
        overwrite="overwrite",
        name="output_name",
        copy_others="copy_others",
        no_journal="no_journal",
    )

    def listed(option: str) -> tuple[str, ...]:
        """Return the names of an option that may be repeated, or given several at once: `tmx,json`."""
        return tuple(name for part in getattr(options, option, None) or () for name in part.split(","))

    documents = replace(
        config.documents,
        front_matter=listed("front_matter") or config.documents.front_matter,
        include=listed("include") or config.documents.include,
        skip=listed("skip") or config.documents.skip,
        keys=listed("keys") or config.documents.keys,
        not_keys=listed("not_keys") or config.documents.not_keys,
        only_files=listed("only_files") or config.documents.only_files,
        skip_files=listed("skip_files") or config.documents.skip_files,
        **given(
            gitignore="gitignore",
            encoding="encoding",
            pdf_as="pdf_as",
            join_lines="join_lines",
            filled_as="filled_as",
            return_packages="return_packages",
        ),
    )
    if getattr(options, "any_language", False):
        documents = replace(documents, verify_language=False)
    engine = given(
        name="engine",
        model="model",
        revision="revision",
        offline="offline",
        device="device",
        isa="isa",
        beam="beam",
        threads="threads",
        batch_pieces="batch_pieces",
        glossary="glossary",
    )
    without = tuple(dict.fromkeys(listed("without") or config.care.without))
    memory = replace(
        config.memory,
        files=tuple(getattr(options, "memory", None) or config.memory.files),
        repair=config.memory.repair and not getattr(options, "no_repair_matches", False),
        lead=config.memory.lead and not getattr(options, "no_lead", False),
        **given(fuzzy="fuzzy", fuzzy_as="fuzzy_as"),
    )
    return replace(
        config,
        **languages,
        documents=documents,
        segmentation=replace(config.segmentation, **given(srx="srx")),
        engine=replace(config.engine, **engine),
        care=replace(config.care, without=without),
        memory=memory,
        output=replace(config.output, **codes, **typography, formats=listed("formats") or config.output.formats),
    )


def loaded_config(path: Path | None, base: Config) -> Config:
    """Return the settings of a file, or of the nearest one upwards from the working folder; `base` without any."""
    place = path or find_config(Path.cwd())
    return load_config(place, base) if place else base


def usual_config() -> Config:
    """Return the settings where none are given: those of the code, with the model that the user made the default."""
    from translate.models.installed import default_model  # which `--help` need not wait for

    config = Config()
    chosen = default_model()
    return replace(config, engine=replace(config.engine, model=chosen)) if chosen else config


def _checked(codes: dict[str, Any]) -> dict[str, Any]:
    return {field: code and check_code(code) for field, code in codes.items()}


def _positive(text: str) -> int:
    value = int(text) if text.isascii() and text.isdigit() else 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number above 0")
    return value
