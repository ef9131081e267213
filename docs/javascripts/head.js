/* First script of every page, blocking and small: says that scripts run and which theme was chosen, before
   anything is painted. Must not touch the body and never throws. */
(function (root) {
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("fii-theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (error) {
    root.setAttribute("data-theme-store", "off"); // storage refused: the device's own theme holds
  }
})(document.documentElement);
