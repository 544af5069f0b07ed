"""The words of the page's languages, looked up."""
