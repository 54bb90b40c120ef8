import { beforeEach, expect, test } from 'vitest'
import type { ExportForm } from '../audit/export-auditregels.ts'
import { hashBetrokkene } from '../audit/hash-betrokkene.ts'
import { clearAuditregels } from '../audit/test-auditregels.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { distributeGebeurtenissen } from '../outbox/distribute-gebeurtenissen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { AANVRAGER, LEZER, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { exportBewijs } from './export-bewijs.ts'
import { recordBewijzen } from './record-bewijzen.ts'

const [, TRACE] = TRACEPARENT.split('-')
const OTHER_TRACE = '0af7651916cd43dd8448eb211c80319c'
const LOOKER = '0199a000-0000-7000-8000-000000000001'
const START = new Date('2026-11-27T08:12:00Z')
let now = START
const ctx = await openTestZaaksysteem({ clock: () => now })
await addAbonnement(ctx, { naam: 'Portaal; "eerste"' })
await addAbonnement(ctx, { sink: 'https://stil.test/ontvang?token=geheim' })
beforeEach(async () => {
  now = START
  await clearAuditregels(ctx)
})

const pass = () => {
  now = new Date(now.getTime() + 1_000)
  return now.toISOString()
}

/** Returns a zaak with two changes: one delivered to one of two abonnementen and seen, one undelivered. */
async function toldZaak() {
  const zaak = await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  const bezorgdOp = pass()
  const [bezorging] = await ctx.db.bezorging.findMany({
    where: { gebeurtenisId: zaak.gebeurtenisId },
    orderBy: { id: 'asc' },
  })
  await ctx.db.bezorging.update({
    where: { id: bezorging?.id as bigint },
    data: { status: 'bezorgd', pogingen: 2, afgerondOp: now },
  })
  const gemaildOp = pass()
  const gemeldOp = pass()
  const { gebeurtenisId } = zaak
  const bewijzen = [{ gebeurtenisId, soort: 'gemaild' as const, tijdstip: new Date(gemaildOp) }]
  const actor = { soort: 'api_client', id: 'publieksportaal', traceparent: TRACEPARENT } as const
  await recordBewijzen(ctx, { bewijzen, zaaktypen: undefined, actor })
  const gewijzigdOp = pass()
  const traceparent = `00-${OTHER_TRACE}-00f067aa0ba902b7-01`
  const changed = await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling', traceparent })
  if (!changed.ok) throw new Error(changed.reason)
  return { zaak, bezorgdOp, gemaildOp, gemeldOp, gewijzigdOp, second: changed.gebeurtenisId }
}

function exported(zaakId: string, { form = 'jsonl' as ExportForm, lezer = LEZER } = {}) {
  const actor = { soort: 'behandelaar', id: LOOKER, traceparent: TRACEPARENT } as const
  return exportBewijs(ctx, { zaakId, form, lezer, actor })
}
const lines = async (zaakId: string) =>
  ((await exported(zaakId)) ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('each known fact of a change is a line with the trace of its handeling', async () => {
  const { zaak, second, ...op } = await toldZaak()
  const shared = { zaaknummer: zaak.identificatie, zaak_id: zaak.id }
  const registered = {
    ...shared,
    versie: 1,
    wijziging: 'registratie',
    statustype: 'aanvraag_ontvangen',
    gebeurtenis_id: zaak.gebeurtenisId,
    trace_id: TRACE,
  }
  const regels = await lines(zaak.id)
  expect(regels).toEqual([
    { ...registered, ...feit('vastgelegd', START.toISOString()) },
    { ...registered, ...feit('bezorgd', op.bezorgdOp), bij: 'Portaal; "eerste"', pogingen: 2 },
    { ...registered, ...feit('wachtend', null), bij: 'stil.test', pogingen: 0 },
    { ...registered, ...feit('gemaild', op.gemaildOp), bij: 'publieksportaal', gemeld_op: op.gemeldOp },
    {
      ...shared,
      versie: 2,
      wijziging: 'statuswijziging',
      gebeurtenis_id: second,
      trace_id: OTHER_TRACE,
      statustype: 'in_behandeling',
      ...feit('vastgelegd', op.gewijzigdOp),
    },
  ])
  expect(JSON.stringify(regels)).not.toMatch(new RegExp(`geheim|${AANVRAGER.bsn}|${AANVRAGER.naam}`))
})

const feit = (naam: string, tijdstip: string | null) => ({
  feit: naam,
  tijdstip,
  bij: null,
  pogingen: null,
  gemeld_op: null,
})

test('the CSV has the same facts', async () => {
  const { zaak, bezorgdOp } = await toldZaak()
  const [head, first, second, ...rest] = (await exported(zaak.id, { form: 'csv' }))?.split('\r\n') ?? []
  expect(head).toBe(
    '\uFEFFzaaknummer;zaak_id;versie;wijziging;statustype;gebeurtenis_id;trace_id;feit;tijdstip;bij;pogingen;gemeld_op',
  )
  const shared = `${zaak.identificatie};${zaak.id};1;registratie;aanvraag_ontvangen;${zaak.gebeurtenisId};${TRACE}`
  expect(first).toBe(`${shared};vastgelegd;${START.toISOString()};;;`)
  expect(second).toBe(`${shared};bezorgd;${bezorgdOp};"Portaal; ""eerste""";2;`)
  expect(rest).toHaveLength(4)
})

test('the export is recorded as a look at the zaak and at the data of its aanvrager', async () => {
  const { zaak } = await toldZaak()
  await exported(zaak.id)
  const recorded = await ctx.db.auditregel.findMany({ where: { handeling: 'bewijs_exporteren' } })
  expect(recorded).toMatchObject([
    { actorSoort: 'behandelaar', actor: LOOKER, zaakId: zaak.id, uitkomst: 'gelukt', begonnenOp: now },
  ])
  expect(Buffer.from(recorded[0]?.betrokkene as Uint8Array)).toEqual(hashBetrokkene(ctx, AANVRAGER.bsn))
})

test('a zaak that is hidden from the reader, does not exist or has an invalid id exports nothing and records nothing', async () => {
  const { zaak } = await toldZaak()
  await ctx.db.zaak.update({ where: { id: zaak.id }, data: { vertrouwelijk: true } })
  const elsewhere = { team: 'Belastingen', rollen: ['lezer', 'beheerder'] }
  for (const id of [zaak.id, crypto.randomUUID(), "'; drop table zaak; --"]) {
    expect(await exported(id, { lezer: elsewhere })).toBeUndefined()
  }
  expect(await ctx.db.auditregel.count({ where: { handeling: 'bewijs_exporteren' } })).toBe(0)
})

test('a change whose auditregel was purged is exported without its trace', async () => {
  const { zaak } = await toldZaak()
  await clearAuditregels(ctx)
  expect((await lines(zaak.id)).map(({ trace_id }) => trace_id)).toEqual(Array(5).fill(null))
})
