"""Files and addresses: reading within a project's bounds, writing whole or not at all, fetching."""
