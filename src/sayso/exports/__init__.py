"""Exports: one module a format, each with SUFFIX, describe and write."""
