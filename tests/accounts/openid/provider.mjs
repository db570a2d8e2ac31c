// An OpenID Connect provider for the tests: the real oidc-provider, on a port of this machine.
// It signs in whoever /as?subject=… named last, and tells the next lie that /lie?claim=value asked for.
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, decodeJwt, SignJWT } from "jose";
import Provider from "oidc-provider";

const { privateKey } = await generateKeyPair("RS256", { extractable: true });
const { privateKey: foreignKey } = await generateKeyPair("RS256");
const jwk = { ...(await exportJWK(privateKey)), use: "sig", alg: "RS256", kid: "ours" };
let subject = "alice";
let lie = null;

const server = createServer();
await new Promise((ready) => server.listen(0, "localhost", ready));
const address = `http://localhost:${server.address().port}`;

const provider = new Provider(address, {
  clients: [{ client_id: "elearn", client_secret: "a secret", redirect_uris: [process.argv[2]] }],
  jwks: { keys: [jwk] },
  cookies: { keys: ["a test"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, one) => `/interaction/${one.uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, role: "central" }) }),
  loadExistingGrant: async (context) => {
    const { client, session } = context.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
});

provider.use(async (context, next) => {
  await next();
  if (context.oidc?.route !== "token" || !context.body?.id_token || !lie) return;
  const { key, ...claims } = lie;
  lie = null;
  const told = { ...decodeJwt(context.body.id_token), ...claims };
  const signer = key === "foreign" ? foreignKey : privateKey;
  const signed = new SignJWT(told).setProtectedHeader({ alg: "RS256", kid: "ours" });
  context.body.id_token = await signed.sign(signer);
});

const answer = provider.callback();
server.on("request", async (request, response) => {
  const url = new URL(request.url, address);
  const asked = Object.fromEntries(url.searchParams);
  if (url.pathname === "/as") {
    subject = asked.subject;
    return response.end();
  }
  if (url.pathname === "/lie") {
    lie = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, name === "exp" || name === "iat" ? Number(value) : value]));
    return response.end();
  }
  if (url.pathname.startsWith("/interaction/")) {
    return provider.interactionFinished(request, response, { login: { accountId: subject } });
  }
  return answer(request, response);
});
process.stdout.write(`${address}\n`);
