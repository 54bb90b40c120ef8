/**
 * The part of a zaak that the steps read.
 *
 * @typedef {{ uuid: string, identificatie: string, versie: number, status: string, einddatum: string | null,
 *   aanvullingen: { id: string }[], besluiten: { id: string, bekendmakingsdatum: string }[],
 *   documenten: { id: string }[],
 *   zaaktype: {
 *     statustypen: { code: string, volgnummer: number, isEindstatus: boolean }[],
 *     resultaattypen: { code: string }[],
 *     opschortingsredenen: { code: string, grond: string | null }[],
 *     informatieobjecttypen: { code: string, beeindigd?: boolean }[],
 *   } }} Zaak
 * @typedef {(zaak: Zaak, vandaag: string, vorige: { bestand?: string }) =>
 *   [segment: string, body: object | string] | 'verwijderen'} Stap the request of a step, with the response
 *   of the one before; a string body is sent as the bytes of a file
 */

const DAY_MS = 86_400_000
const REDEN = 'Dit is een proef.'
/** Longer than the six weeks of Awb 3:16 with the days that a weekend and Christmas add. */
const ZIENSWIJZEN_DAGEN = 60

/** @param {string} dag @param {number} dagen */
export function daysAfter(dag, dagen) {
  return new Date(Date.parse(dag) + dagen * DAY_MS).toISOString().slice(0, 10)
}

/** @type {Stap} */
const volgendeStatus = ({ status, zaaktype: { statustypen } }) => {
  const volgnummer = statustypen.find(({ code }) => code === status)?.volgnummer ?? 0
  const volgende = statustypen.find((each) => each.volgnummer > volgnummer && !each.isEindstatus)
  return ['statussen', { statustype: volgende?.code ?? status }]
}
/** @type {Stap} */
const sluiten = ({ zaaktype: { statustypen, resultaattypen } }) => [
  'statussen',
  { statustype: statustypen.find(({ isEindstatus }) => isEindstatus)?.code, resultaat: resultaattypen[0]?.code },
]
/** @type {Stap} */
const ontwerpLeggen = (_zaak, vandaag) => [
  'statussen',
  { statustype: 'ontwerp_ter_inzage', ontwerpdatum: daysAfter(vandaag, -ZIENSWIJZEN_DAGEN) },
]
/** @type {Stap} */
const opschorten = ({ zaaktype: { opschortingsredenen } }, vandaag) => {
  const reden = opschortingsredenen.find(({ grond }) => grond === 'overmacht') ?? opschortingsredenen[0]
  return ['opschortingen', { reden: reden?.code, op: vandaag, tot: daysAfter(vandaag, 14) }]
}
/** @type {Stap} */
const vragen = (_zaak, vandaag) => {
  const aanvullingen = [{ naam: 'Plattegrond' }, { naam: 'Draaiboek' }]
  return ['aanvullingsverzoeken', { uiterlijk: daysAfter(vandaag, 14), aanvullingen }]
}
/** @type {Stap} */
const verlengen = () => ['verlengingen', { dagen: 7, statustoelichting: REDEN }]
/** @type {Stap} */
const besluiten = ({ zaaktype: { resultaattypen } }) => ['besluiten', { besluittype: resultaattypen[0]?.code }]
/** @type {Stap} */
const bestandSturen = () => ['bestanden', REDEN]
/** @type {Stap} */
const documentToevoegen = ({ zaaktype: { informatieobjecttypen } }, _vandaag, { bestand }) => [
  'documenten',
  {
    bestand,
    titel: 'Proef van een leverancier',
    informatieobjecttype: informatieobjecttypen.find(({ beeindigd }) => !beeindigd)?.code,
  },
]
/** @type {Stap} */
const inGebrekeStellen = (_zaak, vandaag) => ['ingebrekestellingen', { op: vandaag }]

/**
 * The steps of an API client on a new zaak that cause an event of this type (the last part of its name).
 *
 * @type {Record<string, Stap[]>}
 */
