import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { inzendingAnswer } from '#lib/contract/inzendingen.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { clearAuditregels } from '../audit/test-auditregels.ts'
import { answerApi } from '../openapi/operations.ts'
import { findSignaleringen } from '../signalering/find-signaleringen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { resumeExpired } from '../upkeep/resume-expired.ts'
import { findZaakResource } from '../zaak/api/resource/find-zaak-resource.ts'
import { removeZaak } from '../zaak/bewaren/remove-zaak.ts'
import { expireAanvulling } from '../zaak/handelingen/aanvulling/expire-aanvulling.ts'
import { receiveAanvulling } from '../zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { declineIntrekking } from '../zaak/handelingen/intrekking/decline-intrekking.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { answerVraag } from '../zaak/handelingen/vraag/answer-vraag.ts'
import { actorOf, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const TODAY = '2026-11-26'
const LAST_DAY = '2026-12-10'
/** A zaaktype whose aanvulling is confirmed by a behandelaar. */
const WAITS = 'OMG-REG'
let now = NOW

const ctx = await openTestZaaksysteem({
  clock: () => now,
  scopes: 'zaken.lezen:APV-STAND:OMG-REG+zaken.inzenden',
})
beforeEach(() => {
  now = NOW
})

async function post(zaakId: string, body: object, { token = ctx.apiToken } = {}) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', traceparent: TRACEPARENT }
  const url = `http://localhost/api/zaaksysteem/v1/zaken/${zaakId}/inzendingen`
  return answerApi(ctx, new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}

const codeOf = async (response: Response) => [response.status, (await response.json()).code]
const uitkomstOf = async (response: Response) => [
  response.status,
  inzendingAnswer.parse(await response.json()).uitkomst,
]

/** Returns a zaak that waits for a plattegrond and a foto. */
async function ask({ zaaktype = 'APV-STAND' } = {}) {
  const zaak = await registerTestZaak(ctx, { zaaktype })
  await requestAgain(zaak, { versie: 1 })
  const [plattegrond = '', foto = ''] = await askedOf(zaak.id)
  const report = (aanvullingen: string[], fields: object = {}) =>
    post(zaak.id, { soort: 'aanvulling', kenmerk: uuidv7(), tijdstip: now.toISOString(), aanvullingen, ...fields })
  return { ...zaak, plattegrond, foto, report }
}

async function requestAgain({ change }: Awaited<ReturnType<typeof registerTestZaak>>, { versie }: { versie: number }) {
  const aanvullingen = [{ naam: 'Plattegrond' }, { naam: 'Foto' }]
  expect(await requestAanvulling(ctx, { ...change, versie, uiterlijk: LAST_DAY, aanvullingen })).toMatchObject({
    ok: true,
  })
}

async function askedOf(zaakId: string) {
  const rows = await ctx.db.aanvulling.findMany({
    where: { zaakId },
    orderBy: [{ versie: 'desc' }, { volgnummer: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

const zaakOf = (id: string) => ctx.db.zaak.findUniqueOrThrow({ where: { id } })
const inzendingenOf = (zaakId: string) => ctx.db.inzending.findMany({ where: { zaakId } })
const soorten = async (behandelaarId: string) =>
  (await findSignaleringen(ctx, actorOf(behandelaarId))).map(({ soort }) => soort)

test('a report of one of two parts is recorded and signalled, and the term stays suspended', async () => {
  const { id, plattegrond, report, behandelaarId } = await ask()
  const response = await report([plattegrond], { kenmerk: 'K7QD-3MXA', tijdstip: '2026-11-26T09:58:00+01:00' })
  expect(await uitkomstOf(response)).toEqual([201, 'recorded'])
  const client = 'publieksportaal'
  expect(await inzendingenOf(id)).toMatchObject([
    {
      client,
      kenmerk: 'K7QD-3MXA',
      soort: 'aanvulling',
      aanvullingIds: [plattegrond],
      tijdstip: new Date('2026-11-26T08:58:00Z'),
      ontvangenOp: NOW,
    },
  ])
  expect(await zaakOf(id)).toMatchObject({ versie: 2, opschorting: 'aanvulling' })
  expect(await soorten(behandelaarId)).toEqual(['aanvulling_gemeld'])
})

test('a report by a gemachtigde is recorded as such, without a name', async () => {
  const { id, plattegrond, foto, report } = await ask()
  await report([plattegrond])
  await report([foto], { doorGemachtigde: true })
  const rows = await inzendingenOf(id)
  expect(rows.map(({ doorGemachtigde }) => doorGemachtigde).toSorted()).toEqual([false, true])
  expect(await codeOf(await report([foto], { doorGemachtigde: 'J. Smit' }))).toEqual([400, 'request_invalid'])
})

test('a report of the last part resumes the term from that day', async () => {
  const { id, plattegrond, foto, report, behandelaarId } = await ask()
  await report([plattegrond])
  now = new Date('2026-11-30T23:30:00Z')
  expect(await uitkomstOf(await report([foto]))).toEqual([201, 'received'])
  const zaak = await zaakOf(id)
  expect(zaak).toMatchObject({ versie: 3, opschorting: null, laatsteSoort: 'aanvulling_gemeld' })
  // half past midnight in the Netherlands
  expect(zaak.hervatOp).toEqual(new Date('2026-12-01'))
  const [, , row] = await ctx.db.status.findMany({ where: { zaakId: id }, orderBy: { versie: 'asc' } })
  expect(row).toMatchObject({ soort: 'aanvulling_gemeld', gezetDoorId: null, gezetDoorClient: 'publieksportaal' })
  // nobody confirmed that it came
  expect(await ctx.db.aanvulling.count({ where: { zaakId: id, ontvangenOp: null } })).toBe(2)
  expect(await soorten(behandelaarId)).toEqual(['aanvulling_gemeld', 'aanvulling_gemeld'])
})

test('a report that the portal sends late counts from the moment of the report', async () => {
  const { id, plattegrond, foto, report } = await ask()
  now = new Date('2026-12-03T10:00:00Z')
  await report([plattegrond, foto], { tijdstip: '2026-11-28T10:00:00Z' })
  expect((await zaakOf(id)).hervatOp).toEqual(new Date('2026-11-28'))
})

test.each([
  ['before it was asked', '2020-01-01T00:00:00Z'],
  ['in the future', '2030-01-01T00:00:00Z'],
])('a client clock that is %s does not move the term', async (_, tijdstip) => {
  const { id, plattegrond, foto, report } = await ask()
  expect(await uitkomstOf(await report([plattegrond, foto], { tijdstip }))).toEqual([201, 'received'])
  expect((await zaakOf(id)).hervatOp).toEqual(new Date(TODAY))
})

test('two concurrent reports resume the term once', async () => {
  const { id, plattegrond, foto, report } = await ask()
  const uitkomsten = await Promise.all([report([plattegrond]), report([foto])])
  expect(uitkomsten.map(({ status }) => status)).toEqual([201, 201])
  expect(await zaakOf(id)).toMatchObject({ versie: 3, opschorting: null })
})

test('a repeated report gets the present outcome and changes nothing', async () => {
  const { id, plattegrond, foto, report, behandelaarId } = await ask()
  const said = { kenmerk: uuidv7(), tijdstip: NOW.toISOString() }
  await clearAuditregels(ctx)
  expect(await uitkomstOf(await report([plattegrond, foto], said))).toEqual([201, 'received'])
  expect(await uitkomstOf(await report([foto, plattegrond], said))).toEqual([200, 'received'])
  expect(await zaakOf(id)).toMatchObject({ versie: 3 })
  expect(await inzendingenOf(id)).toHaveLength(1)
  expect(await soorten(behandelaarId)).toHaveLength(1)
  const recorded = await ctx.db.auditregel.findMany({ where: { zaakId: id }, orderBy: { handeling: 'asc' } })
  expect(recorded).toMatchObject([
    { handeling: 'aanvulling_gemeld', actorSoort: 'api_client', actor: 'publieksportaal' },
    { handeling: 'aanvulling_melden', actorSoort: 'api_client', actor: 'publieksportaal', objectId: said.kenmerk },
  ])
  expect(recorded[0]?.betrokkene).toEqual(recorded[1]?.betrokkene)
})

test('a retry resumes the term when the process died before it did', async () => {
  const { id, plattegrond, foto, report } = await ask()
  const said = { kenmerk: uuidv7(), tijdstip: NOW.toISOString() }
  const row = { id: uuidv7(), zaakId: id, client: 'publieksportaal', soort: 'aanvulling', ontvangenOp: NOW } as const
  await ctx.db.inzending.create({ data: { ...row, ...said, aanvullingIds: [plattegrond, foto] } })
  expect(await uitkomstOf(await report([plattegrond, foto], said))).toEqual([200, 'received'])
  expect(await zaakOf(id)).toMatchObject({ versie: 3, opschorting: null })
})

test('a kenmerk that is reused with other content is refused', async () => {
  const { plattegrond, foto, report } = await ask()
  const said = { kenmerk: uuidv7(), tijdstip: NOW.toISOString() }
  await report([plattegrond], said)
  expect(await codeOf(await report([foto], said))).toEqual([409, 'kenmerk_reused'])
  const byAnother = { ...said, doorGemachtigde: true }
  expect(await codeOf(await report([plattegrond], byAnother))).toEqual([409, 'kenmerk_reused'])
  const other = await ask()
  expect(await codeOf(await other.report([other.foto], said))).toEqual([409, 'kenmerk_reused'])
})

test('a zaaktype with confirmation keeps the term suspended until the confirmation, at most until the last day', async () => {
  const { id, plattegrond, foto, report, behandelaarId } = await ask({ zaaktype: WAITS })
  now = new Date('2026-12-01T10:00:00Z')
  expect(await uitkomstOf(await report([plattegrond, foto]))).toEqual([201, 'recorded'])
  expect(await zaakOf(id)).toMatchObject({ versie: 2, opschorting: 'aanvulling' })
  now = new Date(`${addToDate(LAST_DAY, 'P1D')}T09:00:00Z`)
  await resumeExpired(ctx)
  // nobody told him that it did not come
  const zaak = await zaakOf(id)
  expect(zaak).toMatchObject({ versie: 3, opschorting: null, laatsteSoort: 'aanvulling_gemeld' })
  expect(zaak.hervatOp).toEqual(new Date('2026-12-01'))
  expect(await soorten(behandelaarId)).toEqual(['aanvulling_gemeld', 'aanvulling_gemeld'])
})

test('a confirmed aanvulling counts from the day on which it came, not from the confirmation', async () => {
  const { id, change, plattegrond, foto, report } = await ask({ zaaktype: WAITS })
  now = new Date('2026-11-30T10:00:00Z')
  await report([plattegrond, foto])
  now = new Date('2026-12-08T10:00:00Z')
  await receiveAanvulling(ctx, { ...change, versie: 2, op: '2026-11-30' })
  expect(await zaakOf(id)).toMatchObject({ hervatOp: new Date('2026-11-30'), laatsteSoort: 'aanvulling_ontvangen' })
})

test('a received part and a part reported as sent together complete the aanvulling', async () => {
  const { id, change, plattegrond, foto, report } = await ask()
  now = new Date('2026-12-01T10:00:00Z')
  await receiveAanvulling(ctx, { ...change, versie: 2, op: '2026-12-01', aanvullingen: [plattegrond] })
  await report([foto], { tijdstip: '2026-11-28T10:00:00Z' })
  expect(await zaakOf(id)).toMatchObject({ hervatOp: new Date('2026-12-01'), laatsteSoort: 'aanvulling_gemeld' })
})

test('a report of a part that a behandelaar accepted already has outcome received', async () => {
  const { change, plattegrond, report } = await ask()
  await receiveAanvulling(ctx, { ...change, versie: 2, op: TODAY })
  expect(await uitkomstOf(await report([plattegrond]))).toEqual([201, 'received'])
})

test('a report after the last day is recorded and signalled, and does not move the term', async () => {
  const { id, change, plattegrond, foto, report, behandelaarId } = await ask()
  now = new Date(`${addToDate(LAST_DAY, 'P1D')}T09:00:00Z`)
  await expireAanvulling(ctx, {
    zaakId: id,
    versie: 2,
    gezetDoor: { taak: 'termijnbewaking' },
    traceparent: TRACEPARENT,
  })
  expect(await uitkomstOf(await report([plattegrond, foto]))).toEqual([201, 'no_longer_asked'])
  expect(await zaakOf(id)).toMatchObject({ versie: 3, opschorting: null })
  expect(await soorten(behandelaarId)).toContain('aanvulling_gemeld')

  await requestAanvulling(ctx, { ...change, versie: 3, uiterlijk: '2026-12-20', aanvullingen: [{ naam: 'Foto' }] })
  expect(await uitkomstOf(await report([foto]))).toEqual([201, 'no_longer_asked'])
  expect(await zaakOf(id)).toMatchObject({ versie: 4, opschorting: 'aanvulling' })
})

test('a report made in time that arrives after the last day waits for a confirmation of the day of arrival', async () => {
  const { id, change, plattegrond, foto, report, behandelaarId } = await ask()
  await report([plattegrond], { tijdstip: `${TODAY}T10:00:00Z` })
  now = new Date(`${addToDate(LAST_DAY, 'P1D')}T09:00:00Z`)
  await resumeExpired(ctx)
  expect(await zaakOf(id)).toMatchObject({ laatsteSoort: 'aanvulling_verlopen', opschorting: null })
  // in the Netherlands it is still the last day
  expect(await uitkomstOf(await report([foto], { tijdstip: `${LAST_DAY}T22:59:00Z` }))).toEqual([201, 'recorded'])
  expect(await uitkomstOf(await report([foto], { tijdstip: `${LAST_DAY}T23:00:00Z` }))).toEqual([
    201,
    'no_longer_asked',
  ])
  expect(await soorten(behandelaarId)).toContain('aanvulling_gemeld')
  await receiveAanvulling(ctx, { ...change, versie: 3, op: LAST_DAY })
  expect(await zaakOf(id)).toMatchObject({ laatsteSoort: 'aanvulling_ontvangen', hervatOp: new Date(LAST_DAY) })
})

test('a report for another zaak, an unknown part or a zaak outside the token is refused and writes nothing', async () => {
  const { id, report } = await ask()
  const other = await ask()
  expect(await codeOf(await report([other.foto]))).toEqual([400, 'aanvulling_unknown'])
  expect(await codeOf(await report([uuidv7()]))).toEqual([400, 'aanvulling_unknown'])
  expect(await codeOf(await report([]))).toEqual([400, 'request_invalid'])
  const said = { soort: 'aanvulling', kenmerk: 'A', tijdstip: NOW.toISOString(), aanvullingen: [other.foto] }
  expect(await codeOf(await post(uuidv7(), said))).toEqual([404, 'not_found'])
  expect(await codeOf(await post('geen-uuid', said))).toEqual([404, 'not_found'])
  expect(await codeOf(await post(id, said, { token: 'x' }))).toEqual([401, 'token_invalid'])
  const kapvergunning = await ask({ zaaktype: 'OMG-KAP' })
  expect(await codeOf(await kapvergunning.report([kapvergunning.foto]))).toEqual([404, 'not_found'])
  expect(await inzendingenOf(id)).toEqual([])
})

const withdraw = (zaakId: string, fields: object = {}) =>
  post(zaakId, { soort: 'intrekking', kenmerk: uuidv7(), tijdstip: now.toISOString(), ...fields })

test('an intrekking is recorded and signalled without changing the zaak; a second one is known already', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  const said = { kenmerk: uuidv7(), tijdstip: NOW.toISOString() }
  expect(await uitkomstOf(await withdraw(id, said))).toEqual([201, 'recorded'])
  expect(await uitkomstOf(await withdraw(id, said))).toEqual([200, 'recorded'])
  expect(await uitkomstOf(await withdraw(id))).toEqual([200, 'requested_already'])
  expect(await inzendingenOf(id)).toMatchObject([{ soort: 'intrekking', kenmerk: said.kenmerk, aanvullingIds: [] }])
  expect(await zaakOf(id)).toMatchObject({ versie: 1, einddatum: null })
  expect(await soorten(behandelaarId)).toEqual(['intrekking_gevraagd'])
})

test('two concurrent intrekkingen are recorded once', async () => {
  const { id } = await registerTestZaak(ctx)
  const answers = await Promise.all([withdraw(id), withdraw(id)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201])
  expect(await inzendingenOf(id)).toHaveLength(1)
})

test('an intrekking is declined with a reason for the citizen, and can be requested again', async () => {
  const { id, change } = await registerTestZaak(ctx)
  const refused = (broken: string[]) => ({ ok: false, reason: 'refused', broken })
  const decline = (versie: number, toelichting?: string) => declineIntrekking(ctx, { ...change, versie, toelichting })
  expect(await decline(1, 'Bel ons.')).toEqual(refused(['no_intrekking_asked']))
  await withdraw(id)
  expect(await decline(1)).toEqual(refused(['reason_required']))
  expect(await decline(1, 'Het besluit is al verstuurd.')).toMatchObject({ ok: true, versie: 2 })
  expect(await findZaakResource(ctx, id)).toMatchObject({
    versie: 2,
    statussen: [{}, { soort: 'intrekking_afgewezen', statustoelichting: 'Het besluit is al verstuurd.' }],
  })
  const { body } = await ctx.db.gebeurtenis.findFirstOrThrow({
    where: { zaakId: id, type: EVENT_TYPES.intrekking_afgewezen },
  })
  expect(JSON.parse(body ?? '').data).toMatchObject({ event: 'zaak.intrekking.afgewezen', zaakId: id })
  expect(await inzendingenOf(id)).toMatchObject([{ afgewezenVersie: 2 }])
  expect(await decline(2, 'Nog eens.')).toEqual(refused(['no_intrekking_asked']))
  expect(await uitkomstOf(await withdraw(id))).toEqual([201, 'recorded'])
})

test('an intrekking of a closed zaak is answered with closed; a repeat of an earlier one with its outcome', async () => {
  const { id, change } = await registerTestZaak(ctx)
  const said = { kenmerk: uuidv7(), tijdstip: NOW.toISOString() }
  await withdraw(id, said)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'ingetrokken' })
  expect(await uitkomstOf(await withdraw(id, said))).toEqual([200, 'recorded'])
  const other = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...other.change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await uitkomstOf(await withdraw(other.id))).toEqual([200, 'closed'])
  expect(await inzendingenOf(other.id)).toEqual([])
})

const VRAAG = 'Moet ik thuis zijn als u komt kijken?'
const askVraag = (zaakId: string, fields: object = {}) =>
  post(zaakId, { soort: 'vraag', kenmerk: uuidv7(), tijdstip: now.toISOString(), tekst: VRAAG, ...fields })

test('a vraag is recorded and signalled, one at a time; after its answer another can be asked', async () => {
  const { id, change, behandelaarId } = await registerTestZaak(ctx)
  const answer = (versie: number, toelichting?: string) => answerVraag(ctx, { ...change, versie, toelichting })
  expect(await answer(1, 'Nee.')).toMatchObject({ reason: 'refused', broken: ['no_vraag_open'] })
  const said = { kenmerk: uuidv7(), tijdstip: NOW.toISOString() }
  expect(await uitkomstOf(await askVraag(id, said))).toEqual([201, 'recorded'])
  expect(await uitkomstOf(await askVraag(id, said))).toEqual([200, 'recorded'])
  expect(await codeOf(await askVraag(id, { ...said, tekst: 'Iets anders?' }))).toEqual([409, 'kenmerk_reused'])
  expect(await uitkomstOf(await askVraag(id))).toEqual([200, 'requested_already'])
  expect(await inzendingenOf(id)).toMatchObject([{ soort: 'vraag', tekst: VRAAG, beantwoordVersie: null }])
  expect(await zaakOf(id)).toMatchObject({ versie: 1 })
  expect(await soorten(behandelaarId)).toEqual(['vraag_gesteld'])
  expect(await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'vraag_stellen' } })).toHaveLength(1)

  expect(await answer(1, ' ')).toMatchObject({ reason: 'refused', broken: ['answer_required'] })
  expect(await answer(1, 'Dat hoeft niet.')).toMatchObject({ ok: true, versie: 2 })
  expect(await findZaakResource(ctx, id)).toMatchObject({
    versie: 2,
    statussen: [{}, { soort: 'vraag_beantwoord', statustoelichting: 'Dat hoeft niet.' }],
  })
  const { body } = await ctx.db.gebeurtenis.findFirstOrThrow({
    where: { zaakId: id, type: EVENT_TYPES.vraag_beantwoord },
  })
  // the vraag and its answer are personal, so the event leaves them out
  expect(JSON.parse(body ?? '').data).toEqual({
    event: 'zaak.vraag.beantwoord',
    zaakId: id,
    timestamp: NOW.toISOString(),
  })
  expect(await inzendingenOf(id)).toMatchObject([{ beantwoordVersie: 2 }])
  expect(await soorten(behandelaarId)).toEqual([])
  expect(await uitkomstOf(await askVraag(id))).toEqual([201, 'recorded'])
})

