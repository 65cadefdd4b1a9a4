"""SPRITE: Heathers et al. 2018, doi:10.7287/peerj.preprints.26968v1, by its authors' examples.

The preprint was not read. Brown's introduction to it (steamtraen.blogspot.com, May 2018) and the
page of rsprite2 (lukaswallrich.github.io/rsprite2), read 2026-11-28, each give samples they found.
"""

from __future__ import annotations

from reviewkit.audit import sprite


def test_brown_introduction() -> None:
    """Twenty answers from 1 to 5 with a mean of 2.35 and an SD of 1.39."""
    found = sprite("2.35", "1.39", 20, scale=(1, 5))
    assert found.fits
    assert found.complete


def test_rsprite2_page() -> None:
    """Twenty answers from 1 to 5, with a mean of 2.2 and an SD of 1.3: the page prints a sample."""
    printed = (2, 2, 2, 4, 2, 1, 1, 4, 1, 1, 2, 1, 4, 2, 5, 1, 4, 2, 3, 1)
    found = sprite("2.2", "1.3", 20, scale=(1, 5))
    assert found.fits
    assert all(printed.count(answer) >= least for answer, least in found.forced)
    assert found.top is not None
    assert max(printed) >= found.top
    assert sprite("2.20", "1.32", 20, scale=(1, 5)).fits
