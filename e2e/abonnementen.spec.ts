import { expect, type Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { expectAccessible } from './expect-accessible.ts'
import { chooseUntil, expectNotForYou, openBalie, openNewZaak, setNextStatus, visitUntil } from './people.ts'
import { type Bezorging, startSink } from './sink.ts'
import { test } from './test.ts'

/** Registers an abonnement on one zaak that gives up after two attempts. */
async function register(balie: Page, { naam, sink, zaakId }: { naam: string; sink: string; zaakId: string }) {
  await balie.goto('/balie/abonnementen')
  await balie.getByRole('link', { name: 'Nieuw abonnement' }).click()
  await balie.getByLabel('Naam', { exact: true }).fill(naam)
  await balie.getByLabel('Adres van de ontvanger').fill(sink)
  await balie.getByRole('radio', { name: /^Standard Webhooks/ }).check()
  await balie.getByText('Meer instellingen').click()
  await balie.getByLabel(/^Herhaalschema/).fill('1 s')
  await balie.getByLabel(/^Extra filters/).fill(JSON.stringify([{ exact: { subject: zaakId } }]))
  await balie.getByRole('button', { name: 'Opslaan en verifiëren' }).click()
}

const geheimOn = async (balie: Page) => (await balie.locator('dd code').textContent()) as string

function verifies(geheim: string, { headers, body }: Bezorging): boolean {
  try {
    new Webhook(geheim).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  }
}

test('the life of an abonnement: its sink fails and is repaired, it pauses and recovers, its secret rotates', async ({
  browser,
}) => {
  await using sink = await startSink()
  const { zaakId } = await openNewZaak(browser, 'N. Wong')
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const naam = `Archief ${new URL(sink.url).port}`

  await register(balie, { naam, sink: sink.url, zaakId })
  await expect(balie.getByRole('heading', { level: 1, name: `‘${naam}’ is opgeslagen` })).toBeVisible()
  await expect(balie.getByText('Het abonnement is actief.')).toBeVisible()
  const firstGeheim = await geheimOn(balie)
  expect(balie.url()).not.toContain(firstGeheim)
  await expectAccessible(balie)
  await balie.getByRole('link', { name: 'Naar het abonnement' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: naam, exact: true })).toBeVisible()
  const abonnement = balie.url()
  await balie.reload()
  expect((await balie.content()).includes(firstGeheim), 'the secret is shown once').toBe(false)

  await test.step('a failing sink: the beheerder sees every attempt with its response, and an alert', async () => {
    Object.assign(sink.answer, { httpStatus: 503, body: 'Wij zijn even dicht.' })
    await setNextStatus(balie, zaakId)
    await visitUntil(balie, balie.getByRole('listitem').filter({ hasText: naam }), '/balie/abonnementen')
    expect(sink.bezorgingen).toHaveLength(2)
    await balie.getByRole('button', { name: `Gezien melding van ${naam}` }).click()
    await expect(balie.getByRole('listitem').filter({ hasText: naam })).toHaveCount(0)

    const falend = balie.getByRole('table', { name: 'Mislukte pogingen per abonnement' })
    await expect(falend.getByRole('row').filter({ hasText: naam }).getByRole('cell')).toHaveText('2')
    await balie.getByRole('link', { name: naam }).first().click()
    await expect(balie.getByText('lukte geen poging')).toBeVisible()
    await expect(balie.getByRole('img', { name: 'In de laatste 24 uur: 0 geslaagd en 2 mislukt.' })).toBeVisible()
    await balie
      .getByRole('row')
      .filter({ hasText: 'niet bezorgd' })
      .getByRole('link', { name: /^Bericht/ })
      .click()
    await expect(balie.getByText('503 storing bij ontvanger (5xx)')).toHaveCount(2)
    await expect(balie.getByText('Wij zijn even dicht.').first()).toBeVisible()
    await expect(balie.getByText('webhook-signature:').first()).toBeVisible()
    await expectAccessible(balie)
  })

  await test.step('once the sink is fixed, opnieuw bezorgen delivers the same event', async () => {
    Object.assign(sink.answer, { httpStatus: 204, body: '' })
    await balie.getByRole('button', { name: 'Opnieuw bezorgen' }).click()
    const again = balie.getByRole('listitem').filter({ hasText: 'Poging 3' })
    await expect(again.getByText('204 bezorgd')).toBeVisible()
    await expect(again.getByText('handmatig')).toBeVisible()
    const [failed, , delivered] = sink.bezorgingen
    expect(delivered?.body).toBe(failed?.body)
    expect(delivered?.headers['webhook-id']).toBe(failed?.headers['webhook-id'])
  })

  await test.step('events during a pause are skipped, and recovered afterwards', async () => {
    await balie.goto(abonnement)
    await balie.getByRole('button', { name: 'Pauzeer' }).click()
    await expect(balie.getByText('Gepauzeerd. Nieuwe berichten slaan wij over')).toBeVisible()
    await setNextStatus(balie, zaakId)
    await visitUntil(balie, balie.getByRole('row').filter({ hasText: 'overgeslagen' }), abonnement)
    expect(sink.bezorgingen).toHaveLength(3)

    await balie.getByRole('button', { name: 'Hervat' }).click()
    await expect(balie.getByText('1 bericht is overgeslagen.')).toBeVisible()
    await expectAccessible(balie)
    await balie.getByRole('button', { name: /^Herstel wat is overgeslagen sinds/ }).click()
    await expect(balie.getByText(/^Het herstel is (begonnen|klaar)/)).toBeVisible()
    await expect.poll(() => sink.bezorgingen.length, { timeout: 60_000 }).toBe(4)
    await expect(balie.getByRole('row').filter({ hasText: 'overgeslagen' })).toHaveCount(0)
  })

  await test.step('after a rotation both secrets verify', async () => {
    await balie.goto(abonnement)
    await balie.getByRole('link', { name: 'Nieuw geheim' }).click()
    await balie.getByRole('button', { name: 'Maak nieuw geheim' }).click()
    await expect(balie.getByText('Het oude geheim werkt nog 24 uur.')).toBeVisible()
    const secondGeheim = await geheimOn(balie)
    await expectAccessible(balie)
    expect(secondGeheim).not.toBe(firstGeheim)
    await setNextStatus(balie, zaakId)
    await expect.poll(() => sink.bezorgingen.length).toBe(5)
    const [before, after] = [sink.bezorgingen[0], sink.bezorgingen[4]] as [Bezorging, Bezorging]
    expect([verifies(firstGeheim, before), verifies(secondGeheim, before)]).toEqual([true, false])
    expect([verifies(firstGeheim, after), verifies(secondGeheim, after)]).toEqual([true, true])
  })

  await test.step('the event filter and the content mode can change, to modes that the signature supports', async () => {
    await balie.goto(abonnement)
    await balie.getByRole('link', { name: 'Wijzig' }).click()
    await expect(balie.getByRole('radio', { name: /^Gestructureerd/ })).toBeChecked()
    await expect(balie.getByRole('radio', { name: /^Binair/ })).toHaveCount(0)
    await balie.getByRole('radio', { name: /^Bundel/ }).check()
    await balie.getByLabel('De zaak is klaar').check()
    await balie.getByRole('button', { name: 'Wijzigingen opslaan' }).click()
    await expect(balie.getByText('De wijzigingen zijn opgeslagen.')).toBeVisible()
    await expect(balie.getByRole('definition').filter({ hasText: /^Bundel$/ })).toBeVisible()
    await expect(balie.getByRole('definition').filter({ hasText: 'De zaak is klaar' })).toBeVisible()
  })

  await test.step('the headers that its sink requires are sent, and not shown again', async () => {
    await balie.goto(abonnement)
    await balie.getByRole('link', { name: 'Wijzig' }).click()
    await balie.getByText('De ontvanger vraagt meer').click()
    await balie.getByLabel(/^Clientcertificaat/).fill('geen certificaat')
    await balie.getByLabel(/^Privésleutel/).fill('geen sleutel')
    await balie.getByRole('button', { name: 'Wijzigingen opslaan' }).click()
    await expect(balie.getByRole('link', { name: /^Dit is geen certificaat in PEM/ })).toBeVisible()
    expect((await balie.content()).includes('geen sleutel'), 'a key is not shown again').toBe(false)
    await balie.getByLabel(/^Clientcertificaat/).fill('')
    await balie.getByLabel(/^Eigen headers/).fill('X-Api-Key: een-lange-sleutel')
    await balie.getByRole('button', { name: 'Wijzigingen opslaan' }).click()
    await expect(balie.getByText('De wijzigingen zijn opgeslagen.')).toBeVisible()
    await expect(balie.getByRole('definition').filter({ hasText: 'X-Api-Key' })).toBeVisible()
    await balie.getByRole('button', { name: 'Stuur proefbericht' }).click()
    await expect(balie.getByText('Het proefbericht is aangekomen.')).toBeVisible()
    expect(sink.bezorgingen.at(-1)?.headers['x-api-key']).toBe('een-lange-sleutel')
    expect((await balie.content()).includes('een-lange-sleutel'), 'nor is a header').toBe(false)
  })

  await test.step('deleting first asks to confirm, and names what is lost', async () => {
    await balie.goto(abonnement)
    await balie.getByRole('link', { name: 'Verwijder' }).click()
    await expect(balie.getByText('Dit kunt u niet ongedaan maken.')).toBeVisible()
    await balie.getByRole('button', { name: 'Verwijder definitief' }).click()
    await expect(balie.getByText('Het abonnement is verwijderd.')).toBeVisible()
    await expect(balie.getByRole('link', { name: naam })).toHaveCount(0)
  })
})

