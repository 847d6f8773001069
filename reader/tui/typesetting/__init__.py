"""An article in lines: layouts of articles, blocks and tables, and the renderer of lines."""
