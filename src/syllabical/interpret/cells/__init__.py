"""What a cell says: a class, an exam, homework, that there is no class."""
