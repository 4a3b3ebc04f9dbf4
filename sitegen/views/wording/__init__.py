"""The words of the pages: standing ones, dates, prose, the sentences around cited words."""
