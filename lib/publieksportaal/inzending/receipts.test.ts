import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { removeEmailadres } from '../mail/emailadres/forget-emailadres.ts'
import { textOf } from '../mail/test-mail.ts'
import { ADRES, mailingPortal } from '../mail/test-mailing.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { startTestBron } from '../test-bron.ts'
import { sendInzendingen } from './send-inzendingen.ts'
import { reportAanvullingen, requestIntrekking, sendAanvullingen } from './submit-inzending.ts'
import { storeAskedZaak } from './test-aanvulling.ts'
import { addTestBestand } from './test-bestanden.ts'

const at = mailingPortal()

const withReceipts = async () => {
  await at.send()
  return at.smtp.received.map((mail) => [mail.to[0], mail.subject, textOf(mail)?.replace(/code=[\w-]{22}$/, 'code=…')])
}
const nummerOf = (said: Awaited<ReturnType<typeof requestIntrekking>>) => (said.ok ? said.nummer : '')
const END = `U logt eerst in. In deze mail staat niet alles, want anderen kunnen meelezen.

Heeft u een vraag? Bel 14 012 en noem dit nummer.

U krijgt deze mail, omdat u in Mijn zaken om mail over uw zaken heeft gevraagd. Wilt u dat niet meer?
Geen mail meer: http://localhost:3000/mijn/afmelden?code=…`

test('an inzending is confirmed by mail at once, with its time and number', async () => {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(at.ctx)
  const nummer = nummerOf(await reportAanvullingen(at.ctx, { ...wanted, aanvullingen: [plattegrond] }))
  expect(await withReceipts()).toEqual([
    [
      ADRES,
      'Gemeente Voorbeeld ontving uw bericht',
      `Goedendag,

Wij ontvingen uw bericht: woensdag 25 november 2026, 11:00. Dit is uw bewijs van ontvangst.

U meldde dat u 1 ding heeft gestuurd. Stuur ons uiterlijk donderdag 10 december 2026 nog 1 ding. Bij uw zaak leest u wat u al stuurde en wat wij nog missen. Het gaat over uw zaak met zaaknummer ${zaak.identificatie}.

Klopt dit niet? U kunt uw melding bij uw zaak terugnemen tot 12:00 uur.

Het nummer van uw bericht is ${nummer}.

Bekijk uw zaak:
http://localhost:3000/mijn/zaken/${zaak.uuid}

${END}`,
    ],
  ])
})

test('after the last thing that was asked, the receipt says that we look at it', async () => {
  const { plattegrond, foto, wanted } = await storeAskedZaak(at.ctx)
  await reportAanvullingen(at.ctx, { ...wanted, aanvullingen: [plattegrond, foto] })
  expect((await withReceipts())[0]?.[2]).toContain(
    'U meldde dat u heeft gestuurd wat wij misten. Nu gaan wij na of alles er is. Het gaat',
  )
})

test('the receipt of a gevoelige zaak says only that something came, and that a gemachtigde sent it', async () => {
  const { zaak, wanted } = await storeAskedZaak(at.ctx)
  await storeZaak(at.ctx, { ...zaak, gevoelig: true })
  const nummer = nummerOf(await requestIntrekking(at.ctx, { ...wanted, gemachtigdeId: uuidv7() }))
  expect((await withReceipts())[0]?.[2]).toBe(`Goedendag,

Wij ontvingen uw bericht: woensdag 25 november 2026, 11:00. Dit is uw bewijs van ontvangst.

Iemand deed dit namens u.

Het nummer van uw bericht is ${nummer}.

Bekijk uw zaak:
http://localhost:3000/mijn/zaken/${zaak.uuid}

${END}`)
})

test('the receipt counts the files, and does not name them', async () => {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(at.ctx)
  for (const naam of ['begane grond.pdf', 'Dossier De Wit.pdf']) {
    await addTestBestand(at.ctx, { ...wanted, aanvulling: plattegrond }, { naam })
  }
  await sendAanvullingen(at.ctx, wanted)
  const [[, , text] = []] = await withReceipts()
  expect(text).toContain(
    `U stuurde ons 2 bestanden. De namen en de digitale vingerafdrukken staan bij uw zaak. Stuur ons uiterlijk donderdag 10 december 2026 nog 1 ding. Bij uw zaak leest u wat u al stuurde en wat wij nog missen. Het gaat over uw zaak met zaaknummer ${zaak.identificatie}.`,
  )
  expect(text).not.toContain('De Wit')
})

test('a permanent refusal is mailed too, once', async () => {
  const { zaak, wanted } = await storeAskedZaak(at.ctx)
  await requestIntrekking(at.ctx, wanted)
  await withReceipts()
  const bron = await startTestBron()
  bron.answers.set(`POST /v1/zaken/${zaak.uuid}/inzendingen`, () => ({ status: 422 }))
  const api = bron.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API
  await sendInzendingen({ ...at.ctx, env: { ...at.ctx.env, PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: api } })
  await bron.close()
  const [, [, subject, text] = []] = await withReceipts()
  expect(subject).toBe('Gemeente Voorbeeld kon uw bericht niet verwerken')
  expect(text).toContain('Het telt niet mee.')
  expect(await withReceipts()).toHaveLength(2)
})

test('an inzending sent twice is confirmed once, and without an address nothing waits', async () => {
  const { wanted } = await storeAskedZaak(at.ctx)
  for (const _ of [1, 2]) await requestIntrekking(at.ctx, wanted)
  expect(await withReceipts()).toHaveLength(1)
  const other = await storeAskedZaak(at.ctx)
  await removeEmailadres(at.ctx, other.wanted)
  await requestIntrekking(at.ctx, other.wanted)
  expect(await withReceipts()).toHaveLength(1)
  expect((await at.waiting()).filter(({ soort }) => soort === 'ontvangst')).toEqual([])
})
