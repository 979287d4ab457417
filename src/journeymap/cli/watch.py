"""`journeymap watch`: the picture in the browser, drawn anew whenever its file is saved."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command, whole
from journeymap.cli.shared import add_view
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeymap.cli.parser import Commands
    from journeymap.diagram import Diagram
    from journeymap.model.journey import Journey
    from journeymap.watch.choice import Choice
    from journeymap.watch.preview import Preview
    from journeymap.watch.server import Server

_EXAMPLES = """\
  journeymap watch crm.yaml
  journeymap watch crm.yaml --view mindmap --theme dark
  journeymap watch as-is.yaml --lanes emotions --curves to-be.yaml
  journeymap watch crm.yaml --port 8765 --no-open"""

_HIGHEST_PORT = 65535


def add(commands: Commands) -> None:
    """Add what can be typed."""
    watch = add_command(
        commands,
        "watch",
        "show the picture in the browser while its file is written",
        _EXAMPLES,
        run,
    )
    watch.add_argument("input", metavar="FILE", help="a journey file")
    add_view(watch)
    watch.set_defaults(scale=1.0)
    watch.add_argument("--port", type=whole, default=0, help="the port (default: any that is free)")
    watch.add_argument(
        "--no-open", action="store_true", help="print the address only; open no browser"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve the preview until it is interrupted."""
    from journeymap.cli import pictures
    from journeymap.cli.inout import STREAM, tell
    from journeymap.errors import OptionError, SourceError
    from journeymap.files import load
    from journeymap.watch.choice import Choice
    from journeymap.watch.preview import Preview

    if arguments.input == STREAM:
        raise OptionError("-: only a file can be watched")
    if not 0 <= arguments.port <= _HIGHEST_PORT:
        raise OptionError(f"--port: must be from 0 to {_HIGHEST_PORT} (got {arguments.port})")
    pictures.view_named(arguments.view)
    pictures.refuse_options(arguments)
    draw = _drawing(arguments)
    try:
        # A wrong call ends here; what is wrong in the file is shown in the page.
        draw(load(arguments.input), Choice())
    except SourceError as error:
        tell(str(error))
    preview = Preview(lambda: load(arguments.input), draw, Path(arguments.input).name)
    return _serve(arguments, preview)


def _serve(arguments: argparse.Namespace, preview: Preview) -> int:
    import threading
    import webbrowser

    from journeymap.cli.inout import STREAM, tell, write
    from journeymap.watch.watching import Watch

    server = _server(arguments, preview)
    watch = Watch([arguments.input, *(arguments.curves or ())], preview.changed)
    serving = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    try:
        serving.start()
        write(STREAM, f"{server.url}\n".encode())
        tell(f"{arguments.input}: is watched; Ctrl-C ends")
        if not arguments.no_open:
            webbrowser.open(server.url)
        while serving.is_alive():
            serving.join(1.0)
    except KeyboardInterrupt:
        pass
    finally:
        watch.close()
        preview.close()
        server.shutdown()
        server.server_close()
    return DONE


def _server(arguments: argparse.Namespace, preview: Preview) -> Server:
    from journeymap.errors import OptionError
    from journeymap.watch.choice import Choice
    from journeymap.watch.server import Server

    chosen = Choice(arguments.view, arguments.theme or "", arguments.language or "")
    try:
        return Server(preview, chosen, arguments.port)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise OptionError(f"--port: {arguments.port} cannot be had: {said}") from None


def _drawing(arguments: argparse.Namespace) -> Callable[[Journey, Choice], Diagram]:
    """Return what draws a choice with the options of the command."""
    import attrs

    from journeymap.cli import pictures
    from journeymap.views import VIEWS

    def draw(journey: Journey, choice: Choice) -> Diagram:
        view = VIEWS[choice.view or arguments.view]
        asked = {name: value for name, value in attrs.asdict(choice).items() if value}
        given = argparse.Namespace(**{**vars(arguments), **asked})
        if given.view != arguments.view:
            # The other options are meant for the view of the command.
            given = pictures.suited(given, view)
        return view(journey, **pictures.view_options(given, view))

    return draw
