"""Which units make a paper: the best reading of the whole text, and the records that follow from it."""
