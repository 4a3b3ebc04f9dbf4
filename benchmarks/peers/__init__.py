"""The same content for other generators."""
