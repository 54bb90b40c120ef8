import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { expect } from '@playwright/test'
import { ORIGIN, READY_PORT } from './origins.ts'
import { openBalie, openMijn } from './people.ts'
import { test } from './test.ts'

async function getHealth(ca?: string): Promise<IncomingMessage> {
  const [response] = await once(request(`${ORIGIN}/api/health/live`, { ca, agent: false }).end(), 'response')
  return response.resume()
}

test('a client that trusts the authority accepts the certificate, and any other refuses it', async () => {
  const authority = await (await fetch(`http://localhost:${READY_PORT}`)).text()
  const { statusCode, headers } = await getHealth(authority)
  expect(statusCode).toBe(200)
  // The demo clears HSTS, because a browser would apply it to every port of localhost.
  expect(headers['strict-transport-security']).toBe('max-age=0')
  await expect(getHealth()).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' })
})

test('both sign-ins set Secure cookies for this host only', async ({ browser }) => {
  const anew = true
  for (const page of [
    await openBalie(browser, 'F. El Amrani', { anew }),
    await openMijn(browser, 'J. de Vries', { anew }),
  ]) {
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^__Host-zaakbode-\w+\.session$/))
    for (const cookie of cookies) {
      expect(cookie.name).toMatch(/^__Host-/)
      expect(cookie).toMatchObject({ secure: true, httpOnly: true, path: '/', domain: 'localhost' })
    }
  }
})

test('a page and its live stream request nothing in plaintext', async ({ browser }) => {
  const mijn = await openMijn(browser, 'J. de Vries')
  const asked: string[] = []
  mijn.context().on('request', (each) => asked.push(each.url()))
  await mijn.reload()
  await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  expect(asked.join()).toContain('/api/publieksportaal/live')
  expect(asked.filter((url) => new URL(url).origin !== ORIGIN)).toEqual([])
})
