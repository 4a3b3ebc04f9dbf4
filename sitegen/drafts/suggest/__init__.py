"""What a fact on some words of an article may say, for whoever drafts one: `add`, the annotator."""
