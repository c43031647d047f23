"""`python -m translate` is the command `bitexte`."""

import sys

from translate.cli import main

if __name__ == "__main__":
    sys.exit(main())
