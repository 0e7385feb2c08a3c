"""Sentences that say the same, tied with their evidence.

The way: `sentences` (what is compared) → `candidates` (pairs worth a look) → `evidence` (a pair by itself) →
`surroundings` (what stands around it) → `model` (the probability) → `selection` → `relation`, `order`, `why`.
"""

from dmreader.comparing.links.linking import link
from dmreader.comparing.links.model import Scorer

__all__ = ["Scorer", "link"]
