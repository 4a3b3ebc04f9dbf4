// Escape puts away a note that hover or focus has opened; one that a tap has opened closes by itself.
// The note comes back when the pointer or the focus does.
(() => {
  const away = "dismissed";
  const citeOf = (node) => (node instanceof Element ? node.closest(".cite") : null);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cite of document.querySelectorAll(".cite:hover, .cite:focus-within")) {
      cite.classList.add(away);
      const focused = document.activeElement;
      if (focused && focused.closest(".cite-note") && cite.contains(focused)) {
        cite.querySelector(".cite-mark").focus();
      }
    }
  });

  for (const leaving of ["pointerout", "focusout"]) {
    document.addEventListener(leaving, (event) => {
      const cite = citeOf(event.target);
      if (cite && citeOf(event.relatedTarget) !== cite) cite.classList.remove(away);
    });
  }
})();
