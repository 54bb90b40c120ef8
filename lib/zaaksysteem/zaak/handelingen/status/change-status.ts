import { z } from 'zod'
import { statusRequest } from '#lib/contract/handeling-requests.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Resultaattype } from '../../../catalogus/zaaktype.ts'
import type { Besluit } from '../../wijziging/besluiten.ts'
import {
  type Besluitdatums,
  bekendVanKracht,
  datumRules,
  datumsOf,
  newBesluit,
  replacedBy,
  vanKracht,
} from '../besluit/besluitdatums.ts'
import { decidedTooLate, NOT_MADE_KNOWN, REASON_FOR_WRONG_GRANT } from '../besluit/given-by-law.ts'
import { procedureRules, STEP_TOO_SHORT, verblijfTot } from '../besluit/procedure.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, closedWith, offeredStatustypen, type Subject } from '../rules.ts'
import { optionalDatum, toelichtingForm } from '../velden.ts'

type StatusChange = InputOf<typeof statusRequest>

const closes = ({ zaaktype, input }: Subject<StatusChange>) => zaaktype.statustypen.at(-1)?.code === input.statustype

const resultaattypeOf = (subject: Subject<StatusChange>): Resultaattype | undefined =>
  closes(subject) ? subject.zaaktype.resultaattypen.find(({ code }) => code === subject.input.resultaat) : undefined

const isStatustypeOf = ({ zaaktype, input }: Subject<StatusChange>) =>
  zaaktype.statustypen.some(({ code }) => code === input.statustype)

/** True when the status lays the ontwerp ter inzage (Awb 3:11). */
const isOntwerp = ({ zaaktype, input }: Subject<StatusChange>) =>
  zaaktype.statustypen.some(({ code, minstens }) => code === input.statustype && minstens)

/** A new ontwerp opens a new term for zienswijzen. */
const ontwerpNow = ({ input, today }: Subject<StatusChange>) => ({
  ontwerpdatum: input.ontwerpdatum ?? today,
  zienswijzen: null,
})

/** Returns the einddatum. Without a besluit it is the day on which the withdrawal came, whenever recorded. */
const endsOn = ({ input, today }: Subject<StatusChange>) => input.einddatum ?? today

const endsInTime = (subject: Subject<StatusChange>) => endsOn(subject) <= subject.zaak.uiterlijkeEinddatum

/** Returns the dates of the new besluit with which the zaak closes; `undefined` without one. */
function besluitdatums(subject: Subject<StatusChange>): Besluitdatums | undefined {
  const resultaattype = resultaattypeOf(subject)
  if (!resultaattype?.isBesluit || subject.input.eerdereBesluiten === 'overnemen') return undefined
  return datumsOf(resultaattype, subject.input, subject.today)
}

/** Returns the besluit with which the zaak closes, and the earlier ones that it replaces. */
function besluitenOf(subject: Subject<StatusChange>, resultaattype: Resultaattype): Besluit[] {
  const datums = besluitdatums(subject)
  if (!datums) return []
  const besluit = newBesluit(resultaattype, datums)
  const replaced = subject.input.eerdereBesluiten === 'vervangen' ? bekendVanKracht(subject.zaak.besluiten) : []
  return [besluit, ...replaced.map((each) => replacedBy(each, besluit))]
}

