/* First script of every page, blocking and small: says that scripts run, which theme was chosen, and whether the page
   stands in a frame, before anything is painted. Gives the page back as paper when init.js does not come: it is the only
   one that can tell. Must not touch the body and never throws. */
(function (root) {
  var PATIENCE = 10000;
  if (/[?&]kaal(?=[&=]|$)/.test(location.search)) root.classList.add("is-kaal");
  if (window.top !== window) root.classList.add("is-framed");
  if (!("noModule" in HTMLScriptElement.prototype)) return; // too old for the scripts that follow
  root.classList.replace("no-js", "js");
  function asPaper() {
    if (!root.hasAttribute("data-fii-begun")) root.classList.replace("js", "no-js");
  }
  /** @param {Event} event */
  function ended(event) {
    if (event.target instanceof HTMLScriptElement && event.target.hasAttribute("data-fii-entry")) asPaper();
  }
  document.addEventListener("error", ended, true); // it did not come
  document.addEventListener("load", ended, true); // it came, and did not run to its end
  setTimeout(asPaper, PATIENCE);
  try {
    var theme = localStorage.getItem("fii-theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (error) {
    root.setAttribute("data-theme-store", "off"); // storage refused: the device's own theme holds
  }
})(document.documentElement);
