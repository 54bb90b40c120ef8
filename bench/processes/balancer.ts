import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What a load balancer does, at its simplest: each new connection goes to the next of `ports`, in turn. */
export async function startBalancer(port: number, ports: readonly number[]) {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((client) => {
    const target = connect(ports[turn++ % ports.length] as number, '127.0.0.1')
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      open.add(one)
      one.setNoDelay(true)
      one
        .on('error', () => {})
        .on('close', () => {
          open.delete(one)
          other.destroy()
        })
      one.pipe(other)
    }
  })
  server.listen(port)
  await once(server, 'listening')
  return {
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
