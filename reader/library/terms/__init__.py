"""What a word or a pattern of a query means in stored text: letters folded, forms of one word, patterns that end in time.

In come plain strings, out go plain strings; nothing here knows a database.
"""
