import { z } from 'zod'
import { eventType } from '#lib/contract/abonnement-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { list } from '#lib/ui/form/fields.ts'
import type { Option } from '#lib/ui/form/labels.ts'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { API_SCOPES, type ApiScope } from '#lib/zaaksysteem/env.ts'

const { fout } = apiClients

const MAX_NAAM = 60
const LONGEST = 'P2Y'
const USUAL = 'P1Y'

const choice = z.string().regex(/^[\w-]{1,80}$/, fout.keuze)

/** A date; the token expires at its start. */
const verlooptOp = (now: Date) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: fout.datum, abort: true })
    .refine((date) => date > dateInAmsterdam(now), fout.datumVroeg)
    .refine((date) => date <= addToDate(dateInAmsterdam(now), LONGEST), fout.datumLaat)
    .transform((date, context) => {
      const instant = parseDatetimeLocal(`${date}T00:00`)
      if (instant) return instant
      context.addIssue(fout.datum)
      return z.NEVER
    })

const rights = (now: Date) => ({
  contact: z.email(fout.contact).max(254, fout.contact),
  scopes: list(
    z
      .array(z.enum(API_SCOPES, fout.keuze))
      .min(1, fout.scopes)
      .refine((scopes) => !scopes.includes('zaken.bsn.lezen') || scopes.includes('zaken.lezen'), fout.scopesBsn),
  ),
  zaaktypen: list(z.array(choice)),
  types: list(z.array(z.string().refine((value) => eventType.safeParse(value).success, fout.keuze))),
  verlooptOp: verlooptOp(now),
})

export const changeForm = (now: Date) => z.object(rights(now))

export const createForm = (now: Date) =>
  z.object({
    naam: z
      .string()
      .max(MAX_NAAM, fout.naamLang)
      .regex(/^[a-z0-9][a-z0-9-]*$/, fout.naam),
    ...rights(now),
  })

/** The initial values of the form for a new client. */
export const emptyForm = (now: Date) => ({ verlooptOp: addToDate(dateInAmsterdam(now), USUAL) })

export const SCOPE_OPTIONS: readonly Option[] = API_SCOPES.map((value) => ({ value, label: apiClients.scope[value] }))

/** Lists the scopes by their names at the desk. */
export function scopesInWords(scopes: readonly ApiScope[]): string {
  return scopes.map((scope) => apiClients.scope[scope]).join(', ')
}
