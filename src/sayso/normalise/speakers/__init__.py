"""Source spans → named speakers."""
