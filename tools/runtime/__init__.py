"""Makes what the page loads beside our own text: the Python runtime, the fonts, the search engine.

node_modules + fii_widgets → docs/runtime, docs/stylesheets/fonts, docs/javascripts/vendor; all git-ignored.
Nothing here downloads: the npm packages came in by their lock.
"""
