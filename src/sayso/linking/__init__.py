"""Linking: who speaks, which claims are about the same matter, and who got a figure from whom."""

from sayso.linking.told import Told, link

__all__ = ["Told", "link"]
