import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { beginTermijn } from '#lib/zaaksysteem/termijn/beslistermijn.ts'
import { isHersteltermijnKort } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { HANDELINGEN } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { type Act, judgeHandeling } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { goesOn, NOTHING_AFTER, type Subject } from '#lib/zaaksysteem/zaak/handelingen/rules.ts'
import { dwangsomVan } from '#lib/zaaksysteem/zaak/handelingen/te-laat/set-dwangsom.ts'
import type { Termijnrij } from '#lib/zaaksysteem/zaak/herberekening/replay-termijn.ts'
import type { Aanvullingsverzoek } from '#lib/zaaksysteem/zaak/wijziging/aanvullingsverzoek.ts'
import type { ZaakState } from '#lib/zaaksysteem/zaak/wijziging/zaak-state.ts'
import { demoZaaktypen } from '../prisma/seed/demo-zaaktypen.ts'
import {
  besloten,
  dag,
  ingebreke,
  LAST_BESLUIT,
  meldLater,
  ontwerp,
  type Stap,
  uitstel,
  verleng,
  vraag,
  zienswijzen,
} from './test-stappen.ts'
import { DWANGSOMMEN, VOORBEELDEN } from './test-voorbeelden.ts'

const ZAAKTYPEN = new Map(
  demoZaaktypen().map(({ identificatie, gegevens }) => [identificatie, { identificatie, versie: 1, ...gegevens }]),
)

/** Terms shorter than those of the zaaktypen of the demo. */
for (const [identificatie, duur, regeling] of [
  ['WET-2D', 'P2D', 'wet'],
  ['WET-3D', 'P3D', 'wet'],
  ['VER-3D', 'P3D', 'verordening'],
] as const) {
  const doorlooptijd = { duur, grondslag: '', regeling }
  ZAAKTYPEN.set(identificatie, { ...(ZAAKTYPEN.get('OMG-REG') as Zaaktype), identificatie, doorlooptijd })
}

/** The demo has no zaaktype that is granted by operation of law and can be extended. */
ZAAKTYPEN.set('VER-RW', {
  ...(ZAAKTYPEN.get('PARK-BEW') as Zaaktype),
  identificatie: 'VER-RW',
  verlengingstermijn: { duur: 'P2W', grondslag: '', regeling: 'verordening' },
})

ZAAKTYPEN.set('WOO', {
  ...(ZAAKTYPEN.get('OMG-REG') as Zaaktype),
  identificatie: 'WOO',
  doorlooptijd: { duur: 'P4W', grondslag: 'Woo 4.4 lid 1', regeling: 'wet' },
  verlengingstermijn: { duur: 'P2W', grondslag: 'Woo 4.4 lid 2', regeling: 'wet' },
  geenDwangsom: 'Woo 8.2',
  opschortingsredenen: [
    { code: 'zienswijze_derden', grond: 'zienswijze_derden', omschrijving: { nl: '', en: '' }, intern: '' },
  ],
})

const zaaktypeOf = (identificatie: string) => ZAAKTYPEN.get(identificatie) as Zaaktype

/** A zaak with its history. */
type Zaak = Subject<never>['zaak'] & { rijen: Termijnrij[] }

function begin(zaaktype: Zaaktype, startdatum: string): Zaak {
  const { code } = zaaktype.statustypen[0] as Zaaktype['statustypen'][number]
  const state = { statustype: code, statuscode: code, ...beginTermijn(startdatum, zaaktype), verlengd: false }
  const facts = {
    startdatum,
    omschrijving: 'Aanvraag',
    aanvragerNaam: 'J. de Vries',
    aanvragerBsn: '999990342',
    aanvragerKvk: null,
    aanvragerVestiging: null,
    laatsteSoort: 'registratie',
    einddatum: null,
    resultaat: null,
    intrekkingGevraagd: false,
    vraagGesteld: false,
    ingebrekegesteldOp: null,
    perDag: [23, 35, 45],
    versie: 1,
  }
  const stil = { opschorting: null, opgeschortOp: null, opgeschortTot: null, hervatOp: null, ...NOTHING_AFTER }
  const ter = { ontwerpdatum: null, zienswijzen: null }
  const rest = { ...stil, ...ter, aanvullingsverzoek: null, besluiten: [] }
  const zaak = { ...state, ...facts, ...rest }
  return { ...zaak, rijen: [{ ...zaak, soort: 'registratie', op: startdatum, aangevuldOp: null }] } as unknown as Zaak
}

