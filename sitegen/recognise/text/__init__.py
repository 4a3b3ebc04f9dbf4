"""Paragraphs, sentences, words and quotations."""
