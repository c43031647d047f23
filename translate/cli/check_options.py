"""Options that say which checks are run, and how they change the configuration."""

from __future__ import annotations

import argparse
from dataclasses import replace

from translate.config import Config


def add_check_options(parser: argparse.ArgumentParser) -> None:
    """Add which checks are run over and above, or not."""
    parser.add_argument(
        "--enable", action="append", metavar="CHECK", help="run a check that is off by default; may be repeated"
    )
    parser.add_argument("--disable", action="append", metavar="CHECK", help="do not run a check; may be repeated")
    parser.add_argument(
        "--dictionary", metavar="NAME", help="spell the target by a dictionary of Hunspell: en_GB, or en_GB,en_US"
    )


def with_checks(config: Config, options: argparse.Namespace) -> Config:
    """Return the settings with the checks that the options name."""
    checks = config.checks

    def listed(option: str) -> tuple[str, ...]:
        return tuple(name for part in getattr(options, option) or () for name in part.split(","))

    asked, refused = listed("enable"), listed("disable")
    enabled = tuple(dict.fromkeys((*checks.enabled, *asked)))
    disabled = tuple(dict.fromkeys((*(name for name in checks.disabled if name not in asked), *refused)))
    dictionary = options.dictionary or checks.dictionary
    return replace(config, checks=replace(checks, enabled=enabled, disabled=disabled, dictionary=dictionary))
