import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '#tools/servers/listen.ts'

export type Received = { headers: IncomingHttpHeaders; body: string }

/** Starts a receiver on loopback. `answer` gives the status of a response; `received` holds all requests. */
export async function startSink(answer: (received: Received) => number | Promise<number> = () => 204) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const one = { headers: request.headers, body: Buffer.concat(await request.toArray()).toString() }
    received.push(one)
    response.writeHead(await answer(one)).end('dit is\u001b[31m rood')
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}/berichten`,
    received,
    sequences: () => received.map(({ body }) => Number(JSON.parse(body).sequence)),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The config home of a user who never ran the command. */
export const newConfigHome = () => mkdtempSync(join(tmpdir(), 'zaakbode-luister-'))

export type Luisteraar = {
  child: ChildProcess
  out: () => string
  err: () => string
  ended: Promise<number | null>
}

/** Starts `zaakbode luister`. */
export function startLuister(args: string[], env: Record<string, string>): Luisteraar {
  return startZaakbode(['luister', ...args], env)
}

export function startZaakbode(args: string[], env: Record<string, string>): Luisteraar {
  const child = spawn(process.execPath, ['cli/zaakbode.mjs', ...args], {
    env: { LANG: 'nl_NL.UTF-8', ...env, TZ: 'Europe/Amsterdam' } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, out: () => out, err: () => err, ended }
}
