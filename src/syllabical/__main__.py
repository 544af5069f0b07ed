"""`python -m syllabical`."""

from syllabical.cli import main

if __name__ == "__main__":
    main(prog_name="syllabical")
