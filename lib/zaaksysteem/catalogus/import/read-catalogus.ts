import { z } from 'zod'
import { addToDate } from '#lib/platform/calendar.ts'
import { withoutOverrides } from '#lib/platform/json/parse-json.ts'
import { parseStrictJson } from '#lib/platform/strict-json.ts'
import { BRONDATUMS, INFORMATIEOBJECTTYPEN, WAARSCHUWINGSDAGEN, type ZaaktypeGegevens } from '../zaaktype.ts'
import { createCodes, toIdentificatie } from './codes.ts'

/** The most bytes of all files together; a form may hold more. */
export const MOST_BYTES = 200_000
const MOST_STATUSTYPEN = 30
const MOST_RESULTAATTYPEN = 30
/** The levels of ZGW above zaakvertrouwelijk, which most zaaktypen have. */
const GEVOELIG = ['vertrouwelijk', 'confidentieel', 'geheim', 'zeer_geheim']
/** From this day a month has 28 days, the fewest it can have. */
const BEGIN = '2027-02-01'

/** A line of the report of an import: the resource and its outcome. */
export type Importregel = {
  soort: 'zaaktype' | 'statustype' | 'resultaattype' | 'besluittype' | 'bestand'
  /** its omschrijving, or the name of a bestand */
  naam: string
  uitkomst: Importuitkomst
  /** the value in the source, or a number */
  waarde?: string | undefined
}

/**
 * - `overgenomen`: imported as far as there is a field for it
 * - `vul_aan`: not in the source, to be filled in
 * - the others: skipped, or imported with another value
 */
type Importuitkomst =
  | 'overgenomen'
  | 'vul_aan'
  | 'code_aangepast'
  | 'doorlooptijd_onbruikbaar'
  | 'servicenorm_ontbreekt'
  | 'servicenorm_te_lang'
  | 'verlenging_onbruikbaar'
  | 'opschorting_mag_niet'
  | 'bewaartermijn_onbruikbaar'
  | 'bewaartermijn_begint_anders'
  | 'reactietermijn_anders'
  | 'niet_bijgevoegd'
  | 'ander_zaaktype'
  | 'geen_plaats'
  | 'onbekende_soort'

/** `file`: the name of the file that caused the refusal. */
type ImportRefusal = {
  reason:
    | 'no_files'
    | 'too_large'
    | 'not_json'
    | 'too_deep'
    | 'no_zaaktype'
    | 'many_zaaktypen'
    | 'no_statustypen'
    | 'no_resultaattypen'
    | 'too_many'
  file?: string
}

type Importbestand = { naam: string; bytes: Uint8Array }

/** Removes bidirectional overrides, because names appear inside our own lines. */
const text = (max: number) => z.string().transform(withoutOverrides).pipe(z.string().max(max)).catch('')
const duur = z.string().max(20).nullable().catch(null)
const urls = z.array(z.string().max(1000)).max(1000).catch([])

const zaaktypeSchema = z.object({
  url: text(1000),
  identificatie: z.coerce.string().max(100),
  omschrijving: text(80),
  doorlooptijd: duur,
  servicenorm: duur.optional().default(null),
  verlengingMogelijk: z.boolean().catch(false),
  verlengingstermijn: duur.optional().default(null),
  opschortingEnAanhoudingMogelijk: z.boolean().catch(true),
  vertrouwelijkheidaanduiding: text(20),
  statustypen: urls,
  resultaattypen: urls,
  besluittypen: urls,
})
const statustypeSchema = z.object({
  zaaktype: text(1000),
  omschrijving: text(80),
  statustekst: text(1000).nullish(),
  volgnummer: z.int().min(1).max(9999),
  informeren: z.boolean().catch(false),
  toelichting: text(1000).nullish(),
})
const resultaattypeSchema = z.object({
  zaaktype: text(1000),
  omschrijving: text(80),
  toelichting: text(1000).nullish(),
  archiefnominatie: z.enum(['blijvend_bewaren', 'vernietigen']).nullable().catch(null),
  archiefactietermijn: duur.optional().default(null),
  brondatumArchiefprocedure: z
    .object({ afleidingswijze: text(80) })
    .nullish()
    .catch(null),
  besluittypen: urls,
})
const besluittypeSchema = z.object({ omschrijving: text(80), reactietermijn: duur.optional().default(null) })

type ZgwZaaktype = z.infer<typeof zaaktypeSchema>
type ZgwStatustype = z.infer<typeof statustypeSchema>
type ZgwResultaattype = z.infer<typeof resultaattypeSchema>

type Found = {
  zaaktypen: ZgwZaaktype[]
  statustypen: ZgwStatustype[]
  resultaattypen: ZgwResultaattype[]
  besluittypen: z.infer<typeof besluittypeSchema>[]
  regels: Importregel[]
}

/** Recognizes the kind of a resource by members that only that kind has. */
const has = (value: object, ...members: string[]) => members.every((member) => Object.hasOwn(value, member))

