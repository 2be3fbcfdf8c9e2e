"""Speed and memory, side by side with peers: commands go in, medians of fresh processes come out."""
