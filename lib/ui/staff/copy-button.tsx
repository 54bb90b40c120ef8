'use client'

import { useState } from 'react'
import { Button } from '../form/button.tsx'

/** Copies the text. Works over https and on localhost only, where a browser lets a page use the clipboard. */
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
