"""A command run in a folder, as the tests of the command line run it."""

from tests.cli.conftest import run_in as run_in
