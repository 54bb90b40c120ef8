import { readJwks } from '#lib/ontwikkelaars/berichtcontrole/bericht.ts'
import { checkBericht } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import { type Invoer, readInvoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { publishedJwks } from '#lib/zaaksysteem/signing/published-jwks.ts'
import type { CheckState } from './check-state.ts'

/** Checks a message with our public keys, unless others are given. */
export async function checkInvoer(invoer: Invoer): Promise<CheckState> {
  const ctx = zaaksysteem()
  const keys = readJwks(JSON.stringify(await publishedJwks(ctx))) ?? []
  const read = readInvoer(invoer, { keys, source: ctx.env.ZAAKSYSTEEM_SOURCE, now: ctx.clock() })
  const shown = { ...invoer, geheim: '' }
  if (!read.ok) return { invoer: shown, fouten: read.fouten }
  return { invoer: shown, controle: checkBericht(read.bericht, read.onleesbaar) }
}
