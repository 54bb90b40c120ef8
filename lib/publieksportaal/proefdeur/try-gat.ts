import { parseEvent } from '#lib/content/parse-event.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type FetchedGebeurtenissen, fetchGebeurtenissen } from '../sync/zaaksysteem-api.ts'
import { berichtenIn, type GatBevinding } from './gebeuren.ts'
import { addGebeuren, type Proefdeur } from './proefdeur.ts'

const PAGE_SIZE = 100

/**
 * Requests missed events from the sender, as the portal does. The token is used for this request and not
 * stored; the beheerder gave the address.
 */
export async function tryGat(
  ctx: PublieksportaalContext,
  { deur, token }: { deur: Proefdeur; token: string },
): Promise<void> {
  if (!deur.apiUrl) return
  const received = berichtenIn(deur.verloop).flatMap(({ gebeurtenissen }) => gebeurtenissen)
  const sequences = received.flatMap(({ sequence }) => sequence ?? [])
  const vanaf = Math.min(...sequences) - 1
  const note = (bevinding: GatBevinding, aantal = 0) => {
    const navraag = { soort: 'navraag', op: ctx.clock().toISOString(), vanaf, aantal, bevinding } as const
    return addGebeuren(ctx, deur, () => navraag)
  }
  if (sequences.length === 0) return void (await note('gat_niets_ontvangen'))
  const api = { base: deur.apiUrl, token }
  const fetched = await fetchGebeurtenissen(api, { source: deur.source, vanaf, limiet: PAGE_SIZE })
  if (!fetched.ok) return void (await note(whyNot(fetched)))

  const parsed = fetched.gebeurtenissen.map((gebeurtenis) => parseEvent(gebeurtenis))
  const ids = new Map(parsed.flatMap((each) => (each.ok ? [[each.event.sequence, each.event.id] as const] : [])))
  const last = vanaf + parsed.length
  const expected = received.filter(({ sequence }) => sequence !== null && sequence <= Math.max(last, vanaf + 1))
  if (parsed.some(({ ok }) => !ok)) await note('gat_ongeldig')
  else if (expected.some(({ sequence }) => !ids.has(sequence))) await note('gat_ontbreekt')
  else if (expected.some(({ id, sequence }) => ids.get(sequence) !== id)) await note('gat_andere_id')
  else await note('gat_gevuld', parsed.length)
}

function whyNot({ reason }: Exclude<FetchedGebeurtenissen, { ok: true }>): GatBevinding {
  if (reason === 'unreachable' || reason === 'timeout') return 'gat_onbereikbaar'
  return reason === 'invalid_answer' ? 'gat_ongeldig' : 'gat_geweigerd'
}
