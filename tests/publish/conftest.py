"""What the tests of the command take over from those of the command line."""

from tests.cli.conftest import _plain_environment, sitegen

__all__ = ["_plain_environment", "sitegen"]
