import { parseEvent } from '#lib/content/parse-event.ts'
import { HOOGSTE_SEQUENCE, MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import type { PublieksportaalContext } from '../context.ts'
import { acceptEvent } from '../inbox/accept-event.ts'
import { SOURCE, statusGewijzigd, type TestBron } from '../test-bron.ts'

type Gebeurtenis = ReturnType<typeof statusGewijzigd>

/** Serves the events of a bron, in order, at `GET /v1/gebeurtenissen`. */
export function serveGebeurtenissen(bron: TestBron) {
  const all: Gebeurtenis[] = []
  let purgedTo = 0
  /** `vanaf` of every call */
  const asked: number[] = []
  bron.answers.set('GET /v1/gebeurtenissen', ({ url = '' }) => {
    const query = new URL(url, bron.base).searchParams
    const [vanaf, limiet] = [Number(query.get('vanaf')), Number(query.get('limiet'))]
    asked.push(vanaf)
    const headers = { [HOOGSTE_SEQUENCE]: String(all.length) }
    if (vanaf > all.length && vanaf !== MAX_SEQUENCE) return { status: 409, headers }
    if (vanaf < purgedTo) return { status: 410, headers }
    return { status: 200, headers, body: all.slice(vanaf, vanaf + limiet) }
  })
  return {
    asked,
    all,
    /** appends an event of the zaak for each status after the first */
    happen(zaakId: string, ...statuscodes: [string, string, ...string[]]): Gebeurtenis[] {
      const steps = statuscodes.slice(1).map((nieuweStatus, index) => {
        const change = { zaakId, oudeStatus: statuscodes[index] as string, nieuweStatus }
        return statusGewijzigd({ ...change, sequence: all.length + 1 + index })
      })
      all.push(...steps)
      return steps
    },
    purge(totSequence: number) {
      purgedTo = totSequence
    },
  }
}

/** Accepts an event as the webhook does. */
export async function deliver(ctx: PublieksportaalContext, event: object) {
  const parsed = parseEvent(event)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return acceptEvent(ctx, { event: parsed.event, proof: { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' } })
}

/** Returns the sequence up to which the portal has everything. */
export async function bijTot(ctx: PublieksportaalContext): Promise<number | null | undefined> {
  return (await ctx.db.bron.findUnique({ where: { source: SOURCE } }))?.bijTotSequence
}
