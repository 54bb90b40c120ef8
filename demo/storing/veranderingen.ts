import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { DEMO_BURGERS } from '../stage/demo-burgers.ts'
import { DEMO_BURGER } from '../stage/demo-zaak.ts'

/** The API of the zaaksysteem, as a supplier uses it. */
export type Api = { base: string; token: string }

/**
 * A zaak that changes repeatedly: its second and third status, back to the second as a correction, and so on.
 */
export type VeranderendeZaak = { id: string; versie: number }

export async function vraagAan(api: Api, omschrijving: string): Promise<VeranderendeZaak> {
  const { naam, bsn } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  const zaak = { zaaktype: 'APV-EVEN', omschrijving, initiator: { naam, bsn } }
  const { uuid } = (await post(api, '/zaken', zaak)) as { uuid: string }
  return { id: uuid, versie: 1 }
}

/**
 * Changes `zaken` in turn, one after another, until `signal` aborts. Resolves when the last change is
 * committed.
 */
export async function verander(
  api: Api,
  { zaken, perSeconde, signal }: { zaken: readonly VeranderendeZaak[]; perSeconde: number; signal: AbortSignal },
): Promise<void> {
  for (let nummer = 0; !signal.aborted; nummer += 1) {
    const next = sleep(SECOND_MS / perSeconde)
    await change(api, zaken[nummer % zaken.length] as VeranderendeZaak)
    await next
  }
}

async function change(api: Api, zaak: VeranderendeZaak): Promise<void> {
  const { id, versie } = zaak
  if (versie > 2 && versie % 2 === 1) {
    await post(api, `/zaken/${id}/correcties`, { versie, statustoelichting: 'De brandweer kijkt toch nog een keer.' })
  } else {
    const statustype = versie === 1 ? 'aanvraag_compleet' : 'adviezen_ontvangen'
    await post(api, `/zaken/${id}/statussen`, { versie, statustype })
  }
  zaak.versie += 1
}

async function post({ base, token }: Api, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
  return response.json()
}
