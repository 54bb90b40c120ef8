import { CloudEvent, HTTP } from 'cloudevents'
import { version } from 'uuid'
import { expect, test } from 'vitest'
import { exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { DATA_SCHEMAS, EVENT_TYPES, type EventType } from '#lib/contract/event-types.ts'
import { EINDSTATUS, VOLLEDIGE_VERSIE } from '#lib/contract/zaak-event.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { removeZaak } from '../zaak/bewaren/remove-zaak.ts'
import { performNamed } from '../zaak/handelingen/handelingen.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { reopenZaak } from '../zaak/handelingen/status/reopen-zaak.ts'
import { COURSE, FIRST_DAY, GEVRAAGD, inputOf } from '../zaak/handelingen/test-course.ts'
import { AANVRAGER, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { eventText } from './event-text.ts'

const at = (day: string) => new Date(`${day}T08:12:00.250Z`)
let now = at(FIRST_DAY)

const ctx = await openTestZaaksysteem({ clock: () => now })

const OMSCHRIJVING = 'Zomerfeest Kerkplein'
const TOELICHTING = 'Dank voor de plattegrond.'

/** Performs each handeling at least once on one zaak. */
async function zaakWithEveryEvent() {
  now = at(FIRST_DAY)
  const zaak = await registerTestZaak(ctx, { omschrijving: OMSCHRIJVING, rollen: ['heropenen', 'beheerder'] })
  for (const [index, { naam, input, on = FIRST_DAY, before }] of COURSE.entries()) {
    now = at(on)
    await before?.(ctx, zaak.id)
    const filled = { ...(await inputOf(ctx, input, zaak.id)), toelichting: TOELICHTING }
    expect(await performNamed(ctx, naam, { ...zaak.change, ...filled, versie: index + 1 })).toMatchObject({
      ok: true,
    })
  }
  const door = { behandelaarId: zaak.behandelaarId }
  await removeZaak(ctx, { ...zaak.change, versie: COURSE.length + 1, grond: 'vergissing', door })
  const rows = await ctx.db.gebeurtenis.findMany({ where: { zaakId: zaak.id }, orderBy: { sequence: 'asc' } })
  return { zaak, rows: rows.map((row) => ({ ...row, body: eventText(ctx, row.body ?? '') })) }
}

test('every change writes one CloudEvent whose data matches the contract', async () => {
  const { zaak, rows } = await zaakWithEveryEvent()
  expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(Object.keys(DATA_SCHEMAS)))
  for (const { id, type, body, vastgelegdOp, sequence } of rows) {
    const { data, [EINDSTATUS]: einde, ...attributes } = JSON.parse(body)
    expect(einde).toBe(data.nieuweStatus === 'vergunning_geweigerd' ? true : undefined)
    expect(attributes).toEqual({
      specversion: '1.0',
      id,
      source: ctx.env.ZAAKSYSTEEM_SOURCE,
      type,
      subject: zaak.id,
      time: vastgelegdOp.toISOString(),
      datacontenttype: 'application/json',
      dataschema: `${ctx.env.ZAAKSYSTEEM_URL}/api/zaaksysteem/v1/schemas/${type.split('.').at(-1)}`,
      dataref: `/api/zaaksysteem/v1/zaken/${zaak.id}`,
      traceparent: TRACEPARENT,
      sequence: `${sequence}`,
      sequencetype: 'Integer',
    })
    expect(version(id)).toBe(7)
    expect(DATA_SCHEMAS[type as keyof typeof DATA_SCHEMAS].parse(data)).toMatchObject({ zaakId: zaak.id })
  }
})

test('the documented example of each type has the attributes of a real event, and volledigeversie only for a status', async () => {
  const { rows } = await zaakWithEveryEvent()
  for (const { type, body } of rows) {
    const shown: Record<string, unknown> & { data: object } = exampleEvent(type as EventType)
    const { [VOLLEDIGE_VERSIE]: versie, ...example } = shown
    const { [EINDSTATUS]: _, ...composed } = JSON.parse(body)
    expect(Object.keys(example).sort()).toEqual(Object.keys(composed).sort())
    expect(Object.keys(example.data)).toEqual(Object.keys(composed.data))
    expect(versie !== undefined).toBe(type === EVENT_TYPES.statuswijziging)
  }
  const [registered] = rows.map(({ body }) => JSON.parse(body).data.nieuweStatus)
  expect(exampleEvent(EVENT_TYPES.registratie).data).toMatchObject({ nieuweStatus: registered })
})

test('an event has volledigeversie unless its change has a note or an end date', async () => {
  const versies = async (zaakId: string) => {
    const rows = await ctx.db.gebeurtenis.findMany({ where: { zaakId }, orderBy: { sequence: 'asc' } })
    return rows.map(({ body }) => JSON.parse(body ?? '')[VOLLEDIGE_VERSIE])
  }
  const [plain, noted] = [await registerTestZaak(ctx, { rollen: ['heropenen'] }), await registerTestZaak(ctx)]
  const begin = { versie: 1, statustype: 'in_behandeling' }
  await changeStatus(ctx, { ...plain.change, ...begin })
  await changeStatus(ctx, { ...plain.change, versie: 2, statustype: 'besluit_genomen', resultaat: 'verleend' })
  await reopenZaak(ctx, { ...plain.change, versie: 3 })
  await changeStatus(ctx, { ...noted.change, ...begin, toelichting: TOELICHTING })

  expect(await versies(plain.id)).toEqual([undefined, 2, undefined, undefined])
  expect(await versies(noted.id)).toEqual([undefined, undefined])
})

test('an event holds no personal data', async () => {
  const { rows } = await zaakWithEveryEvent()
  for (const { body } of rows) {
    for (const secret of [AANVRAGER.bsn, AANVRAGER.naam, OMSCHRIJVING, TOELICHTING, GEVRAAGD, 'El Amrani']) {
      expect(body).not.toContain(secret)
    }
  }
})

test('the CloudEvents SDK reads an event with its sequence', async () => {
  const { rows } = await zaakWithEveryEvent()
  for (const { body, sequence } of rows) {
    const parsed = HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body })
    expect(parsed).toBeInstanceOf(CloudEvent)
    expect(parsed).toMatchObject({ sequence: `${sequence}`, sequencetype: 'Integer' })
  }
})

test('a committed change notifies listeners', async () => {
  const channels: Record<string, (payload: string) => void> = {}
  const notified = new Promise((resolve) => {
    channels.gebeurtenis = resolve
  })
  const listener = await listen({
    connectionString: ctx.env.ZAAKSYSTEEM_DATABASE_URL,
    channels,
    log: createLogger('test'),
  })
  await registerTestZaak(ctx)
  expect(await notified).toBe('')
  await listener.close()
})
