from reports import BARE, LONG, WHOLE, report
from syllabical import render


def test_a_workflow_command_carries_place_message_and_help_and_breaks_out_of_nothing() -> None:
    assert render.diagnostics_for_github(report(WHOLE, BARE, LONG)) == (
        "::error title=no-page::there is no page\n"
        "::notice file=_pages/a b%2Cc.md,line=1,endLine=2,title=long::two lines\n"
        "::warning file=_pages/a b%2Cc.md,line=2,endLine=2,col=10,endColumn=15,"
        "title=date-goes-backwards::`03/01` comes%0Abefore 100%25"
        "%0Anote: the row above it (_pages/a b,c.md:1:1)%0Ahelp: did you mean `03/02`?\n"
    )


def test_nothing_to_say_is_nothing() -> None:
    assert render.diagnostics_for_github(report()) == ""
