"""Who speaks: names, clauses of reporting, bylines."""
