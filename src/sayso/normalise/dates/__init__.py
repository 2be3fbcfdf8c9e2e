"""Date expressions → days."""
