"""The exit status of every command."""

DONE = 0
SOME_SKIPPED = 1
NOTHING_DONE = 2
