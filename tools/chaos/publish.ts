import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { type abonnementRequest, abonnementResource } from '#lib/contract/abonnement-resource.ts'
import { zaakChanged } from '#lib/contract/handeling-requests.ts'
import { registerPortal } from '../../scripts/local/register-portal.ts'
import type { startInstallation } from '../load/start-installation.ts'

const PAUSE_MS = 100

type Installation = Awaited<ReturnType<typeof startInstallation>>

/**
 * Many quick retries, so that no bezorging to a failing sink becomes a dead letter or outlasts a run.
 */
export const HERHAALSCHEMA = Array.from({ length: 20 }, (_, index) => (index < 10 ? 1 : 3))

/** The API of the zaaksysteem over HTTP. Requests are retried until they have a response. */
export type Api = { origins: string[]; token: string }

/** Registers the portal of an installation, with the same quick retries. */
export async function registerWithRetries(installation: Installation): Promise<void> {
  await registerPortal(installation)
  await installation.zaaksysteem.db.abonnement.updateMany({ data: { herhaalschema: HERHAALSCHEMA } })
}

type Step = { zaakId: string; versie: number; statustype: string; resultaat?: string }

/**
 * Sets a status exactly once, whatever is killed meanwhile: retries have the same Idempotency-Key. A conflict
 * would mean that the status was set twice.
 */
export async function publishStatus(api: Api, { zaakId, ...step }: Step): Promise<string> {
  const answer = await insist(api, `/zaken/${zaakId}/statussen`, step, {
    'Idempotency-Key': `${zaakId}-${step.versie}`,
  })
  return zaakChanged.parse(answer).gebeurtenisId
}

export async function subscribe(api: Api, request: z.input<typeof abonnementRequest>): Promise<string> {
  const { id } = abonnementResource.parse(await insist(api, '/abonnementen', request))
  for (;;) {
    const response = await call(api, `/abonnementen/${id}`)
    const { status, foutcode } = abonnementResource.parse(await response?.json())
    if (status === 'actief') return id
    if (status === 'geweigerd') throw new Error(`The sink was refused: ${foutcode}`)
    await sleep(PAUSE_MS)
  }
}

async function insist(api: Api, path: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  for (;;) {
    const response = await call(api, path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const answer = (await response?.json().catch(() => undefined)) as { code?: string } | undefined
    if (response?.ok && answer) return answer
    const mayPass = !answer || (response && response.status >= 500)
    if (!mayPass) throw new Error(`${path} was refused with ${response?.status} ${answer.code}`)
    await sleep(PAUSE_MS)
  }
}

let calls = 0

async function call({ origins, token }: Api, path: string, init: RequestInit = {}): Promise<Response | undefined> {
  calls += 1
  const origin = origins[calls % origins.length]
  const headers = { ...init.headers, Authorization: `Bearer ${token}` }
  return fetch(`${origin}/api/zaaksysteem/v1${path}`, { ...init, headers, signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  )
}
