/**
 * Brings a part of the living page to a newer version, keeping its elements: with them stay focus,
 * selection, scrolled boxes, open details and what was typed.
 *
 * Three versions meet: the page as it was served (`base`), as it is served now (`next`), and as it
 * stands (`live`). Only what the server changed is changed; what the reader or a script did to the
 * living page stays. The base is kept as a copy in step with the living page, so that equal parts
 * are passed over by the browser's own comparison.
 */

/**
 * @typedef {(next: Element) => Element | undefined} Ready a living element to use for a new one, if
 *   there is one already
 */

/**
 * A mirror of a living element as it now stands.
 * @param {Element} live
 * @returns {{base: Element, become: (next: Element, ready?: Ready) => void}} `become` takes the
 *   newer version, of which it keeps parts
 */
export function mirror(live) {
  // In a document without a window, copies load no pictures and run nothing.
  const shelf = document.implementation.createHTMLDocument("");
  const base = shelf.importNode(live, true);
  /** @type {WeakMap<Node, Node>} the living node of each one of the base */
  const twins = new WeakMap();
  pair(base, live);
  /** @type {Ready} */
  let ready = () => undefined;
  let strict = false;

  /** @param {Node} copy @param {Node} living */
  function pair(copy, living) {
    twins.set(copy, living);
    let other = living.firstChild;
    for (let node = copy.firstChild; node; node = node.nextSibling, other = other.nextSibling) {
      pair(node, other);
    }
  }

  /** @param {Node} one @param {Node} other */
  function same(one, other) {
    // What is within a template is no child of it, so the browser's comparison passes it over.
    return one.isEqualNode(other) && (!strict || markup(one) === markup(other));
  }

  /** @param {Element} old @param {Element} next */
  function merge(old, next) {
    const living = /** @type {Element} */ (twins.get(old));
    mergeAttributes(living, old, next);
    if (old.localName === "template" && old.innerHTML !== next.innerHTML) {
      old.innerHTML = living.innerHTML = next.innerHTML;
    }
    mergeChildren(living, old, next);
  }

  /** @param {Element} living @param {Element} old @param {Element} next */
  function mergeChildren(living, old, next) {
    const olds = [...old.childNodes];
    const news = [...next.childNodes];
    let end = 0;
    while (olds.length && news.length && same(olds.at(-1), news.at(-1))) {
      olds.pop(), news.pop(), (end += 1);
    }
    let begin = 0;
    while (begin < olds.length && begin < news.length && same(olds[begin], news[begin])) begin += 1;
    const before = end ? old.childNodes[old.childNodes.length - end] : null;
    arrange(living, old, olds.slice(begin), news.slice(begin), before);
  }

  /**
   * @param {Element} living @param {Element} old
   * @param {ChildNode[]} olds @param {ChildNode[]} news @param {ChildNode | null} before
   */
  function arrange(living, old, olds, news, before) {
    const found = matches(olds, news, same);
    const kept = new Set(found);
    for (const node of olds) {
      if (!kept.has(node)) twins.get(node).remove(), node.remove();
    }
    const order = new Map(olds.map((node, at) => [node, at]));
    const steady = inOrder(found.map((node) => order.get(node) ?? -1));
    for (let at = news.length - 1; at >= 0; at -= 1) {
      const node = found[at];
      if (!node) {
        place(living, fresh(news[at]), before);
        old.insertBefore(news[at], before);
        before = news[at];
        continue;
      }
      if (!steady.has(at)) {
        place(living, twins.get(node), before);
        old.insertBefore(node, before);
      }
      if (node.nodeType === Node.ELEMENT_NODE) merge(node, news[at]);
      else mergeText(twins.get(node), node, news[at]);
      before = node;
    }
  }

  /** @param {ChildNode} next */
  function fresh(next) {
    const given = next.nodeType === Node.ELEMENT_NODE ? ready(next) : undefined;
    const made = given ?? document.importNode(next, true);
    pair(next, made);
    return made;
  }

  /**
   * Puts a living node before the twin of a node of the base. A script may have taken that one
   * away; then before the next that is still there.
   * @param {Element} living @param {ChildNode} node @param {ChildNode | null} before
   */
  function place(living, node, before) {
    let mark = before;
    while (mark && twins.get(mark).parentNode !== living) mark = mark.nextSibling;
    const reference = mark ? twins.get(mark) : null;
    if (node.parentNode === living && node.localName === "link") return; // it would load anew
    const both = node.isConnected && living.isConnected;
    if (both && living.moveBefore) living.moveBefore(node, reference);
    else living.insertBefore(node, reference);
  }

  /** @param {Element} next @param {Ready} [given] */
  function become(next, given = () => undefined) {
    ready = given;
    strict = Boolean(next.querySelector("template") || base.querySelector("template"));
    if (!same(base, next)) merge(base, next);
  }

  return { base, become };
}

