import { expect, test } from 'vitest'
import { z } from 'zod'
import { list, tick } from './fields.ts'
import { readForm, readHidden } from './read-form.ts'
import { formDataOf } from './test-form-data.ts'

const ID = '0199a000-0000-7000-8000-000000000123'
const tweetalig = z.object({ nl: z.string().min(1, 'Leeg.'), en: z.string().min(1, 'Leeg.') })
const schema = z.object({
  id: z.uuid(),
  naam: z.string().max(3, 'Te lang.').regex(/^a/, 'Geen a.'),
  wachtwoord: z.string().optional(),
  soorten: list(z.array(z.string().regex(/^\w$/, 'Geen soort.')).min(1, 'Kies er een.')),
  meldt: tick,
  status: list(z.array(z.object({ tekst: tweetalig }))),
})
const GOOD = { id: ID, naam: 'a', soorten: ['x', 'y'] }
const read = (fields: Record<string, string | string[]>) =>
  readForm(schema, formDataOf({ ...GOOD, ...fields }), { passwords: ['wachtwoord'] })

test('texts are trimmed, CRLF becomes LF, and a list of one or two values is a list', () => {
  expect(read({ naam: ' a\r\nb ', soorten: ' x ' })).toMatchObject({
    ok: true,
    fields: { naam: 'a\nb', soorten: ['x'], meldt: false },
  })
  expect(read({ meldt: 'on' })).toMatchObject({ fields: { soorten: ['x', 'y'], meldt: true } })
})

test('a refusal returns the texts as they were typed, and one error for each field', () => {
  expect(read({ naam: ' bcde ', soorten: ['x', '??', '!!'] })).toMatchObject({
    ok: false,
    refusal: {
      errors: [
        { name: 'naam', text: 'Te lang.' },
        { name: 'soorten', text: 'Geen soort.' },
      ],
      entered: { naam: ' bcde ', soorten: ['x', '??', '!!'] },
    },
  })
  expect(read({ soorten: [] })).toMatchObject({ refusal: { errors: [{ name: 'soorten', text: 'Kies er een.' }] } })
})

test('a refusal of the use case returns the typed texts too', () => {
  const error = { name: 'naam', text: 'Bestaat al.' }
  expect(read({}).refuse(error)).toEqual({ errors: [error], entered: { ...GOOD } })
})

test('a password is not trimmed, and is in no answer', () => {
  const { refuse, ...rest } = read({ wachtwoord: ' geheim ' })
  expect(rest).toMatchObject({ ok: true, fields: { wachtwoord: ' geheim ' } })
  expect(JSON.stringify([refuse(), read({ wachtwoord: ' geheim ', naam: '' })])).not.toContain('geheim')
})

test('a name with dots is a nested field, and its error has the same name', () => {
  const texts = { 'status.0.tekst.nl': 'Ja', 'status.0.tekst.en': 'Yes', 'status.1.tekst.nl': 'Nee' }
  expect(read({ ...texts, 'status.1.tekst.en': 'No' })).toMatchObject({
    fields: { status: [{ tekst: { nl: 'Ja', en: 'Yes' } }, { tekst: { nl: 'Nee', en: 'No' } }] },
  })
  expect(read({ ...texts, 'status.1.tekst.en': '' })).toMatchObject({
    refusal: { errors: [{ name: 'status.1.tekst.en', text: 'Leeg.' }] },
  })
})

test.each<Record<string, string | string[]>>([
  { id: 'x' },
  { id: [] },
  { naam: ['a', 'b'] },
  { 'naam.0': 'x' },
  { 'status.__proto__.x': 'x' },
  { 'status.length': '1' },
  { 'status.0': 'x' },
  { 'status.0.tekst.nl': 'x' },
  { 'status.99999999.tekst.nl': 'x' },
])('fields that none of our pages sends are answered 404: %j', (fields) => {
  expect(() => read(fields)).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})

test.each(['__proto__.x', 'constructor.prototype.x', '__proto__', 'x.__proto__.x', 'x.length', 'x.0'])(
  '%s is an ordinary name, also beside other fields',
  (name) => {
    const sent = formDataOf({ ...GOOD, 'x.0.y': 'x' })
    sent.append(name, 'x')
    sent.append('x.1.y', 'x')
    expect(readForm(schema, sent)).toMatchObject({ ok: true })
    expect(Object.prototype).not.toHaveProperty('x')
    expect(Array.prototype).not.toHaveProperty('x')
    expect(Array).not.toHaveProperty('x')
  },
)

test.each([null, undefined, 'x', {}, { entries: [] }])('%j is not a FormData, and is answered 404', (sent) => {
  expect(() => readForm(schema, sent as unknown as FormData)).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})

test('a form of hidden fields is read, or answered 404', () => {
  const hidden = z.object({ id: z.uuid() })
  expect(readHidden(hidden, formDataOf({ id: ID }))).toEqual({ id: ID })
  expect(() => readHidden(hidden, formDataOf({}))).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})
