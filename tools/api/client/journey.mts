import createClient, { type Middleware } from 'openapi-fetch'
// Made by openapi-typescript, beside the copy of this file that documents.rules.ts compiles.
import type { paths } from './zaaksysteem.ts'

type Setting = {
  baseUrl: string
  token: string
  sink: string
  check: Middleware
  askToestemming(abonnementId: string): Promise<unknown>
  deliver(receiver: { isTaken: boolean }): Promise<unknown>
}

const key = () => ({ 'Idempotency-Key': crypto.randomUUID() })

/** A client that knows only the document registers, acts, reads it back, and has what was never taken sent again. */
export async function journey({ baseUrl, token, sink, check, askToestemming, deliver }: Setting) {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } })
  client.use(check)
  const abonnement = await client.POST('/abonnementen', {
    body: { protocol: 'HTTP', sink, sinkcredential: { credentialtype: 'JWT' }, config: { herhaalschema: [1] } },
  })
  if (!abonnement.data) throw new Error('No abonnement')
  const { id } = abonnement.data
  await askToestemming(id)

  const registered = await client.POST('/zaken', {
    params: { header: key() },
    body: { zaaktype: 'APV-STAND', omschrijving: 'Standplaats', initiator: { naam: 'J. de Vries', bsn: '999990342' } },
  })
  if (!registered.data) throw new Error('No zaak')
  const { uuid, versie } = registered.data
  const begun = await client.GET('/zaken/{uuid}', { params: { path: { uuid } } })
  const next = begun.data?.zaaktype.statustypen[1]?.code ?? ''
  await client.POST('/zaken/{uuid}/statussen', {
    params: { path: { uuid }, header: key() },
    body: { versie, statustype: next },
  })
  const read = await client.GET('/zaken/{uuid}', { params: { path: { uuid } } })
  const events = await client.GET('/gebeurtenissen', { params: { query: { vanaf: 0 } } })

  await deliver({ isTaken: false })
  const path = { id }
  const failed = await client.GET('/abonnementen/{id}/bezorgingen', { params: { path, query: { status: 'mislukt' } } })
  const [dead] = failed.data?.bezorgingen ?? []
  await client.POST('/bezorgingen/{id}/herhaling', { params: { path: { id: dead?.id ?? '' } } })
  await deliver({ isTaken: true })
  const taken = await client.GET('/abonnementen/{id}/bezorgingen', { params: { path, query: { status: 'bezorgd' } } })
  return {
    uuid,
    versie: read.data?.versie,
    status: read.data?.status,
    events: events.data,
    dead: dead?.eventId,
    taken: taken.data?.bezorgingen.map(({ eventId }) => eventId),
  }
}

/** What the document does not allow does not compile: each of these lines is an error of the compiler. */
export async function refusedByCompiler(baseUrl: string) {
  const client = createClient<paths>({ baseUrl })
  // @ts-expect-error: no such path
  await client.GET('/dossiers')
  // @ts-expect-error: no Idempotency-Key
  await client.POST('/zaken', { body: { zaaktype: '', omschrijving: '', initiator: { naam: '' } } })
  // @ts-expect-error: no versie
  await client.POST('/zaken/{uuid}/correcties', { params: { path: { uuid: '' }, header: key() }, body: {} })
  const { error } = await client.GET('/zaken/{uuid}', { params: { path: { uuid: '' } } })
  // @ts-expect-error: no such member
  return error?.reden
}
