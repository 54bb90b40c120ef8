import type { AbonnementResource } from '#lib/contract/abonnement-resource.ts'
import { ABONNEMENT_ID, GEBEURTENIS_ID, MOMENT, ZAAK_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'

// Examples in the API document. They describe no real person: the BSN is a test number.

export const AANVULLING_ID = '0199a3f0-1b2c-7e4d-a5f6-2a3b4c5d6e7f'

const texts = (nl: string, en: string) => ({
  omschrijving: { nl, en },
  antwoord: { nl: `${nl}.`, en: `${en}.` },
  statustekst: { nl: 'U hoort uiterlijk {fataleDatum} van ons.', en: 'You will hear from us by {fataleDatum}.' },
  handeling: null,
})

export const ZAAK = {
  uuid: ZAAK_ID,
  identificatie: 'ZAAK-2026-0000000123',
  omschrijving: 'Dakkapel aan de achterkant',
  versie: 2,
  startdatum: '2026-11-02',
  einddatumGepland: '2026-12-14',
  uiterlijkeEinddatumAfdoening: '2026-12-28',
  einddatum: null,
  opschorting: null,
  aanvullingen: [],
  besluit: null,
  besluiten: [],
  documenten: [],
  ontwerp: null,
  vanRechtswege: null,
  ingebrekestelling: null,
  doorzending: null,
  behandelendTeam: 'Omgeving',
  gevoelig: false,
  status: 'aanvraag_compleet',
  initiator: { bsn: '999990342' },
  zaaktype: {
    identificatie: 'OMG-REG',
    versie: 1,
    omschrijving: { nl: 'Omgevingsvergunning', en: 'Environment and planning permit' },
    geenDwangsom: null,
    intrekken: null,
    inleveren: null,
    opschortingsredenen: [
      { code: 'overmacht', grond: 'overmacht', omschrijving: { nl: 'Overmacht', en: 'Force majeure' } },
    ],
    informatieobjecttypen: [
      { code: 'besluit', omschrijving: { nl: 'Besluit', en: 'Decision' }, richting: 'uitgaand', beeindigd: false },
    ],
    bezwaar: 'https://www.voorbeeld.example/bezwaar',
    statustypen: [
      {
        code: 'aanvraag_ontvangen',
        volgnummer: 1,
        isEindstatus: false,
        informeren: true,
        ...texts('Aanvraag ontvangen', 'Application received'),
      },
      {
        code: 'aanvraag_compleet',
        volgnummer: 2,
        isEindstatus: false,
        informeren: true,
        ...texts('Aanvraag compleet', 'Application complete'),
      },
      {
        code: 'besluit_verzonden',
        volgnummer: 3,
        isEindstatus: true,
        informeren: true,
        ...texts('Besluit verzonden', 'Decision sent'),
      },
    ],
    resultaattypen: [
      { code: 'verleend', statuscode: 'vergunning_verleend', ...texts('Vergunning verleend', 'Permit granted') },
    ],
  },
  statussen: [
    {
      gebeurtenisId: '0199a3f2-6c20-7111-8222-333344445555',
      versie: 1,
      soort: 'registratie',
      statuscode: 'aanvraag_ontvangen',
      datumStatusGezet: '2026-11-02T10:15:00.000Z',
      statustoelichting: null,
      reden: null,
      einddatumGepland: '2026-12-14',
      uiterlijkeEinddatumAfdoening: '2026-12-28',
    },
    {
      gebeurtenisId: GEBEURTENIS_ID,
      versie: 2,
      soort: 'statuswijziging',
      statuscode: 'aanvraag_compleet',
      datumStatusGezet: MOMENT,
      statustoelichting: 'Wij hebben alles wat wij nodig hebben.',
      reden: null,
      einddatumGepland: '2026-12-14',
      uiterlijkeEinddatumAfdoening: '2026-12-28',
    },
  ],
} satisfies ZaakResource

export const ABONNEMENT = {
  id: ABONNEMENT_ID,
  protocol: 'HTTP',
  sink: 'https://portaal.voorbeeld.example/webhooks',
  sinkcredential: { credentialtype: 'JWT' },
  toegang: [],
  naam: 'Ons portaal',
  contact: 'beheer@voorbeeld.example',
  types: ['nl.overheid.zaken.zaakstatus-gewijzigd'],
  filters: [{ exact: { zaaktype: 'OMG-REG' } }],
  config: { contentmodus: 'structured', herhaalschema: [], maxGelijktijdig: 64 },
  status: 'actief',
  statusSinds: MOMENT,
  statusreden: null,
  foutcode: null,
} satisfies AbonnementResource
