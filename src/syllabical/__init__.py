"""Publish a course page's schedule as calendar feeds that every client reads alike."""
