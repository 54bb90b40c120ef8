import { z } from 'zod'
import { DWANGSOMGRONDEN } from '#lib/contract/zaak-resource.ts'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { euros } from '#lib/ui/text/amounts.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Dwangsom } from '../../../termijn/dwangsom.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, datumOfVandaag, keuze, toelichting, toelichtingForm } from '../velden.ts'
import { dwangsomVan } from './set-dwangsom.ts'

const texts = {
  uitleg: {
    bekend: (dagen: number, bedrag: string, uiterlijk: string) =>
      `De dwangsom is ${bedrag}, voor ${dagen === 1 ? '1 dag' : `${dagen} dagen`}. Stel die uiterlijk ${uiterlijk} vast (Awb 4:18).`,
    loopt: 'Hoe hoog de dwangsom wordt, is nog niet bekend. U kunt nu alleen besluiten dat u niets hoeft te betalen.',
    geen: 'Er is op tijd beslist na de ingebrekestelling. Er is geen dwangsom.',
    bezwaar: 'De aanvrager leest direct wat u besluit, en tot wanneer bezwaar kan.',
  },
  grond: 'Wat besluit u?',
  gronden: {
    te_vroeg: 'Geen dwangsom: te vroeg in gebreke gesteld (Awb 4:17 lid 3)',
    onredelijk_laat: 'Geen dwangsom: onredelijk laat in gebreke gesteld (Awb 4:17 lid 6 a)',
    geen_belanghebbende: 'Geen dwangsom: de aanvrager is geen belanghebbende (Awb 4:17 lid 6 b)',
    kennelijk_niet_ontvankelijk: 'Geen dwangsom: de aanvraag is kennelijk niet-ontvankelijk (Awb 4:17 lid 6 c)',
    kennelijk_ongegrond: 'Geen dwangsom: de aanvraag is kennelijk ongegrond (Awb 4:17 lid 6 c)',
  },
  betalen: (bedrag: string) => `De gemeente betaalt ${bedrag}`,
  bekendmakingsdatumHint: 'De dag waarop u dit besluit stuurt. De termijn voor bezwaar begint de dag erna.',
} as const

const { fout } = handelingen

/** The value of `grond` when the amount is owed. */
const BETALEN = 'betalen'

const dwangsomForm = toelichtingForm.extend({
  bekendmakingsdatum: datum,
  grond: z
    .enum([BETALEN, ...DWANGSOMGRONDEN], fout.kiesDwangsom)
    .transform((value) => (value === BETALEN ? undefined : value)),
})

export const SET_DWANGSOM_PAGE = {
  titel: 'Dwangsom vaststellen',
  groep: 'termijn',
  toets: 'r',
  knop: 'Dwangsom vaststellen',
  gedaan: 'Opgeslagen. Het besluit over de dwangsom is vastgelegd. De aanvrager ziet het direct.',
  form: dwangsomForm,
  uitleg: ({ zaak, today }) => {
    const owed = dwangsomVan(zaak, today) as Dwangsom
    const { bekend, loopt, geen, bezwaar } = texts.uitleg
    if (!owed.vaststellenUiterlijk) return [owed.volgendeDag === 0 ? geen : loopt, bezwaar]
    return [bekend(owed.dagen, euros(owed.bedrag), shortDate(owed.vaststellenUiterlijk)), bezwaar]
  },
  velden: ({ owed, today }) => [
    keuze('grond', texts.grond, [
      ...(owed?.vaststellenUiterlijk ? [{ value: BETALEN, label: texts.betalen(euros(owed.bedrag)) }] : []),
      ...optionsOf(texts.gronden),
    ]),
    datumOfVandaag(today, {
      name: 'bekendmakingsdatum',
      label: handelingen.bekendmakingsdatum,
      hint: texts.bekendmakingsdatumHint,
    }),
    toelichting,
  ],
} as const satisfies Handelingspagina
