"""Tables and their columns: which is the schedule, and which column is what."""
