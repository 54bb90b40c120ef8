import { randomBytes, webcrypto } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { seal, sealedSize, unseal } from './seal.ts'

const CHUNK = 65_536
const TAG = 16
const key = randomBytes(32)

async function* inParts(bytes: Uint8Array, size = 10_000) {
  for (let offset = 0; offset < bytes.byteLength; offset += size) yield bytes.subarray(offset, offset + size)
}
function open(sealed: Uint8Array, { size, start = 0, end = size }: { size: number; start?: number; end?: number }) {
  const read = (range: { start: number; end: number }) => inParts(sealed.subarray(range.start, range.end))
  return buffer(unseal(key, { size, range: { start, end }, read }))
}

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])(
  '%i bytes are unchanged after seal and unseal',
  async (size) => {
    const bytes = randomBytes(size)
    const sealed = await buffer(seal(key, inParts(bytes)))
    expect(sealed.byteLength).toBe(sealedSize(size))
    expect((await open(sealed, { size })).equals(bytes)).toBe(true)
  },
)

test('a range is decrypted from its own chunks only', async () => {
  const size = 3 * CHUNK + 7
  const bytes = randomBytes(size)
  const sealed = await buffer(seal(key, inParts(bytes)))
  for (const [start, end] of [
    [0, 1],
    [CHUNK - 1, CHUNK + 1],
    [CHUNK, 2 * CHUNK],
    [5, size - 5],
    [3 * CHUNK, size],
  ] as const) {
    const others = Buffer.from(sealed)
    others.fill(0, 0, Math.floor(start / CHUNK) * (CHUNK + TAG))
    others.fill(0, Math.ceil(end / CHUNK) * (CHUNK + TAG))
    expect((await open(others, { size, start, end })).equals(bytes.subarray(start, end))).toBe(true)
  }
})

test('another implementation of AES-GCM opens its chunks', async () => {
  const bytes = randomBytes(CHUNK + 3)
  const sealed = await buffer(seal(key, inParts(bytes)))
  const aes = await webcrypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const nonce = (hex: string) => Buffer.from(hex, 'hex')
  const first = await webcrypto.subtle.decrypt(
    { name: 'AES-GCM', iv: nonce('000000000000000000000000') },
    aes,
    sealed.subarray(0, CHUNK + TAG),
  )
  const last = await webcrypto.subtle.decrypt(
    { name: 'AES-GCM', iv: nonce('000000000000000000000101') },
    aes,
    sealed.subarray(CHUNK + TAG),
  )
  expect(Buffer.concat([Buffer.from(first), Buffer.from(last)]).equals(bytes)).toBe(true)
})

const SIZE = 3 * CHUNK
const chunk = (sealed: Buffer, index: number) => sealed.subarray(index * (CHUNK + TAG), (index + 1) * (CHUNK + TAG))
test.each<[string, (sealed: Buffer) => Buffer, number?]>([
  ['a byte differs', (sealed) => Buffer.from(sealed).fill((sealed[9] as number) ^ 1, 9, 10)],
  ['two chunks are swapped', (sealed) => Buffer.concat([1, 0, 2].map((index) => chunk(sealed, index)))],
  ['a chunk occurs twice', (sealed) => Buffer.concat([0, 0, 2].map((index) => chunk(sealed, index)))],
  ['the last byte is missing', (sealed) => sealed.subarray(0, -1)],
  ['the last chunk is missing', (sealed) => sealed.subarray(0, 2 * (CHUNK + TAG))],
  [
    'the last chunk is missing, and its row has the shorter size',
    (sealed) => sealed.subarray(0, 2 * (CHUNK + TAG)),
    2 * CHUNK,
  ],
  ['all bytes are missing', () => Buffer.alloc(0)],
])('when %s, the object is corrupt', async (_, change, size = SIZE) => {
  const sealed = await buffer(seal(key, inParts(randomBytes(SIZE))))
  await expect(open(change(sealed), { size })).rejects.toMatchObject({ code: 'object_corrupt' })
})

test('an object that another key sealed is corrupt', async () => {
  const sealed = await buffer(seal(randomBytes(32), inParts(randomBytes(9))))
  await expect(open(sealed, { size: 9 })).rejects.toMatchObject({ code: 'object_corrupt' })
})
