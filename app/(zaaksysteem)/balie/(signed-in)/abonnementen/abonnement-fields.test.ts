import { expect, test } from 'vitest'
import type { z } from 'zod'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { changeForm, registerForm, registerNatsForm } from './abonnement-fields.ts'

const GOOD = {
  naam: 'Portaal',
  sink: 'https://portaal.example/webhooks',
  contact: '',
  credentialtype: 'JWT',
  contentmodus: 'structured',
  herhaalschema: '',
  maxGelijktijdig: '64',
  filters: '',
}

type Changes = Record<string, string | string[]>
const readAs = <T>(schema: z.ZodType<T>, changes: Changes) =>
  readForm(schema, formDataOf({ ...GOOD, ...changes }), { passwords: ['secret'] })
const read = (changes: Changes = {}) => readAs(registerForm, changes)

test('the minimal form registers an abonnement on all events', () => {
  expect(read()).toMatchObject({
    ok: true,
    fields: { naam: 'Portaal', contact: null, types: [], filters: [], herhaalschema: [], maxGelijktijdig: 64 },
  })
})

test('ticked zaaktypen become a filter before the ones in JSON', () => {
  const filters = '[{"not": {"suffix": {"type": "heropend"}}}]'
  expect(read({ zaaktypen: ['OMG-KAP', 'APV-EVEN'], filters })).toMatchObject({
    ok: true,
    fields: {
      filters: [
        { any: [{ exact: { zaaktype: 'OMG-KAP' } }, { exact: { zaaktype: 'APV-EVEN' } }] },
        { not: { suffix: { type: 'heropend' } } },
      ],
    },
  })
})

test('ticked statuses become a filter too', () => {
  expect(read({ zaaktypen: ['OMG-KAP'], statussen: ['*', 'ontvangen'] })).toMatchObject({
    fields: {
      filters: [
        { exact: { zaaktype: 'OMG-KAP' } },
        { any: [{ exact: { eindstatus: 'true' } }, { exact: { nieuweStatus: 'ontvangen' } }] },
      ],
    },
  })
})

test.each([
  ['naam', '', abonnementen.fout.naamLeeg],
  ['sink', 'portaal.example', abonnementen.fout.sinkOngeldig],
  ['sink', 'ftp://portaal.example', abonnementen.fout.sinkOngeldig],
  ['contact', 'iemand', abonnementen.fout.contactOngeldig],
  ['credentialtype', '', abonnementen.fout.credentialtypeLeeg],
  ['contentmodus', 'binary', abonnementen.fout.modusPastNiet],
  ['herhaalschema', '5 s, straks', abonnementen.fout.schemaOngeldig('straks')],
  ['herhaalschema', '2 d', abonnementen.fout.schemaGrens('1 d')],
  ['maxGelijktijdig', '0', abonnementen.fout.gelijktijdig(256)],
  ['maxGelijktijdig', 'veel', abonnementen.fout.gelijktijdig(256)],
  ['filters', '[{', abonnementen.fout.geenJson],
  ['filters', '{"exact": {"zaaktype": "A"}}', abonnementen.fout.filters('')],
  [
    'filters',
    '[{"exact": {"zaaktype": "A"}}, {"regex": {"zaaktype": "A"}}]',
    abonnementen.fout.filters(' bij nummer 2'),
  ],
])('%s %j is an error at its field, and the input is kept', (name, value, text) => {
  const result = read({ [name]: value })
  expect(result).toMatchObject({ ok: false, refusal: { errors: [{ name, text }], entered: { [name]: value } } })
})

test('all errors are reported at once', () => {
  const result = read({ naam: '', sink: 'x', contentmodus: 'binary', filters: '{' })
  expect(result.ok || result.refusal.errors.map(({ name }) => name)).toEqual([
    'naam',
    'filters',
    'sink',
    'contentmodus',
  ])
})

test('zaaktypen and filters together may not exceed the maximum of an abonnement', () => {
  const filters = JSON.stringify(Array.from({ length: 18 }, () => ({ prefix: { type: 'nl.' } })))
  expect(read({ zaaktypen: ['A'], filters }).ok).toBe(true)
  expect(read({ zaaktypen: ['A', 'B'], filters })).toMatchObject({
    refusal: { errors: [{ name: 'filters', text: abonnementen.fout.teVeelFilters }] },
  })
})

