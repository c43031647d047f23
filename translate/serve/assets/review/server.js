/** What the page asks of the server: parameters come in, answers go out; what is refused is a `Refusal` with its code. */

export class Refusal extends Error {
  constructor(status, error) {
    super(error.message ?? String(status));
    this.status = status;
    this.code = error.code ?? "unreachable";
    this.details = error;
  }
}

const token = () => document.querySelector("meta[name=token]").content;

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, { code: "unreachable", message: error.message });
  }
  if (answer.ok) return answer;
  const body = await answer.json().catch(() => ({}));
  throw new Refusal(answer.status, body.error ?? { code: "unreachable", message: answer.statusText });
}

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, v]) => v !== null && v !== undefined && v !== ""));

const get = async (path, values = {}, signal = undefined) => {
  const text = query(values).toString();
  return (await ask(text ? `${path}?${text}` : path, { signal })).json();
};

const send = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Token": token() },
    body: JSON.stringify(body),
    keepalive: true,
  });

const post = async (path, body) => (await send(path, body)).json();

export const readInterface = (language) => get("/api/interface", { language });
export const readDocuments = () => get("/api/documents");
export const readUnits = (values, signal) => get("/api/units", values, signal);
export const readNext = (values) => get("/api/next", values);
export const readUnit = (id, signal) => get(`/api/units/${id}`, {}, signal);
export const readAlternatives = (id) => get(`/api/units/${id}/alternatives`, { count: 4 });
export const readConcordance = (q, side, signal) => get("/api/concordance", { q, in: side }, signal);
export const readOrphans = () => get("/api/orphans");
export const readPreview = (doc) => get("/api/preview", { doc });
export const readWriting = () => get("/api/write");
export const decide = (decisions) => post("/api/decisions", { decisions });
export const undo = (what) => post("/api/undo", what);
export const redo = (what) => post("/api/redo", what);
export const write = () => post("/api/write", {});

/** Return a file to work on elsewhere, and the name that the server gives it. */
export async function readExport(kind, values) {
  const answer = await send("/api/export", { kind, ...values });
  const name = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
  return { blob: await answer.blob(), name: name ? name[1] : `review.${kind}` };
}

/** Send back a file that was worked on elsewhere. */
export async function sendImport(file) {
  const body = new FormData();
  body.append("file", file);
  return (await ask("/api/import", { method: "POST", headers: { "X-Token": token() }, body })).json();
}
