"""Document → attributions and mentions: windows, the one encoder, its heads, decoding."""
