import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { statuscode } from '#lib/contract/zaak-event.ts'
import {
  OPSCHORTINGSGRONDEN,
  RECHTSMIDDELEN,
  RICHTINGEN,
  type Tweetalig,
  zaaktypeResource,
} from '#lib/contract/zaak-resource.ts'
import { storableText } from '#lib/ui/form/fields.ts'
import { codeOptions, labelled, type Option, optionsOf, withAll } from '#lib/ui/form/labels.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import {
  BRONDATUMS,
  MOST_WAARSCHUWINGSDAGEN,
  REGELINGEN,
  TEKST_BIJ,
  TEKST_VARIABELEN,
  type ZaaktypeGegevens,
} from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { EENHEDEN, partsOf } from '../duur.ts'
import {
  aantal,
  groepen,
  keuze,
  keuzeUit,
  type Labels,
  lang,
  type Rows,
  regel,
  schemaOf,
  showing,
  together,
  vinkje,
} from './form-rows.ts'

/** The variables that `fillDates` fills in. */
const STATUS_VARIABELEN = ['fataleDatum', 'bezwaardatum', 'beroepsdatum']
const VARIABELE = /\{[^{}]{0,40}\}/g
const NAAM = 80
const ZIN = 300
const LANG = 1000
/** The number of empty standaardteksten: a form without JavaScript cannot grow. */
const NIEUWE_TEKSTEN = 2
/** The number of empty kinds of document. */
const NIEUWE_SOORTEN = 2

const { fout } = texts
const optional = true

const variabelenIn = (text: string) => [...text.matchAll(VARIABELE)].map(([variabele]) => variabele)

const text = (max: number, variabelen: readonly string[] = []) =>
  storableText(max, fout).superRefine((text, { addIssue }) => {
    if (max === NAAM && !ONE_LINE.test(text)) addIssue({ code: 'custom', message: staff.eenRegel })
    const unknown = variabelenIn(text).find((variabele) => !variabelen.includes(variabele.slice(1, -1)))
    if (unknown) addIssue({ code: 'custom', message: fout.variabele(unknown) })
  })

const required = (max: number, variabelen?: readonly string[]) => text(max, variabelen).min(1, fout.leeg)
const orNull = (max: number) => text(max).transform((text) => text || null)

/** A bilingual text for citizens with the same variables in both languages. */
function tweetalig(label: string, inOne: z.ZodType<string>, optional = false) {
  const inLanguage = (language: string) => regel({ label: `${label} (${language})`, optional }, inOne)
  return together({ nl: inLanguage(texts.nl), en: inLanguage(texts.en) }, (schema) =>
    schema.superRefine(({ nl, en }, { addIssue }) => {
      const [inNl, inEn] = [nl, en].map((text) => variabelenIn(text).sort().join())
      if (nl && en && inNl !== inEn) addIssue({ code: 'custom', path: ['en'], message: fout.andereVariabelen })
    }),
  )
}

const statustekst = (label: string, max: number) => tweetalig(label, required(max, STATUS_VARIABELEN))

function optionalTweetalig(label: string) {
  const { schema, velden } = tweetalig(label, text(LANG, STATUS_VARIABELEN), optional)
  const both = schema.superRefine(({ nl, en }, { addIssue }) => {
    if (Boolean(nl) !== Boolean(en)) addIssue({ code: 'custom', path: [nl ? 'en' : 'nl'], message: fout.beideTalen })
  })
  return { schema: both.transform((text): Tweetalig | null => (text.nl ? text : null)), velden }
}

const duurOf = ({ aantal, eenheid }: { aantal: string; eenheid: string }) => `P${aantal}${eenheid}`

const duur = (labels: Labels) => ({
  aantal: aantal(labels, z.string().regex(/^[1-9]\d{0,2}$/, { error: fout.aantal, abort: true })),
  eenheid: keuze(texts.eenheidVan(labels.label), texts.eenheden, z.enum(EENHEDEN), 'W'),
})

const REGELINGEN_KEUZE = optionsOf(texts.regelingen)

type Wettermijn = ZaaktypeGegevens['doorlooptijd']

function wettermijn(labels: Labels, options: readonly Option[], optional = false) {
  const { label } = labels
  const rows = {
    ...duur(labels),
    grondslag: regel({ label: texts.artikel(label), optional }, required(NAAM)),
    regeling: keuzeUit({ label: texts.regelingVan(label), options, added: 'wet' }, z.enum(REGELINGEN)),
  }
  const stored = together(rows, (schema) =>
    schema.transform(({ grondslag, regeling, ...duur }) => ({ duur: duurOf(duur), grondslag, regeling })),
  )
  return showing(stored, ({ duur, ...of }: Wettermijn) => ({ ...partsOf(duur), ...of }))
}

