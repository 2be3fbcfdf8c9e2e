"""Attributions and values → claims."""
