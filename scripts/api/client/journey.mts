import createClient, { type Middleware } from 'openapi-fetch'
// Made by openapi-typescript, beside the copy of this file that documents.rules.ts compiles.
import type { paths } from './zaaksysteem.ts'

type Setting = { baseUrl: string; token: string; check: Middleware; letEventsBeNumbered(): Promise<unknown> }

const key = () => ({ 'Idempotency-Key': crypto.randomUUID() })

/** A client that knows only the document registers, acts and reads. */
export async function journey({ baseUrl, token, check, letEventsBeNumbered }: Setting) {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } })
  client.use(check)
  const abonnement = await client.POST('/abonnementen', {
    body: { protocol: 'HTTP', sink: 'http://127.0.0.1:9/webhook', sinkcredential: { credentialtype: 'JWT' } },
  })
  const registered = await client.POST('/zaken', {
    params: { header: key() },
    body: { zaaktype: 'APV-STAND', omschrijving: 'Standplaats', initiator: { naam: 'J. de Vries', bsn: '999990342' } },
  })
  if (!abonnement.data || !registered.data) throw new Error('Not registered')
  const { uuid } = registered.data
  const read = await client.GET('/zaken/{uuid}', { params: { path: { uuid } } })
  const next = read.data?.zaaktype.statustypen[1]?.code ?? ''
  const set = await client.POST('/zaken/{uuid}/statussen', {
    params: { path: { uuid }, header: key() },
    body: { versie: registered.data.versie, statustype: next },
  })
  await letEventsBeNumbered()
  const events = await client.GET('/gebeurtenissen', { params: { query: { vanaf: '0' } } })
  return { status: abonnement.data.status, uuid, versie: set.data?.versie, events: events.data }
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
  // @ts-expect-error: no such code
  return error?.code === 'zaak_lost'
}
