"""Scene in, bytes out: the only folder that knows svgwrite, CairoSVG and Graphviz."""
