import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_BEHANDELAAR, DEMO_BURGER } from '#lib/demo/demo-zaak.ts'
import { getJson } from './get-json.ts'

const KANTEN = [
  { systeem: 'zaaksysteem', persoon: DEMO_BEHANDELAAR },
  { systeem: 'publieksportaal', persoon: DEMO_BURGER },
] as const

type Systeem = (typeof KANTEN)[number]['systeem']

/** Whether this browser is signed in at the desk, and at the portal as the citizen whose zaak the demo shows. */
export async function isSignedInOnBothSides(): Promise<boolean> {
  const [behandelaar, burger] = await Promise.all([sessie('zaaksysteem'), sessie('publieksportaal')])
  const { aanhef } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  return behandelaar !== null && burger?.user?.name?.toLowerCase() === aanhef.toLowerCase()
}

/** Signs in both demo persons at the two systems' own endpoints. The answer is whether it worked. */
export async function signInOnBothSides(): Promise<boolean> {
  await Promise.all(KANTEN.map(signIn))
  return isSignedInOnBothSides()
}

async function signIn({ systeem, persoon }: (typeof KANTEN)[number]) {
  const { csrfToken } = (await getJson(`/api/${systeem}/auth/csrf`)) as { csrfToken: string }
  await fetch(`/api/${systeem}/auth/callback/demopersoon`, {
    method: 'POST',
    // answers with the address instead of redirecting to it
    headers: { 'X-Auth-Return-Redirect': '1' },
    body: new URLSearchParams({ csrfToken, persoon }),
  })
}

function sessie(systeem: Systeem) {
  return getJson(`/api/${systeem}/auth/session`) as Promise<{ user?: { name?: string } } | null>
}
