import { z } from 'zod'
import { verlengingRequest } from '#lib/contract/handeling-requests.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { laatsteDagVerlengen, laterBy, maxVerlenging } from '../../../termijn/beslistermijn.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, dayOf, onDay, REASON_REQUIRED, SENT, type Standing, TERM_PASSED } from '../rules.ts'
import { toelichtingForm, verzonden, verzondenOp, waarom } from '../velden.ts'

const ONTWERP_LAID = {
  reason: 'ontwerp_laid',
  tekst: 'Het ontwerp ligt al ter inzage. Verlengen kan alleen daarvoor (Awb 3:18 lid 2).',
  veld: 'op',
  detail: 'A zaak can be extended only before its draft is laid ter inzage (Awb 3:18 lid 2).',
} as const

/** True when an ontwerp is laid ter inzage before the besluit (Awb 3.4). */
const hasOntwerp = ({ zaaktype }: Standing) => zaaktype.statustypen.some(({ minstens }) => minstens)

/**
 * Verlengen: extends both dates, once, at most by the verlengingstermijn of the zaaktype. The aanvrager must
 * have been told before the fatale datum passed, and with an ontwerp within eight weeks. A letter from before
 * that can be recorded later, which cancels a verlening van rechtswege in between.
 */
export const EXTEND_ZAAK = {
  soort: 'verlenging',
  auditnaam: 'zaak_verlengen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      reason: 'not_extendable',
      tekst: 'Bij dit zaaktype kan de termijn niet worden verlengd.',
      detail: 'The zaaktype allows no extension.',
      broken: ({ zaaktype }) => zaaktype.verlengingstermijn === null,
    },
    {
      reason: 'extended_already',
      tekst: 'De termijn is al een keer verlengd. Dat mag maar één keer.',
      detail: 'A zaak can be extended once.',
      broken: ({ zaak }) => zaak.verlengd,
    },
    // without zienswijzen the term is that of Awb 3:18 lid 4, which cannot be extended
    {
      ...ONTWERP_LAID,
      broken: ({ zaak: { ontwerpdatum, zienswijzen, startdatum } }) =>
        zienswijzen === false || (ontwerpdatum !== null && ontwerpdatum <= startdatum),
    },
  ],
  rules: [
    ...SENT,
    { ...TERM_PASSED, status: 409, broken: (subject) => TERM_PASSED.broken(onDay(subject)) },
    {
      reason: 'extension_too_late',
      tekst: 'Bij een ontwerpbesluit kan verlengen alleen binnen acht weken na de ontvangst (Awb 3:18 lid 2).',
      veld: 'op',
      detail:
        'A zaak with a draft can be extended only within eight weeks after the aanvraag was received (Awb 3:18 lid 2).',
      status: 409,
      broken: (subject) => hasOntwerp(subject) && dayOf(subject) > laatsteDagVerlengen(subject.zaak.startdatum),
    },
    {
      ...ONTWERP_LAID,
      status: 409,
      broken: (subject) => subject.zaak.ontwerpdatum !== null && dayOf(subject) >= subject.zaak.ontwerpdatum,
    },
    {
      reason: 'too_long',
      tekst: 'Zo lang mag u niet verlengen. Vul minder dagen in.',
      veld: 'dagen',
      detail: 'dagen exceeds the maximum of the zaaktype.',
      broken: ({ zaaktype, zaak, input }) =>
        zaaktype.verlengingstermijn !== null && input.dagen > maxVerlenging(zaak, zaaktype),
    },
    REASON_REQUIRED,
  ],
  next: ({ zaak, zaaktype, input }) => {
    const verlengd = { ...zaak, verlengd: true }
    return { ...laterBy(input.dagen, verlengd, zaaktype), verlengd: true, gebeurdOp: input.op }
  },
  api: {
    segment: 'verlengingen',
    scope: 'zaken.verlengen',
    schema: verlengingRequest,
    id: 'zaakVerlengen',
    name: 'Verlenging',
    summary: 'Extend the legal term once',
    example: { versie: 2, op: '2026-11-24', dagen: 42, statustoelichting: 'Wij wachten op een advies.' },
  },
} as const satisfies Act<InputOf<typeof verlengingRequest>>

export const extendZaak = performing(EXTEND_ZAAK)

const texts = {
  uitleg: (fataal: string, max: number, grondslag: string) =>
    `De fatale datum is nu ${fataal}. U mag één keer verlengen, met hoogstens ${max} dagen (${grondslag}).`,
  dagen: 'Aantal dagen',
  dagenHint: (max: number) => `Hoogstens ${max}.`,
} as const

const { fout } = handelingen

const verlengenForm = toelichtingForm.extend({
  ...verzonden,
  dagen: z.coerce.number(fout.geenAantal).pipe(z.int32(fout.geenAantal).positive(fout.geenAantal)),
})

export const EXTEND_ZAAK_PAGE = {
  titel: 'Termijn verlengen',
  groep: 'termijn',
  toets: 'v',
  knop: 'Termijn verlengen',
  gedaan: 'Opgeslagen. De termijn is verlengd. De aanvrager ziet de nieuwe datum direct.',
  form: verlengenForm,
  uitleg: ({ zaak }) => {
    const { uiterlijkeEinddatum, zaaktype } = zaak
    const { grondslag = '' } = zaaktype.verlengingstermijn ?? {}
    return [texts.uitleg(shortDate(uiterlijkeEinddatum), maxVerlenging(zaak, zaaktype), grondslag)]
  },
  velden: ({ maxVerlenging, today }) => [
    verzondenOp(today),
    { soort: 'aantal', name: 'dagen', label: texts.dagen, hint: texts.dagenHint(maxVerlenging) },
    waarom,
  ],
} as const satisfies Handelingspagina
