"""How a report looks as HTML: on a screen, in the dark, on paper. One style sheet and one drawing; no text of readers."""

from fii_widgets.render.markup import Html, element

#: a phase's colour in the light and in the dark; the same as on the site
_PHASES = ("#A33B20", "#85570A", "#466A1C", "#0B6B6B", "#1F4E8C", "#5F3B8C")


def line_mark() -> Html:
    """Return the line with its six stations, small; it says nothing that the words do not."""
    track = element("path", d="M8 10H312", class_="track")
    stations = [
        element("circle", cx=str(8 + 60.8 * at), cy="10", r="6", fill=colour) for at, colour in enumerate(_PHASES)
    ]
    return element(
        "svg", track, stations, viewBox="0 0 320 20", width="320", height="20", class_="line", aria_hidden="true"
    )


STYLE = """
:root{--paper:#FBF8F3;--ink:#1E2430;--soft:#4A5263;--rule:#C9C2B4;--tint:#F1ECE2;--accent:#1F4E8C;
--groen:#1B6B3A;--oranje:#9A5300;--rood:#A3122A;
--serif:"Source Serif 4","Iowan Old Style",Charter,Cambria,Georgia,serif;
--sans:"Source Sans 3","Segoe UI",Calibri,"Helvetica Neue",Arial,sans-serif;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#14181F;--ink:#E9E5DC;--soft:#B4BAC6;--rule:#3A4250;--tint:#1D232D;
--accent:#86B4F2;--groen:#6FD19A;--oranje:#F2B155;--rood:#FF8F9B}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--serif);hyphens:auto;overflow-wrap:break-word;
-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:52rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
header{margin-bottom:2.5rem;padding-bottom:1.25rem;border-bottom:1px solid var(--rule)}
.line{display:block;max-width:100%;margin-bottom:1.75rem}
.line .track{stroke:var(--soft);stroke-width:2;fill:none}
h1,h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance;hyphens:manual;break-after:avoid}
h1{font-size:2.1rem;margin:0 0 .4rem;letter-spacing:-.01em}
h2{font-size:1.45rem;margin:2.75rem 0 .75rem}
h3{font-size:1.15rem;margin:2rem 0 .5rem}
h4,h5,h6{font-size:1rem;margin:1.5rem 0 .35rem}
p,ul{margin:0 0 .9rem;max-width:40rem}
p,li,td,th{white-space:pre-wrap}
ul{padding-left:1.2rem}
li{margin-bottom:.35rem}
.subtitle{margin:0;font-family:var(--sans);color:var(--soft);font-variant-numeric:tabular-nums}
.lead{font-size:1.2rem;line-height:1.5}
a{color:var(--accent);text-underline-offset:.15em}
.table{margin:1.5rem 0 2rem;overflow-x:auto}
.table:focus-visible{outline:2px solid var(--accent);outline-offset:.3rem}
table{width:100%;border-collapse:collapse;font:0.95rem/1.45 var(--sans);font-variant-numeric:tabular-nums;
border-bottom:1.5px solid var(--ink)}
caption{text-align:left;font-weight:600;padding:0 0 .5rem;color:var(--ink);caption-side:top}
.named caption{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-top:1px solid var(--rule);min-width:5.5rem}
thead th{border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink);color:var(--soft);font-weight:600;
font-size:.875rem}
tbody th{font-weight:400;min-width:13rem}
tbody tr:first-child>*{border-top:0}
.mark{font-weight:600;white-space:nowrap}
.mark::before{display:inline-block;width:1.3em}
.groen{color:var(--groen)}.groen::before{content:"\\25CF";content:"\\25CF"/""}
.oranje{color:var(--oranje)}.oranje::before{content:"\\25B2";content:"\\25B2"/""}
.rood{color:var(--rood)}.rood::before{content:"\\25A0";content:"\\25A0"/""}
.onbekend::before{content:"?";content:"?"/""}
.nvt::before{content:"\\2013";content:"\\2013"/""}
.leeg{font-weight:400;color:var(--soft)}.leeg::before{content:"\\25CB";content:"\\25CB"/""}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--rule);font:0.9rem/1.5 var(--sans);color:var(--soft)}
@media (max-width:36rem){html{font-size:1rem}h1{font-size:1.7rem}body{padding-top:1.5rem}
th,td{padding-right:.7rem;min-width:4.5rem}tbody th{min-width:9rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--rule:#aaa;--accent:#000;--groen:#000;--oranje:#000;--rood:#000}
@page{size:A4;margin:20mm 18mm 18mm}
html{font-size:10.5pt;line-height:1.45;background:#fff}body{max-width:none;padding:0}
h1{font-size:21pt}h2{font-size:14.5pt;margin-top:9mm}h3{font-size:12pt;margin-top:6mm}
p,ul{max-width:none;orphans:3;widows:3}.lead{font-size:12pt}
.line{height:4mm;width:auto;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.table{overflow:visible;margin:5mm 0 6mm}table{font-size:9pt}
tr{break-inside:avoid}tbody tr:first-child{break-before:avoid}thead{break-after:avoid}thead{display:table-header-group}caption{break-after:avoid}
th,td{min-width:18mm;padding-right:3mm}tbody th{min-width:0}
a[href]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}footer{display:none}}
@media (forced-colors:active){.groen,.oranje,.rood,.leeg{color:CanvasText}}
""".strip()
