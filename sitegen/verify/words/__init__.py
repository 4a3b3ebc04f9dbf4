"""The words: do they stand in the cited lines, whole, uncut, and as printed?"""
