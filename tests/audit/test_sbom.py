"""The bill of materials names all that bitexte needs, and is the same every time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement

from audit.sbom import bill, pins, within

ROOT = Path(__file__).parents[2]


@cache
def made(*extras: str) -> dict[str, object]:
    return bill(extras)


def names(found: dict[str, object]) -> dict[str, dict[str, object]]:
    components = found["components"]
    assert isinstance(components, list)
    return {str(one["name"]): one for one in components}


def test_every_requirement_is_a_component_with_version_and_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = names(made())
    for text in project["dependencies"]:
        name = re.split(r"[><=\[]", text)[0]
        assert found[name]["version"] == version(name)
        assert found[name]["licenses"], name
    assert "starlette" not in found
    assert "starlette" in names(made("dev"))


def test_what_requirements_require_is_named_too() -> None:
    found = names(made())
    assert "mdurl" in found, "markdown-it-py needs it"
    assert found["mdurl"]["purl"] == f"pkg:pypi/mdurl@{version('mdurl')}"


def test_a_requirement_of_an_extra_keeps_its_own_condition() -> None:
    assert within("serve", "uvicorn>=0.30") == "uvicorn>=0.30; extra == 'serve'"
    needed = Requirement(within("serve", "uvloop>=0.21; sys_platform != 'win32' or implementation_name == 'cpython'"))
    assert needed.marker is not None and needed.marker.evaluate({"extra": "serve"})
    assert not needed.marker.evaluate({"extra": "review"})


def test_all_packages_of_the_bill_are_pinned_and_none_by_the_name_of_a_build() -> None:
    libraries = {name for name, one in names(made("dev")).items() if one["type"] == "library"}
    lines = pins(["dev"]).splitlines()
    assert {line.partition("==")[0] for line in lines} == libraries
    assert f"torch=={version('torch').partition('+')[0]}" in lines
    assert not [line for line in lines if "+" in line or not re.fullmatch(r"[a-z0-9-]+==[0-9].*", line)]


def test_the_audit_fails_where_nobody_could_say_what_a_package_has() -> None:
    step = (ROOT / "Makefile").read_text("utf-8").partition("\naudit:")[2].partition("\n\n")[0]
    assert "--extra dev --pins" in step and "--strict" in step


def test_shipped_weights_have_their_digest() -> None:
    (model,) = (one for one in names(made()).values() if one["type"] == "machine-learning-model")
    assert str(model["name"]).endswith("model.bin")
    hashes = model["hashes"]
    assert isinstance(hashes, list) and len(hashes[0]["content"]) == 64


def test_two_bills_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        command = [sys.executable, "audit/sbom.py", "--out", str(tmp_path / name)]
        subprocess.run(command, check=True, cwd=ROOT)
    one, other = ((tmp_path / name).read_bytes() for name in ("one", "other"))
    assert one == other
    assert json.loads(one)["bomFormat"] == "CycloneDX"
