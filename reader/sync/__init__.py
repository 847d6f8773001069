"""The protocols of servers that keep a reading state, as pure requests and answers.

Comes in: what is to be asked (`google_reader.item_ids`, `edit_state` ...) gives a `Call`; the bytes of the answer
go into the function that reads them.  Goes out: feeds, ids and items of the server.  Nothing here opens a connection:
`sources` carries a call, `newsroom/remote` decides what is called and what follows from the answer.

    messages        a call, and what answers hold
    google_reader   the protocol of the late Google Reader, as FreshRSS, Miniflux, BazQux, The Old Reader, Inoreader speak it

An answer that is not whole, or is of another kind than was asked for, is refused (`UnreadableError`): nothing may be concluded
from it.  Rejected: the client libraries of the single servers (one protocol serves them all), and inferring a server's kind
from its name (an answer says it).
"""
