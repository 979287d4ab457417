"""Model to boxes: where everything stands, in numbers only. No colour is known here."""
