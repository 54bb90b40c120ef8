'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Opening a zaak marked signaleringen as seen, and the menu, which stays when a page changes, still counts them. */
export function RefreshMenu() {
  const router = useRouter()
  useEffect(() => router.refresh(), [router])
  return null
}
