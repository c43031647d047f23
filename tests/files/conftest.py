"""A command run in a folder, as the tests of the command line run it."""

from tests.cli.conftest import run_in

__all__ = ["run_in"]
