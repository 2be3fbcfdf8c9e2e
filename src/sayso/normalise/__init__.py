"""Mentions → values: places, dates, figures, speakers, checks, events."""
