"""Trigger words → events."""
