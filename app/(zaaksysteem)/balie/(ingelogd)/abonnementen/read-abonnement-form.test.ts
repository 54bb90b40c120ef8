import { expect, test } from 'vitest'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { changeForm, readAbonnementForm, registerForm } from './read-abonnement-form.ts'

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

function form(changes: Record<string, string | string[]> = {}): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...GOOD, ...changes })) {
    for (const one of [value].flat()) data.append(name, one)
  }
  return data
}

const read = (changes?: Record<string, string | string[]>) => readAbonnementForm(registerForm, form(changes))

test('the least that is filled in is an abonnement on everything', () => {
  expect(read()).toMatchObject({
    ok: true,
    velden: { naam: 'Portaal', contact: null, types: [], filters: [], herhaalschema: [], maxGelijktijdig: 64 },
  })
})

test('ticked zaaktypen become a filter before the ones in JSON', () => {
  const filters = '[{"not": {"suffix": {"type": "heropend"}}}]'
  expect(read({ zaaktypen: ['OMG-KAP', 'APV-EVEN'], filters })).toMatchObject({
    ok: true,
    velden: {
      filters: [
        { any: [{ exact: { zaaktype: 'OMG-KAP' } }, { exact: { zaaktype: 'APV-EVEN' } }] },
        { not: { suffix: { type: 'heropend' } } },
      ],
    },
  })
})

test.each([
  ['naam', '', abonnementen.fout.naamLeeg],
  ['sink', 'portaal.example', abonnementen.fout.sinkOngeldig],
  ['sink', 'ftp://portaal.example', abonnementen.fout.sinkOngeldig],
  ['contact', 'iemand', abonnementen.fout.contactOngeldig],
  ['credentialtype', '', abonnementen.fout.methodeLeeg],
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
])('%s %j is told at its field, and what was typed stays', (name, value, text) => {
  const gelezen = read({ [name]: value })
  expect(gelezen).toMatchObject({ ok: false, fouten: [{ name, text }], ingevuld: { [name]: value } })
})

test('everything that is wrong is told at once', () => {
  const gelezen = read({ naam: '', sink: 'x', contentmodus: 'binary', filters: '{' })
  expect(gelezen.ok || gelezen.fouten.map(({ name }) => name)).toEqual(['naam', 'filters', 'sink', 'contentmodus'])
})

test('zaaktypen and filters together may not be more than an abonnement holds', () => {
  const filters = JSON.stringify(Array.from({ length: 48 }, () => ({ prefix: { type: 'nl.' } })))
  expect(read({ zaaktypen: ['A'], filters }).ok).toBe(true)
  expect(read({ zaaktypen: ['A', 'B'], filters })).toMatchObject({
    fouten: [{ name: 'filters', text: abonnementen.fout.teVeelFilters }],
  })
})

test('control characters, which the database refuses, become spaces', () => {
  const gelezen = read({ naam: 'Archief\0\tNoord', filters: '[\n{"exact": {"zaaktype": "A"}}\n]' })
  expect(gelezen.ok && gelezen.velden).toMatchObject({ naam: 'Archief Noord', filters: [{ exact: { zaaktype: 'A' } }] })
})

test('changing does not read what lies fixed', () => {
  const gelezen = readAbonnementForm(changeForm, form({ sink: 'https://elders.example' }))
  expect(gelezen.ok && gelezen.velden).not.toHaveProperty('sink')
})

test('changing reads the contentmodus, which must be one', () => {
  const changed = (modus: string) => readAbonnementForm(changeForm, form({ contentmodus: modus }))
  expect(changed('batch')).toMatchObject({ ok: true, velden: { contentmodus: 'batch' } })
  expect(changed('')).toMatchObject({ fouten: [{ name: 'contentmodus' }] })
})
