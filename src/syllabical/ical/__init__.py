"""icalendar, made ours: content lines with their places, components, property values."""
