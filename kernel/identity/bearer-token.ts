import { CodedError } from '../errors.ts';

/** In characters. A token of ours has some 400; what is longer is not even read. */
export const LONGEST_TOKEN = 8_000;

/**
 * The token that a request brings; null where it brings nothing at all.
 * @param headers every Authorization header of the request as it was sent: the HTTP parser drops all but the first.
 * @throws CodedError UNAUTHENTICATED for anything that is not exactly one token: what was meant as a proof and is none must
 * not be read as nobody's request.
 */
export function bearerToken(headers: readonly string[]): string | null {
  const [header] = headers;
  if (header === undefined) return null;
  if (headers.length > 1) throw refused('The request has more than one Authorization header.');
  if (header.length > LONGEST_TOKEN + 'Bearer '.length) throw refused('The token is longer than is taken.');
  const [scheme = '', token, ...more] = header.split(' ').filter((part) => part !== '');
  // The scheme is the same in any case (RFC 9110, 11.1).
  if (scheme.toLowerCase() !== 'bearer' || token === undefined || more.length > 0)
    throw refused('Send the token as "Authorization: Bearer <token>".');
  return token;
}

function refused(message: string): CodedError {
  return new CodedError('UNAUTHENTICATED', message);
}
