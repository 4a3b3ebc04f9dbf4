"""The files for other programs."""
