import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createFolderStore } from './open-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'objects-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const store = createFolderStore(join(folder, 'a/b'))

async function* parts(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}
const filesOf = (key: string) =>
  readdirSync(join(folder, 'a/b', key.slice(0, 2))).filter((name) => name.startsWith(key))

test('files and folders are accessible to their owner only', async () => {
  await store.write('0123', parts('hello ', 'world'))
  expect(statSync(join(folder, 'a/b/01/0123')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'a/b/01')).mode & 0o777).toBe(0o700)
})

test('a write that fails leaves no file', async () => {
  async function* broken() {
    yield Buffer.alloc(100_000)
    throw new Error('The client is gone')
  }
  await expect(store.write('4567', broken())).rejects.toThrow('The client is gone')
  expect(filesOf('4567')).toEqual([])
})

test('an unfinished object has a temporary name, and remove deletes that file', async () => {
  const held = Promise.withResolvers<void>()
  async function* slow() {
    yield Buffer.from('half')
    await held.promise
  }
  const writing = store.write('89ab', slow())
  await expect.poll(() => filesOf('89ab')).toEqual(['89ab.deel'])
  expect(await store.size('89ab')).toBeUndefined()
  await store.remove('89ab')
  expect(filesOf('89ab')).toEqual([])
  held.resolve()
  await expect(writing).rejects.toMatchObject({ code: 'ENOENT' })
})
