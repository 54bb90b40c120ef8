import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { chooseToday, inTwoWeeks, openAct, openBalie, registerZaak } from './people.ts'
import { test } from './test.ts'

// The tests run one after the other, because both may use the same zaken.
test.describe.configure({ mode: 'default' })

const PAGE_SIZE = 25
const PHONE = { width: 390, height: 844 }

/** Selects the next `count` zaken below the focused one, by keyboard. */
async function tick(balie: Page, count: number) {
  for (let n = 0; n < count; n += 1) {
    await balie.keyboard.press('j')
    await balie.keyboard.press('x')
  }
}

/** Focuses a link or button, as Tab does, and presses Enter. */
async function enter(balie: Page, role: 'link' | 'button', name: RegExp | string) {
  await balie.getByRole(role, { name }).first().focus()
  await balie.keyboard.press('Enter')
}

/** Chooses an option by its first letters. Retries, because a browser takes slow typing as two words. */
async function typeChoice(balie: Page, label: string, letters: string) {
  const select = balie.getByLabel(label)
  await expect(async () => {
    await select.focus()
    await balie.keyboard.type(letters)
    await expect(select.getByRole('option', { selected: true })).toContainText(letters, { timeout: 500 })
  }).toPass()
}

/** The script shows this count, so the keys work from then on. */
const chosen = (balie: Page, count: number) =>
  expect(balie.getByRole('status').filter({ hasText: `${count || 'Geen'} zaken gekozen.` })).toBeVisible()

test('by keyboard a coordinator gives thirty zaken to a colleague and suspends twenty in bulk, of which one is refused because a colleague changed it', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'B. Dekker', { path: '/balie?sorteer=zaaknummer&richting=op' })
  await chosen(balie, 0)
  await tick(balie, PAGE_SIZE)
  await chosen(balie, PAGE_SIZE)
  await enter(balie, 'link', /Volgende/)
  await expect(balie).toHaveURL(/cursor=/)
  await tick(balie, 5)
  await chosen(balie, 30)
  await typeChoice(balie, 'Geef aan', 'J. Visser')
  await enter(balie, 'button', 'Verdeel')
  await expect(balie.getByText(/zaken zijn nu van J\. Visser\./)).toBeVisible()

  // the zaken with the latest fatale datum of this team; those of other teams include zaken that other tests
  // have just registered
  await balie.goto('/balie?team=Omgeving&sorteer=fataledatum&richting=af')
  await chosen(balie, 0)
  await tick(balie, 20)
  await chosen(balie, 20)
  await balie.keyboard.press('b')
  await expect(balie.getByRole('heading', { level: 1, name: 'Wat wilt u doen met 20 zaken?' })).toBeVisible()
  await expectAccessible(balie)
  await enter(balie, 'link', 'Termijn opschorten')
  await expect(balie.getByRole('heading', { level: 1, name: 'Termijn opschorten' })).toBeVisible()
  const tot = balie.getByLabel('Tot en met')
  await expect(tot, 'no day is chosen before').toHaveValue('')
  await enter(balie, 'button', '(U laat dit weten op)')
  await typeChoice(balie, 'Reden', 'Overmacht')
  await balie.getByLabel(/Toelichting voor de aanvrager/).focus()
  await balie.keyboard.type('Er was brand in het archief.')
  await enter(balie, 'button', 'Bekijk het voorbeeld')
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Vul een datum in.')
  await tot.fill(inTwoWeeks())
  await enter(balie, 'button', 'Bekijk het voorbeeld')
  await expect(balie.getByRole('heading', { level: 1, name: 'Voorbeeld voor 20 zaken' })).toBeVisible()
  await expect(balie.getByText('“Er was brand in het archief.”').first()).toBeVisible()
  await expectAccessible(balie)

  const collega = await openBalie(browser, 'J. Visser', { path: null })
  await changeOneOf(balie, collega)
  await enter(balie, 'button', /^Uitvoeren voor/)
  await expect(balie.getByRole('status').filter({ hasText: '20 van 20 zaken klaar.' })).toBeVisible()
  await expect(balie.getByText('Deze zaak is veranderd nadat u het voorbeeld zag.').first()).toBeVisible()
  await expectAccessible(balie)
  const answer = await collega.goto(new URL(balie.url()).pathname)
  expect(answer?.status()).toBe(404)
  await balie.goto('/balie')
  await chosen(balie, 0)
})

