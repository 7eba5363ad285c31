"""Pages of sites and papers, copied whole: which lines are of a paper and which are of the page."""
