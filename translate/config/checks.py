"""Settings of the checks: thresholds, and which are switched off."""

from __future__ import annotations

from translate.config.patterns import check_patterns
from translate.config.ranges import check_ranges
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class CheckConfig:
    """Thresholds of the checks, and which are switched off."""

    disabled: tuple[str, ...] = ()
    """Names of checks that are not run."""
    enabled: tuple[str, ...] = ()
    """Names of checks that are run only where they are asked for."""
    as_error: tuple[str, ...] = ()
    """Names of checks whose issues all refuse the unit."""
    as_warning: tuple[str, ...] = ()
    """Names of checks whose errors become warnings, so that they refuse no unit."""
    dictionary: str = ""
    """Hunspell dictionary by which the target is spelled: `en_GB`; none where it is empty."""
    forbidden: tuple[str, ...] = ()
    """Regular expressions that a target must not match: `\\bplease advise\\b`."""
    required: tuple[str, ...] = ()
    """What a match in the source asks for in the target, as often: `\\bTVA\\b => \\bVAT\\b`."""
    max_warnings: int = 0
    """Refuse a unit with more warnings than this; 0 means no limit."""
    min_untranslated_words: int = 3
    """A target equal to the source is an error from this many lower-case words on, else a warning."""
    max_lost_numbers: int = 0
    """More numbers of the source missing from the target are an error."""
    max_gained_numbers: int = 0
    """More numbers of the target that are not in the source are an error."""
    length_warning: float = 3.5
    """Standard deviations by which the length of the target may be off before a warning."""
    length_error: float = 5.0
    """Standard deviations by which the length of the target may be off before an error."""
    max_repetitions: int = 2
    """More consecutive repetitions of a phrase, apart from those of the source, are an error."""
    max_remnants: int = 2
    """Words of the source's language in the target before it is an error; one is a warning."""
    max_copied_words: int = 4
    """More consecutive words copied from the source, except names and quotations, are an error."""
    min_language_votes: int = 4
    """Function words of another language that make a wrong language an error."""
    min_foreign_letters: int = 2
    """Letters of another writing system that make an error."""
    max_growth: float = 1.3
    """A target that is more times as long as its source may not fit in a shape, cell or button."""
    doubtful_score: float = 50.0
    """A unit of the model with a lower score, of 100, is doubtful, where the score is an estimate."""
    score_warning: float = 0.0
    """A unit with a lower score, of 100, gets a warning."""
    score_error: float = 2.0
    """A unit with a lower score, of 100, is an error."""

    def __post_init__(self) -> None:
        scores = dict.fromkeys(("doubtful_score", "score_warning", "score_error"), (0, 100))
        from_none = dict.fromkeys(
            ("max_warnings", "max_lost_numbers", "max_gained_numbers", "max_remnants", "max_copied_words"), (0, None)
        )
        from_one = dict.fromkeys(
            ("min_untranslated_words", "max_repetitions", "min_language_votes", "min_foreign_letters"), (1, None)
        )
        lengths = dict.fromkeys(("length_warning", "length_error"), (0, None))
        lengths["max_growth"] = (1, None)
        check_patterns(self.forbidden, self.required)
        check_ranges("checks", self, **scores, **from_none, **from_one, **lengths)
