"""The exit codes: what the command line answers to a shell."""

from enum import IntEnum


class Exit(IntEnum):
    """What the command line answers."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    WORLD = 3
    INTERRUPTED = 130  # 128 + SIGINT, as shells count
