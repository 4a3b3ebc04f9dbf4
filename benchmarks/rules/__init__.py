"""Take rules out of the code, and see whether their cases turn red."""
