"""What writes content files: each change leaves every other byte as it was."""

from sitegen.drafts.fix import Change, fix

__all__ = ["Change", "fix"]
