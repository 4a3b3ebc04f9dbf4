"""Whether the measured generators make the same site."""
