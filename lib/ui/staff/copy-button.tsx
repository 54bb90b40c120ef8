'use client'

import { useState } from 'react'
import { Button } from '../form/button.tsx'

/** Copies a text; where the browser cannot, the text can still be selected. */
export function CopyButton({ tekst, knop, gelukt }: { tekst: string; knop: string; gelukt: string }) {
  const [isGekopieerd, setGekopieerd] = useState(false)
  return (
    <>
      <Button
        type="button"
        appearance="secondary"
        className="balie-kopieer"
        onClick={async () => {
          await navigator.clipboard?.writeText(tekst)
          setGekopieerd(navigator.clipboard !== undefined)
        }}
      >
        {knop}
      </Button>
      <span role="status">{isGekopieerd && gelukt}</span>
    </>
  )
}
