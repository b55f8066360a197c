"""Turns the table of commands into Qt actions and one menu."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explorer.i18n import Words
from explorer.widgets.actions import MENU, Command, Scope


class CommandSet(QObject):
    """Owns the actions; emits the id of the one that a person chose.

    Args:
        window: where window-wide shortcuts act.
        diagram: where single letters act.
    """

    chosen = Signal(str)
    """Id of a command."""

    def __init__(self, window: QWidget, diagram: QWidget) -> None:
        super().__init__(window)
        self.menu = QMenu(window)
        self.menu.setObjectName("main_menu")
        self._actions: dict[str, QAction] = {}
        for group in MENU:
            for command in group:
                action = self._build(command, window, diagram)
                self._actions[command.id] = action
                self.menu.addAction(action)
            if group is not MENU[-1]:
                self.menu.addSeparator()

    def set_words(self, words: Words, names: Mapping[str, str]) -> None:
        """Choose the language.

        Args:
            words: interface texts.
            names: by id, texts that come from the pack instead.
        """
        for command_id, action in self._actions.items():
            action.setText(names.get(command_id) or words(f"menu.{command_id}"))

    def check(self, **states: bool) -> None:
        """Set the check marks of choices, by id."""
        for command_id, state in states.items():
            self._actions[command_id].setChecked(state)

    def allow(self, **states: bool) -> None:
        """Grey out what the pack has nothing for, by id."""
        for command_id, is_possible in states.items():
            self._actions[command_id].setEnabled(is_possible)

    def _build(self, command: Command, window: QWidget, diagram: QWidget) -> QAction:
        action = QAction(self)
        action.setObjectName(f"action_{command.id}")
        action.setData(command.id)
        action.setCheckable(command.is_choice)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        action.setShortcutVisibleInContextMenu(True)
        if command.scope is Scope.DIAGRAM:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            diagram.addAction(action)
        else:
            window.addAction(action)
        action.triggered.connect(self._on_triggered)
        return action

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())
