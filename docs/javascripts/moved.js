/* On a page that only leads on (tools/pages/small_page.py): goes where its link goes, with the place the reader asked for.
   A plain script, also in a folder; without it the link is there to be followed. */
(function () {
  var asked = location.hash.slice(1);
  var own = asked ? document.getElementById(asked) : null; // a place that went elsewhere than its page
  var onward = document.querySelector("[data-fii-onward]");
  var link = own instanceof HTMLAnchorElement ? own : onward;
  if (!(link instanceof HTMLAnchorElement)) return;
  var parts = link.href.split("#");
  var place = link === own || !asked ? parts[1] : asked;
  var bare = /[?&]kaal(?=[&=]|$)/.test(location.search) ? "?kaal" : ""; // a page that stands in a frame stays so
  location.replace(parts[0] + bare + (place ? "#" + place : ""));
})();
