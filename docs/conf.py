"""How Sphinx makes a site of the documentation; `make docs` runs it, and a dead link fails it."""

project = "tco-bot"
copyright = "the contributors of tco-bot"  # noqa: A001 - Sphinx's name for it
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["requirements.*"]
nitpicky = True
myst_heading_anchors = 3
html_theme = "alabaster"
html_theme_options = {
    "description": "Who of the Turkic Cooperation Organizations met whom, when and where.",
    "fixed_sidebar": True,
    "font_family": "sans-serif",
    "show_powered_by": False,
}
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
