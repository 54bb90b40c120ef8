import { POSITIE_EVENT } from '#lib/contract/gebeurtenissen-page.ts'
import { AUTHORIZATION } from '../commands.ts'

/** The commands that read a stream, for a POSIX shell with `API` and `TOKEN` as the quick start sets them. */
export function stroomCommands({ url }: { url: string }): Record<'sse' | 'websocket', string> {
  return {
    sse: `curl -sN "$API/gebeurtenissen" ${AUTHORIZATION} \\\n  -H 'Accept: text/event-stream'`,
    websocket: [
      `curl -fsSO ${url}/ontwikkelaars/code/node/read-stream.mjs`,
      'npm install ws',
      'node read-stream.mjs',
    ].join('\n'),
  }
}

/** The start of a stream of server-sent events, including the first event. */
export const SSE_VOORBEELD = `retry: 1000
id: 4710
event: ${POSITIE_EVENT}
data: 4710

id: 4711
data: {"specversion":"1.0","id":"019ad2f5-0f3b-7c21-8e04-5b6d2a9f8c10",…}`
