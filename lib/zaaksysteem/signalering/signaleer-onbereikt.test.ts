import { beforeEach, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#lib/platform/durations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { sendBrief } from '../zaak/handelingen/brief/send-brief.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { actorOf, registerTestZaak } from '../zaak/test-zaak.ts'
import { findSignaleringen } from './find-signaleringen.ts'
import { signaleerOnbereikt } from './raise-signaleringen.ts'

const BEGIN = new Date('2026-11-23T09:00:00Z')

let now = BEGIN
const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(() => {
  now = BEGIN
})

const CLOSE = { statustype: 'besluit_genomen', resultaat: 'verleend' }
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const told = async (behandelaarId: string) =>
  (await findSignaleringen(ctx, actorOf(behandelaarId))).map(({ soort }) => soort)
const report = (zaakId: string, emailBevestigd: boolean, client = 'portaal') =>
  ctx.db.bereikbaarheid.upsert({
    where: { zaakId_client: { zaakId, client } },
    create: { zaakId, client, portaalGebruikt: true, emailBevestigd, gemeldOp: now },
    update: { emailBevestigd },
  })
/** Makes a decided zaak. A portal reported whether its aanvrager can be mailed. */
async function decided({ email = false, isKnown = true } = {}) {
  const zaak = await registerTestZaak(ctx)
  if (isKnown) await report(zaak.id, email)
  await changeStatus(ctx, { ...zaak.change, versie: 1, ...CLOSE })
  const { gebeurtenisId } = await ctx.db.status.findFirstOrThrow({ where: { zaakId: zaak.id, versie: 2 } })
  const see = (tijdstip: Date) =>
    ctx.db.bewijs.create({
      data: { gebeurtenisId, client: 'portaal', soort: 'gezien', zaakId: zaak.id, tijdstip, ontvangenOp: tijdstip },
    })
  return { ...zaak, see }
}

test('an aanvrager without mail who does not look for two days gives one signalering, until a letter is sent', async () => {
  const { behandelaarId, change } = await decided()
  pass(2 * DAY_MS - HOUR_MS)
  expect(await signaleerOnbereikt(ctx)).toBe(0)
  pass(HOUR_MS + 1)
  expect(await signaleerOnbereikt(ctx)).toBe(1)
  expect(await signaleerOnbereikt(ctx), 'told once').toBe(0)
  expect(await told(behandelaarId)).toContain('brief_nodig')
  await sendBrief(ctx, { ...change, versie: 2, op: '2026-11-25' })
  expect(await told(behandelaarId)).not.toContain('brief_nodig')
})

test.each<[string, (zaak: Awaited<ReturnType<typeof decided>>) => Promise<unknown>]>([
  ['looks at it', ({ see }) => see(now)],
  ['gives an address that works', ({ id }) => report(id, true)],
  ['is mailed by another portal', ({ id }) => report(id, true, 'ander')],
])('the letter is no longer needed when the aanvrager %s', async (_, reach) => {
  const zaak = await decided()
  pass(3 * DAY_MS)
  await signaleerOnbereikt(ctx)
  expect(await told(zaak.behandelaarId)).toContain('brief_nodig')
  await reach(zaak)
  expect(await told(zaak.behandelaarId)).not.toContain('brief_nodig')
})

test('no letter is needed for an aanvrager with mail, one who looked, and one without a report', async () => {
  const quiet = [await decided({ email: true }), await decided({ isKnown: false }), await decided()]
  await quiet[2]?.see(now)
  pass(3 * DAY_MS)
  await signaleerOnbereikt(ctx)
  for (const { behandelaarId } of quiet) expect(await told(behandelaarId)).not.toContain('brief_nodig')
})

test('an ordinary status needs no letter', async () => {
  const { id, behandelaarId, change } = await registerTestZaak(ctx)
  await report(id, false)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  pass(3 * DAY_MS)
  await signaleerOnbereikt(ctx)
  expect(await told(behandelaarId)).not.toContain('brief_nodig')
})
