"""Numbers in prose: digits and words, scales and units, and the words that hedge them."""
