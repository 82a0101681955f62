"""Tables the rewording of English reads; see the head of each file for where it comes from."""
