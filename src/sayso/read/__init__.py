"""Captures enter, documents leave: clean text and what is known about it."""
