import { statusRequest } from '#lib/contract/handeling-requests.ts'
import type { Resultaattype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Act, type InputOf, performHandeling } from './perform-handeling.ts'
import { CLOSED, offeredStatustypen, type Subject } from './rules.ts'

type StatusChange = InputOf<typeof statusRequest>

type Besluit = { besluitdatum: string; bekendmakingsdatum: string }

const closes = ({ zaaktype, input }: Subject<StatusChange>) => zaaktype.statustypen.at(-1)?.code === input.statustype

const resultaattypeOf = (subject: Subject<StatusChange>): Resultaattype | undefined =>
  closes(subject) ? subject.zaaktype.resultaattypen.find(({ code }) => code === subject.input.resultaat) : undefined

function besluitOf(subject: Subject<StatusChange>): Besluit | undefined {
  const { besluitdatum = subject.today, bekendmakingsdatum = besluitdatum } = subject.input
  return resultaattypeOf(subject)?.isBesluit ? { besluitdatum, bekendmakingsdatum } : undefined
}

const breaksBesluit =
  (broken: (besluit: Besluit, subject: Subject<StatusChange>) => boolean) => (subject: Subject<StatusChange>) => {
    const besluit = besluitOf(subject)
    return besluit !== undefined && broken(besluit, subject)
  }

/** Sets the next status of a zaak. The eindstatus closes it. */
export const CHANGE_STATUS = {
  soort: 'statuswijziging',
  auditnaam: 'status_zetten',
  recht: 'behandelen',
  needs: [CLOSED],
  rules: [
    {
      reason: 'status_not_offered',
      title: 'Not a next status',
      detail:
        'The zaak cannot go to this statustype: only to one that comes after its own in zaaktype.statustypen of GET /zaken/{uuid}.',
      status: 409,
      broken: ({ zaaktype, zaak, input }) =>
        zaak.einddatum === null && !offeredStatustypen(zaaktype, zaak).some(({ code }) => code === input.statustype),
    },
    {
      reason: 'resultaat_required',
      title: 'No resultaat',
      detail: 'The eindstatus needs a resultaat.',
      broken: (subject) => closes(subject) && !subject.input.resultaat,
    },
    {
      reason: 'resultaat_not_of_zaaktype',
      title: 'Unknown resultaat',
      detail: 'The zaaktype does not have this resultaat.',
      broken: (subject) => closes(subject) && Boolean(subject.input.resultaat) && !resultaattypeOf(subject),
    },
    {
      reason: 'besluit_in_future',
      title: 'Besluit in the future',
      detail: 'besluitdatum must not lie after today.',
      broken: breaksBesluit(({ besluitdatum }, { today }) => besluitdatum > today),
    },
    {
      reason: 'besluit_before_zaak',
      title: 'Besluit too early',
      detail: 'besluitdatum must not lie before the startdatum.',
      broken: breaksBesluit(({ besluitdatum }, { zaak }) => besluitdatum < zaak.startdatum),
    },
    {
      reason: 'bekendmaking_before_besluit',
      title: 'Made known too early',
      detail: 'bekendmakingsdatum must not lie before the besluitdatum.',
      broken: breaksBesluit(({ besluitdatum, bekendmakingsdatum }) => bekendmakingsdatum < besluitdatum),
    },
  ],
  next: (subject) => {
    const { statustype } = subject.input
    const resultaattype = resultaattypeOf(subject)
    if (!resultaattype) return { statustype, statuscode: statustype }
    return {
      statustype,
      statuscode: resultaattype.statuscode,
      resultaat: resultaattype.code,
      einddatum: subject.today,
      opschorting: null,
      opgeschortOp: null,
      opgeschortTot: null,
      ...besluitOf(subject),
    }
  },
  api: {
    segment: 'statussen',
    scope: 'zaken.statussen.toevoegen',
    schema: statusRequest,
    id: 'statusZetten',
    name: 'Status',
    summary: 'Sets the next status; the eindstatus closes the zaak',
    example: {
      versie: 1,
      statustype: 'aanvraag_compleet',
      statustoelichting: 'Wij hebben alles wat wij nodig hebben.',
    },
  },
} as const satisfies Act<StatusChange>

export function changeStatus(ctx: ZaaksysteemContext, change: StatusChange) {
  return performHandeling(ctx, CHANGE_STATUS, change)
}
