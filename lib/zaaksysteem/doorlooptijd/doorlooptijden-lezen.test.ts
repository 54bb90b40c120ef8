import { expect, test } from 'vitest'
import { doorlooptijdenAnswer } from '#lib/contract/doorlooptijden.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { findZaaktype } from '../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../catalogus/store-zaaktypeversie.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem, PORTAL_SCOPES } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'

const PORTAL = 'token-van-het-portaal'
const ONE_ZAAKTYPE = 'token-voor-een-zaaktype'
const PEILDATUM = new Date('2026-11-25')
const tokens = `portaal=${hashToken(PORTAL)}:${PORTAL_SCOPES},ander=${hashToken(ONE_ZAAKTYPE)}:zaken.lezen:OMG-KAP`
const ctx = await openTestZaaksysteem({ env: { ZAAKSYSTEEM_API_TOKENS: tokens } })
const weken = { peildatum: PEILDATUM, aantal: 64, helftBinnenWeken: 4, negenVanTienBinnenWeken: 7 }
const tooFew = { peildatum: PEILDATUM, aantal: 29, helftBinnenWeken: null, negenVanTienBinnenWeken: null }
await ctx.db.doorlooptijd.createMany({
  data: [
    { zaaktype: 'APV-STAND', ...weken },
    { zaaktype: 'OMG-KAP', ...weken, aantal: 30 },
    { zaaktype: 'APV-EVEN', ...tooFew },
  ],
})

async function read(token: string) {
  const request = new Request('http://localhost:3000/api/zaaksysteem/v1/doorlooptijden', {
    headers: { Authorization: `Bearer ${token}` },
  })
  const response = await answerApi(ctx, request)
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  return doorlooptijdenAnswer.parse(await response.json()).doorlooptijden
}

test('a zaaktype with enough zaken is listed, if the token may see it', async () => {
  expect(await read(PORTAL)).toEqual([
    { zaaktype: 'APV-STAND', peildatum: '2026-11-25', aantal: 64, helftBinnenWeken: 4, negenVanTienBinnenWeken: 7 },
    { zaaktype: 'OMG-KAP', peildatum: '2026-11-25', aantal: 30, helftBinnenWeken: 4, negenVanTienBinnenWeken: 7 },
  ])
  expect(await read(ONE_ZAAKTYPE)).toMatchObject([{ zaaktype: 'OMG-KAP' }])
})

test('a zaaktype that the desk switches off is no longer listed, at once', async () => {
  const { behandelaarId } = await registerTestZaak(ctx)
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const actor = { soort: 'behandelaar', id: behandelaarId } as const
  const off = { ...gegevens, toontDoorlooptijd: false }
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: off, actor })
  expect(await read(PORTAL)).toMatchObject([{ zaaktype: 'OMG-KAP' }])
})