/** Returns the zaak after this act, or the reason of refusal. */
async function perform(
  zaak: Zaak,
  zaaktype: Zaaktype,
  { naam, op, input }: Stap,
): Promise<{ broken: string[]; zaak: Zaak }> {
  const act: Act = HANDELINGEN[naam]
  const eindstatus = zaaktype.statustypen.at(-1)?.code
  const [last] = zaak.besluiten.slice(-1)
  const about = 'besluit' in input && input.besluit === LAST_BESLUIT ? { ...input, besluit: last?.id } : input
  const whole = naam === 'status' ? { statustype: eindstatus, ...about } : about
  const subject = { zaak, zaaktype, today: op, input: whole as never }
  const ctx = {
    pool: { query: async () => ({ rows: zaak.rijen }) } as never,
    env: { ZAAKSYSTEEM_FORMULIERHOSTS: [] } as never,
  }
  const judged = await judgeHandeling<never, Act>(ctx, act, subject)
  const { soort = act.soort, besluiten = [], gebeurdOp = op, ...next } = judged.ok ? judged.next : {}
  const versie = zaak.versie + 1
  const made = besluiten.map((besluit) => ({ ...besluit, versie }))
  const { startdatum = zaak.startdatum } = input as { startdatum?: string }
  const after: Zaak = { ...zaak, ...next, startdatum, versie, besluiten: [...zaak.besluiten, ...made] }
  const aanvullingsverzoek = verzoekAfter(zaak, after, { naam, input })
  const came = soort === 'aanvulling_ontvangen' ? aanvullingsverzoek?.onderdelen : undefined
  const aangevuldOp =
    came
      ?.map(({ ontvangenOp }) => ontvangenOp as string)
      .toSorted()
      .at(-1) ?? null
  const rijen = [...zaak.rijen, { ...after, soort, op: gebeurdOp, aangevuldOp }]
  const done = { ...after, aanvullingsverzoek, rijen }
  if (zaak.opschorting !== null && goesOn(done)) {
    return perform(done, zaaktype, { naam: 'stilstand-vervolgen', op, input: {}, tekst: '' })
  }
  return { broken: judged.ok ? [] : judged.broken, zaak: done }
}

/** Returns the zaak after these acts; throws when one is refused. */
async function zaakAfter(zaaktype: Zaaktype, ontvangen: string, stappen: readonly Stap[]): Promise<Zaak> {
  let zaak = begin(zaaktype, ontvangen)
  for (const stap of stappen) {
    const after = await perform(zaak, zaaktype, stap)
    expect(after.broken).toEqual([])
    zaak = after.zaak
  }
  return zaak
}

/** Returns what SELECT_AANVULLINGSVERZOEK derives from the history. */
function verzoekAfter(
  { aanvullingsverzoek: before }: Subject<never>['zaak'],
  { opschorting, opgeschortOp, opgeschortTot, hervatOp }: Subject<never>['zaak'],
  { naam, input }: Pick<Stap, 'naam' | 'input'>,
): Aanvullingsverzoek | null {
  const said = input as { op?: string; aanvullingen?: (string & { naam: string })[] }
  const asked = said.aanvullingen?.map((each) => ({ id: each.naam, naam: each.naam, ontvangenOp: null })) ?? []
  const onderdelen = naam === 'aanvullen' ? asked : (before?.onderdelen ?? [])
  const came = ({ id, ontvangenOp }: Aanvullingsverzoek['onderdelen'][number]) =>
    ontvangenOp ??
    (naam === 'aanvulling-ontvangen' && (said.aanvullingen?.includes(id as never) ?? true) ? said.op : null)
  const after = onderdelen.map((each) => ({ ...each, ontvangenOp: came(each) ?? null }))
  if (opschorting === 'aanvulling') {
    return { op: opgeschortOp as string, tot: opgeschortTot as string, einde: null, hervatOp: null, onderdelen: after }
  }
  if (!before) return null
  return { ...before, onderdelen: after, ...(before.einde === null && { einde: 'aanvulling_ontvangen', hervatOp }) }
}

