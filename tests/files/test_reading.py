from pathlib import Path

from syllabical.files.reading import Project


def test_a_name_that_no_file_can_have_names_no_neighbour(tmp_path: Path) -> None:
    beside = Project(tmp_path).beside(tmp_path / "page.md")

    assert beside("a" * 300 + ".md") is None


def test_what_lies_outside_the_project_is_no_neighbour(tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "known.yml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "inside" / "led-out.yml").symlink_to(tmp_path / "secret.yml")
    beside = Project(tmp_path / "inside").beside(tmp_path / "inside" / "page.md")

    found = [beside(name) for name in ("known.yml", "../secret.yml", "led-out.yml")]

    assert [one is not None for one in found] == [True, False, False]
