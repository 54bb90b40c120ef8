import { z } from 'zod'
import { type Tweetalig, zaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { list, storableText, tick } from '#lib/ui/form/fields.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { TEKST_VARIABELEN } from '#lib/zaaksysteem/catalogus/fill-tekst.ts'
import { MOST_WAARSCHUWINGSDAGEN, type ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { dagenOf } from '../duur.ts'
import { NIEUWE_TEKSTEN } from './zaaktype-velden.ts'

/** As `fillDates` knows them. */
const STATUS_VARIABELEN = ['fataleDatum', 'bezwaardatum']
const VARIABELE = /\{[^{}]{0,40}\}/g
const NAAM = 80
const ZIN = 300
const LANG = 1000

const { fout } = texts

const variabelenIn = (text: string) => [...text.matchAll(VARIABELE)].map(([variabele]) => variabele)

const text = (max: number, variabelen: readonly string[] = []) =>
  storableText(max, { teLang: fout.teLang(max), teken: fout.teken }).superRefine((text, { addIssue }) => {
    const unknown = variabelenIn(text).find((variabele) => !variabelen.includes(variabele.slice(1, -1)))
    if (unknown) addIssue({ code: 'custom', message: fout.variabele(unknown) })
  })

const required = (max: number, variabelen?: readonly string[]) => text(max, variabelen).min(1, fout.leeg)

/** A text for citizens: the same variables in both languages. */
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

const duur = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, { error: fout.dagen, abort: true })
  .transform((dagen) => `P${dagen}D`)

const optionalDuur = (unit: 'D' | 'Y', message: string) =>
  z
    .string()
    .regex(/^(?:[1-9]\d{0,2})?$/, message)
    .transform((count) => (count ? `P${count}${unit}` : null))

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

const teksten = {
  omschrijving: tweetalig(NAAM),
  antwoord: tweetalig(ZIN),
  statustekst: tweetalig(LANG),
  handeling: optionalTweetalig(LANG),
  intern: required(ZIN),
}

const standaardtekst = z
  .object({ naam: text(NAAM), tekst: text(LANG, TEKST_VARIABELEN) })
  .superRefine(({ naam, tekst }, { addIssue }) => {
    if (Boolean(naam) !== Boolean(tekst)) {
      addIssue({ code: 'custom', path: [naam ? 'tekst' : 'naam'], message: fout.tekstHalf })
    }
  })

/** What `zaaktypeVelden` shows, as it was filled in. Codes and the order of statuses stay as they are. */
export const zaaktypeForm = (current: ZaaktypeGegevens) =>
  z
    .object({
      omschrijving: tweetalig(NAAM),
      intrekken: optionalTweetalig(LANG),
      team: required(NAAM),
      doorlooptijd: duur,
      servicenorm: duur,
      verlengingstermijn: optionalDuur('D', fout.dagen),
      waarschuwingsdagen,
      bezwaar,
      toontDoorlooptijd: tick,
      status: list(z.array(z.object({ ...teksten, informeren: tick })).length(current.statustypen.length)),
      resultaat: list(
        z
          .array(z.object({ ...teksten, bewaartermijn: optionalDuur('Y', fout.jaren) }))
          .length(current.resultaattypen.length),
      ),
      reden: list(
        z
          .array(z.object({ omschrijving: tweetalig(NAAM), intern: required(NAAM) }))
          .length(current.opschortingsredenen.length),
      ),
      tekst: list(z.array(standaardtekst).length(current.teksten.length + NIEUWE_TEKSTEN)),
    })
    .superRefine(({ servicenorm, doorlooptijd }, { addIssue }) => {
      if (dagenOf(servicenorm) > dagenOf(doorlooptijd)) {
        addIssue({ code: 'custom', path: ['servicenorm'], message: fout.streefLanger })
      }
    })
    .transform(
      ({ status, resultaat, reden, tekst, ...fields }): ZaaktypeGegevens => ({
        ...current,
        ...fields,
        statustypen: current.statustypen.map((statustype, index) => ({ ...statustype, ...status[index] })),
        resultaattypen: current.resultaattypen.map((resultaattype, index) => ({
          ...resultaattype,
          ...resultaat[index],
        })),
        opschortingsredenen: current.opschortingsredenen.map((each, index) => ({ ...each, ...reden[index] })),
        teksten: tekst.filter(({ naam }) => naam),
      }),
    )