test.each(VOORBEELDEN)('%s (%s, %s)', async (_, identificatie, ontvangen, stappen, fataal) => {
  const zaaktype = zaaktypeOf(identificatie)
  const zaak = await zaakAfter(zaaktype, ontvangen, stappen)
  expect((zaak as ZaakState).uiterlijkeEinddatum).toBe(fataal)
})

test.each([
  ['the day after a Monday to which a Saturday moved', 'OMG-REG', '2026-10-10', [], verleng('2026-12-08', 42)],
  ['the Sunday after a Saturday of an APV', 'APV-STAND', '2026-10-10', [], verleng('2026-12-06', 56)],
  [
    'consent that ended without an act of the desk',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-15')],
    verleng('2026-11-25', 42),
  ],
  [
    'an aanvulling asked after the term',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-11', '2026-11-25')],
    verleng('2026-11-12', 42),
  ],
])('a term that has passed cannot be extended: %s', async (_, identificatie, ontvangen, stappen, refused) => {
  const zaaktype = zaaktypeOf(identificatie)
  const zaak = await zaakAfter(zaaktype, ontvangen, stappen)
  expect((await perform(zaak, zaaktype, refused)).broken).toEqual(['term_passed'])
})

test.each([
  ['on the last day of the eight weeks', '2026-09-14', [], '2026-11-09', []],
  ['on the day after it', '2026-09-14', [], '2026-11-10', ['extension_too_late']],
  ['on the day to which the Atw moves it', '2026-09-12', [], '2026-11-09', []],
  ['after the terinzagelegging', '2026-09-14', [ontwerp('2026-11-05')], '2026-11-06', ['ontwerp_laid']],
])('Awb 3:18 lid 2: extending a zaak with an ontwerp %s', async (_, ontvangen, stappen, op, broken) => {
  const zaaktype = zaaktypeOf('OMG-UITG')
  const zaak = await zaakAfter(zaaktype, ontvangen, stappen)
  expect((await perform(zaak, zaaktype, verleng(op, 42))).broken).toEqual(broken)
})

test.each([
  ['before the terinzagelegging', [], zienswijzen('2026-12-17', false), ['no_ontwerp', 'zienswijzen_term_runs']],
  ['on the last day', [ontwerp('2026-11-05')], zienswijzen('2026-12-16', false), ['zienswijzen_term_runs']],
  ['on the day after it', [ontwerp('2026-11-05')], zienswijzen('2026-12-17', false), []],
  [
    'twice',
    [ontwerp('2026-11-05'), zienswijzen('2026-12-17', false)],
    zienswijzen('2026-12-18', false),
    ['zienswijzen_recorded'],
  ],
])(
  'Awb 3:18 lid 4: recording whether zienswijzen came, only after the term for them: %s',
  async (_, stappen, last, broken) => {
    const zaaktype = zaaktypeOf('OMG-UITG')
    const zaak = await zaakAfter(zaaktype, '2026-09-14', stappen)
    expect((await perform(zaak, zaaktype, last)).broken).toEqual(broken)
  },
)

test.each([
  ['the day of receipt', '2026-09-14', []],
  ['a day before it', '2026-09-13', ['ontwerpdatum_impossible']],
  ['today', '2026-11-09', []],
  ['tomorrow', '2026-11-10', ['ontwerpdatum_impossible']],
])('the terinzagelegging is between the day of receipt and today: %s', async (_, gelegd, broken) => {
  const zaaktype = zaaktypeOf('OMG-UITG')
  const zaak = begin(zaaktype, '2026-09-14')
  expect((await perform(zaak, zaaktype, ontwerp(gelegd, '2026-11-09'))).broken).toEqual(broken)
})

test.each([
  ['9-12, before the announced day', 'PARK-GPK', '2026-12-09', ['term_not_passed', 'received_before_end']],
  ['the announced day', 'PARK-GPK', '2027-01-18', ['term_not_passed', 'received_before_end']],
  ['the day after it', 'PARK-GPK', '2027-01-19', []],
  ['9-12, with a statutory term', 'OMG-REG', '2026-12-09', []],
])('Awb 4:14 lid 3, ABRvS 16-10-2013: an ingebrekestelling of %s (%s)', async (_, identificatie, op, broken) => {
  const zaaktype = zaaktypeOf(identificatie)
  const { zaak } = await perform(begin(zaaktype, '2026-10-12'), zaaktype, meldLater('2026-12-01', '2027-01-18'))
  expect((await perform({ ...zaak, ingebrekegesteldOp: null }, zaaktype, ingebreke(op, op))).broken).toEqual(broken)
})

