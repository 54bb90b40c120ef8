import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_BEHANDELAAR, DEMO_BURGER } from '#lib/demo/demo-zaak.ts'
import { getJson } from './get-json.ts'

const SIDES = [
  { system: 'zaaksysteem', persoon: DEMO_BEHANDELAAR },
  { system: 'publieksportaal', persoon: DEMO_BURGER },
] as const

type System = (typeof SIDES)[number]['system']

/** Whether this browser is signed in at the desk, and at the portal as the citizen whose zaak the demo shows. */
export async function isSignedInOnBothSides(): Promise<boolean> {
  const [behandelaar, burger] = await Promise.all([readSession('zaaksysteem'), readSession('publieksportaal')])
  const { aanhef } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  return behandelaar !== null && burger?.user?.name?.toLowerCase() === aanhef.toLowerCase()
}

/** Signs in both demo persons at the two systems' own endpoints. The answer is whether it worked. */
export async function signInOnBothSides(): Promise<boolean> {
  await Promise.all(SIDES.map(signIn))
  return isSignedInOnBothSides()
}

async function signIn({ system, persoon }: (typeof SIDES)[number]) {
  const { csrfToken } = (await getJson(`/api/${system}/auth/csrf`)) as { csrfToken: string }
  await fetch(`/api/${system}/auth/callback/demopersoon`, {
    method: 'POST',
    // answers with the address instead of redirecting to it
    headers: { 'X-Auth-Return-Redirect': '1' },
    body: new URLSearchParams({ csrfToken, persoon }),
  })
}

function readSession(system: System) {
  return getJson(`/api/${system}/auth/session`) as Promise<{ user?: { name?: string } } | null>
}
