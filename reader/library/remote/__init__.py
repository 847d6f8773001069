"""Servers that keep the reading state too: what of them is known here, and what they have still to be told.

Comes in: feeds and items of a server, with their states (from `newsroom/remote`).  Goes out: what the user has changed since.

    accounts    the servers, one row a user of a server
    items       which entry is which item of a server; giving entries the server's states
    outbox      what the user changed, and the server does not know yet

The outbox is filled by triggers of the schema, so that a change and its row are one transaction whoever makes the change, and
a change that is taken back is told as well.  Rejected: telling the server at once (offline, it is lost), and reading the
journal of undo (it forgets).
"""
