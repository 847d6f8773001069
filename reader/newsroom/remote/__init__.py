"""Servers with which the library is kept in step.

Comes in: an account of the library and its password.  Goes out: states and entries in the library, changes at the server.

    syncing     what is pushed and pulled, in which order, and what may be concluded from an answer
    passwords   where passwords are kept
"""