export const STAPPEN = {
  'zaak-geregistreerd': [],
  'zaakstatus-gewijzigd': [volgendeStatus],
  'zaakstatus-gecorrigeerd': [volgendeStatus, () => ['correcties', { statustoelichting: REDEN }]],
  'zaak-hersteld': [verlengen, () => ['herstellingen', { statustoelichting: REDEN }]],
  'zaak-gegevens-gewijzigd': [
    () => ['gegevenswijzigingen', { aanleiding: REDEN, omschrijving: 'Proef van een leverancier' }],
  ],
  'zaak-heropend': [sluiten, () => ['heropeningen', {}]],
  'zaak-opgeschort': [opschorten],
  'zaak-hervat': [opschorten, (_zaak, vandaag) => ['hervattingen', { op: vandaag }]],
  'zaak-verlengd': [verlengen],
  'zaak-aanvulling-gevraagd': [vragen],
  'zaak-aanvulling-ontvangen': [vragen, (_zaak, vandaag) => ['aanvullingen', { op: vandaag }]],
  'zaak-aanvulling-deel-ontvangen': [
    vragen,
    ({ aanvullingen: [eerste] }, vandaag) => ['aanvullingen', { op: vandaag, aanvullingen: [eerste?.id] }],
  ],
  'zaak-aanvulling-verlengd': [
    vragen,
    (_zaak, vandaag) => ['aanvullingstermijnen', { uiterlijk: daysAfter(vandaag, 21), statustoelichting: REDEN }],
  ],
  'zaak-vertraging-gemeld': [
    (_zaak, vandaag) => ['vertragingen', { verwacht: daysAfter(vandaag, 14), statustoelichting: REDEN }],
  ],
  'zaak-ingebrekestelling-ontvangen': [inGebrekeStellen],
  'zaak-zienswijzen-vastgelegd': [ontwerpLeggen, () => ['zienswijzen', { gekomen: false }]],
  'zaak-dwangsom-vastgesteld': [
    inGebrekeStellen,
    (_zaak, vandaag) => ['dwangsommen', { bekendmakingsdatum: vandaag, grond: 'onredelijk_laat' }],
  ],
  'zaak-doorgezonden': [(_zaak, vandaag) => ['doorzendingen', { naar: 'de provincie', op: vandaag, geheel: false }]],
  'zaak-brief-verstuurd': [(_zaak, vandaag) => ['brieven', { op: vandaag }]],
  'besluit-vastgelegd': [besluiten],
  'besluit-gecorrigeerd': [
    besluiten,
    ({ besluiten: [besluit] }, vandaag) => [
      'besluitcorrecties',
      { besluit: besluit?.id, ingangsdatum: daysAfter(vandaag, 7), statustoelichting: REDEN },
    ],
  ],
  'besluit-ingetrokken': [
    besluiten,
    ({ besluiten: [besluit] }, vandaag) => [
      'besluitintrekkingen',
      {
        besluit: besluit?.id,
        vanaf: daysAfter(vandaag, 1),
        vervalreden: 'ingetrokken_belanghebbende',
        statustoelichting: REDEN,
      },
    ],
  ],
  'document-toegevoegd': [bestandSturen, documentToevoegen],
  'document-ingetrokken': [
    bestandSturen,
    documentToevoegen,
    ({ documenten: [document] }) => ['documentintrekkingen', { document: document?.id, statustoelichting: REDEN }],
  ],
  'zaak-verwijderd': [() => 'verwijderen'],
}

/** Types that need an old zaak, whose term or term for zienswijzen is over. */
export const LANG_GELEDEN = [
  'zaak-vertraging-gemeld',
  'zaak-zienswijzen-vastgelegd',
  'zaak-ingebrekestelling-ontvangen',
  'zaak-dwangsom-vastgesteld',
]

/**
 * The zaaktype of the new zaak, for the types that need a particular one.
 *
 * @type {Record<string, string>}
 */
export const ZAAKTYPE = { 'zaak-zienswijzen-vastgelegd': 'OMG-UITG' }

/**
 * Events that no client can cause: time, another act, the aanvrager or a receiver causes them.
 */
export const NIET_DOOR_OPDRACHT = [
  'zaak-aanvulling-verlopen',
  'zaak-ingebrekestelling-vervallen',
  'zaak-aanvulling-gemeld',
  'zaak-aanvulling-nagekomen',
  'zaak-termijn-herberekend',
  'zaak-intrekking-afgewezen',
  'zaak-vraag-beantwoord',
  'besluit-van-rechtswege-verleend',
  'besluit-bekendgemaakt',
  'abonnement-falend',
  'abonnement-uitgeschakeld',
  'abonnement-hersteld',
]

export const TYPES = Object.keys(STAPPEN)
