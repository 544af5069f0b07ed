import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Page, Table, Where
from syllabical.read import latex
from syllabical.source import Source


def read(text: str) -> Page:
    return latex.page(Source("page.tex", text), lambda _: None, Report())


def table(text: str) -> Table:
    [found] = read(text).tables
    return found


def grid(text: str) -> list[list[str]]:
    found = table(text)
    rows = ([found.header] if found.header else []) + list(found.rows)
    return [[cell.text for cell in row.cells] for row in rows]


def cell(text: str) -> Cell:
    page = read(f"\\begin{{tabular}}{{ll}}\nDate & Topic \\\\\n1/2 & {text} \\\\\n\\end{{tabular}}")
    return page.tables[0].rows[0].cells[1]


BODY = r"""\hline
Date & Topic \\ \hline
1/2 & Trees \& heaps \\[2pt]
1/9 & Graphs \\ \hline
"""
ROWS = [["Date", "Topic"], ["1/2", "Trees & heaps"], ["1/9", "Graphs"]]


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("\\begin{tabular}{|l|p{3cm}|}", "\\end{tabular}"),
        ("\\begin{tabular}[t]{@{}l>{\\bfseries}p{3cm}@{}}", "\\end{tabular}"),
        ("\\begin{tabular*}{\\textwidth}{ll}", "\\end{tabular*}"),
        ("\\begin{tabularx}{0.9\\linewidth}{lX}", "\\end{tabularx}"),
        ("\\begin{tabulary}{10cm}{LL}", "\\end{tabulary}"),
        ("\\begin{longtable}[c]{ll}", "\\end{longtable}"),
        ("\\begin{xltabular}{\\textwidth}{lX}", "\\end{xltabular}"),
        ("\\begin{supertabular}{ll}", "\\end{supertabular}"),
        ("\\begin{tabu} to \\textwidth {|X|X|}", "\\end{tabu}"),
        ("\\begin{tblr}{colspec={ll}, hlines}", "\\end{tblr}"),
        ("\\resizebox{\\textwidth}{!}{%\n\\begin{tabular}{ll}", "\\end{tabular}}"),
        ("\\begin{table}\\centering\\small\\begin{tabular}{ll}", "\\end{tabular}\\end{table}"),
        ("\\begin{tabular}{ll}", ""),
    ],
)
def test_every_table_environment_is_read(begin: str, end: str) -> None:
    text = f"{begin}\n{BODY}{end}\n"

    assert grid(text) == ROWS
    assert table(text).header is not None


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("\\toprule\nDay & Topic \\\\\n\\midrule\n1 May & a \\\\ 8 May & b \\\\ \\bottomrule", 1),
        ("\\toprule\n & Topic \\\\ Day & \\\\\n\\midrule\n1 May & a \\\\ 8 May & b \\\\", 2),
        ("Day & Topic \\\\ \\hline\nsoon & a \\\\ later & b \\\\", 1),
        ("\\textbf{Day} & \\bfseries Topic \\\\\nsoon & a \\\\ later & b \\\\", 1),
        ("{\\bf Day} & \\textbf{Topic} \\\\\\hline soon & a \\\\\\hline later & b \\\\\\hline", 1),
        ("Day & Topic \\\\\n1 May & a \\\\ 8 May & b \\\\", 1),
        ("1 May & a \\\\ \\hline 3 May & b \\\\ 8 May & c \\\\ 10 May & d \\\\ \\hline", 0),
        ("1 May & a \\\\ 8 May & b \\\\", 0),
    ],
)
def test_rules_bold_words_and_figures_tell_the_header(text: str, heads: int) -> None:
    found = table(f"\\begin{{tabular}}{{ll}}\n{text}\n\\end{{tabular}}")

    assert (found.header is not None) is bool(heads)
    assert len(found.rows) == text.count("\\\\") - heads


def test_two_rows_above_a_rule_are_one_header() -> None:
    text = "\\begin{tabular}{ll}\\toprule & Lecture \\\\ Day & Topic \\\\\\midrule 1/2 & a \\\\"

    assert grid(text) == [["Day", "Lecture Topic"], ["1/2", "a"]]


