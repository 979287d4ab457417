"""The way through a journey: a graph as blocks, and as boxes where an engine puts them."""
