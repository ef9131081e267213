"""What an attacker writes where a text is expected, and how to see that it ran. Runs nothing itself."""

#: the property of a page that stands once any of HARMS ran in it
RAN = "fiiRan"
HARMS = (
    f'<img src=x onerror="window.{RAN}=1">',
    f"<script>window.{RAN}=1</script>",
    f"<svg onload=window.{RAN}=1><animate onbegin=window.{RAN}=1 attributeName=x dur=1s></svg>",
    f'"><iframe srcdoc="<script>parent.{RAN}=1</script>">',
    f'</textarea></script><a href="javascript:window.{RAN}=1" autofocus onfocus=window.{RAN}=1 tabindex=0>x</a>',
    f"<details open ontoggle=window.{RAN}=1><style>*{{animation:x}}</style><math><mtext></style><img src=x onerror=window.{RAN}=1>",
)
