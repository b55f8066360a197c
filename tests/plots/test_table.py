"""The table holds what the plot shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from explorer.domain.vocabulary import Language

ACROSS = Qt.Orientation.Horizontal


def rows(view):
    model = view.table.model()
    names = [model.headerData(at, ACROSS) for at in range(model.columnCount())]
    return [
        dict(zip(names, (model.index(row, at).data() for at in range(len(names))), strict=True))
        for row in range(model.rowCount())
    ]


def test_table_has_every_number_with_its_unit_and_source(plot, dataset, work):
    first, second, *_ = rows(plot(dataset("bars")))
    assert first["What"] == "Morning"
    assert first["Group"] == "Coffee"
    assert first["Alertness (points)"] == "12.5"
    assert (first["Lower end"], first["Upper end"]) == ("9.25", "15.75")
    assert first["n"] == "14"
    assert first["Source"].startswith(work.authors[0].family)
    assert first["Source"].endswith("table 1")
    assert second["Spread"] == "no spread given"
    assert second["Remark"] == "only eleven came back"


def test_table_of_a_course_has_the_number_axis(plot, dataset):
    table = rows(plot(dataset("course"), Language.NL))
    assert [row["Time (nl) (min)"] for row in table] == ["0", "30", "60", "180", "0", "60", "180"]
    assert table[1]["Alertness (nl) (points)"] == "6,25"


def test_table_takes_the_place_of_the_plot_and_the_keys(plot, dataset):
    view = plot(dataset("bars"))
    view.show_table(True)
    table = view.findChild(QTableView, "plot_table")
    assert table.isVisible()
    assert not view.figure.isVisible()
    assert view.main_stop() is table
    assert table.accessibleName() == "Table: Coffee may raise bars ep"
    view.show_table(False)
    assert view.figure.isVisible()
    assert view.main_stop() is view.figure.graph


def test_every_column_can_be_read(plot, dataset):
    for width in (700, 1600):
        view = plot(dataset("bars"))
        view.resize(width, 500)
        view.show_table(True)
        table = view.table
        for column in range(table.model().columnCount()):
            wanted = min(table.sizeHintForColumn(column), 300)
            assert table.columnWidth(column) >= wanted
        view.show_table(False)


def test_ends_have_columns_only_where_there_are_some(plot, dataset):
    assert "Lower end" not in rows(plot(dataset("icons")))[0]


def test_model_keeps_qt_s_rules(plot, dataset, qtmodeltester):
    qtmodeltester.check(plot(dataset("bars")).table.model())
