"""Our sentences: the figures, dates, names and negations of claims, notes and pages."""
