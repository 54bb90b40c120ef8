import type { Handelingsnaam } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'

export type Stap = { naam: Handelingsnaam; op: string; input: object; tekst: string }

/** Formats `2026-10-01` as `1-10-2026`. */
export function dag(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}-${month}-${year}`
}

export const vraag = (op: string, uiterlijk: string, namen = ['foto']): Stap => ({
  naam: 'aanvullen',
  op,
  input: { uiterlijk, aanvullingen: namen.map((naam) => ({ naam })) },
  tekst: `${namen.length > 1 ? namen.join(' en ') : 'aanvulling'} gevraagd op ${dag(op)}, uiterlijk ${dag(uiterlijk)}`,
})
export const meerTijd = (op: string, uiterlijk: string): Stap => ({
  naam: 'aanvulling-verlengen',
  op,
  input: { uiterlijk },
  tekst: `laatste dag op ${dag(op)} verplaatst naar ${dag(uiterlijk)}`,
})
/** A verzoek by letter, which may be recorded later than it was sent. */
export const vraagVerzonden = (vastgelegd: string, op: string, uiterlijk: string): Stap => ({
  naam: 'aanvullen',
  op: vastgelegd,
  input: { op, uiterlijk, aanvullingen: [{ naam: 'foto' }], toelichting: 'Wij missen een foto.' },
  tekst: `aanvulling gevraagd in een brief van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}, uiterlijk ${dag(uiterlijk)}`,
})
/** A received aanvulling, which may be recorded later than it came. */
export const binnenVastgelegd = (vastgelegd: string, op: string, naam?: string): Stap => ({
  naam: 'aanvulling-ontvangen',
  op: vastgelegd,
  input: { op, ...(naam && { aanvullingen: [naam] }) },
  tekst: `${naam ?? 'aanvulling'} binnen op ${dag(op)}, vastgelegd op ${dag(vastgelegd)}`,
})
export const gemeld = (op: string): Stap => ({
  naam: 'aanvulling-gemeld',
  op,
  input: { op },
  tekst: `aanvrager meldt op ${dag(op)} dat alles is gestuurd`,
})
export const binnen = (op: string): Stap => ({
  naam: 'aanvulling-ontvangen',
  op,
  input: { op },
  tekst: `aanvulling binnen op ${dag(op)}`,
})
export const verlopen = (op: string): Stap => ({
  naam: 'aanvulling-verlopen',
  op,
  input: {},
  tekst: `aanvulling niet gekomen, vastgesteld op ${dag(op)}`,
})
export const opschorten =
  (reden: string, zin: string) =>
  (op: string, tot: string): Stap => ({
    naam: 'opschorten',
    op,
    input: { reden, op, tot },
    tekst: `${zin} ${dag(op)}, tot en met ${dag(tot)}`,
  })
export const uitstel = opschorten('aanvrager_stemt_in', 'aanvrager stemt in met uitstel op')
export const uitstelVastgelegd = (vastgelegd: string, op: string, tot: string): Stap => ({
  naam: 'opschorten',
  op: vastgelegd,
  input: { reden: 'aanvrager_stemt_in', op, tot, toelichting: 'Gebeld.' },
  tekst: `aanvrager stemt in met uitstel op ${dag(op)}, tot en met ${dag(tot)}, vastgelegd op ${dag(vastgelegd)}`,
})
export const buitenland = opschorten('buitenlands_bestuur', 'aanvrager hoort van vraag aan buitenland op')
export const vertraging = opschorten('vertraging_aanvrager', 'vertraging door aanvrager begint na')
export const overmacht = opschorten('overmacht', 'overmacht begint na')
export const anderen = opschorten('zienswijze_derden', 'verzoeker hoort dat anderen hun zienswijze geven op')
export const hervat = (op: string): Stap => ({ naam: 'hervatten', op, input: { op }, tekst: `hervat op ${dag(op)}` })
export const verleng = (op: string, dagen: number): Stap => ({
  naam: 'verlengen',
  op,
  input: { dagen, toelichting: 'Advies.' },
  tekst: `verlengd met ${dagen} dagen op ${dag(op)}`,
})
export const verlengVerzonden = (vastgelegd: string, op: string, dagen: number): Stap => ({
  naam: 'verlengen',
  op: vastgelegd,
  input: { op, dagen, toelichting: 'Advies.' },
  tekst: `verlengd met ${dagen} dagen in een brief van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}`,
})
export const meldLaterVerzonden = (vastgelegd: string, op: string, verwacht: string): Stap => ({
  naam: 'vertraging-melden',
  op: vastgelegd,
  input: { op, verwacht, toelichting: 'Advies.' },
  tekst: `in een brief van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}, gemeld dat het besluit uiterlijk ${dag(verwacht)} komt`,
})
export const meldLater = (op: string, verwacht: string): Stap => ({
  naam: 'vertraging-melden',
  op,
  input: { verwacht, toelichting: 'Advies.' },
  tekst: `op ${dag(op)} gemeld dat het besluit uiterlijk ${dag(verwacht)} komt`,
})
/** The status of the ontwerp ter inzage, which may be set later than its terinzagelegging. */
export const ontwerp = (gelegd: string, op = gelegd): Stap => ({
  naam: 'status',
  op,
  input: { statustype: 'ontwerp_ter_inzage', ontwerpdatum: gelegd },
  tekst: `ontwerp ter inzage op ${dag(gelegd)}${op === gelegd ? '' : `, vastgelegd op ${dag(op)}`}`,
})
export const zienswijzen = (op: string, gekomen: boolean): Stap => ({
  naam: 'zienswijzen',
  op,
  input: { gekomen },
  tekst: `${gekomen ? 'zienswijzen gekomen' : 'geen zienswijzen'}, vastgelegd op ${dag(op)}`,
})
export const besluit = (op: string): Stap => ({
  naam: 'status',
  op,
  input: { resultaat: 'geweigerd', besluitdatum: op },
  tekst: `besluit op ${dag(op)}`,
})

export const verleend = (op: string): Stap => ({
  naam: 'van-rechtswege',
  op,
  input: {},
  tekst: `van rechtswege verleend op ${dag(op)}`,
})
export const andereStartdatum = (op: string, startdatum: string): Stap => ({
  naam: 'gegevens',
  op,
  input: { startdatum, aanleiding: 'Stempel.', toelichting: 'Andere dag.' },
  tekst: `op ${dag(op)} blijkt ontvangen op ${dag(startdatum)}`,
})

/** Placeholder in the input of a step for the id of the latest besluit. */
export const LAST_BESLUIT = 'the besluit that was made last'

export const besloten = (op: string, bekendmakingsdatum: string, resultaat = 'geweigerd'): Stap => ({
  naam: 'status',
  op,
  input: { resultaat, bekendmakingsdatum },
  tekst: `besluit op ${dag(op)}, bekend op ${dag(bekendmakingsdatum)}`,
})
export const ingetrokken = (op: string): Stap => ({
  naam: 'status',
  op,
  input: { resultaat: 'ingetrokken' },
  tekst: `ingetrokken op ${dag(op)}`,
})
export const ingetrokkenVastgelegd = (vastgelegd: string, einddatum: string): Stap => ({
  naam: 'status',
  op: vastgelegd,
  input: { resultaat: 'ingetrokken', einddatum },
  tekst: `intrekking kwam op ${dag(einddatum)}, vastgelegd op ${dag(vastgelegd)}`,
})
/** Corrects a besluit that was meant for another zaak. */
export const anderBesluit = (op: string): Stap => ({
  naam: 'besluit-corrigeren',
  op,
  input: { besluit: LAST_BESLUIT, vergissing: true, toelichting: 'Dit besluit hoort bij een andere zaak.' },
  tekst: `op ${dag(op)} blijkt het besluit van een andere zaak`,
})
export const vastgelegd = (op: string): Stap => ({
  naam: 'besluit-vastleggen',
  op,
  input: { besluittype: 'geweigerd', besluitdatum: op },
  tekst: `besluit vastgelegd op ${dag(op)}`,
})
export const ingebreke = (vastgelegd: string, op: string): Stap => ({
  naam: 'ingebrekestelling',
  op: vastgelegd,
  input: { op },
  tekst: `ingebrekestelling van ${dag(op)}, vastgelegd op ${dag(vastgelegd)}`,
})
