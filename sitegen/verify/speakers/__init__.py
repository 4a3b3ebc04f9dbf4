"""The speakers: who said it, to whom, as the source tells it."""
