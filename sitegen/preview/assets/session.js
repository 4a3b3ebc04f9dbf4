/** What a tab remembers while it lives, from page to page. */

/** By name; a browser may refuse to keep anything. */
export const kept = {
  /** @param {string} name */
  get(name) {
    try {
      return JSON.parse(sessionStorage.getItem(`sitegen-${name}`) ?? "null");
    } catch {
      return null;
    }
  },
  /** @param {string} name @param {unknown} value null forgets it */
  set(name, value) {
    try {
      if (value === null) sessionStorage.removeItem(`sitegen-${name}`);
      else sessionStorage.setItem(`sitegen-${name}`, JSON.stringify(value));
    } catch {
      // private windows and full stores: then it lasts as long as the page
    }
  },
};
