"""What a phrase or a line says by itself of what it is: people, a venue, a label, an identifier, a reference,
a line that goes on in the next one. Every reader of text uses these; none knows the text around the phrase.
"""
