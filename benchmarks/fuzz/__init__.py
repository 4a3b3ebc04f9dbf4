"""The laws of `tests/fuzz`, tried for as long as one has time."""