test.each(['\0', '\t', '\ufffd'])('%j in a text is an error at its field, and is not altered', (character) => {
  const text = `a${character}b`
  const result = read({ naam: text, types: [text], zaaktypen: [text] })
  expect(result.ok || result.refusal.errors).toEqual([
    { name: 'naam', text: staff.eenRegel },
    { name: 'types', text: abonnementen.fout.keuzeOnbekend },
    { name: 'zaaktypen', text: abonnementen.fout.keuzeOnbekend },
  ])
  expect(result.ok || result.refusal.entered?.naam).toBe(text)
})

test('filters keep their line ends', () => {
  const result = read({ filters: '[\n{"exact": {"zaaktype": "A"}}\n]' })
  expect(result.ok && result.fields).toMatchObject({ filters: [{ exact: { zaaktype: 'A' } }] })
})

test('the form for changes ignores the immutable fields', () => {
  const result = readAs(changeForm, { sink: 'https://elders.example' })
  expect(result.ok && result.fields).not.toHaveProperty('sink')
})

test('the form for changes requires a valid contentmodus', () => {
  const changed = (contentmodus: string) => readAs(changeForm, { contentmodus })
  expect(changed('batch')).toMatchObject({ ok: true, fields: { contentmodus: 'batch' } })
  expect(changed('')).toMatchObject({ refusal: { errors: [{ name: 'contentmodus' }] } })
})

test('the form for changes reads a new password unaltered, and none where the field is empty or missing', () => {
  const changed = (changes: Changes) => readAs(changeForm, changes)
  const read = changed({ secret: ' met spaties ' })
  expect(read).toMatchObject({ ok: true, fields: { secret: ' met spaties ' } })
  expect(JSON.stringify(read.refuse())).not.toContain('spaties')
  for (const none of [{ secret: '' }, {}] as Changes[]) {
    expect(changed(none)).toMatchObject({ ok: true, fields: { secret: undefined } })
  }
  expect(changed({ secret: 'a\0b' })).toMatchObject({
    refusal: { errors: [{ name: 'secret', text: abonnementen.fout.inlogTekens }] },
  })
})

test.each(['\ufffd', '\\u0000', '\\ud800'])('%j in a filter is an error at its field', (character) => {
  const result = read({ filters: `[{"exact": {"zaaktype": "a${character}"}}]` })
  expect(result).toMatchObject({ ok: false, refusal: { errors: [{ name: 'filters' }] } })
})

test('a type with a wildcard, which would never match, is an error at its field', () => {
  expect(read({ types: ['nl.overheid.zaken.*'] })).toMatchObject({
    refusal: { errors: [{ name: 'types', text: abonnementen.fout.typePastNooit }] },
  })
})

const NATS = {
  sink: 'tls://nats.example',
  credentialtype: [],
  subject: 'gemeente.zaken',
  stream: '',
  identifier: 'zaaksysteem',
  secret: ' met spaties ',
}
const readNats = (changes: Changes = {}) => readAs(registerNatsForm, { ...NATS, ...changes })

test('for NATS the password is read unaltered, and is absent from the values that the form shows again', () => {
  const read = readNats()
  expect(read).toMatchObject({
    ok: true,
    fields: { subject: 'gemeente.zaken', stream: undefined, secret: ' met spaties ' },
  })
  expect(JSON.stringify(read.refuse())).not.toContain('spaties')
})

test.each([
  ['sink', 'https://nats.example', abonnementen.fout.serverOngeldig],
  ['subject', 'gemeente.>', abonnementen.fout.subjectOngeldig],
  ['subject', '$JS.API.INFO', abonnementen.fout.subjectOngeldig],
  ['stream', 'a b', abonnementen.fout.streamOngeldig],
  ['identifier', '', abonnementen.fout.identifierLeeg],
  ['secret', '', abonnementen.fout.secretLeeg],
  ['contentmodus', 'batch', abonnementen.fout.modusPastNietNats],
])('over NATS %s %j is an error at its field', (name, value, text) => {
  expect(readNats({ [name]: value })).toMatchObject({ ok: false, refusal: { errors: [{ name, text }] } })
})
