"""Reading List: from what a researcher has at hand about papers to a searchable, citable site."""
