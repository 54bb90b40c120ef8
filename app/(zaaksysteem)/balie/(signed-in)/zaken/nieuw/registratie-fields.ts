import { z } from 'zod'
import { withoutGroups } from '#lib/ui/form/fields.ts'
import type { FieldError } from '#lib/ui/form/form-state.ts'
import type { Option } from '#lib/ui/form/labels.ts'
import { onePerField } from '#lib/ui/form/read-form.ts'
import {
  type Aanvraag,
  REGISTRATION_RULES,
  type RegisterRefusal,
} from '#lib/zaaksysteem/zaak/registratie/check-aanvraag.ts'

const ERRORS = Object.fromEntries(
  REGISTRATION_RULES.map(({ reason, veld, tekst }): [string, FieldError] => [reason, { name: veld, text: tekst }]),
) as Record<RegisterRefusal, FieldError>

/** At most one error per field, in the order of the fields. */
export const errorsOf = (broken: RegisterRefusal[]): FieldError[] => onePerField(broken.map((reason) => ERRORS[reason]))

const soort = z.enum(['burger', 'bedrijf']).catch('burger')
const text = z.string().default('')

export const registerForm = z.object({
  kenmerk: z.uuid(),
  zaaktype: text,
  omschrijving: text,
  soort,
  naam: text,
  bsn: text,
  kvk: text,
  vestiging: text,
  adres: text,
  telefoonnummer: text,
  startdatum: text,
  team: text,
  vertrouwelijk: z.literal('ja').optional().catch(undefined),
  behandelaar: text,
})

type Fields = z.infer<typeof registerForm>

/** @param behandelaars the behandelaars on offer; any other counts as unknown */
export function toAanvraag(fields: Fields, behandelaars: readonly Option[]): Aanvraag {
  const { zaaktype, omschrijving, naam, adres, telefoonnummer, startdatum, team, vertrouwelijk, behandelaar } = fields
  const id = behandelaars.some(({ value }) => value === behandelaar) ? behandelaar : 'onbekend'
  return {
    zaaktype,
    omschrijving,
    aanvrager: { naam, ...numbersOf(fields), ...(adres && { adres }), ...(telefoonnummer && { telefoonnummer }) },
    startdatum,
    team: team || undefined,
    vertrouwelijk: vertrouwelijk === 'ja',
    behandelaar: behandelaar ? { id } : undefined,
  }
}

function numbersOf({ soort, bsn, kvk, vestiging }: Fields): Omit<Aanvraag['aanvrager'], 'naam'> {
  if (soort === 'burger') return { bsn: withoutGroups(bsn) }
  const vestigingsnummer = withoutGroups(vestiging)
  return { kvkNummer: withoutGroups(kvk), ...(vestigingsnummer && { vestigingsnummer }) }
}
