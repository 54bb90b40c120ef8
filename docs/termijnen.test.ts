import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { beginTermijn } from '#lib/zaaksysteem/termijn/beslistermijn.ts'
import { isHersteltermijnKort } from '#lib/zaaksysteem/zaak/handeling/aanvulling/request-aanvulling.ts'
import { HANDELINGEN, type Handelingsnaam } from '#lib/zaaksysteem/zaak/handeling/handelingen.ts'
import { type Act, judgeHandeling } from '#lib/zaaksysteem/zaak/handeling/perform-handeling.ts'
import type { Subject } from '#lib/zaaksysteem/zaak/handeling/rules.ts'
import { dwangsomVan } from '#lib/zaaksysteem/zaak/handeling/te-laat/set-dwangsom.ts'
import type { Termijnrij } from '#lib/zaaksysteem/zaak/herberekening/replay-termijn.ts'
import type { Aanvullingsverzoek } from '#lib/zaaksysteem/zaak/wijziging/aanvullingsverzoek.ts'
import type { ZaakState } from '#lib/zaaksysteem/zaak/wijziging/zaak-state.ts'
import { demoZaaktypen } from '../prisma/seed/demo-zaaktypen.ts'

type Stap = { naam: Handelingsnaam; op: string; input: object; tekst: string }

