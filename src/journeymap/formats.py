"""What a picture can be had in, by the suffixes of the files."""

PICTURES = ("svg", "png", "pdf")
"""The formats of every picture."""

DOCUMENTS = (*PICTURES, "md", "html", "csv")
"""The formats of a picture that is a document too."""

GRAPHS = (*PICTURES, "dot")
"""What a graph can be had in."""
