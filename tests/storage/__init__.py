"""Tests of assistant.storage, with real files in temporary folders."""
