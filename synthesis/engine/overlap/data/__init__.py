"""Tables the overlap engine reads; see the head of each file for where it comes from."""
