import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ObjectStore } from './object-store.ts'
import { createFolderStore } from './open-store.ts'
import { createS3Store } from './s3-store.ts'
import { hasS3, S3_TITLE, startTestS3 } from './test-s3.ts'

const MIB = 1024 ** 2

async function inFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'objects-'))
  return { store: createFolderStore(folder), close: () => rm(folder, { recursive: true, force: true }) }
}
async function inS3() {
  const s3 = await startTestS3()
  return { store: createS3Store(s3), close: s3.close }
}
async function* parts(bytes: Uint8Array, size = 100_000) {
  for (let offset = 0; offset < bytes.byteLength; offset += size) yield bytes.subarray(offset, offset + size)
}

describe.each([
  { title: 'a folder', start: inFolder, skipped: false },
  { title: S3_TITLE, start: inS3, skipped: !hasS3 },
])('in $title', ({ start, skipped }) => {
  let store: ObjectStore
  let close: (() => Promise<void>) | undefined
  beforeAll(async () => {
    if (!skipped) ({ store, close } = await start())
  })
  afterAll(() => close?.())
  const readWhole = (key: string, size: number) => buffer(store.read(key, { start: 0, end: size }))

  test.skipIf(skipped).each([1, 200_000, 8 * MIB, 8 * MIB + 1, 20 * MIB])(
    '%i bytes can be read, whole and by range, until they are removed',
    async (size) => {
      const bytes = randomBytes(size)
      const key = crypto.randomUUID()
      await store.write(key, parts(bytes))
      expect((await readWhole(key, size)).equals(bytes)).toBe(true)
      const range = { start: Math.floor(size / 3), end: Math.ceil(size / 2) }
      expect((await buffer(store.read(key, range))).equals(bytes.subarray(range.start, range.end))).toBe(true)
      expect(await buffer(store.read(key, { start: 0, end: 0 }))).toHaveLength(0)
      expect(await store.size(key)).toBe(size)
      await store.remove(key)
      await store.remove(key)
      expect(await store.size(key)).toBeUndefined()
      await expect(readWhole(key, size)).rejects.toMatchObject({ code: 'object_missing' })
    },
  )

  test.skipIf(skipped).each([0, 100_000, 20 * MIB])(
    'a write that fails after %i bytes leaves no object',
    async (size) => {
      const key = crypto.randomUUID()
      async function* broken() {
        yield* parts(randomBytes(size))
        throw new Error('The client is gone')
      }
      await expect(store.write(key, broken())).rejects.toThrow('The client is gone')
      expect(await store.size(key)).toBeUndefined()
    },
  )

  test.skipIf(skipped)('an unfinished write is not visible, and remove makes it fail', async () => {
    const key = crypto.randomUUID()
    const held = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    async function* slow() {
      yield* parts(randomBytes(20 * MIB))
      begun.resolve()
      await held.promise
    }
    const writing = store.write(key, slow()).then(
      () => 'written',
      () => 'refused',
    )
    await begun.promise
    expect(await store.size(key)).toBeUndefined()
    await store.remove(key)
    held.resolve()
    expect(await writing).toBe('refused')
    expect(await store.size(key)).toBeUndefined()
  })

  test.skipIf(skipped)('an object can be removed after a read that stopped halfway', async () => {
    const key = crypto.randomUUID()
    await store.write(key, parts(randomBytes(MIB)))
    for await (const part of store.read(key, { start: 0, end: MIB })) {
      expect(part.byteLength).toBeGreaterThan(0)
      break
    }
    await store.remove(key)
  })
})
