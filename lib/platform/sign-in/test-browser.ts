import { NextRequest } from 'next/server'

type Handler = (request: NextRequest) => Promise<Response>

/**
 * Creates a browser without rendering, with cookies per site and redirects. Requests to `app` go to `handle`
 * with another address, as from Next.js behind a proxy; other requests go over HTTP.
 */
export function createTestBrowser({ app, basePath, handle }: { app: string; basePath: string; handle: Handler }) {
  const jars = new Map<string, Map<string, string>>()
  const visited: string[] = []

  const jarOf = (url: URL) => {
    const jar = jars.get(url.host) ?? new Map<string, string>()
    jars.set(url.host, jar)
    return jar
  }

  function keep(jar: Map<string, string>, lines: string[]) {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) as unknown as [string, string, string]
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
  }

  async function send(url: URL, init: { method?: string; body?: URLSearchParams } = {}): Promise<Response> {
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      ...(init.body && { origin: app, 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const request = { ...init, body: init.body?.toString(), headers }
    const response =
      url.origin === app
        ? await handle(new NextRequest(`http://0.0.0.0:1${url.pathname}${url.search}`, request))
        : await fetch(url, { ...request, redirect: 'manual' })
    keep(jar, response.headers.getSetCookie())
    return response
  }

  /** Follows redirects up to a page of the app or another response; returns the last address. */
  async function follow(response: Response, from: URL): Promise<string> {
    const location = response.headers.get('location')
    if (location === null) return from.href
    const next = new URL(location, from)
    visited.push(next.href)
    const isPage = next.origin === app && !next.pathname.startsWith(basePath)
    return isPage ? next.href : follow(await send(next), next)
  }

  const endpoint = (path: string) => new URL(`${basePath}/${path}`, app)

  /** POSTs a form of next-auth with its CSRF token, and follows redirects. */
  async function post(path: string, fields: Record<string, string> = {}): Promise<string> {
    const { csrfToken } = (await (await send(endpoint('csrf'))).json()) as { csrfToken: string }
    const body = new URLSearchParams({ csrfToken, ...fields })
    return follow(await send(endpoint(path), { method: 'POST', body }), endpoint(path))
  }

  /** Signs out of the provider at the address that the app gave, and follows redirects. */
  async function signOutAt(address: string): Promise<string> {
    const page = await (await send(new URL(address))).text()
    const [, action] = /action="([^"]+)"/.exec(page) ?? []
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(page) ?? []
    if (!action || !xsrf) throw new Error('The page has no sign-out form')
    const url = new URL(action)
    return follow(await send(url, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) }), url)
  }

  return {
    visited,
    post,
    /** Opens an address and follows redirects. */
    open: async (address: string) => follow(await send(new URL(address)), new URL(address)),
    signOutAt,
    get: (path: string) => send(endpoint(path)),
    session: async () => (await send(endpoint('session'))).json() as Promise<unknown>,
    /** the `Cookie` header that the app gets */
    cookieHeader: () => [...jarOf(new URL(app))].map(([name, value]) => `${name}=${value}`).join('; '),
    cookies: () => new Map(jarOf(new URL(app))),
    /** stores `Set-Cookie` lines of the app */
    keepCookies: (lines: string[]) => keep(jarOf(new URL(app)), lines),
    setCookie: (name: string, value: string) => jarOf(new URL(app)).set(name, value),
  }
}
