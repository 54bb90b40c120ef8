import { expect, test } from 'vitest'
import { openTestPublieksportaal } from '../test-context.ts'
import { findZakenOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { findIntrekkingen } from './find-inzendingen.ts'
import { requestIntrekking } from './submit-inzending.ts'
import { storeAskedZaak } from './test-aanvulling.ts'

const ctx = await openTestPublieksportaal({ clock: () => new Date('2026-11-26T10:00:00Z') })

test('each zaak of the list says whether its citizen asked to withdraw it', async () => {
  const [asked, silent] = [await storeAskedZaak(ctx), await storeAskedZaak(ctx)]
  await requestIntrekking(ctx, (await storeAskedZaak(ctx, { bsn: '999990408' })).wanted)
  await requestIntrekking(ctx, asked.wanted)
  const { burgerId } = asked.wanted
  const { open } = await findZakenOfBurger(ctx, { burgerId })
  const zaken = await findIntrekkingen(ctx, { burgerId, zaken: open })
  expect(Object.fromEntries(zaken.map(({ id, wilIntrekken }) => [id, wilIntrekken]))).toEqual({
    [asked.zaak.uuid]: true,
    [silent.zaak.uuid]: false,
  })
})
