import { v7 } from 'uuid'
import { documentRequest } from '#lib/contract/handeling-requests.ts'
import { currentInformatieobjecttypen } from '../../../catalogus/zaaktype.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import { besluitenAt } from '../../wijziging/besluiten.ts'
import {
  ADD_DOCUMENT,
  DOCUMENT_COLUMN,
  type Document,
  type Dossier,
  type NewDocument,
} from '../../wijziging/documenten.ts'
import { isTooFarAhead, MAX_DAYS_AHEAD } from '../besluit/besluitdatums.ts'
import type { Act, InputOf } from '../perform-handeling.ts'
import type { Subject } from '../rules.ts'
import { DOCUMENT_UNKNOWN } from './withdraw-document.ts'

type Adding = InputOf<typeof documentRequest>
type Bestand = Dossier['losseBestanden'][number]

const dutchDate = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })

export const ADD_DOCUMENT_STATEMENT = changeStatement('add-document', {
  columns: DOCUMENT_COLUMN,
  also: ADD_DOCUMENT,
  // of two concurrent acts with one bestand, only the first finds it `opgeslagen`
  condition: `(select status from bestand where bestand.id = (act.document ->> 'bestand')::uuid) = 'opgeslagen'`,
})

const besluitOf = ({ zaak, input }: Subject<Adding>) =>
  besluitenAt(zaak.besluiten).find(({ id }) => id === input.besluit)

const typeOf = ({ zaaktype, input }: Pick<Subject<Adding>, 'zaaktype' | 'input'>) =>
  currentInformatieobjecttypen(zaaktype).find(({ code }) => code === input.informatieobjecttype)

const replacedOf = ({ zaak, input }: Subject<Adding>): Document | undefined =>
  zaak.documenten.find(({ id }) => id === input.vervangt)

/** Returns when its besluit is made known; `undefined` when it contains none. */
const bekendOf = (subject: Subject<Adding>): string | null | undefined => besluitOf(subject)?.bekendmakingsdatum

function zichtbaarVanafOf(subject: Subject<Adding>): string {
  const { input, today } = subject
  return input.zichtbaarVanaf ?? [today, bekendOf(subject) ?? today].toSorted().at(-1) ?? today
}

/** Document toevoegen: the aanvrager reads it from a day on, never before its bekendmaking (Awb 3:41). */
export const ADD_DOCUMENT_TO_ZAAK = {
  soort: 'document_toegevoegd',
  auditnaam: 'document_toevoegen',
  recht: 'behandelen',
  reads: 'dossier',
  needs: [
    {
      reason: 'no_bestand',
      tekst: 'Er is nog geen bestand. Voeg op de pagina van de zaak eerst een bestand toe.',
      veld: 'bestand',
      detail: 'The zaak has no bestand that can become a document. Upload one first: POST /zaken/{uuid}/bestanden.',
      broken: ({ zaak }) => zaak.losseBestanden.length === 0,
    },
  ],
  rules: [
    {
      reason: 'bestand_unknown',
      tekst: 'Dit bestand is er niet meer, of het is al een document. Kies een ander bestand.',
      veld: 'bestand',
      detail:
        'The zaak has no bestand with this id, another API client sent it, it is a document already, or the virus scanner has not checked it or found a virus.',
      broken: ({ zaak, input }) => !zaak.losseBestanden.some(({ id }) => id === input.bestand),
    },
    {
      reason: 'informatieobjecttype_unknown',
      tekst: 'Deze soort hoort niet bij dit zaaktype. Kies een andere soort.',
      veld: 'informatieobjecttype',
      detail: 'informatieobjecttype must be the code of an informatieobjecttype of the zaaktype that is not beeindigd.',
      broken: (subject) => !typeOf(subject),
    },
    {
      reason: 'informatieobjecttype_intern',
      tekst: 'Deze soort is intern: de aanvrager leest die niet. Kies een andere soort.',
      veld: 'informatieobjecttype',
      detail: 'This informatieobjecttype is intern, so the aanvrager may not read its documents.',
      broken: (subject) => typeOf(subject)?.richting === 'intern',
    },
    {
      reason: 'document_in_future',
      tekst: 'De datum van het document ligt in de toekomst. Vul vandaag of een eerdere dag in.',
      veld: 'datum',
      detail: 'datum must not lie after today.',
      broken: ({ input, today }) => input.datum !== undefined && input.datum > today,
    },
    {
      reason: 'document_besluit_unknown',
      tekst: 'Dit besluit is er niet meer. Kies een ander besluit.',
      veld: 'besluit',
      detail: 'The zaak has no besluit with this id.',
      broken: (subject) => subject.input.besluit !== undefined && !besluitOf(subject),
    },
    {
      reason: 'visible_before_bekendmaking',
      tekst: 'De aanvrager mag dit niet lezen vóór het besluit bekend is gemaakt. Kies die dag of een latere dag.',
      veld: 'zichtbaarVanaf',
      detail: 'The besluit must be made known first, and zichtbaarVanaf must not lie before that day.',
      broken: (subject) => {
        const bekend = bekendOf(subject)
        return bekend === null || (bekend !== undefined && zichtbaarVanafOf(subject) < bekend)
      },
    },
    {
      reason: 'visible_too_far',
      tekst: 'Kies vandaag of een dag binnen 30 dagen.',
      veld: 'zichtbaarVanaf',
      detail: `zichtbaarVanaf must not lie before today, nor more than ${MAX_DAYS_AHEAD} days ahead.`,
      broken: ({ input: { zichtbaarVanaf }, today }) =>
        zichtbaarVanaf !== undefined && (zichtbaarVanaf < today || isTooFarAhead(zichtbaarVanaf, today)),
    },
    {
      ...DOCUMENT_UNKNOWN,
      broken: (subject) => subject.input.vervangt !== undefined && !replacedOf(subject),
    },
  ],
  next: (subject) => {
    const { zaak, input, today } = subject
    const { id: bestand, naam: _, ...bytes } = zaak.losseBestanden.find(({ id }) => id === input.bestand) as Bestand
    const document: NewDocument = {
      id: v7(),
      richting: typeOf(subject)?.richting as NewDocument['richting'],
      ...bytes,
      bestand,
      titel: input.titel,
      informatieobjecttype: input.informatieobjecttype,
      datum: input.datum ?? today,
      vertrouwelijkheidaanduiding: input.vertrouwelijkheidaanduiding ?? 'zaakvertrouwelijk',
      zichtbaarVanaf: zichtbaarVanafOf(subject),
      besluit: input.besluit ?? null,
      vervangt: input.vervangt ?? null,
      documentversie: (replacedOf(subject)?.documentversie ?? 0) + 1,
    }
    return { document }
  },
  tells: (subject) => {
    const vanaf = zichtbaarVanafOf(subject)
    if (vanaf <= subject.today) return 'U kunt het lezen op de pagina van uw zaak.'
    return `U kunt het vanaf ${dutchDate.format(new Date(vanaf))} lezen op de pagina van uw zaak.`
  },
  also: () => ({ statement: ADD_DOCUMENT_STATEMENT }),
  api: {
    segment: 'documenten',
    scope: 'zaken.documenten.toevoegen',
    schema: documentRequest,
    id: 'documentToevoegen',
    name: 'Document',
    summary: 'Add a document for the aanvrager',
    example: {
      versie: 2,
      bestand: '0199a3f0-1b2c-7e4d-a5f6-3b4c5d6e7f80',
      titel: 'Besluit op uw aanvraag',
      informatieobjecttype: 'besluit',
    },
  },
} as const satisfies Act<Adding>
