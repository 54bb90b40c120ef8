import { once } from 'node:events'
import { createServer } from 'node:net'

/** Whether this process could listen on `port`, on all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port)
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
