"""Findings: what is worth a look in the claims of a ledger, with the reasons."""
