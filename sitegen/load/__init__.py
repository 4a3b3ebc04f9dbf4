"""Reading a project: every content file into typed records, with everything that is wrong."""

from sitegen.load.project import load

__all__ = ["load"]