/**
 * Reads a zaaktype from responses of a ZGW Catalogi API (1.x): a resource or a page of them per file, in any
 * order. Resources without a field here are skipped; missing values stay empty, to be filled in by a person.
 * No URL in it is followed.
 */
export function readCatalogus(
  files: readonly Importbestand[],
):
  | { ok: true; identificatie: string; gegevens: ZaaktypeGegevens; regels: Importregel[] }
  | ({ ok: false } & ImportRefusal) {
  if (files.length === 0) return { ok: false, reason: 'no_files' }
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES) return { ok: false, reason: 'too_large' }

  const found: Found = { zaaktypen: [], statustypen: [], resultaattypen: [], besluittypen: [], regels: [] }
  for (const { naam, bytes } of files) {
    const { value, problems } = parseStrictJson(bytes)
    if (problems.some(({ code }) => code === 'too_deep')) return { ok: false, reason: 'too_deep', file: naam }
    if (problems.length > 0) return { ok: false, reason: 'not_json', file: naam }
    for (const resource of resourcesIn(value)) sort(found, naam, resource)
  }

  const [zaaktype, ...others] = distinct(found.zaaktypen)
  if (!zaaktype) return { ok: false, reason: 'no_zaaktype' }
  if (others.length > 0) return { ok: false, reason: 'many_zaaktypen' }
  const statustypen = ofZaaktype(found, 'statustype', distinct(found.statustypen), zaaktype)
  const resultaattypen = ofZaaktype(found, 'resultaattype', distinct(found.resultaattypen), zaaktype)
  if (statustypen.length < 2) return { ok: false, reason: 'no_statustypen' }
  if (resultaattypen.length === 0) return { ok: false, reason: 'no_resultaattypen' }
  if (statustypen.length > MOST_STATUSTYPEN || resultaattypen.length > MOST_RESULTAATTYPEN) {
    return { ok: false, reason: 'too_many' }
  }
  return { ok: true, ...compose(found, zaaktype, statustypen, resultaattypen) }
}

function resourcesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const page = z.object({ results: z.array(z.unknown()) }).safeParse(value)
  return page.success ? page.data.results : [value]
}

function sort(found: Found, naam: string, resource: unknown): void {
  /** Reports each file once, however many unknown resources it has. */
  const skip = () => {
    if (found.regels.some((regel) => regel.soort === 'bestand' && regel.naam === naam)) return
    found.regels.push({ soort: 'bestand', naam, uitkomst: 'onbekende_soort' })
  }
  const keep = <T>(schema: z.ZodType<T>, into: T[]) => {
    const read = schema.safeParse(resource)
    if (read.success) into.push(read.data)
    else skip()
  }
  if (typeof resource !== 'object' || resource === null) skip()
  else if (has(resource, 'doorlooptijd', 'statustypen')) keep(zaaktypeSchema, found.zaaktypen)
  else if (has(resource, 'volgnummer', 'isEindstatus')) keep(statustypeSchema, found.statustypen)
  else if (has(resource, 'archiefactietermijn', 'zaaktype')) keep(resultaattypeSchema, found.resultaattypen)
  else if (has(resource, 'reactietermijn', 'publicatieIndicatie')) keep(besluittypeSchema, found.besluittypen)
  else skip()
}

/** A resource may occur in a file of its own and in a page. */
function distinct<T>(resources: readonly T[]): T[] {
  return [...new Map(resources.map((resource) => [JSON.stringify(resource), resource])).values()]
}

function ofZaaktype<T extends { zaaktype: string; omschrijving: string }>(
  { regels }: Found,
  soort: 'statustype' | 'resultaattype',
  types: readonly T[],
  zaaktype: ZgwZaaktype,
): T[] {
  const own = types.filter((type) => type.zaaktype === zaaktype.url)
  for (const { zaaktype: of, omschrijving: naam } of types) {
    if (of !== zaaktype.url) regels.push({ soort, naam, uitkomst: 'ander_zaaktype' })
  }
  const missing = zaaktype[`${soort}n`].length - own.length
  if (missing > 0) {
    regels.push({ soort, naam: zaaktype.omschrijving, uitkomst: 'niet_bijgevoegd', waarde: String(missing) })
  }
  return own
}

/** Dutch only, because a catalogus has no other language. */
const alleen = (nl: string | null | undefined) => ({ nl: nl ?? '', en: '' })
const LEEG = { antwoord: alleen(''), handeling: null }

