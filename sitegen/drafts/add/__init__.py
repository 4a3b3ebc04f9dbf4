"""`sitegen add`: an article registered as a source, and its facts drafted for an editor."""
