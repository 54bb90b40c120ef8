import type { ZaakVanBurger } from './zaak-van-burger.ts'

const tekst = (nl: string) => ({ nl, en: nl })

export const TEKSTEN = {
  omschrijving: tekst('Stap'),
  antwoord: tekst('Antwoord.'),
  statustekst: tekst(''),
  handeling: null,
}

/** A zaak that was received; its only versie was seen. */
export const ZAAK_VAN_BURGER: ZaakVanBurger = {
  id: '0192f0c8-0000-7000-8000-000000000001',
  identificatie: 'ZAAK-2026-1',
  omschrijving: 'Dakkapel',
  behandelendTeam: 'Vergunningen',
  startdatum: '2026-11-10',
  einddatumGepland: '2026-12-20',
  uiterlijkeEinddatumAfdoening: '2027-01-05',
  einddatum: null,
  opschorting: null,
  aanvullingen: [],
  gemeld: [],
  besluiten: [],
  documenten: [],
  ingebrekestelling: null,
  vanRechtswege: null,
  doorzending: null,
  ontwerp: null,
  gevoelig: false,
  statuscode: 'ontvangen',
  versie: 1,
  gezienVersie: 1,
  bijgewerktOp: new Date('2026-11-10T09:00:00Z'),
  zaaktype: {
    identificatie: 'TEST',
    versie: 1,
    omschrijving: tekst('Vergunning'),
    intrekken: null,
    inleveren: null,
    bezwaar: null,
    geenDwangsom: null,
    opschortingsredenen: [],
    informatieobjecttypen: [],
    statustypen: [{ code: 'ontvangen', volgnummer: 1, isEindstatus: false, informeren: true, ...TEKSTEN }],
    resultaattypen: [{ code: 'verleend', statuscode: 'verleend', ...TEKSTEN }],
  },
  statussen: [],
}
