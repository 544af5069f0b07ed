"""Text that UTF-8 can hold."""


def encodable(text: str) -> str:
    """The text with `?` for half characters, which a JSON or YAML escape can bring in."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
