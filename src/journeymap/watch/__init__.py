"""The live preview: a page on this machine that shows a picture while its file is written.

`watching` sees that a file has changed, `preview` draws, `server` answers the browser, `page` is
what it answers with.
"""
