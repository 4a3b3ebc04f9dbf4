"""The command line: words in, a report and an exit code out."""

from sitegen.cli.main import main, run
from sitegen.cli.parser import make_parser

__all__ = ["main", "make_parser", "run"]
