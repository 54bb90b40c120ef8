import { v7 } from 'uuid'
import { aanvullingsverzoekRequest } from '#lib/contract/handeling-requests.ts'
import { werkdagenLater } from '#lib/platform/feestdagen.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import { NOT_MADE_KNOWN, REASON_FOR_WRONG_GRANT } from '../besluit/given-by-law.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, dayOf, onDay, resumed, SENT, type Standing, SUSPENDED_ALREADY, stilNa } from '../rules.ts'

/** True when the URL is a form of the municipality: a citizen trusts a link in his zaak. */
export function isFormulierOfGemeente(url: string, formulierhosts: readonly string[]): boolean {
  const { protocol, host } = new URL(url)
  return protocol === 'https:' && formulierhosts.includes(host)
}

/** With fewer working days the aanvrager may lack the opportunity that Awb 4:5 lid 1 requires. */
const ENOUGH_WERKDAGEN = 5

/** True when there are fewer than ENOUGH_WERKDAGEN until the last day. */
export function isHersteltermijnKort(uiterlijk: string, gevraagdOp: string): boolean {
  return uiterlijk < werkdagenLater(gevraagdOp, ENOUGH_WERKDAGEN)
}

const STATEMENT = changeStatement('request-aanvulling', {
  columns: { aanvullingen: 'jsonb' },
  also: {
    requested: `
      insert into aanvulling (id, zaak_id, versie, volgnummer, naam, toelichting, formulier)
      select asked.id, changed.id, changed.versie, asked.volgnummer, asked.naam, asked.toelichting, asked.formulier
      from changed cross join jsonb_to_recordset(changed.aanvullingen)
        as asked (id uuid, volgnummer int, naam text, toelichting text, formulier text)`,
  },
})

/** Allows a new request for missing parts, which replaces the earlier one. */
const SUSPENDED_OTHERWISE = {
  ...SUSPENDED_ALREADY,
  broken: (standing: Standing) => SUSPENDED_ALREADY.broken(standing) && !isAsked(standing),
}

const isAsked = ({ zaak }: Pick<Standing, 'zaak'>) => zaak.opschorting === 'aanvulling'

/** Returns the last day of the earlier request while it has not passed; null otherwise. */
function toldUntil({ zaak, today }: Standing): string | null {
  return isAsked({ zaak }) && (zaak.opgeschortTot as string) >= today ? zaak.opgeschortTot : null
}

/**
 * Aanvulling vragen (Awb 4:5): the term stands still from the day after the letter until everything has
 * come or the last day passes. A term that has passed does not stand still, so a request then moves nothing.
 * A new request before the last day continues the suspension. A letter from before the end of the term can
 * be recorded later; a grant by law in between lapses then.
 */
export const REQUEST_AANVULLING = {
  soort: 'aanvullingsverzoek',
  auditnaam: 'aanvulling_vragen',
  recht: 'behandelen',
  needs: [CLOSED, SUSPENDED_OTHERWISE],
  rules: [
    ...SENT,
    {
      ...NOT_MADE_KNOWN,
      broken: (subject) => dayOf(subject) > subject.zaak.uiterlijkeEinddatum && NOT_MADE_KNOWN.broken(subject),
    },
    REASON_FOR_WRONG_GRANT,
    {
      reason: 'last_day_not_ahead',
      tekst: 'Geef de aanvrager ten minste tot de dag na de brief.',
      veld: 'uiterlijk',
      detail: 'uiterlijk must lie after the day of the letter.',
      broken: (subject) => subject.input.uiterlijk <= dayOf(subject),
    },
    {
      reason: 'last_day_earlier',
      tekst: 'De aanvrager had meer tijd. Vul die dag in of een latere.',
      veld: 'uiterlijk',
      detail: 'uiterlijk must not lie before the last day that the aanvrager was told.',
      broken: (subject) => {
        const told = toldUntil(onDay(subject))
        return told !== null && subject.input.uiterlijk < told
      },
    },
    {
      reason: 'formulier_elsewhere',
      tekst: 'Een formulier staat niet op een adres van de gemeente. Kies een ander formulier.',
      veld: 'formulier0',
      detail: 'formulier must be a page on a host that the municipality uses for its forms.',
      broken: ({ input, formulierhosts }) =>
        input.aanvullingen.some(
          ({ formulier }) => formulier !== undefined && !isFormulierOfGemeente(formulier, formulierhosts),
        ),
    },
  ],
  next: (subject) => {
    const { zaak, zaaktype, input } = subject
    const { op: gebeurdOp, uiterlijk: opgeschortTot } = input
    if (toldUntil(onDay(subject)) !== null) return { opgeschortTot, gebeurdOp }
    return {
      ...(isAsked(subject) && resumed(zaak, zaaktype, dayOf(subject))),
      opschorting: 'aanvulling',
      opgeschortOp: stilNa(zaak, dayOf(subject)),
      opgeschortTot,
      gebeurdOp,
    }
  },
  also: ({ aanvullingen }) => ({
    statement: STATEMENT,
    row: {
      aanvullingen: aanvullingen.map((aanvulling, index) => ({ id: v7(), volgnummer: index + 1, ...aanvulling })),
    },
  }),
  api: {
    segment: 'aanvullingsverzoeken',
    scope: 'zaken.aanvullen',
    schema: aanvullingsverzoekRequest,
    id: 'aanvullingVragen',
    name: 'Aanvullingsverzoek',
    summary: 'Request an aanvulling (Awb 4:5)',
    example: {
      versie: 2,
      op: '2026-11-25',
      uiterlijk: '2026-12-10',
      aanvullingen: [{ naam: 'Tekening van de achterkant' }],
    },
  },
} as const satisfies Act<InputOf<typeof aanvullingsverzoekRequest>>

export const requestAanvulling = performing(REQUEST_AANVULLING)
