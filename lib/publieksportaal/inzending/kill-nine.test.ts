import { hash } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { type Answer, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { makeDue, sendRest, startSending } from '../test-sending-process.ts'
import { startTestRegistratie } from '../zgw/test-registratie.ts'
import { sendBestanden } from './send-bestanden.ts'
import { sendInzendingen } from './send-inzendingen.ts'
import { reportAanvullingen, sendAanvullingen } from './submit-inzending.ts'
import { storeAskedZaak } from './test-aanvulling.ts'
import { addTestBestand, storedFiles, testPdf } from './test-bestanden.ts'
import { startBestandenBron } from './test-bestanden-bron.ts'

/** In the future of the database clock that the processes use. */
const FAR = '2999-12-31'
const INZENDINGEN = 30
/** The request at which a process is killed: before its response, or while the response is in transit. */
const KILLS = [
  { after: 5, answers: false },
  { after: 4, answers: true },
  { after: 7, answers: false },
]

const bron = await startTestBron()
const ctx = await createTestPublieksportaal({ env: bron.env })
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

test('kill -9 of process after process: every inzending arrives, and a repeat is identical', async () => {
  const taken: Answer = { status: 201, body: { kenmerk: 'x', uitkomst: 'recorded' } }
  let onRequest = (): Answer | Promise<Answer> => taken
  const nummers: string[] = []
  for (let i = 0; i < INZENDINGEN; i += 1) {
    const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx, { tot: FAR })
    bron.answers.set(`POST /v1/zaken/${zaak.uuid}/inzendingen`, () => onRequest())
    const reported = await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
    nummers.push(reported.ok ? reported.nummer : '')
  }

  for (const { after, answers } of KILLS) {
    await makeDue(ctx, 'inzending')
    const child = startSending(ctx, 'inzending/test-inzending-process.ts')
    let left = after
    onRequest = () => {
      left -= 1
      if (left > 0) return taken
      child.kill('SIGKILL')
      return answers ? taken : new Promise(() => {})
    }
    await once(child, 'exit')
  }
  onRequest = () => taken
  await sendRest(ctx, 'inzending', () => sendInzendingen(ctx))

  expect(await ctx.db.inzending.count({ where: { uitkomst: 'recorded' } })).toBe(INZENDINGEN)
  const posted = bron.requests.filter(({ method }) => method === 'POST').map(({ body }) => body)
  expect(posted.length, 'None was sent twice: no process died at the moment that this is about').toBeGreaterThan(
    INZENDINGEN,
  )
  const kenmerken = [...new Set(posted)].map((body) => JSON.parse(body).kenmerk)
  expect(kenmerken.toSorted()).toEqual(nummers.toSorted())
}, 180_000)

/**
 * The step of the kill: the first file, the second, or the inzending; before the zaaksysteem stores it, or
 * before its response arrives.
 */
const STEPS = [
  { step: 'bestand', nth: 1, isKept: false },
  { step: 'bestand', nth: 1, isKept: true },
  { step: 'bestand', nth: 2, isKept: false },
  { step: 'bestand', nth: 1, isKept: true },
  { step: 'inzending', nth: 1, isKept: false },
  { step: 'inzending', nth: 1, isKept: true },
]

test('kill -9 at each step of sending files: each arrives whole and once, and nothing of it stays', async () => {
  const zaaksysteem = await startBestandenBron()
  const env = { ...zaaksysteem.env, PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: '0' }
  const portal = await createTestPublieksportaal({ env })
  const { zaak, plattegrond, wanted } = await storeAskedZaak(portal, { tot: FAR })
  zaaksysteem.takes(zaak.uuid)
  const files = [testPdf(), testPdf()]
  for (const bytes of files) await addTestBestand(portal, { ...wanted, aanvulling: plattegrond }, { bytes })
  const sent = await sendAanvullingen(portal, wanted)

  for (const { step, nth, isKept } of STEPS) {
    await makeDue(portal, 'inzending')
    const child = startSending(portal, 'inzending/test-inzending-process.ts')
    let left = nth
    zaaksysteem.answerFirst((at) => {
      if (at !== step || --left !== 0) return undefined
      child.kill('SIGKILL')
      return isKept ? undefined : new Promise(() => {})
    })
    await once(child, 'exit')
  }
  zaaksysteem.answerFirst(() => undefined)
  await sendRest(portal, 'inzending', () => sendBestanden(portal))

  expect([...zaaksysteem.documenten.keys()]).toEqual([sent.ok && sent.nummer])
  const made = [...zaaksysteem.documenten.values()].flat().map((document) => document.hash)
  expect(made.toSorted()).toEqual(files.map((bytes) => hash('sha256', bytes, 'hex')).toSorted())
  expect([await portal.db.bestand.count(), await storedFiles(portal)]).toEqual([0, []])
  await portal.close()
  await zaaksysteem.close()
}, 180_000)

const DOCUMENT = '/documenten/api/v1/enkelvoudiginformatieobjecten'
const RELATIE = '/zaken/api/v1/zaakinformatieobjecten'

test('kill -9 at each step of storing a file in a ZGW registratie: the file is there once, whole, and with its zaak', async () => {
  const zaaksysteem = await startBestandenBron()
  const registratie = await startTestRegistratie({ clock: () => new Date() })
  const settings = { PUBLIEKSPORTAAL_ZGW_UPLOAD: '1', PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: '0' }
  const portal = await createTestPublieksportaal({ env: { ...zaaksysteem.env, ...registratie.env, ...settings } })
  const { zaak, plattegrond, wanted } = await storeAskedZaak(portal, { tot: FAR })
  registratie.zaak.identificatie = zaak.identificatie
  zaaksysteem.takes(zaak.uuid)
  const bytes = testPdf(300_000)
  await addTestBestand(portal, { ...wanted, aanvulling: plattegrond }, { bytes })
  await sendAanvullingen(portal, wanted)

  for (const path of [DOCUMENT, RELATIE]) {
    for (const isKept of [false, true]) {
      await makeDue(portal, 'inzending')
      const child = startSending(portal, 'inzending/test-inzending-process.ts')
      registratie.answers.set(path, ({ method }) => {
        if (method !== 'POST') return undefined
        child.kill('SIGKILL')
        return isKept ? undefined : new Promise(() => {})
      })
      await once(child, 'exit')
    }
    registratie.answers.clear()
  }
  await sendRest(portal, 'inzending', () => sendBestanden(portal))

  expect(registratie.relaties.map(({ informatieobject }) => informatieobject)).toEqual(
    [...registratie.documenten.values()].map(({ url }) => url),
  )
  expect([...registratie.bytesOf.values()].map((stored) => stored.equals(bytes))).toEqual([true])
  expect([...zaaksysteem.documenten.values(), await portal.db.bestand.count()]).toEqual([[], 0])
  await portal.close()
  await registratie.close()
  await zaaksysteem.close()
}, 180_000)