/** Sets the next status of a zaak. The eindstatus closes it. */
export const CHANGE_STATUS = {
  soort: 'statuswijziging',
  auditnaam: 'status_zetten',
  recht: 'behandelen',
  needs: [CLOSED],
  rules: [
    {
      reason: 'statustype_not_of_zaaktype',
      tekst: 'Deze status hoort niet bij dit zaaktype. Kies een andere status.',
      veld: 'statustype',
      detail: 'The zaaktype does not have this statustype: see zaaktype.statustypen of GET /zaken/{uuid}.',
      pointer: '/statustype',
      broken: (subject) => !isStatustypeOf(subject),
    },
    {
      reason: 'status_not_offered',
      tekst: 'Deze status kan nu niet meer. Kies een andere status.',
      veld: 'statustype',
      detail:
        'The zaak cannot go to this statustype: only to one that comes after its own in zaaktype.statustypen of GET /zaken/{uuid}.',
      status: 409,
      broken: (subject) =>
        subject.zaak.einddatum === null &&
        isStatustypeOf(subject) &&
        !offeredStatustypen(subject.zaaktype, subject.zaak).some(({ code }) => code === subject.input.statustype),
    },
    {
      reason: 'resultaat_required',
      tekst: 'Kies een resultaat. Zonder resultaat kan de zaak niet dicht.',
      veld: 'resultaat',
      detail: 'The eindstatus needs a resultaat.',
      pointer: '/resultaat',
      broken: (subject) => closes(subject) && !subject.input.resultaat,
    },
    {
      reason: 'resultaat_not_of_zaaktype',
      tekst: 'Dit resultaat hoort niet bij dit zaaktype. Kies een ander resultaat.',
      veld: 'resultaat',
      detail: 'The zaaktype does not have this resultaat.',
      pointer: '/resultaat',
      broken: (subject) => closes(subject) && Boolean(subject.input.resultaat) && !resultaattypeOf(subject),
    },
    {
      reason: 'resultaat_of_doorzending',
      tekst: 'Met dit resultaat sluit een zaak als u de aanvraag doorzendt. Kies ‘Doorzenden’.',
      veld: 'resultaat',
      detail: 'This resultaat is reserved for a doorzending: POST /zaken/{uuid}/doorzendingen.',
      pointer: '/resultaat',
      broken: (subject) => Boolean(resultaattypeOf(subject)?.doorzending),
    },
    {
      reason: 'ontwerpdatum_impossible',
      tekst:
        'Op deze dag kan het ontwerp niet ter inzage zijn gelegd. Kies een dag die niet vóór de ontvangst ligt, en niet na vandaag.',
      veld: 'ontwerpdatum',
      detail: 'ontwerpdatum requires a statustype with `minstens`, and must lie between the startdatum and today.',
      pointer: '/ontwerpdatum',
      broken: (subject) => {
        const { ontwerpdatum } = subject.input
        if (ontwerpdatum === undefined) return false
        return !isOntwerp(subject) || ontwerpdatum < subject.zaak.startdatum || ontwerpdatum > subject.today
      },
    },
    {
      reason: 'einddatum_impossible',
      tekst:
        'Op deze dag kan de intrekking niet zijn gekomen. Kies een dag die niet vóór de aanvraag ligt, en niet na vandaag.',
      veld: 'einddatum',
      detail: 'einddatum requires a resultaat that is not a besluit, and must lie between the startdatum and today.',
      pointer: '/einddatum',
      broken: (subject) => {
        const { einddatum } = subject.input
        if (einddatum === undefined) return false
        const isBesluit = resultaattypeOf(subject)?.isBesluit ?? true
        return isBesluit || einddatum < subject.zaak.startdatum || einddatum > subject.today
      },
    },
    {
      ...NOT_MADE_KNOWN,
      broken: (subject) =>
        closes(subject) && !besluitdatums(subject) && !endsInTime(subject) && NOT_MADE_KNOWN.broken(subject),
    },
    decidedTooLate(besluitdatums),
    {
      ...REASON_FOR_WRONG_GRANT,
      broken: (subject) =>
        closes(subject) &&
        (besluitdatums(subject) !== undefined || endsInTime(subject)) &&
        REASON_FOR_WRONG_GRANT.broken(subject),
    },
    {
      reason: 'eerdere_besluiten_unsaid',
      tekst: 'Kies wat er gebeurt met wat al is besloten.',
      veld: 'eerdereBesluiten',
      detail: 'The zaak has a besluit in force: eerdereBesluiten must say what happens to it.',
      pointer: '/eerdereBesluiten',
      broken: (subject) =>
        subject.zaak.einddatum === null &&
        Boolean(resultaattypeOf(subject)?.isBesluit) &&
        !subject.input.eerdereBesluiten &&
        bekendVanKracht(subject.zaak.besluiten).length > 0,
    },
    {
      reason: 'no_besluit_to_adopt',
      tekst: 'Er geldt geen besluit met dit resultaat. Kies iets anders, of een ander resultaat.',
      veld: 'eerdereBesluiten',
      detail: 'The zaak has no besluit in force with this resultaat, so it cannot close with one.',
      pointer: '/eerdereBesluiten',
      broken: (subject) =>
        Boolean(resultaattypeOf(subject)?.isBesluit) &&
        subject.input.eerdereBesluiten === 'overnemen' &&
        !vanKracht(subject.zaak.besluiten).some(({ besluittype }) => besluittype === subject.input.resultaat),
    },
    {
      ...STEP_TOO_SHORT,
      broken: (subject) => !closes(subject) && verblijfTot(subject) !== null,
    },
    ...procedureRules(resultaattypeOf),
    ...datumRules(besluitdatums),
  ],
  next: (subject) => {
    const { statustype } = subject.input
    const resultaattype = resultaattypeOf(subject)
    if (!resultaattype) return { statustype, statuscode: statustype, ...(isOntwerp(subject) && ontwerpNow(subject)) }
    const closed = closedWith({ ...subject, today: endsOn(subject) }, resultaattype)
    return { ...closed, besluiten: besluitenOf(subject, resultaattype), gebeurdOp: subject.input.einddatum }
  },
  api: {
    segment: 'statussen',
    scope: 'zaken.statussen.toevoegen',
    schema: statusRequest,
    id: 'statusZetten',
    name: 'Status',
    summary: 'Set the next status',
    example: {
      versie: 1,
      statustype: 'aanvraag_compleet',
      statustoelichting: 'Wij hebben alles wat wij nodig hebben.',
    },
  },
} as const satisfies Act<StatusChange>

export const changeStatus = performing(CHANGE_STATUS)

export const statusForm = toelichtingForm.extend({
  statustype: z.string(balie.fout.kiesStatus).regex(/^[\w-]{1,80}$/, balie.fout.kiesStatus),
  ontwerpdatum: optionalDatum,
})
