"""The `sayso` command: files go in, readings come out as a table, JSON lines or a page."""
