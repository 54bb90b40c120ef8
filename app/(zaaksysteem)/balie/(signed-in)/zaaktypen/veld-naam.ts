import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { partsOf } from './duur.ts'

const GROEPEN: Record<string, (naam: string) => string> = {
  statustypen: texts.status,
  resultaattypen: texts.resultaat,
  opschortingsredenen: texts.reden,
  informatieobjecttypen: texts.soort,
  teksten: texts.standaardtekst,
}
/** Members that an aanvrager reads or notices. */
const GELEZEN = ['nl', 'en', 'bezwaar', 'informeren', 'rechtsmiddel', 'team', 'toontDoorlooptijd', 'geenDwangsom']
const DUUR = /^P\d+[DWMY]$/

const { velden, waarden }: { velden: Record<string, string>; waarden: Record<string, string> } = texts

/**
 * The desk's name of a field of a zaaktype.
 *
 * @param naamOf returns the name of a code
 */
export function veldNaam([eerste = '', ...rest]: readonly string[], naamOf = (code: string) => code): string {
  const groep = GROEPEN[eerste]
  const [code = '', ...inGroep] = rest
  const of = (parts: readonly string[]) =>
    parts
      .map((part) => velden[part] ?? part)
      .filter(Boolean)
      .join(' ')
  return groep ? `${groep(naamOf(code))}, ${of(inGroep)}` : of([eerste, ...rest])
}

/** A value of a field in words. */
export function veldWaarde(value: string | null): string {
  if (value === null) return texts.geenWaarde
  return DUUR.test(value) ? texts.duur(partsOf(value)) : (waarden[value] ?? value)
}

/** True when an aanvrager reads the field or notices its effect. */
export function isGelezen(veld: readonly string[]): boolean {
  return GELEZEN.includes(veld.at(-1) as string)
}
