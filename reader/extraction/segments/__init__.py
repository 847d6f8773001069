"""The tags of the region to segments: paragraphs, headings, listings, tables, figures, with their inline runs."""
