"""XML as documents need it: nodes with their places in the bytes."""