test('two concurrent vragen are recorded once; an empty or too long vraag is refused', async () => {
  const { id } = await registerTestZaak(ctx)
  const answers = await Promise.all([askVraag(id), askVraag(id)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201])
  for (const tekst of ['', 'x'.repeat(1001), 'met \0'])
    expect(await codeOf(await askVraag(id, { tekst }))).toEqual([400, 'request_invalid'])
  expect(await inzendingenOf(id)).toHaveLength(1)
})

test('a vraag of a zaak that was closed can still be answered; a new one is refused', async () => {
  const { id, change, behandelaarId } = await registerTestZaak(ctx)
  await askVraag(id)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await soorten(behandelaarId)).toEqual(['vraag_gesteld'])
  expect(await answerVraag(ctx, { ...change, versie: 2, toelichting: 'Ja.' })).toMatchObject({ ok: true })
  expect(await soorten(behandelaarId)).toEqual([])
  expect(await uitkomstOf(await askVraag(id))).toEqual([200, 'closed'])
})

test('a vraag about an unassigned zaak is signalled to the coordinators of its team', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  await ctx.db.zaak.update({ where: { id }, data: { behandelaarId: null } })
  const { team } = await zaakOf(id)
  const [own, other] = await Promise.all(
    [team, 'Een ander team'].map((of) =>
      ctx.db.behandelaar.create({
        data: { subject: uuidv7(), naam: 'C. Coördinator', team: of, rollen: [`coordinator:${of}`] },
      }),
    ),
  )
  await withdraw(id)
  expect(await soorten(own?.id ?? '')).toEqual([])
  await askVraag(id)
  expect(await soorten(own?.id ?? '')).toEqual(['vraag_gesteld'])
  expect(await soorten(other?.id ?? '')).toEqual([])
  await ctx.db.zaak.update({ where: { id }, data: { behandelaarId } })
  expect(await soorten(own?.id ?? '')).toEqual([])
})

test('removing a zaak removes its inzendingen', async () => {
  const { id, plattegrond, report, behandelaarId } = await ask()
  await report([plattegrond])
  const removal = { zaakId: id, versie: 2, grond: 'vergissing', traceparent: TRACEPARENT } as const
  await ctx.db.behandelaar.update({ where: { id: behandelaarId }, data: { rollen: ['beheerder'] } })
  expect(await removeZaak(ctx, { ...removal, door: { behandelaarId } })).toMatchObject({ ok: true })
  expect(await inzendingenOf(id)).toEqual([])
})
