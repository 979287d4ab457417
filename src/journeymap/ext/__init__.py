"""Journeys inside documents of other programs: Sphinx, Python-Markdown, Markdown files.

Each module here is loaded by the program that it is for; nothing else of the library imports them.
"""
