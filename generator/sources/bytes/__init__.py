"""From the bytes of a file to its text: what it is packed in, and its encoding."""
