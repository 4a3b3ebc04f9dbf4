"""Measures of the preview."""
