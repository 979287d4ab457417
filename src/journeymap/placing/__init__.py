"""Where the nodes of a graph stand and which ways its edges take: numbers, and nothing else."""
