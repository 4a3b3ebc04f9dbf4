"""Resolving references: records become a fact sheet in which every id stands for something."""

from sitegen.resolve.factsheet import resolve

__all__ = ["resolve"]
