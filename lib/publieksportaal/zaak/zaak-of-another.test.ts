import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBewijsOfZaak } from '../bewijs/find-bewijs-of-zaak.ts'
import { recordOpgehaald } from '../bewijs/record-opgehaald.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { findInzendingen } from '../inzending/find-inzendingen.ts'
import { askVraag, reportAanvullingen, requestIntrekking, takeBackInzending } from '../inzending/submit-inzending.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { DOCUMENT, testZaak } from '../test-zaak.ts'
import { findDocumentOfBurger } from '../zgw/document-of-burger.ts'
import { findZaakOfBurger } from './find-zaken-of-burger.ts'
import { markGezien } from './mark-gezien.ts'

let ctx: TestPublieksportaal
let asked: string[]
let burgerId: string
const anothers = uuidv7()
const nobodys = uuidv7()
const documentId = uuidv7()

beforeAll(async () => {
  ctx = await createTestPublieksportaal()
  ctx.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query(...args: [string | { text: string }, ...unknown[]]) {
        asked.push(typeof args[0] === 'string' ? args[0] : args[0].text)
        return query(...args)
      },
    })
  })
  asked = []
  const zaak = testZaak({ uuid: anothers, bsn: '999990019' })
  await storeZaak(ctx, { ...zaak, documenten: [{ ...DOCUMENT, id: documentId }] })
  burgerId = (await findOrCreateBurger(ctx, '999990342')).id
})
afterAll(() => ctx.close())

const USES: Record<string, (zaakId: string) => Promise<unknown>> = {
  'to read it': (zaakId) => findZaakOfBurger(ctx, { burgerId, zaakId }),
  'to read a document of it': (zaakId) => findDocumentOfBurger(ctx, { burgerId, zaakId, documentId }),
  'to say that a document of it was fetched': (zaakId) =>
    recordOpgehaald(ctx, {
      ...{ burgerId, namens: null, zaakId, document: { ...DOCUMENT, id: documentId } },
      ...{ sessieId: crypto.randomUUID(), start: 0, end: DOCUMENT.grootte },
    }),
  'to read its bewijs': (zaakId) => findBewijsOfZaak(ctx, { burgerId, zaakId }),
  'to read what was said': (zaakId) => findInzendingen(ctx, { burgerId, zaakId }),
  'to have seen it': (zaakId) => markGezien(ctx, { burgerId, namens: null, zaakId, versie: 1 }),
  'to withdraw it': (zaakId) => requestIntrekking(ctx, { burgerId, gemachtigdeId: null, zaakId, versie: 1 }),
  'to say what was sent': (zaakId) =>
    reportAanvullingen(ctx, { burgerId, gemachtigdeId: null, zaakId, versie: 1, aanvullingen: [] }),
  'to take back what was said': (zaakId) =>
    takeBackInzending(ctx, { burgerId, gemachtigdeId: null, zaakId, nummer: 'K7QD-3MXA' }),
  'to ask something of it': (zaakId) => askVraag(ctx, { burgerId, gemachtigdeId: null, zaakId, tekst: 'Wanneer?' }),
}

// Response times must not reveal whether the zaak of another exists.
test.each(Object.entries(USES))(
  "%s sends the same queries for another citizen's zaak as for a missing one",
  async (_, use) => {
    async function take(zaakId: string) {
      asked = []
      const answer = await use(zaakId)
      // the order of two concurrent queries is not determined
      return { answer, asked: asked.toSorted() }
    }
    const [first, second] = [await take(anothers), await take(nobodys)]
    expect(first).toEqual(second)
    expect(first.asked).not.toEqual([])
  },
)
