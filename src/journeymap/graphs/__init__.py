"""A journey as a graph: what leads to what. No positions, no sizes, no colours."""
