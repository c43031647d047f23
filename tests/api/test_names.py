"""What `import translate` offers is exactly this, costs next to nothing, and says what it is."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import translate
from translate import config, data, errors

PUBLIC = [
    "AlignmentConfig",
    "Bead",
    "Bitext",
    "BitexteError",
    "Block",
    "CareConfig",
    "CheckConfig",
    "CodeKind",
    "Config",
    "Decision",
    "Document",
    "DocumentConfig",
    "DocumentError",
    "DocumentReport",
    "Edit",
    "EngineConfig",
    "EngineError",
    "ForeignFileError",
    "FormatError",
    "GlossaryError",
    "Hypothesis",
    "InlineCode",
    "Issue",
    "LocatedError",
    "LockedError",
    "MemoryConfig",
    "MemoryMatch",
    "Model",
    "ModelError",
    "Note",
    "Origin",
    "OutputConfig",
    "OutputError",
    "Passage",
    "RepairConfig",
    "RuleError",
    "Ruling",
    "RunReport",
    "Segment",
    "SegmentationConfig",
    "Severity",
    "Span",
    "Stage",
    "State",
    "Suggestion",
    "TrainingError",
    "TranslationUnit",
    "Translator",
    "UnknownNameError",
    "UnrelatedError",
    "UsageError",
    "Variant",
    "__version__",
    "align",
    "check",
    "load_config",
    "read_bitext",
    "segment",
    "translate_documents",
    "write_bitext",
]
HEAVY = ("ctranslate2", "lxml", "numpy", "regex", "sentencepiece", "torch", "transformers")
IMPORT_SECONDS = 0.1


def test_the_public_names_are_exactly_these() -> None:
    assert translate.__all__ == PUBLIC


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "__version__"])
def test_a_public_name_is_there_and_says_what_it_is(name: str) -> None:
    found = getattr(translate, name)
    assert found.__name__ == name
    documented = vars(found).get("__doc__") if inspect.isclass(found) else found.__doc__
    assert documented and not documented.startswith(f"{name}(")  # which is what a dataclass says of itself
    assert name in dir(translate)


@pytest.mark.parametrize("module", [config, data, errors])
def test_every_setting_noun_and_error_is_public(module: object) -> None:
    classes = inspect.getmembers(module, lambda found: inspect.isclass(found) and found.__module__ == module.__name__)  # type: ignore[attr-defined]
    assert {name for name, _ in classes} <= set(PUBLIC)
    assert len(classes) >= 8


def test_every_error_is_of_one_tree() -> None:
    found = [getattr(translate, name) for name in PUBLIC if name.endswith("Error")]
    assert all(issubclass(error, translate.BitexteError) for error in found)


def test_options_are_given_by_name_from_the_second_on() -> None:
    for name in ("Translator", "align", "check", "read_bitext", "segment", "translate_documents", "write_bitext"):
        signature = inspect.signature(getattr(translate, name))
        for parameter in signature.parameters.values():
            is_option = parameter.default is not inspect.Parameter.empty
            by_name = parameter.kind is inspect.Parameter.KEYWORD_ONLY
            assert by_name or not is_option or (name, parameter.name) == ("Translator", "model")


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'translate' has no attribute 'load_tools'"):
        _ = translate.load_tools  # type: ignore[attr-defined]
    assert not hasattr(translate, "Registry")


def test_the_import_is_light_and_quick() -> None:
    code = f"""
import sys, time
start = time.perf_counter()
import translate
print(time.perf_counter() - start)
translate.TranslationUnit, translate.BitexteError, translate.__version__
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    fastest = 60.0
    for _ in range(3):
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
        seconds, heavy = run.stdout.splitlines()
        assert heavy == "[]"
        fastest = min(fastest, float(seconds))
    assert fastest < IMPORT_SECONDS


def test_a_type_checker_sees_the_names(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import translate\n"
        "with translate.Translator(beam=1) as translator:\n"
        "    units: list[translate.TranslationUnit] = translator.translate(['Bonjour.'])\n"
        "reveal_type(translate.segment('Un. Deux.'))\n"
        "translate.missing\n",
        encoding="utf-8",
    )
    # Without the libraries' own types, which take most of the time.
    options = [
        "--strict",
        "--config-file=",
        "--no-site-packages",
        "--ignore-missing-imports",
        "--follow-imports=silent",
    ]
    run = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "--cache-dir", str(tmp_path / "cache"), str(script)],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": str(Path(translate.__file__).parents[1])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert re.search(r"script\.py:4: note: Revealed type is .*tuple\[translate\.data\.Segment, \.\.\.\]", run.stdout)
    assert 'script.py:5: error: Module has no attribute "missing"' in run.stdout
    assert "script.py:3" not in run.stdout
