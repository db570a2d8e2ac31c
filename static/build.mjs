// Bundle static/src into static/dist under names that carry a hash of the content, and write
// static/dist/manifest.json, which leads from the plain name to the hashed one:
//   {"elearn.css": "elearn.3F2A6B7C.css", "player.js": "player.9D0E1F2A.js", …}
// Entry points are css/elearn.css, every module that lies directly in js/ and every picture in img/,
// also as scripts/lib/front.sh has it drawn into dist/icons.
// What a module imports lazily (the player's hls.js) becomes a file of its own, fetched when it is
// needed. static/dist/shell.json lists all that the page without a line consists of.
//
// The worker is known by its address, not by a hash, and is one file; so is the one that stands in
// its place where it was withdrawn.

import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

process.chdir(import.meta.dirname);

const DIST = "dist";
const MANIFEST = `${DIST}/manifest.json`;
const SHELL = `${DIST}/shell.json`;
const WORKERS = ["worker.js", "withdrawn.js"];
const WITHOUT_A_LINE = ["src/css/elearn.css", "src/img/mark.svg", "src/js/site.js", "src/js/offline.js"];
const ALIKE = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  minify: true,
  target: ["chrome100", "firefox100", "safari15.4"],
  outdir: DIST,
  logLevel: "warning",
};

async function entries() {
  const modules = (await readdir("src/js")).filter((name) => name.endsWith(".js") && !WORKERS.includes(name));
  const pictures = await readdir("src/img");
  const icons = (await readdir("dist/icons")).filter((name) => name.endsWith(".png"));
  return [
    "src/css/elearn.css",
    ...modules.sort().map((name) => `src/js/${name}`),
    ...pictures.sort().map((name) => `src/img/${name}`),
    ...icons.sort().map((name) => `dist/icons/${name}`),
  ];
}

async function bundle() {
  const { metafile } = await build({
    ...ALIKE,
    entryPoints: await entries(),
    format: "esm",
    splitting: true,
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    loader: { ".woff2": "file", ".svg": "copy", ".png": "copy" },
    metafile: true,
  });
  return metafile.outputs;
}

/** Workers are plain scripts: not every browser has modules in them. */
async function bundleWorkers() {
  await build({ ...ALIKE, entryPoints: WORKERS.map((name) => `src/js/${name}`), format: "iife" });
}

/** The files that lead to one another from the entry points of the page without a line. */
function shellOf(outputs) {
  const found = new Set(Object.keys(outputs).filter((path) => WITHOUT_A_LINE.includes(outputs[path].entryPoint)));
  for (const path of found) { // What is added on the way is walked, too.
    for (const { path: next, external } of outputs[path].imports) if (!external) found.add(next);
  }
  return [...found].map((path) => basename(path)).sort();
}

function plain(name) {
  return name.replace(/\.[0-9A-Z]{8}\./, ".");
}

async function announce(path, content) {
  await writeFile(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

async function sweep(names) {
  const old = (await readdir(DIST, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && plain(entry.name) !== entry.name)
    .filter((entry) => !names.includes(entry.name));
  await Promise.all(old.map((entry) => rm(`${DIST}/${entry.name}`, { force: true })));
}

const outputs = await bundle();
const names = Object.keys(outputs).map((path) => basename(path)).sort();
await bundleWorkers();
await announce(MANIFEST, Object.fromEntries(names.map((name) => [plain(name), name])));
await announce(SHELL, shellOf(outputs));
await sweep(names);
