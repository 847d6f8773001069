"""What the screens are made of: one widget a file, on Textual's Line API; a widget knows model types and its own messages."""
