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
import { addToDate } from '#lib/platform/calendar.ts'
import { list, storableText, tick } from '#lib/ui/form/fields.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { TEKST_VARIABELEN } from '#lib/zaaksysteem/catalogus/fill-tekst.ts'
import {
  BRONDATUMS,
  MOST_WAARSCHUWINGSDAGEN,
  REGELINGEN,
  type Statustype,
  type ZaaktypeGegevens,
} from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { EENHEDEN } from '../duur.ts'
import { NIEUWE_SOORTEN, NIEUWE_TEKSTEN, nieuweGroepen } from './zaaktype-velden.ts'

/** The variables that `fillDates` fills in. */
const STATUS_VARIABELEN = ['fataleDatum', 'bezwaardatum', 'beroepsdatum']
const VARIABELE = /\{[^{}]{0,40}\}/g
const NAAM = 80
const ZIN = 300
const LANG = 1000
/** The shortest months follow this date. */
const IN_SHORT_MONTHS = '2027-02-01'
/** Awb 4:13 lid 2. */
const LONGEST_REDELIJK = 'P8W'
/** The first and the last status. */
const LEAST_STATUSSEN = 2

const { fout } = texts

const variabelenIn = (text: string) => [...text.matchAll(VARIABELE)].map(([variabele]) => variabele)

const text = (max: number, variabelen: readonly string[] = []) =>
  storableText(max, fout).superRefine((text, { addIssue }) => {
    if (max === NAAM && !ONE_LINE.test(text)) addIssue({ code: 'custom', message: staff.eenRegel })
    const unknown = variabelenIn(text).find((variabele) => !variabelen.includes(variabele.slice(1, -1)))
    if (unknown) addIssue({ code: 'custom', message: fout.variabele(unknown) })
  })

const required = (max: number, variabelen?: readonly string[]) => text(max, variabelen).min(1, fout.leeg)

/** A bilingual text for citizens with the same variables in both languages. */
function tweetalig(max: number, one: typeof text = required) {
  const inOne = one(max, STATUS_VARIABELEN)
  return z.object({ nl: inOne, en: inOne }).superRefine(({ nl, en }, { addIssue }) => {
    const [inNl, inEn] = [nl, en].map((text) => variabelenIn(text).sort().join())
    if (nl && en && inNl !== inEn) addIssue({ code: 'custom', path: ['en'], message: fout.andereVariabelen })
  })
}

const optionalTweetalig = (max: number) =>
  tweetalig(max, text)
    .superRefine(({ nl, en }, { addIssue }) => {
      if (Boolean(nl) !== Boolean(en)) addIssue({ code: 'custom', path: [nl ? 'en' : 'nl'], message: fout.beideTalen })
    })
    .transform((text): Tweetalig | null => (text.nl ? text : null))

const duur = {
  aantal: z.string().regex(/^[1-9]\d{0,2}$/, { error: fout.aantal, abort: true }),
  eenheid: z.enum(EENHEDEN),
}

const wettermijn = z
  .object({ ...duur, grondslag: required(NAAM), regeling: z.enum(REGELINGEN) })
  .transform(({ aantal, eenheid, ...of }) => ({ duur: `P${aantal}${eenheid}`, ...of }))

/** A wettermijn without a number counts as absent. */
const optionalWettermijn = z.preprocess(
  (entered) => ((entered as { aantal?: string } | undefined)?.aantal ? entered : undefined),
  wettermijn.optional(),
) as z.ZodType<z.output<typeof wettermijn> | undefined>

/** An optional duration in years or weeks. */
const optionalDuur = (eenheid: 'Y' | 'W', error: string) =>
  z
    .string()
    .regex(/^(?:[1-9]\d{0,2})?$/, error)
    .transform((count) => (count ? `P${count}${eenheid}` : null))

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
const vanRechtswege = z
  .object({ resultaat: z.string(), grondslag: text(NAAM) })
  .refine(({ resultaat, grondslag }) => !resultaat || grondslag, { path: ['grondslag'], message: fout.leeg })
  .transform(({ resultaat, grondslag }) => (resultaat ? { resultaat, grondslag } : null))

const teksten = {
  omschrijving: tweetalig(NAAM),
  antwoord: tweetalig(ZIN),
  statustekst: tweetalig(LANG),
  handeling: optionalTweetalig(LANG),
  intern: required(ZIN),
}

const rechtsmiddel = z.enum(RECHTSMIDDELEN)

/** The retention of a zaak: its length, start and category of the Selectielijst. */
const bewaren = {
  bewaartermijn: optionalDuur('Y', fout.jaren),
  brondatum: z.enum(BRONDATUMS),
  selectielijst: text(NAAM).transform((category) => category || null),
}

