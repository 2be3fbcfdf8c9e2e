"""Scores: annotated corpora go through the pipeline, and how well it read them comes out."""
