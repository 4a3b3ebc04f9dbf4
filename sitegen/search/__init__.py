"""The search index, made by Pagefind: documents in, the files of an index out."""

from sitegen.search.service import Failure, installed, make_index

__all__ = ["Failure", "installed", "make_index"]
