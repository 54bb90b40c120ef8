import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { streamedBody } from './streamed-body.ts'

const CHUNK = 64 * 1024
const MIB = 1024 * 1024
const SIZE = 192 * MIB
const LOOK_EACH = 16 * MIB

// Forced, because on a busy machine garbage may stay in memory for long.
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

test('a streamed body is not kept in memory until the response', async () => {
  const server = createServer(async (request, response) => {
    let size = 0
    for await (const chunk of request) size += chunk.length
    response.end(String(size))
  })
  const port = await listen(server)

  const before = process.memoryUsage().arrayBuffers
  let most = 0
  async function* bytes() {
    for (let sent = 0; sent < SIZE; sent += CHUNK) {
      if (sent % LOOK_EACH === 0) {
        collectGarbage()
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      }
      yield Buffer.alloc(CHUNK)
    }
  }
  const url = `http://127.0.0.1:${port}`
  const answer = await fetch(url, { method: 'POST', ...streamedBody(bytes()) })
  expect(await answer.text()).toBe(String(SIZE))
  expect(most / MIB).toBeLessThan(SIZE / MIB / 2)
  server.closeAllConnections()
  server.close()
})
