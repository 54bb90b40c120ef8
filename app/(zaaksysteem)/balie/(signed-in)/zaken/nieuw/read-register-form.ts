import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { registreren } from '#lib/ui/texts/balie/registreren.ts'
import type { Aanvraag, RegisterRefusal } from '#lib/zaaksysteem/zaak/registratie/check-aanvraag.ts'
import type { Entered } from './form-state.ts'

const { fout } = registreren

const ERRORS: Record<RegisterRefusal, FieldError<keyof Entered>> = {
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
  startdatum_invalid: { name: 'startdatum', text: fout.geenDatum },
  startdatum_in_future: { name: 'startdatum', text: fout.inToekomst },
  startdatum_too_early: { name: 'startdatum', text: fout.teVroeg },
  team_unknown: { name: 'team', text: fout.team },
  team_not_permitted: { name: 'team', text: fout.teamMagNiet },
  behandelaar_not_permitted: { name: 'behandelaar', text: fout.behandelaarMagNiet },
  not_coordinator: { name: 'behandelaar', text: fout.geenCoordinator },
  behandelaar_unknown: { name: 'behandelaar', text: fout.behandelaar },
}

/** One problem for each field, in the order of the fields. */
export function errorsOf(broken: RegisterRefusal[]): FieldError<keyof Entered>[] {
  const errors = broken.map((reason) => ERRORS[reason])
  return errors.filter(({ name }, index) => errors.findIndex((error) => error.name === name) === index)
}

export function readRegisterForm(formData: FormData): Entered {
  const text = (name: keyof Entered) => {
    const value = formData.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    kenmerk: text('kenmerk'),
    zaaktype: text('zaaktype'),
    omschrijving: text('omschrijving'),
    soort: text('soort') === 'bedrijf' ? 'bedrijf' : 'burger',
    naam: text('naam'),
    bsn: text('bsn'),
    kvk: text('kvk'),
    vestiging: text('vestiging'),
    startdatum: text('startdatum'),
    team: text('team'),
    vertrouwelijk: text('vertrouwelijk') === 'ja' ? 'ja' : '',
    behandelaar: text('behandelaar'),
  }
}

/** Numbers are often written in groups: `9999.90.342`, `6959 9084`. */
const withoutGroups = (number: string) => number.replaceAll(/[\s.]/g, '')

/** @param behandelaars whom the zaak can be given to; another one counts as unknown */
export function toAanvraag(entered: Entered, behandelaars: readonly Option[]): Aanvraag {
  const { zaaktype, omschrijving, naam, startdatum, team, vertrouwelijk, behandelaar } = entered
  const id = behandelaars.some(({ value }) => value === behandelaar) ? behandelaar : 'onbekend'
  return {
    zaaktype,
    omschrijving,
    aanvrager: { naam, ...numbersOf(entered) },
    startdatum,
    team: team || undefined,
    vertrouwelijk: vertrouwelijk === 'ja',
    behandelaar: behandelaar ? { id } : undefined,
  }
}

function numbersOf({ soort, bsn, kvk, vestiging }: Entered): Omit<Aanvraag['aanvrager'], 'naam'> {
  if (soort === 'burger') return { bsn: withoutGroups(bsn) }
  const vestigingsnummer = withoutGroups(vestiging)
  return { kvkNummer: withoutGroups(kvk), ...(vestigingsnummer && { vestigingsnummer }) }
}
