"""Gazetteers: places by name, from data on this machine."""
