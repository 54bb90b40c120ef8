import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { handleAuth } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import InloggenPage from './page.tsx'

const ctx = await openTestPublieksportaal()

async function pageWhere(hasNamens: boolean): Promise<string> {
  const env = {
    ...ctx.env,
    DEMO: false,
    PUBLIEKSPORTAAL_OIDC_ISSUER: 'https://broker.test',
    PUBLIEKSPORTAAL_OIDC_CLIENT_ID: 'portaal',
    PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: 'geheim',
    PUBLIEKSPORTAAL_OIDC_NAMENS: hasNamens,
  }
  // The context of the process, which the page uses.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: { ...ctx, env } })
  const visitor = createTestBrowser({
    app: 'http://localhost:3000',
    basePath: '/api/publieksportaal/auth',
    handle: handleAuth,
  })
  const rendered = await inRequest(visitor, () => InloggenPage({ searchParams: Promise.resolve({}) }))
  if (!('value' in rendered)) throw new Error(`redirected to ${rendered.redirectedTo}`)
  return renderToStaticMarkup(rendered.value)
}

test('the sign-in page mentions representation only where the broker offers it', async () => {
  const alone = await pageWhere(false)
  expect(alone).toContain('Inloggen met DigiD<')
  expect(alone).not.toContain('voor een ander')
  const both = await pageWhere(true)
  expect(both).toContain('Inloggen met DigiD of eHerkenning<')
  expect(both).toContain('Regelt u iets voor een ander of voor uw bedrijf?')
})