def test_what_a_long_table_repeats_is_left_out() -> None:
    text = """
\\begin{longtable}{ll}
\\caption{Plan}\\label{plan}\\\\
\\hline Date & Topic \\\\ \\hline
\\endfirsthead
\\multicolumn{2}{l}{\\emph{continued from page 1}} \\\\
\\hline Date & Topic \\\\ \\hline
\\endhead
\\hline \\multicolumn{2}{r}{continued} \\\\
\\endfoot
\\hline
\\endlastfoot
1/2 & Trees \\\\
1/9 & Graphs \\\\
\\end{longtable}
"""

    assert grid(text) == [["Date", "Topic"], ["1/2", "Trees"], ["1/9", "Graphs"]]
    assert table(text).headings == ("Plan",)


def test_the_head_of_a_supertabular_stands_above_it() -> None:
    text = (
        "\\tablefirsthead{\\hline Date & Topic \\\\ \\hline}\n\\tablehead{Date & (again) \\\\}\n"
        "\\tabletail{\\hline}\n\\begin{supertabular}{ll}\n1/2 & Trees \\\\\n\\end{supertabular}\n"
    )

    assert grid(text) == [["Date", "Topic"], ["1/2", "Trees"]]


def test_cells_stand_where_their_words_do() -> None:
    found = table(
        "\\begin{tabular}{ll}\n\\rowcolor[HTML]{CFE2F3}\nDate & Topic \\\\ \\midrule\n"
        "\\cmidrule(lr){1-2} 1/2 & \\textbf{Trees}: \\cellcolor{red} a \\\\\n"
        "1/9& \\\\\n\\end{tabular}"
    )

    assert [[(str(one.at), one.at.text) for one in row.cells] for row in found.rows] == [
        [("page.tex:4:20", "1/2"), ("page.tex:4:26", "\\textbf{Trees}: \\cellcolor{red} a")],
        [("page.tex:5:1", "1/9"), ("page.tex:5:6", "")],
    ]
    assert found.header is not None
    assert found.header.cells[0].at.text == "Date"


def test_spans_reach_over_rows_and_columns() -> None:
    text = """\\begin{tabular}{lll}
Week & Date & Topic \\\\ \\midrule
\\multirow{2}{*}{1} & 1/2 & Trees \\\\ \\cline{2-3}
 & \\multicolumn{2}{c|}{no class} \\\\
\\multicolumn{3}{c}{\\textbf{Unit 2}} \\\\
 & 1/9 & a \\\\
\\multirow{-2}*{2} & 1/11 & b \\\\
\\end{tabular}"""
    found = table(text)

    assert grid(text) == [
        ["Week", "Date", "Topic"],
        ["1", "1/2", "Trees"],
        ["1", "no class", "no class"],
        ["Unit 2", "Unit 2", "Unit 2"],
        ["2", "1/9", "a"],
        ["2", "1/11", "b"],
    ]
    assert [row.heading for row in found.rows] == ["", "", "", "Unit 2", "Unit 2"]
    assert found.rows[4].cells[0].at.text == "2"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "Stra\\ss{}e, na\\\"{\\i}ve, \\'Etude, \\c{C}a, \\v s, {\\o}l",
            "Straße, naïve, Étude, Ça, š, øl",
        ),
        ("100\\% \\& \\$5 \\#1 a\\_b \\{x\\}", "100% & $5 #1 a_b {x}"),
        ("9--10 --- ``trees'' it's", "9–10 — “trees” it's"),
        ("Dr.~Shade\\,A", "Dr. Shade A"),
        ("Trees % & not this\nand heaps", "Trees and heaps"),
        ("\\textbf{Trees} \\emph{and \\texttt{heaps}} {\\it x}", "Trees and heaps x"),
        ("\\textcolor{red}{Exam} \\color{blue}now \\vspace{2mm}", "Exam now"),
        ("Trees\\footnote{not here} \\cite{x}\\label{y}", "Trees"),
        ("$O(n \\log n)$, $5^{th}$, $\\alpha \\to \\beta$", "O(n log n), 5th, α → β"),
        ("\\verb|a_b & c| x", "a_b & c x"),
        ("\\raisebox{-1ex}[0pt][0pt]{Trees}", "Trees"),
        ("\\foo[opt]{Trees}{heaps}", "Trees heaps"),
        ("[TBD] a [b]", "[TBD] a [b]"),
        ("Trees \\hfill Hall 5", "Trees Hall 5"),
    ],
)
def test_commands_vanish_and_words_stay(written: str, shown: str) -> None:
    assert cell(written).lines == (shown,)


