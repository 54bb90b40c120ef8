import { v7 as uuidv7 } from 'uuid'
import {
  type BesluitResource,
  besluitResource,
  type StatusResource,
  type ZaakResource,
} from '#lib/contract/zaak-resource.ts'

const tekst = (nl: string) => ({ nl, en: nl })
const teksten = (nl: string) => ({
  omschrijving: tekst(nl),
  antwoord: tekst(nl),
  statustekst: tekst(nl),
  handeling: null,
})

/** The parts that handelingen can add to a zaak; one at a time, because no zaak has all at once. */
export const HANDELINGEN: [string, Partial<ZaakResource>][] = [
  ['an opschorting', { opschorting: { soort: 'opschorting', op: '2026-11-26', tot: '2027-01-05' } }],
  [
    'an aanvullingsverzoek',
    {
      opschorting: { soort: 'aanvulling', op: '2026-11-26', tot: '2026-12-10' },
      aanvullingen: [
        {
          id: '0199a3f0-1b2c-7e4d-a5f6-000000000001',
          naam: 'Plattegrond',
          toelichting: 'Met de maten.',
          formulier: 'https://gemeente.example/plattegrond',
          ontvangenOp: null,
        },
        {
          id: '0199a3f0-1b2c-7e4d-a5f6-000000000002',
          naam: 'Foto',
          toelichting: null,
          formulier: null,
          ontvangenOp: null,
        },
      ],
    },
  ],
  [
    'a besluit',
    {
      einddatum: '2026-12-01',
      besluiten: [testBesluit()],
    },
  ],
]

/** Returns a zaak whose history has one row for each of `statuscodes`, starting with its registration. */
export function testZaak({
  uuid = uuidv7(),
  bsn = '999990342',
  statuscodes = ['ontvangen'],
  toelichting = null,
  gebeurtenisIds = statuscodes.map(() => uuidv7()),
}: {
  uuid?: string
  bsn?: string
  statuscodes?: string[]
  /** the toelichting of the newest status */
  toelichting?: string | null
  gebeurtenisIds?: string[]
} = {}): ZaakResource {
  const statussen = statuscodes.map(
    (statuscode, index): StatusResource => ({
      gebeurtenisId: gebeurtenisIds[index] as string,
      versie: index + 1,
      soort: index === 0 ? 'registratie' : 'statuswijziging',
      statuscode,
      datumStatusGezet: `2026-11-${String(10 + index)}T09:00:00.000Z`,
      statustoelichting: index === statuscodes.length - 1 ? toelichting : null,
      reden: null,
      einddatumGepland: '2026-12-20',
      uiterlijkeEinddatumAfdoening: '2027-01-05',
    }),
  )
  return {
    uuid,
    identificatie: `ZAAK-2026-${uuid.slice(-10)}`,
    omschrijving: 'Dakkapel aan de achterkant',
    versie: statussen.length,
    startdatum: '2026-11-10',
    einddatumGepland: '2026-12-20',
    uiterlijkeEinddatumAfdoening: '2027-01-05',
    einddatum: null,
    opschorting: null,
    aanvullingen: [],
    besluit: null,
    besluiten: [],
    documenten: [],
    ingebrekestelling: null,
    ontwerp: null,
    vanRechtswege: null,
    doorzending: null,
    behandelendTeam: 'Vergunningen',
    gevoelig: false,
    status: statuscodes.at(-1) as string,
    initiator: { bsn },
    zaaktype: {
      identificatie: 'omgevingsvergunning',
      versie: 1,
      omschrijving: tekst('Omgevingsvergunning'),
      intrekken: null,
      inleveren: null,
      opschortingsredenen: [],
      informatieobjecttypen: [],
      bezwaar: null,
      geenDwangsom: null,
      statustypen: ['ontvangen', 'in_behandeling', 'besluit_genomen'].map((code, index) => ({
        code,
        volgnummer: index + 1,
        isEindstatus: index === 2,
        informeren: true,
        ...teksten(code),
      })),
      resultaattypen: [{ code: 'verleend', statuscode: 'vergunning_verleend', ...teksten('verleend') }],
    },
    statussen,
  }
}

/** Returns the zaak after further rows of its history, each like the last one unless it says otherwise. */
export function withRows(zaak: ZaakResource, ...rows: Partial<StatusResource>[]): ZaakResource {
  const statussen = [...zaak.statussen]
  for (const row of rows) {
    const last = statussen.at(-1) as StatusResource
    const { uuid } = testZaak()
    statussen.push({ ...last, soort: 'statuswijziging', ...row, gebeurtenisId: uuid, versie: last.versie + 1 })
  }
  return { ...zaak, statussen, versie: statussen.length, status: statussen.at(-1)?.statuscode as string }
}

/** Returns a besluit that one can object to until 13 January 2027. */
export function testBesluit(changes: Partial<BesluitResource> = {}): BesluitResource {
  return {
    ...besluitResource.parse({
      datum: '2026-12-01',
      bekendmakingsdatum: '2026-12-02',
      uiterlijkeReactiedatum: '2027-01-13',
    }),
    ...changes,
  }
}

/** A letter that was added with the second change of its zaak. */
export const DOCUMENT: ZaakResource['documenten'][number] = {
  id: '0199a3f0-1b2c-7e4d-a5f6-000000000009',
  titel: 'Besluit op uw aanvraag',
  informatieobjecttype: 'besluit',
  datum: '2026-01-02',
  formaat: 'application/pdf',
  grootte: 300_000,
  sha256: 'ab'.repeat(32),
  vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  zichtbaarVanaf: '2026-01-02',
  besluit: null,
  documentversie: 1,
  versie: 2,
}
