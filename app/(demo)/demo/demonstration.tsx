'use client'

import { useEffect, useState } from 'react'
import { isSignedInOnBothSides } from './demo-sessions.ts'
import { Stage } from './stage.tsx'
import { StartScreen } from './start-screen.tsx'

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
