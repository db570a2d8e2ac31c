// Bundle static/src into static/dist under names that carry a hash of the content, and write
// static/dist/manifest.json, which leads from the plain name to the hashed one:
//   {"elearn.css": "elearn.3F2A6B7C.css", "player.js": "player.9D0E1F2A.js", …}
// Entry points are css/elearn.css, every module that lies directly in js/ and every picture in img/.
// What a module imports lazily (the player's hls.js) becomes a file of its own, fetched when it is
// needed.

import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

process.chdir(import.meta.dirname);

const DIST = "dist";
const MANIFEST = `${DIST}/manifest.json`;

async function entries() {
  const modules = (await readdir("src/js")).filter((name) => name.endsWith(".js"));
  const pictures = await readdir("src/img");
  return [
    "src/css/elearn.css",
    ...modules.sort().map((name) => `src/js/${name}`),
    ...pictures.sort().map((name) => `src/img/${name}`),
  ];
}

async function bundle() {
  const { metafile } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: await entries(),
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    target: ["chrome100", "firefox100", "safari15.4"],
    outdir: DIST,
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    loader: { ".woff2": "file", ".svg": "copy" },
    metafile: true,
    logLevel: "warning",
  });
  return Object.keys(metafile.outputs).map((path) => basename(path)).sort();
}

function plain(name) {
  return name.replace(/\.[0-9A-Z]{8}\./, ".");
}

async function announce(names) {
  const manifest = Object.fromEntries(names.map((name) => [plain(name), name]));
  await writeFile(`${MANIFEST}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(`${MANIFEST}.new`, MANIFEST);
}

async function sweep(names) {
  const old = (await readdir(DIST, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && plain(entry.name) !== entry.name)
    .filter((entry) => !names.includes(entry.name));
  await Promise.all(old.map((entry) => rm(`${DIST}/${entry.name}`, { force: true })));
}

const names = await bundle();
await announce(names);
await sweep(names);
