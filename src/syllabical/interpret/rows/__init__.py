"""A dated row and the entries that it makes."""
