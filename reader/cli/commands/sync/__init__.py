"""`sync`: one reading state with servers that others read from too."""
