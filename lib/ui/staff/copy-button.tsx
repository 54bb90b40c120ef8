'use client'

import { useState } from 'react'
import { Button } from '../form/button.tsx'

/** Copies a text; where the browser cannot, the text can still be selected. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [isCopied, setCopied] = useState(false)
  return (
    <>
      <Button
        type="button"
        appearance="secondary"
        className="staff-copy"
        onClick={async () => {
          await navigator.clipboard?.writeText(text)
          setCopied(navigator.clipboard !== undefined)
        }}
      >
        {label}
      </Button>
      <span role="status">{isCopied && copied}</span>
    </>
  )
}
