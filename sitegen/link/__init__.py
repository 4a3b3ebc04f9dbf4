"""Linking: prose is parsed, each reference in it is checked, and everything is indexed."""

from sitegen.link.link import link

__all__ = ["link"]
