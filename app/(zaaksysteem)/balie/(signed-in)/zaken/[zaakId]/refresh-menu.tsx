'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Refreshes the menu: opening a zaak marked its signaleringen as seen, and the layout still counts them. */
export function RefreshMenu() {
  const router = useRouter()
  useEffect(() => router.refresh(), [router])
  return null
}
