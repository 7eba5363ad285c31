"""What each unit may be, with a score for each kind: by its own words, and by what stands around it."""
