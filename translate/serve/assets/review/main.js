/** Starts the page: asks for its words, documents and first units at once, and shows them. */

import { Review, FIRST, newKey } from "./review.js";
import { filterOfAddress } from "./filters.js";
import { setInterface, t } from "./interface.js";
import { layOut } from "./layout.js";
import { readDocuments, readInterface, readUnits } from "./server.js";

const LANGUAGE = "bitexte.language";

function chooseLanguage(code) {
  localStorage.setItem(LANGUAGE, code);
  location.reload();
}

async function start() {
  const key = newKey();
  const id = new URLSearchParams(location.search).get("id") ?? undefined;
  const filter = filterOfAddress();
  const [words, folder, answer] = await Promise.all([
    readInterface(localStorage.getItem(LANGUAGE) ?? undefined),
    readDocuments(),
    readUnits({ ...filter, list: key, from: 0, count: FIRST, find: id }),
  ]);
  setInterface(words);
  document.documentElement.lang = words.language;
  let review = null;
  const parts = layOut(folder, words.languages, (action, what) => review.run(action, what), chooseLanguage);
  review = new Review(folder, parts);
  await review.start({ key, answer });
  document.body.dataset.ready = performance.now().toFixed(0);
}

start().catch((error) => {
  document.body.append(`${t("error.start")} ${error.message}`);
  throw error;
});
