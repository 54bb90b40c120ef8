import { expect, test } from 'vitest'
import type { SessieToken } from './sign-in-config.ts'
import {
  APP,
  BASE_PATH,
  browser,
  club,
  config,
  MEMBER,
  memberIn,
  oidc,
  openClub,
  sessies,
  signedInBrowser,
  submit,
} from './test-club.ts'
import { inRequest } from './test-request.ts'

openClub()

test('the form signs in as a demo person and redirects to the requested page', async () => {
  const visitor = browser()
  expect(await submit(visitor, { persoon: MEMBER, naar: '/club/bar' })).toEqual({ redirectedTo: '/club/bar' })
  expect(await memberIn(visitor)).toMatchObject({ name: 'A. Member' })
})

test('an unknown demo person returns to the form, which keeps the requested page', async () => {
  const visitor = browser()
  expect(await submit(visitor, { persoon: 'nobody', naar: '/club/bar' })).toEqual({
    redirectedTo: '/club/sign-in?error=CredentialsSignin&naar=%2Fclub%2Fbar',
  })
  expect(await memberIn(visitor)).toBeUndefined()
})

test('the form without a demo person starts at the identity provider', async () => {
  const outcome = await submit(browser(), { naar: '/club/bar' })
  const { origin, searchParams } = new URL((outcome as { redirectedTo: string }).redirectedTo)
  expect(origin).toBe(oidc.issuer)
  expect(searchParams.get('redirect_uri')).toBe(`${APP}${BASE_PATH}/callback/oidc`)
})

test('the sign-in page gets the reason of the redirect and the requested page', async () => {
  const ways = { oidc: true, demo: true }
  const visit = (params: Record<string, string>) => inRequest(browser(), () => club.visit(params))
  const nothing = { naar: '/club', problem: undefined, signedOut: false, switching: false, isUndone: false, ways }
  expect(await visit({})).toEqual({ value: nothing })
  expect(await visit({ fout: 'stranger', naar: '/club/bar' })).toMatchObject({
    value: { naar: '/club/bar', problem: 'stranger' },
  })
  expect(await visit({ error: 'Configuration', callbackUrl: 'https://evil.example' })).toMatchObject({
    value: { naar: '/club', problem: 'Configuration' },
  })
  expect(await visit({ uitgelogd: '1' })).toMatchObject({ value: { signedOut: true } })
  expect(await visit({ ongedaan: '1' })).toMatchObject({ value: { isUndone: true } })
})

test('the sign-in page redirects a visitor who is signed in already', async () => {
  const visitor = await signedInBrowser()
  expect(await inRequest(visitor, () => club.visit({ naar: '/club/bar' }))).toEqual({ redirectedTo: '/club/bar' })
})

test('a page that requires a person redirects other visitors to the sign-in page, with its own path', async () => {
  const visitor = await signedInBrowser()
  expect(await inRequest(visitor, club.require)).toMatchObject({ value: { name: 'A. Member' } })

  const headers = { 'x-request-path': '/club/bar?day=1' }
  expect(await inRequest(browser(), club.require, { headers })).toEqual({
    redirectedTo: '/club/sign-in?naar=%2Fclub%2Fbar%3Fday%3D1',
  })
})

test('the sign-in page gets the code for an expired sessie, when the sign-in has one', async () => {
  const visitor = await signedInBrowser()
  sessies.clear()
  expect(await inRequest(visitor, club.require)).toEqual({ redirectedTo: '/club/sign-in?naar=%2Fclub' })
  config.site.expiredCode = 'over'
  expect(await inRequest(visitor, club.require)).toEqual({ redirectedTo: '/club/sign-in?fout=over&naar=%2Fclub' })
  expect(await inRequest(browser(), club.require)).toEqual({ redirectedTo: '/club/sign-in?naar=%2Fclub' })
})

test('a form that is sent after the sessie is over redirects with the message that it had no effect', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'x-request-path': '/club/bar' }
  expect(await inRequest(browser(), club.require, { headers })).toEqual({
    redirectedTo: '/club/sign-in?ongedaan=1&naar=%2Fclub%2Fbar',
  })
  const visitor = await signedInBrowser()
  expect(await inRequest(visitor, club.require, { headers })).toMatchObject({ value: { name: 'A. Member' } })
  sessies.clear()
  config.site.expiredCode = 'over'
  expect(await inRequest(visitor, club.require, { headers })).toEqual({
    redirectedTo: '/club/sign-in?fout=over&ongedaan=1&naar=%2Fclub%2Fbar',
  })
})

test('a page that requires a person extends the sessie, and reading the current person does not', async () => {
  config.sessies.extend = async ({ sessieId }: SessieToken) => {
    const sessie = sessies.get(sessieId)
    if (sessie) sessie.uses += 1
  }
  const visitor = await signedInBrowser()
  await memberIn(visitor)
  await visitor.session()
  expect([...sessies.values()]).toMatchObject([{ uses: 0 }])
  await inRequest(visitor, club.require)
  expect([...sessies.values()]).toMatchObject([{ uses: 1 }])
})

test('signing out ends the sessie and leads to the sign-in page', async () => {
  const visitor = await signedInBrowser()
  expect(await inRequest(visitor, club.signOut)).toEqual({ redirectedTo: '/club/sign-in?uitgelogd=1' })
  expect(sessies.size).toBe(0)
  expect(visitor.cookies().has('club.session')).toBe(false)
})

test('when ending the sessie fails, signing out throws and the cookie stays', async () => {
  const visitor = await signedInBrowser()
  config.sessies.end = () => Promise.reject(new Error('the database is away'))
  await expect(inRequest(visitor, club.signOut)).rejects.toThrow('the database is away')
  expect(visitor.cookies().has('club.session')).toBe(true)
})
