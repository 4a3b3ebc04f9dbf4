"""Plants falsehoods in a valid project and counts how many of them the check notices."""
