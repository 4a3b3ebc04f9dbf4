"""Annotating in the browser: from selected words to a checked fact in its file."""

from sitegen.preview.annotate.annotator import Annotator

__all__ = ["Annotator"]
