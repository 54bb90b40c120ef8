import { z } from 'zod'
import { versie } from '#lib/ui/form/fields.ts'
import { HANDELINGSPADEN, type Handelingspad, pageOf } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { statusForm } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { toelichtingForm } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'

/** The acts of a behandelaar; these two are on the page of the zaak itself. */
const ON_ZAAK = { status: statusForm, heropenen: toelichtingForm } as const
export type Formnaam = keyof typeof ON_ZAAK | Handelingspad

export function formOf(naam: Formnaam): z.ZodType<Record<string, unknown>> {
  const form: z.ZodType = naam === 'status' || naam === 'heropenen' ? ON_ZAAK[naam] : pageOf(naam).form
  return form as z.ZodType<Record<string, unknown>>
}

/** The hidden fields of every act. */
export const hiddenFields = z.object({
  handeling: z.enum(['status', 'heropenen', ...HANDELINGSPADEN]),
  zaakId: z.uuid(),
  versie,
  bekendmakingLater: z.string().optional(),
  hersteltermijnKort: z.string().optional(),
  terug: z.string().optional(),
})