/** @param {Node} node */
const markup = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.outerHTML : node.nodeValue);

/** @param {Element} living @param {Element} old @param {Element} next */
function mergeAttributes(living, old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name)) old.removeAttribute(name), living.removeAttribute(name);
  }
  for (const attribute of next.attributes) {
    if (old.getAttribute(attribute.name) === attribute.value) continue;
    const given = attribute.cloneNode(); // as a node it keeps its namespace, and any name will do
    if (given.name === "class") given.value = mergeClasses(living, old, next);
    living.setAttributeNode(given);
    old.setAttributeNode(attribute.cloneNode());
  }
}

/** The classes that are served now, and those that a script has added. */
function mergeClasses(living, old, next) {
  const added = [...living.classList].filter((name) => !old.classList.contains(name));
  return [...new Set([...next.classList, ...added])].join(" ");
}

/**
 * Changes as few characters as can be, so that a selection in the text stays.
 * @param {CharacterData} living @param {CharacterData} old @param {CharacterData} next
 */
function mergeText(living, old, next) {
  const [was, now] = [living.data, next.data];
  if (old.data === now) return;
  old.data = now;
  let begin = 0;
  while (begin < was.length && begin < now.length && was[begin] === now[begin]) begin += 1;
  const most = Math.min(was.length, now.length) - begin;
  let end = 0;
  while (end < most && was.at(-1 - end) === now.at(-1 - end)) end += 1;
  living.replaceData(begin, was.length - begin - end, now.slice(begin, now.length - end));
}

/**
 * For each new child the old one that it continues, or undefined: the one of the same id, else an
 * equal one, else the next of its kind that is left.
 * @param {ChildNode[]} olds @param {ChildNode[]} news
 * @param {(one: Node, other: Node) => boolean} same
 * @returns {(ChildNode | undefined)[]}
 */
function matches(olds, news, same) {
  /** @type {(ChildNode | undefined)[]} */
  const found = news.map(() => undefined);
  const left = new Set(olds);
  /**
   * @param {(node: ChildNode) => string} sign
   * @param {(old: ChildNode, next: ChildNode) => boolean} fits
   */
  const round = (sign, fits) => {
    /** @type {Map<string, ChildNode[]>} */
    const waiting = new Map();
    for (const node of left) {
      const name = sign(node);
      if (!waiting.has(name)) waiting.set(name, []);
      if (name) waiting.get(name).push(node);
    }
    for (const [at, next] of news.entries()) {
      const queue = found[at] ? undefined : waiting.get(sign(next));
      if (!queue?.length || !fits(queue[0], next)) continue;
      found[at] = queue.shift();
      left.delete(found[at]);
    }
  };
  round(key, () => true);
  round((node) => `${kind(node)} ${node.textContent}`, same);
  // Two that have ids, and not the same, are two things.
  round((node) => (own(node) ? "" : kind(node)), () => true);
  return found;
}

/** @param {Node} node */
const kind = (node) =>
  [node.nodeType, node.namespaceURI ?? "", node.nodeName, node.rel ?? ""].join(" ");

/** What tells an element from its neighbours, whatever it says; empty where nothing does. */
function own(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.id) return node.id;
  if (node.localName === "link") return `${node.rel} ${node.getAttribute("href")}`;
  if (node.localName === "script") return node.getAttribute("src") ?? "";
  if (node.localName !== "meta") return "";
  const names = ["name", "property", "http-equiv"].map((name) => node.getAttribute(name));
  return names.find(Boolean) ?? "";
}

/** An element without an id goes by the first one within it. */
function key(node) {
  const within = () => node.nodeType === Node.ELEMENT_NODE && node.querySelector("[id]")?.id;
  const name = own(node) || within();
  return name ? `${kind(node)} ${name}` : "";
}

/**
 * The positions whose numbers rise: these nodes stay, and the others move around them. Source of
 * the method: the longest increasing subsequence, by patience sorting.
 * @param {number[]} numbers -1 for what is new
 * @returns {Set<number>}
 */
function inOrder(numbers) {
  /** @type {number[]} */
  const tops = []; // tops[n]: where the best run of n + 1 positions ends
  /** @type {number[]} */
  const earlier = [];
  numbers.forEach((number, at) => {
    if (number < 0) return;
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tops[middle]] < number) low = middle + 1;
      else high = middle;
    }
    earlier[at] = low ? tops[low - 1] : -1;
    tops[low] = at;
  });
  const steady = new Set();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = earlier[at]) steady.add(at);
  return steady;
}
