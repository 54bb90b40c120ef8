import { afterAll, beforeEach, expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { findReadyBestanden } from '../bestand/ready-bestanden.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { NOW, startTestRegistratie } from '../zgw/test-registratie.ts'
import { findInzendingen } from './find-inzendingen.ts'
import { sendBestanden } from './send-bestanden.ts'
import { sendAanvullingen } from './submit-inzending.ts'
import { storeAskedZaak } from './test-aanvulling.ts'
import { addTestBestand, storedFiles, testPdf } from './test-bestanden.ts'
import { startBestandenBron } from './test-bestanden-bron.ts'

let now: Date

const bron = await startBestandenBron()
const registratie = await startTestRegistratie()
const env = {
  ...bron.env,
  ...registratie.env,
  PUBLIEKSPORTAAL_ZGW_UPLOAD: '1',
  PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: '0',
}
const ctx = await createTestPublieksportaal({
  env,
  clock: () => now,
  log: createLogger('test', { write() {} }, 'silent'),
})
beforeEach(async () => {
  now = NOW
  registratie.clear()
  bron.requests.length = 0
  bron.documenten.clear()
  bron.answerFirst(() => undefined)
  await ctx.db.inzending.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await registratie.close()
  await bron.close()
})

const BYTES = testPdf(300_000)

/** Sends a drawing that was asked, for a zaak that may exist in the registratie too. */
async function send({ isThere = true } = {}) {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
  registratie.zaak.identificatie = isThere ? zaak.identificatie : 'ZAAK-2026-1'
  bron.takes(zaak.uuid)
  await addTestBestand(ctx, { ...wanted, aanvulling: plattegrond }, { naam: 'begane grond.pdf', bytes: BYTES })
  await sendAanvullingen(ctx, wanted)
  return wanted
}
const paths = () => bron.requests.map(({ url }) => url.split('/').at(-1))
const named = () => [...bron.documenten.values()]
const uitkomst = async (wanted: Awaited<ReturnType<typeof send>>) => (await findInzendingen(ctx, wanted))[0]?.uitkomst

test('the bytes go to the registratie, the zaaksysteem gets the report, and the portal keeps no bytes', async () => {
  const wanted = await send()
  await sendBestanden(ctx)
  const [document] = [...registratie.documenten.values()]
  expect(document).toMatchObject({
    titel: 'begane grond.pdf',
    formaat: 'application/pdf',
    ontvangstdatum: '2026-11-25',
  })
  expect(registratie.bytesOf.get(document?.url.slice(-36) as string)?.equals(BYTES)).toBe(true)
  expect(registratie.relaties).toHaveLength(1)
  expect([paths(), named()]).toEqual([['inzendingen'], [[]]])
  expect([await uitkomst(wanted), await storedFiles(ctx)]).toEqual(['recorded', []])
})

test('a registratie that was away gets the file once it is back, and no duplicate when the zaaksysteem was away after that', async () => {
  const wanted = await send()
  registratie.answers.set('/zaken/api/v1/zaken', () => ({ status: 503 }))
  await sendBestanden(ctx)
  expect(await ctx.db.inzending.findFirst()).toMatchObject({ foutcode: 'zaken_503', pogingen: 1 })
  registratie.answers.clear()
  now = new Date(now.getTime() + MINUTE_MS)
  bron.answerFirst(() => ({ status: 503 }))
  await sendBestanden(ctx)
  bron.answerFirst(() => undefined)
  now = new Date(now.getTime() + 2 * MINUTE_MS)
  await sendBestanden(ctx)
  expect([registratie.documenten.size, registratie.relaties.length]).toEqual([1, 1])
  expect(await uitkomst(wanted)).toBe('recorded')
})

test('a file that is too large for the registratie is ready again, with the reason', async () => {
  const wanted = await send()
  registratie.answers.set('/documenten/api/v1/enkelvoudiginformatieobjecten', ({ method }) =>
    method === 'POST' ? { status: 413 } : undefined,
  )
  await sendBestanden(ctx)
  expect(await findReadyBestanden(ctx, wanted)).toMatchObject([{ foutcode: 'bestand_too_large' }])
})

test('for a zaak that the registratie lacks the file goes to the zaaksysteem', async () => {
  const wanted = await send({ isThere: false })
  await sendBestanden(ctx)
  expect([paths(), registratie.documenten.size]).toEqual([['bestanden', 'inzendingen'], 0])
  expect(await uitkomst(wanted)).toBe('recorded')
})
