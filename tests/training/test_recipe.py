"""A recipe is a TOML file; what it does not know it refuses, and its paths are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
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


FREE = {"like", "filters.scores",
    "name", "keep_init", "machine", "validation", "schedule.updates", "schedule.passes", "schedule.hours",
    "schedule.cool", "schedule.rate", "schedule.warm",
}  # fmt: skip
"""What a run may change while it goes on."""


def with_another(value: object) -> object:
    """Return some other value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return f"{value}x" if isinstance(value, str) else (*value, "x")  # type: ignore[misc]


def variants() -> Iterator[tuple[str, Recipe]]:
    """Yield the recipe with each of its settings changed, one at a time."""
    plain = Recipe()
    for one in fields(Recipe):
        value = getattr(plain, one.name)
        if is_dataclass(value):
            for inner in fields(value):
                changed = replace(value, **{inner.name: with_another(getattr(value, inner.name))})  # type: ignore[type-var]
                yield f"{one.name}.{inner.name}", replace(plain, **{one.name: changed})
        elif one.name != "data":
            yield one.name, replace(plain, **{one.name: with_another(value)})


@pytest.mark.parametrize(("name", "changed"), list(variants()))
def test_every_setting_but_those_of_length_and_place_makes_another_run(name: str, changed: Recipe) -> None:
    is_free = name in FREE or name.partition(".")[0] in FREE
    assert (changed.decisive() == Recipe().decisive()) is is_free


def test_the_data_is_another_by_name_weight_fragments_or_hints_and_not_by_its_folder() -> None:
    source = DataSource("/here/a.tsv", 2.0, "CC0", fragments=0.1)

    def decisive(*sources: DataSource) -> dict[str, object]:
        return Recipe(data=sources).decisive()

    assert decisive(source) == decisive(replace(source, path="/there/a.tsv", licence="MIT"))
    for other in (
        replace(source, path="/here/b.tsv"),
        replace(source, weight=1.0),
        replace(source, fragments=0.2),
        replace(source, fragments=0.0),
        replace(source, hints=0.1),
    ):
        assert decisive(source) != decisive(other)
    assert decisive(source) != decisive(source, DataSource("b.tsv"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[data]]\npath = 'a'\nlean = -0.1\nlike = 'b'\n", r"\[\[data\]\] 1: 'lean' is -0\.1; expected 1, for"),
        ("[[data]]\npath = 'a'\nnoisiest = 1.1\n", r"'noisiest' is 1\.1; expected 0 to 1"),
        ("[[data]]\npath = 'a'\n[[data]]\npath = 'b'\nfragments = 2\n", r"\[\[data\]\] 2: 'fragments' is 2\.0"),
        ("[[data]]\npath = 'a'\nhints = 0.6\n", r"\[\[data\]\] 1: 'hints' is 0\.6; expected 0 to 0\.5"),
        ("[[data]]\npath = 'a'\nweight = -1.0\n", "the weight is -1.0; expected a number above 0"),
        ("[[data]]\npath = 'a'\nweight = 1e6\n", "the weight is 1000000.0"),
        ("[[data]]\npath = 'a'\nweight = nan\n", "the weight is nan"),
        ("[[data]]\npath = 3\n", "'path' must be of type str, not 3"),
        ("[[data]]\npaht = 'a'\n", "unknown key 'paht'. Known: .*path"),
        ("data = ['a.tsv']\n", r"'data' is a list of tables; write \[\[data\]\] above each"),
        ("schedule = 3\n", r"'schedule' is a table; write \[schedule\]"),
        ("[validation]\nfiles = 'dev.tsv'\n", "'files' must be a list of strings"),
        ("[filters]\nverify_language = 1\n", "'verify_language' must be of type bool, not 1"),
        ("[filters]\nsample = 0.0\n", "'filters.sample' is 0.0; expected above 0, at most 1"),
        ("[schedule]\nupdates = true\n", "'updates' must be of type int, not True"),
        ("[schedule]\nupdates = 1.5\n", "'updates' must be of type int, not 1.5"),
    ],
)
def test_what_is_wrong_in_a_recipe_is_said_with_its_table(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=rf"recipe\.toml.*{message}"):
        load_recipe(put(tmp_path, text))


def test_a_recipe_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml: cannot read the recipe: No such file"):
        load_recipe(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes('name = "été"'.encode("latin-1"))
    with pytest.raises(UsageError, match=r"latin\.toml: not a TOML file"):
        load_recipe(tmp_path / "latin.toml")


def test_whole_numbers_stand_for_fractions_and_absolute_paths_stay(tmp_path: Path) -> None:
    recipe = load_recipe(
        put(tmp_path, "[[data]]\npath = '/data/a.tsv'\nweight = 2\nlean = 1\n[schedule]\npasses = 3\n")
    )
    assert recipe.data[0] == DataSource("/data/a.tsv", 2.0, lean=1.0)
    assert isinstance(recipe.schedule.passes, float)


def test_a_file_whose_name_ends_like_a_weight_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "memory:v"
    path.write_text("", encoding="utf-8")
    assert parse_source(str(path)) == DataSource(str(path))
    assert parse_source("a:b.tsv:2") == DataSource("a:b.tsv", 2.0)
    assert parse_source(":0.5") == DataSource(":0.5")
