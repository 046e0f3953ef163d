"""Attribution: who says what, from cues, quotes and syntax to statements."""
