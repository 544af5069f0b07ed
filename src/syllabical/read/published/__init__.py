"""A published feed, heard back as editions."""
