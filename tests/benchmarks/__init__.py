"""Benchmarks: our time as a ratio to a floor measured in the same run. `dev.py bench` prints the table."""
