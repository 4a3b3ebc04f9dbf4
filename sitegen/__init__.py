"""sitegen: fact sheets whose every statement leads to the words of its source."""

__version__ = "0.1.0"
