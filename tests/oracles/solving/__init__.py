"""What each family of reference cases asks of reviewkit: one module a kind of function."""
