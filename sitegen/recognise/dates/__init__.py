"""Dates in prose, as EDTF, and what stands around them."""
