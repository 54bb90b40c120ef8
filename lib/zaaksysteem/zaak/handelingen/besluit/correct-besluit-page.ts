import { z } from 'zod'
import type { Veld } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { besluitdatums, confirmed, toelichtingForm, waarom, welkBesluit } from '../velden.ts'

const texts = {
  uitleg: [
    'Voor een datum die verkeerd is opgeschreven. Het besluit zelf blijft hetzelfde. De aanvrager ziet de goede datums en uw uitleg.',
    'De laatste dag voor bezwaar of beroep schuift mee.',
    'Hoort het besluit bij een andere zaak? Kruis dat dan aan. Op deze zaak is dan niet beslist: de termijn en een dwangsom lopen door.',
  ],
  vergissing: 'Dit besluit hoort bij een andere zaak',
  leeg: 'Leeg: blijft zoals het is.',
} as const

const { fout } = handelingen

const besluit = z.uuid(fout.kiesBesluit)

const besluitcorrectieForm = toelichtingForm.extend({ besluit, ...besluitdatums, vergissing: confirmed })

type Datumnaam = 'besluitdatum' | 'bekendmakingsdatum' | 'terinzagedatum' | 'ingangsdatum' | 'vervaldatum'

export const CORRECT_BESLUIT_PAGE = {
  titel: 'Besluit corrigeren',
  toets: 'd',
  knop: 'Besluit corrigeren',
  gedaan: 'Opgeslagen. Het besluit is gecorrigeerd. De aanvrager ziet de goede datums direct.',
  form: besluitcorrectieForm,
  uitleg: () => texts.uitleg,
  velden: (context) => {
    const { besluiten } = context
    // with several besluiten the form does not know yet which one
    const only = besluiten.length === 1 ? besluiten[0] : undefined
    const veld = (name: Datumnaam, date: string | null | undefined, hint: string = texts.leeg): Veld => {
      const value = date ?? ''
      return { soort: 'datum', name, label: handelingen[name], value, optional: true, hint: value ? undefined : hint }
    }
    // a date that began with the bekendmaking moves with it
    const apart = (date: string | null | undefined) => (date === only?.bekendmakingsdatum ? undefined : date)
    return [
      welkBesluit(context),
      veld('besluitdatum', only?.datum),
      veld('bekendmakingsdatum', only?.bekendmakingsdatum),
      ...(besluiten.some(({ terinzagedatum }) => terinzagedatum !== null)
        ? [veld('terinzagedatum', apart(only?.terinzagedatum), only && handelingen.terinzagedatumHint)]
        : []),
      veld('ingangsdatum', apart(only?.ingangsdatum), only && handelingen.ingangsdatumHint),
      veld('vervaldatum', only?.vervaldatum),
      { soort: 'vinkje', name: 'vergissing', label: texts.vergissing, value: false },
      waarom,
    ]
  },
} as const satisfies Handelingspagina
