"""A run that remembers the run before it gives what a run without a memory gives."""
