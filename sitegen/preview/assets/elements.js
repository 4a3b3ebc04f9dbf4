/** Making elements: no markup is ever parsed, so that no word of an article can become an element. */

/** @typedef {Node | string | null | false | undefined} Child */

/**
 * An element with its attributes, properties and children.
 * `on` takes listeners by event; a property of the element is set as one, the rest as attributes.
 * @param {string} name
 * @param {Record<string, any>} [given]
 * @param {...Child} children
 * @returns {any}
 */
export function make(name, given = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (key === "class") element.className = value;
    else if (key in element && !key.startsWith("aria")) element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child || child === 0));
  return element;
}

/**
 * A button with its key, which is shown and told to screen readers as such.
 * @param {string} text
 * @param {(event: Event) => void} press
 * @param {{key?: string, class?: string, label?: string}} [more]
 */
export function button(text, press, more = {}) {
  return make(
    "button",
    {
      type: "button",
      class: more.class ?? "button",
      "aria-label": more.label,
      "aria-keyshortcuts": more.key,
      on: { click: press },
    },
    make("span", {}, text),
    more.key && make("kbd", { "aria-hidden": "true" }, more.key),
  );
}
