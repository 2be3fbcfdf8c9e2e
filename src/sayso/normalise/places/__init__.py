"""Place mentions → gazetteer entries, with reasons."""
