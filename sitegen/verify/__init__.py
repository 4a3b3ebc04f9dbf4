"""The check: does each citation stand in our copy of its source?"""

from sitegen.verify.kept import Kept
from sitegen.verify.together import TOGETHER
from sitegen.verify.verify import CHECKS, verify

__all__ = ["CHECKS", "TOGETHER", "Kept", "verify"]
