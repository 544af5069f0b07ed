from syllabical.read import spreadsheet
from syllabical.source import Source


def told(text: str) -> list[list[str]]:
    [table] = spreadsheet.page(Source("plan.csv", text)).tables
    return [[cell.text for cell in row.cells] for row in (table.header, *table.rows) if row]


def test_what_stands_in_most_cells_need_not_part_them() -> None:
    assert told("Date,Topic\n1 May,a; b; c\n8 May,d; e; f\n15 May,g; h; i\n") == [
        ["Date", "Topic"],
        ["1 May", "a; b; c"],
        ["8 May", "d; e; f"],
        ["15 May", "g; h; i"],
    ]
