import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { openBalie, registerZaak } from './people.ts'
import { test } from './test.ts'

async function download(page: Page, name: RegExp): Promise<string> {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return readFileSync(await (await started).path(), 'latin1')
}

test('destroying zaken takes one person to propose and another to approve, and leaves a verklaring and the audittrail', async ({
  browser,
}) => {
  const archivaris = await openBalie(browser, 'M. de Haan')
  await archivaris
    .getByRole('navigation', { name: 'Menu' })
    .getByRole('link', { name: /Vernietiging/ })
    .click()
  await expect(archivaris.getByText(/Er zijn \d+ zaken toe aan vernietiging/)).toBeVisible()
  await archivaris.getByRole('link', { name: 'Nieuwe lijst maken' }).click()
  await archivaris.getByLabel('Zaaktype').selectOption('Evenementenvergunning')
  await archivaris.getByRole('button', { name: 'Toon' }).click()
  await expect(archivaris.getByRole('row').nth(1)).toContainText('Evenementenvergunning')
  await expectAccessible(archivaris)

  const held = (await archivaris.getByRole('row').nth(1).getByRole('link').textContent()) as string
  await archivaris.getByRole('link', { name: held }).click()
  await archivaris.getByRole('link', { name: 'Vernietiging aanhouden' }).click()
  await archivaris.getByRole('button', { name: 'Houd vernietiging aan' }).click()
  await expect(archivaris.getByRole('main').getByRole('alert').first()).toContainText('Schrijf op waarom.')
  await expectAccessible(archivaris)
  await archivaris.getByLabel('Waarom?').fill('Er loopt een rechtszaak.')
  await archivaris.getByRole('button', { name: 'Houd vernietiging aan' }).click()
  await expect(archivaris.getByText('De vernietiging is aangehouden.')).toBeVisible()
  await expect(archivaris.getByText('Er loopt een rechtszaak.')).toBeVisible()

  await archivaris.goto('/balie/vernietiging/nieuw')
  await expect(archivaris.getByText(held)).toBeHidden()
  await archivaris.getByRole('button', { name: 'Maak een lijst van deze zaken' }).click()
  await expect(archivaris.getByText('De lijst is gemaakt.')).toBeVisible()
  await expect(archivaris.getByText('U stelde deze lijst zelf voor.')).toBeVisible()
  await expect(archivaris.getByRole('link', { name: 'Goedkeuren' })).toBeHidden()
  await expectAccessible(archivaris)
  const lijst = new URL(archivaris.url()).pathname
  expect((await archivaris.goto(`${lijst}/goedkeuren`))?.status()).toBe(404)
  await archivaris.goto(lijst)

  const off = archivaris.getByRole('row').nth(1)
  await off.getByRole('link', { name: /Haal van de lijst/ }).click()
  await archivaris.getByLabel('Waarom haalt u de zaak van de lijst?').fill('Eerst navragen bij het team.')
  await archivaris.getByRole('button', { name: 'Van de lijst halen' }).click()
  await expect(archivaris.getByText('De zaak is van de lijst gehaald.')).toBeVisible()
  await expect(off).toContainText('Eerst navragen bij het team.')

  const beheerder = await openBalie(browser, 'F. El Amrani', { path: lijst })
  const destroyed = (await beheerder.getByRole('row').nth(2).getByRole('link').first().textContent()) as string
  await beheerder.getByRole('link', { name: 'Goedkeuren' }).click()
  await expect(beheerder.getByRole('button', { name: 'Goedkeuren en vernietigen' })).toBeVisible()
  await expectAccessible(beheerder)
  await beheerder.getByRole('button', { name: 'Goedkeuren en vernietigen' }).click()
  await expect(beheerder.getByRole('heading', { level: 2, name: 'Verklaring van vernietiging' })).toBeVisible({
    timeout: 30_000,
  })
  await expectAccessible(beheerder)
  const csv = await download(beheerder, /CSV/)
  expect(csv).toContain(destroyed)
  expect(csv).toContain('M. de Haan')
  expect(csv).toContain('F. El Amrani')
  expect(csv).not.toContain('rechtszaak')
  expect((await download(beheerder, /PDF/)).slice(0, 5)).toBe('%PDF-')

  await beheerder.goto('/balie/vernietiging/verwijderd')
  await beheerder.getByLabel('Zaaknummer').fill(destroyed)
  await beheerder.getByRole('button', { name: 'Zoeken', exact: true }).last().click()
  await expect(beheerder.getByRole('row')).toHaveCount(2)
  await expectAccessible(beheerder)
  expect(await download(beheerder, /CSV/)).toContain(destroyed)
  await beheerder.getByRole('link', { name: `Audittrail van ${destroyed}` }).click()
  await expect(beheerder.getByRole('row').filter({ hasText: 'Zaak verwijderd' })).toContainText(destroyed)
})

test('one person removes a zaak registered today, and asks a second person for any other', async ({ browser }) => {
  const { zaakId } = await registerZaak({ naam: 'H. Bakker' })
  const beheerder = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/verwijderen` })
  await beheerder.getByRole('button', { name: 'Zaak voorgoed verwijderen' }).click()
  await expect(beheerder.getByText('De zaak is verwijderd.')).toBeVisible()

  // no other test registers zaken of this type
  await beheerder.goto('/balie/afgehandeld?zaaktype=OMG-REG')
  await beheerder.getByRole('row').nth(1).getByRole('link').first().click()
  await beheerder.getByRole('link', { name: 'Zaak verwijderen' }).click()
  await beheerder.getByRole('button', { name: 'Verwijderen voorstellen' }).click()
  const alert = beheerder.getByRole('main').getByRole('alert').first()
  await expect(alert).toContainText('Kies waarom u de zaak verwijdert.')
  await expect(alert).toContainText('Schrijf op waarom.')
  await expectAccessible(beheerder)
  await beheerder.getByRole('radio', { name: /Vergissing/ }).check()
  await beheerder.getByLabel('Leg uit waarom').fill('Dubbel geregistreerd.')
  await beheerder.getByRole('button', { name: 'Verwijderen voorstellen' }).click()
  await expect(beheerder.getByText('De lijst is gemaakt.')).toBeVisible()
  await expect(beheerder.getByText('Vergissing: Dubbel geregistreerd.')).toBeVisible()

  const archivaris = await openBalie(browser, 'M. de Haan', { path: new URL(beheerder.url()).pathname })
  await archivaris.getByRole('link', { name: 'Afwijzen' }).click()
  await archivaris.getByLabel('Waarom wijst u de lijst af?').fill('Niet dubbel.')
  await archivaris.getByRole('button', { name: 'Lijst afwijzen' }).click()
  await expect(archivaris.getByText('De lijst is afgewezen. De zaken blijven bewaard.')).toBeVisible()
  await expectAccessible(archivaris)
  const colleague = await openBalie(browser, 'J. Visser', { path: null })
  expect((await colleague.goto('/balie/vernietiging'))?.status()).toBe(404)
})
