import { z } from 'zod'
import { withoutGroups } from '#lib/ui/form/fields.ts'
import type { FieldError } from '#lib/ui/form/form-state.ts'
import type { Option } from '#lib/ui/form/labels.ts'
import { onePerField } from '#lib/ui/form/read-form.ts'
import { registreren } from '#lib/ui/texts/balie/registreren.ts'
import type { Aanvraag, RegisterRefusal } from '#lib/zaaksysteem/zaak/registratie/check-aanvraag.ts'

const { fout } = registreren

const ERRORS: Record<RegisterRefusal, FieldError> = {
  zaaktype_unknown: { name: 'zaaktype', text: fout.zaaktype },
  omschrijving_missing: { name: 'omschrijving', text: fout.omschrijvingLeeg },
  omschrijving_too_long: { name: 'omschrijving', text: fout.omschrijvingLang },
  omschrijving_characters: { name: 'omschrijving', text: fout.omschrijvingTekens },
  aanvrager_not_one: { name: 'soort', text: fout.soort },
  bsn_invalid: { name: 'bsn', text: fout.bsn },
  kvk_invalid: { name: 'kvk', text: fout.kvk },
  vestiging_invalid: { name: 'vestiging', text: fout.vestiging },
  naam_missing: { name: 'naam', text: fout.naamLeeg },
  naam_too_long: { name: 'naam', text: fout.naamLang },
  naam_characters: { name: 'naam', text: fout.naamTekens },
  adres_too_long: { name: 'adres', text: fout.adresLang },
  adres_lines: { name: 'adres', text: fout.adresRegels },
  telefoonnummer_invalid: { name: 'telefoonnummer', text: fout.telefoonnummer },
  startdatum_invalid: { name: 'startdatum', text: fout.geenDatum },
  startdatum_in_future: { name: 'startdatum', text: fout.inToekomst },
  startdatum_too_early: { name: 'startdatum', text: fout.teVroeg },
  team_unknown: { name: 'team', text: fout.team },
  team_not_permitted: { name: 'team', text: fout.teamMagNiet },
  behandelaar_not_permitted: { name: 'behandelaar', text: fout.behandelaarMagNiet },
  not_coordinator: { name: 'behandelaar', text: fout.geenCoordinator },
  behandelaar_unknown: { name: 'behandelaar', text: fout.behandelaar },
}

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
