"""What people start: the command line today, the API and the web desk next."""
