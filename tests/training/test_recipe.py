"""A recipe is a TOML file; what it does not know it refuses, and its paths are its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import UsageError
from translate.training.recipe import DataSource, Recipe, load_recipe, parse_source

ROOT = Path(__file__).parent.parent.parent


def put(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_paths_are_relative_to_the_recipe(tmp_path: Path) -> None:
    recipe = load_recipe(
        put(
            tmp_path,
            'name = "x"\n[[data]]\npath = "a.tsv.xz"\nweight = 0.5\n[schedule]\nhours = 2\n'
            '[validation]\nfiles = ["dev.fr"]\n',
        )
    )
    assert recipe.data == (DataSource(str(tmp_path / "a.tsv.xz"), 0.5),)
    assert recipe.data[0].name == "a"
    assert recipe.validation.files == (str(tmp_path / "dev.fr"),)
    assert recipe.schedule.hours == 2.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nmae = 1\n", r"recipe\.toml: unknown key 'nmae'"),
        ("[schedule]\nupdates = 'many'\n", "'updates' must be of type int"),
        ("[[data]]\nweight = 2.0\n", r"\[\[data\]\] 1: has no 'path'"),
        ("[[data]]\npath = 'a'\nweight = 0.0\n", "the weight is 0.0"),
        ("[data]\npath = 'a'\n", "'data' is a list of tables"),
        ("= 3", "not a TOML file"),
    ],
)
def test_a_recipe_that_is_wrong_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load_recipe(put(tmp_path, text))


def test_a_source_on_the_command_line_may_have_a_weight(tmp_path: Path) -> None:
    assert parse_source("my.tmx") == DataSource("my.tmx")
    assert parse_source("my.tmx:0.3") == DataSource("my.tmx", 0.3)
    for wrong in ("my.tmx:much", "my.tmx:0", "my.tmx:-1"):
        with pytest.raises(UsageError, match="expected FILE or FILE:WEIGHT"):
            parse_source(wrong)


def test_where_a_run_trains_is_not_what_it_trains() -> None:
    assert Recipe().decisive() == load_recipe_of("[machine]\nthreads = 7\n[schedule]\nupdates = 9\n").decisive()
    assert Recipe().decisive() != load_recipe_of("[schedule]\nsmoothing = 0.2\n").decisive()


def load_recipe_of(text: str) -> Recipe:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return load_recipe(put(Path(folder), text))


def test_the_recipe_of_the_embedded_model_is_a_recipe_and_names_every_licence() -> None:
    recipe = load_recipe(ROOT / "recipes" / "fr-en.toml")
    assert recipe.name == "fr-en"
    assert len(recipe.data) == 26
    assert all(data.licence for data in recipe.data)
    assert "gnome-user-docs" not in {data.name for data in recipe.data}
