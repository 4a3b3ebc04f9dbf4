/** The calls to the server. Each has an answer: where none came, one that says so. */

/** @typedef {import("./annotate-lines.js").Passage} Passage */
/** @typedef {"fact" | "skip"} Mode */
/**
 * @typedef {object} Preview what the client knows of this page
 * @property {string} token empty where annotating is off
 * @property {string} build
 * @property {string} page the site path
 * @property {boolean} broken whether errors keep the pages as they were
 * @property {(path: string, body: any) => Promise<any>} post
 * @property {(path: string) => Promise<any>} get
 */

const CALLS = "/_sitegen/annotate";

export class Calls {
  /** @param {Preview} preview */
  constructor(preview) {
    this.preview = preview;
  }

  /** @param {string} source */
  coverage(source) {
    return answered(this.preview.get(`${CALLS}/coverage?source=${encodeURIComponent(source)}`));
  }

  /** @param {string} source @param {Passage} passage */
  selection(source, { start, end }) {
    return answered(this.preview.post(`${CALLS}/selection`, { source, start, end }));
  }

  /** @param {Mode} mode @param {any} body */
  save(mode, body) {
    return answered(this.preview.post(`${CALLS}/${mode}`, body));
  }

  /** @param {string} undo */
  undo(undo) {
    return answered(this.preview.post(`${CALLS}/undo`, { undo }));
  }
}

/** @param {Promise<any>} call */
async function answered(call) {
  try {
    return (await call) ?? {};
  } catch (error) {
    const hint = error instanceof Error ? error.message : undefined;
    return { ok: false, problem: "The preview did not answer. What you typed is still here.", hint };
  }
}
