"""schedule.yaml as a Schedule: its keys, its values, and what does not agree."""
