"""What of the pinned cases is solved, refused and compared: counted by hand, one module a solver.

Each module has ``SOLVED`` (how many cases, by family and measure), ``NOT_OFFERED`` (why the others
are refused, and how many), ``KEYS`` (what every solved case of a family is compared on), ``APART``
(by reason: the cases that differ in some numbers, and those numbers, a path each) and
``is_offered``, which decides from the case alone, apart from the adapter.
"""
