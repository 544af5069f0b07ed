"""reStructuredText pages, by docutils."""
