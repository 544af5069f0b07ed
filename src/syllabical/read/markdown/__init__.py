"""Markdown pages and their kin: tables, lists, headings, and the text inside a cell."""
