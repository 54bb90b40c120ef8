import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { ZaakDetail } from '../../detail/find-zaak-detail.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, toelichting, toelichtingForm } from '../velden.ts'

const texts = {
  uitleg: [
    'Schrijf in de bekendmaking dat het besluit van rechtswege is verleend.',
    'Sluit de zaak daarna af. Kies hetzelfde resultaat, en dat er geen nieuw besluit is.',
  ],
} as const

const bekendmakenForm = toelichtingForm.extend({ bekendmakingsdatum: datum })

/** The decision by operation of law, and the last day of its bekendmaking. */
export function vanRechtswegeOf({ resource: { vanRechtswege } }: ZaakDetail): string {
  const { datum = '', ingangsdatum = '', bekendmakenUiterlijk = '' } = vanRechtswege ?? {}
  return handelingen.vanRechtswege(shortDate(datum), shortDate(ingangsdatum), shortDate(bekendmakenUiterlijk))
}

export const MAKE_BESLUIT_KNOWN_PAGE = {
  titel: 'Van rechtswege verleend: bekendmaken',
  toets: 'p',
  knop: 'Bekendmaking vastleggen',
  gedaan: 'Opgeslagen. Het besluit is bekendgemaakt. De aanvrager ziet tot wanneer bezwaar kan.',
  form: bekendmakenForm,
  uitleg: ({ zaak }) => [vanRechtswegeOf(zaak), ...texts.uitleg],
  velden: () => [{ soort: 'datum', ...labelled(handelingen, 'bekendmakingsdatum') }, toelichting],
} as const satisfies Handelingspagina
