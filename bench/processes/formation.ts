import { startScript, waitUntilReady } from '../../scripts/local/processes.ts'
import { startBalancer } from './balancer.ts'

export type Formation = Awaited<ReturnType<typeof startFormation>>

/** Starts `size` web processes of both systems behind one address, and as many workers. */
export async function startFormation(options: {
  size: number
  port: number
  variables: Record<string, string>
  logFile: string
}) {
  const { size, port, variables, logFile } = options
  const ports = Array.from({ length: size }, (_, index) => port + 1 + index)
  const webs = ports.map((own) =>
    startScript({ script: 'web.ts', variables: { ...variables, PORT: String(own) }, logFile }),
  )
  const workers = ports.map(() => startScript({ script: 'worker.ts', variables, logFile }))
  await Promise.all(ports.map((own, index) => waitUntilReady(`http://localhost:${own}`, webs[index])))
  const balancer = await startBalancer(port, ports)
  const pids = (running: typeof webs) => running.map(({ process: { pid } }) => pid as number)
  return {
    webPids: pids(webs),
    workerPids: pids(workers),
    async stop() {
      await balancer.close()
      await Promise.all([...webs, ...workers].map((running) => running.stop()))
    },
  }
}
