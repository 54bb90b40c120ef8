import { describe, expect, test } from 'vitest'
import { type Tweetalig, zaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { findZaaktype, findZaaktypen } from './find-zaaktypen.ts'
import { labelOfResultaat, labelOfStatustype } from './zaaktype.ts'

const ctx = await openTestZaaksysteem()
const ZAAKTYPEN = await findZaaktypen(ctx)

const MAX_WORDS = 20
const PLACEHOLDERS = new Set(['{fataleDatum}', '{bezwaardatum}', '{beroepsdatum}'])

const days = (duration: string) => daysBetween('2026-01-01', addToDate('2026-01-01', duration))

test('the ten zaaktypen have different names', () => {
  expect(new Set(ZAAKTYPEN.map(({ identificatie }) => identificatie)).size).toBe(10)
  expect(new Set(ZAAKTYPEN.map(({ omschrijving }) => omschrijving.nl)).size).toBe(10)
})

test('findZaaktype throws for an unknown zaaktype', async () => {
  await expect(findZaaktype(ctx, 'APV-FEEST')).rejects.toThrow('APV-FEEST')
})

test('the desk calls a status and a resultaat by their Dutch names', async () => {
  const zaaktype = await findZaaktype(ctx, 'APV-EVEN')
  expect(labelOfStatustype(zaaktype, 'adviezen_ontvangen')).toBe('Adviezen ontvangen')
  expect(labelOfResultaat(zaaktype, 'geweigerd')).toBe('Vergunning geweigerd')
  expect(labelOfResultaat(zaaktype, null)).toBeNull()
})

describe.each(ZAAKTYPEN.map((zaaktype) => [zaaktype.identificatie, zaaktype] as const))('%s', (_, zaaktype) => {
  const { statustypen, resultaattypen } = zaaktype

  test('matches the schema of the contract', () => {
    zaaktypeResource.parse(zaaktype)
  })

  test('has unique codes, also among the statuscodes that events carry', () => {
    const statuscodes = [...statustypen.map(({ code }) => code), ...resultaattypen.map(({ statuscode }) => statuscode)]
    expect(new Set(statuscodes).size).toBe(statuscodes.length)
    expect(new Set(resultaattypen.map(({ code }) => code)).size).toBe(resultaattypen.length)
  })

  test('numbers its statustypen from 1 and ends with its only eindstatus', () => {
    expect(statustypen.map(({ volgnummer }) => volgnummer)).toEqual(statustypen.map((_, index) => index + 1))
    expect(statustypen.filter(({ isEindstatus }) => isEindstatus)).toEqual([statustypen.at(-1)])
  })

  test('has a servicenorm of at most the doorlooptijd', () => {
    expect(days(zaaktype.servicenorm)).toBeGreaterThan(0)
    expect(days(zaaktype.servicenorm)).toBeLessThanOrEqual(days(zaaktype.doorlooptijd.duur))
  })

  test('has plain texts in both languages', () => {
    const texts = [...statustypen, ...resultaattypen].flatMap((type) => [
      type.omschrijving,
      type.antwoord,
      type.statustekst,
      ...(type.handeling ? [type.handeling] : []),
      { nl: type.intern, en: type.intern },
    ])
    for (const text of [zaaktype.omschrijving, ...texts]) expectPlain(text)
  })

  test('has an antwoord of one sentence for each status and resultaat', () => {
    for (const { antwoord } of [...statustypen, ...resultaattypen]) {
      expect(antwoord.nl).toMatch(/^[^.?!]+\.$/)
      expect(antwoord.en).toMatch(/^[^.?!]+\.$/)
    }
  })
})

function expectPlain(text: Tweetalig) {
  for (const language of [text.nl, text.en]) {
    expect(language.trim()).toBe(language)
    expect(language).not.toBe('')
    for (const [placeholder] of language.matchAll(/\{[^}]*\}/g)) expect(PLACEHOLDERS).toContain(placeholder)
    for (const sentence of language.split(/[.?!]/)) {
      expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(MAX_WORDS)
    }
  }
  const placeholders = (language: string) => language.match(/\{[^}]*\}/g)
  expect(placeholders(text.en)).toEqual(placeholders(text.nl))
}
