"""The table of actions, and the user's own keys for them."""
