"""Readings → what readers outside take away: JSON lines and pages."""
