/** A value that a field offers, with its label. */
export type Option = { value: string; label: string }

export function optionsOf(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** Returns the options of a filter, preceded by the option that filters nothing. */
export function withAll(label: string, options: readonly Option[]): Option[] {
  return [{ value: '', label }, ...options]
}

/** Options for items with a code and a bilingual name, such as a resultaattype. */
export function codeOptions(all: readonly { code: string; omschrijving: { nl: string } }[]): Option[] {
  return all.map(({ code, omschrijving }) => ({ value: code, label: omschrijving.nl }))
}

/** Options for items with an id and a name, such as a behandelaar. */
export function namedOptions(all: readonly { id: string; naam: string }[]): Option[] {
  return all.map(({ id, naam }) => ({ value: id, label: naam }))
}

/** Texts of a form: the label of a field by its name, and its optional hint as `naamHint`. */
export type Labels<Name extends string> = Record<Name, string> & { [hint in `${Name}Hint`]?: string }

export type Labelled = { name: string; label: string; hint?: string | undefined }

/** Returns the texts of a form about one field. */
export function labelled<Name extends string>(texts: Labels<NoInfer<Name>>, name: Name): Labelled {
  const all: Record<string, string | undefined> = texts
  return { name, label: texts[name], hint: all[`${name}Hint`] }
}

/** The usual date of a field, which is never prefilled. */
export type Gebruikelijk = { tekst: string; datum: string }

type Single = Labelled & { optional?: boolean }

/** Fields that apply only while the field `name` has one of these values. */
type Bij = { soort: 'bij'; name: string; waarden: string[]; velden: Veld[] }

/** The description of a form field, serialisable for the browser. */
export type Veld =
  | (Single & { soort: 'datum'; value?: string; gebruikelijk?: Gebruikelijk })
  | (Single & { soort: 'aantal' | 'regel'; value?: string | number })
  | (Single & { soort: 'lang'; value?: string; rows?: number })
  | { soort: 'keuze'; name: string; label: string; options: { value: string; label: string }[]; value?: string }
  | { soort: 'kaarten'; name: string; legend: string; cards: { value: string; title: string; description?: string }[] }
  | { soort: 'vinkjes'; name: string; legend: string; options: { value: string; label: string }[] }
  | { soort: 'vinkje'; name: string; label: string; value: boolean }
  | { soort: 'groep'; legend: string; velden: Veld[]; isOpen?: boolean }
  | Bij
