'use client'

import { useEffect, useState } from 'react'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_BEHANDELAAR, DEMO_BURGER } from '#lib/demo/demo-zaak.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { getJson } from './get-json.ts'
import { Stage } from './stage.tsx'

/** The start screen until this browser is signed in on both sides, then the demonstration itself. */
export function Demonstration() {
  const [state, setState] = useState<'loading' | 'start' | 'ready'>('loading')

  useEffect(() => {
    isSignedInOnBothSides().then(
      (signedIn) => setState(signedIn ? 'ready' : 'start'),
      () => setState('start'),
    )
  }, [])

  if (state === 'loading') return <p role="status">De demonstratie wordt klaargezet.</p>
  if (state === 'start') return <StartScreen onReady={() => setState('ready')} />
  return <Stage onRestart={() => setState('start')} />
}

/** One button that signs in a behandelaar and a citizen. */
function StartScreen({ onReady }: { onReady: () => void }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')

  async function start() {
    setState('busy')
    const signedIn = await signInOnBothSides().catch(() => false)
    if (signedIn) onReady()
    else setState('failed')
  }

  return (
    <section className="zb-card demo-start" aria-labelledby="demo-start">
      <Heading level={2} id="demo-start">
        Begin met inloggen aan twee kanten
      </Heading>
      <Paragraph>
        U logt in als <strong>F. El Amrani</strong>, die bij de gemeente vergunningen behandelt, en als{' '}
        <strong>mevrouw De Vries</strong>, die een evenement wil houden. Beide zijn verzonnen. Was u al ingelogd als
        iemand anders? Dan bent u dat daarna niet meer.
      </Paragraph>
      {state === 'failed' && (
        <Alert type="warning" role="alert">
          <Paragraph>
            Het inloggen is niet gelukt. Controleer of de demo nog draait en of er testgegevens zijn (
            <code>npm run demo -- --reset</code> begint opnieuw). Probeer het dan nog een keer.
          </Paragraph>
        </Alert>
      )}
      <Button type="button" onClick={start} aria-disabled={state === 'busy'}>
        {state === 'busy' ? 'Bezig met inloggen' : 'Start de demonstratie'}
      </Button>
    </section>
  )
}

const SIDES = [
  { system: 'zaaksysteem', persoon: DEMO_BEHANDELAAR },
  { system: 'publieksportaal', persoon: DEMO_BURGER },
] as const

type System = (typeof SIDES)[number]['system']

/** Whether this browser is signed in at the desk, and at the portal as the citizen whose zaak the demo shows. */
async function isSignedInOnBothSides(): Promise<boolean> {
  const [behandelaar, burger] = await Promise.all([readSession('zaaksysteem'), readSession('publieksportaal')])
  const { aanhef } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  return behandelaar !== null && burger?.user?.name === aanhef.nl
}

/** Signs in both demo persons at the two systems' own endpoints. The answer is whether it worked. */
async function signInOnBothSides(): Promise<boolean> {
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
