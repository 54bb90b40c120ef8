import { type Tweetalig, zaaktypeResource } from '#lib/contract/zaak-resource.ts'
import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { TEKST_VARIABELEN } from '#lib/zaaksysteem/catalogus/fill-tekst.ts'
import { MOST_WAARSCHUWINGSDAGEN, type ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { STORABLE } from '../../zaken/[zaakId]/read-zaak-form.ts'
import { dagenOf } from '../duur.ts'
import { NIEUWE_TEKSTEN } from './zaaktype-velden.ts'

/** As `fillDates` knows them. */
const STATUS_VARIABELEN = ['fataleDatum', 'bezwaardatum']
const VARIABELE = /\{[^{}]{0,40}\}/g
const NAAM = 80
const ZIN = 300
const LANG = 1000

const { fout } = texts

/** What `zaaktypeVelden` shows, as it was filled in, with every problem at once. */
export function readZaaktypeForm(
  current: ZaaktypeGegevens,
  entered: Record<string, string>,
): { gegevens: ZaaktypeGegevens; errors: FieldError[] } {
  const errors: FieldError[] = []

  function fail(name: string, text: string) {
    errors.push({ name, text })
  }

  function read(name: string, max: number, variabelen: readonly string[] = []): string {
    const text = (entered[name] ?? '').replaceAll('\r\n', '\n').trim()
    const unknown = [...text.matchAll(VARIABELE)].find(([variabele]) => !variabelen.includes(variabele.slice(1, -1)))
    if (text.length > max) fail(name, fout.teLang(max))
    else if (!STORABLE.test(text)) fail(name, fout.teken)
    else if (unknown) fail(name, fout.variabele(unknown[0]))
    return text
  }

  function required(name: string, max: number, variabelen?: readonly string[]): string {
    const text = read(name, max, variabelen)
    if (!text) fail(name, fout.leeg)
    return text
  }

  function tweetalig(name: string, max: number): Tweetalig {
    const text = {
      nl: required(`${name}.nl`, max, STATUS_VARIABELEN),
      en: required(`${name}.en`, max, STATUS_VARIABELEN),
    }
    if (text.nl && text.en && variabelenOf(text.nl) !== variabelenOf(text.en)) fail(`${name}.en`, fout.andereVariabelen)
    return text
  }

  function optionalTweetalig(name: string, max: number): Tweetalig | null {
    const [nl, en] = [`${name}.nl`, `${name}.en`].map((one) => entered[one]?.trim())
    if (!nl && !en) return null
    if (!nl || !en) fail(nl ? `${name}.en` : `${name}.nl`, fout.beideTalen)
    return nl && en ? tweetalig(name, max) : null
  }

  function duur(name: string): string {
    const text = entered[name]?.trim() ?? ''
    if (!/^[1-9]\d{0,2}$/.test(text)) fail(name, fout.dagen)
    return `P${text}D`
  }

  function bewaartermijn(name: string): string | null {
    const text = entered[name]?.trim()
    if (!text) return null
    if (!/^[1-9]\d{0,2}$/.test(text)) fail(name, fout.jaren)
    return `P${text}Y`
  }

  function waarschuwingsdagen(): number[] {
    const name = 'waarschuwingsdagen'
    const days = read(name, NAAM)
      .split(',')
      .flatMap((text) => text.trim() || [])
    if (days.some((text) => !/^[1-9]\d?$/.test(text) || Number(text) > MOST_WAARSCHUWINGSDAGEN)) {
      fail(name, fout.waarschuwingsdagen(MOST_WAARSCHUWINGSDAGEN))
    }
    return [...new Set(days.map(Number))].sort((one, other) => other - one)
  }

  function bezwaar(): string | null {
    const text = read('bezwaar', ZIN)
    if (!text) return null
    if (!zaaktypeResource.shape.bezwaar.safeParse(text).success) fail('bezwaar', fout.adres)
    return text
  }

  const tekstenOf = (name: string) => ({
    omschrijving: tweetalig(`${name}.omschrijving`, NAAM),
    antwoord: tweetalig(`${name}.antwoord`, ZIN),
    statustekst: tweetalig(`${name}.statustekst`, LANG),
    handeling: optionalTweetalig(`${name}.handeling`, LANG),
    intern: required(`${name}.intern`, ZIN),
  })

  const gegevens: ZaaktypeGegevens = {
    ...current,
    omschrijving: tweetalig('omschrijving', NAAM),
    intrekken: optionalTweetalig('intrekken', LANG),
    team: required('team', NAAM),
    doorlooptijd: duur('doorlooptijd'),
    servicenorm: duur('servicenorm'),
    verlengingstermijn: entered.verlengingstermijn?.trim() ? duur('verlengingstermijn') : null,
    waarschuwingsdagen: waarschuwingsdagen(),
    bezwaar: bezwaar(),
    toontDoorlooptijd: 'toontDoorlooptijd' in entered,
    statustypen: current.statustypen.map((statustype, index) => ({
      ...statustype,
      ...tekstenOf(`status.${index}`),
      informeren: `status.${index}.informeren` in entered,
    })),
    resultaattypen: current.resultaattypen.map((resultaattype, index) => ({
      ...resultaattype,
      ...tekstenOf(`resultaat.${index}`),
      bewaartermijn: bewaartermijn(`resultaat.${index}.bewaartermijn`),
    })),
    opschortingsredenen: current.opschortingsredenen.map((reden, index) => ({
      ...reden,
      omschrijving: tweetalig(`reden.${index}.omschrijving`, NAAM),
      intern: required(`reden.${index}.intern`, NAAM),
    })),
    teksten: Array.from({ length: current.teksten.length + NIEUWE_TEKSTEN }, (_, index) => ({
      naam: read(`tekst.${index}.naam`, NAAM),
      tekst: read(`tekst.${index}.tekst`, LANG, TEKST_VARIABELEN),
    })).filter(({ naam, tekst }, index) => {
      if (Boolean(naam) !== Boolean(tekst)) fail(`tekst.${index}.${naam ? 'tekst' : 'naam'}`, fout.tekstHalf)
      return naam && tekst
    }),
  }
  if (errors.length === 0 && dagenOf(gegevens.servicenorm) > dagenOf(gegevens.doorlooptijd)) {
    fail('servicenorm', fout.streefLanger)
  }
  return { gegevens, errors }
}

/** Which variables a text holds, as one comparable text. */
function variabelenOf(text: string): string {
  return [...text.matchAll(VARIABELE)]
    .map(([variabele]) => variabele)
    .sort()
    .join()
}
