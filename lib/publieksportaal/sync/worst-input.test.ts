import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bewijzenAnswer } from '#lib/contract/bewijzen.ts'
import { doorlooptijdenAnswer } from '#lib/contract/doorlooptijden.ts'
import { expectLinear } from '#lib/platform/test-worst-input.ts'
import { listen } from '#tools/servers/listen.ts'
import { SOURCE } from '../test-bron.ts'
import { testZaak, withRows } from '../test-zaak.ts'
import { callZaaksysteem } from './call-zaaksysteem.ts'
import { fetchGebeurtenissen, fetchZaak, fetchZaken, fetchZakenPages } from './zaaksysteem-api.ts'

/** The maximum for an answer is eight times as long. */
const LENGTH = 1_000_000

let said = ''
const server = createServer((_, response) => response.setHeader('Hoogste-Sequence', '9').end(said))
let api: { base: string; token: string }
beforeAll(async () => {
  api = { base: `http://127.0.0.1:${await listen(server)}`, token: 'token' }
})
afterAll(() => void server.close())

const zaak = testZaak()
const { zaaktype } = zaak
/** The place of the faults in otherwise valid data. */
const HERE = ['here']
const ONE = async () => (await fetchZaak(api, zaak.uuid)).ok
const SEVERAL = async () => (await fetchZaken(api, [zaak.uuid]))?.get(zaak.uuid)?.ok ?? false
const PAGE = async () => (await fetchZakenPages(api).next()).value?.ok ?? false

test.each<[string, object, () => Promise<boolean>]>([
  ['statussen of a zaak', { ...zaak, statussen: HERE }, ONE],
  ['aanvullingen of a zaak', { ...zaak, aanvullingen: HERE }, ONE],
  ['statustypen of a zaak', { ...zaak, zaaktype: { ...zaaktype, statustypen: HERE } }, ONE],
  ['resultaattypen of a zaak', { ...zaak, zaaktype: { ...zaaktype, resultaattypen: HERE } }, ONE],
  ['opschortingsredenen of a zaak', { ...zaak, zaaktype: { ...zaaktype, opschortingsredenen: HERE } }, ONE],
  ['zaken that were asked for together', { zaken: HERE }, SEVERAL],
  ['statussen of one of them', { zaken: [{ ...zaak, statussen: HERE }] }, SEVERAL],
  ['zaken of a page', { zaken: HERE, volgende: null }, PAGE],
  ['statussen of one of a page', { zaken: [{ ...zaak, statussen: HERE }], volgende: null }, PAGE],
  [
    'doorlooptijden',
    { doorlooptijden: HERE },
    async () => (await callZaaksysteem(api, { path: '/doorlooptijden', schema: doorlooptijdenAnswer })).ok,
  ],
  [
    'answers to bewijzen',
    { bewijzen: HERE },
    async () => (await callZaaksysteem(api, { path: '/bewijzen', schema: bewijzenAnswer })).ok,
  ],
  [
    'gebeurtenissen',
    HERE,
    async () => (await fetchGebeurtenissen(api, { source: SOURCE, vanaf: 4, limiet: 1_000 })).ok,
  ],
])('invalid %s cost no more than valid ones', async (_, around, read) => {
  const texts = ['{}', '[]', '1', '""', 'null', '{"a":1}'].map((fault) =>
    JSON.stringify(around).replace('"here"', [...Array(Math.floor(LENGTH / (fault.length + 1))).fill(fault)].join(',')),
  )
  const rows = Array.from({ length: LENGTH / 300 }, () => ({}))
  const ordinary = JSON.stringify(withRows(zaak, ...rows))
  await expectLinear(
    async (text) => {
      said = text
      expect(await (text === ordinary ? ONE : read)()).toBe(text === ordinary)
    },
    { ordinary, texts },
  )
})
