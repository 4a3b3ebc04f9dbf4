"""Reading a project: every content file into typed records, with everything that is wrong."""

from sitegen.load.kept import KeptFiles
from sitegen.load.project import load

__all__ = ["KeptFiles", "load"]
