import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { DEMO_BEHANDELAAR, DEMO_BURGER } from '#demo/stage/demo-zaak.ts'
import { getJson } from './get-json.ts'

const SIDES = [
  { system: 'zaaksysteem', persoon: DEMO_BEHANDELAAR },
  { system: 'publieksportaal', persoon: DEMO_BURGER },
] as const

type System = (typeof SIDES)[number]['system']

/** Tells who is signed in: both demo people, nobody on either side, or somebody else. */
export async function findSignedIn(): Promise<'both' | 'nobody' | 'other'> {
  const [behandelaar, burger] = await Promise.all([readSession('zaaksysteem'), readSession('publieksportaal')])
  const { aanhef } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  if (behandelaar === null && burger === null) return 'nobody'
  return behandelaar !== null && burger?.user?.name === aanhef.nl ? 'both' : 'other'
}

/** Signs in both demo people at the endpoints of the two systems. Resolves to true on success. */
export async function signInOnBothSides(): Promise<boolean> {
  await Promise.all(SIDES.map(signIn))
  return (await findSignedIn()) === 'both'
}

/** Signs in both demo people again when a session has ended, for example while the demo stood open. */
export async function signInWhereNeeded(): Promise<void> {
  if ((await findSignedIn()) !== 'both') await signInOnBothSides()
}

async function signIn({ system, persoon }: (typeof SIDES)[number]) {
  const { csrfToken } = (await getJson(`/api/${system}/auth/csrf`)) as { csrfToken: string }
  await fetch(`/api/${system}/auth/callback/demopersoon`, {
    method: 'POST',
    // answers with the URL instead of a redirect
    headers: { 'X-Auth-Return-Redirect': '1' },
    body: new URLSearchParams({ csrfToken, persoon }),
  })
}

function readSession(system: System) {
  return getJson(`/api/${system}/auth/session`) as Promise<{ user?: { name?: string } } | null>
}
