import { randomBytes, randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { DecryptionError } from '#lib/platform/crypto/encryption.ts'
import { decryptGeheimen, encryptGeheim, type GeheimRow } from './geheim.ts'

const NOW = new Date('2026-11-25T09:00:00.000Z')
const newKey = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })
const keys = (...all: ReturnType<typeof newKey>[]) => ({ ZAAKSYSTEEM_ENCRYPTION_KEYS: all })
const [first, second] = [newKey('sleutel-1'), newKey('sleutel-2')]

function row(
  geheim: string,
  vervaltOp: Date | null = null,
  env = keys(first),
): GeheimRow & { versleuteld: Uint8Array } {
  const id = uuidv7()
  return { id, vervaltOp, ...encryptGeheim(env, { id, geheim }) }
}
function errorOf(attempt: () => unknown): DecryptionError {
  try {
    attempt()
  } catch (error) {
    if (error instanceof DecryptionError) return error
  }
  throw new Error('nothing was thrown')
}

test('encrypted secrets are decrypted, newest first, and the same secret encrypts differently each time', () => {
  const later = new Date(NOW.getTime() + 1)
  // Made first, so it has the lowest id, as if made by a process whose clock is behind.
  const newest = row('nieuw — é')
  const rows = [row('oud', later), newest, row('gelijk', later), row('gelijk', later)]
  expect(decryptGeheimen(keys(first), rows, NOW)).toEqual(['nieuw — é', 'gelijk', 'gelijk', 'oud'])
  expect(Buffer.from(rows[2]?.versleuteld ?? []).equals(rows[3]?.versleuteld ?? Buffer.alloc(0))).toBe(false)
})

test('the first key encrypts and every key decrypts, so that the key can be rotated', () => {
  const before = row('oud', null, keys(first))
  const after = row('nieuw', null, keys(second, first))
  expect([before.sleutelId, after.sleutelId]).toEqual(['sleutel-1', 'sleutel-2'])
  expect(decryptGeheimen(keys(second, first), [before, after], NOW)).toEqual(['nieuw', 'oud'])
})

test.each([
  ['a millisecond before it expires', 1, ['geheim']],
  ['at the millisecond that it expires', 0, []],
  ['a millisecond after', -1, []],
])('a secret is valid until it expires: %s', (_name, ms, valid) => {
  expect(decryptGeheimen(keys(first), [row('geheim', new Date(NOW.getTime() + ms))], NOW)).toEqual(valid)
})

test('a row in the JSON of PostgreSQL is decrypted too', () => {
  const { id, sleutelId, versleuteld } = row('geheim')
  const json = { id, sleutelId, versleuteld: `\\x${Buffer.from(versleuteld).toString('hex')}` }
  expect(decryptGeheimen(keys(first), [{ ...json, vervaltOp: '2026-11-25T10:00:00.001+01:00' }], NOW)).toEqual([
    'geheim',
  ])
  expect(decryptGeheimen(keys(first), [{ ...json, vervaltOp: '2026-11-25T10:00:00+01:00' }], NOW)).toEqual([])
})

test.each<[string, (good: ReturnType<typeof row>) => GeheimRow]>([
  ['in another row', (good) => ({ ...good, id: randomUUID() })],
  ['with a bit changed', (good) => ({ ...good, versleuteld: good.versleuteld.map((b, i) => (i === 30 ? b ^ 1 : b)) })],
  ['with another nonce', (good) => ({ ...good, versleuteld: good.versleuteld.map((b, i) => (i === 0 ? b ^ 1 : b)) })],
  ['cut short', (good) => ({ ...good, versleuteld: good.versleuteld.subarray(0, 20) })],
  ['that is empty', (good) => ({ ...good, versleuteld: new Uint8Array() })],
  ['under another key with that id', (good) => row('geheim', null, keys({ ...second, id: good.sleutelId }))],
])('a secret %s cannot be decrypted', (_name, spoil) => {
  const error = errorOf(() => decryptGeheimen(keys(first), [spoil(row('geheim'))], NOW))
  expect(error.code).toBe('secret_corrupt:sleutel-1')
})

test('the error names a missing key, and shows nothing of the secret', () => {
  const error = errorOf(() => decryptGeheimen(keys(second), [row('zeer-geheim')], NOW))
  expect(error.code).toBe('encryption_key_missing:sleutel-1')
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain('zeer-geheim')
})

test('an expired secret is skipped even when its key is missing', () => {
  expect(decryptGeheimen(keys(second), [row('oud', NOW)], NOW)).toEqual([])
})
