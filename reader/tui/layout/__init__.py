"""Where panes stand on a screen of some size, and the lines around them."""
