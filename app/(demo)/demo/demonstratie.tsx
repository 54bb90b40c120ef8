'use client'

import { useEffect, useState } from 'react'
import { isSignedInOnBothSides } from './demo-sessies.ts'
import { Startscherm } from './startscherm.tsx'
import { Toneel } from './toneel.tsx'

/** The start screen until this browser is signed in on both sides, then the demonstration itself. */
export function Demonstratie() {
  const [toestand, setToestand] = useState<'laden' | 'start' | 'klaar'>('laden')

  useEffect(() => {
    isSignedInOnBothSides().then(
      (signedIn) => setToestand(signedIn ? 'klaar' : 'start'),
      () => setToestand('start'),
    )
  }, [])

  if (toestand === 'laden') return <p role="status">De demonstratie wordt klaargezet.</p>
  if (toestand === 'start') return <Startscherm onReady={() => setToestand('klaar')} />
  return <Toneel onRestart={() => setToestand('start')} />
}
