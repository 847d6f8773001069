"""What words, class names and phrases hint at, read from data files."""
