"""Data that sites draw their tables from: CSV, TSV, YAML and JSON."""
