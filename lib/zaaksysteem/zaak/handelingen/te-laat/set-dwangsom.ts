import { dwangsomRequest } from '#lib/contract/handeling-requests.ts'
import { type Dwangsom, dwangsomOf } from '../../../termijn/dwangsom.ts'
import { type BesluitAtVersie, bekendOp } from '../../wijziging/besluiten.ts'
import { BEKENDMAKING_TOO_FAR } from '../besluit/besluitdatums.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import type { Standing, Subject } from '../rules.ts'

type Vaststelling = InputOf<typeof dwangsomRequest>

type Late = {
  ingebrekegesteldOp: string | null
  /** the daily amount in euros in each of the three periods of two weeks */
  perDag: number[] | null
  einddatum: string | null
  /** all versions of its besluiten, oldest first */
  besluiten: readonly BesluitAtVersie[]
}

/**
 * Returns the dwangsom on a day; null without an ingebrekestelling. The first bekendmaking ends it, also when
 * that besluit was replaced, and so does closing without a besluit. A bekendmaking in the future ends it only
 * then.
 */
export function dwangsomVan(
  { ingebrekegesteldOp, perDag, besluiten, einddatum }: Late,
  today: string,
): Dwangsom | null {
  if (ingebrekegesteldOp === null || perDag === null) return null
  const end = bekendOp(besluiten) ?? einddatum
  return dwangsomOf({ ingebrekegesteldOp, perDag }, end !== null && end <= today ? end : null, today)
}

/**
 * Returns the amount in euros; 0 when a ground says that nothing is owed, `undefined` while it is not known.
 */
function bedragOf({ zaak, today, input }: Subject<Vaststelling>): number | undefined {
  const owed = dwangsomVan(zaak, today)
  if (input.grond) return 0
  return owed?.vaststellenUiterlijk ? owed.bedrag : undefined
}

/**
 * Dwangsom vaststellen (Awb 4:18): a besluit sets the amount owed for the late besluit, or says why nothing
 * is owed (4:17 lid 6; lid 3 when the ingebrekestelling came too early). A wrong one can be set again.
 */
export const SET_DWANGSOM = {
  soort: 'dwangsom_vastgesteld',
  auditnaam: 'dwangsom_vaststellen',
  recht: 'behandelen',
  needs: [
    {
      reason: 'not_in_default',
      tekst: 'Er is geen ingebrekestelling vastgelegd.',
      detail: 'No ingebrekestelling was recorded.',
      broken: ({ zaak }: Standing) => zaak.ingebrekegesteldOp === null,
    },
    {
      reason: 'no_dwangsom',
      tekst: 'Bij dit zaaktype kost een te laat besluit geen dwangsom.',
      detail: 'A late besluit of this zaaktype costs no dwangsom: see `geenDwangsom` of the zaaktype.',
      broken: ({ zaaktype }: Standing) => Boolean(zaaktype.geenDwangsom),
    },
  ],
  rules: [
    {
      reason: 'dwangsom_unknown',
      tekst:
        'Er is geen dwangsom, of die loopt nog op. Kies waarom u niets betaalt, of wacht tot het bedrag bekend is.',
      veld: 'grond',
      detail:
        'The amount is unknown while it still grows, and nothing is owed if the besluit was in time: give a grond.',
      broken: (subject) => bedragOf(subject) === undefined,
    },
    {
      reason: 'dwangsom_before_ingebrekestelling',
      tekst: 'Deze dag ligt vóór de ingebrekestelling. Vul een latere dag in.',
      veld: 'bekendmakingsdatum',
      detail: 'bekendmakingsdatum must not lie before the day on which the ingebrekestelling came.',
      broken: ({ zaak, input }) => input.bekendmakingsdatum < (zaak.ingebrekegesteldOp ?? ''),
    },
    BEKENDMAKING_TOO_FAR,
  ],
  next: (subject) => ({
    dwangsomBekendOp: subject.input.bekendmakingsdatum,
    dwangsomBedrag: bedragOf(subject) as number,
    dwangsomGrond: subject.input.grond ?? null,
  }),
  api: {
    segment: 'dwangsommen',
    scope: 'zaken.ingebrekestellen',
    schema: dwangsomRequest,
    id: 'dwangsomVaststellen',
    name: 'Dwangsom',
    summary: 'Set the dwangsom by besluit (Awb 4:18)',
    example: { versie: 5, bekendmakingsdatum: '2027-01-18' },
  },
} as const satisfies Act<Vaststelling>

export const setDwangsom = performing(SET_DWANGSOM)
