/**
 * npm run token -- --role editor --sector telecom [--subject an.nguyen@mic] [--hours 8] [--json] — a token of a developer's machine,
 * alone on standard output: TOKEN=$(npm run --silent token -- --role office). It is signed with the key under DATA_DIR that gateway
 * and subgraphs of that machine accept, and no other. Exits 2 where there can be none.
 */
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { ensureLocalKey } from '../kernel/identity/local-key.ts';
import { roleWord } from '../kernel/identity/roles-claim.ts';
import { signLocalToken } from '../kernel/identity/sign-local-token.ts';
import { readSectors } from '../kernel/sectors.ts';
import { requestedToken } from './token/requested-token.ts';

try {
  const { tokens } = readEnvironment();
  const { subject, role, hours, json } = requestedToken(process.argv.slice(2), readSectors());
  if (tokens.isProduction)
    throw new Error('in production tokens come from the identity provider, never from here');
  if (tokens.keys.kind !== 'LOCAL_KEY')
    throw new Error('JWT_JWKS is set, so that tokens come from there: what is signed here would be refused');
  const key = await ensureLocalKey(tokens.keys.path);
  const { token, expiresAt } = await signLocalToken(key, tokens, { subject, roles: [role], hours });
  const { issuer, audience } = tokens;
  const described = { token, subject, roles: [roleWord(role)], issuer, audience, expiresAt };
  console.log(json ? JSON.stringify(described, null, 2) : token);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `token: ${error.message}`);
  process.exitCode = 2;
}
