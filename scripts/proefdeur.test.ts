import { expect, test } from 'vitest'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { findProefdeur, openProefdeur, type Proefdeur, sinkOf } from '#lib/publieksportaal/proefdeur/proefdeur.ts'
import { tryGat } from '#lib/publieksportaal/proefdeur/try-gat.ts'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { deliverDue, subscribe } from '#lib/zaaksysteem/bezorging/test-abonnement.ts'
import { PUBLICATION_LEAD_MS, rotateSleutels } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { ensureSleutels } from '#lib/zaaksysteem/signing/signing-keys.ts'
import { createTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { startTestApiServer } from '../tools/api/api-server.ts'

test('our own zaaksysteem passes every check of a proefdeur', async () => {
  let now = new Date()
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const clock = () => now
  const [zaaksysteem, portal] = await Promise.all([
    createTestZaaksysteem({ clock }),
    createTestPublieksportaal({ clock }),
  ])
  // Made beforehand, because making an RSA key on a busy machine takes longer than the portal's timeout.
  await ensureSleutels(zaaksysteem)
  const server = await startTestApiServer({ zaaksysteem, publieksportaal: portal })
  portal.env.PUBLIEKSPORTAAL_URL = server.origin
  const jwksUrl = `${server.origin}/api/zaaksysteem/jwks.json`
  const opened = await openProefdeur(portal, {
    actor: { soort: 'beheerder', id: 'beheerder' },
    naam: 'Ons eigen zaaksysteem',
    source: zaaksysteem.env.ZAAKSYSTEEM_SOURCE,
    origin: zaaksysteem.env.ZAAKSYSTEEM_ORIGIN,
    jwksUrl,
    apiUrl: server.baseUrl,
    credentialtype: 'JWT',
    contentmodus: 'structured',
  })
  if (!opened.ok) throw new Error(opened.reason)
  const sink = sinkOf(portal, opened)

  await subscribe(zaaksysteem, sink)
  for (let count = 0; count < 5; count += 1) await registerTestZaak(zaaksysteem)
  await deliverDue(zaaksysteem)
  later(30 * SECOND_MS)
  await deliverDue(zaaksysteem)
  const next = await rotateSleutels(zaaksysteem, { actor: OPDRACHTREGEL })
  later(PUBLICATION_LEAD_MS + MINUTE_MS)
  const published = async () => JSON.stringify(await (await fetch(jwksUrl)).json())
  // the published keys are cached for a second
  for (const { kid } of next) await expect.poll(published).toContain(kid)
  await registerTestZaak(zaaksysteem)
  await deliverDue(zaaksysteem)
  const deur = (await findProefdeur(portal, opened.code)) as Proefdeur
  await tryGat(portal, { deur, token: zaaksysteem.apiToken })

  const report = await (await fetch(sink)).json()
  await server.close()
  await Promise.all([zaaksysteem.close(), portal.close()])
  expect(report.gevallen.filter(({ uitslag }: { uitslag: string }) => uitslag !== 'goed')).toEqual([])
  expect(report).toMatchObject({ geslaagd: true })
})
