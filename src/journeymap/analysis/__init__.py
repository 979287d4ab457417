"""Plain functions over the model."""
