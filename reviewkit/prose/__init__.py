"""A writer's text, sentence by sentence, held against a review."""
