"""Files and addresses: what is read, fetched and written."""
