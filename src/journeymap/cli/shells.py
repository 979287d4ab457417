"""The scripts by which bash, zsh and fish complete the command.

Each is made from what the parser takes, so that it says what the program does.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from journeymap.cli.typed import Argument, Command

_SUFFIXES = ("yaml", "yml", "toml", "json")


def bash(commands: Sequence[Command]) -> str:
    """Return the script for bash, from version 3.2 on."""
    lines = [
        "# Completion of journeymap for bash: source this file.",
        *_BASH_HELPERS.splitlines(),
        "_journeymap() {",
        "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}",
        "  local command=",
        "  # Bash takes `--view=table` for three words.",
        "  if [[ $current == = ]]; then current=",
        "  elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi",
        "  if ((COMP_CWORD > 1)); then command=${COMP_WORDS[1]}; fi",
        "  COMPREPLY=()",
        "  case $command in",
        f"  '') _journeymap_words {_quoted([*_names(commands), '--help', '--version'])} ;;",
        *(line for command in commands for line in _bash_command(command)),
        "  esac",
        "}",
        "complete -F _journeymap journeymap",
    ]
    return "".join(f"{line}\n" for line in lines)


_BASH_HELPERS = """\
_journeymap_words() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(printf '%s\\n' "$@")" -- "$current"))
}
_journeymap_list() {
  local IFS=$'\\n' head=
  [[ $current == *,* ]] && head=${current%,*},
  COMPREPLY=($(compgen -P "$head" -W "$(printf '%s\\n' "$@")" -- "${current##*,}"))
  compopt -o nospace 2>/dev/null
}
_journeymap_files() {
  local IFS=$'\\n' suffix
  compopt -o filenames 2>/dev/null
  if (($# == 0)); then COMPREPLY=($(compgen -f -- "$current")); return; fi
  COMPREPLY=($(compgen -d -- "$current"))
  for suffix in "$@"; do COMPREPLY+=($(compgen -f -X "!*.$suffix" -- "$current")); done
}"""


def _bash_command(command: Command) -> Iterator[str]:
    yield f"  {command.name})"
    yield "    case $before in"
    for option in command.options:
        if not option.is_flag:
            yield f"    {'|'.join(option.spellings)}) {_bash_value(option)}; return ;;"
    yield "    esac"
    spellings = [text for option in command.options for text in option.spellings]
    yield f"    if [[ $current == -* ]]; then _journeymap_words {_quoted(spellings)}; return; fi"
    words = [word for operand in command.operands for word in operand.words]
    files = next((operand for operand in command.operands if operand.is_file), None)
    if words:
        yield f"    if ((COMP_CWORD == 2)); then _journeymap_words {_quoted(words)}; return; fi"
    yield f"    {_bash_value(files) if files else ':'} ;;"


def _bash_value(argument: Argument) -> str:
    if argument.words:
        helper = "list" if argument.is_list else "words"
        return f"_journeymap_{helper} {_quoted(argument.words)}"
    if argument.is_file or argument.is_list:
        return " ".join(["_journeymap_files", *(_SUFFIXES if argument.is_journey else ())])
    return ":"


def zsh(commands: Sequence[Command]) -> str:
    """Return the script for zsh."""
    listed = (f"    {shlex.quote(f'{one.name}:{one.help}')}" for one in commands)
    lines = [
        "#compdef journeymap",
        "# Completion of journeymap for zsh: a file _journeymap in a folder of fpath.",
        "_journeymap() {",
        "  local state line",
        "  local -a commands",
        "  commands=(",
        *listed,
        "  )",
        "  _arguments -C '(- *)--help[show this help]' '(- *)--version[show the version]' \\",
        "    '1:command:->command' '*::argument:->argument'",
        "  case $state in",
        "  command) _describe command commands ;;",
        "  argument)",
        "    case $words[1] in",
        *(line for command in commands for line in _zsh_command(command)),
        "    esac ;;",
        "  esac",
        "}",
        'if [[ $funcstack[1] == _journeymap ]]; then _journeymap "$@"; else',
        "  compdef _journeymap journeymap; fi",
    ]
    return "".join(f"{line}\n" for line in lines)


def _zsh_command(command: Command) -> Iterator[str]:
    options = [text for option in command.options for text in _zsh_option(option)]
    operands = [_zsh_operand(operand) for operand in command.operands]
    yield f"    {command.name}) _arguments \\"
    parts = [shlex.quote(part) for part in (*options, *operands)]
    yield from (f"      {part} \\" for part in parts[:-1])
    yield f"      {parts[-1]} ;;"


def _zsh_option(option: Argument) -> Iterator[str]:
    said = option.help
    for character in "\\[]:":
        said = said.replace(character, f"\\{character}")
    for spelling in option.spellings:
        often = "*" if option.may_repeat else ""
        if option.is_flag:
            yield f"{often}{spelling}[{said}]"
        else:
            mark = "=" if spelling.startswith("--") else "+"
            yield f"{often}{spelling}{mark}[{said}]:value:{_zsh_value(option)}"


def _zsh_operand(operand: Argument) -> str:
    return f"{'*' if operand.may_repeat else ''}:{'file' if operand.is_file else 'word'}:" + (
        _zsh_value(operand)
    )


def _zsh_value(argument: Argument) -> str:
    if argument.words:
        words = " ".join(argument.words)
        return f"_values -s , value {words}" if argument.is_list else f"({words})"
    if argument.is_journey:
        return f'_files -g "*.({"|".join(_SUFFIXES)})(-.)"'
    return "_files" if argument.is_file or argument.is_list else " "


def fish(commands: Sequence[Command]) -> str:
    """Return the script for fish."""
    lines = [
        "# Completion of journeymap for fish: a file journeymap.fish in the folder completions.",
        "# What is typed before the last comma stays in front of each word of a list.",
        "function __journeymap_typed",
        "  string replace -r '[^,]*$' '' -- (commandline -ct)",
        "end",
        "complete -c journeymap -f",
        "complete -c journeymap -n __fish_use_subcommand -l help -d 'show this help'",
        "complete -c journeymap -n __fish_use_subcommand -l version -d 'show the version'",
    ]
    for command in commands:
        said = _fish_quoted(command.help)
        lines.append(f"complete -c journeymap -n __fish_use_subcommand -a {command.name} -d {said}")
        start = f"complete -c journeymap -n '__fish_seen_subcommand_from {command.name}'"
        lines += [f"{start} {_fish_option(option)}" for option in command.options]
        lines += [f"{start} {_fish_value(operand)}" for operand in command.operands]
    return "".join(f"{line}\n" for line in lines)


def _fish_option(option: Argument) -> str:
    spelt = (
        f"-l {text[2:]}" if text.startswith("--") else f"-s {text[1:]}" for text in option.spellings
    )
    value = [] if option.is_flag else ["-r", _fish_value(option)]
    return " ".join([*spelt, *value, "-d", _fish_quoted(option.help)])


def _fish_value(argument: Argument) -> str:
    if not argument.words:
        return "-F" if argument.is_file or argument.is_list else "-f"
    words = " ".join(argument.words)
    if argument.is_list:
        return f"-f -a '(__journeymap_typed){{{','.join(argument.words)}}}'"
    return f"-f -a '{words}'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _names(commands: Sequence[Command]) -> list[str]:
    return [command.name for command in commands]


def _quoted(words: Sequence[str]) -> str:
    return " ".join(shlex.quote(word) for word in words)


SCRIPTS = {"bash": bash, "zsh": zsh, "fish": fish}
