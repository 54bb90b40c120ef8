import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { ZodError } from 'zod'
import { listen } from '#tools/servers/listen.ts'
import type { Running } from '../../scripts/local/processes.ts'
import { verkeerVerzoek } from '../stage/verkeer.ts'
import type { openStoring } from '../storing/open-storing.ts'
import { createVerkeer } from './verkeer.ts'

/**
 * Starts the server through which the pages of the demo control its processes. They call it through
 * `/api/demo/…` of the web process; nobody else has the address.
 */
export async function startRegie({
  variables,
  running,
  storing,
}: {
  variables: Record<string, string>
  /** processes by their names on the page; filled when they start */
  running: Readonly<Record<string, Running>>
  storing: Pick<Awaited<ReturnType<typeof openStoring>>, 'answer' | 'bericht'>
}) {
  const pids = () => Object.fromEntries(Object.entries(running).map(([name, { process: child }]) => [name, child.pid]))
  const verkeer = createVerkeer({ variables, pids })
  const deuren: Record<string, (body: unknown) => Promise<unknown>> = {
    'GET /verkeer': async () => verkeer.stand(),
    'PUT /verkeer': async (body) => verkeer.set(verkeerVerzoek.parse(body).perSeconde),
    'GET /storing': async () => storing.answer(),
    'GET /bericht': async () => storing.bericht(),
    'PUT /storing': (body) => storing.answer(body),
  }

  const server = createServer(async (request, response) => {
    try {
      const deur = deuren[`${request.method} ${request.url}`]
      if (!deur) return void response.writeHead(404).end()
      // A cross-origin page needs CORS for a PUT, which no answer here allows.
      const answer = await deur(request.method === 'PUT' ? await json(request) : undefined)
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer ?? null))
    } catch (error) {
      if (error instanceof ZodError || error instanceof SyntaxError) return void response.writeHead(400).end()
      console.error(error)
      response.writeHead(500).end()
    }
  })
  return {
    variables: { REGIE_DEMO_ONLY: `http://127.0.0.1:${await listen(server)}` },
    async stop() {
      server.close()
      server.closeAllConnections()
      await verkeer.stop()
    },
  }
}
