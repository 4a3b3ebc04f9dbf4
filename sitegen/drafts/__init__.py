"""What writes content files: each change leaves every other byte as it was."""

from sitegen.drafts.append import Appended, NewFact, NewSkip, NotAppended, append
from sitegen.drafts.fix import Change, fix
from sitegen.drafts.layout import Value, as_yaml
from sitegen.drafts.written import take_back, write

__all__ = [
    "Appended",
    "Change",
    "NewFact",
    "NewSkip",
    "NotAppended",
    "Value",
    "append",
    "as_yaml",
    "fix",
    "take_back",
    "write",
]
