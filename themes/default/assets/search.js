// The search box: words and choices go to Pagefind's index, results come as links to pages.
// Without this script, and wherever it can't work, the page's list of all pages stands alone.
(async () => {
  const part = (name) => document.getElementById(`Search${name}`);
  const form = part("");
  if (!form) return;
  const [words, status, list, more] = ["-words", "-status", "-results", "-more"].map(part);
  const selects = [...form.querySelectorAll("select")];
  const say = (name) => {
    for (const each of ["-off", "-disk", "-broken"]) part(each).hidden = each !== name;
    form.hidden = name !== "";
  };
  if (location.protocol === "file:") return say("-disk");

  let pagefind;
  let values;
  try {
    pagefind = await import(new URL(`${form.dataset.bundle}pagefind.js`, document.baseURI));
    values = await pagefind.filters();
  } catch {
    return say("-broken");
  }

  const STEP = 10;
  const site = new URL("./", document.baseURI);
  let found = [];
  let shown = 0;
  let latest = 0;
  let waiting = 0;

  const element = (tag, name, ...children) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  };
  const link = (address, text) => {
    const made = element("a", "", text);
    made.href = address;
    return made;
  };
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const excerpt = (html) =>
    html.split(/<\/?mark>/).map((text, at) => (at % 2 ? element("mark", "", plain(text)) : plain(text)));

  // The lines of a source in which the words stand: elements of its document with ids such as L13.
  const lines = (page) => {
    const anchors = (page.anchors || []).filter((one) => /^L\d+$/.test(one.id));
    const ids = page.locations.map((at) => anchors.findLast((one) => one.location <= at)?.id);
    return [...new Set(ids.filter(Boolean))].sort((a, b) => a.slice(1) - b.slice(1)).slice(0, 5);
  };

  const result = (page, searched) => {
    const address = new URL(page.raw_url.replace(/^\/+/, ""), site).href;
    const { kind = [], source = [], verdict = [] } = page.filters;
    const about = [...kind, page.meta.speaker, ...(verdict.length ? source.slice(0, 1) : []), ...verdict];
    const more = verdict.length && source.length > 1 ? [`${count(source.length - 1, "further source")}`] : [];
    const made = element(
      "li", "",
      element("p", "search-headline", link(address, page.meta.title)),
      element("p", "search-about", [...about, ...more].filter(Boolean).join(" · ")),
    );
    if (searched) made.append(element("p", "search-excerpt", "… ", ...excerpt(page.excerpt), " …"));
    const places = kind[0] === "Source" ? lines(page) : [];
    if (places.length) {
      const links = places.flatMap((id) => [" ", link(`${address}#${id}`, `line ${id.slice(1)}`)]);
      made.append(element("p", "search-lines", "In", ...links));
    }
    return made;
  };

  const show = async (turn, focus) => {
    const next = found.slice(shown, shown + STEP);
    const searched = words.value.trim() !== "";
    const made = (await Promise.all(next.map((one) => one.data()))).map((page) => result(page, searched));
    if (turn !== latest) return;
    list.append(...made);
    shown += made.length;
    more.hidden = shown >= found.length;
    if (focus) made[0]?.querySelector("a").focus();
  };

  // Each choice says how many results it would leave; what nothing has is left out.
  const offer = (narrowed, all) => {
    for (const select of selects) {
      const left = (select.value ? all : narrowed)[select.name] || {};
      for (const option of select.options) {
        const number = left[option.value] || 0;
        if (option.value) option.text = `${option.value} (${number.toLocaleString("en")})`;
        option.hidden = option.disabled = option.value !== "" && !number && !option.selected;
      }
    }
  };

  const search = async () => {
    const turn = ++latest;
    const term = words.value.trim();
    const straight = term.replace(/[“”„«»]/g, '"'); // the marks by which Pagefind knows exact words
    const chosen = Object.fromEntries(selects.filter((one) => one.value).map((one) => [one.name, one.value]));
    const asked = new URLSearchParams({ ...(term && { q: term }), ...chosen }).toString();
    history.replaceState(null, "", asked ? `?${asked}` : location.pathname);
    if (!asked) {
      found = [];
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      offer(values, values);
      return;
    }
    try {
      const answer = await pagefind.search(straight || null, { filters: chosen });
      if (turn !== latest) return;
      found = answer.results;
      shown = 0;
      list.replaceChildren();
      offer(answer.filters, answer.totalFilters);
      status.textContent = found.length ? `${count(found.length, "page")} found` : "Nothing found. Try fewer words, or fewer choices.";
      await show(turn, false);
    } catch {
      if (turn === latest) say("-broken");
    }
  };

  for (const select of selects) {
    const names = Object.entries(values[select.name] || {}).sort(([a], [b]) => a.localeCompare(b, "en"));
    for (const [name] of names) select.add(new Option(name, name));
    select.closest("p").hidden = names.length < 2;
    select.addEventListener("change", search);
  }
  const asked = new URLSearchParams(location.search);
  words.value = asked.get("q") || "";
  for (const select of selects) if (asked.has(select.name)) select.value = asked.get(select.name);
  for (const select of selects) if (select.selectedIndex < 0) select.value = "";
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  more.addEventListener("click", () => show(latest, true));
  say("");
  search();
})();
