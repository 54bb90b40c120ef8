import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanStream } from './scan-stream.ts'
import {
  CLAMD_TITLE,
  EICAR,
  hasClamd,
  startClamd,
  startFakeClamd,
  TEST_CLAMD_FILE_LIMIT,
  TEST_CLAMD_LIMIT,
  type TestClamd,
} from './test-clamd.ts'

const { signal } = new AbortController()
async function* parts(bytes: Uint8Array, size = 1000) {
  for (let offset = 0; offset < bytes.byteLength; offset += size) yield bytes.subarray(offset, offset + size)
}

describe.each([
  { title: 'a server that speaks as clamd', start: startFakeClamd, skipped: false },
  { title: CLAMD_TITLE, start: startClamd, skipped: !hasClamd },
])('$title', ({ start, skipped }) => {
  let clamd: TestClamd
  beforeAll(async () => {
    if (!skipped) clamd = await start()
  })
  afterAll(() => clamd?.close())
  const scan = (bytes: AsyncIterable<Uint8Array>) => scanStream({ path: clamd.path }, { bytes, signal })

  test.skipIf(skipped)('finds nothing in clean bytes, and a virus at any position', async () => {
    expect(await scan(parts(Buffer.from('geen virus')))).toBeUndefined()
    expect(await scan(parts(Buffer.from(EICAR), 7))).toContain('Eicar')
    const behind = Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from(EICAR)])
    expect(await scan(parts(behind, 65_536))).toContain('Eicar')
  })

  test.skipIf(skipped).each([TEST_CLAMD_FILE_LIMIT + 100_000, 20 * TEST_CLAMD_LIMIT])(
    'for %i bytes, which exceed its limits, there is no verdict',
    async (size) => {
      const large = Buffer.alloc(size, 'a')
      // clamd closes the connection once it has enough. Its reply is lost if we are sending at that moment;
      // the next attempt gets it.
      const code = () => scan(parts(large, 65_536)).catch((error: { code: string }) => error.code)
      await expect.poll(code).toBe('scan_limit_exceeded')
    },
  )

  test.skipIf(skipped)('an error of the bytes rejects with that error', async () => {
    async function* broken() {
      yield Buffer.from('x')
      throw new Error('The object is gone')
    }
    await expect(scan(broken())).rejects.toThrow('The object is gone')
  })
})

test('without clamd the scan fails', async () => {
  const scanned = scanStream({ path: '/nowhere/clamd.sock' }, { bytes: parts(Buffer.from('x')), signal })
  await expect(scanned).rejects.toMatchObject({ code: 'scanner_unreachable' })
})

test('a scan that is aborted waits for no reply', async () => {
  const clamd = await startFakeClamd()
  const { signal: ended, abort } = (() => {
    const controller = new AbortController()
    return { signal: controller.signal, abort: () => controller.abort() }
  })()
  async function* stuck() {
    yield Buffer.from('x')
    await new Promise((resolve) => ended.addEventListener('abort', resolve))
  }
  const scanned = scanStream({ path: clamd.path }, { bytes: stuck(), signal: ended })
  setImmediate(abort)
  await expect(scanned).rejects.toMatchObject({ name: 'AbortError' })
  await clamd.close()
})
