"""Making reference cases with R, by hand: nothing here is part of the tests."""
