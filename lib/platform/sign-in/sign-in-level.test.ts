import { beforeEach, expect, test } from 'vitest'
import { APP, browser, config, MEMBER, memberIn, oidc, openClub, refusals, sessies, submit } from './test-club.ts'
import { ACR_VALUES } from './test-oidc-provider.ts'

openClub()

const [BASIS, MIDDEN, SUBSTANTIEEL] = ACR_VALUES

beforeEach(() => {
  config.oidc.level = { asked: [SUBSTANTIEEL, MIDDEN], accepted: [MIDDEN, SUBSTANTIEEL] }
})

async function signIn(acr: string | undefined) {
  oidc.signsIn({ sub: MEMBER, name: 'A. Member' }, { ...(acr && { acr }) })
  const visitor = browser()
  return { visitor, arrived: await visitor.post('signin/oidc') }
}

test('the provider is asked for the levels, the preferred one first', async () => {
  const { visitor } = await signIn(MIDDEN)
  const authorization = new URL(visitor.visited.find((url) => url.startsWith(`${oidc.issuer}/auth`)) as string)
  expect(authorization.searchParams.get('acr_values')).toBe(`${SUBSTANTIEEL} ${MIDDEN}`)
})

test.each([MIDDEN, SUBSTANTIEEL])('the level %s is accepted', async (acr) => {
  const { visitor } = await signIn(acr)
  expect(await memberIn(visitor)).toMatchObject({ name: 'A. Member' })
  expect(refusals).toEqual([])
})

test.each([
  [BASIS, 'te_zwak'],
  [undefined, 'niveau_onbekend'],
])('a provider that ignores the requested level and gives %s is refused as %s', async (acr, fout) => {
  const { visitor, arrived } = await signIn(acr)
  expect(arrived).toBe(`${APP}/club/sign-in?fout=${fout}`)
  expect(await memberIn(visitor)).toBeUndefined()
  expect(sessies.size).toBe(0)
  expect(refusals).toEqual([fout])
})

test('without a minimum the provider decides', async () => {
  config.oidc.level = { asked: [], accepted: [] }
  const { visitor } = await signIn(BASIS)
  expect(await memberIn(visitor)).toBeDefined()
})

test('signing in after a refusal sends prompt=login', async () => {
  const promptOf = async (fields: Record<string, string>) => {
    const { redirectedTo } = (await submit(browser(), fields)) as { redirectedTo: string }
    return new URL(redirectedTo).searchParams.get('prompt')
  }
  expect(await promptOf({})).toBeNull()
  expect(await promptOf({ opnieuw: '1' })).toBe('login')
})
