import type { Tussentijds } from '#lib/zaaksysteem/zaak/find-zaak-at-versie.ts'

export type Entered = { statustype?: string; resultaat?: string; toelichting?: string }

export type FieldError = { name: keyof Entered; text: string }

/** What saving led to. `versie` is the zaak's versie that whoever saved now knows of; `poging` counts the answers. */
export type FormState = { poging: number } & (
  | { soort: 'begin' }
  | { soort: 'opgeslagen'; versie: number }
  | { soort: 'ongeldig'; versie: number; fouten: FieldError[]; ingevuld: Entered }
  | { soort: 'conflict'; versie: number; sindsdien: Tussentijds[]; ingevuld: Entered }
)

export type SaveAction = (vorige: FormState, formData: FormData) => Promise<FormState>

export const INITIAL: FormState = { soort: 'begin', poging: 0 }

export function enteredOf(uitslag: FormState): Entered {
  return 'ingevuld' in uitslag ? uitslag.ingevuld : {}
}

export function errorsOf(uitslag: FormState): FieldError[] {
  return uitslag.soort === 'ongeldig' ? uitslag.fouten : []
}
