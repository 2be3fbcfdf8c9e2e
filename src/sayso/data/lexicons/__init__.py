"""What words mean, in three languages; every file says where it comes from."""
