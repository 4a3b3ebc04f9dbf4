/** Keeps the line that one is reading where it stands, whatever comes and goes above it. */

const HEIGHTS = [0.12, 0.25, 0.4, 0.55, 0.7, 0.85]; // of the window: where the eye may be, in order
const COLUMNS = [0.5, 0.3, 0.7];

/**
 * Runs a change of the page so that what is being read does not move.
 * @param {() => void} change
 */
export function keepPlace(change) {
  if (scrollY <= 0) return change(); // at the top, the top is what is being read
  const marks = landmarks();
  const root = document.documentElement;
  const own = root.style.overflowAnchor;
  root.style.overflowAnchor = "none"; // else the browser would make up for it a second time
  change();
  const mark = marks.find(({ element }) => element.isConnected && element.getClientRects().length);
  const moved = mark ? mark.element.getBoundingClientRect().top - mark.top : 0;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
  root.style.overflowAnchor = own;
  if (!root.getAttribute("style")) root.removeAttribute("style");
}

/** Elements in view, those nearest to the reading line first, and how far down they stand. */
function landmarks() {
  const seen = new Set();
  for (const height of HEIGHTS) {
    for (const column of COLUMNS) {
      const element = document.elementFromPoint(innerWidth * column, innerHeight * height);
      for (let each = element; each && each !== document.body; each = each.parentElement) {
        if (!isLandmark(each)) continue;
        seen.add(each);
        break;
      }
    }
  }
  return [...seen].map((element) => ({ element, top: element.getBoundingClientRect().top }));
}

/** Whether an element is small enough to tell where one reads, and moves with the page. */
function isLandmark(element) {
  if (element.localName === "sitegen-preview") return false;
  const box = element.getBoundingClientRect();
  if (box.top < 0 && box.height > innerHeight / 2) return false;
  for (let each = element; each; each = each.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(each).position)) return false;
  }
  return getComputedStyle(element).display !== "inline";
}
