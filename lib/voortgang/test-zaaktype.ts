import type { ZaakResource } from '#lib/contract/zaak-resource.ts'

export const tekst = (nl: string) => ({ nl, en: `${nl} (en)` })

/** Returns the texts of a statustype or resultaattype. */
export const teksten = (naam: string, handeling: string | null = null) => ({
  omschrijving: tekst(naam),
  antwoord: tekst(`Antwoord ${naam}.`),
  statustekst: tekst(`Uitleg ${naam}. U hoort uiterlijk {fataleDatum} van ons.`),
  handeling: handeling === null ? null : tekst(handeling),
})

/** Returns a zaaktype with these statustypen that ends with `afgehandeld`. `teDoen`: tasks by statuscode. */
export function testZaaktype(
  codes: readonly string[],
  { teDoen = {}, ...rest }: Partial<ZaakResource['zaaktype']> & { teDoen?: Record<string, string> } = {},
): ZaakResource['zaaktype'] {
  return {
    identificatie: 'TEST',
    versie: 1,
    omschrijving: tekst('Test'),
    intrekken: null,
    inleveren: null,
    informatieobjecttypen: [],
    bezwaar: null,
    geenDwangsom: null,
    opschortingsredenen: [{ code: 'overmacht', grond: 'overmacht', omschrijving: tekst('Overmacht') }],
    statustypen: codes.map((code, index) => ({
      code,
      volgnummer: index + 1,
      isEindstatus: code === 'afgehandeld',
      informeren: true,
      ...teksten(code, teDoen[code]),
    })),
    resultaattypen: [{ code: 'verleend', statuscode: 'verleend', ...teksten('verleend') }],
    ...rest,
  }
}
