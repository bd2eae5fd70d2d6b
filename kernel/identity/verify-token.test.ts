import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestIssuer, type TestIssuer } from '../../tests/support/test-issuer.ts';
import { CodedError } from '../errors.ts';
import { verifyToken } from './verify-token.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await createTestIssuer();
});

const now = () => Math.floor(Date.now() / 1000);
const verify = (token: string, keySet = issuer.keySet) =>
  verifyToken(token, {
    keys: createLocalJWKSet(keySet),
    issuer: issuer.issuer,
    audience: issuer.audience,
  });
async function expectRefused(token: string, message: RegExp, keySet = issuer.keySet): Promise<void> {
  const error: unknown = await verify(token, keySet).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CodedError);
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringMatching(message) });
}

test('a good token tells who brings it, and with which roles', async () => {
  const roles = ['reader', 'editor:TELECOM', 'editor:A_NEW_SECTOR', 'office', 'administrator'];
  expect(await verify(await issuer.token({ roles }))).toEqual({
    kind: 'PERSON',
    subject: 'an.nguyen@mic',
    roles: [
      { kind: 'READER' },
      { kind: 'EDITOR', sector: 'TELECOM' },
      { kind: 'EDITOR', sector: 'A_NEW_SECTOR' },
      { kind: 'OFFICE' },
      { kind: 'ADMINISTRATOR' },
    ],
  });
});

test.each(['EdDSA', 'ES256', 'PS256', 'RS256'])('%s is taken', async (alg) => {
  const other = await createTestIssuer('other', alg);
  expect(await verify(await other.token(), other.keySet)).toMatchObject({ kind: 'PERSON' });
});

describe('the time of a token', () => {
  test.each([
    ['expired a moment ago, within the skew of clocks', () => ({ exp: now() - 20 })],
    ['begins in a moment, within it', () => ({ nbf: now() + 20 })],
  ])('%s: taken', async (_, claims) => {
    expect(await verify(await issuer.token(claims()))).toMatchObject({ kind: 'PERSON' });
  });
  test.each([
    ['expired', () => ({ exp: now() - 40 }), /has expired/u],
    ['begins later', () => ({ nbf: now() + 40 }), /not valid yet/u],
    ['never ends', () => ({ exp: undefined }), /no claim exp/u],
  ])('%s: refused', async (_, claims, message) => expectRefused(await issuer.token(claims()), message));
});

describe('a claim that is wrong or missing is named', () => {
  test.each([
    [{ iss: 'https://elsewhere.test' }, /another issuer/u],
    [{ iss: undefined }, /no claim iss/u],
    [{ aud: 'another-system' }, /another audience/u],
    [{ aud: ['another-system', 'a-third'] }, /another audience/u],
    [{ aud: undefined }, /no claim aud/u],
    [{ sub: undefined }, /no claim sub/u],
    [{ sub: '' }, /sub of the token names nobody/u],
    [{ sub: 'an\nnguyen' }, /sub of the token names nobody/u],
    [{ sub: 'x'.repeat(255) }, /sub of the token names nobody/u],
    [{ roles: undefined }, /no claim roles/u],
    [{ roles: 'administrator' }, /a role that does not exist/u],
    [{ roles: ['editor'] }, /a role that does not exist/u],
    [{ roles: ['editor:OFFICE'] }, /a role that does not exist/u],
    [{ roles: ['editor:telecom'] }, /a role that does not exist/u],
    [{ roles: ['editor:TELECOM:ALL'] }, /a role that does not exist/u],
    [{ roles: ['reader', 'toString'] }, /a role that does not exist/u],
    [{ roles: ['ADMINISTRATOR'] }, /a role that does not exist/u],
    [{ roles: ['reader', 7] }, /a role that does not exist/u],
    [{ roles: new Array(51).fill('reader') }, /a role that does not exist/u],
  ])('%j', async (claims, message) => expectRefused(await issuer.token(claims), message));

  test('an audience among several is enough', async () => {
    expect(await verify(await issuer.token({ aud: ['other', issuer.audience] }))).toMatchObject({
      subject: 'an.nguyen@mic',
    });
  });
});

describe('a signature that proves nothing', () => {
  const claims = {
    iss: 'https://login.test',
    aud: 'giaoban-test',
    sub: 'x',
    exp: now() + 600,
    roles: ['administrator'],
  };

  test('none at all', async () => {
    await expectRefused(new UnsecuredJWT(claims).encode(), /algorithm that is not taken/u);
  });
  test('HMAC with the public key as its secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(issuer.keySet.keys[0]));
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'test-key' })
      .sign(secret);
    await expectRefused(token, /algorithm that is not taken/u);
  });
  test('a longer curve than is agreed', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES512');
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES512' }).sign(privateKey);
    await expectRefused(token, /algorithm that is not taken/u, { keys: [await exportJWK(publicKey)] });
  });
  test("another's key under the name of a known one", async () => {
    await expectRefused(await (await createTestIssuer()).token(), /key that is known/u);
  });
  test('a key that is not known', async () => {
    await expectRefused(await (await createTestIssuer('unknown')).token(), /key that is known/u);
  });
  test('a key that the token brings along', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    await expectRefused(token, /key that is known/u);
  });
  test('claims that were changed afterwards', async () => {
    const [header, , signature] = (await issuer.token()).split('.');
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await expectRefused(`${header}.${changed}.${signature}`, /key that is known/u);
  });
  test('a token that does not say which of two keys it is signed with', async () => {
    const other = await createTestIssuer('second');
    const keySet = { keys: [...issuer.keySet.keys, ...other.keySet.keys] };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .sign((await generateKeyPair('ES256')).privateKey);
    await expectRefused(token, /which key/u, keySet);
  });
});

test.each(['abc', 'a.b.c', '..', 'e30.e30.e30', 'a.b', 'a.b.c.d', '{}'])('%s is no token', async (text) =>
  expectRefused(text, /no signed JSON Web Token|algorithm/u),
);
