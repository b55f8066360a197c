"""Plots of the studies' own numbers. Only here are pyqtgraph and numpy known.

They take about a quarter of a second to load, so nothing outside imports this package's modules
before a plot is asked for. `warm_up` loads them ahead of the first plot, when the program is idle.
"""


def warm_up() -> None:
    """Load the plotting library and paint once out of sight, so that the first plot is quick."""
    from explorer.plots.rehearsal import rehearse

    rehearse()
