"""What stands around a plot: units, meaning of the bars, n, what is missing, sources."""

import pytest
from PySide6.QtWidgets import QLabel

from explorer.domain.vocabulary import Language, Level, Species
from tests.plots.samples import crowd


def text_of(view, name):
    label = view.findChild(QLabel, name)
    assert label.isVisible()
    return label.text()


def test_title_says_the_finding_in_the_reader_s_wording(plot, dataset):
    assert text_of(plot(dataset("bars")), "plot_title") == "Coffee may raise bars ep"
    view = plot(dataset("bars"), Language.NL, level=Level.CLINICAL)
    assert text_of(view, "plot_title") == "Coffee may raise bars nc"


def test_axes_have_names_with_units(plot, dataset):
    assert text_of(plot(dataset("bars")), "plot_x_name") == "Alertness (points)"
    view = plot(dataset("course"))
    assert text_of(view, "plot_x_name") == "Time (min)"
    assert text_of(view, "plot_y_name") == "Alertness (points)"


def test_numbers_follow_the_language(plot, dataset):
    _, values = plot(dataset("bars"), Language.NL).figure.graph.row_axes
    assert "12,5\u00a0" not in "".join(values.texts)
    assert any(text.startswith("12,5 (SD 3,25)") for text in values.texts)
    _, values = plot(dataset("bars")).figure.graph.row_axes
    assert any(text.startswith("12.5 (SD 3.25)") for text in values.texts)


def test_ticks_have_no_prefix_that_nobody_asked_for(plot, dataset):
    axis = plot(dataset("course")).figure.graph._left
    assert axis.tickStrings([0, 20_000, 40_000], 1.0, 20_000) == ["0", "20000", "40000"]
    assert axis.tickStrings([-0.5, 0, 0.25], 1.0, 0.25) == ["\u22120.5", "0", "0.25"]
    assert not axis.autoSIPrefix


def test_meaning_of_the_bars_is_written_under_the_plot(plot, dataset):
    notes = text_of(plot(dataset("course")), "plot_notes")
    assert "Error bars: standard error (SE)." in notes
    assert "An open symbol: the source gives no spread for that value." in notes
    notes = text_of(plot(dataset("bars")), "plot_notes")
    assert "standard deviation (SD) or 95% confidence interval (95% CI)" in notes


def test_no_spread_at_all_is_said(plot, dataset):
    one = dataset("points")
    bare = tuple(
        point._replace(spread=None, spread_value=None, low=None, high=None) for point in one.points
    )
    notes = text_of(plot(one._replace(points=bare)), "plot_notes")
    assert "No error bars: the sources give no spread" in notes


def test_sources_name_work_and_table(plot, dataset, work):
    notes = text_of(plot(dataset("bars")), "plot_notes")
    assert work.authors[0].family in notes
    assert "table 1, figure 2, abstract" in notes
    notes = text_of(plot(dataset("bars"), Language.NL), "plot_notes")
    assert "tabel 1, figuur 2, samenvatting" in notes


def test_places_that_are_in_no_list_stay_as_they_are(plot, dataset):
    one = dataset("points")
    odd = one.points[0]._replace(source="page 7")
    assert "(page 7)" in text_of(plot(one._replace(points=(odd,))), "plot_notes")


def test_a_remark_on_one_value_names_it(plot, dataset):
    notes = text_of(plot(dataset("bars")), "plot_notes")
    assert "Morning, Water: only eleven came back" in notes


def test_n_stands_at_each_row(plot, dataset):
    _, values = plot(dataset("bars")).figure.graph.row_axes
    ends = [text.replace("\u00a0", " ").rpartition("; ")[2] for text in values.texts]
    assert ends == ["n = 14", "n = 13", "n = 14", "n not given"]


def test_n_stands_under_a_course_where_it_differs(plot, dataset):
    view = plot(dataset("course"))
    assert view.figure.graph.counts.isVisible()
    lines = view.figure.graph.counts.lines
    assert lines[0].counts == ((0.0, "14"), (30.0, "14"), (60.0, "12"), (180.0, "12"))


def test_n_stands_in_the_legend_where_it_is_the_same(plot, work):
    from explorer.plots.legend import Legend

    view = plot(crowd(work.key, 20))
    assert view.findChild(Legend).texts == ["Coffee (n = 3)"]
    assert not view.figure.graph.counts.isVisible()


def test_people_and_animals_are_told_apart(plot, dataset):
    assert text_of(plot(dataset("bars")), "plot_who").startswith("People ·")
    one = dataset("bars")
    rats = tuple(series._replace(species=Species.RAT) for series in one.series)
    assert text_of(plot(one._replace(series=rats)), "plot_who").startswith("Rats, not people ·")


@pytest.mark.parametrize("kind", ["bars", "course", "points", "icons"])
def test_every_text_stands_within_the_figure(plot, dataset, kind):
    view = plot(dataset(kind), Language.NL)
    for pixels in (13, 26):
        face = view.font()
        face.setPixelSize(pixels)
        view.setFont(face)
        view.resize(700, 460)
        figure = view.figure
        for label in figure.findChildren(QLabel):
            if label.text():
                assert label.heightForWidth(label.width()) <= label.height() + 1, label.objectName()
                assert figure.rect().contains(label.geometry()), label.objectName()
        assert figure.rect().contains(figure.chart.geometry())
