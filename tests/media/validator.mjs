// The W3C's parser of WebVTT: reads a list of files as JSON, and writes what it finds wrong in each.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { WebVTTParser } = createRequire(import.meta.url)("webvtt-parser");
const kinds = JSON.parse(readFileSync(0, "utf-8"));
const found = kinds.map(([text, kind]) => new WebVTTParser().parse(text, kind).errors);
process.stdout.write(JSON.stringify(found.map((errors) => errors.map(({ line, message }) => `${line}: ${message}`))));
