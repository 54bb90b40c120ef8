import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { changeStatus, openBlok, openMijn, openNewZaak, registerZaak, visitUntil } from './people.ts'
import { test } from './test.ts'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 800 }
const MAIL = 'Uw e-mailadres'
const NIEUWS = 'Er is nieuws over uw aanvraag bij Gemeente Voorbeeld'

/** Opens the newest mail with this subject to this address, once it is there. */
async function openMail(page: Page, { aan, onderwerp }: { aan: string; onderwerp: string | RegExp }) {
  const mail = page
    .getByRole('listitem')
    .filter({ hasText: `Aan ${aan},` })
    .getByRole('link', { name: onderwerp })
  await visitUntil(page, mail.first(), '/demo/post')
  await mail.first().click()
  await expect(page.getByRole('heading', { level: 1, name: onderwerp })).toBeVisible()
}

/** The path of a link without its origin, because any of the web processes may have made the mail. */
async function pathOf(link: ReturnType<Page['getByRole']>): Promise<string> {
  const { pathname, search } = new URL((await link.getAttribute('href')) as string)
  return `${pathname}${search}`
}

const WAYS = [
  { javaScriptEnabled: true, viewport: DESKTOP, naam: 'P. Jansen' },
  { javaScriptEnabled: false, viewport: PHONE, naam: 'H. Bakker' },
]

for (const { javaScriptEnabled, viewport, naam } of WAYS) {
  const way = `${javaScriptEnabled ? 'with' : 'without'} JavaScript, ${viewport.width} px`

  test(`a citizen gives an address, confirms it, gets mail and stops it: ${way}`, async ({ browser }) => {
    const adres = `inwoner-${viewport.width}@voorbeeld.example`
    const { mijn, zaakId } = await openNewZaak(browser, naam, { javaScriptEnabled })
    const look = async () => {
      if (javaScriptEnabled) await expectAccessible(mijn)
      await mijn.setViewportSize(viewport)
    }
    await mijn.getByRole('link', { name: 'Voorkeuren' }).click()
    await expect(mijn.getByRole('heading', { level: 1, name: 'Voorkeuren' })).toBeVisible()
    await expect(mijn.getByText('U krijgt geen mail.', { exact: true })).toBeVisible()
    await expect(mijn.getByText('Wij hebben geen e-mailadres van u.')).toBeHidden()
    await look()
    await openBlok(mijn, MAIL)
    await expect(mijn.getByText('Wij hebben geen e-mailadres van u.')).toBeVisible()
    await look()

    const field = mijn.getByRole('textbox', { name: 'E-mailadres', exact: true })
    const save = mijn.getByRole('button', { name: 'E-mailadres opslaan' })
    await field.fill('inwoner zonder apenstaart')
    await save.click()
    await expect(mijn.getByRole('alert').getByText('Vul een e-mailadres in, zoals naam@voorbeeld.nl.')).toBeVisible()
    await expect(field).toHaveValue('inwoner zonder apenstaart')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await look()

    await field.fill(adres)
    await save.click()
    await expect(mijn.getByRole('status').getByText('Opgeslagen.')).toBeVisible()
    await expect(mijn.getByText(`Wij sturen een mail met een link naar ${adres}.`)).toBeVisible()
    expect(mijn.url()).not.toContain('inwoner')
    // saved text is not restored after a later sign-in
    if (javaScriptEnabled) {
      await expect.poll(() => mijn.evaluate(() => sessionStorage.getItem('zaakbode-getypt'))).toBeNull()
    }
    await look()

    await openMail(mijn, { aan: adres, onderwerp: 'Bevestig uw e-mailadres bij Gemeente Voorbeeld' })
    await expect(
      mijn.frameLocator('iframe').getByRole('link', { name: 'Bevestig uw e-mailadres', exact: true }),
    ).toBeVisible()
    const confirm = mijn.getByRole('region', { name: 'Als tekst' }).getByRole('link')
    await mijn.goto(await pathOf(confirm.first()))
    await mijn.getByRole('button', { name: 'Bevestigen' }).click()
    await expect(mijn.getByRole('heading', { name: 'Uw e-mailadres is bevestigd' })).toBeVisible()

    await mijn.goto('/mijn/voorkeuren')
    await expect(mijn.getByText(adres, { exact: true }).first()).toBeVisible()
    await expect(field).toBeHidden()
    await mijn.goto('about:blank')
    await mijn.goto('/mijn/voorkeuren#e-mailadres')
    await expect(mijn.getByText(`U krijgt mail over uw zaken op ${adres}.`)).toBeVisible()
    await expect(mijn.getByRole('region', { name: 'Datums in uw agenda' })).toBeHidden()
    await look()

    // another address, with a typing error
    await field.fill('bestaatniet@voorbeeld.example')
    await save.click()
    // the bounce may be known by now
    await expect(mijn.getByText(/Wij (sturen een mail met een link naar|kunnen geen mail bezorgen op)/)).toContainText(
      'bestaatniet@voorbeeld.example',
    )
    await expect(mijn.getByText(`Tot dan mailen wij u op ${adres}.`)).toBeVisible()
    await look()
    await openMail(mijn, { aan: adres, onderwerp: 'Uw e-mailadres bij Gemeente Voorbeeld wordt veranderd' })
    await visitUntil(mijn, mijn.getByText('Onze mail komt niet aan op uw nieuwe e-mailadres'), '/mijn')
    await look()

    // for a zaak that is gevoelig, the mail says only that there is news
    const { zaakId: gevoelig } = await registerZaak({ naam, zaaktype: 'PARK-GPK' })
    await openMail(mijn, { aan: adres, onderwerp: NIEUWS })
    const text = mijn.getByRole('region', { name: 'Als tekst' })
    await expect(text).toContainText('Er is nieuws over uw aanvraag.')
    await expect(text.getByRole('link', { name: new RegExp(gevoelig) })).toBeVisible()
    await expect(text).not.toContainText(/parkeerkaart|arts|ZAAK-/i)

    await mijn.goto('/mijn/voorkeuren')
    await mijn.getByRole('button', { name: 'Houd het oude adres' }).click()
    await expect(mijn.getByRole('status').getByText('U houdt uw oude e-mailadres.')).toBeVisible()
    await openBlok(mijn, MAIL)
    await expect(mijn.getByText(`U krijgt mail over uw zaken op ${adres}.`)).toBeVisible()

    await changeStatus(zaakId)
    await openMail(mijn, { aan: adres, onderwerp: /: Evenementenvergunning$/ })
    const unsubscribe = await pathOf(mijn.getByRole('link', { name: 'Afmelden', exact: true }))

    await mijn.goto('/mijn/voorkeuren')
    await openBlok(mijn, MAIL)
    const termijnen = mijn.getByRole('checkbox', { name: /^Termijnen/ })
    await expect(termijnen).toBeChecked()
    await termijnen.uncheck()
    await mijn.getByRole('button', { name: 'Keuze opslaan' }).click()
    await expect(mijn.getByRole('status').getByText('Opgeslagen.')).toBeVisible()
    await mijn.goto('/mijn/voorkeuren')
    await openBlok(mijn, MAIL)
    await expect(termijnen).not.toBeChecked()
    await expect(mijn.getByRole('checkbox', { name: /^Voortgang/ })).toBeChecked()

    // as a mail program does, which has no cookies of the portal
    const { request } = await browser.newContext()
    const clicked = await request.post(new URL(unsubscribe, mijn.url()).href, {
      form: { 'List-Unsubscribe': 'One-Click' },
    })
    expect(clicked.status()).toBe(204)
    await mijn.reload()
    await expect(mijn.getByText('U krijgt geen mail.', { exact: true })).toBeVisible()
  })
}

