"""Files, folders and standard input enter; captures leave."""