def test_links_keep_their_words_and_address() -> None:
    found = cell("\\href{https://a.org/x_y%20z\\#t}{\\emph{slides} 1} and \\url{b.org/c_d}")

    assert found.lines == ("slides 1 and b.org/c_d",)
    assert found.links == (
        Link("slides 1", "https://a.org/x_y%20z#t"),
        Link("b.org/c_d", "b.org/c_d"),
    )


@pytest.mark.parametrize("command", ["sout", "st", "cancel", "xout"])
def test_what_is_struck_out_is_kept_apart(command: str) -> None:
    found = cell(f"\\{command}{{Trees \\textbf{{old}}}} Heaps")

    assert (found.lines, found.struck) == (("Heaps",), ("Trees old",))


@pytest.mark.parametrize(
    "written",
    [
        "Trees\\newline Heaps",
        "\\makecell[tl]{Trees \\\\ Heaps}",
        "\\shortstack{Trees\\\\[1pt]Heaps}",
        "\\parbox[t]{3cm}{Trees \\\\ Heaps}",
        "\\begin{minipage}[t]{3cm}Trees\n\nHeaps\\end{minipage}",
        "\\begin{itemize}[noitemsep]\\item Trees \\item Heaps\\end{itemize}",
        "\\begin{tabular}[t]{@{}l@{}}Trees \\\\ Heaps\\end{tabular}",
    ],
)
def test_lines_and_items_in_a_cell_are_lines(written: str) -> None:
    assert cell(written).lines == ("Trees", "Heaps")


def test_the_label_of_an_item_stands_before_it() -> None:
    found = cell("\\begin{description}\\item[Due] Sheet 1\\item[Out:] Sheet 2\\end{description}")

    assert found.lines == ("Due: Sheet 1", "Out: Sheet 2")


def test_macros_of_the_page_are_expanded_and_what_they_say_has_a_place() -> None:
    found = table("""
\\newcommand{\\term}{Fall 2025}
\\newcommand*{\\hw}[2][out]{Sheet~#2 #1}
\\def\\Day#1{Jan #1}
\\NewDocumentCommand{\\week}{m m}{\\Day{#1} & #2 \\\\ \\hline}
\\newenvironment{plan}[1]{\\begin{tabular}{#1}}{\\end{tabular}}
\\renewcommand{\\arraystretch}{1.5}
\\begin{plan}{ll}
Date & Topic \\\\ \\hline
\\week{2}{Trees, \\hw{1}}
\\week{9}{\\hw[due]{1}}
\\end{plan}
""")

    assert [[one.text for one in row.cells] for row in found.rows] == [
        ["Jan 2", "Trees, Sheet 1 out"],
        ["Jan 9", "Sheet 1 due"],
    ]
    assert [one.at.text for one in found.rows[1].cells] == [
        "\\week{9}{\\hw[due]{1}}",
        "\\hw[due]{1}",
    ]


def test_a_macro_that_calls_itself_comes_to_an_end() -> None:
    assert read("\\def\\a{b\\a\\a}\\a\n\nEnd.").passages


def test_what_a_condition_or_comment_hides_is_not_read() -> None:
    hidden = "\\begin{tabular}{ll} 1/1 & Hidden \\\\ \\end{tabular}\n"
    text = f"""\\newif\\ifsolutions \\newif\\ifpublic \\publictrue
\\iffalse {hidden} \\ifsolutions x \\else y \\fi \\fi
\\begin{{comment}}
{hidden}\\end{{comment}}
\\begin{{verbatim}}{hidden}\\end{{verbatim}}
% {hidden}\\ifsolutions {hidden} \\else
\\begin{{tabular}}{{ll}} Date & Topic \\\\
1/2 & \\ifpublic Trees\\else Hidden\\fi \\\\ \\end{{tabular}}
\\fi
\\end{{document}}
{hidden}"""

    assert grid(text) == [["Date", "Topic"], ["1/2", "Trees"]]


@pytest.mark.parametrize(
    "damaged",
    ["\\textbf{Trees", "Trees}", "$Trees", "Trees$ $", "\\foo[Trees", "{\\bf Trees"],
)
def test_damage_in_a_cell_takes_nothing_away_from_the_rows_below(damaged: str) -> None:
    text = f"""\\section{{Plan}}
\\begin{{tabular}}{{lll}}
Date & Topic & Work \\\\ \\hline
1/2 & {damaged} & Sheet 1 \\\\
1/9 & Graphs & Sheet \\textbf{{2}} \\\\
\\end{{tabular}}
\\section{{After}}
"""
    rows = grid(text)

    assert [row[0] for row in rows] == ["Date", "1/2", "1/9"]
    assert "Trees" in rows[1][1]
    assert (rows[1][2], rows[2][2]) == ("Sheet 1", "Sheet 2")
    assert [said.text for said in read(text).passages] == ["Plan", "After"]


