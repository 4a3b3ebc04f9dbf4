"""How long builds take, beside those of other generators."""