/** Has a colleague change one of the zaken in the preview. */
async function changeOneOf(balie: Page, collega: Page) {
  await balie
    .getByText(/^Bekijk (de zaak|alle \d+ zaken)$/)
    .first()
    .click()
  const zaak = (await balie.locator('details[open]').getByRole('link').first().getAttribute('href')) as string
  await collega.goto(`${new URL(zaak, balie.url()).pathname}/gegevens`)
  await collega.getByLabel('Omschrijving').fill('Boom bij de school')
  await collega.getByLabel('Waarom? Dit lezen alleen collega’s.').fill('Een typefout.')
  await collega.getByRole('button', { name: 'Gegevens verbeteren' }).click()
  await expect(collega.getByText('Opgeslagen.')).toBeVisible()
}

test('on a phone a behandelaar opens the own list, suspends and resumes a term, and corrects a wrong status', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'I. Demir', { path: null })
  await balie.setViewportSize(PHONE)
  await balie.goto('/balie/mijn?sorteer=fataledatum&richting=af')
  await expectAccessible(balie)
  await balie
    .getByRole('row')
    .filter({ has: balie.getByRole('checkbox') })
    .filter({ hasNotText: 'staat stil' })
    .first()
    .getByRole('link')
    .click()
  await openAct(balie, 'Termijn opschorten')
  await balie.getByLabel('Reden').selectOption({ label: 'Overmacht (Awb 4:15 lid 2 c)' })
  await chooseToday(balie, 'U laat dit weten op')
  await balie.getByLabel('Tot en met').fill(inTwoWeeks())
  await balie.getByRole('button', { name: 'Termijn opschorten' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'De termijn staat stil.' })).toBeVisible()
  await openAct(balie, 'Termijn hervatten')
  await chooseToday(balie, 'De termijn loopt weer vanaf')
  await balie.getByRole('button', { name: 'Termijn hervatten' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'De termijn loopt weer.' })).toBeVisible()

  await balie.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(balie.getByText('De aanvrager ziet de nieuwe status')).toBeVisible()
  await openAct(balie, 'Status herstellen')
  await balie.getByLabel(/Waarom/).fill('Dit was een andere zaak.')
  await balie.getByRole('button', { name: 'Status herstellen' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'De status is hersteld.' })).toBeVisible()
  await expectAccessible(balie)
})

test('a behandelaar gives a zaak to a colleague with a line, who finds both among the signaleringen', async ({
  browser,
}) => {
  const { zaakId, omschrijving } = await registerZaak({ naam: 'P. Jansen' })
  const giver = await openBalie(browser, 'J. Visser', { path: `/balie/zaken/${zaakId}` })
  await giver.getByRole('combobox', { name: 'Geef aan' }).selectOption({ label: 'C. Mulder (Vergunningen)' })
  await giver.getByLabel('Bericht aan uw collega').fill('De aanvrager belt maandag terug.')
  await giver.getByRole('button', { name: 'Geef', exact: true }).click()
  await expect(giver.getByText('De zaak is nu van C. Mulder.')).toBeVisible()
  await expect(giver.getByText('De aanvrager belt maandag terug.').first()).toBeVisible()

  const getter = await openBalie(browser, 'C. Mulder', { path: '/balie/signaleringen' })
  const row = getter.getByRole('row').filter({ hasText: omschrijving })
  await expect(row).toContainText('J. Visser gaf u deze zaak.')
  await expect(row).toContainText('De aanvrager belt maandag terug.')
})
