// Pages that are kept on this phone: the one that is there without a line, which names nobody, and
// one of each copy, which is its owner's.

const STORE = "elearn.pages";
const OF_LEASES = "/leases/";

const open = () => caches.open(STORE);

export const addressOf = (lease) => OF_LEASES + lease;

export async function find(address) {
  return (await open()).match(address, { ignoreVary: true });
}

export async function put(address, answer) {
  await (await open()).put(address, answer);
}

export async function remove(address) {
  await (await open()).delete(address);
}

/** Every page that is kept. */
export async function keptPages() {
  return (await open()).matchAll();
}
