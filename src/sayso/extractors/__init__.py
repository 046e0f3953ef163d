"""Extractors: one module each, from a document to claims, pure."""
