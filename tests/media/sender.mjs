// Sends a file by tus-js-client, as it is told in one line of JSON; tells what happens, a line each.

import { createReadStream, statSync } from "node:fs";
import { Upload } from "tus-js-client";

const told = JSON.parse(process.argv[2]);
const tell = (event, facts = {}) => process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);

const upload = new Upload(createReadStream(told.path), {
  endpoint: told.endpoint,
  uploadUrl: told.address,
  uploadSize: statSync(told.path).size,
  chunkSize: told.chunk ?? Infinity,
  uploadDataDuringCreation: Boolean(told.atOnce),
  retryDelays: told.retryDelays ?? [100, 200, 500, 1000, 2000, 3000, 5000, 5000, 5000, 5000],
  headers: told.headers,
  metadata: told.metadata ?? {},
  overridePatchMethod: Boolean(told.instead),
  onUploadUrlAvailable: () => tell("begun", { address: upload.url }),
  onChunkComplete: (_size, accepted) => {
    tell("accepted", { bytes: accepted });
    if (told.stopAt && accepted >= told.stopAt) upload.abort().then(() => tell("stopped", { address: upload.url }));
  },
  onError: (problem) => tell("failed", { status: problem.originalResponse?.getStatus() ?? 0, words: problem.message }),
  onSuccess: () => tell("sent", { address: upload.url }),
});
upload.start();
