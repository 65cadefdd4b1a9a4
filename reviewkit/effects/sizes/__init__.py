"""Effect sizes of many studies: columns in, one row a study out."""

from reviewkit.effects.sizes.of_studies import MEASURES, effect_sizes, over_r
from reviewkit.effects.sizes.values import EffectSizes

__all__ = ["MEASURES", "EffectSizes", "effect_sizes", "over_r"]
