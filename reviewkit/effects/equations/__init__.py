"""The equations of each effect measure, written once, over arrays of studies.

One module a design. A function takes the columns of its design as arrays and returns a `Solution`:
estimates, sampling variances, and the reasons why a row has none. Beside each function stand its
equations for people and, by variance type, its variances. Checks of the input, zero cells and
intervals are not here (`reviewkit.effects.sizes`).

Measures and variance types carry metafor's names; the equations are those of the papers cited. No
line of metafor's code was copied.
"""
