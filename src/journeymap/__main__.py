"""Lets `python -m journeymap` do what the command does."""

import sys

from journeymap.cli import main

if __name__ == "__main__":
    sys.exit(main())
