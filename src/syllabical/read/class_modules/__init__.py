"""A folder of just-the-class modules: definition lists, one file a week."""