/** `2026-10-01` as people write it. */
function dag(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}-${month}-${year}`
}

const vraag = (op: string, uiterlijk: string, namen = ['foto']): Stap => ({
  naam: 'aanvullen',
  op,
  input: { uiterlijk, aanvullingen: namen.map((naam) => ({ naam })) },
  tekst: `${namen.length > 1 ? namen.join(' en ') : 'aanvulling'} gevraagd op ${dag(op)}, uiterlijk ${dag(uiterlijk)}`,
})
const meerTijd = (op: string, uiterlijk: string): Stap => ({
  naam: 'aanvulling-verlengen',
  op,
  input: { uiterlijk },
  tekst: `laatste dag op ${dag(op)} verplaatst naar ${dag(uiterlijk)}`,
})
/** Also when the letter was recorded later than it was sent. */
const vraagVerzonden = (vastgelegd: string, op: string, uiterlijk: string): Stap => ({
  naam: 'aanvullen',
  op: vastgelegd,
  input: { op, uiterlijk, aanvullingen: [{ naam: 'foto' }], toelichting: 'Wij missen een foto.' },
  tekst: `aanvulling gevraagd in een brief van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}, uiterlijk ${dag(uiterlijk)}`,
})
/** What came, also when that was written down later. */
const binnenVastgelegd = (vastgelegd: string, op: string, naam?: string): Stap => ({
  naam: 'aanvulling-ontvangen',
  op: vastgelegd,
  input: { op, ...(naam && { aanvullingen: [naam] }) },
  tekst: `${naam ?? 'aanvulling'} binnen op ${dag(op)}, vastgelegd op ${dag(vastgelegd)}`,
})
const gemeld = (op: string): Stap => ({
  naam: 'aanvulling-gemeld',
  op,
  input: { op },
  tekst: `aanvrager meldt op ${dag(op)} dat alles is gestuurd`,
})
const binnen = (op: string): Stap => ({
  naam: 'aanvulling-ontvangen',
  op,
  input: { op },
  tekst: `aanvulling binnen op ${dag(op)}`,
})
const verlopen = (op: string): Stap => ({
  naam: 'aanvulling-verlopen',
  op,
  input: {},
  tekst: `aanvulling niet gekomen, vastgesteld op ${dag(op)}`,
})
const opschorten =
  (reden: string, zin: string) =>
  (op: string, tot: string): Stap => ({
    naam: 'opschorten',
    op,
    input: { reden, op, tot },
    tekst: `${zin} ${dag(op)}, tot en met ${dag(tot)}`,
  })
const uitstel = opschorten('aanvrager_stemt_in', 'aanvrager stemt in met uitstel op')
const uitstelVastgelegd = (vastgelegd: string, op: string, tot: string): Stap => ({
  naam: 'opschorten',
  op: vastgelegd,
  input: { reden: 'aanvrager_stemt_in', op, tot, toelichting: 'Gebeld.' },
  tekst: `aanvrager stemt in met uitstel op ${dag(op)}, tot en met ${dag(tot)}, vastgelegd op ${dag(vastgelegd)}`,
})
const buitenland = opschorten('buitenlands_bestuur', 'aanvrager hoort van vraag aan buitenland op')
const vertraging = opschorten('vertraging_aanvrager', 'vertraging door aanvrager begint na')
const overmacht = opschorten('overmacht', 'overmacht begint na')
const anderen = opschorten('zienswijze_derden', 'verzoeker hoort dat anderen hun zienswijze geven op')
const hervat = (op: string): Stap => ({ naam: 'hervatten', op, input: { op }, tekst: `hervat op ${dag(op)}` })
const verleng = (op: string, dagen: number): Stap => ({
  naam: 'verlengen',
  op,
  input: { dagen, toelichting: 'Advies.' },
  tekst: `verlengd met ${dagen} dagen op ${dag(op)}`,
})
const verlengVerzonden = (vastgelegd: string, op: string, dagen: number): Stap => ({
  naam: 'verlengen',
  op: vastgelegd,
  input: { op, dagen, toelichting: 'Advies.' },
  tekst: `verlengd met ${dagen} dagen in een brief van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}`,
})
const meldLaterVerzonden = (vastgelegd: string, op: string, verwacht: string): Stap => ({
  naam: 'vertraging-melden',
  op: vastgelegd,
  input: { op, verwacht, toelichting: 'Advies.' },
  tekst: `in een brief van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}, gemeld dat het besluit uiterlijk ${dag(verwacht)} komt`,
})
const meldLater = (op: string, verwacht: string): Stap => ({
  naam: 'vertraging-melden',
  op,
  input: { verwacht, toelichting: 'Advies.' },
  tekst: `op ${dag(op)} gemeld dat het besluit uiterlijk ${dag(verwacht)} komt`,
})
/** On which day the draft was laid ready, also when its status was set later. */
const ontwerp = (gelegd: string, op = gelegd): Stap => ({
  naam: 'status',
  op,
  input: { statustype: 'ontwerp_ter_inzage', ontwerpdatum: gelegd },
  tekst: `ontwerp ter inzage op ${dag(gelegd)}${op === gelegd ? '' : `, vastgelegd op ${dag(op)}`}`,
})
const zienswijzen = (op: string, gekomen: boolean): Stap => ({
  naam: 'zienswijzen',
  op,
  input: { gekomen },
  tekst: `${gekomen ? 'zienswijzen gekomen' : 'geen zienswijzen'}, vastgelegd op ${dag(op)}`,
})
const besluit = (op: string): Stap => ({
  naam: 'status',
  op,
  input: { resultaat: 'geweigerd', besluitdatum: op },
  tekst: `besluit op ${dag(op)}`,
})

const verleend = (op: string): Stap => ({
  naam: 'van-rechtswege',
  op,
  input: {},
  tekst: `van rechtswege verleend op ${dag(op)}`,
})
const andereStartdatum = (op: string, startdatum: string): Stap => ({
  naam: 'gegevens',
  op,
  input: { startdatum, aanleiding: 'Stempel.', toelichting: 'Andere dag.' },
  tekst: `op ${dag(op)} blijkt ontvangen op ${dag(startdatum)}`,
})

/**
 * By hand, with the article of each. A zaak of OMG-REG that was received on 15-9-2026, a Tuesday, has its fatale datum on
 * 10-11-2026; those on other days say what the day is about.
 */
const VOORBEELDEN: [artikel: string, zaaktype: string, ontvangen: string, stappen: Stap[], fataal: string][] = [
  // The last day on a Saturday, a Sunday or a holiday.
  ['Atw 1: zaterdag', 'OMG-REG', '2026-10-10', [], '2026-12-07'],
  ['Atw 1, 3: Goede Vrijdag', 'OMG-REG', '2026-02-06', [], '2026-04-07'],
  ['Atw 1, 3: Eerste Kerstdag, daarna weekend', 'OMG-REG', '2026-10-30', [], '2026-12-28'],
  ['Atw 1, 3: Hemelvaartsdag en de vrijdag erna', 'OMG-REG', '2026-03-19', [], '2026-05-18'],
  ['Atw 1: zondag', 'OMG-KAP', '2026-10-11', [], '2026-12-07'],
  ['Atw 1, 3: nieuwjaarsdag op vrijdag', 'OMG-REG', '2026-11-06', [], '2027-01-04'],
  ['Atw 3 lid 3: gelijkgestelde vrijdag na nieuwjaar', 'OMG-REG', '2025-11-07', [], '2026-01-05'],
  ['Atw 1, 3: Koningsdag', 'OMG-REG', '2026-03-02', [], '2026-04-28'],
  ['Atw 1, 3: 5 mei', 'OMG-REG', '2026-03-10', [], '2026-05-06'],
  ['Atw 3 lid 3: gelijkgestelde vrijdag na Hemelvaart', 'OMG-REG', '2026-03-20', [], '2026-05-18'],
  ['Atw 1, 3: Tweede Pinksterdag', 'OMG-REG', '2026-03-30', [], '2026-05-26'],
  ['Atw 1, 3: Tweede Paasdag', 'OMG-REG', '2026-02-09', [], '2026-04-07'],
  ['Atw 1, 3: Kerst op donderdag en vrijdag', 'OMG-REG', '2025-10-30', [], '2025-12-29'],
  ['Atw 3 lid 3: gelijkgestelde vrijdag na Koningsdag', 'OMG-REG', '2028-03-03', [], '2028-05-01'],
  ['Awb 4:13 lid 2, Atw 1: zaterdag', 'PARK-GPK', '2026-10-10', [], '2026-12-07'],
  ['Ow 16.64 lid 1: een gewone maandag', 'OMG-UITWEG', '2026-10-12', [], '2026-12-07'],
  ['Ow 16.64 lid 1: over 29 februari', 'OMG-REG', '2028-01-04', [], '2028-02-29'],
  // A verordening is no law in the sense of the Algemene termijnenwet.
  ['APV 1:2 lid 1: zaterdag, geen wet', 'APV-STAND', '2026-10-10', [], '2026-12-05'],
  ['APV 1:2 lid 1: Eerste Kerstdag, geen wet', 'APV-EVEN', '2026-10-30', [], '2026-12-25'],
  ['APV 1:2 lid 1: Goede Vrijdag, geen wet', 'APV-EXPL', '2026-02-06', [], '2026-04-03'],
  ['Parkeerverordening: Eerste Kerstdag, geen wet', 'PARK-BEW', '2026-12-11', [], '2026-12-25'],
  ['Beleidsregels: Tweede Kerstdag, geen wet', 'TVM-RVV', '2026-11-28', [], '2026-12-26'],
  // At least two working days.
  ['Atw 2: vrijdag, één werkdag op drie dagen', 'WET-3D', '2026-10-09', [], '2026-10-13'],
  ['Atw 2: donderdag, de tweede werkdag is maandag', 'WET-3D', '2026-10-08', [], '2026-10-12'],
  ['Atw 2: zaterdag, twee werkdagen', 'WET-3D', '2026-10-10', [], '2026-10-13'],
  ['Atw 2, 3: Witte Donderdag, geen werkdag tot en met Pasen', 'WET-3D', '2026-04-02', [], '2026-04-08'],
  ['Atw 2, 3: de dag vóór Hemelvaart', 'WET-3D', '2026-05-13', [], '2026-05-19'],
  ['Atw 2, 3: de dag vóór Kerst', 'WET-3D', '2026-12-24', [], '2026-12-29'],
  ['Atw 2: geldt niet onder de drie dagen', 'WET-2D', '2026-10-09', [], '2026-10-12'],
  ['Atw 2: geen wet', 'VER-3D', '2026-10-09', [], '2026-10-12'],
  [
    'Atw 2, Awb 4:15 lid 1 a: vanaf dinsdag, drie dagen stil',
    'WET-3D',
    '2026-10-09',
    [vraag('2026-10-09', '2026-10-23'), binnen('2026-10-13')],
    '2026-10-16',
  ],
  // Six months.
  ['Awb 3:18 lid 1: zes maanden', 'OMG-UITG', '2026-09-01', [], '2027-03-01'],
  ['Awb 3:18 lid 1: laatste dag van de maand, een zondag (Atw 4)', 'OMG-UITG', '2026-08-31', [], '2027-02-28'],
  ['Awb 3:18 lid 1: zes maanden', 'OMG-UITG', '2026-03-01', [], '2026-09-01'],
  ['Awb 3:18 lid 1: laatste dag van de maand', 'OMG-UITG', '2026-08-29', [], '2027-02-28'],
  ['Awb 3:18 lid 1: laatste dag van februari in een schrikkeljaar', 'OMG-UITG', '2027-08-31', [], '2028-02-29'],
  ['Awb 3:18 lid 1: laatste dag van juni', 'OMG-UITG', '2026-12-31', [], '2027-06-30'],
  ['Awb 3:18 lid 1: vanaf de laatste dag van februari', 'OMG-UITG', '2027-02-28', [], '2027-08-28'],
  ['Atw 4: Eerste Kerstdag, langer dan drie maanden', 'OMG-UITG', '2026-06-25', [], '2026-12-25'],
  // Verlenging.
  ['Ow 16.66, Atw 4: zaterdag blijft', 'OMG-UITG', '2026-11-01', [verleng('2026-12-01', 42)], '2027-06-12'],
  ['Ow 16.66: na de laatste dag van februari', 'OMG-UITG', '2026-08-31', [verleng('2026-10-01', 42)], '2027-04-11'],
  [
    'Ow 16.64 lid 2: vanaf Goede Vrijdag, niet vanaf dinsdag',
    'OMG-REG',
    '2026-02-06',
    [verleng('2026-03-02', 42)],
    '2026-05-18',
  ],
  [
    'Ow 16.64 lid 2: vanaf Eerste Kerstdag, niet vanaf maandag',
    'OMG-REG',
    '2026-10-30',
    [verleng('2026-12-01', 42)],
    '2027-02-05',
  ],
  ['Ow 16.64 lid 2: korter dan mag', 'OMG-REG', '2026-10-12', [verleng('2026-12-01', 14)], '2026-12-21'],
  ['Ow 16.64 lid 2: op de laatste, verschoven dag', 'OMG-REG', '2026-10-10', [verleng('2026-12-07', 42)], '2027-01-18'],
  ['APV 1:2 lid 2: zaterdag blijft', 'APV-STAND', '2026-10-10', [verleng('2026-12-01', 56)], '2027-01-30'],
  // A later day that is announced within the reasonable term is its last day; of a term of a law it moves nothing.
  ['Awb 4:14 lid 3: op tijd gemeld', 'PARK-GPK', '2026-10-12', [meldLater('2026-12-01', '2027-01-18')], '2027-01-18'],
  [
    'Awb 4:14 lid 3: op de laatste dag',
    'PARK-GPK',
    '2026-10-12',
    [meldLater('2026-12-07', '2027-01-18')],
    '2027-01-18',
  ],
  [
    'Awb 4:14 lid 3, Atw 1: op de laatste, verschoven dag',
    'PARK-GPK',
    '2026-10-10',
    [meldLater('2026-12-07', '2027-01-18')],
    '2027-01-18',
  ],
  ['Awb 4:14 lid 3: een dag te laat', 'PARK-GPK', '2026-10-12', [meldLater('2026-12-08', '2027-01-18')], '2026-12-07'],
  [
    'Awb 4:14 lid 3: een zaterdag die de gemeente noemt, geen wet',
    'PARK-GPK',
    '2026-10-12',
    [meldLater('2026-12-01', '2027-01-16')],
    '2027-01-16',
  ],
  [
    'Awb 4:14 lid 3: nog eens later, verschuift niets',
    'PARK-GPK',
    '2026-10-12',
    [meldLater('2026-12-01', '2027-01-18'), meldLater('2027-01-11', '2027-02-15')],
    '2027-01-18',
  ],
  [
    'Awb 4:14 lid 3, 4:15 lid 1 a: daarna zes dagen stil, wordt zondag',
    'PARK-GPK',
    '2026-10-12',
    [meldLater('2026-12-01', '2027-01-18'), vraag('2027-01-04', '2027-01-18'), binnen('2027-01-11')],
    '2027-01-24',
  ],
  [
    'Awb 4:15 lid 1 a, 4:14 lid 3: eerst zes dagen stil, daarna op tijd gemeld',
    'PARK-GPK',
    '2026-10-12',
    [vraag('2026-11-02', '2026-11-16'), binnen('2026-11-09'), meldLater('2026-12-14', '2027-01-18')],
    '2027-01-18',
  ],
  [
    'Awb 4:14 lid 1: een termijn van een wet',
    'OMG-REG',
    '2026-10-12',
    [meldLater('2026-12-01', '2027-01-18')],
    '2026-12-07',
  ],
  [
    'Awb 4:14 lid 1: een termijn van een verordening',
    'APV-STAND',
    '2026-10-12',
    [meldLater('2026-12-01', '2027-01-18')],
    '2026-12-07',
  ],
  // Without zienswijzen four weeks after the term for them ended.
  [
    'Awb 3:18 lid 4: geen zienswijzen',
    'OMG-UITG',
    '2026-09-14',
    [ontwerp('2026-11-05'), zienswijzen('2026-12-17', false)],
    '2027-01-13',
  ],
  [
    'Awb 3:16 lid 2: de dag van de terinzagelegging telt, niet die van de status',
    'OMG-UITG',
    '2026-09-14',
    [ontwerp('2026-11-05', '2026-11-09'), zienswijzen('2026-12-18', false)],
    '2027-01-13',
  ],
  [
    'Awb 3:18 lid 1, Atw 4: zienswijzen kwamen, zondag blijft',
    'OMG-UITG',
    '2026-09-14',
    [ontwerp('2026-11-05'), zienswijzen('2026-12-17', true)],
    '2027-03-14',
  ],
  [
    'Awb 3:18 lid 4, Atw 1, 3: vier weken tot en met Eerste Kerstdag',
    'OMG-UITG',
    '2026-09-14',
    [ontwerp('2026-10-17', '2026-10-19'), zienswijzen('2026-11-30', false)],
    '2026-12-28',
  ],
  [
    'Awb 3:18 lid 1: zes maanden zijn eerder om dan de vier weken',
    'OMG-UITG',
    '2026-06-01',
    [ontwerp('2026-10-01'), zienswijzen('2026-11-12', false)],
    '2026-12-01',
  ],
  [
    'Ow 16.66, Awb 3:18 lid 4: verlengd, en geen zienswijzen',
    'OMG-UITG',
    '2026-09-14',
    [verleng('2026-10-15', 42), ontwerp('2026-11-05'), zienswijzen('2026-12-17', false)],
    '2027-01-13',
  ],
  [
    'Awb 3:18 lid 4, 4:15 lid 1 a: daarna zes dagen stil',
    'OMG-UITG',
    '2026-09-14',
    [
      ontwerp('2026-11-05'),
      zienswijzen('2026-12-17', false),
      vraag('2027-01-04', '2027-01-18'),
      binnenVastgelegd('2027-01-11', '2027-01-11'),
    ],
    '2027-01-19',
  ],
  [
    'Awb 3:18 lid 4, 4:15 lid 1 a, Atw 1: daarna drie dagen stil, wordt zaterdag',
    'OMG-UITG',
    '2026-09-14',
    [
      ontwerp('2026-11-05'),
      zienswijzen('2026-12-17', false),
      vraag('2027-01-04', '2027-01-18'),
      binnenVastgelegd('2027-01-08', '2027-01-08'),
    ],
    '2027-01-18',
  ],
  [
    'Awb 3:18 lid 4, 4:15 lid 2 a: stond al stil, alleen de dagen erna tellen niet mee',
    'OMG-UITG',
    '2026-09-14',
    [
      ontwerp('2026-11-05'),
      uitstel('2026-12-09', '2026-12-23'),
      zienswijzen('2026-12-17', false),
      hervat('2026-12-24'),
    ],
    '2027-01-20',
  ],
  // Awb 4:15 lid 1 under a: from the day after the day on which it was asked, until the day on which it came.
  [
    'Awb 4:15 lid 1 a: dezelfde dag',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), binnen('2026-10-01')],
    '2026-11-10',
  ],
  [
    'Awb 4:15 lid 1 a: de dag erna telt al weer',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), binnen('2026-10-02')],
    '2026-11-10',
  ],
  [
    'Awb 4:15 lid 1 a: 2 tot en met 14 oktober',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), binnen('2026-10-15')],
    '2026-11-23',
  ],
  [
    'Awb 4:15 lid 1 a: binnen op de laatste dag',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), binnen('2026-10-29')],
    '2026-12-07',
  ],
  [
    'Awb 4:15 lid 1 a: termijn ongebruikt verstreken',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), verlopen('2026-10-30')],
    '2026-12-08',
  ],
  [
    'Awb 4:15 lid 1 a: later vastgesteld, zelfde dag',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), verlopen('2026-11-15')],
    '2026-12-08',
  ],
  [
    'Awb 4:15 lid 1 a, Atw 4: zondag blijft',
    'OMG-UITG',
    '2026-11-02',
    [vraag('2026-11-20', '2026-12-04'), verlopen('2026-12-05')],
    '2027-05-16',
  ],
  [
    'Awb 4:15 lid 1 a: vanaf zaterdag, niet vanaf maandag',
    'OMG-REG',
    '2026-10-10',
    [vraag('2026-11-02', '2026-11-30'), binnen('2026-11-06')],
    '2026-12-08',
  ],
  [
    'Awb 4:15 lid 1 a, Atw 1: wordt zaterdag',
    'OMG-REG',
    '2026-10-12',
    [vraag('2026-11-02', '2026-11-30'), binnen('2026-11-08')],
    '2026-12-14',
  ],
  [
    'Awb 4:15 lid 1 a: over het einde van de zomertijd',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-24', '2026-11-07'), binnen('2026-10-27')],
    '2026-11-12',
  ],
  [
    'Awb 4:15 lid 1 a en 2 a: twee keer',
    'OMG-REG',
    '2026-09-15',
    [
      vraag('2026-10-01', '2026-10-29'),
      binnen('2026-10-15'),
      uitstel('2026-10-20', '2026-10-25'),
      hervat('2026-10-26'),
    ],
    '2026-11-30',
  ],
  [
    'Awb 4:15 lid 1 a: gevraagd op de dag vóór de laatste, één dag over',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-09', '2026-11-24'), binnen('2026-11-20')],
    '2026-11-20',
  ],
  [
    'Awb 4:15 lid 1 a: gevraagd op de laatste dag, geen dag over',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-10', '2026-11-24'), binnen('2026-11-20')],
    '2026-11-19',
  ],
  [
    'Awb 4:15: gevraagd na de fatale datum, verschuift niets',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-11', '2026-11-25'), binnen('2026-11-20')],
    '2026-11-10',
  ],
  [
    'Awb 4:15: gevraagd na de fatale datum en niet gekomen',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-11', '2026-11-25'), verlopen('2026-11-26')],
    '2026-11-10',
  ],
  [
    'Awb 4:15, Atw 1: gevraagd op zondag, maandag was nog over',
    'OMG-REG',
    '2026-10-10',
    [vraag('2026-12-06', '2026-12-20'), binnen('2026-12-10')],
    '2026-12-10',
  ],
  [
    'Awb 4:15: gevraagd op zondag na zaterdag, geen wet',
    'APV-STAND',
    '2026-10-10',
    [vraag('2026-12-06', '2026-12-20'), binnen('2026-12-10')],
    '2026-12-05',
  ],
  [
    'Awb 4:15 lid 1 a: meer tijd, ongebruikt verstreken',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-15'), meerTijd('2026-10-10', '2026-10-29'), verlopen('2026-10-30')],
    '2026-12-08',
  ],
  [
    'Awb 4:15 lid 1 a: meer tijd, toch eerder binnen',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-15'), meerTijd('2026-10-10', '2026-10-29'), binnen('2026-10-12')],
    '2026-11-20',
  ],
  [
    'Awb 4:15 lid 1 a: aangevuld met het laatste stuk',
    'OMG-REG',
    '2026-09-15',
    [
      vraag('2026-10-01', '2026-10-29', ['tekening', 'berekening']),
      binnenVastgelegd('2026-10-05', '2026-10-05', 'tekening'),
      binnenVastgelegd('2026-10-15', '2026-10-15', 'berekening'),
    ],
    '2026-11-23',
  ],
  [
    'Awb 4:15 lid 1 a: het laatste stuk telt, niet wat het laatst is vastgelegd',
    'OMG-REG',
    '2026-09-15',
    [
      vraag('2026-10-01', '2026-10-29', ['tekening', 'berekening']),
      binnenVastgelegd('2026-10-15', '2026-10-15', 'berekening'),
      binnenVastgelegd('2026-10-16', '2026-10-08', 'tekening'),
    ],
    '2026-11-23',
  ],
  [
    'Awb 4:15 lid 1 a: later vastgelegd, de dag van ontvangst telt',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), binnenVastgelegd('2026-10-20', '2026-10-08')],
    '2026-11-16',
  ],
  [
    'Awb 4:15 lid 1 a: gemeld, en niet bevestigd',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), gemeld('2026-10-12')],
    '2026-11-20',
  ],
  [
    'Awb 4:15 lid 1 a: gemeld, en eerder binnen',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), gemeld('2026-10-12'), binnenVastgelegd('2026-10-20', '2026-10-08')],
    '2026-11-16',
  ],
  [
    'Awb 4:15 lid 1 a: gemeld, en later binnen: de aanvrager kreeg deze dag te lezen',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), gemeld('2026-10-12'), binnenVastgelegd('2026-10-20', '2026-10-15')],
    '2026-11-20',
  ],
  [
    'Awb 4:15 lid 1 a: gemeld, niet gekomen en opnieuw gevraagd',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), gemeld('2026-10-12'), vraag('2026-10-20', '2026-11-03'), binnen('2026-10-27')],
    '2026-11-26',
  ],
  [
    'Awb 4:15 lid 1 a, Atw 1: op tijd binnen, na de laatste dag vastgelegd',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), verlopen('2026-10-30'), binnenVastgelegd('2026-11-02', '2026-10-28')],
    '2026-12-07',
  ],
  [
    'Awb 4:15 lid 1 a: na de laatste dag binnen, verschuift niets',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), verlopen('2026-10-30'), binnenVastgelegd('2026-11-03', '2026-11-03')],
    '2026-12-08',
  ],
  [
    'Awb 4:15 lid 1 a: opnieuw gevraagd vóór de laatste dag, staat aan één stuk stil',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-15'), vraag('2026-10-12', '2026-10-29'), binnen('2026-10-22')],
    '2026-11-30',
  ],
  [
    'Awb 4:15 lid 1 a: opnieuw gevraagd na de laatste dag, liep ertussen',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-15'), vraag('2026-10-20', '2026-11-03'), binnen('2026-10-27')],
    '2026-11-30',
  ],
  [
    'Awb 4:15 lid 1 a, Ow 16.64 lid 2: na verlenging bleek het eerder binnen',
    'OMG-REG',
    '2026-09-15',
    [
      vraag('2026-10-01', '2026-10-29'),
      verlopen('2026-10-30'),
      verleng('2026-11-02', 14),
      binnenVastgelegd('2026-11-04', '2026-10-28'),
    ],
    '2026-12-21',
  ],
  [
    'Awb 4:15: gevraagd na de fatale datum, gemeld en eerder binnen, verschuift niets',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-11', '2026-11-25'), gemeld('2026-11-20'), binnenVastgelegd('2026-11-23', '2026-11-18')],
    '2026-11-10',
  ],
  [
    'Awb 4:15 lid 1 a: zaterdag, geen wet, later vastgelegd',
    'APV-STAND',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), binnenVastgelegd('2026-10-20', '2026-10-13')],
    '2026-11-21',
  ],
  // The day on which the letter was sent counts, not that on which it was recorded.
  [
    'Awb 4:15 lid 1 a: de dag van de brief telt, niet die van vastleggen',
    'OMG-REG',
    '2027-01-05',
    [vraagVerzonden('2027-02-05', '2027-02-01', '2027-02-15'), verlopen('2027-02-16')],
    '2027-03-16',
  ],
  [
    'Awb 4:15 lid 1 a: brief op de laatste dag, de volgende ochtend vastgelegd',
    'OMG-REG',
    '2026-09-15',
    [vraagVerzonden('2026-11-11', '2026-11-10', '2026-11-24'), binnen('2026-11-20')],
    '2026-11-19',
  ],
  [
    'Awb 4:15: brief op de dag na de fatale datum, verschuift niets',
    'OMG-REG',
    '2026-09-15',
    [vraagVerzonden('2026-11-12', '2026-11-11', '2026-11-25'), binnen('2026-11-20')],
    '2026-11-10',
  ],
  [
    'Awb 4:15 lid 1 a: pas vastgelegd toen de laatste dag voorbij was',
    'OMG-REG',
    '2026-09-15',
    [vraagVerzonden('2026-11-02', '2026-10-01', '2026-10-29'), verlopen('2026-11-02')],
    '2026-12-08',
  ],
  [
    'Awb 4:15 lid 1 a: opnieuw gevraagd in een brief van de laatste dag, vastgelegd nadat die voorbij was',
    'OMG-REG',
    '2026-09-15',
    [
      vraag('2026-10-01', '2026-10-15'),
      verlopen('2026-10-16'),
      vraagVerzonden('2026-10-16', '2026-10-15', '2026-10-29'),
      binnen('2026-10-22'),
    ],
    '2026-11-30',
  ],
  [
    'Ow 16.64 lid 2: verzonden op de laatste dag, de volgende ochtend vastgelegd',
    'OMG-REG',
    '2026-10-12',
    [verlengVerzonden('2026-12-08', '2026-12-07', 14)],
    '2026-12-21',
  ],
  [
    'Awb 3:18 lid 2: verzonden vóór het ontwerp ter inzage lag',
    'OMG-UITG',
    '2026-09-14',
    [ontwerp('2026-11-05'), verlengVerzonden('2026-11-06', '2026-11-04', 42)],
    '2027-04-25',
  ],
  [
    'Awb 4:14 lid 3: gemeld op de laatste dag, de volgende ochtend vastgelegd',
    'PARK-GPK',
    '2026-10-12',
    [meldLaterVerzonden('2026-12-08', '2026-12-07', '2027-01-18')],
    '2027-01-18',
  ],
  // Lid 1 under b.
  [
    'Awb 4:15 lid 1 b, Atw 1: 2 tot en met 19 oktober',
    'OMG-REG',
    '2026-09-15',
    [buitenland('2026-10-01', '2026-12-31'), hervat('2026-10-20')],
    '2026-11-30',
  ],
  // Lid 2 under a: as long as the aanvrager agreed to, from the day after he did.
  [
    'Awb 4:15 lid 2 a: hervat op de dag na de afgesproken dag',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-15'), hervat('2026-10-16')],
    '2026-11-24',
  ],
  [
    'Awb 4:15 lid 2 a: te laat hervat, wint niets',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-15'), hervat('2026-11-20')],
    '2026-11-24',
  ],
  [
    'Awb 4:15 lid 2 a: eerder hervat',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-15'), hervat('2026-10-10')],
    '2026-11-18',
  ],
  [
    'Awb 4:15 lid 2 a: afgesproken op de laatste dag',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-11-10', '2026-11-24'), hervat('2026-11-25')],
    '2026-11-24',
  ],
  [
    'Awb 4:15 lid 2 a: zaterdag, geen wet',
    'APV-STAND',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-12'), hervat('2026-10-13')],
    '2026-11-21',
  ],
  [
    'Awb 4:15 lid 2 a en Ow 16.64 lid 2',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-15'), hervat('2026-10-16'), verleng('2026-11-02', 42)],
    '2027-01-05',
  ],
  // Lid 2 under b and c: every day of it, the first one too.
  [
    'Awb 4:15 lid 2 b: 1 tot en met 14 oktober',
    'OMG-REG',
    '2026-09-15',
    [vertraging('2026-09-30', '2026-10-31'), hervat('2026-10-15')],
    '2026-11-24',
  ],
  [
    'Awb 4:15 lid 2 c: 5 oktober tot en met 1 november',
    'OMG-REG',
    '2026-09-15',
    [overmacht('2026-10-04', '2026-11-01'), hervat('2026-11-02')],
    '2026-12-08',
  ],
  [
    'Awb 4:15 lid 2 c: langer dan verwacht',
    'OMG-REG',
    '2026-09-15',
    [overmacht('2026-10-04', '2026-10-18'), hervat('2026-11-02')],
    '2026-12-08',
  ],
  // Woo: four weeks, two more, and it stands still for the zienswijzen of others, up to and including the day on which they came.
  ['Woo 4.4 lid 1: vier weken', 'WOO', '2026-11-02', [], '2026-11-30'],
  ['Woo 4.4 lid 2: twee weken erbij', 'WOO', '2026-11-02', [verleng('2026-11-30', 14)], '2026-12-14'],
  [
    'Woo 4.4 lid 3: zienswijze kwam op 18 november, 10 tot en met 18 november stil',
    'WOO',
    '2026-11-02',
    [anderen('2026-11-09', '2026-11-23'), hervat('2026-11-19')],
    '2026-12-09',
  ],
  [
    'Woo 4.4 lid 3: de termijn daarvoor verstreek ongebruikt',
    'WOO',
    '2026-11-02',
    [anderen('2026-11-09', '2026-11-23'), hervat('2026-11-24')],
    '2026-12-14',
  ],
  [
    'Woo 4.4 lid 3: later hervat, wint niets',
    'WOO',
    '2026-11-02',
    [anderen('2026-11-09', '2026-11-23'), hervat('2026-12-01')],
    '2026-12-14',
  ],
  // A grant by law is void when what was recorded later moves the last day.
  [
    'Awb 4:20b, 4:15 lid 2 a: uitstel vastgelegd na de verlening',
    'PARK-BEW',
    '2026-09-30',
    [verleend('2026-10-15'), uitstelVastgelegd('2026-10-16', '2026-10-10', '2026-10-24'), hervat('2026-10-25')],
    '2026-10-28',
  ],
  [
    'Awb 4:20b: een latere startdatum na de verlening',
    'PARK-BEW',
    '2026-09-30',
    [verleend('2026-10-15'), andereStartdatum('2026-10-16', '2026-10-05'), verleend('2026-10-20')],
    '2026-10-19',
  ],
  [
    'Awb 4:20b, 4:15 lid 1 a: aanvulling gevraagd op de laatste dag, vastgelegd na de verlening',
    'PARK-BEW',
    '2026-09-30',
    [verleend('2026-10-15'), vraagVerzonden('2026-10-15', '2026-10-14', '2026-10-28'), verlopen('2026-10-29')],
    '2026-10-28',
  ],
  [
    'Awb 4:20b: verlengd op de laatste dag, vastgelegd na de verlening',
    'VER-RW',
    '2026-09-30',
    [verleend('2026-10-15'), verlengVerzonden('2026-10-15', '2026-10-14', 14)],
    '2026-10-28',
  ],
  // Another startdatum: what moves the term is decided anew, and comes out the same in every order.
  [
    'Awb 4:15: een eerdere startdatum, gevraagd na de termijn, verschuift niets',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-09', '2026-11-23'), binnen('2026-11-16'), andereStartdatum('2026-11-17', '2026-09-10')],
    '2026-11-05',
  ],
  [
    'Awb 4:15 lid 2 a: een eerdere startdatum, uitstel na de termijn, verschuift niets',
    'OMG-REG',
    '2026-08-18',
    [uitstel('2026-10-13', '2026-10-27'), hervat('2026-10-28'), andereStartdatum('2026-10-29', '2026-08-17')],
    '2026-10-12',
  ],
  [
    'Awb 4:15 lid 1 a: een latere startdatum, toch binnen de termijn gevraagd',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-11', '2026-11-30'), binnen('2026-11-26'), andereStartdatum('2026-11-27', '2026-09-25')],
    '2026-12-04',
  ],
  [
    'Awb 4:15 lid 1 a: de latere startdatum eerst',
    'OMG-REG',
    '2026-09-15',
    [andereStartdatum('2026-10-01', '2026-09-25'), vraag('2026-11-11', '2026-11-30'), binnen('2026-11-26')],
    '2026-12-04',
  ],
  [
    'Ow 16.64 lid 2: een eerdere startdatum, verlengd na de termijn, verschuift niets',
    'OMG-REG',
    '2026-09-15',
    [verleng('2026-11-10', 42), andereStartdatum('2026-11-11', '2026-09-14')],
    '2026-11-09',
  ],
  [
    'Ow 16.64 lid 2: en toch weer de dag die er eerst stond',
    'OMG-REG',
    '2026-09-15',
    [
      verleng('2026-11-10', 42),
      andereStartdatum('2026-11-11', '2026-09-14'),
      andereStartdatum('2026-11-12', '2026-09-15'),
    ],
    '2026-12-22',
  ],
  [
    'Awb 4:14 lid 3: een eerdere startdatum, te laat gemeld',
    'PARK-GPK',
    '2026-10-12',
    [meldLater('2026-12-07', '2027-01-18'), andereStartdatum('2026-12-08', '2026-10-05')],
    '2026-11-30',
  ],
  [
    'Awb 4:14 lid 3: een latere startdatum, toch op tijd gemeld',
    'PARK-GPK',
    '2026-10-12',
    [meldLater('2026-12-08', '2027-01-18'), andereStartdatum('2026-12-09', '2026-10-13')],
    '2027-01-18',
  ],
  [
    'Awb 3:18 lid 1: een eerdere startdatum, zes maanden zijn eerder om dan de vier weken',
    'OMG-UITG',
    '2026-09-14',
    [ontwerp('2026-11-05'), zienswijzen('2026-12-17', false), andereStartdatum('2026-12-18', '2026-06-30')],
    '2026-12-30',
  ],
  // So does what turns out to have come on an earlier day.
  [
    'Ow 16.64 lid 2: bleek eerder binnen, verlengd na de termijn, verschuift niets',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-11-20'), verleng('2026-11-18', 14), binnenVastgelegd('2026-11-19', '2026-10-08')],
    '2026-11-16',
  ],
  [
    'Awb 4:14 lid 3: bleek eerder binnen, de gemelde dag blijft',
    'PARK-GPK',
    '2026-10-12',
    [
      vraag('2026-11-02', '2026-11-16'),
      verlopen('2026-11-17'),
      meldLater('2026-12-14', '2027-01-18'),
      binnenVastgelegd('2026-12-15', '2026-11-09'),
    ],
    '2027-01-18',
  ],
  [
    'Awb 4:14 lid 3: bleek eerder binnen, te laat gemeld',
    'PARK-GPK',
    '2026-10-12',
    [
      vraag('2026-11-02', '2026-11-16'),
      verlopen('2026-11-17'),
      meldLater('2026-12-15', '2027-01-18'),
      binnenVastgelegd('2026-12-16', '2026-11-09'),
    ],
    '2026-12-14',
  ],
  [
    'Awb 3:18 lid 4, 4:15 lid 1 a: zes dagen stil na de zienswijzen, daarna pas vastgelegd dat er geen kwamen',
    'OMG-UITG',
    '2026-09-14',
    [ontwerp('2026-11-05'), vraag('2026-12-17', '2026-12-31'), binnen('2026-12-24'), zienswijzen('2026-12-28', false)],
    '2027-01-19',
  ],
  [
    'Awb 4:15, Atw 1, Ow 16.64 lid 2: gevraagd op zondag, maandag verlengd, drie dagen stil',
    'OMG-REG',
    '2026-10-10',
    [vraag('2026-12-06', '2026-12-20'), verleng('2026-12-07', 42), binnen('2026-12-10')],
    '2027-01-19',
  ],
  [
    'Awb 4:15, Atw 1, Ow 16.64 lid 2: gevraagd op zondag, drie dagen stil, daarna verlengd',
    'OMG-REG',
    '2026-10-10',
    [vraag('2026-12-06', '2026-12-20'), binnen('2026-12-10'), verleng('2026-12-10', 42)],
    '2027-01-19',
  ],
  // A besluit while the term stands still.
  [
    'Awb 4:15, Atw 1: besluit tijdens de opschorting, 19 dagen',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-10-01', '2026-10-29'), besluit('2026-10-20')],
    '2026-11-30',
  ],
  [
    'Awb 4:15: besluit tijdens een opschorting vanaf de laatste dag',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-10', '2026-11-24'), besluit('2026-11-17')],
    '2026-11-17',
  ],
  [
    'Awb 4:15 lid 2 a: besluit nadat het uitstel voorbij was',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-15'), besluit('2026-10-20')],
    '2026-11-24',
  ],
]

/** In the input of a step: the besluit that was made last. */
const LAST_BESLUIT = 'the besluit that was made last'

const besloten = (op: string, bekendmakingsdatum: string, resultaat = 'geweigerd'): Stap => ({
  naam: 'status',
  op,
  input: { resultaat, bekendmakingsdatum },
  tekst: `besluit op ${dag(op)}, bekend op ${dag(bekendmakingsdatum)}`,
})
const ingetrokken = (op: string): Stap => ({
  naam: 'status',
  op,
  input: { resultaat: 'ingetrokken' },
  tekst: `ingetrokken op ${dag(op)}`,
})
const ingetrokkenVastgelegd = (vastgelegd: string, einddatum: string): Stap => ({
  naam: 'status',
  op: vastgelegd,
  input: { resultaat: 'ingetrokken', einddatum },
  tekst: `intrekking kwam op ${dag(einddatum)}, vastgelegd op ${dag(vastgelegd)}`,
})
/** The besluit was meant for another zaak. */
const anderBesluit = (op: string): Stap => ({
  naam: 'besluit-corrigeren',
  op,
  input: { besluit: LAST_BESLUIT, vergissing: true, toelichting: 'Dit besluit hoort bij een andere zaak.' },
  tekst: `op ${dag(op)} blijkt het besluit van een andere zaak`,
})
const vastgelegd = (op: string): Stap => ({
  naam: 'besluit-vastleggen',
  op,
  input: { besluittype: 'geweigerd', besluitdatum: op },
  tekst: `besluit vastgelegd op ${dag(op)}`,
})
const ingebreke = (vastgelegd: string, op: string): Stap => ({
  naam: 'ingebrekestelling',
  op: vastgelegd,
  input: { op },
  tekst: `ingebrekestelling van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}`,
})

/** The dwangsom on a day, in euros, computed by hand. The fatale datum of these zaken is 10-11-2026. */
const DWANGSOMMEN: [artikel: string, stappen: Stap[], op: string, dagen: number, bedrag: number][] = [
  ['Awb 4:17', [ingebreke('2026-11-17', '2026-11-17')], '2026-12-01', 0, 0],
  ['Awb 4:17', [ingebreke('2026-11-17', '2026-11-17')], '2026-12-02', 1, 23],
  [
    'Awb 4:17: vastgelegd vóór het besluit',
    [ingebreke('2026-11-17', '2026-11-17'), besloten('2026-12-10', '2026-12-10')],
    '2026-12-14',
    8,
    184,
  ],
  [
    'Awb 4:17: vastgelegd na het besluit',
    [besloten('2026-12-10', '2026-12-10'), ingebreke('2026-12-14', '2026-11-17')],
    '2026-12-14',
    8,
    184,
  ],
  [
    'Awb 4:17: op de eerste dag na de fatale datum, vastgelegd na het besluit',
    [besloten('2026-12-10', '2026-12-10'), ingebreke('2026-12-14', '2026-11-11')],
    '2026-12-14',
    14,
    322,
  ],
  [
    'Awb 4:17 lid 3: vastgelegd na een besluit binnen de twee weken',
    [besloten('2026-12-01', '2026-12-01'), ingebreke('2026-12-14', '2026-11-17')],
    '2026-12-14',
    0,
    0,
  ],
  [
    'Awb 4:17: vastgelegd nadat de aanvrager introk',
    [ingetrokken('2026-12-05'), ingebreke('2026-12-10', '2026-11-17')],
    '2026-12-10',
    3,
    69,
  ],
  [
    'Awb 4:17: de dag waarop de intrekking kwam telt, niet die van vastleggen',
    [ingebreke('2026-11-17', '2026-11-17'), ingetrokkenVastgelegd('2026-12-10', '2026-12-05')],
    '2026-12-10',
    3,
    69,
  ],
  [
    'Awb 4:17: het besluit was van een andere zaak, de dwangsom loopt door',
    [ingebreke('2026-11-17', '2026-11-17'), vastgelegd('2026-12-08'), anderBesluit('2026-12-10')],
    '2026-12-14',
    13,
    299,
  ],
  [
    'Awb 3:40: besloten, nog niet bekend',
    [ingebreke('2026-11-17', '2026-11-17'), besloten('2026-12-08', '2026-12-15')],
    '2026-12-10',
    9,
    207,
  ],
  [
    'Awb 3:40: besloten, de dag vóór de bekendmaking',
    [ingebreke('2026-11-17', '2026-11-17'), besloten('2026-12-08', '2026-12-15')],
    '2026-12-14',
    13,
    299,
  ],
  [
    'Awb 3:40: besloten, de dag van de bekendmaking',
    [ingebreke('2026-11-17', '2026-11-17'), besloten('2026-12-08', '2026-12-15')],
    '2026-12-15',
    13,
    299,
  ],
  [
    'Awb 3:40: ingebrekestelling tussen besluit en bekendmaking',
    [besloten('2026-11-12', '2026-12-11'), ingebreke('2026-11-16', '2026-11-16')],
    '2026-12-11',
    10,
    230,
  ],
]

const ZAAKTYPEN = new Map(
  demoZaaktypen().map(({ identificatie, gegevens }) => [identificatie, { identificatie, versie: 1, ...gegevens }]),
)

/** No zaaktype of the demo has a term so short. */
for (const [identificatie, duur, regeling] of [
  ['WET-2D', 'P2D', 'wet'],
  ['WET-3D', 'P3D', 'wet'],
  ['VER-3D', 'P3D', 'verordening'],
] as const) {
  const doorlooptijd = { duur, grondslag: '', regeling }
  ZAAKTYPEN.set(identificatie, { ...(ZAAKTYPEN.get('OMG-REG') as Zaaktype), identificatie, doorlooptijd })
}

/** The demo has no zaaktype that is both given by law and can be extended. */
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

/** With its history. */
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
  const stil = { opschorting: null, opgeschortOp: null, opgeschortTot: null, hervatOp: null }
  const ter = { ontwerpdatum: null, zienswijzen: null }
  const rest = { ...stil, ...ter, aanvullingsverzoek: null, besluiten: [] }
  const zaak = { ...state, ...facts, ...rest }
  return { ...zaak, rijen: [{ ...zaak, soort: 'registratie', op: startdatum, aangevuldOp: null }] } as unknown as Zaak
}

/** The zaak after this act, or why it is refused. */
async function perform(zaak: Zaak, zaaktype: Zaaktype, { naam, op, input }: Stap) {
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
  return { broken: judged.ok ? [] : judged.broken, zaak: { ...after, aanvullingsverzoek, rijen } }
}

/** As SELECT_AANVULLINGSVERZOEK has it of the history. */
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
  let zaak = begin(zaaktype, ontvangen)
  for (const stap of stappen) {
    const after = await perform(zaak, zaaktype, stap)
    expect(after.broken).toEqual([])
    zaak = after.zaak
  }
  expect((zaak as ZaakState).uiterlijkeEinddatum).toBe(fataal)
})

test.each([
  ['the day after a Monday to which a Saturday moved', 'OMG-REG', '2026-10-10', [], verleng('2026-12-08', 42)],
  ['the Sunday after a Saturday of an APV', 'APV-STAND', '2026-10-10', [], verleng('2026-12-06', 56)],
  [
    'consent that ended, though nobody said so',
    'OMG-REG',
    '2026-09-15',
    [uitstel('2026-10-01', '2026-10-15')],
    verleng('2026-11-25', 42),
  ],
  [
    'an aanvulling that was asked when the term had passed',
    'OMG-REG',
    '2026-09-15',
    [vraag('2026-11-11', '2026-11-25')],
    verleng('2026-11-12', 42),
  ],
])('nobody extends a term that has passed: %s', async (_, identificatie, ontvangen, stappen, refused) => {
  const zaaktype = zaaktypeOf(identificatie)
  let zaak = begin(zaaktype, ontvangen)
  for (const stap of stappen) ({ zaak } = await perform(zaak, zaaktype, stap))
  expect((await perform(zaak, zaaktype, refused)).broken).toEqual(['term_passed'])
})

test.each([
  ['on the last day of the eight weeks', '2026-09-14', [], '2026-11-09', []],
  ['on the day after it', '2026-09-14', [], '2026-11-10', ['extension_too_late']],
  ['on the day to which the Atw moves it', '2026-09-12', [], '2026-11-09', []],
  ['when the draft lies ready', '2026-09-14', [ontwerp('2026-11-05')], '2026-11-06', ['ontwerp_laid']],
])('Awb 3:18 lid 2: a zaak with a draft is extended %s', async (_, ontvangen, stappen, op, broken) => {
  const zaaktype = zaaktypeOf('OMG-UITG')
  let zaak = begin(zaaktype, ontvangen)
  for (const stap of stappen) ({ zaak } = await perform(zaak, zaaktype, stap))
  expect((await perform(zaak, zaaktype, verleng(op, 42))).broken).toEqual(broken)
})

test.each([
  ['before a draft was laid', [], zienswijzen('2026-12-17', false), ['no_ontwerp', 'zienswijzen_term_runs']],
  ['on the last day', [ontwerp('2026-11-05')], zienswijzen('2026-12-16', false), ['zienswijzen_term_runs']],
  ['on the day after it', [ontwerp('2026-11-05')], zienswijzen('2026-12-17', false), []],
  [
    'twice',
    [ontwerp('2026-11-05'), zienswijzen('2026-12-17', false)],
    zienswijzen('2026-12-18', false),
    ['zienswijzen_recorded'],
  ],
])(
  'Awb 3:18 lid 4: whether zienswijzen came is recorded when the term for them is over: %s',
  async (_, stappen, last, broken) => {
    const zaaktype = zaaktypeOf('OMG-UITG')
    let zaak = begin(zaaktype, '2026-09-14')
    for (const stap of stappen) ({ zaak } = await perform(zaak, zaaktype, stap))
    expect((await perform(zaak, zaaktype, last)).broken).toEqual(broken)
  },
)

test.each([
  ['the day of receipt', '2026-09-14', []],
  ['a day before it', '2026-09-13', ['ontwerpdatum_impossible']],
  ['today', '2026-11-09', []],
  ['tomorrow', '2026-11-10', ['ontwerpdatum_impossible']],
])('a draft was laid ready on a day between receipt and today: %s', async (_, gelegd, broken) => {
  const zaaktype = zaaktypeOf('OMG-UITG')
  const zaak = begin(zaaktype, '2026-09-14')
  expect((await perform(zaak, zaaktype, ontwerp(gelegd, '2026-11-09'))).broken).toEqual(broken)
})

test.each([
  ['9-12, before the day that was announced', 'PARK-GPK', '2026-12-09', ['term_not_passed', 'received_before_end']],
  ['the day that was announced', 'PARK-GPK', '2027-01-18', ['term_not_passed', 'received_before_end']],
  ['the day after it', 'PARK-GPK', '2027-01-19', []],
  ['9-12, of a term of a law', 'OMG-REG', '2026-12-09', []],
])('Awb 4:14 lid 3, ABRvS 16-10-2013: an ingebrekestelling of %s (%s)', async (_, identificatie, op, broken) => {
  const zaaktype = zaaktypeOf(identificatie)
  const { zaak } = await perform(begin(zaaktype, '2026-10-12'), zaaktype, meldLater('2026-12-01', '2027-01-18'))
  expect((await perform({ ...zaak, ingebrekegesteldOp: null }, zaaktype, ingebreke(op, op))).broken).toEqual(broken)
})

test('Awb 4:14 lid 2: no later day is announced where what was asked is given by law on the day after the last', async () => {
  const zaaktype = zaaktypeOf('PARK-BEW')
  const { broken } = await perform(begin(zaaktype, '2026-11-23'), zaaktype, meldLater('2026-12-01', '2027-01-18'))
  expect(broken).toEqual(['given_by_law'])
})

test('Woo 8.2: where there is no dwangsom, none is set', async () => {
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
])('Awb 4:5 lid 1: whether a term to send what is missing is short: %s', (_, today, uiterlijk, isKort) => {
  expect(isHersteltermijnKort(uiterlijk, today)).toBe(isKort)
})

test.each(DWANGSOMMEN)('%s', async (_, stappen, op, dagen, bedrag) => {
  const zaaktype = zaaktypeOf('OMG-REG')
  let zaak = begin(zaaktype, '2026-09-15')
  for (const stap of stappen) {
    const after = await perform(zaak, zaaktype, stap)
    expect(after.broken).toEqual([])
    zaak = after.zaak
  }
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
    'after the bekendmaking that was ahead',
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

test('docs/termijnen.md shows these, each with its article', () => {
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
