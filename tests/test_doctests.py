"""The examples in the docstrings run."""

import doctest
import importlib
import pkgutil

import pytest

import journeymap

MODULES = [
    module.name
    for module in pkgutil.walk_packages(journeymap.__path__, "journeymap.")
    if not module.name.endswith("__main__")
]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module(name):
    module = importlib.import_module(name)
    assert doctest.testmod(module, optionflags=FLAGS).failed == 0


def test_there_are_examples():
    assert sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES) > 10