/** The effects of a status besides its text. */
const stap = { informeren: tick, verplicht: tick, minstens: optionalDuur('W', fout.weken) }

export const standaardtekst = z
  .object({ naam: text(NAAM), tekst: text(LANG, TEKST_VARIABELEN) })
  .superRefine(({ naam, tekst }, { addIssue }) => {
    if (Boolean(naam) !== Boolean(tekst)) {
      addIssue({ code: 'custom', path: [naam ? 'tekst' : 'naam'], message: fout.tekstHalf })
    }
  })

const code = z.string().refine((text) => statuscode.safeParse(text).success, fout.code)

/** Members of a new group that have a value even when nobody filled it in. */
const UNTOUCHED = ['na', 'informeren', 'isBesluit', 'rechtsmiddel', 'brondatum']

function isUntouched(group: unknown): boolean {
  if (typeof group !== 'object') return !group
  return Object.entries(group ?? {}).every(([name, value]) => UNTOUCHED.includes(name) || isUntouched(value))
}

/** Optional groups of fields, each of which may be left empty as a whole. */
const added = <Group extends z.ZodType>(group: Group, count: number) =>
  list(
    z.array(z.preprocess((each) => (isUntouched(each) ? undefined : each), group.optional())).length(count),
  ) as z.ZodType<(z.output<Group> | undefined)[]>

/** The position of a new status: after the status with that number, before the last one. */
const na = (statustypen: readonly unknown[]) =>
  z.coerce.number().pipe(
    z
      .int()
      .min(0)
      .max(Math.max(statustypen.length - 2, 0)),
  )

const reden = { omschrijving: tweetalig(NAAM), intern: required(NAAM), grond: z.enum(OPSCHORTINGSGRONDEN, fout.kies) }

/** A zaaktype needs an outgoing and an incoming kind of document. */
const NEEDED_RICHTINGEN = ['uitgaand', 'inkomend']

type Added = { nieuweStatus: ({ na?: number | undefined } & Omit<Statustype, 'volgnummer' | 'isEindstatus'>)[] }

/** Inserts the new statuses; the last of all is the eindstatus. Existing ones keep code and order. */
function withNew(statustypen: readonly Statustype[], { nieuweStatus }: Added): Statustype[] {
  const at = (index: number) => nieuweStatus.filter(({ na = statustypen.length - 1 }) => na === index)
  const all = statustypen.length > 0 ? statustypen.flatMap((each, index) => [each, ...at(index)]) : nieuweStatus
  return all.map((each, index) => {
    const { na: _, ...statustype } = each as Added['nieuweStatus'][number]
    return { ...statustype, volgnummer: index + 1, isEindstatus: index === all.length - 1 }
  })
}

/** The meaning of a resultaat at the end of a zaak. */
const betekenis = { isBesluit: tick, rechtsmiddel, buitenBehandeling: tick, doorzending: tick }

