/* First script of every page, blocking and small: says that scripts run, which theme was chosen, and whether the page
   stands in a frame of another site (?kaal), before anything is painted. Must not touch the body and never throws. */
(function (root) {
  if (/[?&]kaal(?=[&=]|$)/.test(location.search)) root.classList.add("is-kaal");
  function asPaper() {
    root.classList.remove("js"); // forms lie open and can be printed
    root.classList.add("no-js");
  }
  if (!("noModule" in HTMLScriptElement.prototype)) return; // too old for the scripts that follow
  root.classList.remove("no-js");
  root.classList.add("js");
  addEventListener(
    "error",
    function (event) {
      if (event.target instanceof HTMLScriptElement) asPaper(); // a script did not come
    },
    true
  );
  try {
    var theme = localStorage.getItem("fii-theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (error) {
    root.setAttribute("data-theme-store", "off"); // storage refused: the device's own theme holds
  }
})(document.documentElement);
