"""Charts of money: bars by category, lines over time, what moves the result most."""
