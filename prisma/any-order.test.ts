import fc from 'fast-check'
import { NIL } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addToDate, dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { antwoordOf, zinText } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { berichten } from '#lib/voortgang/berichten.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { findZaaktypeOf } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { findZaakResource } from '#lib/zaaksysteem/zaak/api/resource/find-zaak-resource.ts'
import { expireAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/expire-aanvulling.ts'
import { extendAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/extend-aanvulling.ts'
import { receiveAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { reportAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/report-aanvulling.ts'
import { requestAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { correctBesluit } from '#lib/zaaksysteem/zaak/handelingen/besluit/correct-besluit.ts'
import { recordBesluit } from '#lib/zaaksysteem/zaak/handelingen/besluit/record-besluit.ts'
import { withdrawBesluit } from '#lib/zaaksysteem/zaak/handelingen/besluit/withdraw-besluit.ts'
import { forwardZaak } from '#lib/zaaksysteem/zaak/handelingen/doorzending/forward-zaak.ts'
import { changeGegevens } from '#lib/zaaksysteem/zaak/handelingen/gegevens/change-gegevens.ts'
import { undoHandeling } from '#lib/zaaksysteem/zaak/handelingen/herstel/undo-handeling.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { correctStatus } from '#lib/zaaksysteem/zaak/handelingen/status/correct-status.ts'
import { reopenZaak } from '#lib/zaaksysteem/zaak/handelingen/status/reopen-zaak.ts'
import { resumeZaak } from '#lib/zaaksysteem/zaak/handelingen/stilstand/resume-zaak.ts'
import { suspendZaak } from '#lib/zaaksysteem/zaak/handelingen/stilstand/suspend-zaak.ts'
import { announceVertraging } from '#lib/zaaksysteem/zaak/handelingen/te-laat/announce-vertraging.ts'
import { receiveIngebrekestelling } from '#lib/zaaksysteem/zaak/handelingen/te-laat/receive-ingebrekestelling.ts'
import { setDwangsom } from '#lib/zaaksysteem/zaak/handelingen/te-laat/set-dwangsom.ts'
import { extendZaak } from '#lib/zaaksysteem/zaak/handelingen/verlenging/extend-zaak.ts'
import {
  replayTermijn,
  SELECT_TERMIJNRIJ,
  type Termijnrij,
} from '#lib/zaaksysteem/zaak/herberekening/replay-termijn.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import type { Aanvullingsverzoek } from '#lib/zaaksysteem/zaak/wijziging/aanvullingsverzoek.ts'
import { type BesluitAtVersie, besluitenAt } from '#lib/zaaksysteem/zaak/wijziging/besluiten.ts'
import {
  findStateAtVersie,
  findZaakAtVersie,
  type ZaakAtVersie,
} from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'
import type { ZaakState } from '#lib/zaaksysteem/zaak/wijziging/zaak-state.ts'
import { toShownZaak } from '../app/(zaaksysteem)/balie/(signed-in)/zaken/[zaakId]/shown-zaak.ts'
import { expectOneTruth } from './test-channels.tsx'

const REGISTERED = '2027-12-20'
const DAY_MS = 86_400_000
/** Long, because thousands of acts run one after another. */
const TIMEOUT_MS = 480_000
const RUNS = 100

let ctx: TestZaaksysteem
let now: Date
beforeAll(async () => {
  now = new Date(`${REGISTERED}T09:00:00Z`)
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

type Act = Parameters<typeof reopenZaak>[1]
/** `days`: how far the act looks back or ahead. */
type Perform = (act: Act, today: string, days: number) => Promise<{ ok: boolean }>

const back = (today: string, days: number) => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10)
const ahead = (today: string, days: number) => addToDate(today, `P${days + 1}D`)

const ACTS: Record<string, Perform> = {
  onderzoek: (act) => changeStatus(ctx, { ...act, statustype: 'in_behandeling' }),
  verleen: (act, today, days) =>
    changeStatus(ctx, {
      ...act,
      statustype: 'besluit_genomen',
      resultaat: 'verleend',
      bekendmakingsdatum: addToDate(today, `P${days}D`),
      eerdereBesluiten: days % 2 ? 'vervangen' : 'handhaven',
    }),
  legVast: async (act, _, days) => {
    const [besluit] = await holdingOf(act)
    return recordBesluit(ctx, { ...act, besluittype: 'verleend', ...(days % 2 && { vervangt: besluit?.id }) })
  },
  corrigeerBesluit: async (act, today, days) => {
    const [besluit] = await holdingOf(act)
    return correctBesluit(ctx, { ...act, besluit: besluit?.id ?? NIL, ingangsdatum: ahead(today, days) })
  },
  trekIn: async (act, today, days) => {
    const [besluit] = await holdingOf(act)
    const why = { vervalreden: 'ingetrokken_overheid', vanaf: ahead(today, days + 9) } as const
    return withdrawBesluit(ctx, { ...act, besluit: besluit?.id ?? NIL, ...why })
  },
  corrigeer: (act) => correctStatus(ctx, act),
  herstel: (act) => undoHandeling(ctx, act),
  heropen: (act) => reopenZaak(ctx, act),
  schortOp: (act, today, days) =>
    suspendZaak(ctx, { ...act, reden: 'overmacht', op: back(today, days), tot: ahead(today, days) }),
  hervat: (act, today, days) => resumeZaak(ctx, { ...act, op: back(today, days) }),
  stelUit: (act, today, days) =>
    suspendZaak(ctx, { ...act, reden: 'aanvrager_stemt_in', op: back(today, days), tot: ahead(today, days) }),
  verleng: (act, _, days) => extendZaak(ctx, { ...act, dagen: days + 1 }),
  vraag: (act, today, days) =>
    requestAanvulling(ctx, {
      ...act,
      uiterlijk: ahead(today, days),
      aanvullingen: [{ naam: 'Foto' }, { naam: 'Tekening' }],
    }),
  ontvang: (act, today, days) => receiveAanvulling(ctx, { ...act, op: back(today, days) }),
  ontvangEen: async (act, today, days) => {
    const { aanvullingsverzoek } = await current(act.zaakId, act.versie)
    const missing = aanvullingsverzoek?.onderdelen.filter(({ ontvangenOp }) => ontvangenOp === null)
    return receiveAanvulling(ctx, { ...act, op: back(today, days), aanvullingen: [missing?.[0]?.id ?? NIL] })
  },
  meldGestuurd: (act, today, days) => reportAanvulling(ctx, { ...act, op: back(today, days) }),
  geefTijd: (act, today, days) => extendAanvulling(ctx, { ...act, uiterlijk: ahead(today, days + 5) }),
  meldVertraging: (act, today, days) =>
    announceVertraging(ctx, { ...act, verwacht: addToDate(today, `P${days + 70}D`) }),
  stelInGebreke: (act, today, days) => receiveIngebrekestelling(ctx, { ...act, op: back(today, days) }),
  stelDwangsomVast: (act, today, days) =>
    setDwangsom(ctx, { ...act, bekendmakingsdatum: today, ...(days % 2 && { grond: 'onredelijk_laat' }) }),
  verbeterBegin: (act, _, days) =>
    changeGegevens(ctx, { ...act, aanleiding: 'Typefout.', startdatum: back(REGISTERED, days) }),
  zendDoor: (act, today, days) => forwardZaak(ctx, { ...act, naar: 'Waterschap', op: today, geheel: days === 9 }),
  verloop: (act) => expireAanvulling(ctx, act),
}

/** Listed more often, because few zaken are ready for them. */
const RARE = ['ontvang', 'stelInGebreke', 'stelDwangsomVast', 'stelDwangsomVast', 'stelDwangsomVast']

const step = fc.record({
  name: fc.constantFrom(...Object.keys(ACTS), ...RARE),
  days: fc.integer({ min: 0, max: 9 }),
  pause: fc.integer({ min: 0, max: 6 }),
})

const current = async (zaakId: string, versie: number) => {
  const found = await findZaakAtVersie(ctx, { zaakId, versie, behandelaarId: undefined, recht: 'behandelen' })
  if (!found.ok) throw new Error(found.reason)
  return found.zaak
}

/** Returns the state before the zaak was closed. Acts on a besluit may follow the end. */
async function stateBeforeEnd(id: string, versie: number): Promise<ZaakState> {
  const before = await findStateAtVersie(ctx, { id, versie: versie - 1 })
  return before.einddatum === null ? before : stateBeforeEnd(id, versie - 1)
}

/** Counts the days after `from` and before `to` one by one. */
function daysStill(from: string, to: string): number {
  let count = 0
  for (let day = addToDate(from, 'P1D'); day < to; day = addToDate(day, 'P1D')) count += 1
  return count
}

const holding = (besluiten: readonly BesluitAtVersie[]) =>
  besluitenAt(besluiten).filter(({ vervalreden }) => vervalreden === null)

type Decided = { name: string; versie: number; before: ZaakAtVersie; after: ZaakAtVersie }

async function holdingOf({ zaakId, versie }: Pick<Act, 'zaakId' | 'versie'>) {
  return holding((await current(zaakId, versie)).besluiten)
}

/** Expects that only acts on a besluit change besluiten, and that no act changes an existing row. */
function expectDecided({ name, versie, before, after }: Decided) {
  expect(after.besluiten.slice(0, before.besluiten.length)).toEqual(before.besluiten)
  if (name === 'verleen') {
    expect(holding(after.besluiten).at(-1)).toMatchObject({ versie, besluittype: 'verleend' })
  } else if (name === 'corrigeer') {
    expect(holding(after.besluiten).map(({ id }) => id)).toEqual(
      holding(besluitenAt(before.besluiten, before.versie - 1)).map(({ id }) => id),
    )
  } else if (name === 'legVast') {
    expect(holding(after.besluiten).at(-1)).toMatchObject({ versie, besluittype: 'verleend' })
  } else if (name === 'corrigeerBesluit') {
    expect(holding(after.besluiten).map(({ id }) => id)).toEqual(holding(before.besluiten).map(({ id }) => id))
  } else if (name === 'trekIn') {
    expect(holding(after.besluiten)).toHaveLength(holding(before.besluiten).length - 1)
  } else {
    expect(after.besluiten).toEqual(before.besluiten)
  }
}

/**
 * Returns by how many days the receipt of an aanvulling moves a resumed term: only back, to the day on which
 * its last part came.
 */
function movedByReceipt(before: ZaakAtVersie, after: ZaakAtVersie): number {
  const { op, tot, hervatOp } = before.aanvullingsverzoek as Aanvullingsverzoek
  const came = after.aanvullingsverzoek?.onderdelen.map(({ ontvangenOp }) => ontvangenOp) ?? []
  const last = came.includes(null) ? undefined : came.toSorted().at(-1)
  if (!last || !hervatOp || last > tot || last >= hervatOp || op > before.uiterlijkeEinddatum) return 0
  return daysStill(op, last) - daysStill(op, hervatOp)
}

/** Expects that replaying the history of an open zaak gives its present dates. */
async function expectReplayed(id: string, versie: number) {
  const { startdatum, einddatum, ...zaak } = await current(id, versie)
  if (einddatum !== null) return
  const rows = `select ${SELECT_TERMIJNRIJ} from status where zaak_id = $1 order by versie`
  const history = (await ctx.pool.query<Termijnrij>(rows, [id])).rows
  expect(zaak).toMatchObject(replayTermijn(startdatum, history, await findZaaktypeOf(ctx, zaak)))
}

/** Read at once, after the last day of an aanvulling, and after the term. */
const READ_AFTER_DAYS = [0, 12, 90]

/**
 * Expects that the citizen reads whole sentences in both languages, with the task and the dates of that
 * moment, whatever acts came before.
 *
 * @returns the rows of the table that gave an answer
 */
async function expectAnswered(id: string): Promise<string[]> {
  const resource = (await findZaakResource(ctx, id)) ?? expect.fail(id)
  const zaak = toShownZaak(resource)
  const moments = READ_AFTER_DAYS.map((days) => new Date(now.getTime() + days * DAY_MS))
  const ids = zaak.aanvullingen.flatMap((one) => (one.id && !one.ontvangenOp ? [one.id] : []))
  for (const gemeld of ids.length > 0 ? [[], ids.slice(1), ids] : [[]]) {
    for (const at of moments) expectOneTruth({ ...zaak, gemeld }, resource, at)
  }
  return (['nl', 'en'] as const).flatMap((taal) =>
    moments.map((at) => {
      const stand = voortgang(zaak, dateInAmsterdam(at))
      const antwoord = antwoordOf(stand, zaak, { taal, now: at })
      const { rij, toon, kop, zinnen, gevolgen, feiten, kan, datum } = antwoord
      const read = [kop, ...zinnen, ...gevolgen, ...feiten].map((zin) => zinText(zin, taal))
      const newest = berichten(zaak, { taal, now: at }).at(-1)
      const all = [...read, kan ? zinText(kan, taal) : '', newest?.titel, newest?.uitleg, newest?.teDoen ?? '']
      expect(
        read.every((text) => /^[A-Z0-9].*[.:]$/.test(text)),
        read.join('|'),
      ).toBe(true)
      expect(all.join(' ')).not.toMatch(/[{}]|undefined|null|NaN|Invalid/)
      expect(toon === 'teDoen', rij).toBe(stand.moetHandelen)
      if (stand.moetHandelen) expect(all.join(' ')).not.toContain(texts(taal).antwoord.nietsTeDoen)
      const today = dateInAmsterdam(at)
      const { opschorting, uiterlijkeEinddatumAfdoening, einddatum } = zaak
      const dates = {
        beslist: uiterlijkeEinddatumAfdoening,
        verwacht: naarWerkdag(zaak.einddatumGepland),
        besluitKomt: stand.nogBekend,
        hadBeslist: uiterlijkeEinddatumAfdoening,
        afgerondOp: einddatum,
        staatStil: stand.stilstand?.vanaf,
        aanvullenVoor: opschorting?.tot,
        aanvullenWas: opschorting?.tot,
        geldtVanaf: null,
      }
      if (datum) expect(datum.date).toBe(dates[datum.soort])
      if (datum?.soort === 'beslist' || datum?.soort === 'aanvullenVoor') expect(datum.date >= today).toBe(true)
      if (datum?.soort === 'hadBeslist' || datum?.soort === 'aanvullenWas') expect(datum.date < today).toBe(true)
      return rij
    }),
  )
}

test(
  'in any order of acts only opschorting and one extension move dates, and all channels show the same state',
  async () => {
    const performed = new Set<string>()
    const answered = new Set<string>()
    let lapsed = 0
    let goneOn = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        now = new Date(`${REGISTERED}T09:00:00Z`)
        const { id, change } = await registerTestZaak(ctx, { rollen: ['heropenen'] })
        let versie = 1
        const asked: (Aanvullingsverzoek | null)[] = [null, null]
        let after = await current(id, versie)
        for (const { name, days, pause } of steps) {
          now = new Date(now.getTime() + pause * DAY_MS)
          const before = after
          const act = { ...change, versie, toelichting: 'Omdat het moet.' }
          const outcome = await (ACTS[name] as Perform)(act, dateInAmsterdam(now), days)
          if (!outcome.ok) {
            expect(await current(id, versie)).toEqual(before)
            continue
          }
          performed.add(name)
          for (const rij of await expectAnswered(id)) answered.add(rij)
          const made = versie + 1
          // An act can show that an ingebrekestelling came too early, which adds a row of its own.
          versie = (await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).versie
          after = await current(id, versie)
          const isContinued = versie > made && after.opschorting !== null && after.laatsteSoort === 'opschorting'
          if (isContinued) {
            goneOn += 1
            expect(after).toMatchObject({ daarnaReden: null })
          } else if (versie > made) {
            lapsed += 1
            expect(before.ingebrekegesteldOp).not.toBeNull()
            expect(after).toMatchObject({ laatsteSoort: 'ingebrekestelling_vervallen', ingebrekegesteldOp: null })
          }
          expectDecided({ name, versie: made, before, after })
          asked[made] = after.aanvullingsverzoek
          asked[versie] = after.aanvullingsverzoek
          expect(after).toMatchObject(await findStateAtVersie(ctx, { id, versie }))
          await expectReplayed(id, versie)

          if (name === 'herstel') {
            expect(await findStateAtVersie(ctx, { id, versie: made })).toEqual(
              await findStateAtVersie(ctx, { id, versie: made - 2 }),
            )
            expect(after.aanvullingsverzoek).toEqual(asked[made - 2])
            continue
          }
          if (name === 'meldVertraging') {
            expect(after.uiterlijkeEinddatum).toBe(before.uiterlijkeEinddatum)
            expect(after.einddatumGepland > after.uiterlijkeEinddatum).toBe(true)
            continue
          }
          const moved = daysBetween(before.uiterlijkeEinddatum, after.uiterlijkeEinddatum)
          // Both acts recompute how the term moved.
          if (name === 'verbeterBegin' || before.verlengd !== after.verlengd) continue
          // A day that was announced when the term turned out to run stays.
          const isAnnounced = before.einddatumGepland > before.uiterlijkeEinddatum
          const streef = daysBetween(before.einddatumGepland, after.einddatumGepland)
          expect(isAnnounced ? [0, moved] : [moved]).toContain(streef)
          if (name.startsWith('ontvang') && before.aanvullingsverzoek?.einde) {
            expect(moved).toBe(movedByReceipt(before, after))
          } else if (name === 'vraag' && before.opschorting && after.opgeschortOp !== before.opgeschortOp) {
            // The last day of the earlier aanvulling had passed, but no act had recorded that yet.
            const [op, last] = [before.opgeschortOp as string, before.opgeschortTot as string]
            expect(moved).toBe(op > before.uiterlijkeEinddatum ? 0 : daysBetween(op, last))
          } else if (before.opschorting && !before.einddatum && (!after.opschorting || isContinued)) {
            const [op, last] = [before.opgeschortOp as string, before.opgeschortTot as string]
            const still = daysStill(op, after.hervatOp as string)
            expect(moved).toBe(op > before.uiterlijkeEinddatum ? 0 : still)
            if (before.opschorting === 'instemming') expect(still).toBeLessThanOrEqual(daysBetween(op, last))
          } else if (name === 'heropen' || name === 'corrigeer') {
            expect(moved).toBe(
              daysBetween(before.uiterlijkeEinddatum, (await stateBeforeEnd(id, before.versie)).uiterlijkeEinddatum),
            )
          } else if (after.verlengd !== before.verlengd) {
            expect(moved).toBe(days + 1)
          } else {
            expect(moved).toBe(0)
          }
        }
      }),
      { numRuns: RUNS, seed: 13 },
    )
    expect(lapsed).toBeGreaterThan(0)
    expect(goneOn).toBeGreaterThan(0)
    expect([...performed].sort()).toEqual(Object.keys(ACTS).sort())
    expect([...answered].sort()).toEqual([
      'aanvullen',
      'aanvullingVoorbij',
      'afgerond',
      'gebeurd',
      'opgeschort',
      'status',
      'teLaat',
      'uitstelVoorbij',
      'vertraagd',
    ])
  },
  TIMEOUT_MS,
)
