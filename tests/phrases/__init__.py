"""Tests of assistant/phrases."""
