"""Numbers, their modifiers and units, calculations, and figures of one measure."""
