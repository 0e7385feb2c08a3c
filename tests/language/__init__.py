"""Tests of tokens, sentences and what is known of languages."""
