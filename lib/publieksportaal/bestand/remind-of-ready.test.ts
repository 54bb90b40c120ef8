import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { storeAskedZaak } from '../inzending/test-aanvulling.ts'
import { addTestBestand } from '../inzending/test-bestanden.ts'
import { textOf } from '../mail/test-mail.ts'
import { mailingPortal } from '../mail/test-mailing.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { remindOfReady, removeBestand } from './ready-bestanden.ts'

const at = mailingPortal()

async function withReady() {
  const asked = await storeAskedZaak(at.ctx)
  // drops the mail about the question itself
  await at.ctx.db.uitgaandeMail.deleteMany()
  const of = { ...asked.wanted, aanvulling: asked.plattegrond }
  expect(await addTestBestand(at.ctx, of, { naam: 'geheime tekening' })).toMatchObject({ ok: true })
  return { ...asked, of }
}
/** Returns the mails that are sent after this many hours. */
async function mailsAfter(hours: number) {
  at.pass(hours * HOUR_MS)
  await Promise.all([remindOfReady(at.ctx), remindOfReady(at.ctx)])
  await at.send()
  return at.smtp.received.map((mail) => ({ subject: mail.subject, text: textOf(mail) ?? '' }))
}

test('a citizen is reminded once, six hours before unsent files are removed', async () => {
  const { zaak } = await withReady()
  expect(await mailsAfter(17.9)).toEqual([])
  const [mail, ...others] = await mailsAfter(0.2)
  expect(others).toEqual([])
  expect(mail?.subject).toBe('U heeft nog niet alles verstuurd aan Gemeente Voorbeeld')
  expect(mail?.text.split('\n\n').slice(0, 5)).toEqual([
    'Goedendag,',
    `U koos bestanden voor uw zaak met zaaknummer ${zaak.identificatie}. U heeft ze nog niet verstuurd. Wij hebben ze dus niet gekregen.`,
    'Wilt u ze nog versturen? Doe dat vóór dit moment: donderdag 26 november 2026, 11:00. Daarna verwijderen wij ze. U kunt ze dan opnieuw kiezen, zolang wij erom vragen.',
    `Bekijk uw zaak:\nhttp://localhost:3000/mijn/zaken/${zaak.uuid}`,
    'U logt eerst in. In deze mail staat niet alles, want anderen kunnen meelezen.',
  ])
  expect(mail?.text).not.toMatch(/tekening|plattegrond/i)
  expect(await mailsAfter(1)).toHaveLength(1)
})

test('the mail names nothing of a gevoelige zaak', async () => {
  const { zaak } = await withReady()
  await storeZaak(at.ctx, { ...zaak, gevoelig: true })
  const [mail] = await mailsAfter(19)
  expect(mail?.text).toContain('U bent in Mijn zaken ergens mee begonnen en u heeft het nog niet verstuurd.')
  expect(mail?.text).not.toContain(zaak.identificatie)
})

test.each<[string, (given: Awaited<ReturnType<typeof withReady>>) => Promise<unknown>]>([
  [
    'wants no reminders',
    ({ wanted }) => at.ctx.db.burger.update({ where: { id: wanted.burgerId }, data: { herinnerAanvulling: false } }),
  ],
  [
    'took them away meanwhile',
    async ({ wanted }) => {
      const { id } = await at.ctx.db.bestand.findFirstOrThrow({ where: { burgerId: wanted.burgerId } })
      await removeBestand(at.ctx, { ...wanted, id })
    },
  ],
  ['sent them, which was refused', () => at.ctx.db.bestand.updateMany({ data: { foutcode: 'zaak_full' } })],
])('a citizen who %s is not reminded', async (_, change) => {
  await change(await withReady())
  expect(await mailsAfter(19)).toEqual([])
})
