import { bekendmakingRequest } from '#lib/contract/handeling-requests.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Besluit, BesluitAtVersie } from '../../wijziging/besluiten.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { datum, datumOfVandaag, toelichting, toelichtingForm } from '../velden.ts'
import { BEKENDMAKING_BEFORE_BESLUIT, BEKENDMAKING_TOO_FAR, nogBekendTeMaken } from './besluitdatums.ts'

/**
 * Besluit bekendmaken (Awb 4:20c): tells the aanvrager about a verlening van rechtswege. The term for
 * bezwaar begins on the day after.
 */
export const MAKE_BESLUIT_KNOWN = {
  soort: 'besluit_bekendgemaakt',
  auditnaam: 'besluit_bekendmaken',
  recht: 'behandelen',
  needs: [
    {
      reason: 'nothing_to_make_known',
      tekst: 'Er is geen besluit dat u nog bekend moet maken.',
      detail: 'The zaak has no besluit that must still be made known.',
      broken: ({ zaak }) => !nogBekendTeMaken(zaak.besluiten),
    },
  ],
  rules: [
    {
      ...BEKENDMAKING_BEFORE_BESLUIT,
      broken: ({ zaak, input }) => input.bekendmakingsdatum < (nogBekendTeMaken(zaak.besluiten)?.datum ?? ''),
    },
    BEKENDMAKING_TOO_FAR,
  ],
  next: ({ zaak, input: { bekendmakingsdatum } }) => {
    const { versie: _, ...besluit } = nogBekendTeMaken(zaak.besluiten) as BesluitAtVersie
    return { besluiten: [{ ...besluit, bekendmakingsdatum } satisfies Besluit] }
  },
  api: {
    segment: 'bekendmakingen',
    scope: 'zaken.besluiten',
    schema: bekendmakingRequest,
    id: 'besluitBekendmaken',
    name: 'Bekendmaking',
    summary: 'Record the bekendmaking of a besluit van rechtswege',
    example: { versie: 4, bekendmakingsdatum: '2026-12-01' },
  },
} as const satisfies Act<InputOf<typeof bekendmakingRequest>>

export const makeBesluitKnown = performing(MAKE_BESLUIT_KNOWN)

const texts = {
  uitleg: [
    'Schrijf in de bekendmaking dat het besluit van rechtswege is verleend.',
    'Sluit de zaak daarna af. Kies hetzelfde resultaat, en dat er geen nieuw besluit is.',
  ],
} as const

const bekendmakenForm = toelichtingForm.extend({ bekendmakingsdatum: datum })

type Verlening = { datum: string; ingangsdatum: string; bekendmakenUiterlijk: string }

/** The decision by operation of law, and the last day of its bekendmaking. */
export function vanRechtswegeText({ datum, ingangsdatum, bekendmakenUiterlijk }: Verlening): string {
  return handelingen.vanRechtswege(shortDate(datum), shortDate(ingangsdatum), shortDate(bekendmakenUiterlijk))
}

export const MAKE_BESLUIT_KNOWN_PAGE = {
  titel: 'Van rechtswege verleend: bekendmaken',
  groep: 'besluit',
  toets: 'p',
  knop: 'Bekendmaking vastleggen',
  gedaan: 'Opgeslagen. Het besluit is bekendgemaakt. De aanvrager ziet tot wanneer bezwaar kan.',
  form: bekendmakenForm,
  uitleg: ({ zaak: { resource } }) => [
    ...(resource.vanRechtswege ? [vanRechtswegeText(resource.vanRechtswege)] : []),
    ...texts.uitleg,
  ],
  velden: ({ today }) => [datumOfVandaag(today, labelled(handelingen, 'bekendmakingsdatum')), toelichting],
} as const satisfies Handelingspagina
