"""HTML pages: tags as browsers nest them, tables as browsers show them."""
