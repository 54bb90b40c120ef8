import { expect, test } from 'vitest'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, openTestZaaksysteem } from '../../test-context.ts'
import { holdZaak } from '../bewaren/hold-zaak.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { registerTestZaak, TRACEPARENT } from '../test-zaak.ts'

const ctx = await openTestZaaksysteem({ scopes: 'zaken.lezen+zaken.verwijderen' })

function call(uuid: string, { method = 'DELETE', ifMatch = '"1"', query = '', system = ctx } = {}) {
  const headers = { Authorization: `Bearer ${system.apiToken}`, ...(ifMatch && { 'If-Match': ifMatch }) }
  const request = new Request(`http://localhost/api/zaaksysteem/v1/zaken/${uuid}${query}`, { method, headers })
  return answerApi(system, request)
}
const problem = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]

test('a client removes a zaak at its versie, after which it is not found', async () => {
  const { id } = await registerTestZaak(ctx)
  const response = await call(id)
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(await problem(await call(id, { method: 'GET' }))).toEqual([404, 'zaak_not_found'])
  expect(await problem(await call(id))).toEqual([404, 'zaak_not_found'])
  const kept = await ctx.db.verwijderdeZaak.findUnique({ where: { id } })
  expect(kept).toMatchObject({ grond: 'vergissing', doorId: null, doorClient: 'publieksportaal' })
  const done = await ctx.db.auditregel.findMany({
    where: { zaakId: id, handeling: { not: 'zaak_bekijken' } },
    orderBy: { handeling: 'asc' },
  })
  expect(done.map(({ handeling, actor }) => [handeling, actor])).toEqual([
    ['zaak_registreren', 'aanvraagformulier'],
    ['zaak_verwijderen', 'publieksportaal'],
  ])
  expect(done[1]?.betrokkene).toEqual(done[0]?.betrokkene)
})

test.each([
  ['without If-Match', { ifMatch: '' }, [428, 'versie_missing']],
  ['with an If-Match that is not an ETag', { ifMatch: '1' }, [428, 'versie_missing']],
  ['at another versie', { ifMatch: '"2"' }, [412, 'conflict']],
  ['with a tag of another form', { ifMatch: '"x"' }, [412, 'conflict']],
  ['with a weak tag, which never matches', { ifMatch: 'W/"1"' }, [412, 'conflict']],
  ['with grond bewaartermijn while it is open', { query: '?grond=bewaartermijn' }, [409, 'still_open']],
  ['with an unknown grond', { query: '?grond=zomaar' }, [400, 'query_invalid']],
])('a zaak is not removed %s', async (_, options, expected) => {
  const { id } = await registerTestZaak(ctx)
  expect(await problem(await call(id, options))).toEqual(expected)
  expect(await ctx.db.zaak.count({ where: { id } })).toBe(1)
})

test.each([
  ['the ETag of its GET', (tag: string) => tag],
  ['the ETag of a compressed response', (tag: string) => tag.replace(/"$/, '-br"')],
  ['a list that contains its tag', (tag: string) => `"x", W/"1" ,${tag}`],
  ['any', () => '*'],
])('a zaak is removed with %s', async (_, ifMatch) => {
  const { id } = await registerTestZaak(ctx)
  const tag = (await call(id, { method: 'GET' })).headers.get('ETag') ?? ''
  expect(tag).toMatch(/^"1-[\w-]{43}"$/)
  expect((await call(id, { ifMatch: ifMatch(tag) })).status).toBe(204)
})

test('a closed zaak is not removed before the end of its bewaartermijn', async () => {
  const { id, change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
  const early = { query: '?grond=bewaartermijn', ifMatch: '"2"' }
  expect(await problem(await call(id, early))).toEqual([409, 'still_kept'])
})

test('a zaak whose destruction is held is not removed', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx, { rollen: ['archivaris'] })
  const actor = { soort: 'behandelaar', id: behandelaarId, traceparent: TRACEPARENT } as const
  await holdZaak(ctx, { zaakId: id, aangehouden: true, tot: null, reden: 'Rechtszaak.', actor })
  expect(await problem(await call(id))).toEqual([409, 'held'])
})

test.each([crypto.randomUUID(), 'geen-uuid'])('404 for zaak %s', async (uuid) => {
  expect(await problem(await call(uuid))).toEqual([404, 'zaak_not_found'])
})

test('removing needs a scope of its own', async () => {
  const reader = await createTestZaaksysteem({ scopes: 'zaken.lezen+zaken.statussen.toevoegen' })
  const { id } = await registerTestZaak(reader)
  expect(await problem(await call(id, { system: reader }))).toEqual([403, 'scope_missing'])
  await reader.close()
})