test('an address that bounces is reported and can be removed, on the English page too', async ({ browser }) => {
  const mijn = await openMijn(browser, 'S. El Ouali', { path: '/mijn/voorkeuren' })
  await openBlok(mijn, MAIL)
  await mijn.getByRole('textbox', { name: 'E-mailadres', exact: true }).fill('bestaatniet@voorbeeld.example')
  await mijn.getByRole('button', { name: 'E-mailadres opslaan' }).click()
  await expect(mijn.getByRole('status').getByText('Opgeslagen.')).toBeVisible()
  await visitUntil(mijn, mijn.getByText('Onze mail komt niet aan'), '/mijn/voorkeuren')
  await expectAccessible(mijn)
  await mijn.goto('/mijn')
  await expect(mijn.getByText('Onze mail komt niet aan')).toBeVisible()
  await expectAccessible(mijn)
  await mijn.getByRole('link', { name: 'Naar uw voorkeuren' }).click()
  await mijn.getByRole('button', { name: 'Stuur een nieuwe link' }).click()
  await expect(mijn.getByRole('status').getByText('Wij sturen u een nieuwe link.')).toBeVisible()
  await mijn.getByRole('button', { name: 'E-mailadres verwijderen' }).click()
  await expect(mijn.getByText('Uw e-mailadres is verwijderd.')).toBeVisible()
  await mijn.getByRole('button', { name: 'English' }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible()
  await expectAccessible(mijn)
})
