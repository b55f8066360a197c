"""MDMA Brain Explorer: click a brain, see what MDMA does there and how sure we are."""

__version__ = "0.1.0"
