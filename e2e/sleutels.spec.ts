import { type APIRequestContext, expect } from '@playwright/test'
import { expectNotForYou, openBalie, openNewZaak, setNextStatus } from './people.ts'
import { test } from './test.ts'

type PublishedKey = { kid: string; alg: string; nbf: number }

async function publishedKeys(request: APIRequestContext): Promise<PublishedKey[]> {
  const response = await request.get('/api/zaaksysteem/jwks.json')
  expect(response.headers()['cache-control']).toBe('public, max-age=60, stale-while-revalidate=60')
  return (await response.json()).keys
}

const algorithmsOf = (keys: PublishedKey[]) => keys.map(({ alg }) => alg).sort()

test('without JavaScript keys are rotated at the desk, and changes during the rotation are delivered', async ({
  browser,
  request,
}) => {
  const desk = await openBalie(browser, 'F. El Amrani', { javaScriptEnabled: false })
  await desk.getByRole('link', { name: 'Sleutels' }).click()
  await expect(desk.getByRole('row').filter({ has: desk.getByText('tekent', { exact: true }) })).toHaveCount(3)
  const before = await publishedKeys(request)

  await desk.getByRole('button', { name: 'Wissel sleutels' }).click()
  await expect(desk.getByRole('status')).toHaveText('De volgende sleutels zijn gepubliceerd.')
  await expect(desk.getByRole('button', { name: 'Wissel sleutels' })).toHaveCount(0)

  const now = Date.now() / 1000
  // A web process caches the published keys for a second.
  await expect.poll(async () => (await publishedKeys(request)).length).toBeGreaterThan(before.length)
  const after = await publishedKeys(request)
  const next = after.filter(({ nbf }) => nbf > now)
  expect(after).toEqual(expect.arrayContaining(before.map(({ kid }) => expect.objectContaining({ kid }))))
  expect(algorithmsOf(next)).toEqual(algorithmsOf(before))
  for (const { kid } of next) {
    await expect(desk.getByRole('row').filter({ hasText: kid }).getByText('volgende', { exact: true })).toBeVisible()
  }

  const { mijn, zaakId } = await openNewZaak(browser, 'R. Hendriks')
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const status = await setNextStatus(balie, zaakId)
  await expect(balie.getByText(/^bezorgd in/).first()).toBeVisible()
  await mijn.goto(`/mijn/zaken/${zaakId}`)
  await expect(mijn.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true })).toBeVisible()
})

test('an immediate rotation first asks to confirm, and can be cancelled', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: '/balie/sleutels' })
  await balie.getByRole('link', { name: 'Wissel direct' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Alle sleutels direct wisselen?' })).toBeVisible()
  await expect(balie.getByText('De ontvangers weigeren berichten die nu onderweg zijn.')).toBeVisible()
  await expect(balie.getByRole('button', { name: 'Wissel direct' })).toBeVisible()
  await balie.getByRole('link', { name: 'Annuleren' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Sleutels' })).toBeVisible()
})

test('a behandelaar without the role sees no keys', async ({ browser }) => {
  const balie = await openBalie(browser, 'J. Visser')
  await expect(balie.getByRole('link', { name: 'Sleutels' })).toHaveCount(0)
  await expectNotForYou(balie, ['/balie/sleutels', '/balie/sleutels/direct'])
})
