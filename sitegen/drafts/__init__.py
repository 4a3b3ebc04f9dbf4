"""What writes content files: each change leaves every other byte as it was."""

from sitegen.drafts.append import NewFact, NewSkip, append
from sitegen.drafts.fix import Change, fix
from sitegen.drafts.layout import Value, as_yaml
from sitegen.drafts.splicing import Appended, NotAppended
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