/** A wettermijn without a number counts as absent. A reasonable term cannot be extended. */
function verlengingstermijn(current: Wettermijn | null) {
  const options = REGELINGEN_KEUZE.filter(({ value }) => value !== 'redelijk')
  const { schema, velden } = wettermijn({ ...labelled(texts, 'verlengingstermijn'), optional }, options, !current)
  const entered = z.preprocess(
    (entered) => ((entered as { aantal?: string } | undefined)?.aantal ? entered : undefined),
    schema.optional(),
  )
  return { schema: entered.transform((termijn) => termijn ?? null), velden }
}

const validCode = z.string().refine((text) => statuscode.safeParse(text).success, fout.code)
const code = (hint: string) => regel({ label: texts.code, hint }, validCode)

/** An optional duration in years or weeks. */
function optionalDuur(labels: Labels, eenheid: 'Y' | 'W', error: string) {
  const count = z.string().regex(/^(?:[1-9]\d{0,2})?$/, error)
  const schema = count.transform((count) => (count ? `P${count}${eenheid}` : null))
  return showing(aantal({ ...labels, optional }, schema), (duur: string) => partsOf(duur).aantal)
}

const waarschuwingsdagen = text(NAAM).transform((text, { addIssue }) => {
  const days = text.split(',').flatMap((day) => day.trim() || [])
  if (days.some((day) => !/^[1-9]\d?$/.test(day) || Number(day) > MOST_WAARSCHUWINGSDAGEN)) {
    addIssue(fout.waarschuwingsdagen(MOST_WAARSCHUWINGSDAGEN))
  }
  return [...new Set(days.map(Number))].sort((one, other) => other - one)
})

const bezwaar = text(ZIN)
  .refine((url) => url === '' || zaaktypeResource.shape.bezwaar.safeParse(url).success, fout.adres)
  .transform((url) => url || null)

/** The article for a decision by operation of law; none without a resultaat. */
function vanRechtswege(resultaattypen: ZaaktypeGegevens['resultaattypen']) {
  const besluiten = resultaattypen.filter(({ isBesluit }) => isBesluit)
  const options = withAll(texts.nietVanRechtswege, codeOptions(besluiten))
  const rows = {
    resultaat: keuzeUit({ label: texts.vanRechtswege, options }, z.string()),
    grondslag: regel({ label: texts.vanRechtswegeGrondslag, optional }, text(NAAM)),
  }
  return together(rows, (schema) =>
    schema
      .refine(({ resultaat, grondslag }) => !resultaat || grondslag, { path: ['grondslag'], message: fout.leeg })
      .transform(({ resultaat, grondslag }) => (resultaat ? { resultaat, grondslag } : null)),
  )
}

const omschrijving = statustekst(texts.naam, NAAM)

/** The fields of the zaaktype itself. */
export const zaaktypeRows = (current: ZaaktypeGegevens, teams: readonly Option[]) => ({
  omschrijving,
  intrekken: optionalTweetalig(texts.intrekken),
  inleveren: tweetalig(texts.inleveren, required(LANG)),
  team: keuzeUit(
    { label: texts.team, options: teams, hasKies: true },
    z.string().refine((code) => teams.some(({ value }) => value === code), fout.team),
  ),
  doorlooptijd: wettermijn({ label: texts.doorlooptijd }, REGELINGEN_KEUZE),
  servicenorm: showing(
    together(duur({ label: texts.servicenorm }), (schema) => schema.transform(duurOf)),
    partsOf,
  ),
  verlengingstermijn: verlengingstermijn(current.verlengingstermijn),
  vanRechtswege: vanRechtswege(current.resultaattypen),
  geenDwangsom: regel({ ...labelled(texts, 'geenDwangsom'), optional }, orNull(NAAM)),
  waarschuwingsdagen: showing(
    regel({ ...labelled(texts, 'waarschuwingsdagen'), optional }, waarschuwingsdagen),
    (days: readonly number[]) => days.join(', '),
  ),
  bezwaar: regel({ ...labelled(texts, 'bezwaar'), optional }, bezwaar),
  toontDoorlooptijd: vinkje(texts.toontDoorlooptijd),
  aanvullingBevestigen: vinkje(texts.aanvullingBevestigen),
  gevoelig: vinkje(texts.gevoelig),
})

const TEKSTEN = {
  omschrijving,
  antwoord: statustekst(texts.antwoord, ZIN),
  statustekst: statustekst(texts.statustekst, LANG),
  handeling: optionalTweetalig(texts.handeling),
  intern: regel({ label: texts.intern }, required(ZIN)),
}

const STATUS = {
  ...TEKSTEN,
  informeren: vinkje(texts.informeren, true),
  verplicht: vinkje(texts.verplicht),
  minstens: optionalDuur(labelled(texts, 'minstens'), 'W', fout.weken),
}

