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
 * Changes `zaken` in turn, one after another, until `signal` aborts. The last change may be committed after
 * that.
 */
export async function verander(
  api: Api,
  { zaken, perSeconde, signal }: { zaken: readonly VeranderendeZaak[]; perSeconde: number; signal: AbortSignal },
): Promise<void> {
  try {
    for (let nummer = 0; ; nummer += 1) {
      const next = sleep(SECOND_MS / perSeconde, undefined, { signal })
      await Promise.all([change(api, zaken[nummer % zaken.length] as VeranderendeZaak, signal), next])
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function change(api: Api, zaak: VeranderendeZaak, signal: AbortSignal): Promise<void> {
  const { id, versie } = zaak
  if (versie > 2 && versie % 2 === 1) {
    const correctie = { versie, statustoelichting: 'De brandweer kijkt toch nog een keer.' }
    await post(api, `/zaken/${id}/correcties`, correctie, signal)
  } else {
    const statustype = versie === 1 ? 'aanvraag_compleet' : 'adviezen_ontvangen'
    await post(api, `/zaken/${id}/statussen`, { versie, statustype }, signal)
  }
  zaak.versie += 1
}

/** Tries again while the zaaksysteem is too busy. */
async function post({ base, token }: Api, path: string, body: object, signal?: AbortSignal): Promise<unknown> {
  const request = {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  }
  let response = await fetch(`${base}${path}`, request)
  while (response.status === 503) {
    await sleep(SECOND_MS, undefined, signal && { signal })
    response = await fetch(`${base}${path}`, request)
  }
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
  return response.json()
}
