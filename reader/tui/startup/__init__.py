"""From the command to the first paint, and out again by a signal."""
