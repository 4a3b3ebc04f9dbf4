"""Files that are published as they are; nothing here is imported."""
