"""Lets `python -m journeymap` do what the command does."""

from journeymap.cli import script

if __name__ == "__main__":
    script()
