"""Where work is done: in this process, in several of this machine, or on the nodes of a Ray cluster."""
