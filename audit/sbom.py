"""A bill of materials of bitexte: CycloneDX 1.5, from what it requires, what is pinned, and what is installed.

    python audit/sbom.py [--out bitexte.cdx.json] [--extra review] [--pins pins.txt]

Components are bitexte, the data that it ships, and every package that it needs, directly or not, with version and
licence. The same installation gives the same bytes: no time, no random number. `--pins` writes the versions of the
packages as pip-audit reads them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
import uuid
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
NAME = "bitexte"


def closure(name: str, extras: Iterable[str]) -> dict[str, Distribution]:
    """Return all that a package needs, itself too, by name.

    :raises SystemExit: where something that it needs is not installed.
    """
    found: dict[str, Distribution] = {}
    waiting = [(name, tuple(extras))]
    while waiting:
        one, wanted = waiting.pop()
        try:
            installed = distribution(one)
        except PackageNotFoundError:
            raise SystemExit(f"{one} is not installed; run pip install -e '.[dev]'.") from None
        for text in stated() if one == NAME else installed.requires or ():
            needed = Requirement(text)
            environments = [{"extra": extra} for extra in ("", *wanted)]
            if needed.marker is not None and not any(needed.marker.evaluate(one) for one in environments):
                continue
            if canonicalize_name(needed.name) not in found:
                waiting.append((needed.name, tuple(needed.extras)))
        found[canonicalize_name(one)] = installed
    return found


def stated() -> list[str]:
    """Return what bitexte requires, whatever it required when it was installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"].items()
    return project["dependencies"] + [within(extra, text) for extra, some in optional for text in some]


def within(extra: str, text: str) -> str:
    """Return a requirement as one of an extra, where that has been asked for alone."""
    needed, _, marker = text.partition(";")
    return f"{needed}; ({marker.strip()}) and extra == '{extra}'" if marker else f"{needed}; extra == '{extra}'"


def component(name: str, installed: Distribution) -> dict[str, object]:
    """Return what the bill says of a package."""
    metadata = installed.metadata
    licence = str(metadata.json.get("license_expression", ""))
    named = [line.rpartition("::")[2].strip() for line in metadata.get_all("Classifier") or () if "License ::" in line]
    licences: list[dict[str, object]] = [{"expression": licence}] if licence else []
    if not licences:
        stated = str(metadata.json.get("license", "")).splitlines()[:1]
        licences = [{"license": {"name": text}} for text in (named or stated) if text.strip()]
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{installed.version}",
        "name": name,
        "version": installed.version,
        "purl": f"pkg:pypi/{name}@{installed.version}",
        "licenses": licences,
    }


def data_of(folder: Path) -> Iterator[dict[str, object]]:
    """Yield the files of weights that are shipped, with their digests."""
    for path in sorted(folder.rglob("*.bin")):
        name = path.relative_to(ROOT).as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        yield {
            "type": "machine-learning-model",
            "bom-ref": name,
            "name": name,
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }


def bill(extras: Iterable[str] = ()) -> dict[str, object]:
    """Return the bill of materials."""
    needed = closure(NAME, extras)
    own = component(NAME, needed.pop(NAME)) | {"type": "application"}
    parts = [component(name, needed[name]) for name in sorted(needed)] + list(data_of(ROOT / "translate" / "models"))
    content = json.dumps([own, parts], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {"component": own},
        "components": parts,
    }


def pins(extras: Iterable[str]) -> str:
    """Return a line for each package that is needed, with its version as the index has it, without what builds add."""
    needed = closure(NAME, extras)
    del needed[NAME]
    return "".join(f"{name}=={needed[name].version.partition('+')[0]}\n" for name in sorted(needed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="file (default: standard output)")
    parser.add_argument("--extra", action="append", default=[], help="an extra of bitexte; may be repeated")
    parser.add_argument("--pins", type=Path, help="file for the versions of all packages")
    options = parser.parse_args()
    if options.pins:
        options.pins.write_text(pins(options.extra), encoding="utf-8")
    text = json.dumps(bill(options.extra), indent=1, ensure_ascii=False) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
