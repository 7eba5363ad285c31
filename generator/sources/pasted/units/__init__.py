"""Lines become units: paragraphs, labelled values, identifiers, items of lists, parts of an abstract."""
