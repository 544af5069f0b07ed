"""What the control words of LaTeX and its usual packages show, and which of them show nothing."""

import re
import unicodedata

_GREEK = re.compile(
    r"(?:var)?(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma"
    r"|tau|upsilon|phi|chi|psi|omega)",
    re.IGNORECASE,
)

SHOWN = {
    # letters and signs
    "AA": "Å", "AE": "Æ", "DH": "Ð", "DJ": "Đ", "L": "Ł", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e",
    "NG": "Ŋ", "O": "Ø", "OE": "Œ", "P": "¶", "S": "§", "SS": "ẞ", "TH": "Þ", "TeX": "TeX",
    "aa": "å", "ae": "æ", "bullet": "•", "checkmark": "✓", "copyright": "©", "dag": "†",
    "ddag": "‡", "degree": "°", "dh": "ð", "dj": "đ", "dots": "…", "eur": "€", "euro": "€",
    "glqq": "„", "grqq": "“", "i": "ı", "j": "ȷ", "l": "ł", "ldots": "…", "ng": "ŋ", "o": "ø",
    "oe": "œ", "pounds": "£", "slash": "/", "ss": "ß", "textasciicircum": "^",
    "textasciitilde": "~", "textbackslash": "\\", "textbar": "|", "textbullet": "•",
    "textdegree": "°", "textellipsis": "…", "textemdash": "—", "textendash": "–", "texteuro": "€",
    "textgreater": ">", "textless": "<", "textquoteright": "’", "textquotesingle": "'",
    "textregistered": "®", "texttrademark": "™", "textunderscore": "_", "th": "þ",
    # formulas
    "Rightarrow": "⇒", "approx": "≈", "cdot": "·", "cdots": "…", "circ": "°", "ge": "≥",
    "geq": "≥", "infty": "∞", "le": "≤", "leftarrow": "←", "leftrightarrow": "↔", "leq": "≤",
    "ne": "≠", "neq": "≠", "pm": "±", "rightarrow": "→", "setminus": "\\", "star": "⋆",
    "times": "×", "to": "→",
    "cos": "cos ", "exp": "exp ", "lim": "lim ", "ln": "ln ", "log": "log ", "max": "max ",
    "min": "min ", "mod": "mod ", "sin": "sin ", "tan": "tan ",
    # blanks and line ends
    "enspace": " ", "hfill": " ", "hspace": " ", "nobreakspace": " ", "qquad": " ", "quad": " ",
    "space": " ", "thinspace": " ",
    "cr": "\n", "linebreak": "\n", "newline": "\n", "par": "\n", "tabularnewline": "\n",
}  # fmt: skip
r"""What control words show; "\n" ends the line. Those of the Greek letters: `shown`."""

SYMBOLS = {"\\": "\n", " ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", ":": " ", "~": "~"} | {
    character: character for character in "&%$#_{}^"
}
r"""What a backslash and one character show; "\n" ends the line."""

STRUCK = frozenset(("sout", "st", "xout", "cancel", "bcancel", "xcancel", "hcancel", "strikeout"))
"""The control words that strike their group out."""

BOLD = frozenset(("bf", "bfseries", "textbf", "thead"))

