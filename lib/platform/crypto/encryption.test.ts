import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { DecryptionError, decrypt, encrypt, encryptionKeys } from './encryption.ts'

const newKey = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })
const [old, young] = [newKey('oud'), newKey('nieuw')]
const boundTo = 'rij-1'

test('a secret of the old key decrypts after a new key was put before it', () => {
  const before = encrypt([old], { plaintext: Buffer.from('geheim ☃'), boundTo })
  const after = encrypt([young, old], { plaintext: Buffer.from('geheim ☃'), boundTo })
  expect([before.sleutelId, after.sleutelId]).toEqual(['oud', 'nieuw'])
  for (const encrypted of [before, after]) {
    expect(decrypt([young, old], { ...encrypted, boundTo }).toString()).toBe('geheim ☃')
  }
  expect(() => decrypt([young], { ...before, boundTo })).toThrow(
    expect.objectContaining({ code: 'encryption_key_missing:oud' }),
  )
})

test('a changed byte, another row or another key with the same id does not decrypt', () => {
  const encrypted = encrypt([old], { plaintext: Buffer.from('geheim'), boundTo })
  for (let index = 0; index < encrypted.versleuteld.length; index++) {
    const versleuteld = encrypted.versleuteld.slice()
    versleuteld[index] = (versleuteld[index] as number) ^ 1
    expect(() => decrypt([old], { ...encrypted, versleuteld, boundTo })).toThrow(DecryptionError)
  }
  expect(() => decrypt([old], { ...encrypted, boundTo: 'rij-2' })).toThrow(DecryptionError)
  expect(() => decrypt([newKey('oud')], { ...encrypted, boundTo })).toThrow(DecryptionError)
})

const inText = (id: string, key: Uint8Array = randomBytes(32)) => `${id}=${Buffer.from(key).toString('base64')}`

test.each([
  '',
  'a',
  'a=',
  inText('a', randomBytes(31)),
  inText(''),
  inText('a', Buffer.alloc(32)),
  inText('a', Buffer.from('change-me-'.repeat(4).slice(0, 32))),
  `${inText('a')},${inText('b')},${inText('a')}`,
  `${inText('a', old.key)},${inText('b', old.key)}`,
])('"%s" is no set of keys', (text) => {
  expect(encryptionKeys.safeParse(text).success).toBe(false)
})
