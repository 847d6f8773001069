"""Where results go: the streams, their styles, the pager, progress, the log on stderr."""