test('without JavaScript the form shows errors at their fields and keeps the input', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { javaScriptEnabled: false, path: null })
  await register(balie, { naam: '', sink: 'geen adres', zaakId: 'x' })
  await expect(balie.getByRole('alert').getByRole('link').first()).toBeVisible()
  await balie.getByLabel('Boom kappen').check()
  await balie.getByLabel(/^Extra filters/).fill('[{"regex": {}}]')
  await balie.getByRole('button', { name: 'Opslaan en verifiëren' }).click()
  await expect(balie.getByRole('alert').getByRole('link')).toHaveCount(3)
  await expect(balie.getByLabel('Naam', { exact: true })).toHaveAccessibleDescription(/Vul een naam in/)
  await expect(balie.getByLabel(/^Extra filters/)).toHaveAccessibleDescription(/Het filter klopt niet bij nummer 1/)
  await expect(balie.getByLabel('Adres van de ontvanger')).toHaveValue('geen adres')
  await expect(balie.getByLabel('Boom kappen')).toBeChecked()
})

test('the filters of the bezorgingen are kept in the URL alone', async ({ browser }) => {
  const { zaakId } = await openNewZaak(browser, 'T. Smit')
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await setNextStatus(balie, zaakId)
  await balie.getByRole('link', { name: 'Bekijk de bezorging' }).first().click()
  await expect(balie.getByRole('heading', { level: 1, name: /^Bericht \d+$/ })).toBeVisible()
  const zaaknummer = (await balie.getByRole('link', { name: /^ZAAK-/ }).textContent()) as string

  await balie.getByRole('link', { name: 'Bezorgingen' }).first().click()
  await balie.getByLabel('Zaaknummer').fill(zaaknummer)
  await balie.getByRole('button', { name: 'Zoeken' }).click()
  await expect(balie.getByRole('row').filter({ hasNotText: zaaknummer })).toHaveCount(1)
  const none = balie.getByRole('heading', { name: 'Geen bezorgingen gevonden' })
  await chooseUntil(balie.getByLabel('Status'), 'niet bezorgd', none)
  expect(new URL(balie.url()).searchParams.get('status')).toBe('mislukt')
})

test('a behandelaar without the role sees no abonnementen', async ({ browser }) => {
  const balie = await openBalie(browser, 'J. Visser')
  await expect(balie.getByRole('link', { name: /Abonnementen|Bezorgingen/ })).toHaveCount(0)
  const paths = ['/balie/abonnementen', '/balie/abonnementen/nieuw', '/balie/bezorgingen', '/balie/bezorgingen/1']
  await expectNotForYou(balie, paths)
})