const RESULTAAT = {
  ...TEKSTEN,
  isBesluit: vinkje(texts.isBesluit, true),
  rechtsmiddel: keuze(texts.rechtsmiddel, texts.rechtsmiddelen, z.enum(RECHTSMIDDELEN), 'bezwaar'),
  buitenBehandeling: vinkje(texts.buitenBehandeling),
  doorzending: vinkje(texts.doorzending),
  bewaartermijn: optionalDuur(labelled(texts, 'bewaartermijn'), 'Y', fout.jaren),
  brondatum: keuze(texts.brondatum, texts.brondatums, z.enum(BRONDATUMS), 'afgehandeld'),
  selectielijst: regel({ ...labelled(texts, 'selectielijst'), optional }, orNull(NAAM)),
}

const REDEN = {
  omschrijving,
  intern: regel({ label: texts.intern }, required(NAAM)),
  grond: keuze(texts.grond, texts.gronden, z.enum(OPSCHORTINGSGRONDEN, fout.kies)),
}

const SOORT = { omschrijving, beeindigd: vinkje(texts.beeindigd) }

const NIEUWE_SOORT = {
  code: code(texts.soortcodeHint),
  omschrijving,
  richting: keuze(texts.richting, texts.richtingen, z.enum(RICHTINGEN, fout.kiesRichting)),
}

const TEKST = {
  naam: regel({ label: texts.naam, optional }, text(NAAM)),
  tekst: lang({ ...labelled(texts, 'tekst'), optional }, text(LANG, TEKST_VARIABELEN)),
  bij: keuze(texts.tekstBij, texts.tekstPlaatsen, z.enum(TEKST_BIJ), 'overal'),
}

export const standaardtekst = schemaOf(TEKST).superRefine(({ naam, tekst }, { addIssue }) => {
  if (Boolean(naam) !== Boolean(tekst)) {
    addIssue({ code: 'custom', path: [naam ? 'tekst' : 'naam'], message: fout.tekstHalf })
  }
})

/** Members of a new group that have a value even when nobody filled it in. */
const UNTOUCHED = ['na', 'informeren', 'isBesluit', 'rechtsmiddel', 'brondatum']

function isUntouched(group: unknown): boolean {
  if (typeof group !== 'object') return !group
  return Object.entries(group ?? {}).every(([name, value]) => UNTOUCHED.includes(name) || isUntouched(value))
}

/** Groups for additions, each of which may be left empty as a whole. */
function added<All extends Rows>(rows: All, count: number, legend: string) {
  const group = z.preprocess((each) => (isUntouched(each) ? undefined : each), schemaOf(rows).optional())
  const values = Array.from({ length: count }, () => undefined)
  return groepen(rows, group, values, (_, index) => `${legend} ${index + 1}`)
}

/** The position of a new status: after the status with that number, before the last one. */
function na(statustypen: ZaaktypeGegevens['statustypen']) {
  const options = statustypen.slice(0, -1).map(({ omschrijving }, na) => ({ value: `${na}`, label: omschrijving.nl }))
  const last = Math.max(options.length - 1, 0)
  const schema = z.coerce.number().pipe(z.int().min(0).max(last))
  return keuzeUit({ label: texts.na, options, added: options.at(-1)?.value }, schema.optional())
}

/**
 * The groups of fields. Codes and the order of statuses are fixed, because events carry them; new statuses
 * are inserted. A zaaktype without an example gets more groups for additions.
 */
export function groepRows(current: ZaaktypeGegevens) {
  const { statustypen, resultaattypen, opschortingsredenen, informatieobjecttypen } = current
  const teksten = [...current.teksten, ...Array<undefined>(NIEUWE_TEKSTEN)]
  const [statussen, resultaten] = statustypen.length > 0 ? [2, 1] : [6, 4]
  const redenen = opschortingsredenen.length > 0 ? 1 : 4
  return {
    status: groepen(STATUS, schemaOf(STATUS), statustypen, (each) => texts.status(each.omschrijving.nl)),
    nieuweStatus: added({ code: code(texts.codeHint), na: na(statustypen), ...STATUS }, statussen, texts.nieuweStatus),
    resultaat: groepen(RESULTAAT, schemaOf(RESULTAAT), resultaattypen, (each) => texts.resultaat(each.omschrijving.nl)),
    nieuwResultaat: added({ code: code(texts.codeHint), ...RESULTAAT }, resultaten, texts.nieuwResultaat),
    reden: groepen(REDEN, schemaOf(REDEN), opschortingsredenen, ({ intern }) => texts.reden(intern)),
    nieuweReden: added({ code: code(texts.redencodeHint), ...REDEN }, redenen, texts.nieuweReden),
    soort: groepen(SOORT, schemaOf(SOORT), informatieobjecttypen, ({ omschrijving, richting }) => {
      return `${texts.soort(omschrijving.nl)} (${texts.waarden[richting]})`
    }),
    nieuweSoort: added(NIEUWE_SOORT, NIEUWE_SOORTEN, texts.nieuweSoort),
    tekst: groepen(TEKST, standaardtekst, teksten, (tekst, index) =>
      tekst ? `${texts.teksten}: ${tekst.naam}` : `${texts.nieuweTekst} ${index + 1}`,
    ),
  }
}
