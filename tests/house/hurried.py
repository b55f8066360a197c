"""Run in a process of its own: loads PySide in a hurry, and tells what is different for it."""

import sys


def main() -> None:
    from explorer import quick_start

    kept_file = sys.argv[1]
    quick_start._kept_file = lambda: kept_file
    compile_before = compile
    compiled = []
    import builtins

    def watch(source: object, name: str, *more: object, **named: object) -> object:
        compiled.append(str(name))
        return compile_before(source, name, *more, **named)

    builtins.compile = watch
    with quick_start.quick_start():
        from PySide6.QtGui import QColor

        from explorer.canvas.palette import Palette  # a module that uses PySide
    import json
    import linecache

    found = {
        "compiled": [name for name in compiled if name.startswith(quick_start._EMBEDDED)],
        "restored": builtins.compile is watch,
        "feature": builtins.__import__ is builtins.__feature_import__,
        "argparse": "argparse" in sys.modules,
        "sources_read": sys.modules[Palette.__module__].__file__ in linecache.cache,
    }
    try:
        QColor([], [], [], [], [])
    except TypeError as error:
        found["refusal"] = str(error)
    from PySide6.support.signature.lib import pyi_generator

    found["late"] = callable(pyi_generator.generate_pyi)
    found["unknown"] = hasattr(pyi_generator, "no_such_thing")
    print(json.dumps(found))  # noqa: T201


main()
