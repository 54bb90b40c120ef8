import { getURLFromRedirectError } from 'next/dist/client/components/redirect.js'
import { isRedirectError } from 'next/dist/client/components/redirect-error.js'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'
import { createRequestStoreForAPI } from 'next/dist/server/async-storage/request-store.js'
import type { createTestBrowser } from './test-browser.ts'

type TestBrowser = Pick<ReturnType<typeof createTestBrowser>, 'cookieHeader' | 'keepCookies'>

/**
 * Runs `act` as a server action in a request of `browser`, which stores the cookies. Returns the value of
 * `act`, or the address that it redirects to.
 */
export async function inRequest<T>(
  browser: TestBrowser,
  act: () => Promise<T>,
  { headers = {} }: { headers?: Record<string, string> } = {},
): Promise<{ value: T } | { redirectedTo: string }> {
  const request = { headers: new Headers({ cookie: browser.cookieHeader(), host: '0.0.0.0:1', ...headers }) }
  const store = createRequestStoreForAPI(
    request as never,
    { pathname: '/' },
    {} as never,
    browser.keepCookies,
    {} as never,
    undefined,
  )
  const work = { route: 'test', page: '/test/page' } as never
  try {
    return { value: await workAsyncStorage.run(work, () => workUnitAsyncStorage.run(store, act)) }
  } catch (error) {
    if (!isRedirectError(error)) throw error
    return { redirectedTo: getURLFromRedirectError(error) }
  }
}
