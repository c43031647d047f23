"""What is done with a finished corpus: parts for tools with a limit, memories of an OmegaT project."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from translate.cli.streams import named
from translate.cli.tables import counted
from translate.config import Config
from translate.data import Bitext
from translate.errors import UsageError
from translate.formats import FORMATS, Header, Remark, read_bitext
from translate.formats.split import Limit, open_split, parse_limit
from translate.run.run import DocumentReport
from translate.segmentation import export_srx


def add_delivery_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("delivery")
    group.add_argument(
        "--split", metavar="LIMIT", help="also split each file after so many units (50000) or bytes (10MB)"
    )
    group.add_argument(
        "--omegat",
        type=named,
        metavar="PROJECT",
        help="also fill an OmegaT project, existing or new",
    )
    group.add_argument(
        "--learn", type=Path, metavar="MEMORY", help="also put what reviewers approved into a memory (.tmdb)"
    )
    group.add_argument(
        "--omegat-auto",
        type=float,
        metavar="SCORE",
        help="let OmegaT insert machine translations from this score on",
    )


def check_delivery(options: argparse.Namespace, config: Config) -> Limit | None:
    """Return the limit of a part, before any work is done.

    :raises UsageError: where the options ask for what cannot be done.
    """
    formats = config.output.formats
    if options.omegat_auto is not None and options.omegat is None:
        raise UsageError("--omegat-auto needs --omegat.")
    if options.omegat is not None and not any(map(_is_enough, formats)):
        raise UsageError("--omegat needs a format that keeps every field; add --format tmx.")
    if options.omegat is not None:
        from translate.formats.omegat import find_project  # which few runs need, and which is slow to load

        find_project(options.omegat, Header(config.source_language, config.target_language))
    if options.learn is not None:
        from translate.run.learning import check_learning  # which few runs need

        check_learning(options.learn, formats)
    return parse_limit(options.split) if options.split else None


def deliver(
    documents: Iterable[DocumentReport],
    paths: dict[str, Path],
    options: argparse.Namespace,
    limit: Limit | None,
    config: Config,
) -> list[str]:
    """Split the corpora of a run, and fill the project; return what was done, a line each.

    :param paths: of the documents, by name.
    :param config: of the run. A new project gets its segmentation rules, and cuts documents as we do.
    :raises BitexteError: where the project or the disk refuses.
    """
    lines: list[str] = []
    documents = list(documents)
    if options.learn is not None:
        from translate.run.decisions import log_path, read_log
        from translate.run.learning import learn

        outputs = {document.name: document.outputs for document in documents if document.outputs}
        done = learn(options.learn, outputs, read_log(log_path(options.out)))
        added = f"{counted(done.added, 'approved unit')} added"
        lines.append(f"{options.learn}: {added}, {done.replaced} replaced, {done.withdrawn} withdrawn.")
    if limit is None and options.omegat is None:
        return lines
    for document in documents:
        corpora = [path for path in document.outputs if ".rejected." not in path.name and _format_of(path)]
        if limit is not None:
            lines += [_split(path, limit) for path in corpora]
        if options.omegat is not None and corpora:
            enough = [path for path in corpora if _is_enough(_format_of(path))]
            suggesting = [path for path in enough if config.memory.fuzzy and _suggests(_format_of(path))]
            whole = next(iter((*suggesting, *enough)))
            srx = config.segmentation.srx
            rules = export_srx() if srx is None else Path(srx).read_text(encoding="utf-8-sig")
            lines.append(_fill(whole, document.name, paths.get(document.name), options, rules))
    return lines


def _is_enough(name: str) -> bool:
    """Tell whether a format keeps all that the memories of a project hold."""
    return FORMATS.load(name).holds >= FORMATS.load("tmx").holds


def _suggests(name: str) -> bool:
    return "suggestions" in FORMATS.load(name).holds


def _format_of(path: Path) -> str:
    return next((name for name in FORMATS if name != "moses" and FORMATS.load(name).claims(path)), "")


def _split(path: Path, limit: Limit) -> str:
    plugin, stem = FORMATS.load(_format_of(path)).place(path)
    bitext = read_bitext(path)
    with open_split(plugin, stem, Header.of(bitext), limit) as writer:
        for unit in bitext.units:
            writer.write(unit)
    return f"{path}: split into {len(writer.parts)} parts."


def _fill(corpus: Path, name: str, document: Path | None, options: argparse.Namespace, rules: str) -> str:
    from translate.formats.omegat import add_document, open_project, write_project

    bitext: Bitext = read_bitext(corpus)
    project = open_project(options.omegat, Header.of(bitext), rules)
    remarks: list[Remark] = []
    memory = name.replace("/", "-")
    with write_project(project, memory, auto_score=options.omegat_auto, report=remarks.append) as writer:
        for unit in bitext.units:
            writer.write(unit)
    if document is not None:
        add_document(project, document)
    counts = ", ".join(f"{count} in tm/{folder}" for folder, count in sorted(writer.counts.items()))
    return f"{options.omegat}: {memory}.tmx: {counts or 'nothing'}."
