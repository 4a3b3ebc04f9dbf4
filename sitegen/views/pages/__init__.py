"""One file a family of pages: from the fact sheet to its views."""
