"""Tests of comparing several sources."""
