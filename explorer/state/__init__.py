"""Where the person is and what they chose. QtCore only."""