test('Awb 4:14 lid 2: no later day can be announced for a zaaktype that is granted by operation of law', async () => {
  const zaaktype = zaaktypeOf('PARK-BEW')
  const { broken } = await perform(begin(zaaktype, '2026-11-23'), zaaktype, meldLater('2026-12-01', '2027-01-18'))
  expect(broken).toEqual(['given_by_law'])
})

test('Woo 8.2: a zaaktype without dwangsom refuses to set one', async () => {
  const late = { ingebrekegesteldOp: '2026-12-01', perDag: [0, 0, 0] }
  const zaak = { ...begin(zaaktypeOf('WOO'), '2026-11-02'), ...late } as Zaak
  const input = { bekendmakingsdatum: '2027-01-04' }
  const set = { naam: 'dwangsom-vaststellen', op: '2027-01-04', input, tekst: '' } as const
  expect((await perform(zaak, zaaktypeOf('WOO'), set)).broken).toEqual(['no_dwangsom', 'dwangsom_unknown'])
})

test.each([
  ['four working days', '2026-12-01', '2026-12-07', true],
  ['five working days', '2026-12-01', '2026-12-08', false],
  ['over Christmas and New Year, four', '2026-12-23', '2026-12-30', true],
  ['over Christmas, five', '2026-12-23', '2026-12-31', false],
])('Awb 4:5 lid 1: a hersteltermijn below five working days is short: %s', (_, today, uiterlijk, isKort) => {
  expect(isHersteltermijnKort(uiterlijk, today)).toBe(isKort)
})

test.each(DWANGSOMMEN)('%s', async (_, stappen, op, dagen, bedrag) => {
  const zaaktype = zaaktypeOf('OMG-REG')
  const zaak = await zaakAfter(zaaktype, '2026-09-15', stappen)
  expect(dwangsomVan(zaak, op)).toMatchObject({ dagen, bedrag })
})

test.each([
  [
    'on the fatale datum',
    besloten('2026-12-10', '2026-12-10'),
    ingebreke('2026-12-14', '2026-11-10'),
    ['received_before_end'],
  ],
  [
    'on the day of the bekendmaking',
    besloten('2026-12-10', '2026-12-10'),
    ingebreke('2026-12-14', '2026-12-10'),
    ['received_after_end'],
  ],
  [
    'after a bekendmaking in the future',
    besloten('2026-12-08', '2026-12-11'),
    ingebreke('2026-12-14', '2026-12-12'),
    ['received_after_end'],
  ],
  [
    'after a besluit in time',
    besloten('2026-11-10', '2026-11-11'),
    ingebreke('2026-12-14', '2026-11-11'),
    ['term_not_passed', 'received_after_end'],
  ],
])('an ingebrekestelling has no effect %s', async (_, decided, letter, broken) => {
  const zaaktype = zaaktypeOf('OMG-REG')
  const { zaak } = await perform(begin(zaaktype, '2026-09-15'), zaaktype, decided)
  expect((await perform(zaak, zaaktype, letter)).broken).toEqual(broken)
})

/** The cells of the table under a heading, or before the first one. */
function shownUnder(heading: string): string[][] | undefined {
  const document = readFileSync(join(import.meta.dirname, 'termijnen.md'), 'utf8')
  const part = document.split(/^## /m).find((each) => each.startsWith(heading))
  const lines = part?.match(/^\| .*$/gm)?.slice(2)
  return lines?.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

test('the tables of docs/termijnen.md equal these examples, each with its article', () => {
  const rows = VOORBEELDEN.map(([artikel, zaaktype, ontvangen, stappen, fataal]) => {
    const wat = stappen.map(({ tekst }) => tekst).join('; ') || 'geen'
    return [artikel, zaaktype, dag(ontvangen), wat, dag(fataal)]
  })
  expect(shownUnder('# How')).toEqual(rows)
  const owed = DWANGSOMMEN.map(([artikel, stappen, op, dagen, bedrag]) => {
    return [artikel, stappen.map(({ tekst }) => tekst).join('; '), dag(op), String(dagen), `€ ${bedrag}`]
  })
  expect(shownUnder('Dwangsom')).toEqual(owed)
})
