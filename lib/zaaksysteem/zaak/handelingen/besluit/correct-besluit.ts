import { z } from 'zod'
import { besluitcorrectieRequest } from '#lib/contract/handeling-requests.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { type Besluit, takenBack } from '../../wijziging/besluiten.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { REASON_REQUIRED, type Subject } from '../rules.ts'
import { besluitdatums, confirmed, toelichtingForm, waarom, welkBesluit } from '../velden.ts'
import { BESLUIT_UNKNOWN, type Besluitdatums, besluitOf, datumRules, NO_BESLUIT, vanKracht } from './besluitdatums.ts'
import { NOT_MADE_KNOWN } from './given-by-law.ts'

type Correction = InputOf<typeof besluitcorrectieRequest>

/** Returns the corrected besluit. Dates equal to the old bekendmakingsdatum move with it. */
function corrected(subject: Subject<Correction>): Besluit | undefined {
  const besluit = besluitOf(subject)
  if (!besluit) return undefined
  const { versie: _, ...was } = besluit
  const { besluitdatum: datum = was.datum, bekendmakingsdatum = was.bekendmakingsdatum, vervaldatum } = subject.input
  const moves = (date: string | null) => (date === was.bekendmakingsdatum ? bekendmakingsdatum : date)
  return {
    ...was,
    datum,
    bekendmakingsdatum,
    terinzagedatum: was.terinzagedatum && (subject.input.terinzagedatum ?? moves(was.terinzagedatum)),
    ingangsdatum: subject.input.ingangsdatum ?? (moves(was.ingangsdatum) as string),
    ...(vervaldatum && { vervaldatum, vervalreden: 'tijdelijk' }),
  }
}

const DATUMS = ['datum', 'bekendmakingsdatum', 'terinzagedatum', 'ingangsdatum', 'vervaldatum'] as const

/** Returns the changes that remove the besluit from this zaak and restore the besluit that it replaced. */
function withoutBesluit({ zaak: { besluiten }, input }: Subject<Correction>): Besluit[] {
  const made = besluiten.find(({ id }) => id === input.besluit)
  const undone = made ? takenBack(besluiten, made.versie) : []
  return undone.toSorted((one, other) => Number(other.id === input.besluit) - Number(one.id === input.besluit))
}

/** True when a closed zaak would be left without a besluit of its resultaat. */
function leavesNone(subject: Subject<Correction>): boolean {
  const { zaak } = subject
  if (zaak.einddatum === null) return false
  const versie = zaak.versie + 1
  const after = [...zaak.besluiten, ...withoutBesluit(subject).map((besluit) => ({ ...besluit, versie }))]
  return !vanKracht(after).some(({ besluittype }) => besluittype === zaak.resultaat)
}

function isSame(subject: Subject<Correction>): boolean {
  const [was, becomes] = [besluitOf(subject), corrected(subject)]
  return DATUMS.every((name) => was?.[name] === becomes?.[name])
}

/**
 * Besluit corrigeren: a date was wrong, or the besluit was meant for another zaak. In that case nothing was
 * decided here, so the term never ended and a dwangsom continues. The citizen reads the reason.
 */
export const CORRECT_BESLUIT = {
  soort: 'besluit_gecorrigeerd',
  auditnaam: 'besluit_corrigeren',
  recht: 'behandelen',
  needs: [NO_BESLUIT, NOT_MADE_KNOWN],
  rules: [
    BESLUIT_UNKNOWN,
    {
      reason: 'nothing_different',
      tekst: 'Het besluit heeft deze datums al. Wijzig een datum.',
      veld: 'bekendmakingsdatum',
      detail: 'The besluit has these dates already.',
      broken: (subject) => besluitOf(subject) !== undefined && !subject.input.vergissing && isSame(subject),
    },
    {
      reason: 'vergissing_with_dates',
      tekst: 'Hoort het besluit bij een andere zaak? Laat de datums dan zoals ze waren.',
      veld: 'vergissing',
      detail: 'With vergissing the besluit does not count: omit its dates, or leave them unchanged.',
      pointer: '/vergissing',
      broken: (subject) => besluitOf(subject) !== undefined && Boolean(subject.input.vergissing) && !isSame(subject),
    },
    {
      reason: 'closed_with_besluit',
      tekst: 'De zaak is afgehandeld met dit besluit. Heropen eerst de zaak.',
      veld: 'vergissing',
      detail: 'The zaak is closed with this besluit: reopen it first (POST /zaken/{uuid}/heropeningen).',
      status: 409,
      broken: (subject) => Boolean(subject.input.vergissing) && leavesNone(subject),
    },
    REASON_REQUIRED,
    ...datumRules((subject: Subject<Correction>): Besluitdatums | undefined => {
      const besluit = subject.input.vergissing ? undefined : corrected(subject)
      return besluit?.bekendmakingsdatum ? { ...besluit, bekendmakingsdatum: besluit.bekendmakingsdatum } : undefined
    }),
  ],
  next: (subject) => ({
    besluiten: subject.input.vergissing ? withoutBesluit(subject) : [corrected(subject) as Besluit],
  }),
  api: {
    segment: 'besluitcorrecties',
    scope: 'zaken.besluiten',
    schema: besluitcorrectieRequest,
    id: 'besluitCorrigeren',
    name: 'Besluitcorrectie',
    summary: 'Correct a wrongly recorded besluit',
    example: {
      versie: 4,
      besluit: '0199a3f4-2a5b-7c6d-8e9f-1a2b3c4d5e6f',
      bekendmakingsdatum: '2026-11-27',
      statustoelichting: 'Wij stuurden het besluit een dag later.',
    },
  },
} as const satisfies Act<Correction>

export const correctBesluit = performing(CORRECT_BESLUIT)

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
  groep: 'besluit',
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
