"""What the page says of its article: title, byline, dates, site, summary."""
