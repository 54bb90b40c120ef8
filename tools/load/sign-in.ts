type System = 'zaaksysteem' | 'publieksportaal'

/** Signs a demo person in, as a browser does. Returns the cookies. */
export async function signIn(
  origin: string,
  { system, persoon }: { system: System; persoon: string },
): Promise<string> {
  const jar = new Map<string, string>()
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair)
    }
  }
  const cookie = () => [...jar.values()].join('; ')
  const base = `${origin}/api/${system}/auth`

  const csrf = await fetch(`${base}/csrf`)
  keep(csrf)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const signedIn = await fetch(`${base}/callback/demopersoon`, {
    method: 'POST',
    headers: { origin, cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, persoon }),
    redirect: 'manual',
  })
  keep(signedIn)
  return cookie()
}
