"""A synthetic project of any size."""