function compose(
  { regels, besluittypen }: Found,
  zaaktype: ZgwZaaktype,
  statustypen: readonly ZgwStatustype[],
  resultaattypen: readonly ZgwResultaattype[],
): { identificatie: string; gegevens: ZaaktypeGegevens; regels: Importregel[] } {
  const tell = (
    soort: Importregel['soort'],
    naam: string,
    uitkomst: Importuitkomst,
    waarde?: string | null | undefined,
  ) => regels.push({ soort, naam, uitkomst, ...(waarde && { waarde }) })
  const about = (uitkomst: Importuitkomst, waarde?: string | null) => tell('zaaktype', naam, uitkomst, waarde)
  const naam = zaaktype.omschrijving
  const identificatie = toIdentificatie(zaaktype.identificatie)
  const codeOf = createCodes()

  about('overgenomen')
  about('vul_aan')
  if (identificatie !== zaaktype.identificatie) about('code_aangepast', zaaktype.identificatie)
  const doorlooptijd = usable(zaaktype.doorlooptijd)
  if (!doorlooptijd) about('doorlooptijd_onbruikbaar', zaaktype.doorlooptijd)
  const termijn = { duur: doorlooptijd ?? 'P8W', grondslag: '', regeling: 'wet' as const }
  const norm = usable(zaaktype.servicenorm)
  const isLonger = norm !== null && addToDate(BEGIN, norm) > addToDate(BEGIN, termijn.duur)
  if (!norm) about('servicenorm_ontbreekt', zaaktype.servicenorm)
  else if (isLonger) about('servicenorm_te_lang', norm)
  const verlenging = zaaktype.verlengingMogelijk ? usable(zaaktype.verlengingstermijn) : null
  if (zaaktype.verlengingMogelijk && !verlenging) about('verlenging_onbruikbaar', zaaktype.verlengingstermijn)
  if (!zaaktype.opschortingEnAanhoudingMogelijk) about('opschorting_mag_niet')
  about('geen_plaats')

  const ordered = [...statustypen].sort((one, other) => one.volgnummer - other.volgnummer)
  const gegevens: ZaaktypeGegevens = {
    omschrijving: alleen(naam),
    intrekken: null,
    inleveren: alleen(''),
    informatieobjecttypen: INFORMATIEOBJECTTYPEN,
    bezwaar: null,
    team: '',
    doorlooptijd: termijn,
    servicenorm: norm && !isLonger ? norm : termijn.duur,
    verlengingstermijn: verlenging === null ? null : { ...termijn, duur: verlenging },
    vanRechtswege: null,
    geenDwangsom: null,
    waarschuwingsdagen: WAARSCHUWINGSDAGEN,
    toontDoorlooptijd: true,
    aanvullingBevestigen: false,
    gevoelig: GEVOELIG.includes(zaaktype.vertrouwelijkheidaanduiding),
    statustypen: ordered.map((type, index) => {
      tell('statustype', type.omschrijving, 'overgenomen')
      return {
        ...LEEG,
        code: codeOf(type.omschrijving),
        volgnummer: index + 1,
        isEindstatus: index === ordered.length - 1,
        informeren: type.informeren,
        verplicht: false,
        minstens: null,
        omschrijving: alleen(type.omschrijving),
        statustekst: alleen(type.statustekst),
        intern: type.toelichting ?? '',
      }
    }),
    resultaattypen: resultaattypen.map((type) => {
      const code = codeOf(type.omschrijving)
      const termijn = usable(type.archiefactietermijn)
      const isDestroyed = type.archiefnominatie !== 'blijvend_bewaren'
      const bewaartermijn = isDestroyed && termijn?.endsWith('Y') ? termijn : null
      const begin = type.brondatumArchiefprocedure?.afleidingswijze ?? 'afgehandeld'
      const brondatum = BRONDATUMS.find((known) => known === begin)
      tell('resultaattype', type.omschrijving, 'overgenomen')
      if (isDestroyed && !bewaartermijn) {
        tell('resultaattype', type.omschrijving, 'bewaartermijn_onbruikbaar', type.archiefactietermijn)
      }
      if (bewaartermijn && !brondatum) {
        tell('resultaattype', type.omschrijving, 'bewaartermijn_begint_anders', begin)
      }
      return {
        ...LEEG,
        code,
        statuscode: code,
        omschrijving: alleen(type.omschrijving),
        statustekst: alleen(''),
        intern: type.toelichting ?? '',
        isBesluit: type.besluittypen.length > 0 || zaaktype.besluittypen.length > 0,
        rechtsmiddel: 'bezwaar',
        buitenBehandeling: false,
        doorzending: false,
        bewaartermijn,
        brondatum: brondatum ?? 'afgehandeld',
        // the source has a URL of the Selectielijst API, not the category itself
        selectielijst: null,
      }
    }),
    opschortingsredenen: [],
    teksten: [],
  }
  for (const { omschrijving, reactietermijn } of besluittypen) {
    tell('besluittype', omschrijving, 'geen_plaats')
    if (reactietermijn && reactietermijn !== 'P6W' && reactietermijn !== 'P42D') {
      tell('besluittype', omschrijving, 'reactietermijn_anders', reactietermijn)
    }
  }
  return { identificatie, gegevens, regels }
}

/** Returns a duration of one unit, as articles have it; null for any other, which cannot be a term here. */
function usable(duration: string | null): string | null {
  return duration && /^P[1-9]\d{0,2}[DWMY]$/.test(duration) ? duration : null
}