/** Parses the fields of `zaaktypeVelden`. Codes and the order of statuses stay; new statuses are inserted. */
export const zaaktypeForm = (current: ZaaktypeGegevens, teams: readonly string[]) =>
  z
    .object({
      omschrijving: tweetalig(NAAM),
      intrekken: optionalTweetalig(LANG),
      inleveren: tweetalig(LANG, (max) => required(max)),
      team: z.string().refine((code) => teams.includes(code), fout.team),
      doorlooptijd: wettermijn,
      servicenorm: z.object(duur).transform(({ aantal, eenheid }) => `P${aantal}${eenheid}`),
      verlengingstermijn: optionalWettermijn.transform((termijn) => termijn ?? null),
      vanRechtswege,
      geenDwangsom: text(NAAM).transform((article) => article || null),
      waarschuwingsdagen,
      bezwaar,
      toontDoorlooptijd: tick,
      aanvullingBevestigen: tick,
      gevoelig: tick,
      status: list(z.array(z.object({ ...teksten, ...stap })).length(current.statustypen.length)),
      resultaat: list(
        z.array(z.object({ ...teksten, ...betekenis, ...bewaren })).length(current.resultaattypen.length),
      ),
      reden: list(z.array(z.object(reden)).length(current.opschortingsredenen.length)),
      soort: list(
        z
          .array(z.object({ omschrijving: tweetalig(NAAM), beeindigd: tick }))
          .length(current.informatieobjecttypen.length),
      ),
      nieuweSoort: added(
        z.object({ code, omschrijving: tweetalig(NAAM), richting: z.enum(RICHTINGEN, fout.kiesRichting) }),
        NIEUWE_SOORTEN,
      ),
      nieuweStatus: added(
        z.object({
          code,
          na: na(current.statustypen).optional(),
          ...teksten,
          ...stap,
        }),
        nieuweGroepen(current).statussen,
      ),
      nieuwResultaat: added(
        z.object({ code, ...teksten, ...betekenis, ...bewaren }),
        nieuweGroepen(current).resultaten,
      ),
      nieuweReden: added(z.object({ code, ...reden }), nieuweGroepen(current).redenen),
      tekst: list(z.array(standaardtekst).length(current.teksten.length + NIEUWE_TEKSTEN)),
    })
    .superRefine(({ servicenorm, doorlooptijd }, { addIssue }) => {
      // zod also runs this check for an incomplete term
      if (!doorlooptijd.duur) return
      if (addToDate(IN_SHORT_MONTHS, servicenorm) > addToDate(IN_SHORT_MONTHS, doorlooptijd.duur)) {
        addIssue({ code: 'custom', path: ['servicenorm', 'aantal'], message: fout.streefLanger })
      }
    })
    .superRefine(({ doorlooptijd, verlengingstermijn }, { addIssue }) => {
      if (doorlooptijd.regeling !== 'redelijk') return
      if (addToDate(IN_SHORT_MONTHS, doorlooptijd.duur) > addToDate(IN_SHORT_MONTHS, LONGEST_REDELIJK)) {
        addIssue({ code: 'custom', path: ['doorlooptijd', 'aantal'], message: fout.redelijk })
      }
      if (verlengingstermijn) {
        addIssue({ code: 'custom', path: ['verlengingstermijn', 'aantal'], message: fout.redelijkVerlengd })
      }
    })
    .superRefine(({ nieuweStatus, nieuwResultaat, nieuweReden, soort, nieuweSoort }, { addIssue }) => {
      function refuseTaken(known: string[], added: Record<string, readonly ({ code: string } | undefined)[]>) {
        for (const [name, groups] of Object.entries(added)) {
          for (const [index, group] of groups.entries()) {
            if (!group) continue
            if (known.includes(group.code))
              addIssue({ code: 'custom', path: [name, index, 'code'], message: fout.codeBezet })
            known.push(group.code)
          }
        }
      }
      const known = [...current.statustypen, ...current.resultaattypen, ...current.opschortingsredenen].flatMap(
        (each) => ('statuscode' in each ? [each.code, each.statuscode] : [each.code]),
      )
      refuseTaken(known, { nieuweStatus, nieuwResultaat, nieuweReden })
      const soorten = current.informatieobjecttypen
      refuseTaken(
        soorten.map(({ code }) => code),
        { nieuweSoort },
      )
      const left = [...soorten.filter((_, index) => !soort[index]?.beeindigd), ...nieuweSoort].map(
        (each) => each?.richting,
      )
      for (const richting of NEEDED_RICHTINGEN) {
        const index = soorten.findIndex((each) => each.richting === richting)
        if (index >= 0 && !left.includes(richting as (typeof RICHTINGEN)[number]))
          addIssue({ code: 'custom', path: ['soort', index, 'omschrijving', 'nl'], message: fout.soorten })
      }
      const statussen = current.statustypen.length + nieuweStatus.filter(Boolean).length
      if (statussen < LEAST_STATUSSEN)
        addIssue({ code: 'custom', path: ['nieuweStatus', 0, 'code'], message: fout.statussen })
      if (current.resultaattypen.length + nieuwResultaat.filter(Boolean).length === 0) {
        addIssue({ code: 'custom', path: ['nieuwResultaat', 0, 'code'], message: fout.resultaten })
      }
    })
    .transform(
      ({
        status,
        resultaat,
        reden,
        soort,
        tekst,
        nieuweSoort,
        nieuweStatus,
        nieuwResultaat,
        nieuweReden,
        ...fields
      }): ZaaktypeGegevens => ({
        ...current,
        ...fields,
        statustypen: withNew(
          current.statustypen.map((statustype, index) => ({ ...statustype, ...status[index] })),
          { nieuweStatus: nieuweStatus.flatMap((each) => each ?? []) },
        ),
        resultaattypen: [
          ...current.resultaattypen.map((resultaattype, index) => ({ ...resultaattype, ...resultaat[index] })),
          ...nieuwResultaat.flatMap((each) => (each ? [{ ...each, statuscode: each.code }] : [])),
        ],
        opschortingsredenen: [
          ...current.opschortingsredenen.map((each, index) => ({ ...each, ...reden[index] })),
          ...nieuweReden.flatMap((each) => each ?? []),
        ],
        informatieobjecttypen: [
          ...current.informatieobjecttypen.map((each, index) => ({ ...each, ...soort[index] })),
          ...nieuweSoort.flatMap((each) => (each ? { ...each, beeindigd: false } : [])),
        ],
        teksten: tekst.filter(({ naam }) => naam),
      }),
    )
