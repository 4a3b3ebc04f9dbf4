"""Dates: stated in the words as fine as they are given, or inferred for a reason."""