SILENT = {
    "SetCell": 1, "SetRow": 1, "addcontentsline": 3, "addlinespace": 0, "addtocounter": 2,
    "addtolength": 2, "arrayrulecolor": 1, "autocite": 1, "bibliography": 1, "bibliographystyle": 1,
    "caption": 1, "cellcolor": 1, "cite": 1, "citep": 1, "citet": 1, "cline": 1, "cmidrule": 1,
    "color": 1, "colorlet": 2, "columncolor": 1, "cref": 1, "definecolor": 3, "documentclass": 1,
    "fontsize": 2, "footnote": 1, "footnotetext": 1, "geometry": 1, "hhline": 1, "hphantom": 1,
    "hspace": 1, "hypersetup": 1, "include": 1, "includegraphics": 1, "index": 1, "input": 1,
    "label": 1, "marginpar": 1, "newcolumntype": 2, "newcounter": 1, "newlength": 1, "noalign": 1,
    "pageref": 1, "pagestyle": 1, "parencite": 1, "phantom": 1, "ref": 1, "refstepcounter": 1,
    "rowcolor": 1, "rowcolors": 3, "rowfont": 1, "rule": 2, "selectlanguage": 1, "setcounter": 2,
    "setlength": 2, "specialrule": 3, "stepcounter": 1, "tablefirsthead": 1, "tablehead": 1,
    "tablelasttail": 1, "tabletail": 1, "textcite": 1, "thispagestyle": 1, "titleformat": 5,
    "titlespacing": 4, "usepackage": 1, "vphantom": 1, "vspace": 1,
}  # fmt: skip
"""How many groups after a control word belong to it; none of them says anything, nor do options."""

DRESSING = {
    "colorbox": 1, "fcolorbox": 2, "foreignlanguage": 1, "hypertarget": 1, "multicolumn": 2,
    "multirow": 2, "parbox": 1, "raisebox": 1, "resizebox": 2, "rotatebox": 1, "scalebox": 1,
    "textcolor": 1,
}  # fmt: skip
"""How many groups after a control word say nothing, before the one with the words."""

SWITCHES = frozenset(
    ("Huge", "LARGE", "Large", "RaggedRight", "bf", "bfseries", "bottomrule", "centering", "em",
     "endfirsthead", "endfoot", "endhead", "endlastfoot", "footnotesize", "hline", "huge", "it",
     "itshape", "large", "leavevmode", "midrule", "newpage", "noindent", "nopagebreak",
     "normalsize", "pagebreak", "raggedleft", "raggedright", "rm", "scriptsize", "sffamily",
     "small", "strut", "tiny", "toprule", "tt", "ttfamily")
)  # fmt: skip
"""Control words that change what follows, or only rule and break: they say nothing."""

TABLES = frozenset(
    ("NiceTabular", "NiceTabular*", "NiceTabularX", "longtable", "longtable*", "longtabu",
     "longtblr", "mpsupertabular", "supertabular", "supertabular*", "tabu", "tabular", "tabular*",
     "tabularx", "tabulary", "tblr", "xltabular", "xtabular", "xtabular*")
)  # fmt: skip
"""The environments that are tables of text."""

ENVIRONMENTS = {
    "NiceTabular": 1, "NiceTabular*": 2, "NiceTabularX": 2, "adjustbox": 1, "array": 1,
    "longtable": 1, "longtable*": 1, "longtabu": 1, "longtblr": 1, "minipage": 1,
    "mpsupertabular": 1, "multicols": 1, "spacing": 1, "supertabular": 1, "supertabular*": 2,
    "tabu": 1, "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "tblr": 1,
    "xltabular": 2, "xtabular": 1, "xtabular*": 2,
}  # fmt: skip
r"""How many groups after `\begin{…}` say nothing."""


def shown(word: str) -> str | None:
    """What a control word shows; nothing where it is not known to show anything."""
    if word in SHOWN or not _GREEK.fullmatch(word):
        return SHOWN.get(word)
    size = "CAPITAL" if word[0].isupper() else "SMALL"
    name = word.removeprefix("var").upper().replace("LAMBDA", "LAMDA")
    return unicodedata.lookup(f"GREEK {size} LETTER {name}")


def is_letter(word: str) -> bool:
    r"""Whether a control word is a letter of a word of text, as in `Stra\ss e`."""
    return SHOWN.get(word, "").isalpha()


def groups(word: str) -> int | None:
    """How many groups after a control word say nothing; nothing where it is not known."""
    return SILENT.get(word, DRESSING.get(word))


def is_silent(word: str) -> bool:
    """Whether a control word shows nothing, or only a blank."""
    return word in SILENT or word in SWITCHES or SHOWN.get(word, "").isspace()
