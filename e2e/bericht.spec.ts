import { expect } from '@playwright/test'
import { demoBericht } from '#demo/stage/demo-bericht.ts'
import { expectFits, expectNoViolations } from './expect-accessible.ts'
import { test } from './test.ts'

/** The lifetime of a token and the tolerance of receivers. A demo that runs longer has a message at once. */
const EXPIRED = { timeout: 170_000 }

test('a visitor verifies a whole message of the demo, first too late and then at its arrival', async ({ page }) => {
  test.slow()
  await page.goto('/demo/bericht')
  await expect(page.getByRole('heading', { name: 'Controleer het hier' })).toBeVisible(EXPIRED)
  const step = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  await expectNoViolations(page)
  await expectFits(page)

  await page.getByRole('button', { name: 'Controleer' }).click()
  await expect(step('De handtekening van het token klopt')).toContainText(/^klopt/)
  await expect(step('Het token hoort bij deze body')).toContainText(/^klopt/)
  await expect(step('Het token was geldig op dat moment')).toContainText(/^klopt niet/)

  const moment = /Het kwam binnen op (\S+)\./.exec((await page.getByRole('main').textContent()) ?? '')?.[1]
  await page.getByText('Sleutels, werkwoord en moment', { exact: true }).click()
  await page.getByLabel('Binnengekomen op').fill(moment as string)
  await page.getByRole('button', { name: 'Controleer' }).click()
  await expect(page.getByText('Alles wat te controleren was, klopt.')).toBeVisible()
  await expectNoViolations(page)

  const body = page.getByLabel('Body')
  await body.fill((await body.inputValue()).replace('"time":"2', '"time":"3'))
  await page.getByRole('button', { name: 'Controleer' }).click()
  await expect(step('Het token hoort bij deze body')).toContainText(/^klopt niet/)
  await expect(step('De handtekening van het token klopt')).toContainText(/^klopt/)
})

test('the portal refuses a message of the demo that is sent again', async ({ page }) => {
  test.slow()
  await page.goto('/demo/bericht')
  await expect(page.getByRole('region', { name: 'curl' })).toBeVisible(EXPIRED)
  const { bericht, sink } = demoBericht.parse(await (await page.request.get('/api/demo/bericht')).json())
  const answer = await page.request.post(sink, { headers: bericht?.headers ?? {}, data: bericht?.body })
  expect(answer.status(), `${sink} ${await answer.text()}`.slice(0, 500)).toBe(401)
})
