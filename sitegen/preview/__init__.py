"""The preview: the site from memory, rebuilt and shown anew whenever a file is saved."""
