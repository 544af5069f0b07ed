"""Dates as people write them, a whole column at once."""