def test_passages_hold_what_is_said_around_the_tables() -> None:
    page = read("""\\documentclass{article}
\\newcommand{\\semester}{Fall 2025}
\\title{\\textbf{Trees}, \\semester}
\\date{2025}
not yet read
\\begin{document}
\\maketitle
\\section*{Time \\& place}
Mondays 10--12,
Hall 5. % not this

\\begin{itemize}
\\item Sheets due on Fridays
\\end{itemize}
\\begin{table}
\\begin{tabular}{ll} Date & Topic \\\\ 1/2 & x \\\\ \\end{tabular}
\\caption{The plan}
\\end{table}
\\end{document}
""")

    assert page.title == "Trees, Fall 2025"
    assert page.tables[0].headings == ("Trees, Fall 2025", "Time & place", "The plan")
    assert [(said.where, said.text) for said in page.passages] == [
        (Where.FRONT_MATTER, "Fall 2025"),
        (Where.TITLE, "Trees, Fall 2025"),
        (Where.FRONT_MATTER, "2025"),
        (Where.HEADING, "Time & place"),
        (Where.PROSE, "Mondays 10–12, Hall 5."),
        (Where.PROSE, "Sheets due on Fridays"),
        (Where.HEADING, "The plan"),
    ]
    assert page.passages[4].at.text == "Mondays 10--12,\nHall 5."


@pytest.mark.parametrize(
    "text",
    [
        (
            "\\begin{itemize}\n\\item[Jan 6] \\hw{1}\n\\item[Jan 8] Heaps\n\\item[Jan 13] Graphs\n"
            "\\end{itemize}\n"
        ),
        (
            "\\section{Week 1 (Jan 6)}\n\\hw{1}\n\\section{Week 2 (Jan 8)}\nHeaps\n"
            "\\section{Week 3 (Jan 13)}\nGraphs\n"
        ),
    ],
)
def test_dated_items_and_headings_are_rows(text: str) -> None:
    found = table(f"\\newcommand{{\\hw}}[1]{{Sheet #1}}\n{text}")

    assert [[one.text for one in row.cells[:2]] for row in found.rows] == [
        ["Jan 6", "Sheet 1"],
        ["Jan 8", "Heaps"],
        ["Jan 13", "Graphs"],
    ]
    assert found.rows[0].cells[0].at.text == "Jan 6"


PIECES = (
    "\\begin{tabular}", "{ll}", "\\end{tabular}", "&", "\\\\", "{", "}", "[", "]", "$", "%", "%\n",
    "\n", "\n\n", " ", "~", "^", "_", "\\textbf", "\\multicolumn", "{2}", "{c}", "{*}",
    "\\multirow", "\\newif",
    "\\newcommand", "{\\x}", "\\x", "#1", "[1]", "\\def", "\\iffalse", "\\iftrue", "\\ifx",
    "\\xtrue", "\\else", "\\fi", "\\href{a}", "\\url{b}", "\\sout", "\\section", "\\title",
    "\\caption", "\\item", "\\begin{itemize}", "\\end{itemize}", "\\begin{document}", "\\endhead",
    "\\endfirsthead", "\\endfoot", "\\hline", "\\midrule", "\\cmidrule", '\\"', "o", "\\c",
    "\\tablehead", "\\begin{longtable}", "\\end{longtable}", "\\begin{verbatim}", "\\verb|a|",
    "\\newenvironment", "{e}", "\\begin{e}", "\\end{e}", "a", "1/2", "Jan 5", "\\", "\\alpha",
    "\\rowcolor", "\\begin{tabu} to", "\\[2pt]", "\0", "é",
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
@settings(deadline=None, max_examples=200)
def test_no_text_is_too_damaged(text: str) -> None:
    for found in read(text).tables:
        rows = ([found.header] if found.header else []) + list(found.rows)
        assert len({len(row.cells) for row in rows}) <= 1
        for one in (one for row in rows for one in row.cells):
            assert 0 <= one.at.start <= one.at.end <= len(one.at.source.text)
