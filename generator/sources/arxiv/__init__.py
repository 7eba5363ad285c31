"""arXiv's own formats: mails, listings, `.abs` files."""
