"""Counts and measured quantities → figures with bounds and units."""
