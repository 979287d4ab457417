"""What the exit status says."""

DONE = 0
WANTING = 1
"""The content was found wanting, such as by `check`."""
WRONG = 2
"""The input or the call was wrong."""
INTERRUPTED = 130
TERMINATED = 143
