"""A plan fills in what a recipe leaves open: how long, how fast, how often it looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate.errors import UsageError
from translate.training.plan import make_plan, settle
from translate.training.recipe import MachineRecipe, Recipe, ScheduleRecipe, ValidationRecipe


def recipe_of(*, every: int = 0, keep: int = 3, **schedule: object) -> Recipe:
    return Recipe(
        schedule=replace(ScheduleRecipe(), **schedule),  # type: ignore[arg-type]
        validation=ValidationRecipe(every=every, keep=keep),
        machine=MachineRecipe(threads=2, checkpoint_minutes=1.5),
    )


@pytest.mark.parametrize(
    ("schedule", "goes_on", "updates", "seconds"),
    [
        ({"updates": 70}, False, 70, 0.0),
        ({"hours": 0.5}, False, 0, 1800.0),
        ({"passes": 2.0}, False, 80, 0.0),
        ({"passes": 0.01}, False, 1, 0.0),
        ({"updates": 70, "passes": 2.0}, False, 70, 0.0),
        ({}, True, 200, 0.0),
        ({"passes": 1.0}, True, 40, 0.0),
        ({"hours": 1.0}, True, 0, 3600.0),
    ],
)
def test_the_length_is_what_the_recipe_says_or_five_passes_for_a_model_that_goes_on(
    schedule: dict[str, object], goes_on: bool, updates: int, seconds: float
) -> None:
    plan = make_plan(recipe_of(**schedule), 40, goes_on=goes_on)
    assert (plan.updates, plan.seconds, plan.validate_first) == (updates, seconds, goes_on)
    assert plan.checkpoint_seconds == 90.0


@pytest.mark.parametrize(
    ("schedule", "goes_on", "rate", "warm"),
    [
        ({"updates": 100}, False, 5e-4, 1000),
        ({"updates": 100}, True, 2e-4, 5),
        ({"updates": 5}, True, 2e-4, 1),
        ({"updates": 9000}, True, 2e-4, 200),
        ({"hours": 2.0}, True, 2e-4, 200),
        ({"updates": 100, "warm": 7, "rate": 1e-3}, True, 1e-3, 7),
        ({"updates": 100, "warm": 7, "rate": 1e-3}, False, 1e-3, 7),
    ],
)
def test_rate_and_rise_are_gentler_where_a_model_goes_on(
    schedule: dict[str, object], goes_on: bool, rate: float, warm: int
) -> None:
    plan = make_plan(recipe_of(**schedule), 40, goes_on=goes_on)
    assert (plan.rate, plan.warm) == (rate, warm)


@pytest.mark.parametrize(
    ("updates", "every", "expected"), [(100, 0, 20), (4, 0, 1), (99_999, 0, 1000), (0, 0, 1000), (100, 33, 33)]
)
def test_a_run_looks_five_times_or_every_thousand_updates(updates: int, every: int, expected: int) -> None:
    length = {"updates": updates} if updates else {"hours": 1.0}
    assert make_plan(recipe_of(every=every, **length), 40, goes_on=False).validate_every == expected


def test_one_set_of_weights_is_kept_at_least() -> None:
    assert make_plan(recipe_of(keep=0, updates=1), 40, goes_on=False).keep == 1


def test_a_run_from_scratch_without_a_length_is_asked_how_long() -> None:
    with pytest.raises(UsageError, match=r"no length given: use --hours, --passes or --updates"):
        make_plan(recipe_of(), 40, goes_on=False)


def test_an_unknown_metric_is_refused_with_those_that_exist() -> None:
    recipe = replace(recipe_of(updates=1), validation=ValidationRecipe(metric="ter"))
    with pytest.raises(UsageError, match=r"Unknown metric 'ter' to validate by\. Known: bleu, chrf, loss"):
        make_plan(recipe, 40, goes_on=False)


def test_what_is_open_is_settled_and_what_is_said_stays() -> None:
    settled = settle(Recipe(), None)
    assert settled.schedule.longest == 96
    assert settled.machine.threads >= 1
    said = replace(Recipe(), schedule=ScheduleRecipe(longest=200), machine=MachineRecipe(threads=3))
    assert settle(said, None) == said


@pytest.mark.parametrize(
    ("name", "value"), [("updates", -1), ("passes", -0.5), ("hours", -1.0), ("hours", float("nan")), ("rate", -1e-4)]
)
def test_a_length_or_a_rate_below_nothing_is_refused(name: str, value: float) -> None:
    schedule: dict[str, object] = {"updates": 5, name: value}
    with pytest.raises(UsageError, match=rf"'{name}' is {value}; expected a number above 0"):
        make_plan(recipe_of(**schedule), 40, goes_on=True)


@pytest.mark.parametrize("mean", [-0.1, 1.0, float("nan")])
def test_a_mean_that_forgets_nothing_or_more_than_all_is_refused(mean: float) -> None:
    with pytest.raises(UsageError, match=rf"'mean' is {mean}; expected below 1, such as 0\.999"):
        make_plan(recipe_of(updates=5, mean=mean), 40, goes_on=True)
