/** The stream of news of one tab: open while the tab is seen, and opened again when it breaks. */

const FIRST_WAIT = 250; // milliseconds, doubled with each failure
const LONGEST_WAIT = 5000;
const BEFORE_SAYING = 1000; // a server that restarts is back sooner

/**
 * @typedef {{build: string, broken: boolean, errors: number, warnings: number}} News
 */

/**
 * Listens for as long as the page lives. A hidden tab does not: browsers allow a host few
 * connections; on return the first message tells what was missed.
 * @param {() => string} address where to listen, asked anew each time
 * @param {(news: News) => void} hear
 * @param {(lost: boolean) => void} tell whether the connection is lost for longer than a moment
 */
export function listen(address, hear, tell) {
  /** @type {EventSource | undefined} */
  let source;
  let wait = FIRST_WAIT;
  let retry = 0;
  let saying = 0;

  function open() {
    clearTimeout(retry);
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource(address());
    source.addEventListener("state", (event) => {
      found();
      hear(JSON.parse(event.data));
    });
    source.addEventListener("error", lose);
  }

  function found() {
    wait = FIRST_WAIT;
    clearTimeout(saying);
    saying = 0;
    tell(false);
  }

  // The browser's own attempts have no end after some answers, and come to none after others.
  function lose() {
    close();
    saying ||= setTimeout(() => tell(true), BEFORE_SAYING);
    retry = setTimeout(open, wait * (0.75 + Math.random() / 2)); // tabs do not come all at once
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function close() {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  }

  function sleep() {
    close();
    clearTimeout(saying);
    saying = 0;
  }

  function wake() {
    wait = FIRST_WAIT;
    open();
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") sleep();
    else wake();
  });
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", wake);
  document.addEventListener("freeze", sleep);
  document.addEventListener("resume", wake);
  addEventListener("online", wake);
  open();
}
